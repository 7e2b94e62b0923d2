/** Kinks by hand: which there are, what is tried at each, the smooth pieces, and what the fast solver makes of them. */
import { describe, expect, test } from 'vitest';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Term } from '../../src/kernel/term.ts';
import { early, inverse, monomialIn, opened, rayOf, replaced } from '../../src/numerics/fast/ray.ts';
import { type Choice, choicesAt, isChosen, type Kink, kinksOf, pieceOf } from '../../src/numerics/kinks.ts';
import { within } from '../../src/numerics/pool.ts';
import { orSentence, read } from '../support/terms.ts';

const shown = (value: Term | null): string | null => value && printText(value);
const smaller = read('min(u, v)') as Kink;
const larger = read('max(u, v)') as Kink;
const alone = (index: number): Choice => ({ kind: 'argument', index });
const TIE: Choice = { kind: 'tie', first: 0, second: 1 };

describe('kinks of a term', () => {
  test('each once, the inner before the outer', () => {
    const found = kinksOf(read('u*min(max(u, 2), v) + ln(max(u, 2)) + min(u, v)'));
    expect(found.map(printText)).toEqual(['max(u, 2)', 'min(max(u, 2), v)', 'min(u, v)']);
    expect(kinksOf(read('u + ln(v)'))).toEqual([]);
  });

  test.each([
    ['far apart: the foremost, the tie, the other', smaller, [1, 2], [alone(0), TIE, alone(1)]],
    ['the other way round', smaller, [2, 1], [alone(1), TIE, alone(0)]],
    ['of a larger one the larger is foremost', larger, [1, 2], [alone(1), TIE, alone(0)]],
    ['near each other: the tie first', smaller, [1, 1.05], [TIE, alone(0), alone(1)]],
    ['as near, from the other side', smaller, [1.05, 1], [TIE, alone(1), alone(0)]],
    ['a fifth apart: not near', smaller, [0.8, 1], [alone(0), TIE, alone(1)]],
    ['one is not positive: no tie', smaller, [-1, 2], [alone(0)]],
    ['the other is not', larger, [-1, 2], [alone(1)]],
    ['zero is not', smaller, [0, 0], [alone(0)]],
  ] as const)('%s', (_, kink, values, expected) => {
    expect(choicesAt(kink, values)).toEqual(expected);
  });

  test('of three arguments the two foremost may tie', () => {
    const three = read('min(u, v, 3)') as Kink;
    expect(choicesAt(three, [5, 1, 2])).toEqual([alone(1), { kind: 'tie', first: 1, second: 2 }, alone(2)]);
    expect(choicesAt(three, [2, 5, 1])).toEqual([alone(2), { kind: 'tie', first: 0, second: 2 }, alone(0)]);
  });

  test('what the values choose, up to rounding', () => {
    expect(isChosen(smaller, alone(0), [1, 2])).toBe(true);
    expect(isChosen(smaller, alone(1), [1, 2])).toBe(false);
    expect(isChosen(larger, alone(0), [1, 2])).toBe(false);
    expect(isChosen(larger, alone(1), [1, 2])).toBe(true);
    expect(isChosen(smaller, alone(1), [1, 1 + 1e-12])).toBe(true);
    expect(isChosen(smaller, alone(1), [1, 1 + 1e-9])).toBe(false);
    expect(isChosen(smaller, alone(1), [1, 1 + 1e-9], 1e-8)).toBe(true);
    expect(isChosen(smaller, TIE, [3, 3])).toBe(true);
    expect(isChosen(smaller, TIE, [3, 4])).toBe(false);
    expect(isChosen(smaller, TIE, [4, 3])).toBe(false);
    // Rounding is of the largest of the values, whatever its sign.
    expect(isChosen(smaller, alone(1), [-1e6, -1e6 + 1e-5])).toBe(true);
  });

  test('a smooth piece: an argument in its place, or both with weights', () => {
    const kinks = [smaller];
    const piece = (choice: Choice) => pieceOf(read('u*min(u, v)'), read('v + min(u, v)'), kinks, [choice]);
    expect(shown(piece(alone(0)).gain)).toBe('u*u');
    expect(shown(piece(alone(1)).loss)).toBe('v + v');
    expect(piece(alone(1)).ties).toEqual([]);
    const tied = piece(TIE);
    expect(
      tied.ties.map(({ left, right, weights }) => [printText(left), printText(right), ...weights]),
    ).toEqual([['u', 'v', 'weight 0 left', 'weight 0 right']]);
    expect(kinksOf(tied.gain)).toEqual([]);
    expect(kinksOf(tied.loss)).toEqual([]);
  });

  test('a kink within a kink, each with its own choice', () => {
    const [inner, outer] = kinksOf(read('min(max(u, 2), v)'));
    const kinks = [inner, outer] as readonly Kink[];
    const gain = read('min(max(u, 2), v)');
    const first = inner?.args.findIndex((part) => printText(part) === 'u') ?? 0;
    const ofMax = outer?.args.findIndex((part) => part.kind === 'call') ?? 0;
    expect(shown(pieceOf(gain, read('v'), kinks, [alone(first), alone(ofMax)]).gain)).toBe('u');
    expect(shown(pieceOf(gain, read('v'), kinks, [alone(1 - first), alone(ofMax)]).gain)).toBe('2');
    expect(shown(pieceOf(gain, read('v'), kinks, [alone(first), alone(1 - ofMax)]).gain)).toBe('v');
  });
});

