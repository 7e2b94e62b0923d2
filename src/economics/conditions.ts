/**
 * The first-order conditions of a firm: those of its problem (`lagrangian.ts`), taken where it sells, under the labels by which
 * its regimes are named: the gain, the slope of demand, training, inference, data that are bought, a limit. Laws and regimes
 * are read off these labels, so a model with another block has other laws without a word about it elsewhere.
 */
import type { Problem as Conditions } from '../asymptotics/problem.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm } from '../kernel/normal/to-term.ts';
import { negate, symbol, symbolsOf, type Term } from '../kernel/term.ts';
import { SATURATED, systemsOf } from './lagrangian.ts';
import { contextOf, type Model } from './model.ts';
import { BOUND, type Part, type Problem, problemOfFirm } from './problem.ts';
import { f } from './symbols.ts';

const MULTIPLIER = 'mu';
const DATA_COST = 'data-cost';
const NAMES = {
  ...Object.fromEntries(Object.values(BOUND).map((name) => [name, name])),
  [DATA_COST]: DATA_COST,
  [SATURATED]: SATURATED,
};

/** The summands of a cost; what training costs of data alone is the price of data. */
const costParts = (base: string, value: Term, model: Model): readonly Part[] =>
  normalise(value, contextOf(model)).map((summand) => {
    const term = normalTerm([summand]);
    const isOfData = base === 'training' && !symbolsOf(term).includes('n');
    return { source: isOfData ? DATA_COST : base, term: negate(term) };
  });

/** The problem of a firm where it sells. */
function whereSold(model: Model): Problem {
  const { market, adoption, cost } = model.blocks;
  const [n, d, t] = [symbol('n'), symbol('d'), symbol('t')];
  const problem = problemOfFirm(model);
  return {
    ...problem,
    inside: {
      letter: f.name,
      value: adoption.onSale(model.quality),
      piecewise: model.quality,
      parts: [
        {
          source: 'revenue',
          term: market.revenue(symbol(f.name), t),
          apart: { source: 'demand', holding: ['t'] },
        },
        ...costParts('training', cost.training(n, d), model),
        ...costParts('inference', cost.inference(n, t), model),
        ...costParts(DATA_COST, model.dataSpend, model),
      ],
    },
    constraints: problem.constraints.map((constraint, i, { length }) => ({
      ...constraint,
      relative: true,
      multiplier: {
        ...constraint.multiplier,
        name: length > 1 ? `${MULTIPLIER}_${model.limits[i]?.variable}` : MULTIPLIER,
      },
    })),
  };
}

/** What laws are told of besides profit. */
const TOLD = ['n', 'd', 't', 'C_train'];

/**
 * The systems of first-order conditions of a model: branch by branch of what is piecewise, first with every limit slack,
 * then with each choice of limits binding.
 * @throws OptimandError where quality has a kink that is not known to be the optimum, or something is no sum of monomials.
 */
export const conditionsOf = (model: Model): readonly Conditions[] =>
  systemsOf(whereSold(model)).map(({ conditions }) => ({
    ...conditions,
    quantities: Object.fromEntries(
      TOLD.flatMap((name) => {
        const value = conditions.quantities[name];
        return value ? [[name, value] as const] : [];
      }),
    ),
    names: NAMES,
  }));
