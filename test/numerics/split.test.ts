import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/economics/model.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { call, multiply, power, subtract, symbol } from '../../src/kernel/term.ts';
import { choicesAt, isChosen, kinksOf, pieceOf } from '../../src/numerics/kinks.ts';
import { splitProfit } from '../../src/numerics/split.ts';

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
