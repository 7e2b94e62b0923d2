/** What a model file may get wrong: one sentence with the place, never a crash, never a model. */
import { describe, expect, it } from 'vitest';
import { BLOCKS } from '../../src/economics/blocks/registry.ts';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import { modelFile } from '../../src/economics/model-file/schema.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { expectGolden } from '../support/goldens.ts';
import { misfits } from '../support/schema.ts';

const g = { name: 'g', meaning: 'a tail' };

/** A file, where it is wrong, and words of the sentence. */
const WRONG: readonly (readonly [string, unknown, string, string])[] = [
  ['no object', [], '', 'a list stands here'],
  ['no id', {}, '', '"id" is missing'],
  ['an id with blanks', { id: 'My model' }, '/id', 'small letters'],
  ['the id of a variant', { id: 'cournot' }, '/id', 'is a variant of the toolkit'],
  ['an unknown field', { id: 'x', block: [] }, '/block', 'did you mean "blocks"?'],
  ['an unknown base', { id: 'x', base: 'courno' }, '/base', 'did you mean "cournot"?'],
  ['an unknown block', { id: 'x', blocks: ['courno'] }, '/blocks/0', 'did you mean "cournot"?'],
  [
    'an entry of no kind',
    { id: 'x', blocks: [{ adoptions: 'q' }] },
    '/blocks/0/adoptions',
    'did you mean "adoption"?',
  ],
  ['an empty entry', { id: 'x', blocks: [{}] }, '/blocks/0', 'the entry is empty'],
  [
    'an entry of two kinds',
    { id: 'x', blocks: [{ adoption: 'q', quality: 'n' }] },
    '/blocks/0',
    'stand in one entry',
  ],
  [
    'a number for a formula',
    { id: 'x', blocks: [{ adoption: 3 }] },
    '/blocks/0/adoption',
    'it must be a text',
  ],
  [
    'two qualities',
    { id: 'x', blocks: [{ quality: 'a*n^alpha' }, 'ces-quality'] },
    '/blocks/1',
    'both replace the quality',
  ],
  [
    'a limit on sales that demand fixes',
    { id: 'x', blocks: ['fixed-demand', { limits: { t: '1e15' } }] },
    '/blocks',
    't is fixed and limited at once',
  ],
  [
    'a parameter that a block has not',
    { id: 'x', blocks: [{ block: 'cournot', parameters: { r: 1 } }] },
    '/blocks/0/parameters/r',
    'it has omega, delta, m',
  ],
  [
    'an undeclared symbol',
    { id: 'x', blocks: [{ adoption: 'ln(q)/g' }] },
    '/blocks/0/adoption',
    '"g" is not declared',
  ],
  [
    'a variable where it does not belong',
    { id: 'x', blocks: [{ quality: 'a*n^alpha*t' }] },
    '/blocks/0/quality',
    '"t" is not declared',
  ],
  ['a symbol declared twice', { id: 'x', symbols: [g, g] }, '/symbols/1/name', 'declared twice'],
  [
    'a symbol named as a variable',
    { id: 'x', symbols: [{ ...g, name: 'n' }] },
    '/symbols/0/name',
    'model parameters',
  ],
  [
    'a symbol named as a function',
    { id: 'x', symbols: [{ ...g, name: 'exp' }] },
    '/symbols/0/name',
    'a function',
  ],
  [
    'a symbol named as a letter of the engine',
    { id: 'x', symbols: [{ ...g, name: 'mu' }] },
    '/symbols/0/name',
    'derivations',
  ],
  [
    'a symbol named as one of a block',
    { id: 'x', symbols: [{ ...g, name: 'alpha' }] },
    '/symbols/0/name',
    'parameter exponent already, in leontief',
  ],
  [
    'a prototype as a symbol',
    { id: 'x', symbols: [{ ...g, name: 'constructor' }] },
    '/symbols/0/name',
    'reserved',
  ],
  [
    '__proto__ as a symbol',
    { id: 'x', symbols: [{ ...g, name: '__proto__' }] },
    '/symbols/0/name',
    'reserved',
  ],
  ['__proto__ as a field', JSON.parse('{"id":"x","__proto__":{"a":1}}'), '/__proto__', 'no field'],
  ['__proto__ as a number', JSON.parse('{"id":"x","set":{"__proto__":1}}'), '/set/__proto__', 'not declared'],
  [
    '__proto__ as a definition',
    JSON.parse('{"id":"x","define":{"__proto__":1}}'),
    '/define/__proto__',
    'not declared',
  ],
  [
    'toString in a formula',
    { id: 'x', blocks: [{ adoption: 'toString*q' }] },
    '/blocks/0/adoption',
    'not declared',
  ],
  [
    'a call of what is no function',
    { id: 'x', blocks: [{ adoption: 'constructor(q)' }] },
    '/blocks/0/adoption',
    'not a function',
  ],
  [
    'a negative quality',
    { id: 'x', blocks: [{ quality: 'a*n^alpha - b*d^beta' }] },
    '/blocks/0/quality',
    'quality must not be negative, and it is at',
  ],
  [
    'a negative cost',
    { id: 'x', blocks: [{ cost: { training: '6*n*d/E - n' } }] },
    '/blocks/0/cost/training',
    'must not be negative',
  ],
  [
    'a negative limit',
    { id: 'x', blocks: [{ limits: { d: 'D - E' } }] },
    '/blocks/0/limits/d',
    'must not be negative',
  ],
  [
    'adoption that never sells',
    { id: 'x', blocks: [{ adoption: '-q' }] },
    '/blocks/0/adoption',
    'nowhere positive',
  ],
  [
    'adoption that is no number',
    { id: 'x', blocks: [{ adoption: 'sqrt(q - 1)' }] },
    '/blocks/0/adoption',
    'no real number at q',
  ],
  [
    'a price without quality',
    { id: 'x', blocks: [{ price: 'omega - delta*t' }] },
    '/blocks/0/price',
    'depends on neither f nor q',
  ],
  ['a price in both', { id: 'x', blocks: [{ price: 'omega*f*q' }] }, '/blocks/0/price', 'in q and in f'],
  [
    'definitions that use each other',
    { id: 'x', define: { alpha: 'beta', beta: '2*alpha' } },
    '/define/alpha',
    'alpha -> beta -> alpha',
  ],
  ['a definition of itself', { id: 'x', define: { alpha: 'alpha/2' } }, '/define/alpha', 'alpha -> alpha'],
  [
    'a definition outside the domain',
    { id: 'x', define: { alpha: -1 } },
    '/define/alpha',
    'must be positive',
  ],
  [
    'a definition that can leave the domain',
    { id: 'x', define: { alpha: '1 - beta' } },
    '/define/alpha',
    'must not be negative',
  ],
  [
    'a number for what is defined',
    { id: 'x', define: { beta: 'alpha' }, set: { beta: 0.3 } },
    '/set/beta',
    'stands for something else',
  ],
  ['a number outside the domain', { id: 'x', set: { alpha: -0.3 } }, '/set/alpha', 'it must be positive'],
  [
    'numbers against an assumption',
    { id: 'x', set: { alpha: 0.9, gamma: -0.9 }, assume: ['1 + 2*alpha*gamma > 0'] },
    '/set',
    'other than positive',
  ],
  ['a number for nothing', { id: 'x', set: { aplha: 0.3 } }, '/set/aplha', 'did you mean "alpha"?'],
  ['no assumption', { id: 'x', assume: ['alpha'] }, '/assume/0', '> >= < <= !='],
  ['a range the wrong way', { id: 'x', ranges: { E: { low: 2, high: 1 } } }, '/ranges/E', 'turn it round'],
  [
    'an empty domain',
    { id: 'x', symbols: [{ ...g, domain: { above: 1, below: 1 } }] },
    '/symbols/0/domain',
    'no number lies',
  ],
  [
    'a unit that is none',
    { id: 'x', symbols: [{ ...g, unit: 'metre' }] },
    '/symbols/0/unit',
    '"metre" is not declared',
  ],
  [
    'LaTeX that is more than a letter',
    { id: 'x', symbols: [{ ...g, tex: '\\input{/etc/passwd}' }] },
    '/symbols/0/tex',
    'more than a letter',
  ],
  ['LaTeX that is not whole', { id: 'x', symbols: [{ ...g, tex: 'g_{' }] }, '/symbols/0/tex', 'not whole'],
  [
    'a regime that is none',
    { id: 'x', regimes: { 'training-dominate': 'x' } },
    '/regimes/training-dominate',
    'did you mean "training-dominated"?',
  ],
  [
    '10,000 parentheses',
    { id: 'x', blocks: [{ adoption: `${'('.repeat(4999)}q${')'.repeat(4999)}` }] },
    '/blocks/0/adoption',
    'nested too deep',
  ],
  [
    'a formula that is too long',
    { id: 'x', blocks: [{ adoption: `${'('.repeat(10_000)}q${')'.repeat(10_000)}` }] },
    '/blocks/0/adoption',
    'characters',
  ],
  [
    'lists in lists',
    { id: 'x', blocks: JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) },
    '/blocks/0',
    'a list stands here',
  ],
];