describe('what the fast solver makes of gates and kinks', () => {
  test.each([
    ['max(0, u - 1)', 'u - 1'],
    ['v*max(u - 1, 0)', 'v*(u - 1)'],
    ['max(0, max(0, u))', 'u'],
    ['max(u, v)', 'max(u, v)'],
    ['max(0, u, v)', 'max(0, u, v)'],
    ['min(0, u)', 'min(0, u)'],
    ['ln(max(0, u))', 'ln(u)'],
  ])('%s, where anything sells: %s', (text, expected) => {
    expect(shown(opened(read(text)))).toBe(printText(read(expected)));
  });

  test.each([
    ['u', 'v', 'v'],
    ['3*u^2', 'v', '(v/3)^(1/2)'],
    ['p*u^s', 'v', '(v/p)^(1/s)'],
    ['(2*u)^(1/2)', 'v', '1/2*v^2'],
    ['v', 'u', null],
    ['u + 1', 'v', null],
    ['u*(u + 1)', 'v', null],
    ['2^u', 'v', null],
    ['u^u', 'v', null],
    ['ln(u)', 'v', null],
  ])('%s = target: u', (side, target, expected) => {
    const found = inverse(read(side), 'u', read(target));
    expect(shown(found)).toBe(expected === null ? null : printText(read(expected)));
  });

  test('a monomial in a letter, what else is chosen left out', () => {
    const found = (text: string) => shown(monomialIn(read(text), 'u', ['u', 'v']));
    expect(found('1 - exp(-2*p*u^2)')).toBe(printText(read('-2*p*u^2')));
    expect(found('(3*u)^p - 1')).toBe('3*u');
    expect(found('u*v + 3*v')).toBeNull();
    expect(found('v')).toBeNull();
    expect(found('p + 2*u')).toBeNull();
  });

  test('what is small of what grows ever more slowly', () => {
    expect(shown(early(read('v*(min(u, 3) + ln(1 + u))')))).toBe(shown(read('v*u')));
    expect(shown(early(read('v*(u + 3)')))).toBe(shown(read('v*(u + 3)')));
    expect(shown(early(read('min(u, 3)')))).toBe('min(u, 3)');
  });

  test('one thing in the place of another, everywhere', () => {
    expect(shown(replaced(read('ln(u + v)*(u + v)^2 + u'), read('u + v'), read('p')))).toBe(
      shown(read('ln(p)*p^2 + u')),
    );
  });
});

describe('the letter that follows the others along a kink', () => {
  const { baseline } = VARIANTS;
  const bound = VARIANTS['data-bound'];
  const ray = (text: string, model = baseline) => rayOf(read(text), model);

  test('none without a kink, or with one of which a single side is chosen', () => {
    expect(ray('n*d')).toBeNull();
    expect(ray('t*min(n, 3)')).toBeNull();
  });

  test('the first letter of the model that a side is a power of', () => {
    const found = ray('t*min(a*n^alpha, b*d^beta)');
    expect(found?.letter).toBe('n');
    expect(shown(found?.value ?? null)).toBe(printText(read('(b*d^beta/a)^(1/alpha)')));
    expect(shown(found?.side ?? null)).toBe(printText(read('b*d^beta')));
    expect(shown(found?.kink ?? null)).toBe(printText(read('min(a*n^alpha, b*d^beta)')));
  });

  test('not one that has a limit, nor one that is on both sides', () => {
    expect(ray('t*min(a*n^alpha + 1, b*d^beta)')?.letter).toBe('d');
    // d has the limit D there.
    expect(orSentence(() => ray('t*min(a*n^alpha + 1, b*d^beta)', bound))).toBe(
      'a kink of which no side is a power in the fast solver; use the referee.',
    );
    expect(orSentence(() => ray('min(n*d, n*d^2)'))).toBe(
      'a kink of which no side is a power in the fast solver; use the referee.',
    );
  });

  test.each(['min(n, d) + min(n, 2*d)', 'min(n, d, t)', 'max(n, d)'])('%s: refused', (text) => {
    expect(orSentence(() => ray(text))).toBe('more than one kink in the fast solver; use the referee.');
  });
});

test('a draw from a range: evenly, in logarithms, or of whole numbers', () => {
  const at = (low: number, high: number, scale: 'linear' | 'log' | 'whole', u: number) =>
    within({ low, high, scale, meaning: 'test' }, u);
  expect(at(2, 6, 'linear', 0.25)).toBe(3);
  expect(at(1, 16, 'log', 0.25)).toBe(2);
  expect([0, 0.1, 0.2, 0.34, 0.67, 0.999].map((u) => at(2, 4, 'whole', u))).toEqual([2, 2, 2, 3, 4, 4]);
});
