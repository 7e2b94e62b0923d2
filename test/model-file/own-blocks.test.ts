/** Blocks written as formulas: what each makes of a firm, whole, and the sentence where an entry does not do. */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { symbol } from '../../src/kernel/term.ts';
import { expectGolden } from '../support/goldens.ts';

const letter = (name: string, domain: object | string = 'positive') => ({
  name,
  meaning: `letter ${name}`,
  domain,
});

/** A letter is what a block is about: a shape, or a quantity without a unit. */
const S = { symbols: [letter('s')] };
const G = { name: 'g', meaning: 'fee of each token', unit: 'dollar/token', role: 'quantity' };
const J = { name: 'J', meaning: 'price of a token of data', unit: 'dollar/token', role: 'quantity' };
const M = { name: 'N_max', meaning: 'largest size', unit: 'parameter', role: 'quantity' };

const FIRMS: Readonly<Record<string, object>> = {
  'quality of its own': { blocks: [{ quality: 'min(a*n^alpha, 2*b*d^beta)' }] },
  'quality with a name': {
    blocks: [{ quality: 'a*n^alpha', title: 'Size alone', meaning: 'data do not count', source: 'nobody' }],
  },
  'adoption that says where it is zero': { ...S, blocks: [{ adoption: 'max(0, (q - 1)/s)' }] },
  'adoption that is the larger of two': { ...S, blocks: [{ adoption: 'max(q, q^s)' }] },
  'adoption that is the largest of three': { ...S, blocks: [{ adoption: 'max(0, q, q^s)' }] },
  'adoption with a ceiling': { ...S, blocks: [{ adoption: 's*q/(1 + q)', ceiling: 's' }] },
  'adoption that may be negative': { ...S, blocks: [{ adoption: 'ln(q) - s' }] },
  'a price in quality': { blocks: [{ price: 'omega*q - delta*t' }] },
  'a price in adoption, in two summands': { blocks: [{ price: 'omega*f/2 - delta*t^2/K' }] },
  'a price as a product with sales': { blocks: [{ price: 'omega*f*(K/t)^(1/epsilon)' }] },
  'a fee taken off the price': { symbols: [G], blocks: [{ price: 'omega*f - g - delta*t' }] },
  'sales that demand fixes': { blocks: [{ price: 'omega*f', sales: 'T' }] },
  'sellers alike': { blocks: [{ price: 'omega*f - delta*(t + t_others)', sellers: 'm' }] },
  'sellers alike, their sales apart': {
    blocks: [{ price: 'omega*f - delta*t - 2*delta*t_others', sellers: '3', meaning: 'three of them' }],
  },
  'training of its own': { blocks: [{ cost: { training: '9*n*d/E' } }] },
  'inference of its own': { blocks: [{ cost: { inference: '2*n*t/E_inf' } }] },
  'both of its own': { blocks: [{ cost: { training: '5*n*d/E', inference: '3*n*t/E' } }] },
  'data that cost': { symbols: [J], blocks: [{ cost: { data: 'J*d' }, title: 'Data' }] },
  'all costs of its own': {
    symbols: [J],
    blocks: [{ cost: { training: '5*n*d/E', inference: '3*n*t/E', data: '2*J*d' } }],
  },
  'limits on all': { symbols: [M], blocks: [{ limits: { n: 'N_max', d: '2*D', t: 'K' } }] },
  'a block by name with a number': { blocks: [{ block: 'cournot', parameters: { m: 3 } }, 'data-bound'] },
  'numbers and ranges': {
    symbols: [
      letter('s'),
      letter('u', { above: 0, below: 1 }),
      letter('v', { atLeast: 1, integer: true }),
      letter('w', { above: 20 }),
      letter('x', 'real'),
    ],
    blocks: [{ adoption: 's*q^u + (w - 20)*q + v*q + x*ln(q)' }],
    set: { u: 0.5, w: 30 },
    ranges: { s: { low: 2, high: 3 }, v: { low: 1, high: 9 }, x: { low: -1, high: 1 } },
  },
};

const blockText = (block: Model['blocks'][keyof Model['blocks']]): string => {
  const letters = block.parameters.map(({ name }) => name).join(', ');
  const open = block.openLogarithms ? '; a logarithm may be negative' : '';
  const title = 'title' in block ? `${block.title}: ` : '';
  return `  ${block.kind} ${block.id}: ${title}${block.meaning}; ${block.source}; in ${letters || 'nothing'}${open}`;
};

/** What is computed with a model, on a line each. */
function modelText(model: Model): string {
  const { blocks, quality, price, revenue, profit, variables, limits, given, rivals, own } = model;
  const named = [...Object.entries(given), ...Object.entries(rivals)];
  const at = symbol('q');
  return [
    ...Object.values(blocks).map(blockText),
    `  adoption where somebody buys: ${printText(blocks.adoption.onSale(at))}`,
    `  adoption everywhere: ${printText(blocks.adoption.everywhere(at))}`,
    ...(blocks.adoption.reached ? [`  of its ceiling: ${printText(blocks.adoption.reached(at))}`] : []),
    `  quality: ${printText(quality)}`,
    `  price: ${printText(price)}`,
    `  revenue: ${printText(revenue)}`,
    `  profit in ${variables.join(', ')}: ${printText(profit)}`,
    ...named.map(([name, value]) => `  ${name} = ${printText(value)}`),
    ...limits.map(({ variable, bound }) => `  ${variable} <= ${printText(bound)}`),
    ...Object.entries(own.ranges).map(
      ([name, { low, high, scale, meaning }]) => `  ${name} from ${low} to ${high}, ${scale}: ${meaning}`,
    ),
  ].join('\n');
}

