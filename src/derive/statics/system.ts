/**
 * The conditions of an optimum and how they move, in letters. Profit is a sum of dollar amounts P_j of either sign; with
 * e_j(x) the elasticity of P_j in x,
 *
 *   F_x = Σ ± P_j e_j(x) = 0                      one condition a variable, rivals' sales not moving
 *   J_xy = dF_x/d ln y,  F_xp = dF_x/dp           rivals doing what one does oneself
 *
 * and by the implicit function theorem J dx = -F_p dp. A variable whose limit binds has the limit's worth as a further
 * dollar amount in its condition, and moves with the limit. Conditions are solved for letters, so that what is left may
 * take any positive values that the known inequalities allow.
 */
import { refuse } from '../../kernel/issues.ts';
import {
  addRatios,
  multiplyRatios,
  negateRatio,
  type Ratio,
  symbolRatio,
  ZERO_RATIO,
} from '../../kernel/ratio.ts';
import { signRational } from '../../kernel/rational.ts';
import { isNumber, isZeroTerm, negate, substitute, type Term } from '../../kernel/term.ts';
import type { Mover } from './letter.ts';
import { Ring } from './ring.ts';
import type { Setting } from './setting.ts';

/** One dollar amount of profit: its sign, its term with rivals as they are, its value where they do what one does oneself. */
export interface Amount {
  readonly sign: 1 | -1;
  readonly term: Term;
  readonly value: Ratio;
}

/** The worth of a limit that binds: a letter without a term of its own, since a condition defines it. */
export interface Worth {
  readonly name: string;
  readonly variable: string;
  /** In the other letters. */
  readonly value: Ratio;
}

/** Names and meanings of dollar amounts by where in the profit they stand. */
export const DOLLARS = {
  gross: { letter: 'G', meaning: 'gross revenue, before the price falls with sales' },
  discount: { letter: 'S', meaning: 'what falling prices take from gross revenue' },
  training: { letter: 'C', meaning: 'training spend' },
  inference: { letter: 'I', meaning: 'inference spend' },
  data: { letter: 'B', meaning: 'spend on data' },
  worth: { letter: 'X', meaning: 'what a relative increase of the limit would be worth' },
} as const;
export type DollarKind = keyof typeof DOLLARS;

export interface System {
  readonly setting: Setting;
  readonly ring: Ring;
  readonly profit: readonly Amount[];
  readonly worths: readonly Worth[];
  /** F_x without the worth of a limit. */
  readonly free: Readonly<Record<string, Ratio>>;
  /** F_x, the worth of a binding limit in it. */
  readonly conditions: Readonly<Record<string, Ratio>>;
  /** One's own second derivatives, rivals not moving. */
  readonly hessian: readonly (readonly Ratio[])[];
  /** J. */
  readonly jacobian: readonly (readonly Ratio[])[];
  readonly own: (name: string) => Mover;
  readonly all: (name: string) => Mover;
}

/** The sign in front of a product, and the product without it. */
function signed(value: Term): { readonly sign: 1 | -1; readonly term: Term } {
  const factors = value.kind === 'product' ? value.factors : [value];
  const negatives = factors.filter((factor) => isNumber(factor) && signRational(factor.value) < 0);
  return negatives.length % 2 === 1 ? { sign: -1, term: negate(value) } : { sign: 1, term: value };
}

const summands = (value: Term): readonly Term[] =>
  value.kind === 'sum' ? value.terms.flatMap(summands) : isZeroTerm(value) ? [] : [value];

/** Dollar amounts of a term of the model, each a multiple of a letter. */
export function amountsOf(
  value: Term,
  kind: (sign: 1 | -1) => DollarKind,
  { model }: Pick<Setting, 'model'>,
  ring: Ring,
): readonly Amount[] {
  return summands(value).map((part) => {
    const { sign, term } = signed(part);
    const amount = ring.dollars(DOLLARS[kind(sign)].letter, substitute(term, model.rivals));
    return { sign, term, value: amount };
  });
}

