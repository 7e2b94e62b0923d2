/** In which worlds a relation is true. */
import type { At } from '../../src/claims/pool.ts';
import type { Derivation } from '../../src/derive/derivation.ts';
import type { Relation } from '../../src/derive/relation.ts';
import { expandAbbreviations } from '../../src/kernel/abbreviations.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { compile } from '../../src/kernel/compile.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { symbolsOf, type Term } from '../../src/kernel/term.ts';
import { apart } from './pools.ts';
import { type World, worlds } from './worlds.ts';

type Evaluator = (point: At) => number;

/** The term as a function of points, or null where the derivation's letters leave a symbol without a number. */
function evaluatorOf(value: Term, derivation: Derivation): { inputs: readonly string[]; at: Evaluator } {
  const open = expandAbbreviations(value, derivation.symbols);
  const inputs = symbolsOf(open);
  const compiled = compile(open, inputs, double);
  return { inputs, at: (point) => compiled(inputs.map((name) => point[name] ?? Number.NaN)) };
}

/** Equations to 1e-6, because some letters are central differences; leading order to a hundredth. */
const TOLERANCE = { '=': 1e-6, '~': 1e-2 } as const;

function trueAt(sign: Relation['sign'], left: number, right: number): boolean {
  const slack = 1e-9 * Math.max(Math.abs(left), Math.abs(right));
  switch (sign) {
    case '=':
    case '~':
      return apart(left, right) <= TOLERANCE[sign] || Math.abs(left - right) < 1e-12 * Math.abs(left);
    case '<':
      return left < right + slack;
    case '<=':
      return left <= right + slack;
    case '>':
      return left > right - slack;
    case '>=':
      return left >= right - slack;
    case '!=':
      return left !== right;
  }
}

let made: readonly World[] | null = null;
export function allWorlds(): readonly World[] {
  made ??= worlds();
  return made;
}

/** Points of the derivation's own context: letters of order one, all free. */
const anywhere = (names: readonly string[], { symbols, context }: Derivation): World => ({
  name: 'anywhere',
  points: samplePoints(names, { symbols, facts: context.facts }, 8),
});

/** How far a zero side may be off: as a share of the largest summand of the other. */
function balanced(relation: Relation, derivation: Derivation, point: At): boolean {
  const { left, right } = relation;
  const summands = (side: Term): readonly Term[] => (side.kind === 'sum' ? side.terms : [side]);
  const values = summands(left).map((part) => evaluatorOf(part, derivation).at(point));
  const size = values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const total = values.reduce((sum, v) => sum + v, 0);
  return evaluatorOf(right, derivation).at(point) === 0 && Math.abs(total) <= 1e-6 * size;
}

/** The names of the worlds with at least one point in which the relation is true at every point. */
export function trueIn(
  relation: Relation,
  derivation: Derivation,
  among?: readonly string[],
): readonly string[] {
  const [left, right] = [evaluatorOf(relation.left, derivation), evaluatorOf(relation.right, derivation)];
  const names = [...new Set([...left.inputs, ...right.inputs])];
  const holds = (point: At): boolean =>
    trueAt(relation.sign, left.at(point), right.at(point)) ||
    (relation.sign === '=' && balanced(relation, derivation, point));
  return [anywhere(names, derivation), ...allWorlds()]
    .filter(({ name }) => !among || among.includes(name))
    .filter(
      ({ points }) =>
        points.length > 0 &&
        points.every((point) => names.every((name) => point[name] !== undefined) && holds(point)),
    )
    .map(({ name }) => name);
}

/** Whether one side is a lone letter to which no world that is meant gives a number: a name, which any line may define. */
export function isNaming({ left, right }: Relation, derivation: Derivation): boolean {
  const own = meantWorlds(derivation);
  const known = new Set(
    allWorlds().flatMap(({ name, points }) => (own.includes(name) ? points.flatMap(Object.keys) : [])),
  );
  const unknown = (side: Term): boolean =>
    symbolsOf(expandAbbreviations(side, derivation.symbols)).some((name) => !known.has(name));
  return left.kind === 'symbol' && unknown(left) && !unknown(right);
}

const GENERIC = ['anywhere', 'optimum', 'elsewhere on the ray'] as const;

/** Worlds beyond the generic ones that a derivation speaks of; a line that is true only in others is wrong. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  adoption: ['gamma = -1', 'gamma = 0', 'gamma > 0'],
  'best-sales': ['parameters in excess'],
  'efficient-ray': ['data in excess', 'parameters in excess', 'alpha = beta'],
  'theorems-1-and-2': [
    'gamma < 0',
    'gamma > 0',
    'gamma = 0',
    'alpha = beta, gamma = 0',
    'the top of ln(x)/x^(1/2)',
  ],
  'dominated-regimes': [
    'gamma = 0',
    'inference alone',
    'training alone',
    'training alone, elsewhere',
    'training alone, gamma = 0',
    'training alone, gamma < 0, far',
    'training alone, gamma > 0, far',
    'laws meet, gamma < 0',
    'laws meet, gamma > 0',
    'laws meet, gamma = 0',
  ],
  'data-bound': ['data bind', 'data bind, alpha = beta', 'data start to bind', 'a small stock breaks even'],
  'break-even': [
    'alpha = beta',
    'break-even',
    'break-even, alpha = beta',
    'break-even, alpha = beta, gamma = 0',
  ],
  'elasticity-of-substitution': [
    'isoquants',
    'isoquants, alpha = beta',
    'loss law',
    'loss law, alpha = beta',
    'loss law, mean exponent',
    'repeated data',
    'corner',
  ],
  'hardware-efficiency': ['chips', 'chips that cost energy alone'],
  'quality-from-loss': ['loss law, first model sold', 'loss law, least compute'],
  'over-training': [
    'isoquants',
    'isoquants, alpha = beta',
    'best mix',
    'another mix',
    'best mix, alpha = beta',
    'best mix, alpha = beta, r = 1/alpha',
    'best mix, r = 1',
    'best mix, nothing sold',
    'corner mix',
  ],
};

const meantWorlds = ({ id }: Derivation): readonly string[] => [...GENERIC, ...(SPECIAL[id] ?? [])];

/** The worlds of which the derivation speaks in which the relation is true. */
export const trueWhereMeant = (relation: Relation, derivation: Derivation): readonly string[] =>
  trueIn(relation, derivation, meantWorlds(derivation));
