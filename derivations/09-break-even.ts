import { derivation } from '../src/derive/argument.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import * as letters from './letters.ts';

/** Below which E the firm stays out. */
export const breakEven = derivation(
  {
    id: 'break-even',
    title: 'Break-even: where the firm starts to produce',
    statement: 'At break-even the best profit is zero, so profit and its slope vanish together. With alpha = beta that fixes quality at (1+alpha gamma)^(1/gamma), size and E in closed form for every gamma; otherwise a condition remains.',
    source: 'derived here',
    variant: 'baseline',
    uses: [reducedProfit],
    names: ['tangency', 'general-efficiency', 'condition', 'quality', 'quality-log', 'size', 'efficiency'],
  },
  () => reducedProfit().context,
  (arg) => {
    arg.declare(letters.fn);
    arg.assume('The margin is positive, or nothing would be sold.', arg.relation('M > 0'));
    const stationary = arg.model('Profit is stationary.', reducedProfit().results['first-order'].relation);
    const zero = arg.let('Profit is zero.', arg.relation('M^2 = 24*delta*R*n^k/E'));
    const perR = arg.rearrange('The second gives the cost coefficient.', zero, arg.relation('R = E*M^2/(24*delta*n^k)'));
    const joined = arg.substitute('Put into the first.', stationary, perR);
    const tangency = arg.rearrange('Training cost drops out.', joined, arg.relation('2*n*M1 = k*M'));
    arg.result('tangency', 'Tangency at break-even', tangency);
    const inE = arg.rearrange('Written out.', tangency, arg.relation('2*omega*alpha*n/(a^gamma*n^(1+alpha*gamma)) - k*omega*f = (4 - 2*k)*n/E'));
    arg.result('general-efficiency', 'Tangency, written out', inE);
    arg.result('condition', 'Zero profit', zero);
    equalExponents(arg, zero, tangency, stationary);
  },
);

type Writer = Parameters<Parameters<typeof derivation>[2]>[0];
type Line = ReturnType<Writer['let']>;

function equalExponents(arg: Writer, zero: Line, tangency: Line, stationary: Line): void {
  const domain = [...arg.assumptions, arg.fact('alpha = beta')];
  const equal = arg.substitute('Now let alpha = beta, so k = 2 and R = rho.', tangency, { left: arg.term('k'), sign: '=', right: arg.term('2') });
  const balance = arg.rearrange('Inference cost drops out too: break-even quality depends on adoption alone.', equal, arg.relation('alpha*a^(-gamma)*n^(-alpha*gamma) = f'));
  const adoption = arg.model('Adoption for gamma not zero, on the ray.', arg.relation('f = (1 - (a*n^alpha)^(-gamma))/gamma'));
  arg.inCase('Suppose gamma is not zero.', arg.relation('gamma != 0'), () => {
    const inSize = arg.substitute('With adoption put in.', balance, adoption);
    const byQuality = arg.model('In terms of quality q = a n^alpha.', arg.relation('n = (q/a)^(1/alpha)'));
    const inQuality = arg.substitute('Quality in place of size.', inSize, byQuality);
    const solved = arg.solve('A single power of quality.', inQuality, 'q', { written: arg.term('(1+alpha*gamma)^(1/gamma)') });
    arg.result('quality', 'Quality at break-even', solved, [...domain, arg.fact('gamma != 0')]);
    const log = arg.limit('At gamma = 0, the limit.', solved, 'gamma', 0);
    arg.result('quality-log', 'Quality at break-even, gamma = 0', log, [...domain, arg.fact('gamma = 0')]);
    arg.result('size', 'Size at break-even, given its quality', byQuality, domain);
  });
  arg.positiveFactor('The slope of the margin is positive, as at every optimum.', stationary, arg.term('M'), arg.term('M1'));
  const twoAtOnce = arg.substitute('Zero profit with alpha = beta.', zero, { left: arg.term('k'), sign: '=', right: arg.term('2') }, { left: arg.term('R'), sign: '=', right: arg.term('rho') });
  const margin = arg.rearrange('By tangency the margin is n times its slope.', equal, arg.relation('M = n*M1'));
  const squared = arg.rearrange('Put into zero profit.', arg.substitute('The margin replaced.', twoAtOnce, margin), arg.relation('M1^2 = 24*delta*rho/E'));
  const root = arg.squareRoot('Both sides are squares of positive numbers.', squared, arg.term('M1'));
  const slope = arg.rewrite('The slope written out.', root, { left: arg.term('alpha*omega/(a^gamma*n^(1+alpha*gamma)) - 2/E') });
  arg.define(letters.F, arg.term('alpha*omega/(a^gamma*n^(1+alpha*gamma))'), 'What one parameter more adds to the price.');
  const efficiency = arg.solve('A quadratic in E^(-1/2), with one positive root.', slope, 'E', { written: arg.term('(((24*delta*rho)^(1/2) + (24*delta*rho + 8*F)^(1/2))/(2*F))^2') });
  arg.result('efficiency', 'E at break-even, given its size', efficiency, domain);
}
