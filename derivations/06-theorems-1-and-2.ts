import { derivation } from '../src/derive/argument.ts';
import { equation } from '../src/derive/relation.ts';
import { efficientRay } from './03-efficient-ray.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import { explicitBound } from './05-explicit-bound.ts';
import * as letters from './letters.ts';

/** The paper's compute-bound theorems from the explicit bound and from a bound on training cost, with their slack. */
export const theorems = derivation(
  {
    id: 'theorems-1-and-2',
    title: 'Theorems 1 and 2 as consequences, and where they lose tightness',
    statement:
      'With a, b, omega fixed the explicit bound gives theorem 1 for every gamma and theorem 2 at gamma = 0. Comparing gain with training cost instead gives a second bound, with the smaller exponent 1/(k+2 alpha gamma) for gamma < 0 and 1/(k+alpha gamma) for gamma > 0.',
    source: 'Hao & Merrill 2026, theorems 1 and 2; constants derived here',
    variant: 'baseline',
    uses: [efficientRay, reducedProfit, explicitBound],
    names: [
      'theorem-1-size',
      'theorem-1-data',
      'theorem-1-spend',
      'size-exponent',
      'spend-exponent',
      'theorem-2-size',
      'theorem-2-spend',
      'slack-inference',
      'training-bound',
      'training-bound-negative',
      'theorem-1-uniform-negative',
      'theorem-1-uniform-positive',
      'training-bound-positive',
      'log-below-root',
      'theorem-2-uniform',
    ],
  },
  () => explicitBound().context,
  (arg) => {
    arg.declare(letters.spend, letters.epsI, letters.epsS);
    arg.assume('The margin is positive at an optimum that sells.', arg.relation('M > 0'));
    const stationary = arg.assume(
      'At an interior optimum the reduced first-order condition holds.',
      reducedProfit().results['first-order'].relation,
    );
    const size = arg.cite('The explicit bound.', explicitBound(), 'bound');
    const constant = arg.rewrite(
      'In the form of theorem 1: rho enters only through the constant, and cancels.',
      size,
      {
        right: arg.term('(omega*alpha*rho/2)^(1/(1+alpha*gamma))*(E/(rho*a^gamma))^(1/(1+alpha*gamma))'),
      },
    );
    arg.result('theorem-1-size', 'Theorem 1 with its constant', constant);
    const data = arg.monotone(
      'Data rise with size along the ray.',
      size,
      arg.cite('Data on the ray.', efficientRay(), 'data'),
    );
    arg.result('theorem-1-data', 'Bound on data', data);
    const onRay = arg.cite('Training spend on the ray.', reducedProfit(), 'spend');
    const spend = arg.monotone('So does training spend.', size, onRay);
    arg.result('theorem-1-spend', 'Bound on training spend', spend);
    const inE = arg.elasticity(
      'How the bound on size grows with E.',
      { ...size, sign: '=' },
      'E',
      arg.term('eps_I'),
      arg.term('1/(1+alpha*gamma)'),
    );
    arg.result('size-exponent', 'Exponent of the bound on size in E', inE, []);
    const spendInE = arg.elasticity(
      'How the bound on spend grows with E.',
      { ...spend, sign: '=' },
      'E',
      arg.term('eps_S'),
      arg.term('k/(1+alpha*gamma) - 1'),
    );
    arg.result('spend-exponent', 'Exponent of the bound on spend in E', spendInE, []);
    const size0 = arg.rewrite(
      'The exponent is one, and a drops out.',
      arg.substitute(
        'Theorem 2 is the case gamma = 0.',
        arg.rewrite('n_I written out.', size, {
          right: arg.term('(omega*alpha*E/(2*a^gamma))^(1/(1+alpha*gamma))'),
        }),
        equation('gamma', 0),
      ),
      { right: arg.term('omega*alpha*E/2') },
    );
    arg.result('theorem-2-size', 'Theorem 2 with its constant', size0, [
      ...arg.assumptions,
      arg.fact('gamma = 0'),
    ]);
    const spend0 = arg.monotone(
      'Training spend below that size; with k = 2 it is linear in E.',
      size0,
      onRay,
    );
    arg.result('theorem-2-spend', 'Theorem 2, spend', spend0, [...arg.assumptions, arg.fact('gamma = 0')]);
    const slack = arg.cite(
      'What is lost: n*/n_I is exactly this factor, near 1 while t is large against 3kd, and vanishing once training dominates.',
      explicitBound(),
      'identity',
    );
    arg.result('slack-inference', 'Slack of the bound', slack);
    trainingBound(arg, stationary);
    uniformReading(arg);
  },
);

