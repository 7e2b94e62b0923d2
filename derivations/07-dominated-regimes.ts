import { derivation } from '../src/derive/argument.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import { explicitBound } from './05-explicit-bound.ts';
import * as letters from './letters.ts';

/** Closed forms where one cost dominates, and where the two laws cross. */
export const dominatedRegimes = derivation(
  {
    id: 'dominated-regimes',
    title: 'Closed forms where one cost dominates',
    statement:
      "With inference cost alone n = n_I exactly. With training cost alone n solves omega^2 f f' = kappa n^(k-1)/E: a power law to leading order for gamma < 0 and gamma > 0, and the Lambert W function exactly at gamma = 0. The two laws cross at an E in closed form.",
    source: 'derived here; theory of Hao & Merrill 2026',
    variant: 'baseline',
    uses: [reducedProfit, explicitBound],
    names: [
      'inference-only',
      'training-only',
      'training-only-profit',
      'training-negative',
      'training-zero',
      'training-positive',
      'crossover-negative',
      'crossover-positive',
      'crossover-zero',
      'order',
    ],
  },
  () => explicitBound().context,
  (arg) => {
    arg.declare(letters.reducedProfit, letters.Pi1);
    arg.define(letters.kappa, arg.term('12*delta*k*R'), 'The coefficient of marginal training cost.');
    arg.assume('Quality passes the lowest threshold.', arg.relation('a*n^alpha >= 1'));
    const noTraining = arg.stationary(
      'Without the cost of training profit is M^2/(4 delta), largest where the margin is.',
      arg.cite('The slope of the margin.', reducedProfit(), 'marginal'),
    );
    const inference = arg.solve('One power of n: exact, for every gamma.', noTraining, 'n', {
      written: arg.term('(omega*alpha*E/(2*a^gamma))^(1/(1+alpha*gamma))'),
    });
    arg.result('inference-only', 'Inference-dominated law', inference);
    const gross = arg.let(
      'Without the cost of inference the margin is omega f.',
      arg.relation('Pi = (omega*f)^2/(4*delta) - 6*R*n^k/E'),
    );
    const slope = arg.differentiate(
      'Make the model larger.',
      gross,
      'n',
      arg.term('Pi_n'),
      arg.term('alpha*omega^2*f/(2*delta*a^gamma*n^(1+alpha*gamma)) - 6*k*R*n^(k-1)/E'),
    );
    const general = arg.scale(
      'Gain against training.',
      arg.stationary('The slope vanishes.', slope),
      arg.term('2*delta'),
      arg.relation('omega^2*alpha*f/(a^gamma*n^(1+alpha*gamma)) = kappa*n^(k-1)/E'),
    );
    arg.result('training-only', 'Condition with training cost alone', general);
    const perR = arg.rearrange(
      'Solved for the cost coefficient.',
      general,
      arg.relation('R = omega^2*alpha*f*E/(12*delta*k*a^gamma*n^(k+alpha*gamma))'),
    );
    const worth = arg.rewrite(
      "Profit is not negative where adoption is at least 2/k of its elasticity's numerator, alpha q^(-gamma).",
      arg.substitute('What a solution of the condition earns.', gross, perR),
      { right: arg.term('omega^2*f*(f - 2*alpha/(k*a^gamma*n^(alpha*gamma)))/(4*delta)') },
    );
    arg.result('training-only-profit', 'Profit at a solution, with training cost alone', worth);
    powerLaws(arg, general);
    arg.inCase('Suppose gamma = 0.', arg.relation('gamma = 0'), () =>
      logarithmicLaw(arg, general, inference),
    );
    const turn = arg.identity(
      'Training takes over as E grows where k + alpha gamma > 1, that is 1 + beta gamma > 0: n_I then grows faster than the training law. Where 1 + beta gamma < 0 the order turns round.',
      arg.term('k - 1 + alpha*gamma'),
      arg.term('alpha*(1/beta + gamma)'),
      [inference],
    );
    arg.result('order', 'Which law comes first', turn, []);
  },
);

type Writer = Parameters<Parameters<typeof derivation>[2]>[0];
type Line = ReturnType<Writer['let']>;

/** Adoption on the ray, where gamma is known not to be zero. */
const adoptionOf = (arg: Writer): Line =>
  arg.identity(
    'Adoption for gamma not zero.',
    arg.term('f'),
    arg.term('(1 - a^(-gamma)*n^(-alpha*gamma))/gamma'),
  );