function profitOf({ model, quality }: Setting, ring: Ring): readonly Amount[] {
  const [n, d, t] = ['n', 'd', 't'].map(
    (name) => model.given[name] ?? ({ kind: 'symbol', name } as const),
  ) as [Term, Term, Term];
  const { adoption, market, cost } = model.blocks;
  const take = (value: Term, kind: (sign: 1 | -1) => DollarKind): readonly Amount[] =>
    amountsOf(value, kind, { model }, ring);
  const turned = (amounts: readonly Amount[]): readonly Amount[] =>
    amounts.map((amount) => ({ ...amount, sign: amount.sign === 1 ? -1 : 1 }));
  return [
    ...take(market.revenue(adoption.onSale(quality), t), (sign) => (sign === 1 ? 'gross' : 'discount')),
    ...turned(take(cost.training(n, d), () => 'training')),
    ...turned(take(cost.inference(n, t), () => 'inference')),
    ...turned(take(cost.data?.(d) ?? { kind: 'number', value: { num: 0n, den: 1n } }, () => 'data')),
  ];
}

const total = (all: readonly Ratio[]): Ratio => all.reduce(addRatios, ZERO_RATIO);
const bySign = ({ sign }: Pick<Amount, 'sign'>, value: Ratio): Ratio =>
  sign === 1 ? value : negateRatio(value);

/** How one's own choice moves things, and how the optimum as a whole does. */
function moversOf({ model, ray, fixed }: Setting): Pick<System, 'own' | 'all'> {
  const own = { ...model.given, ...ray };
  const all = { ...own, ...model.rivals, ...fixed };
  return { own: (name) => ({ name, follow: own }), all: (name) => ({ name, follow: all }) };
}

/** @throws OptimandError where a building block has terms without a place in the letters. */
export function systemOf(setting: Setting): System {
  const { context, own: variables, unknowns, binding } = setting;
  const ring = new Ring(context);
  const { own, all } = moversOf(setting);
  const profit = profitOf(setting, ring);
  const slopes = new Map(variables.map((x) => [x, profit.map(({ term }) => ring.slope(term, own(x)))]));
  const free = Object.fromEntries(
    variables.map((x) => [
      x,
      total(
        profit.map((amount, j) =>
          bySign(amount, multiplyRatios(amount.value, slopes.get(x)?.[j] ?? ZERO_RATIO)),
        ),
      ),
    ]),
  );
  const held = variables.filter((name) => !unknowns.includes(name));
  const worths = held.map((variable, i): Worth => {
    const wish = binding.length > 1 ? `${DOLLARS.worth.letter}_${i + 1}` : DOLLARS.worth.letter;
    return {
      name: wish,
      variable,
      value: free[variable] ?? refuse('no condition', 'comparative statics', 'see why'),
    };
  });
  const conditions = Object.fromEntries(
    variables.map((x) => {
      const worth = worths.find(({ variable }) => variable === x);
      const value = free[x] ?? ZERO_RATIO;
      return [x, worth ? addRatios(value, negateRatio(symbolRatio(worth.name))) : value];
    }),
  );
  const hessian = unknowns.map((x) =>
    unknowns.map((y) =>
      total(
        profit.map((amount, j) => {
          const [ex, ey] = [slopes.get(x)?.[j] ?? ZERO_RATIO, slopes.get(y)?.[j] ?? ZERO_RATIO];
          return bySign(
            amount,
            multiplyRatios(amount.value, addRatios(multiplyRatios(ex, ey), ring.derivative(ex, own(y)))),
          );
        }),
      ),
    ),
  );
  const jacobian = unknowns.map((x) => unknowns.map((y) => ring.derivative(free[x] ?? ZERO_RATIO, all(y))));
  return { setting, ring, profit, worths, free, conditions, hessian, jacobian, own, all };
}
