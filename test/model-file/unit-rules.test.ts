/** Rules of units in files, each where it decides: base units of one's own, each formula of a firm, each place of a problem. */
import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../src/economics/model-file/letters.ts';
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import type { ModelFile } from '../../src/economics/model-file/schema.ts';
import { checkUnits } from '../../src/economics/model-file/units.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { UNDECLARED } from '../../src/kernel/units.ts';

/** The place and the sentence of the refusal, null where there is none. */
function refusal(ask: () => unknown): readonly [string, string] | null {
  try {
    ask();
    return null;
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code !== 'model') throw error;
    return [error.issue.path, error.issue.says];
  }
}

const MEND = 'correct the formula, or the units of its letters.';
const NO_NAME = 'this is no name; use letters, digits and _, a letter first.';

describe('the units of a firm’s file', () => {
  const check = (more: object) => {
    const file: ModelFile = { id: 'x', ...more };
    return refusal(() => checkUnits(file, lettersOf({ ...file, units: [] })));
  };

  it.each<readonly [object, string, string]>([
    [{ units: ['2x'] }, '/units/0', NO_NAME],
    [{ units: ['seat', 'a seat'] }, '/units/1', NO_NAME],
    [{ units: ['_x'] }, '/units/0', NO_NAME],
    [{ units: ['mod'] }, '/units/0', NO_NAME],
    [{ units: ['dollar'] }, '/units/0', '"dollar" is a unit already; leave it out.'],
    [{ units: ['seat', 'desk', 'seat'] }, '/units/2', '"seat" is a unit already; leave it out.'],
    [
      { units: ['seat', 'alpha'] },
      '/units/1',
      '"alpha" is a shape too, and may stand in exponents of units; choose another name.',
    ],
    [
      { blocks: [{ quality: 'D' }] },
      '/blocks/0/quality',
      `quality has no unit, and this has the unit token; ${MEND}`,
    ],
    [
      { blocks: [{ adoption: 'q*D' }] },
      '/blocks/0/adoption',
      `adoption has no unit, and this has the unit token; ${MEND}`,
    ],
    [
      { blocks: [{ adoption: 'q', ceiling: 'D' }] },
      '/blocks/0/ceiling',
      `the ceiling of adoption has no unit, and this has the unit token; ${MEND}`,
    ],
    [
      { blocks: [{ price: 'omega*f*t' }] },
      '/blocks/0/price',
      `the price has the unit dollar/token, and this has the unit dollar; ${MEND}`,
    ],
    [
      { blocks: [{ price: 'omega*f', sales: '1/delta' }] },
      '/blocks/0/sales',
      `what is sold has the unit token, and this has the unit token^2/dollar; ${MEND}`,
    ],
    [
      { blocks: [{ price: 'omega*f', sellers: 'D' }] },
      '/blocks/0/sellers',
      `the number of sellers has no unit, and this has the unit token; ${MEND}`,
    ],
    [
      { blocks: [{ cost: { training: 'n*d' } }] },
      '/blocks/0/cost/training',
      `the cost of training has the unit dollar, and this has the unit parameter*token (FLOP); ${MEND}`,
    ],
    [
      { blocks: [{ cost: { inference: 't' } }] },
      '/blocks/0/cost/inference',
      `the cost of inference has the unit dollar, and this has the unit token; ${MEND}`,
    ],
    [
      { blocks: [{ cost: { data: 'd' } }] },
      '/blocks/0/cost/data',
      `the cost of data has the unit dollar, and this has the unit token; ${MEND}`,
    ],
    // Blocks of the toolkit have formulas of their own.
    [
      { blocks: ['rival', { block: 'cournot' }, { limits: { n: 'D' } }] },
      '/blocks/2/limits/n',
      `the limit on n has the unit parameter, and this has the unit token; ${MEND}`,
    ],
    [
      { blocks: [{ limits: { t: 'D*D' } }] },
      '/blocks/0/limits/t',
      `the limit on t has the unit token, and this has the unit token^2; ${MEND}`,
    ],
    [
      { define: { omega: 'D' } },
      '/define/omega',
      `omega has the unit dollar/token, and this has the unit token; ${MEND}`,
    ],
    [
      { assume: ['alpha > 0', 'omega > delta'] },
      '/assume/1',
      '-delta has the unit dollar/token^2, but omega has dollar/token, in omega - delta; correct one of them.',
    ],
    [
      { assume: [{ that: 'ln(D) > 0', because: 'why' }] },
      '/assume/0/that',
      'D has the unit token in ln(D); make the argument dimensionless.',
    ],
  ])('%j', (file, path, says) => {
    expect(check(file)).toEqual([path, says]);
  });

  const fee = { name: 'fee', meaning: 'a fee', role: 'quantity' };
  it.each([
    { units: ['seat', 'K2_b'] },
    { symbols: [fee], define: { fee: 'D' } },
    { symbols: [fee], blocks: [{ quality: 'fee' }, { limits: { n: 'fee', d: 'D', t: '5' } }] },
    { symbols: [{ ...fee, unit: 'dollar' }], blocks: [{ cost: { data: 'fee' } }] },
    { blocks: ['rival', { block: 'cournot', parameters: { m: 2 } }] },
  ])('that go together: %j', (file) => {
    expect(check(file)).toBeNull();
  });
});