type Writer = Parameters<Parameters<typeof derivation>[2]>[0];

/** Gain against training cost alone: drops inference cost instead. */
function trainingBound(arg: Writer, stationary: ReturnType<Writer['assume']>): void {
  arg.sign(
    'Now drop the cost of inference instead. The margin is below the price of the first token.',
    arg.relation('M < omega*f'),
  );
  const gross = arg.term('alpha*omega/(a^gamma*n^(1+alpha*gamma))');
  arg.sign('Its slope is below the slope of that price.', { left: arg.term('M1'), sign: '<', right: gross });
  arg.sign('That price is positive.', arg.relation('omega*f > 0'));
  arg.positiveFactor('The slope of the margin is positive.', stationary, arg.term('M'), arg.term('M1'));
  const product = arg.sign('So the product of the two is below the product of the bounds.', {
    left: arg.term('omega*f*(alpha*omega/(a^gamma*n^(1+alpha*gamma)) - M1) + M1*(omega*f - M)'),
    sign: '>',
    right: arg.term('0'),
  });
  const shorter = arg.rewrite('That difference, multiplied out.', product, {
    left: arg.term('alpha*omega^2*f/(a^gamma*n^(1+alpha*gamma)) - M*M1'),
  });
  const withCost = arg.replace(
    'The product is the marginal training cost.',
    shorter,
    stationary,
    arg.relation('12*delta*k*R*n^(k-1)/E < alpha*omega^2*f/(a^gamma*n^(1+alpha*gamma))'),
  );
  arg.result('training-bound', 'Gain exceeds training cost', withCost);
  arg.define(letters.kappa, arg.term('12*delta*k*R'), 'The coefficient of marginal training cost.');
  const adoption = arg.term('(1 - (a*n^alpha)^(-gamma))/gamma');
  arg.inCase('Suppose gamma < 0.', arg.relation('gamma < 0'), () => {
    arg.define(letters.g, arg.term('-gamma'), 'Its absolute value.');
    arg.assume(
      'Suppose further that k + 2 alpha gamma > 0, as it is where 1 + beta gamma > 0.',
      arg.relation('k + 2*alpha*gamma > 0'),
    );
    const power = arg.sign('Adoption is below its leading power.', {
      left: adoption,
      sign: '<',
      right: arg.term('a^(-gamma)*n^(-alpha*gamma)/g'),
    });
    const weaker = arg.chain(
      'Put into the bound.',
      withCost,
      power,
      arg.relation('kappa*n^(k-1)/E < alpha*omega^2*a^(-2*gamma)*n^(-1-2*alpha*gamma)/g'),
    );
    const solved = arg.solveInequality(
      'Solved for n.',
      weaker,
      'n',
      arg.term('(alpha*omega^2*E/(g*kappa*a^(2*gamma)))^(1/(k+2*alpha*gamma))'),
    );
    arg.result('training-bound-negative', 'Bound from training cost, gamma < 0', solved);
    const uniform = arg.scale(
      'The same, with n* against the bound of theorem 1 on the left: the right side holds no rho.',
      weaker,
      arg.term('n^(1-k)*R^(-1)*n^(1+alpha*gamma)*rho*a^gamma/(12*delta*k)'),
      arg.relation(
        'n^(1+alpha*gamma)*rho*a^gamma/E < alpha*omega^2*rho/(12*delta*k*R*g*n^(k-1)*a^gamma*n^(alpha*gamma))',
      ),
    );
    arg.result(
      'theorem-1-uniform-negative',
      'Theorem 1 with a constant free of rho where R = rho, gamma < 0',
      uniform,
    );
  });
  arg.inCase('Suppose gamma > 0.', arg.relation('gamma > 0'), () => {
    const power = arg.sign('Adoption is below saturation.', {
      left: adoption,
      sign: '<',
      right: arg.term('1/gamma'),
    });
    const weaker = arg.chain(
      'Put into the bound.',
      withCost,
      power,
      arg.relation('kappa*n^(k-1)/E < alpha*omega^2/(gamma*a^gamma*n^(1+alpha*gamma))'),
    );
    const solved = arg.solveInequality(
      'Solved for n.',
      weaker,
      'n',
      arg.term('(alpha*omega^2*E/(gamma*kappa*a^gamma))^(1/(k+alpha*gamma))'),
    );
    arg.result('training-bound-positive', 'Bound from training cost, gamma > 0', solved);
    const uniform = arg.scale(
      'The same, with n* against the bound of theorem 1 on the left: the right side holds no rho.',
      weaker,
      arg.term('n^(1-k)*R^(-1)*n^(1+alpha*gamma)*rho*a^gamma/(12*delta*k)'),
      arg.relation('n^(1+alpha*gamma)*rho*a^gamma/E < alpha*omega^2*rho/(12*delta*k*R*gamma*n^(k-1))'),
    );
    arg.result(
      'theorem-1-uniform-positive',
      'Theorem 1 with a constant free of rho where R = rho, gamma > 0',
      uniform,
    );
  });
}

