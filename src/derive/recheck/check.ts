/**
 * The step checker: whether a step follows from its inputs and assumptions, and from nothing else. It knows none of the engine's
 * rules of algebra, signs or solving, and imports nothing of ours but the adapter of a library of decimals.
 *
 * An equation is evaluated exactly where that decides it (exact.ts), and else to 40 digits at points where its inputs and
 * assumptions hold. Inequalities are evaluated at such points, and whether a step has a value wherever it should.
 */
import { DOUBLE, type Field, less, of, PRECISE } from './evaluate.ts';
import { letterAt, residues, Unlucky } from './exact.ts';
import { type Goal, goalsOf, sideAt } from './goals.ts';
import type { CertifiedStep, Stated } from './read.ts';
import { compares, generator, isNumber, Plan } from './sample.ts';

export interface Checked {
  readonly outcome: 'accepted' | 'rejected' | 'not-judged';
  /** Whether exact evaluation decided every equation asked for. */
  readonly exact: boolean;
  /** Largest relative residual of an equation at the points. */
  readonly worst: number;
  readonly why: string;
}

/** Points asked for, those always taken to 55 digits, draws for the first and for all, choices of the letters that are fixed. */
const [POINTS, PRECISELY, FIRST, TRIES, CHOICES] = [40, 4, 250, 2500, 5];
/** Relative residual of an equation; of a limit, taken at 1e-20 from it; what is near in doubles. */
const [AGREE, LIMIT, NEAR] = [1e-40, 1e-12, 1e-9];
/** Exact draws that must agree, and those made for them: where roots are taken some have none. */
const [DRAWS, UNLUCKY] = [3, 24];

const notJudged = (why: string): Checked => ({ outcome: 'not-judged', exact: false, worst: 0, why });

/**
 * By how much a goal fails at a point: an equation's relative residual, infinity for an inequality, NaN without a value; null
 * where nothing can be said, for a strict inequality of sides too near to each other among it.
 */
function missAt<N>(goal: Goal, at: ReadonlyMap<string, N>, tie: number, field: Field<N>): number | null {
  const { sign, left, right, opened, isPut } = goal;
  const [x, y] = [sideAt(left, at, opened, field), sideAt(right, at, opened, field)];
  const [a, b, gap] = [x, y, less(field, x, y)].map(field.double) as [number, number, number];
  const size = Math.max(Math.abs(a), Math.abs(b));
  if (Number.isNaN(size)) return isPut && Number.isNaN(b) ? null : size;
  if (size === Number.POSITIVE_INFINITY) return null;
  const miss = size < AGREE ? 0 : Math.abs(gap) / (left.near && size < 1e-3 ? 1 : size);
  if (sign === '=') return miss;
  if (miss < tie) return sign === '<=' || sign === '>=' ? 0 : null;
  return compares(sign, gap) ? 0 : Number.POSITIVE_INFINITY;
}

/** Whether the sides are equal by exact evaluation where the equations given hold; null where that cannot be had. */
function isExact(goal: Goal, plan: Plan, seed: number): boolean | null {
  if (goal.sign !== '=' || goal.left.near) return false;
  for (let [i, agreed] = [0, 0]; i < UNLUCKY && agreed < DRAWS; i++)
    try {
      const field = residues();
      const drawn = plan.letters.map(
        (name) => [name, letterAt(name, plan.fixes(name), `${seed} ${i}`)] as const,
      );
      const at = plan.settle(new Map(drawn), 0, field);
      if (!at) return null;
      if (missAt(goal, at, 0, field) !== 0) return false;
      agreed++;
      if (agreed === DRAWS) return true;
    } catch (error) {
      if (!(error instanceof Unlucky)) return null;
    }
  return false;
}

/** The same to 55 digits; null where the equations given are not solved there, or by another root than the doubles'. */
function preciseMiss(goal: Goal, plan: Plan, numbers: ReadonlyMap<string, number>): number | null {
  const drawn = new Map([...numbers].map(([name, x]) => [name, of.fromNumber(x)]));
  const at = plan.settle(drawn, 1e-36, PRECISE);
  const isPoint = at && plan.isPoint(new Map([...at].map(([name, x]) => [name, of.toNumber(x)])));
  return isPoint ? missAt(goal, at, AGREE, PRECISE) : null;
}

