import { derivation } from '../src/derive/argument.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import * as letters from './letters.ts';

/** Below which E the firm stays out. */
export const breakEven = derivation(
  {
    id: 'break-even',
    title: 'Break-even: where the firm starts to produce',
    statement:
      'At break-even the best profit is zero, so profit and its slope vanish together. With alpha = beta that fixes quality at (1+alpha gamma)^(1/gamma), size and E in closed form for every gamma; otherwise a condition remains.',
    source: 'derived here',
    variant: 'baseline',
    onePoint: true,
    uses: [reducedProfit],
    names: [
      'profit-rises',
      'tangency',
      'general-efficiency',
      'condition',
      'quality',
      'quality-log',
      'size',
      'efficiency',
    ],
  },
  () => reducedProfit().context,
  (arg) => {
    arg.declare(letters.profit, letters.piE);
    const profit = arg.model(
      'Profit where something is sold.',
      arg.relation('pi = omega*t*f - delta*t^2 - (6*n*d + 2*n*t)/E'),
    );
    const inEfficiency = arg.differentiate(
      'With better hardware the same model, data and sales earn more.',
      profit,
      'E',
      arg.term('pi_E'),
      arg.term('(6*n*d + 2*n*t)/E^2'),
    );
    const gains = arg.sign('Both costs fall.', arg.relation('(6*n*d + 2*n*t)/E^2 > 0'), [inEfficiency]);
    arg.result('profit-rises', 'Slope of profit in E', inEfficiency);
    arg.assume('The margin is positive, or nothing would be sold.', arg.relation('M > 0'));
    const stationary = arg.assume(
      'Profit is stationary at the optimum.',
      reducedProfit().results['first-order'].relation,
    );
    const zero = arg.assume('The best profit is zero.', arg.relation('M^2 = 24*delta*R*n^k/E'));
    arg.therefore(
      'So the best profit rises with E: below the E that these two conditions determine the firm stays out, above it sells. By uniqueness a size that satisfies both is the best.',
      [gains, stationary, zero],
    );
    const perR = arg.rearrange(
      'The second gives the cost coefficient.',
      zero,
      arg.relation('R = E*M^2/(24*delta*n^k)'),
    );
    const joined = arg.substitute('Put into the first.', stationary, perR);
    const tangency = arg.rearrange('Training cost drops out.', joined, arg.relation('2*n*M1 = k*M'));
    arg.result('tangency', 'Tangency at break-even', tangency);
    const inE = arg.rearrange(
      'Written out.',
      tangency,
      arg.relation('2*omega*alpha*n/(a^gamma*n^(1+alpha*gamma)) - k*omega*f = (4 - 2*k)*n/E'),
    );
    arg.result('general-efficiency', 'Tangency, written out', inE);
    arg.result('condition', 'Zero profit', zero);
    arg.inCase('Now let alpha = beta.', arg.relation('beta = alpha'), (equal) =>
      equalExponents(arg, equal, zero, tangency, stationary),
    );
  },
);

type Writer = Parameters<Parameters<typeof derivation>[2]>[0];
type Line = ReturnType<Writer['let']>;

function equalExponents(arg: Writer, equal: Line, zero: Line, tangency: Line, stationary: Line): void {
  const two = arg.rewrite(
    'Training cost is then quadratic in size.',
    arg.substitute('The exponent.', arg.recall('The exponent of training cost.', 'k'), equal),
    { right: arg.term('2') },
  );
  const rho = arg.rewrite(
    'Its coefficient is rho.',
    arg.substitute('Data per parameter.', arg.recall('Data for a model of one parameter.', 'R'), equal),
    { right: arg.term('rho') },
  );
  const halved = arg.substitute('Tangency with k = 2.', tangency, two);
  const balance = arg.rearrange(
    'Inference cost drops out too: break-even quality depends on adoption alone.',
    halved,
    arg.relation('alpha*a^(-gamma)*n^(-alpha*gamma) = f'),
  );
  const size = arg.solve(
    'Size from quality.',
    arg.model('Quality on the ray.', arg.relation('q = a*n^alpha')),
    'n',
    { written: arg.term('(q/a)^(1/alpha)') },
  );
  arg.result('size', 'Size at break-even, given its quality', size);
  breakEvenQuality(arg, balance, size);
  arg.positiveFactor(
    'The slope of the margin is positive, as at every optimum.',
    stationary,
    arg.term('M'),
    arg.term('M1'),
  );
  const twoAtOnce = arg.substitute('Zero profit with alpha = beta.', zero, two, rho);
  const margin = arg.rearrange(
    'By tangency the margin is n times its slope.',
    halved,
    arg.relation('M = n*M1'),
  );
  const squared = arg.rearrange(
    'Put into zero profit.',
    arg.substitute('The margin replaced.', twoAtOnce, margin),
    arg.relation('M1^2 = 24*delta*rho/E'),
  );
  const root = arg.squareRoot('Both sides are squares of positive numbers.', squared, arg.term('M1'));
  const slope = arg.rewrite('The slope written out.', root, {
    left: arg.term('alpha*omega/(a^gamma*n^(1+alpha*gamma)) - 2/E'),
  });
  arg.define(
    letters.F,
    arg.term('alpha*omega/(a^gamma*n^(1+alpha*gamma))'),
    'What one parameter more adds to the price.',
  );
  const efficiency = arg.solve('A quadratic in E^(-1/2), with one positive root.', slope, 'E', {
    written: arg.term('(((24*delta*rho)^(1/2) + (24*delta*rho + 8*F)^(1/2))/(2*F))^2'),
  });
  arg.result('efficiency', 'E at break-even, given its size', efficiency);
}

/** The quality at which the balance holds, for gamma not zero and in the limit. */
function breakEvenQuality(arg: Writer, balance: Line, size: Line): void {
  const equal = arg.assumptions;
  arg.inCase('Suppose gamma is not zero.', arg.relation('gamma != 0'), () => {
    const adoption = arg.identity(
      'Adoption for gamma not zero, on the ray.',
      arg.term('f'),
      arg.term('(1 - (a*n^alpha)^(-gamma))/gamma'),
    );
    const inQuality = arg.substitute(
      'Quality in place of size.',
      arg.substitute('With adoption put in.', balance, adoption),
      size,
    );
    const solved = arg.solve('A single power of quality.', inQuality, 'q', {
      written: arg.term('(1+alpha*gamma)^(1/gamma)'),
    });
    arg.result('quality', 'Quality at break-even', solved);
    const log = arg.limit('At gamma = 0, the limit.', solved, 'gamma', 0);
    arg.result('quality-log', 'Quality at break-even, gamma = 0', log, [...equal, arg.fact('gamma = 0')]);
  });
}