/** The laws for gamma not zero, to leading order as E and with it n grow. */
function powerLaws(arg: Writer, general: Line): void {
  arg.inCase('Suppose gamma < 0.', arg.relation('gamma < 0'), () => {
    arg.define(letters.g, arg.term('-gamma'), 'Its absolute value.');
    arg.assume('Suppose k + 2 alpha gamma > 0.', arg.relation('k + 2*alpha*gamma > 0'));
    const leading = arg.dominant(
      'For large n adoption is its leading power.',
      adoptionOf(arg),
      arg.term('a^(-gamma)*n^(-alpha*gamma)/g'),
      'n',
    );
    const condition = arg.leading('In the condition.', general, leading);
    const law = arg.solve('Solved for n, to leading order.', condition, 'n', {
      written: arg.term('(alpha*omega^2*E/(g*kappa*a^(2*gamma)))^(1/(k+2*alpha*gamma))'),
    });
    arg.result('training-negative', 'Training-dominated law, gamma < 0', law);
    arg.assume(
      'Suppose the exponents of the two laws in E differ so that n_I grows the faster.',
      arg.relation('k - 1 + alpha*gamma > 0'),
    );
    crossover(
      arg,
      law,
      'negative',
      '((alpha*omega^2/(g*kappa*a^(2*gamma)))^(1+alpha*gamma)/(alpha*omega/(2*a^gamma))^(k+2*alpha*gamma))^(1/(k-1+alpha*gamma))',
    );
  });
  arg.inCase('Suppose gamma > 0.', arg.relation('gamma > 0'), () => {
    const leading = arg.dominant(
      'For large n adoption saturates.',
      adoptionOf(arg),
      arg.term('1/gamma'),
      'n',
    );
    const condition = arg.leading('In the condition.', general, leading);
    const law = arg.solve('Solved for n, to leading order.', condition, 'n', {
      written: arg.term('(alpha*omega^2*E/(gamma*kappa*a^gamma))^(1/(k+alpha*gamma))'),
    });
    arg.result('training-positive', 'Training-dominated law, gamma > 0', law);
    crossover(
      arg,
      law,
      'positive',
      '((alpha*omega^2/(gamma*kappa*a^gamma))^(1+alpha*gamma)/(alpha*omega/(2*a^gamma))^(k+alpha*gamma))^(1/(k-1))',
    );
  });
}

/** E where n_I equals the training law. */
function crossover(arg: Writer, law: Line, sign: 'negative' | 'positive', written: string): void {
  const meet = arg.let(
    'The two laws meet where they give one size.',
    { left: arg.term('(omega*alpha*E/(2*a^gamma))^(1/(1+alpha*gamma))'), sign: '=', right: law.right },
    [law],
  );
  const at = arg.solve('One power of E on each side.', meet, 'E', { written: arg.term(written) });
  arg.result(
    `crossover-${sign}`,
    `E at which the two laws meet, gamma ${sign === 'negative' ? '<' : '>'} 0`,
    at,
  );
}

/** The exact law at gamma = 0. */
function logarithmicLaw(arg: Writer, general: Line, inference: Line): void {
  const zero = arg.relation('gamma = 0');
  const adoption = arg.rewrite(
    'A logarithm.',
    arg.substitute('Adoption at gamma = 0.', arg.recall('Adoption on the ray.', 'f'), zero),
    { right: arg.term('ln(a*n^alpha)') },
  );
  const condition = arg.substitute(
    'The condition, exactly.',
    arg.substitute('At gamma = 0.', general, zero),
    adoption,
  );
  arg.define(
    letters.A0,
    arg.term('alpha^2*omega^2*a^(k/alpha)*E/(k*kappa)'),
    'What decides how many solutions there are.',
  );
  const law = arg.inCase(
    'Suppose A_0 >= exp(2)/2. At the larger solution f is alpha/k times what stands under the root, divided by A_0, and profit is then not negative.',
    arg.relation('A_0 >= exp(2)/2'),
    () => {
      const larger = arg.solve(
        'The Lambert form, a power against a logarithm: two roots, of which profit is largest at the larger.',
        condition,
        'n',
        { branch: 'larger', written: arg.term('(-A_0*lambert_wm1(-1/A_0))^(1/k)/a^(1/alpha)') },
      );
      arg.result('training-zero', 'Training-only optimum at gamma = 0, exact', larger);
      return larger;
    },
  );
  const meet = arg.let(
    'The inference-dominated size at gamma = 0, omega alpha E/2, put into that condition.',
    arg.relation('(omega*alpha*E/2)^k = alpha*omega^2*E/kappa*ln(a*(omega*alpha*E/2)^alpha)'),
    [inference, law],
  );
  arg.define(
    letters.B0,
    arg.term('2*alpha*omega*a^((k-1)/alpha)/((k-1)*kappa)'),
    'What decides whether they meet.',
  );
  const cross = arg.solve('Again the Lambert form, now in E.', meet, 'E', {
    branch: 'larger',
    written: arg.term('2*(-B_0*lambert_wm1(-1/B_0))^(1/(k-1))/(alpha*omega*a^(1/alpha))'),
  });
  arg.result('crossover-zero', 'E at which the two laws meet, gamma = 0', cross);
}
