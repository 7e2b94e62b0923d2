/**
 * What the firm solves: its profit, and the first-order conditions in sales, size and data. Where quality is the smaller of
 * two things, an optimum lies on the ray where both are equal, and one condition along the ray stands for two.
 */
import type { Limit } from '../../economics/block.ts';
import { type Model, settled } from '../../economics/model.ts';
import { q as QUALITY } from '../../economics/symbols.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import type { Declaration } from '../../kernel/symbols.ts';
import { add, multiply, substitute, subtract, symbol, type Term } from '../../kernel/term.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation, relation } from '../relation.ts';
import type { Corner, Firm, Smooth } from './firm.ts';
import { ray } from './ray.ts';
import { aboutModel, assumeSold, atSymmetry, type Note, paceOf, slopeOf, sym } from './write.ts';

/** The objective, and the costs in it, among them what a limit costs at its multiplier. */
interface Objective {
  readonly line: Line;
  readonly costs: Term;
}

function profitLine(arg: Argument, { letters, revenue, costs, model }: Firm): Line {
  // Blocks say in words what density the thresholds s have.
  arg.declare(letters.threshold, letters.f, letters.pi, letters.pi_n, letters.pi_d, letters.pi_t);
  const whose = model.kind === 'equilibrium' ? 'The profit of one seller' : 'Profit';
  return arg.model(
    `${whose} is revenue less what is spent, f being the adoption that n and d buy.`,
    equation(sym(letters.pi), subtract(revenue, costs)),
  );
}

/** The letter of what a limit costs: by its variable where there are several. */
function priceOf({ letters, limits }: Firm, { variable }: Limit): Declaration {
  const unit = variable === 'n' ? 'dollar/parameter' : letters.lambda.unit;
  if (limits.length < 2) return { ...letters.lambda, unit };
  const { name, tex } = letters.lambda;
  return { ...letters.lambda, unit, name: `${name}_${variable}`, tex: `${tex}_${variable}` };
}

/** With limits, the Lagrangian and the conditions on their multipliers. */
function objectiveOf(arg: Argument, firm: Firm, profit: Line, note: Note): Objective {
  const { limits, letters, costs } = firm;
  const [first, more] = limits;
  if (!first) return { line: profit, costs };
  const prices = limits.map((limit) => sym(priceOf(firm, limit)));
  arg.declare(...limits.map((limit) => priceOf(firm, limit)), letters.lagrangian);
  const tag = ({ variable }: Limit): string => (more ? `-${variable}` : '');
  const of = ({ variable }: Limit): string => (more ? ` of ${variable}` : '');
  const within = limits.map((limit) => {
    const line = arg.model('What is available.', relation(symbol(limit.variable), '<=', limit.bound));
    note(`limit${tag(limit)}`, `Limit${of(limit)}`, line);
    return line;
  });
  const beyond = limits.map(({ variable, bound }, i) =>
    multiply(prices[i] as Term, subtract(symbol(variable), bound)),
  );
  const words = more
    ? 'The Lagrangian: profit less what goes beyond each limit, at a price for it.'
    : 'The Lagrangian: profit less what goes beyond the limit, at a price lambda.';
  const whole = equation(sym(letters.lagrangian), subtract(profit.right, add(...beyond)));
  const line = arg.let(words, whole, [profit, ...within]);
  for (const [i, limit] of limits.entries()) {
    const price = prices[i] as Term;
    note(
      `multiplier${tag(limit)}`,
      `Sign of the multiplier${of(limit)}`,
      arg.therefore('More of what is limited cannot hurt.', [line], relation(price, '>=', 0)),
    );
    note(
      `slackness${tag(limit)}`,
      `Complementary slackness${more ? ` in ${limit.variable}` : ''}`,
      arg.therefore(
        'Either the limit binds or it is worth nothing.',
        [line],
        equation(multiply(price, subtract(limit.bound, symbol(limit.variable))), 0),
      ),
    );
  }
  const paid = limits.map(({ variable }, i) => multiply(prices[i] as Term, variable));
  return { line, costs: add(costs, ...paid) };
}

/** Marginal revenue of a variable against its marginal cost, at a stationary point where all sellers do the same. */
function condition(arg: Argument, firm: Firm, slope: Line, gain: Term, cost: Term, words: string): Line {
  const stationary = atSymmetry(arg, firm, arg.stationary(words, slope));
  return arg.rearrange('Gain on the left, cost on the right.', stationary, equation(gain, cost));
}

function salesCondition(arg: Argument, firm: Firm, { line, costs }: Objective, note: Note): void {
  const { letters, model, revenue, inference, limits } = firm;
  if (!model.variables.includes('t')) {
    const given = model.given.t as Term;
    note('first-order-t', 'Sales are given', arg.model('Demand fixes sales.', equation('t', given)));
    return;
  }
  const isLimited = limits.some(({ variable }) => variable === 't');
  const [gain, cost] = [revenue, isLimited ? costs : inference].map((value) =>
    slopeOf(value, 't', arg, firm),
  ) as [Term, Term];
  const slope = arg.differentiate('Sell one token more.', line, 't', sym(letters.pi_t), subtract(gain, cost));
  note(
    'first-order-t',
    'First-order condition in t',
    condition(
      arg,
      firm,
      slope,
      tidy(settled(model, gain), arg.context),
      cost,
      'At an interior optimum the slope vanishes.',
    ),
  );
}