function issueOf(file: unknown) {
  try {
    modelFrom(file);
  } catch (error) {
    if (error instanceof OptimandError) return { issue: error.issue, message: error.message };
    throw error;
  }
  return null;
}

describe('a model file with', () => {
  it.each(WRONG)('%s', (_, file, path, words) => {
    const found = issueOf(file);
    expect(found?.issue).toMatchObject({ code: 'model', path });
    expect(found?.message).toContain(words);
    expect(found?.message).toMatch(/[.?]$/);
    expect(found?.message).not.toMatch(/\.\.$|[^\x20-\x7e]/);
  });
});

it('is told in these sentences', () => {
  const said = WRONG.map(([what, file]) => `${what}\n    ${issueOf(file)?.message}`);
  expectGolden('models/wrong-firms.txt', said.join('\n'));
});

describe('the published schema', () => {
  const byShape = [
    'no object',
    'no id',
    'an id with blanks',
    'an unknown field',
    'an entry of no kind',
    'an empty entry',
    'an entry of two kinds',
    'a number for a formula',
    '__proto__ as a field',
    'lists in lists',
  ];
  it.each(WRONG)('agrees on %s', (name, file) => {
    expect(misfits(modelFile, file).length === 0).toBe(!byShape.includes(name));
  });
});

describe('a block of the toolkit', () => {
  it.each(Object.keys(BLOCKS))('%s makes the same model by name as its variant is', (id) => {
    const [own, known] = [modelFrom({ id: 'x', blocks: [id] }), modelOf(id)];
    expect(own.profit).toEqual(known.profit);
    expect(own.facts).toEqual(known.facts);
    expect(own.parameters).toEqual(known.parameters);
  });
});
