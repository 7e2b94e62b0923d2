import { describe, expect, it, test } from 'vitest';
import { contextOf } from '../../src/economics/model.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { call, multiply, power, subtract, symbol } from '../../src/kernel/term.ts';
import { choicesAt, isChosen, kinksOf, pieceOf } from '../../src/numerics/kinks.ts';
import { splitProfit, summandsOf } from '../../src/numerics/split.ts';
import { CONTEXT, read } from '../support/terms.ts';

const { profit } = VARIANTS.baseline;

describe('the split of a profit', () => {
  it('puts positive summands into the gain and negative ones into the loss', () => {
    const { gain, loss, gates } = splitProfit(profit);
    expect(printText(gain)).toBe('omega*t*max(0, deformed_log(min(a*n^alpha, b*d^beta), gamma))');
    expect(printText(loss)).toBe('delta*t^2 + 6*n*d/E + 2*n*t/E');
    expect(gates.map(printText)).toEqual(['deformed_log(min(a*n^alpha, b*d^beta), gamma)']);
  });

  it('multiplies out a price that is a difference', () => {
    const { gain, loss } = splitProfit(
      subtract(multiply('t', subtract(multiply('omega', 'q'), multiply('delta', 't'))), 'n'),
    );
    expect(loss.kind === 'sum' && loss.terms).toHaveLength(2);
    expect(gain.kind).toBe('product');
  });

  it('leaves a difference alone that is known to be positive, such as the share 1 - kappa', () => {
    const model = VARIANTS['endogenous-threshold'];
    const kept = multiply(subtract(1, 'kappa'), subtract(multiply('omega', 't'), multiply('delta', 't')));
    expect(printText(splitProfit(kept, contextOf(model)).gain)).toBe('omega*t*(-kappa + 1)');
    expect(printText(splitProfit(kept).gain)).toBe('delta*t*kappa + omega*t');
  });
});

describe('the summands of a formula', () => {
  const shown = (text: string): readonly string[] => summandsOf(read(text)).map(printText);

  test.each([
    ['one', 'u*v', ['u*v']],
    ['a sum', 'u - v', ['u', '-v']],
    ['a sum of both signs is multiplied out', 'p*(u - v)', ['u*p', '-v*p']],
    ['so is one number taken off another letter', 'p*(u - 3)', ['u*p', '-3*p']],
    ['two of them, one after the other', '(u - v)*(u - p)', ['u*u', '-p*u', '-u*v', 'p*v']],
    ['a sum of one sign stays together', 'p*(u + v)', ['p*(u + v)']],
    ['a power of a sum is no sum', 'p*(u - v)^2', ['p*(u - v)^2']],
    ['a sum within a sum', 'p*(u - v) + u', ['u*p', '-v*p', 'u']],
  ])('%s: %s', (_, text, expected) => {
    expect([...shown(text)].sort()).toEqual(expected.map((one) => printText(read(one))).sort());
  });

  test('a sum that is known to be positive stays together', () => {
    expect(summandsOf(read('p*(u - v)'), () => true)).toHaveLength(1);
    expect(summandsOf(read('p*(u - v)'), () => false)).toHaveLength(2);
    expect(summandsOf(read('p*(u - v)'))).toHaveLength(2);
  });
});

describe('gain, loss and gates of a formula', () => {
  test.each([
    ['u - v', 'u', 'v', []],
    ['3 - v', '3', 'v', []],
    ['u - 3', 'u', '3', []],
    ['2*u - v', '2*u', 'v', []],
    ['u - 2*v - p', 'u', '2*v + p', []],
    ['-u*v', '0', 'u*v', []],
    ['u', 'u', '0', []],
    ['max(0, u - 1)', 'max(0, u - 1)', '0', ['u - 1']],
    ['v*max(u - 1, 0)', 'v*max(u - 1, 0)', '0', ['u - 1']],
    ['max(0, u - 1)*v + max(0, u - 1)*p', 'max(0, u - 1)*v + max(0, u - 1)*p', '0', ['u - 1']],
    ['max(0, u - 1) + max(0, v - 1)', 'max(0, u - 1) + max(0, v - 1)', '0', ['u - 1', 'v - 1']],
    // Of a gate within a gate both must be open, and what is asked of the outer one has the inner one open.
    ['max(0, v*max(0, u - 1) - 2)', 'max(0, v*max(0, u - 1) - 2)', '0', ['u - 1', 'v*(u - 1) - 2']],
    // No gates: what the smaller or larger of two other things is, or of three, and what is lost.
    ['max(u, v)', 'max(u, v)', '0', []],
    ['max(0, u, v)', 'max(0, u, v)', '0', []],
    ['min(0, u)', 'min(0, u)', '0', []],
    ['u - max(0, v - 1)', 'u', 'max(0, v - 1)', []],
  ])('%s', (text, gain, loss, gates) => {
    const found = splitProfit(read(text));
    expect(printText(found.gain)).toBe(printText(read(gain)));
    expect(printText(found.loss)).toBe(printText(read(loss)));
    expect(found.gates.map(printText).sort()).toEqual(gates.map((one) => printText(read(one))).sort());
  });

  test('a difference is multiplied out where nothing says that it is positive', () => {
    expect(printText(splitProfit(read('p*(u - v)'), CONTEXT).loss)).toBe(printText(read('v*p')));
    expect(printText(splitProfit(read('p*(u + v)'), CONTEXT).loss)).toBe('0');
  });
});

describe('kinks', () => {
  const kinks = kinksOf(profit);
  it('are found innermost first, each once', () => {
    expect(kinks.map(({ name }) => name)).toEqual(['min', 'max']);
    expect(kinksOf(multiply(profit, profit))).toHaveLength(2);
  });

  it('give way to an argument, or to a blend of two that tie', () => {
    const { gain, ties } = pieceOf(splitProfit(profit).gain, symbol('n'), kinks, [
      { kind: 'tie', first: 0, second: 1 },
      { kind: 'argument', index: 1 },
    ]);
    expect(kinksOf(gain)).toEqual([]);
    expect(ties).toHaveLength(1);
  });

  it('offer the blend only where both arguments are positive', () => {
    const [lower, upper] = [call('min', 'x', 'y'), call('max', 0, power('x', 2))].flatMap(kinksOf);
    if (!lower || !upper) throw new Error('no kink found');
    const kindsAt = (values: readonly number[]) => choicesAt(lower, values).map(({ kind }) => kind);
    expect(kindsAt([1.01, 1])).toEqual(['tie', 'argument', 'argument']);
    expect(kindsAt([2, 1])).toEqual(['argument', 'tie', 'argument']);
    expect(choicesAt(upper, [0, 4])).toEqual([{ kind: 'argument', index: 1 }]);
    expect(isChosen(lower, { kind: 'argument', index: 1 }, [2, 1])).toBe(true);
    expect(isChosen(lower, { kind: 'argument', index: 0 }, [2, 1])).toBe(false);
    expect(isChosen(lower, { kind: 'tie', first: 0, second: 1 }, [1, 1 + 1e-14])).toBe(true);
  });
});
