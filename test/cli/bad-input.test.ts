/** Bad input of every kind: one clear sentence, exit status 2, no stack trace, nothing half-written. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TYPICAL } from '../numerics/reference.ts';
import { bench, type Run, setting } from './run.ts';

const { folder, optimand, fed, file } = bench();

/** The one sentence that a failing run prints. */
function complaint({ status, out, err }: Run): string {
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/^optimand: [^\n]+[.?]\n$/);
  expect(err).not.toMatch(/\bat .*\.(?:js|ts):\d|Error:|node:internal|undefined|\[object/);
  expect(err.length).toBeLessThan(500);
  return err.slice('optimand: '.length).trimEnd();
}

const set = (text: string): string => complaint(optimand('optimize', '--set', text));

describe('parameters', () => {
  test.each([
    ['missing', setting({ E: null }), /needs E \(hardware efficiency\)/],
    ['negative', setting({ E: -1 }), /^E = -1 is not allowed; it must be positive\.$/],
    ['zero', setting({ a: 0 }), /^a = 0 is not allowed; it must be positive\.$/],
    ['NaN', setting({ a: 'NaN' }), /^a = NaN is not allowed; it must be a finite number\.$/],
    ['infinite', setting({ a: 'Infinity' }), /a finite number/],
    ['minus infinity', setting({ a: '-inf' }), /a finite number/],
    ['too large for a double', setting({ a: '1e400' }), /a finite number/],
    ['too small for a double', setting({ a: '1e-400' }), /vanish/],
    ['misspelt', `${setting({ alpha: null })},alhpa=0.3`, /"alhpa" is not declared; did you mean "alpha"\?/],
    ['wrong case', `${setting({ E: null })},e=1e18`, /did you mean "E"\?/],
    ['of another variant', `${setting()},D=1e12`, /"D" is not declared/],
    ['gamma below -1', setting({ gamma: -1.5 }), /^gamma = -1\.5 is not allowed; it must be at least -1\.$/],
    ['1 + alpha gamma not positive', setting({ gamma: -1, alpha: 1.2 }), /alpha.*must be positive/],
    ['hexadecimal', setting({ a: '0x10' }), /./],
    ['empty', setting({ a: '' }), /a number/],
    ['a letter', setting({ a: 'b' }), /"b" is not declared/],
    ['code', setting({ a: 'constructor' }), /./],
    ['a call', setting({ a: 'eval("1")' }), /./],
    ['a division by zero', setting({ a: '1/0' }), /division by zero/],
    ['a tower of powers', setting({ a: '9^9^9^9' }), /./],
    ['a factorial', setting({ a: '10000000000!' }), /./],
  ])('%s', (_, text, sentence) => {
    expect(set(text)).toMatch(sentence);
  });

  test('formulas that nest too deep or are too long are refused before any parser sees them', () => {
    const started = performance.now();
    expect(set(`E=${'('.repeat(4_000)}1${')'.repeat(4_000)}`)).toMatch(/deep|nest/i);
    expect(set(`E=${'1+'.repeat(4_900)}1`)).toMatch(/too many operators/);
    expect(set(`E=${'1'.repeat(100_000)}`)).toMatch(/100002 characters/);
    expect(performance.now() - started).toBeLessThan(6_000);
  });

  test('the same in derive, which takes some values and leaves others open', () => {
    expect(complaint(optimand('derive', '--set', 'gamma=-2'))).toMatch(/at least -1/);
    expect(complaint(optimand('derive', '--set', 'gamma=-1,alpha=2'))).toMatch(/alpha.*must be positive/);
    expect(complaint(optimand('derive', '--set', 'gama=1'))).toMatch(/did you mean "gamma"\?/);
    expect(complaint(optimand('derive', '--set', '__proto__=1'))).toMatch(/"__proto__" is not declared/);
  });
});

describe('--set', () => {
  test.each([
    ['no number', 'E', /cannot read "E"/],
    ['no name', '=3', /cannot read "=3"/],
    ['nothing', '', /cannot read ""/],
    ['two commas', 'E=1,,a=2', /cannot read ""/],
    ['a bad name', '1E=3', /cannot read/],
    ['control characters', 'E\u001b[31m=3', /cannot read "E\?\[31m=3"/],
    ['the same name twice', 'E=1,E=2', /^--set gives E twice; give each name once\.$/],
  ])('%s', (_, text, sentence) => {
    expect(set(text)).toMatch(sentence);
  });

  test('the same name in two flags', () => {
    expect(complaint(optimand('optimize', '--set', 'E=1', '--set', 'E=2'))).toMatch(/gives E twice/);
  });
});

