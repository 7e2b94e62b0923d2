/** The map of a problem's regimes over two of its parameters: the windows of its laws, and the referee's optima over them. */
import type { LawCase } from '../../asymptotics/law.ts';
import { checkGrowingIn } from '../../derive/laws-of-problem.ts';
import type { Problem } from '../../economics/problem.ts';
import type { RegimeMap } from '../../figures/regime-map.ts';
import { fail } from '../../kernel/issues.ts';
import { optimiseProblem } from '../../numerics/program/optimise.ts';
import type { Values } from '../expression.ts';
import type { Referee } from '../figures/map-line.ts';
import { panelOf, type RegimeMapOptions, valueAt } from '../figures/regime-map.ts';
import { problemSetting } from '../laws-setting.ts';
import { problemValues } from '../point.ts';
import { measureIn } from './growth.ts';
import { lawsOnce, quantitiesTold } from './laws.ts';
import { regimeIn } from './optimize.ts';

/** What the referee of problems says: nobody stays out of one. */
const refereeOf = (problem: Problem): Referee => ({
  sells: () => true,
  breakEven: () => null,
  regime: (values) => {
    const found = optimiseProblem(problem, values);
    return found.kind === 'optimum' ? regimeIn(problem, found) : null;
  },
});

/** @throws OptimandError where the two are not parameters over which a map can be drawn. */
function checkAxes(problem: Problem, { x, y }: RegimeMapOptions): void {
  if (x === y)
    fail({
      code: 'usage',
      what: `a map needs two parameters, and both are ${x}`,
      would: 'name two different ones',
    });
  checkGrowingIn(problem, x);
  const whole = problem.parameters.find(({ name, domain }) => name === y && domain.integer);
  if (whole)
    fail({
      code: 'usage',
      what: `${y} is a whole number, and a map is over what grows continuously`,
      would: `give ${y} a value with --set`,
    });
}

/** The map of a problem's regimes. @throws OptimandError for a question that has no answer, in one sentence. */
export function problemRegimeMap(problem: Problem, options: RegimeMapOptions): RegimeMap {
  checkAxes(problem, options);
  const { set = {}, fineness } = options;
  const x = measureIn(problem, options.x, options.xWindow);
  const y = measureIn(problem, options.y, options.yWindow);
  const all = problemValues(problem, set);
  const { [x.name]: _, ...values } = all;
  const { [y.name]: __, ...firm } = values;
  const isInExponents = problem.parameters.some(({ name, role }) => name === y.name && role === 'shape');
  // Laws at a value of what stands in exponents are of that value alone.
  const given: Values = isInExponents ? firm : { ...values, [y.name]: valueAt(y, 0.5) };
  const laws = lawsOnce(problem, x.name, given);
  const quantities = quantitiesTold(problem);
  const letters = { growing: x.name, symbols: problem.symbols, values: {} };
  const settingOf = (own: LawCase) => problemSetting(letters, problem, quantities, own);
  const sweep = { referee: refereeOf(problem), laws, x, y: y.name, values };
  const panel = panelOf(sweep, [x, y], {}, settingOf, fineness);
  if (panel.optima.length === 0)
    fail({ code: 'usage', what: 'there is no optimum anywhere on this map', would: 'set other values' });
  return {
    figure: 'regime-map',
    variant: problem.id,
    title: `${problem.title}: regimes in ${x.letter} and ${y.letter}`,
    x,
    y,
    firm,
    given: 'Given',
    panels: [panel],
  };
}
