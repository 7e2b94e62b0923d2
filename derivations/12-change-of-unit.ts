import { derivation } from '../src/derive/argument.ts';
import { efficientRay } from './03-efficient-ray.ts';
import * as letters from './letters.ts';

/** What a change of the unit of parameters does to the bounds of theorems 1 and 2. */
export const changeOfUnit = derivation(
  {
    id: 'change-of-unit',
    title: 'A change of unit, and the uniform readings of theorems 1 and 2',
    statement:
      'Counting parameters in a unit x times larger turns (n, a, E) into (n/x, a x^alpha, E/x) and leaves profit as it is. The bounds of theorems 1 and 2 change by other factors than n, so no constant that is free of E, a and rho can serve in them for all positive values.',
    source: 'derived here',
    variant: 'baseline',
    uses: [efficientRay],
    names: ['profit', 'bound-1', 'bound-2'],
  },
  () => efficientRay().context,
  (arg) => {
    arg.declare(letters.profit, letters.x, letters.B);
    const change = ['n/x', 'a*x^alpha', 'E/x'].map((to, i) => ({
      left: arg.term(['n', 'a', 'E'][i] ?? ''),
      sign: '=' as const,
      right: arg.term(to),
    }));
    const before = arg.model(
      'Profit where something is sold.',
      arg.relation(
        'pi = omega*t*deformed_log(min(a*n^alpha, b*d^beta), gamma) - delta*t^2 - (6*n*d + 2*n*t)/E',
      ),
    );
    const after = arg.substitute('In the new unit.', before, ...change);
    const same = arg.rewrite(
      'The unit cancels: the firm, its data, its sales and its profit are the same, only n is a number x times smaller.',
      after,
      { right: before.right },
    );
    arg.result('profit', 'Profit does not know the unit', same);
    const first = arg.let(
      'The bound of theorem 1 with rho written out.',
      arg.relation('B = (E/((a/b)^(1/alpha)*a^gamma))^(1/(1+alpha*gamma))'),
    );
    const firstAfter = arg.substitute('In the new unit.', first, ...change);
    const firstFactor = arg.rewrite(
      'It falls by x^((2+alpha gamma)/(1+alpha gamma)), but n only by x: their ratio grows like x^(1/(1+alpha gamma)), without limit.',
      firstAfter,
      {
        right: arg.term(
          'x^(-(2+alpha*gamma)/(1+alpha*gamma))*(E/((a/b)^(1/alpha)*a^gamma))^(1/(1+alpha*gamma))',
        ),
      },
    );
    arg.result('bound-1', 'The bound of theorem 1 in the new unit', firstFactor);
    const second = arg.let('The bound of theorem 2.', arg.relation('B = a*E/(a/b)^(1/alpha)'));
    const secondFactor = arg.rewrite(
      'It falls by x^(2-alpha), but n only by x: their ratio grows like x^(1-alpha), without limit for alpha < 1. There n falls below 1 parameter; a uniform bound holds where n >= 1.',
      arg.substitute('In the new unit.', second, ...change),
      {
        right: arg.term('x^(alpha-2)*a*E/(a/b)^(1/alpha)'),
      },
    );
    arg.result('bound-2', 'The bound of theorem 2 in the new unit', secondFactor, [arg.fact('gamma = 0')]);
  },
);