/** The goal at points; null where none is found. */
function sampled(goal: Goal, plan: Plan, seed: number): Checked | null {
  const random = generator(seed);
  let [points, worst] = [0, 0];
  for (let i = 0; i < (points > 0 ? TRIES : FIRST) && points < POINTS; i++) {
    const numbers = plan.draw(random);
    if (!numbers) continue;
    const rough = points < PRECISELY ? null : missAt(goal, numbers, NEAR, DOUBLE);
    const miss = rough !== null && rough <= NEAR ? 0 : preciseMiss(goal, plan, numbers);
    if (miss === null) continue;
    points++;
    worst = Math.max(worst, miss);
    if (miss <= (goal.left.near ? LIMIT : AGREE)) continue;
    const why = Number.isNaN(miss) ? 'it has no value at a point' : 'it does not hold at a point';
    return { outcome: 'rejected', exact: false, worst, why };
  }
  return points > 0 ? { outcome: 'accepted', exact: false, worst, why: `holds at ${points} points` } : null;
}

/** Plans that differ in the letters that the equations given fix. */
const plansOf = (
  { given, left, right, opened }: Goal,
  assumptions: readonly Stated[],
): readonly (() => Plan)[] =>
  Array.from(
    { length: given.length > 0 ? CHOICES : 1 },
    (_, choice) => () => new Plan(given, assumptions, [left.term, right.term], opened, choice),
  );

/** All goals of an alternative: the first that is not accepted, or the worst residual. */
function checkAll(goals: readonly Goal[], assumptions: readonly Stated[], seed: number): Checked {
  let worst = 0;
  let exact = true;
  for (const goal of goals) {
    const plans = plansOf(goal, assumptions);
    let found: Checked | null = null;
    for (const plan of plans) found ??= sampled(goal, plan(), seed);
    if (found?.outcome === 'rejected') return found;
    let equal: boolean | null = null;
    for (const plan of plans) equal ??= isExact(goal, plan(), seed);
    if (!found && (!equal || goal.needsPoint))
      return notJudged('no point was found at which its inputs and assumptions hold');
    [worst, exact] = [Math.max(worst, found?.worst ?? 0), exact && equal === true];
  }
  return { outcome: 'accepted', exact, worst, why: 'it holds' };
}

/** Rules under which a step is an input: there is nothing from which it should follow. */
const INPUTS = ['model', 'definition', 'assume', 'earlier'];
/** Rules whose steps speak in words, of a limit, of functions, or of nothing that has a value at a point. */
const BEYOND = ['argument', 'dominant', 'log-convex', 'unsolved', 'integrate'];

/** Whether the step follows, at points drawn with the seed. */
export function checkStep(step: CertifiedStep, seed: number): Checked {
  const { rule, output, inputs, assumptions } = step;
  if (INPUTS.includes(rule)) return notJudged('input');
  if (!output || BEYOND.includes(rule)) return notJudged(rule);
  if ([output, ...inputs].some(([sign]) => sign === '~')) return notJudged('leading order');
  if (rule === 'stationary') {
    const follows = JSON.stringify(output) === JSON.stringify(['=', inputs[0]?.[2], '0']);
    const why = 'a derivative is set to zero';
    return { outcome: follows ? 'accepted' : 'rejected', exact: true, worst: 0, why };
  }
  const bounds = assumptions.filter(([, left, right]) => typeof left === 'string' && isNumber(right));
  let last = notJudged('its rule is not known');
  // What a replacement does not give may still follow; if it cannot be said to, it does not.
  let otherwise: Checked | null = null;
  try {
    for (const goals of goalsOf(step)) {
      last = checkAll(goals, assumptions, seed);
      // Where no point is found with all assumptions, fewer may do: what holds with fewer holds with all.
      const fewer = last.outcome === 'not-judged' ? checkAll(goals, bounds, seed) : last;
      if (fewer.outcome === 'accepted') return fewer;
      if (last.outcome === 'rejected' && !goals[0]?.isPut) return last;
      if (last.outcome === 'rejected') otherwise ??= last;
    }
  } catch (error) {
    return notJudged((error as Error).message);
  }
  if (otherwise) return otherwise;
  return step.method === 'quadratic' ? { ...last, outcome: 'rejected' } : last;
}
