/** The command line under hostile arguments: a documented exit status, one sentence, no stack, no file that was not asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bench, type Run } from '../cli/run.ts';
import { byTier } from '../support/tier.ts';
import { BAD_INPUTS, NAUGHTY, PAYLOADS } from './strings.ts';

const { optimand, fed, folder } = bench();
const SEED = 20260514;

const files = (): readonly string[] => readdirSync(folder).sort();

/** What a run must not do. */
function faults({ status, out, err }: Run): readonly string[] {
  const isStack = /^\s+at .*:\d+:\d+\)?$/m.test(err + out);
  const isLong = err.trim().split('\n').length > 3;
  return [
    ...(status !== null && [0, 1, 2, 3].includes(status) ? [] : [`exit ${status}`]),
    ...(isStack ? ['a stack trace'] : []),
    ...(status === 2 && err.trim() === '' && out.trim() === '' ? ['no sentence'] : []),
    ...(isLong ? [`${err.split('\n').length} lines of errors`] : []),
  ];
}

/** As a shell would split it. */
const wordsOf = (line: string): readonly string[] => line.split(' ');

describe('arguments that are none of ours', () => {
  const cases = BAD_INPUTS.filter((own) => own.class === 'cli-args');
  test.each(cases.map(({ input }) => input))('%s', (input) => {
    const before = files();
    const passwd = readFileSync('/etc/passwd', 'utf8');
    const run = optimand('optimize', ...wordsOf(input));
    expect(faults(run)).toEqual([]);
    expect(run.status).toBe(2);
    expect(files()).toEqual(before);
    expect(readFileSync('/etc/passwd', 'utf8')).toBe(passwd);
  });
});

test('files of configuration that would change a prototype', () => {
  for (const { input } of BAD_INPUTS.filter((own) => own.class === 'prototype-pollution/config-json')) {
    const run = fed(input, 'optimize', '--cases', '-');
    expect([run.status, faults(run)]).toEqual([2, []]);
  }
});

test('argument vectors put together at random', () => {
  const verbs = ['derive', 'laws', 'statics', 'optimize', 'claims', 'check', 'fit', 'prove', '', '__proto__'];
  const flags = [
    '--set',
    '--with',
    '--format',
    '--out',
    '--in',
    '--hold',
    '--seed',
    '--cases',
    '--quiet',
    '--against',
  ];
  const strings = [...PAYLOADS, ...NAUGHTY].filter((text) => !text.includes('\0') && !/^[./~]/.test(text));
  // A word that is wrong in any case, so that nothing long is begun and nothing is written.
  const vector = fc.tuple(
    fc.constantFrom(...verbs),
    fc.array(fc.oneof(fc.constantFrom(...flags), fc.constantFrom(...strings)), { maxLength: 4 }),
  );
  const before = files();
  fc.assert(
    fc.property(vector, ([verb, rest]) => {
      expect(faults(optimand(verb, '--no-such-flag', ...rest))).toEqual([]);
    }),
    { numRuns: byTier(25, 25, 400), seed: SEED },
  );
  expect(files()).toEqual(before);
});

test('a stack trace would be seen', () => {
  const err = 'Error: x\n    at run (/home/x/file.js:1:2)\n';
  expect(faults({ status: 1, out: '', err })).toEqual(['a stack trace']);
});
