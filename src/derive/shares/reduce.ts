/**
 * The firm's problem in model size alone. Data follow size along the ray on which no resource is in excess, sales are those
 * that are best for the size, and what is left is one condition: an interior optimum is stationary, a data-bound one sits
 * where the stock is used up.
 */

import { contextOf, type Model } from '../../economics/model.ts';
import { rawDerivative } from '../../kernel/differentiate.ts';
import type { Context } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import {
  add,
  isZeroTerm,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
  zero,
} from '../../kernel/term.ts';
import { solve } from '../../solve/solve.ts';
import { type AdoptionCall, adoptionCalls, derivative, withCall } from './derivative.ts';
import { STATICS_LETTERS } from './letters.ts';

export const QUANTITIES = ['n', 'd', 't', 'C_train', 'profit', 'q', 'price'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** `interior`: every variable is chosen freely. `data-bound`: the stock of data is used up. */
export type Where = 'interior' | 'data-bound';

export interface Reduced {
  readonly model: Model;
  readonly where: Where;
  readonly context: Context;
  readonly call: AdoptionCall;
  /** The two branches of quality: what parameters allow, and what data allow. */
  readonly branches: { readonly byParameters: Term; readonly byData: Term };
  /** Every quantity as a term in n and the parameters. */
  readonly quantities: Readonly<Record<Quantity, Term>>;
  readonly margin: Term;
  /** Best sales as a term in the letter M. */
  readonly salesInMargin: Term;
  /** Marginal cost of training when n grows along the ray. */
  readonly trainingSlope: Term;
  /** d(profit)/dn along the ray at best sales. */
  readonly condition: Term;
  /** Where data bind: the size that uses the stock, and the limit's own letter with what it equals. */
  readonly bound: { readonly size: Term; readonly letter: string; readonly limit: Term } | null;
}

const stop = (what: string): never => refuse(what, 'comparative statics', 'see which variants are covered');

/** The root, where there is exactly one. */
export function rootOf(equation: Term, unknown: string, context: Context): Term {
  const outcome = solve(equation, unknown, context);
  return outcome.kind === 'solved' && outcome.roots.length === 1
    ? outcome.roots[0].value
    : stop(`${unknown} is not determined in closed form`);
}

function branchesOf({ quality }: Model): Reduced['branches'] {
  const args = quality.kind === 'call' && quality.name === 'min' ? quality.args : [];
  const byParameters = args.find((arg) => symbolsOf(arg).includes('n'));
  const byData = args.find((arg) => symbolsOf(arg).includes('d'));
  return byParameters && byData && args.length === 2
    ? { byParameters, byData }
    : stop('quality is not the smaller of a branch in n and one in d');
}

/** M and t: profit is M t less what falls with t squared. */
function sales(profit: Term, context: Context): { margin: Term; salesInMargin: Term } {
  const slope = rawDerivative(profit, 't');
  const margin = tidy(substitute(slope, { t: zero }), context);
  const rest = tidy(subtract(slope, margin), context);
  if (symbolsOf(rest).includes('n')) return stop('sales do not separate from size');
  return { margin, salesInMargin: rootOf(add(symbol('M'), rest), 't', context) };
}

function boundOf(model: Model, data: Term, context: Context): NonNullable<Reduced['bound']> {
  const [limit, ...more] = model.limits;
  const letter = limit && symbolsOf(limit.bound).find((name) => context.symbols.has(name));
  if (limit?.variable !== 'd' || more.length > 0 || !letter) return stop('the limit is not one on data');
  return { size: rootOf(subtract(data, limit.bound), 'n', context), letter, limit: limit.bound };
}

/** @throws OptimandError where a building block takes the problem out of what is covered. */
export function reduce(model: Model, where: Where): Reduced {
  const own = contextOf(model);
  const context: Context = { symbols: new Map([...STATICS_LETTERS, ...own.symbols]), facts: own.facts };
  const { blocks } = model;
  if (model.kind === 'equilibrium') stop('several sellers answer one another');
  if ('t' in model.given) stop('sales are not chosen');
  if (!isZeroTerm(model.dataSpend)) stop('data are bought');
  const branches = branchesOf(model);
  const adopted = blocks.adoption.onSale(branches.byParameters);
  const [call, ...others] = adoptionCalls(adopted);
  if (!call || others.length > 0) return stop('adoption is not one integral over thresholds');
  const data = rootOf(subtract(branches.byData, branches.byParameters), 'd', context);
  const [n, t] = [symbol('n'), symbol('t')];
  const training = blocks.cost.training(n, data);
  const profit = subtract(subtract(blocks.market.revenue(adopted, t), training), blocks.cost.inference(n, t));
  const { margin, salesInMargin } = sales(profit, context);
  const best = substitute(salesInMargin, { M: margin });
  const atBest = (value: Term): Term => substitute(value, { t: best });
  return {
    model,
    where,
    context,
    call,
    branches,
    margin,
    salesInMargin,
    quantities: {
      n,
      d: data,
      t: best,
      C_train: training,
      profit: atBest(profit),
      q: branches.byParameters,
      price: atBest(blocks.market.price(adopted, t)),
    },
    trainingSlope: rawDerivative(training, 'n'),
    condition: withCall(atBest(derivative(profit, 'n', call, context)), call),
    bound: where === 'data-bound' ? boundOf(model, data, context) : null,
  };
}
