/** The efficient ray: where quality is the smaller of two things, neither is in excess at an optimum. */
import { rawDerivative } from '../../kernel/differentiate.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import type { Declaration } from '../../kernel/symbols.ts';
import { negate, substitute, subtract, symbol } from '../../kernel/term.ts';
import { solve } from '../../solve/solve.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation, gap, relation } from '../relation.ts';
import type { Corner, Firm } from './firm.ts';
import { type Note, type Pace, paceOf, sym } from './write.ts';

type Letter = Omit<Declaration, 'definition'>;

/** The ray solved: which variable leads, which follows, and under which letters. */
export interface Ray {
  readonly line: Line;
  readonly leads: 'n' | 'd';
  readonly follows: { readonly of: 'n' | 'd'; readonly letter: Letter };
  /** How fast the one that follows moves with the one that leads, in letters. */
  readonly pace: Pace;
  readonly slopeLetter: Letter;
  readonly adoptionSlope: Letter;
}

/** Which variable leads along the ray: size, unless data have no closed form in it. */
export const leaderOf = (conditions: Derivation): 'n' | 'd' | null =>
  conditions.results['ray-d'] ? 'n' : conditions.results['ray-n'] ? 'd' : null;

/** Where one of the two is in excess, less of it costs less and loses nothing: no optimum lies there. */
function noExcess(arg: Argument, firm: Firm, name: 'n' | 'd', corner: Corner, note: Note): Line {
  const { letters, model, costs, revenue } = firm;
  const [low, high] =
    name === 'd' ? [corner.byParameters, corner.byData] : [corner.byData, corner.byParameters];
  const what = name === 'd' ? 'data' : 'parameters';
  return arg.inCase(`Suppose ${what} are in excess.`, relation(high, '>', low), () => {
    arg.resolveMinimum('The scarcer of the two alone sets quality.', low, high, {
      kind: 'call',
      name: 'min',
      args: [corner.byParameters, corner.byData],
    });
    arg.define(letters.q_s, low, 'Call it q_s.');
    const adoption = arg.define(letters.f_s, model.blocks.adoption.onSale(sym(letters.q_s)), 'Adoption.');
    const profit = arg.model(
      'Profit there.',
      equation(sym(letters.pi), subtract(substitute(revenue, { [letters.f.name]: adoption.left }), costs)),
    );
    const fall = negate(tidy(rawDerivative(costs, name), arg.context));
    const letter = name === 'd' ? letters.pi_d : letters.pi_n;
    const slope = arg.differentiate(`${name} enters costs alone.`, profit, name, sym(letter), fall);
    const less = arg.sign('So less of it is better: no optimum lies there.', relation(fall, '<', 0), [slope]);
    note(`excess-${name}`, `Slope of profit in ${name} where ${what} are in excess`, slope);
    return less;
  });
}

/** Derives the ray and solves it for the variable that follows. */
export function ray(arg: Argument, firm: Firm, corner: Corner, note: Note): Ray {
  const { letters } = firm;
  const data = noExcess(arg, firm, 'd', corner, note);
  const parameters = noExcess(arg, firm, 'n', corner, note);
  const equal = arg.therefore(
    'Neither is in excess at an optimum that sells.',
    [data, parameters],
    equation(corner.byParameters, corner.byData),
  );
  note('ray', 'The efficient ray', equal);
  const isExplicit = solve(gap(equal), 'd', arg.context).kind === 'solved';
  const [leads, of] = isExplicit ? (['n', 'd'] as const) : (['d', 'n'] as const);
  const line = arg.solve(`Solved for ${of === 'd' ? 'data' : 'size'}.`, equal, of);
  note(`ray-${of}`, `${of === 'd' ? 'Data' : 'Size'} on the ray`, line);
  const letter = of === 'd' ? letters.d_n : letters.n_d;
  arg.define(letter, line.right, `A letter for it, as a function of ${leads}.`);
  const pace = paceOf(line.right, symbol(of), leads, arg, firm);
  return {
    line,
    pace,
    leads,
    follows: { of, letter },
    slopeLetter: leads === 'n' ? letters.pi_n : letters.pi_d,
    adoptionSlope: leads === 'n' ? letters.f_n : letters.f_d,
  };
}