/** What a description makes, or the sentence why nothing. */
function made(data: object): string {
  try {
    return modelText(modelFrom({ id: 'own', ...data }));
  } catch (error) {
    if (error instanceof OptimandError) return `  ${error.message}`;
    throw error;
  }
}

const BASELINE = modelText(modelFrom({ id: 'own' })).split('\n');

/** Line by line, without what the baseline has too. */
const recorded = (all: Readonly<Record<string, object>>): string =>
  Object.entries(all)
    .map(([what, data]) =>
      [
        what,
        ...made(data)
          .split('\n')
          .filter((line) => !BASELINE.includes(line)),
      ].join('\n'),
    )
    .join('\n\n');

test('what blocks written as formulas make', () => {
  expectGolden('models/own-blocks.txt', recorded(FIRMS));
});

/** Logarithms count as positive where somebody buys unless the formula leaves their sign open. */
describe('a logarithm in adoption', () => {
  const isOpen = (adoption: string): boolean =>
    modelFrom({ id: 'own', ...S, blocks: [{ adoption }] }).blocks.adoption.openLogarithms === true;
  test.each([
    'ln(q)',
    '2*ln(q)/s',
    'max(0, ln(q))*s',
    'ln(q) - s',
    's*ln(q)^3 - 1 - s',
    'deformed_log(q, s)',
    'q - s',
  ])('is positive where this is: %s', (adoption) => expect(isOpen(adoption)).toBe(false));
  test.each([
    ...['ln(q) + s', 'ln(q)*ln(q/2)', 's - ln(q) + ln(q)^3', 'q - ln(q)', 'ln(q) + deformed_log(q, s) - 1'],
    ...[
      '(ln(q) + s)^2',
      'ln(q + ln(q + 2)) - 1',
      '1/(s + ln(q + 1))',
      'q*(q - ln(q))',
      'ln(q)^2',
      's*ln(q)^4 - 1',
      'ln(q)*(q - 2)',
      'ln(q)/(q - 2)',
      'max(0, ln(q)*(q - 2))',
    ],
  ])('may be negative where this is positive: %s', (adoption) => expect(isOpen(adoption)).toBe(true));
});

test('a power of a logarithm that is a whole number may be even', () => {
  const isOpen = (domain: object | string): boolean =>
    modelFrom({ id: 'own', symbols: [letter('s', domain)], blocks: [{ adoption: 'max(0, ln(q))^s' }] }).blocks
      .adoption.openLogarithms === true;
  expect([isOpen('positive'), isOpen({ atLeast: 1, integer: true })]).toEqual([false, true]);
});

const WRONG: Readonly<Record<string, object>> = {
  'no cost': { blocks: [{ cost: {} }] },
  'no limit': { blocks: [{ limits: {} }] },
  'a parameter of a block that has none': { blocks: [{ block: 'network', parameters: { m: 1 } }] },
  'a parameter of what limits nothing': { blocks: [{ block: 'data-bound', parameters: { E: 1 } }] },
  'data in the cost of inference': { blocks: [{ cost: { inference: 'n*d/E' } }] },
  'sales in the cost of training': { blocks: [{ cost: { training: 'n*t/E' } }] },
  'size in the cost of data': { blocks: [{ cost: { data: 'n*d/E' } }] },
  'others without sellers': { blocks: [{ price: 'omega*f - delta*t_others' }] },
  'a variable in a ceiling': { blocks: [{ adoption: 'q/(1 + q)', ceiling: 'q' }] },
  'a variable in a limit': { blocks: [{ limits: { d: 'n' } }] },
  'a variable in the number of sellers': { blocks: [{ price: 'omega*f', sellers: 't' }] },
  'a variable in sales': { blocks: [{ price: 'omega*f', sales: 'n' }] },
  'a limit that is negative': { blocks: [{ limits: { t: 'K - T' } }] },
  'sales that are negative': { blocks: [{ price: 'omega*f', sales: 'T - K' }] },
  'a cost of data that is negative': { blocks: [{ cost: { data: '(1 - d/D)*omega*d' } }] },
  'a cost of inference that is negative': { blocks: [{ cost: { inference: '-n*t/E' } }] },
  'a whole number that is a formula': { blocks: ['cournot'], define: { m: 'alpha + 1' } },
  'a whole number that is none': { blocks: ['cournot'], define: { m: 2.5 } },
  'a number above its domain': { blocks: ['network'], define: { nu: 2 } },
  'a formula above its domain': {
    symbols: [letter('u', { above: 0, below: 1 })],
    define: { u: '2*alpha' },
    blocks: [{ adoption: 'q*u' }],
  },
  'a limit of the base that is negative': { base: 'data-bound', define: { D: 'K - T' } },
  'a training cost of the base that is negative': { define: { E: 'c_d - E_inf' } },
  'a range outside the domain': { ...S, blocks: [{ adoption: 'q/s' }], ranges: { s: { low: -1, high: 2 } } },
  'logarithms of what is not positive': {
    symbols: [letter('x', 'real')],
    blocks: [{ adoption: 'q + x' }],
    ranges: { x: { low: -1, high: 2, scale: 'log' } },
  },
  'a number that is none of the model': { ...S, blocks: [{ adoption: 'q/s' }], set: { r: 1 } },
};

test('entries that do not do', () => {
  expectGolden('models/wrong-blocks.txt', recorded(WRONG));
});