/** Theorem 2 uniformly in E, a and rho: from non-negative profit and ln x ≤ (2/e) x^(1/2). */
function uniformReading(arg: Writer): void {
  arg.declare(letters.x, letters.h, letters.h1);
  const h = arg.let(
    'For a bound that holds for all a and rho at once, compare the logarithm with a root.',
    arg.relation('h = ln(x)/x^(1/2)'),
  );
  const slope = arg.differentiate(
    'Its slope changes sign once.',
    h,
    'x',
    arg.term('h_x'),
    arg.term('(1 - ln(x)/2)/x^(3/2)'),
  );
  const turning = arg.scale(
    'The sign is that of the numerator: positive before, negative after.',
    arg.stationary('Where it vanishes.', slope),
    arg.term('x^(3/2)'),
    arg.relation('1 - ln(x)/2 = 0'),
  );
  const top = arg.solve('One place.', turning, 'x');
  const highest = arg.rewrite('The largest value.', arg.substitute('The value there.', h, top), {
    right: arg.term('2*exp(-1)'),
  });
  arg.result('log-below-root', 'Largest value of ln(x)/x^(1/2), at x = exp(2)', highest, [
    arg.fact('x = exp(2)'),
  ]);
  arg.inCase('Let gamma = 0.', arg.relation('gamma = 0'), () => {
    arg.assume('Let the exponents be equal, so k = 2 and R = rho.', arg.relation('alpha = beta'));
    arg.assume('Profit is not negative.', arg.relation('M^2 >= 24*delta*R*n^k/E'));
    arg.assume('Suppose alpha < 2, as always in practice.', arg.relation('alpha < 2'));
    const breakEven = arg.therefore(
      'Non-negative profit and M < omega ln q give 24 delta rho n^2/E <= M^2 < omega^2 ln(q)^2 <= 4*exp(-2)*omega^2*q.',
      [highest],
      arg.relation('24*delta*rho*n^2/E < 4*exp(-2)*omega^2*a*n^alpha'),
    );
    const uniform = arg.solveInequality(
      'Solved for n: a bound whose constant depends on omega, delta and alpha alone. For alpha <= 1 it implies the theorem where n >= 1.',
      breakEven,
      'n',
      arg.term('(omega^2*exp(-2)*a*E/(6*delta*rho))^(1/(2-alpha))'),
    );
    arg.result('theorem-2-uniform', 'Theorem 2 uniformly in E, a and rho', uniform);
  });
}