/** Along the ray one variable leads and the other follows; sales stay as they are. */
function alongRay(arg: Argument, firm: Firm, corner: Corner, { line, costs }: Objective, note: Note): void {
  const { letters, model, revenue } = firm;
  const { leads, follows, pace, slopeLetter, adoptionSlope } = ray(arg, firm, corner, note);
  const own = leads === 'n' ? corner.byParameters : corner.byData;
  const adoption = arg.define(letters.f, model.blocks.adoption.onSale(own), 'Adoption along it.');
  arg.declare(adoptionSlope);
  const steeper = arg.differentiate(
    'Its slope.',
    adoption,
    leads,
    sym(adoptionSlope),
    slopeOf(adoption.right, leads, arg, firm),
  );
  arg.define(adoptionSlope, steeper.right, 'A letter for it.');
  note('adoption-slope', 'Slope of adoption along the ray', steeper);
  const follower = follows.letter;
  const onRay = arg.substitute('The objective on the ray.', line, equation(follows.of, sym(follower)));
  const gain = multiply(slopeOf(revenue, letters.f.name, arg, firm), sym(adoptionSlope));
  const atPace = tidy(multiply(slopeOf(costs, follows.of, arg, firm), pace.times), arg.context);
  const cost = add(slopeOf(costs, leads, arg, firm), multiply(pace.share, atPace));
  const atFollower = (value: Term): Term => substitute(value, { [follows.of]: sym(follower) });
  const slope = arg.differentiate(
    `Move along the ray, sales as they are: ${follows.of} follows ${leads}.`,
    onRay,
    leads,
    sym(slopeLetter),
    subtract(gain, atFollower(cost)),
  );
  const stationary = atSymmetry(
    arg,
    firm,
    arg.stationary('At an interior optimum the slope vanishes.', slope),
  );
  const back = arg.substitute(
    'Written with the variable that follows.',
    stationary,
    equation(sym(follower), symbol(follows.of)),
  );
  note(
    `first-order-${leads}`,
    `First-order condition along the ray, ${follows.of} following ${leads}`,
    arg.rearrange('Gain on the left, cost on the right.', back, equation(gain, cost)),
  );
}

/** Quality is smooth: one condition for size, one for data. */
function separately(
  arg: Argument,
  firm: Firm,
  { value }: Smooth,
  { line, costs }: Objective,
  note: Note,
): void {
  const { letters, model, revenue } = firm;
  const quality = arg.define(QUALITY, value, 'Quality.');
  note('quality', 'Quality', quality);
  const adoption = arg.define(letters.f, model.blocks.adoption.onSale(symbol('q')), 'Adoption.');
  arg.declare(letters.f_q, letters.q_n, letters.q_d);
  const inQuality = arg.differentiate('Its slope in quality.', adoption, 'q', sym(letters.f_q));
  arg.define(letters.f_q, inQuality.right, 'A letter for it.');
  note('adoption-slope', 'Slope of adoption in quality', inQuality);
  for (const [name, own, slopeLetter] of [
    ['n', letters.q_n, letters.pi_n],
    ['d', letters.q_d, letters.pi_d],
  ] as const) {
    const { share, times } = paceOf(value, symbol('q'), name, arg, firm);
    const better = arg.differentiate(
      `Slope of quality in ${name}.`,
      quality,
      name,
      sym(own),
      multiply(share, times),
    );
    arg.define(own, better.right, 'A letter for it.');
    note(`quality-slope-${name}`, `Slope of quality in ${name}`, better);
    const gain = multiply(slopeOf(revenue, letters.f.name, arg, firm), sym(letters.f_q), sym(own));
    const cost = slopeOf(costs, name, arg, firm);
    const slope = arg.differentiate(
      `A little more of ${name}.`,
      line,
      name,
      sym(slopeLetter),
      subtract(gain, cost),
    );
    note(
      `first-order-${name}`,
      `First-order condition in ${name}`,
      condition(arg, firm, slope, gain, cost, 'At an interior optimum the slope vanishes.'),
    );
  }
}

/** The problem of the firm and its first-order conditions, piece by piece. */
export const conditions = (model: Model): readonly Derivation[] =>
  aboutModel(
    model,
    {
      id: 'conditions',
      title: 'The problem and its first-order conditions',
      statement: `The model: ${Object.values(model.blocks)
        .map(({ meaning }) => meaning)
        .join('; ')}. Every interior optimum satisfies these conditions.`,
      uses: [],
    },
    (arg, firm, note) => {
      arg.model('Quality.', equation('q', model.quality));
      const profit = profitLine(arg, firm);
      note('profit', 'Profit', profit);
      assumeSold(arg, firm);
      const objective = objectiveOf(arg, firm, profit, note);
      salesCondition(arg, firm, objective, note);
      if (firm.quality.kind === 'corner') alongRay(arg, firm, firm.quality, objective, note);
      else separately(arg, firm, firm.quality, objective, note);
    },
  );
