/** Bad model files by the command line: one clear sentence with the place, as JSON where that is asked for, and exit 2. */
import { expect, it } from 'vitest';
import { bench } from '../cli/run.ts';

const { optimand, file } = bench();

const adoption = (formula: string, more: object = {}) => ({
  id: 'own',
  blocks: [{ adoption: formula }],
  ...more,
});

const WRONG: readonly (readonly [string, string, unknown, string, RegExp])[] = [
  ['an unknown block', 'derive', { id: 'own', blocks: ['courno'] }, '/blocks/0', /did you mean "cournot"\?/],
  ['an undeclared symbol', 'laws', adoption('ln(q)/g'), '/blocks/0/adoption', /"g" is not declared/],
  [
    'a clash of names',
    'statics',
    adoption('q', { symbols: [{ name: 'd', meaning: 'a tail' }] }),
    '/symbols/0/name',
    /"d" is training tokens already/,
  ],
  [
    'a formula that can be negative where a positive is needed',
    'derive',
    { id: 'own', blocks: [{ quality: 'a*n^alpha - b*d^beta' }] },
    '/blocks/0/quality',
    /quality must not be negative, and it is at/,
  ],
  [
    'a cycle',
    'laws',
    { id: 'own', define: { alpha: 'beta', beta: 'alpha' } },
    '/define/alpha',
    /use each other/,
  ],
  [
    '10,000 nested parentheses',
    'derive',
    adoption(`${'('.repeat(10_000)}q${')'.repeat(10_000)}`),
    '/blocks/0/adoption',
    /deep|nest|too long|characters/,
  ],
  [
    'an undeclared symbol of a problem',
    'optimize',
    {
      id: 'own',
      kind: 'minimum',
      objective: { name: 'z', meaning: 'cost', parts: { cost: 'c*x' } },
      variables: [{ name: 'x', meaning: 'amount' }],
    },
    '/objective/parts/cost',
    /"c" is not declared/,
  ],
];

it.each(WRONG)('%s', (what, verb, data, at, sentence) => {
  const path = file(`${what.replace(/\W+/g, '-')}.json`, JSON.stringify(data));
  const plain = optimand(verb, '--model', path);
  expect(plain).toMatchObject({ status: 2, out: '' });
  expect(plain.err).toMatch(/^optimand: [^\n]+[.?]\n$/);
  expect(plain.err).toMatch(sentence);
  expect(plain.err).toContain(at);
  const { status, out } = optimand(verb, '--model', path, '--format', 'json');
  expect(status).toBe(2);
  const { error, result } = JSON.parse(out);
  expect(result).toBeUndefined();
  expect(error).toMatchObject({
    message: expect.stringMatching(sentence),
    path: expect.stringContaining(at),
  });
});

it('a missing parameter', () => {
  const path = file(
    'missing.json',
    JSON.stringify(adoption('ln(q)/g', { symbols: [{ name: 'g', meaning: 'a tail' }] })),
  );
  const { status, out, err } = optimand('optimize', '--model', path, '--set', 'E=1e18', '--format', 'json');
  expect(status).toBe(2);
  expect(JSON.parse(out).error.message).toMatch(/needs \w+ \(.*\), which is not given/);
  expect(err).toMatch(/^optimand: [^\n]+\n$/);
});
