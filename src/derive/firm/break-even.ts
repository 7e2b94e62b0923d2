/** Where the firm starts to produce: profit and its slope vanish together. */
import type { Model } from '../../economics/model.ts';
import { elasticity } from '../../kernel/differentiate.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { add, multiply, negate, substitute, subtract, type Term } from '../../kernel/term.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation } from '../relation.ts';
import { conditions } from './conditions.ts';
import { dependsOn, type Firm } from './firm.ts';
import { leaderOf } from './ray.ts';
import { assumeSalesFree, bestSales } from './sales.ts';
import { aboutModel, assumeSold, type Note, slopeOf, sym } from './write.ts';

/** What sales earn in terms of n and t, against what training costs. */
function zeroProfit(arg: Argument, firm: Firm, source: Derivation | undefined, note: Note): Line {
  const { letters, training, data, revenue, costs, inference } = firm;
  const profit = source?.results.profit
    ? arg.cite('Profit at best sales.', source, 'profit')
    : arg.model('Profit.', equation(sym(letters.pi), subtract(revenue, costs)));
  const even = arg.assume('At break-even the best profit is zero.', equation(sym(letters.pi), 0));
  const none = arg.substitute('Put in.', profit, even);
  const spent = add(training, data);
  const gross = tidy(add(profit.right, spent), arg.context);
  const earned = source?.results.profit ? gross : subtract(revenue, inference);
  const zero = arg.rearrange('What sales earn pays for training.', none, equation(earned, spent));
  note('zero-profit', 'Zero profit', zero);
  return zero;
}

/** How many per cent training and data cost more along the ray where n rises by one; null where that is no constant. */
function growthOfCost(arg: Argument, { training, data, letters }: Firm): Term | null {
  const along = substitute(add(training, data), { d: sym(letters.d_n) });
  const share = elasticity(arg.opened(along, 'n'), 'n', arg.context);
  return dependsOn(share, 'n', 'd', 't') ? null : share;
}

/** Training cost taken from zero profit and put into the condition along the ray. */
function tangency(arg: Argument, firm: Firm, first: Line, zero: Line, note: Note): Line | null {
  const growth = growthOfCost(arg, firm);
  if (!growth) return null;
  const service = tidy(multiply('n', slopeOf(firm.inference, 'n', arg, firm)), arg.context);
  const line = arg.combine(
    'Training cost, which grows as one power of size along the ray, drops out.',
    [
      [first, 'n'],
      [zero, negate(growth)],
    ],
    equation(subtract(tidy(multiply('n', first.left), arg.context), service), multiply(growth, zero.left)),
  );
  note('tangency', 'Tangency at break-even', line);
  return line;
}

export const breakEven = (model: Model): readonly Derivation[] =>
  aboutModel(
    model,
    {
      id: 'break-even',
      title: 'Break-even: where the firm starts to produce',
      statement:
        'At break-even the best profit is zero and the first-order conditions hold as well: together they say where the firm starts to produce.',
      uses: ['conditions', 'best-sales'],
      from: conditions(model),
    },
    (arg, firm, note) => {
      const [source, sales] = [conditions(model)[firm.index] as Derivation, bestSales(model)[firm.index]];
      assumeSold(arg, firm);
      assumeSalesFree(arg, firm);
      arg.declare(firm.letters.pi);
      const zero = zeroProfit(arg, firm, sales, note);
      if (leaderOf(source) !== 'n' || model.limits.length > 0) return;
      tangency(arg, firm, arg.cite('The condition along the ray.', source, 'first-order-n'), zero, note);
    },
  );
