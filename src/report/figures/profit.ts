/**
 * Profit around the optimum: the derived profit of a model of n parameters, data and sales at their best for it, as a share of
 * the best profit, at several distances from break-even. The optimum itself is the referee's.
 */
import { reducedProfit } from '../../../derivations/04-reduced-profit.ts';
import { evaluator } from '../../claims/evaluate-result.ts';
import type { Model } from '../../economics/model.ts';
import { valuesText } from '../../figures/letters.ts';
import type { ProfitCurve, ProfitFigure, ProfitPanel } from '../../figures/profit.ts';
import { fail } from '../../kernel/issues.ts';
import { breakEven } from '../../numerics/break-even.ts';
import { optimise } from '../../numerics/optimise.ts';
import type { Values } from '../expression.ts';
import { lawsQuestion } from '../laws-input.ts';
import { type Asked, variantOf } from '../variant.ts';
import { firmOf, panelsOf } from './firm.ts';

export interface ProfitOptions {
  readonly set?: Values;
}

/** Hardware efficiency as multiples of its break-even. */
const MULTIPLES = [1.01, 1.1, 2, 10, 1000] as const;
/** Sizes from this share of the best one to its inverse. */
const REACH = 100;
const POINTS = 401;

const seven = (value: number): number => Number(value.toPrecision(7));

/** The least and the largest relative size at which there is a profit, as far as the curve goes. */
function windowOf(points: readonly (readonly [number, number])[]): [number, number] {
  const inside = points.filter(([, share]) => share > 0).map(([size]) => size);
  return [Math.min(...inside), Math.max(...inside)];
}

function curveOf(model: Model, values: Values, multiple: number): ProfitCurve {
  const found = optimise(model, values, { elasticities: false });
  if (found.kind !== 'optimum') {
    return fail({
      code: 'usage',
      what: `No optimum was found at E = ${values.E}`,
      would: 'set other values',
    });
  }
  const profit = evaluator(reducedProfit(), 'profit');
  const margin = evaluator(reducedProfit(), 'margin');
  const points = Array.from({ length: POINTS }, (_, i): [number, number] => {
    const size = REACH ** ((2 * i) / (POINTS - 1) - 1);
    const at = { ...values, n: found.n * size, Pi: 0, M: 0 };
    const sells = margin(at).right > 0;
    return [
      seven(size),
      sells ? seven(profit({ ...values, n: found.n * size, Pi: 0 }).right / found.profit) : -1,
    ];
  });
  return {
    E: seven(values.E ?? Number.NaN),
    multiple,
    n: seven(found.n),
    profit: seven(found.profit),
    window: windowOf(points),
    points,
  };
}

function panelOf(model: Model, firm: Values, shown: Values): ProfitPanel {
  const values = { ...firm, ...shown };
  const even = breakEven(model, { ...values, E: 1e15 });
  if (even === null) {
    return fail({
      code: 'usage',
      what: 'No hardware efficiency lets this firm break even',
      would: 'set other values',
    });
  }
  return {
    title: valuesText(shown),
    set: { ...shown },
    breakEven: seven(even),
    curves: MULTIPLES.map((multiple) => curveOf(model, { ...values, E: even * multiple }, multiple)),
  };
}

/** Whether profit in size alone is derived for what is asked for. */
export const isProfitDerived = ({ id }: { readonly id: string }): boolean => id === reducedProfit().variant;

/**
 * Profit around the optimum of a variant.
 * @throws OptimandError where profit as a function of size alone is not derived for the variant, and for values that are wrong.
 */
export function profitAround(variant: Asked, { set = {} }: ProfitOptions = {}): ProfitFigure {
  const model = variantOf(variant);
  const derived = reducedProfit().variant;
  if (model.id !== derived) {
    fail({
      code: 'usage',
      what: `Profit in size alone is not derived for ${model.id}`,
      would: `draw it for ${derived}`,
    });
  }
  lawsQuestion(model, 'E', 'b', set);
  const firm = firmOf(model, set, ['E']);
  const panels = panelsOf(model, set, ['E']).map((shown) => panelOf(model, firm, shown));
  return {
    figure: 'profit',
    variant: model.id,
    title: `${model.title}: profit around the optimum`,
    firm,
    panels,
  };
}