describe('usage', () => {
  test.each([
    [
      'no verb',
      [],
      /No verb is given; choose one of derive, laws, statics, optimize, sweep, claims, verify, check, fit, trends, calibrate, reveal, prove, report, explore/,
    ],
    [
      'an unknown verb',
      ['wander'],
      /"wander" is not a verb; known are derive, laws, statics, optimize, sweep, claims, verify, check, fit, trends, calibrate, reveal, prove, report, explore/,
    ],
    ['a misspelt verb', ['optimise'], /did you mean "optimize"\?/],
    ['an unknown flag', ['derive', '--wat'], /unknown option '--wat'/],
    ['a misspelt flag', ['derive', '--frmat', 'json'], /did you mean --format\?/],
    ['a prototype flag', ['derive', '--constructor.prototype.polluted=1'], /unknown option/],
    [
      'an unknown format',
      ['derive', '--format', 'xml'],
      /'xml' is invalid; allowed choices are text, md, tex, html, sympy, json/,
    ],
    [
      'an unknown environment',
      ['derive', '--format', 'tex', '--env', 'eqnarray'],
      /allowed choices are align, gather, none/,
    ],
    [
      'a flag of another format',
      ['derive', '--numbered'],
      /--numbered has no effect on --format text; add --format tex/,
    ],
    [
      'bare formulas in a document',
      ['derive', '--format', 'tex', '--env', 'none', '--standalone'],
      /--env none/,
    ],
    ['an unknown variant', ['derive', 'basline'], /"basline" is not a variant; did you mean "baseline"\?/],
    [
      'a strange variant',
      ['optimize', '\u202e<b>'],
      /"\?<b>" is not a variant; known are baseline, data-bound/,
    ],
    ['too many arguments', ['derive', 'baseline', 'again'], /too many arguments/],
    ['a flag without its value', ['derive', '--out'], /argument missing/],
    [
      'a seed that is no number',
      ['derive', '--seed', 'NaN'],
      /--seed = NaN is not allowed; it must be a whole number/,
    ],
    ['a negative seed', ['derive', '--seed', '-1'], /--seed/],
    ['no runs', ['verify', '--runs', '0'], /--runs = 0 is not allowed; it must be a whole number from 1/],
    [
      'an unknown claim',
      ['claims', 'theorem-4'],
      /"theorem-4" is not declared; did you mean "theorem-[123]"\?/,
    ],
    ['an unknown claim to verify', ['verify', 'x'], /"x" is not declared; known are best-sales/],
    [
      'a block put on no firm',
      ['verify', 'best-sales', '--with', 'cournot:m=3'],
      /--with says whose firm --set is, and no firm is given; give it with --set/,
    ],
    [
      'one firm put to every variant',
      ['verify', '--all-variants', '--set', 'E=1'],
      /--set makes one firm, and --all-variants puts the claims to firms that are drawn/,
    ],
    [
      'a problem put to the claims',
      ['verify', '--all-variants', '--model', 'compute-optimal'],
      /compute-optimal is no firm/,
    ],
    ['an unknown letter to hold', ['optimize', '--hold', 'c'], /allowed choices are b, rho/],
    [
      'parameters in two places',
      ['optimize', '--set', 'E=1', '--cases', '-'],
      /--cases and --set are both given/,
    ],
  ])('%s', (_, args, sentence) => {
    expect(complaint(optimand(...args))).toMatch(sentence);
  });
});

