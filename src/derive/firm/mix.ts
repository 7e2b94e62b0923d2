/** The best mix of parameters and data where quality is smooth, and how easily the one replaces the other. */
import type { Model } from '../../economics/model.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { add, divide, multiply, negate, subtract } from '../../kernel/term.ts';
import { solve } from '../../solve/solve.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation, gap } from '../relation.ts';
import { conditions } from './conditions.ts';
import { type Firm, firmsOf, shorter } from './firm.ts';
import { aboutModel, assumeSold, type Note, sym } from './write.ts';

/** From the conditions in n and d: the marginal rate of substitution is the ratio of marginal costs. */
function marginalRate(
  arg: Argument,
  { letters }: Firm,
  size: Line,
  data: Line,
  note: Note,
): { rate: Line; mix: Line } {
  const rate = arg.let(
    'Tokens that replace one parameter at the same quality.',
    equation(sym(letters.theta), divide(sym(letters.q_n), sym(letters.q_d))),
  );
  const costs = arg.combine(
    'The first condition over the second: price and adoption drop out.',
    [
      [size, divide(1, data.right)],
      [data, negate(divide(rate.right, data.right))],
    ],
    equation(rate.right, divide(size.right, data.right)),
  );
  const shown = arg.rewrite('The rate, powers collected.', rate, {
    right: tidy(divide(arg.opened(sym(letters.q_n), 'n'), arg.opened(sym(letters.q_d), 'n')), arg.context),
  });
  note('rate', 'Marginal rate of substitution', shown);
  const mix = arg.rewrite('Written out.', costs, {
    left: shown.right,
    right: shorter(costs.right, arg.context),
  });
  note('mix', 'The best mix: the rate of substitution is the ratio of marginal costs', mix);
  return { rate: shown, mix };
}

/** Data given size and sales per training token, where the mix is one power of d then. */
function dataFor(arg: Argument, { letters, t }: Firm, mix: Line, note: Note): void {
  const perToken = multiply(sym(letters.tau), 'd');
  const isChosen = t.kind === 'symbol' && t.name === 't';
  const along = isChosen
    ? arg.substitute('With tau = t/d tokens sold per training token.', mix, equation('t', perToken))
    : mix;
  const outcome = solve(arg.opened(gap(along), 'd'), 'd', arg.context);
  const title = `Data, given size${isChosen ? ' and tau = t/d' : ''}`;
  if (outcome.kind === 'solved') note('data', title, arg.solve('Solved for data.', along, 'd'));
  else if (outcome.kind === 'unsolved')
    note('data', title, arg.unsolved('It determines data as it stands.', along, 'd'));
}

/** d ln(d/n) against d ln(theta) along an isoquant, by the elasticities of theta and the slope of the isoquant. */
function substitution(arg: Argument, firm: Firm, rate: Line, note: Note): void {
  const { letters } = firm;
  arg.declare(letters.e_n, letters.e_d, letters.s);
  const inSize = arg.elasticity('How the rate moves with n.', rate, 'n', sym(letters.e_n));
  const inData = arg.elasticity('How it moves with d.', rate, 'd', sym(letters.e_d));
  const share = arg.let(
    'Along an isoquant d falls by s_q per cent where n rises by one.',
    equation(sym(letters.s), tidy(divide(multiply('n', rate.right), 'd'), arg.context)),
  );
  const along = arg.therefore(
    'By the chain rule d/n falls by 1 + s_q and the rate moves by e_n - s_q e_d.',
    [inSize, inData, share],
    equation(
      sym(letters.sigma),
      divide(add(1, sym(letters.s)), subtract(multiply(sym(letters.s), sym(letters.e_d)), sym(letters.e_n))),
    ),
  );
  note('substitution', 'Elasticity of substitution', arg.substitute('Put in.', along, share, inSize, inData));
}

/** Nothing where quality is the smaller of two things: the mix is then the efficient ray, among the conditions. */
export const bestMix = (model: Model): readonly Derivation[] =>
  firmsOf(model).some(({ quality }) => quality.kind === 'corner') ? [] : about(model);

const about = (model: Model): readonly Derivation[] =>
  aboutModel(
    model,
    {
      id: 'best-mix',
      title: 'The best mix of parameters and data',
      statement:
        'Where parameters and data substitute for one another, an interior optimum equates the tokens that replace a parameter with what parameters cost in tokens, at the margin.',
      uses: ['conditions'],
      from: conditions(model),
    },
    (arg, firm, note) => {
      const source = conditions(model)[firm.index] as Derivation;
      assumeSold(arg, firm);
      arg.declare(firm.letters.theta, firm.letters.tau, firm.letters.sigma);
      const size = arg.cite('At an optimum, for parameters.', source, 'first-order-n');
      const data = arg.cite('And for data.', source, 'first-order-d');
      const mix = marginalRate(arg, firm, size, data, note);
      dataFor(arg, firm, mix.mix, note);
      substitution(arg, firm, mix.rate, note);
    },
  );
