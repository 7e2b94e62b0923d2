import { derivation } from '../src/derive/argument.ts';
import { efficientRay } from './03-efficient-ray.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import * as letters from './letters.ts';

/** Theorem 3, when data bind, and from which E on. */
export const dataBound = derivation(
  {
    id: 'data-bound',
    title: 'Theorem 3: a limited stock of data',
    statement:
      'Where the stock D binds, d* = D, n* = D^(beta/alpha)/rho and C = 6 D^(1+beta/alpha)/(rho E) exactly. It binds where profit still rises at that size, that is from an E in closed form on; a stock too small to break even on at that E keeps the firm out until another E, in closed form too.',
    source: 'Hao & Merrill 2026, theorem 3; constant and threshold derived here',
    variant: 'data-bound',
    onePoint: true,
    uses: [efficientRay, reducedProfit],
    names: ['size', 'spend', 'spend-in-b', 'equal-exponents', 'binds', 'threshold', 'start'],
  },
  () => reducedProfit().context,
  (arg) => {
    arg.declare(letters.stock, letters.spend, letters.epsCb);
    const used = arg.assume('Data bind.', arg.relation('d = D'));
    const ray = arg.substitute(
      'Quality is then at most b D^beta, and parameters beyond the ray are dropped at a gain.',
      arg.cite('The efficient ray.', efficientRay(), 'ray'),
      used,
    );
    const size = arg.solve('The size that uses the whole stock efficiently.', ray, 'n', {
      written: arg.term('D^(beta/alpha)/rho'),
    });
    arg.result('size', 'Model size', size);
    const spend = arg.substitute(
      'Training spend at that size.',
      arg.model('Training takes 6 FLOP per parameter and token.', arg.relation('C = 6*n*d/E')),
      size,
      used,
    );
    const closed = arg.rewrite('Powers of D collected.', spend, {
      right: arg.term('6*D^(1+beta/alpha)/(rho*E)'),
    });
    arg.result('spend', 'Training spend', closed);
    const inData = arg.elasticity(
      'It rises with data efficiency.',
      closed,
      'b',
      arg.term('eps_Cb'),
      arg.term('1/alpha'),
    );
    arg.result('spend-in-b', 'Elasticity of data-bound spend in b', inData);
    const inDollars = arg.rewrite('The same, in a and b.', closed, {
      right: arg.term('6*D^(1+beta/alpha)*(b/a)^(1/alpha)/E'),
    });
    arg.inCase('Let the exponents be equal.', arg.relation('beta = alpha'), (equal) => {
      const square = arg.rewrite(
        'Spend goes with the square of data and falls with E.',
        arg.substitute('The exponents put in.', inDollars, equal),
        { right: arg.term('6*D^2/(rho*E)') },
      );
      arg.result('equal-exponents', 'Training spend when alpha = beta', square);
    });
    binding(arg, size);
  },
);

type Writer = Parameters<Parameters<typeof derivation>[2]>[0];

/** The stock binds where the reduced profit still rises at n = n_D. */
function binding(arg: Writer, size: ReturnType<Writer['let']>): void {
  arg.define(letters.nD, arg.term('D^(beta/alpha)/rho'), 'The size that uses the whole stock.');
  arg.assume('All is taken at that size.', arg.relation('n = n_D'));
  arg.assume(
    'The stock suffices for a quality above 1; with b D^beta <= 1 nothing is sold at any E.',
    arg.relation('f > 0'),
  );
  const rises = arg.inCase('Suppose the margin is positive there.', arg.relation('M > 0'), () => {
    arg.assume(
      'Suppose profit is not negative there, or the firm stays out or stops short of D.',
      arg.relation('M^2 >= 24*delta*R*n^k/E'),
    );
    const line = arg.therefore(
      'Up to D the firm is on the ray, where sizes that do not lose money form one interval and profit has one peak (the optimum is unique). So data bind exactly where the reduced profit still rises at n = n_D.',
      [size],
      arg.relation('M*M1 > 12*delta*k*R*n^(k-1)/E'),
    );
    arg.result('binds', 'Condition that data bind, at n = n_D', line);
    return line;
  });
  const start = arg.let(
    'They start to bind where the two sides are equal, f and its slope taken at n_D.',
    arg.relation(
      '(omega*f - 2*n/E)*(alpha*omega/(a^gamma*n^(1+alpha*gamma)) - 2/E) = 12*delta*k*R*n^(k-1)/E',
    ),
    [rises],
  );
  arg.define(
    letters.F,
    arg.term('alpha*omega/(a^gamma*n^(1+alpha*gamma))'),
    'What one parameter more adds to the price.',
  );
  arg.define(letters.B1, arg.term('2*omega*f + 2*n*F + 12*delta*k*R*n^(k-1)'), 'The middle coefficient.');
  const square = arg.identity(
    'The discriminant, as a square and a positive rest.',
    arg.term('B_1^2 - 16*omega*f*n*F'),
    arg.term('4*(omega*f - n*F)^2 + 12*delta*k*R*n^(k-1)*(B_1 + 2*omega*f + 2*n*F)'),
  );
  arg.sign(
    'So there are always two roots.',
    { ...square, left: square.right, sign: '>', right: arg.term('0') },
    [square],
  );
  const threshold = arg.solve(
    'A quadratic in 1/E. Margin and slope are both negative at the smaller E, both positive at the larger, which is the threshold.',
    start,
    'E',
    { branch: 'larger', written: arg.term('(B_1 + (B_1^2 - 16*omega*f*n*F)^(1/2))/(2*omega*f*F)') },
  );
  arg.result(
    'threshold',
    'E from which data bind, with n = n_D, where profit is not negative there',
    threshold,
    [...arg.assumptions, arg.fact('M^2 >= 24*delta*R*n^k/E')],
  );
  arg.inCase('A small stock: suppose the margin is positive.', arg.relation('M > 0'), () => {
    arg.assume(
      'Suppose profit still rises at n_D where it reaches zero: the stock lies below the size at which more data would break even.',
      arg.relation('M*M1 > 12*delta*k*R*n^(k-1)/E'),
    );
    const zero = arg.let(
      'The firm then stays out until profit at n_D reaches zero, and uses the whole stock from there on.',
      arg.relation('omega*f - 2*n/E = (24*delta*R*n^k/E)^(1/2)'),
    );
    const start = arg.solve('A quadratic in E^(-1/2), with one positive root.', zero, 'E', {
      written: arg.term('(((24*delta*R*n^k)^(1/2) + (24*delta*R*n^k + 8*omega*f*n)^(1/2))/(2*omega*f))^2'),
    });
    arg.result('start', 'E from which a firm with a small stock produces, with n = n_D', start);
  });
}
