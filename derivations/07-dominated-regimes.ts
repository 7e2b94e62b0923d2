import { derivation } from '../src/derive/argument.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import { explicitBound } from './05-explicit-bound.ts';
import * as letters from './letters.ts';

/** Closed forms where one cost dominates, and where the two laws cross. */
export const dominatedRegimes = derivation(
  {
    id: 'dominated-regimes',
    title: 'Closed forms where one cost dominates',
    statement: 'With inference cost alone n = n_I exactly. With training cost alone n solves omega^2 f f\' = kappa n^(k-1)/E: a power law to leading order for gamma < 0 and gamma > 0, and the Lambert W function exactly at gamma = 0. The two laws cross at an E in closed form.',
    source: 'derived here; theory of Hao & Merrill 2026',
    variant: 'baseline',
    uses: [reducedProfit, explicitBound],
    names: ['inference-only', 'training-only', 'training-negative', 'training-zero', 'training-positive', 'crossover-negative', 'crossover-positive', 'crossover-zero', 'order'],
  },
  () => explicitBound().context,
  (arg) => {
    arg.declare(letters.nT);
    arg.define(letters.kappa, arg.term('12*delta*k*R'), 'The coefficient of marginal training cost.');
    const noTraining = arg.model('Without the cost of training, profit is M^2/(4 delta) and the condition is that the margin is largest.', arg.relation('alpha*omega/(a^gamma*n^(1+alpha*gamma)) - 2/E = 0'));
    const inference = arg.solve('One power of n: exact, for every gamma.', noTraining, 'n', { written: arg.term('(omega*alpha*E/(2*a^gamma))^(1/(1+alpha*gamma))') });
    arg.result('inference-only', 'Inference-dominated law', inference);
    const general = arg.model('Without the cost of inference the margin is omega f, and the condition sets its gain against training.', arg.relation('omega^2*alpha*f/(a^gamma*n^(1+alpha*gamma)) = kappa*n^(k-1)/E'));
    arg.result('training-only', 'Condition with training cost alone', general);
    const adoption = arg.model('Adoption for gamma not zero.', arg.relation('f = (1 - a^(-gamma)*n^(-alpha*gamma))/gamma'));
    arg.inCase('Suppose gamma < 0.', arg.relation('gamma < 0'), () => {
      arg.define(letters.g, arg.term('-gamma'), 'Its absolute value.');
      arg.assume('Suppose k + 2 alpha gamma > 0.', arg.relation('k + 2*alpha*gamma > 0'));
      const leading = arg.dominant('For large n adoption is its leading power.', adoption, arg.term('a^(-gamma)*n^(-alpha*gamma)/g'), 'n', true);
      const condition = arg.substitute('In the condition.', general, { ...leading, sign: '=' });
      const law = arg.solve('Solved for n, to leading order.', condition, 'n', { written: arg.term('(alpha*omega^2*E/(g*kappa*a^(2*gamma)))^(1/(k+2*alpha*gamma))') });
      arg.result('training-negative', 'Training-dominated law, gamma < 0', { ...law, sign: '~' });
      crossover(arg, law.right, 'negative', 'k - 1 + alpha*gamma', '((alpha*omega^2/(g*kappa*a^(2*gamma)))^(1+alpha*gamma)/(alpha*omega/(2*a^gamma))^(k+2*alpha*gamma))^(1/(k-1+alpha*gamma))');
    });
    arg.inCase('Suppose gamma > 0.', arg.relation('gamma > 0'), () => {
      const leading = arg.dominant('For large n adoption saturates.', adoption, arg.term('1/gamma'), 'n', true);
      const condition = arg.substitute('In the condition.', general, { ...leading, sign: '=' });
      const law = arg.solve('Solved for n, to leading order.', condition, 'n', { written: arg.term('(alpha*omega^2*E/(gamma*kappa*a^gamma))^(1/(k+alpha*gamma))') });
      arg.result('training-positive', 'Training-dominated law, gamma > 0', { ...law, sign: '~' });
      crossover(arg, law.right, 'positive', 'k - 1', '((alpha*omega^2/(gamma*kappa*a^gamma))^(1+alpha*gamma)/(alpha*omega/(2*a^gamma))^(k+alpha*gamma))^(1/(k-1))');
    });
    const noShape = arg.substitute('At gamma = 0.', general, { left: arg.term('gamma'), sign: '=', right: arg.term('0') });
    const logarithmic = arg.substitute('Adoption is then a logarithm, exactly.', noShape, arg.model('Adoption at gamma = 0.', arg.relation('f = ln(a*n^alpha)')));
    arg.define(letters.A0, arg.term('alpha^2*omega^2*a^(k/alpha)*E/(k*kappa)'), 'What decides how many solutions there are.');
    const law = arg.solve('The form y^k = c ln(s y): two roots, of which profit is largest at the larger.', logarithmic, 'n', { branch: 'larger', written: arg.term('(-A_0*lambert_wm1(-1/A_0))^(1/k)/a^(1/alpha)') });
    const zero = [...arg.assumptions, arg.fact('gamma = 0')];
    arg.result('training-zero', 'Training-only optimum at gamma = 0, exact', law, [...zero, ...arg.assumedAt(law)]);
    const meet = arg.let('The inference-dominated size at gamma = 0, omega alpha E/2, put into that condition.', arg.relation('(omega*alpha*E/2)^k = alpha*omega^2*E/kappa*ln(a*(omega*alpha*E/2)^alpha)'), [inference, law]);
    arg.define(letters.B0, arg.term('2*alpha*omega*a^((k-1)/alpha)/((k-1)*kappa)'), 'What decides whether they meet.');
    const cross = arg.solve('Again the Lambert form, now in E.', meet, 'E', { branch: 'larger', written: arg.term('2*(-B_0*lambert_wm1(-1/B_0))^(1/(k-1))/(alpha*omega*a^(1/alpha))') });
    arg.result('crossover-zero', 'E at which the two laws meet, gamma = 0', cross, [...zero, ...arg.assumedAt(cross)]);
    const turn = arg.rewrite('Training takes over as E grows where k + alpha gamma > 1, that is beta |gamma| < 1: n_I then grows faster than the training law. Where beta |gamma| > 1 the order turns round.', arg.let('The difference of the exponents\' denominators decides the order.', arg.relation('k - 1 + alpha*gamma = alpha/beta + alpha*gamma'), [inference]), { right: arg.term('alpha*(1/beta + gamma)') });
    arg.result('order', 'Which law comes first', turn);
  },
);

type Writer = Parameters<Parameters<typeof derivation>[2]>[0];

/** E where n_I equals the training law. */
function crossover(arg: Writer, law: ReturnType<Writer['term']>, sign: 'negative' | 'positive', difference: string, written: string): void {
  arg.assume('The exponents of the two laws in E differ.', arg.relation(`${difference} > 0`));
  const meet = arg.let('The two laws meet where they give one size.', { left: arg.term('(omega*alpha*E/(2*a^gamma))^(1/(1+alpha*gamma))'), sign: '=', right: law });
  const at = arg.solve('One power of E on each side.', meet, 'E', { written: arg.term(written) });
  arg.result(`crossover-${sign}`, `E at which the two laws meet, gamma ${sign === 'negative' ? '<' : '>'} 0`, at);
}
