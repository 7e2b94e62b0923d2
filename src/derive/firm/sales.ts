/** The best sales of a given model, in closed form where the condition in t has one. */
import type { Model } from '../../economics/model.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { add, divide, negate, substitute, subtract, type Term } from '../../kernel/term.ts';
import { solve } from '../../solve/solve.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation, gap, relation } from '../relation.ts';
import { follows } from '../vouch.ts';
import type { Firm } from './firm.ts';
import { aboutModel, assumeSold, atSymmetry, type Note, slopeOf, sym } from './write.ts';

/** The margin and how fast sales use it up, where the condition in t is linear: M - slope·t = 0. */
export interface Linear {
  readonly margin: Term;
  readonly slope: Term;
}

/** M and the slope of what one sale more earns, from that slope of profit at symmetry; null where it is not linear in t. */
export function linearIn(slopeOfProfit: Term, arg: Argument): Linear | null {
  const outcome = solve(slopeOfProfit, 't', arg.context);
  if (outcome.kind !== 'solved' || outcome.method !== 'linear') return null;
  const margin = tidy(substitute(slopeOfProfit, { t: 0 }), arg.context);
  return { margin, slope: tidy(negate(divide(subtract(slopeOfProfit, margin), 't')), arg.context) };
}

/** Profit at critical sales: adoption taken from the condition in t, so that gross profit is one of n and t. */
function profitAt(arg: Argument, firm: Firm, profit: Line, first: Line, note: Note): Line {
  const { letters, training, data, revenue, inference, model } = firm;
  const adoption = arg.solve('The adoption at which such sales are the best.', first, letters.f.name);
  const own = arg.substitute('Put into profit.', atSymmetry(arg, firm, profit), adoption);
  const gross = substitute(substitute(subtract(revenue, inference), model.rivals), {
    [letters.f.name]: adoption.right,
  });
  const right = subtract(subtract(tidy(gross, arg.context), training), data);
  const line = arg.rewrite('What sales earn, less training.', own, { right });
  const title = model.kind === 'equilibrium' ? 'Profit of a seller in equilibrium' : 'Profit at best sales';
  note('profit', title, line);
  return line;
}

/** Sales in closed form. */
function closedForm(arg: Argument, firm: Firm, first: Line, profit: Line, note: Note): void {
  const { letters, training, data } = firm;
  const linear = linearIn(gap(first), arg);
  if (!linear) {
    note('sales', 'Best sales', arg.solve('One power of t.', first, 't'));
    return;
  }
  arg.define(letters.M, linear.margin, 'The margin: what the first token sold earns.');
  arg.assume('Suppose it is positive; otherwise nothing is sold.', relation(sym(letters.M), '>', 0));
  const written = divide(sym(letters.M), linear.slope);
  const sales = arg.solve('The condition is linear in t.', first, 't', { written });
  note('sales', 'Best sales', sales);
  const gross = subtract(profit.right, negate(add(training, data)));
  const right = subtract(subtract(tidy(substitute(gross, { t: sales.right }), arg.context), training), data);
  const inMargin = arg.rewrite('In the margin.', arg.substitute('Sales put in.', profit, sales), { right });
  note('profit-in-margin', 'Profit at best sales, in the margin', inMargin);
}

/** How what one more sale earns falls with sales: decided by signs, or what a maximum implies. */
function curvature(arg: Argument, { letters }: Firm, slope: Line, note: Note): void {
  const bend = arg.differentiate('And one token more again.', slope, 't', sym(letters.pi_tt));
  const falls = relation(bend.right, '<', 0);
  if (follows(falls, arg.context)) {
    note('second-order', 'Second-order condition in t', arg.sign('Profit is concave in t.', falls, [bend]));
    return;
  }
  note(
    'second-order',
    'Second-order condition in t, which picks among several critical sales',
    arg.therefore('At a maximum the slope does not rise.', [bend], relation(bend.right, '<=', 0)),
  );
}

/** That a limit on sales, where there is one, does not bind; where it does, sales are at it. */
export function assumeSalesFree(arg: Argument, { limits }: Firm): void {
  for (const { bound } of limits.filter(({ variable }) => variable === 't'))
    arg.assume('Sales stay below their limit; otherwise they are at it.', relation('t', '<', bound));
}

export const bestSales = (model: Model): readonly Derivation[] =>
  aboutModel(
    model,
    {
      id: 'best-sales',
      title: 'Best sales of a given model',
      statement:
        'With n and d settled, sales t solve the first-order condition in t: in closed form where it is linear or one power of t, and as it stands otherwise.',
      uses: [],
    },
    (arg, firm, note) => {
      const { letters, revenue, inference, costs } = firm;
      if (!model.variables.includes('t')) {
        note('sales', 'Sales', arg.model('Demand fixes sales.', equation('t', model.given.t as Term)));
        return;
      }
      arg.declare(letters.f, letters.pi, letters.pi_t, letters.pi_tt);
      const profit = arg.model(
        'Profit, at the adoption f.',
        equation(sym(letters.pi), subtract(revenue, costs)),
      );
      assumeSold(arg, firm);
      assumeSalesFree(arg, firm);
      const own = subtract(slopeOf(revenue, 't', arg, firm), slopeOf(inference, 't', arg, firm));
      const slope = arg.differentiate('Sell one token more.', profit, 't', sym(letters.pi_t), own);
      curvature(arg, firm, slope, note);
      const first = atSymmetry(
        arg,
        firm,
        arg.stationary('At a maximum with sales the slope vanishes.', slope),
      );
      const outcome = solve(gap(first), 't', arg.context);
      const rest = profitAt(arg, firm, profit, first, note);
      if (outcome.kind === 'solved') closedForm(arg, firm, first, rest, note);
      else note('sales', 'Best sales', arg.unsolved('It determines t as it stands.', first, 't'));
    },
  );