describe('the units of a problem', () => {
  const x = { name: 'x', meaning: 'an amount', unit: 'token' };
  const o = { name: 'o', meaning: 'theirs', unit: 'token', formula: '(m - 1)*x' };
  const symbols = [
    { name: 'a', meaning: 'worth', unit: 'dollar/token' },
    { name: 'b', meaning: 'slope', unit: 'dollar/token^2' },
    { name: 'K', meaning: 'most', unit: 'token' },
    { name: 'F', meaning: 'fee', role: 'quantity' },
    { name: 'm', meaning: 'players', domain: { atLeast: 2 } },
  ];
  const objective = { name: 'U', meaning: 'gain', parts: { fee: '-F', sale: 'a*x', press: '-b*x*o' } };
  const file = { id: 'own', kind: 'equilibrium', objective, variables: [x], others: [o], symbols };
  const multiplier = { name: 'l', meaning: 'worth of K' };
  const cap = { id: 'cap', left: 'x', relation: '<=', right: 'K', multiplier };
  const ratio = { name: 'r', meaning: 'a ratio', formula: 'a/b' };

  const NOT_DECLARED = /^"euro" is not declared/;
  it.each<readonly [object, string, string | RegExp]>([
    [{ objective: { ...objective, unit: 'euro' } }, '/objective/unit', NOT_DECLARED],
    [{ variables: [{ ...x, unit: 'euro' }] }, '/variables/0/unit', NOT_DECLARED],
    [{ others: [{ ...o, unit: 'euro' }] }, '/others/0/unit', NOT_DECLARED],
    [{ quantities: [{ ...ratio, unit: 'euro' }] }, '/quantities/0/unit', NOT_DECLARED],
    [
      { constraints: [{ ...cap, multiplier: { ...multiplier, unit: 'euro' } }] },
      '/constraints/0/multiplier/unit',
      NOT_DECLARED,
    ],
    [
      { objective: { ...objective, unit: 'token' } },
      '/objective/parts/sale',
      `the objective has the unit token, and this has the unit dollar; ${MEND}`,
    ],
    // The fee may have any unit; the first part that has one is what the others are held against.
    [
      { objective: { ...objective, parts: { fee: '-F', sale: 'a*x', press: '-b*x*o', more: 'x' } } },
      '/objective/parts/more',
      `the part sale of the objective has the unit dollar, and this has the unit token; ${MEND}`,
    ],
    [
      { others: [{ ...o, formula: 'x*x' }] },
      '/others/0/formula',
      `o has the unit token, and this has the unit token^2; ${MEND}`,
    ],
    [
      { constraints: [{ ...cap, left: 'x + a' }] },
      '/constraints/0/left',
      'a has the unit dollar/token, but x has token, in x + a; correct one of them.',
    ],
    [
      { constraints: [cap, { ...cap, id: 'two', right: 'K + a', multiplier: { ...multiplier, name: 'k' } }] },
      '/constraints/1/right',
      'a has the unit dollar/token, but K has token, in K + a; correct one of them.',
    ],
    [
      { constraints: [{ ...cap, right: 'a*K' }] },
      '/constraints/0/right',
      `the left side has the unit token, and this has the unit dollar; ${MEND}`,
    ],
    [
      { constraints: [{ ...cap, multiplier: { ...multiplier, unit: 'dollar' } }] },
      '/constraints/0/multiplier',
      'it is what one unit of the right side is worth, in dollar/token, and dollar is declared; correct the unit, or leave it out.',
    ],
    [
      { quantities: [{ ...ratio, unit: 'dollar' }] },
      '/quantities/0/formula',
      `r has the unit dollar, and this has the unit token; ${MEND}`,
    ],
    [
      { assume: [{ that: 'a > b', because: 'why' }] },
      '/assume/0/that',
      '-b has the unit dollar/token^2, but a has dollar/token, in a - b; correct one of them.',
    ],
  ])('%j', (change, path, says) => {
    const found = refusal(() => problemFrom({ ...file, ...change }));
    expect(found?.[0]).toBe(path);
    if (typeof says === 'string') expect(found?.[1]).toBe(says);
    else expect(found?.[1]).toMatch(says);
  });

  const plain = { name: 'x', meaning: 'an amount' };
  it.each<readonly [object, Readonly<Record<string, string>>]>([
    [{}, { U: 'dollar' }],
    [{ objective: { ...objective, unit: 'dollar' } }, { U: 'dollar' }],
    [{ constraints: [cap] }, { l: 'dollar/token' }],
    [{ constraints: [{ ...cap, right: '5' }] }, { l: 'dollar/token' }],
    [{ constraints: [{ ...cap, left: 'F', right: 'K' }] }, { l: 'dollar/token' }],
    [
      { constraints: [{ ...cap, multiplier: { ...multiplier, unit: 'dollar/token' } }] },
      { l: 'dollar/token' },
    ],
    [{ quantities: [ratio] }, { r: 'token' }],
    [{ quantities: [{ ...ratio, formula: 'F*x' }] }, { r: UNDECLARED }],
    [
      { variables: [plain], others: [{ ...o, unit: 'token' }] },
      { U: UNDECLARED, x: UNDECLARED },
    ],
    [{ variables: [plain], constraints: [{ ...cap, right: '5' }] }, { l: UNDECLARED }],
    [
      {
        objective: { ...objective, unit: 'dollar' },
        variables: [plain],
        constraints: [{ ...cap, right: '5' }],
      },
      { l: UNDECLARED },
    ],
    [
      { variables: [plain], constraints: [{ ...cap, right: 'K' }] },
      { U: UNDECLARED, l: UNDECLARED },
    ],
  ])('that follow from %j: %j', (change, units) => {
    const problem = problemFrom({ ...file, ...change });
    for (const [name, unit] of Object.entries(units)) {
      expect(problem.symbols.get(name)?.unit).toBe(unit);
      for (const { letter } of problem.quantities.filter((one) => one.letter.name === name))
        expect(letter.unit).toBe(unit);
      for (const { multiplier: own } of problem.constraints.filter((one) => one.multiplier.name === name))
        expect(own.unit).toBe(unit);
    }
  });
});
