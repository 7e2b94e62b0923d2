/** How the optimum of a problem grows with one parameter: the referee's optima, their elasticities, and the laws over them. */
import { type PlacedRegime, regimesAt } from '../../asymptotics/at-values.ts';
import { lawsOfProblem } from '../../derive/laws-of-problem.ts';
import type { Problem } from '../../economics/problem.ts';
import type { Range } from '../../economics/range.ts';
import type { Measure } from '../../figures/axes.ts';
import type { Growth, GrowthQuantity } from '../../figures/growth.ts';
import { letterOf } from '../../figures/letters.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { evaluate } from '../../kernel/compile.ts';
import { fail } from '../../kernel/issues.ts';
import { printText } from '../../kernel/print-text.ts';
import { nearest } from '../../kernel/suggest.ts';
import { optimiseProblem } from '../../numerics/program/optimise.ts';
import type { ProgramOptimum } from '../../numerics/program/outcome.ts';
import type { Values } from '../expression.ts';
import { problemValues } from '../point.ts';

const OPTIMA = 41;
const CURVE = 81;
const seven = (value: number): number => Number(value.toPrecision(7));

/** A parameter along an axis, over a window or its realistic range. @throws OptimandError where it has none. */
export function measureIn(
  problem: Problem,
  name: string,
  window: { readonly low: number; readonly high: number } | null = null,
): Measure {
  const range = problem.ranges[name];
  const declared = problem.parameters.find((one) => one.name === name);
  if (!declared) {
    const known = problem.parameters.map((one) => one.name);
    return fail({ code: 'unknown-symbol', name, known, suggestion: nearest(name, known) });
  }
  if (!range && !window) {
    const known = Object.keys(problem.ranges).join(', ');
    return fail({
      code: 'usage',
      what: `${name} has no range over which to draw`,
      would: `ask for one of ${known}`,
    });
  }
  const { low, high } = window ?? (range as Range);
  if (!(low < high))
    return fail({
      code: 'usage',
      what: `the range of ${name} is the one number ${low}`,
      would: 'give it more under "ranges"',
    });
  const scale = (range ? range.scale === 'log' : declared.role !== 'shape') && low > 0 ? 'log' : 'linear';
  // Three columns leave room for a few words below each.
  const meaning = declared.meaning.length > 20 ? '' : declared.meaning;
  return { name, letter: letterOf(name), meaning, unit: declared.unit, scale, low, high };
}

/** The growing parameter along its axis, and values of the others. */
function settingOf(
  problem: Problem,
  growing: string,
  set: Values,
): { readonly x: Measure; readonly values: Values } {
  const { [growing]: _, ...values } = problemValues(problem, set);
  return { x: measureIn(problem, growing), values };
}

const along = ({ scale, low, high }: Measure, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => {
    const share = i / (count - 1);
    return scale === 'log' ? low * (high / low) ** share : low + share * (high - low);
  });

function lawsFor(
  name: string,
  placed: readonly PlacedRegime[],
  x: Measure,
  values: Values,
): GrowthQuantity['laws'] {
  return placed.flatMap(({ regime, from, to }): GrowthQuantity['laws'] => {
    const scaling = regime.scalings[name];
    if (!scaling?.constant) return [];
    const { constant, exponent } = scaling;
    const points = along(x, CURVE).flatMap((at): [number, number][] => {
      const here = { ...values, [x.name]: at };
      const level =
        evaluate(constant, here, double) *
        evaluate(regime.variable, here, double) ** evaluate(exponent, here, double);
      return Number.isFinite(level) && level > 0 ? [[seven(at), seven(level)]] : [];
    });
    const own = { text: printText(exponent), value: evaluate(exponent, values, double), hasLog: false };
    return [
      {
        regime: regime.name,
        from: seven(Math.max(from, x.low)),
        to: seven(Math.min(to, x.high)),
        exponent: own,
        points,
      },
    ];
  });
}

/** @throws OptimandError for a question that has no answer, in one sentence. */
export function problemGrowth(
  problem: Problem,
  { in: growing, set = {} }: { readonly in: string; readonly set?: Values },
): Growth {
  const { x, values } = settingOf(problem, growing, set);
  const shapes = problem.parameters
    .filter(({ role }) => role === 'shape')
    .map(({ name }) => [name, values[name] ?? 0]);
  const laws = lawsOfProblem(problem, growing, Object.fromEntries(shapes));
  const placed = regimesAt(laws, values).filter(({ from, to }) => from < x.high && to > x.low);
  const optima = along(x, OPTIMA).flatMap((at): (readonly [number, ProgramOptimum])[] => {
    const found = optimiseProblem(problem, { ...values, [growing]: at });
    return found.kind === 'optimum' ? [[at, found]] : [];
  });
  if (optima.length === 0)
    fail({
      code: 'usage',
      what: `there is no optimum at any ${growing} from ${x.low} to ${x.high}`,
      would: 'set other values',
    });
  const [first, second] = problem.variables;
  const told = [first?.name, second?.name, problem.objectiveName].filter((name) => name !== undefined);
  return {
    figure: 'growth',
    variant: problem.id,
    title: `${problem.title}: the optimum as ${growing} grows`,
    x,
    firm: values,
    given: 'Given',
    windows: placed.map(({ regime, from, to }) => ({
      regime: regime.name,
      from: seven(Math.max(from, x.low)),
      to: seven(Math.min(to, x.high)),
      isOut: false,
    })),
    quantities: told.map((name) => {
      const letter = problem.symbols.get(name);
      return {
        quantity: name,
        meaning: letter?.meaning ?? name,
        unit: letter?.unit ?? '1',
        optima: optima.map(([at, { quantities }]): [number, number] => [
          seven(at),
          seven(quantities[name] ?? 0),
        ]),
        slopes: optima.flatMap(([at, { elasticities }]): [number, number][] => {
          const slope = elasticities[`${name}/${growing}`];
          return slope === undefined ? [] : [[seven(at), seven(slope)]];
        }),
        laws: lawsFor(name, placed, x, values),
        bound: [],
      };
    }),
  };
}