describe('files', () => {
  const cases = (path: string): string => complaint(optimand('optimize', '--cases', path));

  test('not there, a folder, empty, not JSON, no rows', () => {
    expect(cases(join(folder, 'nowhere.json'))).toMatch(/there is no such file/);
    expect(cases(folder)).toMatch(/it is a folder/);
    expect(cases(file('empty.json', ' \n'))).toMatch(/it is empty/);
    expect(cases(file('prose.json', 'alpha is 0.3'))).toMatch(/it is not JSON/);
    expect(cases(file('cut.json', '[{"params": {'))).toMatch(/it is not JSON/);
    expect(cases(file('none.json', '[]'))).toMatch(/the list has no rows/);
    expect(complaint(fed('', 'optimize', '--cases', '-'))).toMatch(/standard input: it is empty/);
  });

  test('one bad row among many: that row gets its error, the rest their answers', () => {
    const rows = [
      { params: TYPICAL },
      { params: { ...TYPICAL, E: -1 } },
      { params: { ...TYPICAL, variant: 'data-bound', D: 1e12 } },
    ];
    const { status, out, err } = fed(JSON.stringify(rows), 'optimize', '--cases', '-', '--format', 'json');
    expect(status).toBe(2);
    expect(err).toBe('optimand: 1 row is wrong of 3; row 2: E = -1 is not allowed; it must be positive.\n');
    const { result } = JSON.parse(out) as { result: Record<string, unknown>[] };
    expect(result.map((row) => Object.hasOwn(row, 'error'))).toEqual([false, true, false]);
    expect(result[1]?.error).toEqual({
      code: 'bad-value',
      message: 'E = -1 is not allowed; it must be positive.',
      path: '[1].params.E',
    });
    expect(result.map((row) => row.regime)).toEqual(['inference-dominated', undefined, 'data-bound']);
  });

  test.each([
    ['a row that is no object', 7],
    ['a row without params', { E: 1 }],
    ['params that are a list', { params: [1] }],
    ['a value that is text', { params: { ...TYPICAL, E: '1e18' } }],
    ['a value that is null', { params: { ...TYPICAL, E: null } }],
    ['a variant that is no name', { params: { ...TYPICAL, variant: 3 } }],
    ['a name of Object', { params: { ...TYPICAL, hasOwnProperty: 1 } }],
  ])('%s', (_, row) => {
    const { status, out } = fed(
      JSON.stringify([{ params: TYPICAL }, row]),
      'optimize',
      '--cases',
      '-',
      '--format',
      'json',
    );
    expect(status).toBe(2);
    const { result } = JSON.parse(out) as { result: { error?: { message: string }; optimum?: object }[] };
    expect(result[0]?.optimum).toBeTruthy();
    expect(result[1]?.error?.message).toMatch(/[.?]$/);
  });

  test('prototype keys, infinities, deep nesting and a bad line', () => {
    const lines = [
      '{"params":{"__proto__":{"alpha":9}}}',
      `{"params":${JSON.stringify({ ...TYPICAL, E: 0 }).replace('"E":0', '"E":1e400')}}`,
      `{"params":{"E":${'['.repeat(5_000)}${']'.repeat(5_000)}}}`,
      'not json',
      JSON.stringify({ params: TYPICAL, note: 'ignored' }),
    ];
    const { status, out, err } = fed(lines.join('\n'), 'optimize', '--cases', '-', '--format', 'json');
    expect(status).toBe(2);
    expect(err.split('\n')).toHaveLength(2);
    const { result } = JSON.parse(out) as { result: { error?: { message: string }; produces?: boolean }[] };
    expect(result.map(({ error }) => error?.message ?? '')).toEqual([
      expect.stringContaining('"__proto__" is not declared'),
      expect.stringContaining('a finite number'),
      expect.stringContaining('nested too deep'),
      expect.stringContaining('line 4 is not JSON'),
      '',
    ]);
    expect(result[4]?.produces).toBe(true);
  });
});

describe('--out', () => {
  test('where it cannot be written nothing is done, and no file is left', () => {
    const before = readdirSync(folder).sort();
    expect(complaint(optimand('derive', '--out', join(folder, 'no', 'such', 'a.txt')))).toMatch(
      /the folder does not exist/,
    );
    expect(complaint(optimand('derive', '--out', folder))).toMatch(/it exists and is not a file/);
    expect(complaint(optimand('derive', '--out', '/dev/null'))).toMatch(/it exists and is not a file/);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test('a file of another kind is not overwritten', () => {
    const path = file('mine.csv', 'precious');
    expect(complaint(optimand('derive', '--out', path))).toMatch(/it exists and is no text file; remove it/);
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  test('bad input writes nothing', () => {
    mkdirSync(join(folder, 'reports'));
    const out = join(folder, 'reports', 'o.json');
    expect(complaint(optimand('optimize', '--set', 'E=1', '--out', out))).toMatch(/needs alpha/);
    expect(readdirSync(join(folder, 'reports'))).toEqual([]);
  });

  test('a report with a bad row is written before the failing exit', () => {
    const out = join(folder, 'reports', 'rows.json');
    const rows = JSON.stringify([{ params: TYPICAL }, { params: {} }]);
    const { status, out: shown } = fed(rows, 'optimize', '--cases', '-', '--format', 'json', '--out', out);
    expect([status, shown]).toEqual([2, '']);
    const { result } = JSON.parse(readFileSync(out, 'utf8')) as { result: unknown[] };
    expect(result).toHaveLength(2);
    expect(readdirSync(join(folder, 'reports'))).toEqual(['rows.json']);
  });
});

test('under --format json standard output carries the error in the envelope', () => {
  const { status, out, err } = optimand('optimize', '--set', setting({ E: -1 }), '--format', 'json');
  expect(status).toBe(2);
  expect(err).toMatch(/^optimand: E = -1/);
  expect(JSON.parse(out)).toMatchObject({
    command: 'optimize',
    error: { code: 'bad-value', path: 'E', message: 'E = -1 is not allowed; it must be positive.' },
  });
  const usage = optimand('derive', '--wat', '--format=json');
  expect(JSON.parse(usage.out)).toMatchObject({ command: 'derive', error: { code: 'usage', path: null } });
});
