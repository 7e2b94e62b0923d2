/**
 * The conditions solved, as far as closed forms go: multipliers are eliminated first, then one variable after the other,
 * each time by the equation and for the letter that give the simplest root. What no method solves is left open, and what it
 * gives as a function of the letter that it is open for is stated.
 */
import type { System } from '../../economics/lagrangian.ts';
import { settled } from '../../economics/model.ts';
import type { Problem } from '../../economics/problem.ts';
import { alongRay, type Ray } from '../../economics/ray.ts';
import { rawDerivative } from '../../kernel/differentiate.ts';
import type { Fact } from '../../kernel/facts.ts';
import { OptimandError } from '../../kernel/issues.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { printText } from '../../kernel/print-text.ts';
import { isNonZero, signOf } from '../../kernel/sign.ts';
import type { Declaration } from '../../kernel/symbols.ts';
import {
  add,
  isNumber,
  multiply,
  parts,
  sameTerm,
  substitute,
  subtract,
  symbolsOf,
  type Term,
} from '../../kernel/term.ts';
import { solve } from '../../solve/solve.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { text } from '../notebook.ts';
import { equation, gap, relation } from '../relation.ts';
import { follows } from '../vouch.ts';
import { chosen, problemConditions } from './conditions.ts';
import { doubtOfGain } from './gain.ts';
import { aboutProblem, atSymmetry, letterOf, nameOf, objectiveLetter, rayIn, sym, whyNot } from './write.ts';

/** An equation with a letter that it can be solved for, and how simple the root is. */
interface Step {
  readonly line: Line;
  readonly unknown: string;
  /** Sums in the root that hold another unknown: a product of powers goes into the other equations more easily. */
  readonly sums: number;
  readonly length: number;
}

const sumsOf = (value: Term, unknowns: readonly string[]): number =>
  parts(value).reduce((count, part) => count + sumsOf(part, unknowns), 0) +
  (value.kind === 'sum' && symbolsOf(value).some((name) => unknowns.includes(name)) ? 1 : 0);

const holds = ({ left, right }: Line, name: string): boolean =>
  [left, right].some((side) => symbolsOf(side).includes(name));

/** The ways in which one of the lines gives one of the letters, the simplest root first. */
function stepsFor(lines: readonly Line[], unknowns: readonly string[], arg: Argument): readonly Step[] {
  const found = lines.flatMap((line) =>
    unknowns
      .filter((unknown) => holds(line, unknown))
      .flatMap((unknown): Step[] => {
        const outcome = solve(gap(line), unknown, arg.context);
        if (outcome.kind !== 'solved' || outcome.roots.length > 1) return [];
        const { value } = outcome.roots[0];
        return [{ line, unknown, sums: sumsOf(value, unknowns), length: printText(value).length }];
      }),
  );
  return found.sort((one, other) => one.sums - other.sums || one.length - other.length);
}

/** The line with both sides in normal form, where that is shorter. */
function tidied(arg: Argument, line: Line): Line {
  const [left, right] = [tidy(line.left, arg.context), tidy(line.right, arg.context)];
  const shorter =
    printText(left).length + printText(right).length <
    printText(line.left).length + printText(line.right).length;
  return shorter ? arg.rewrite('Like terms collected.', line, { left, right }) : line;
}

interface Solved {
  /** Letters with their values in those not yet solved for and the parameters, in the order found. */
  readonly found: readonly Line[];
  /** What is left, and for which letters. */
  readonly open: readonly Line[];
  readonly unknowns: readonly string[];
}

/** Solves for one letter after the other, those of `first` before the others. */
function eliminate(
  arg: Argument,
  lines: readonly Line[],
  first: readonly string[],
  then: readonly string[],
  most = Number.POSITIVE_INFINITY,
): Solved {
  let open = lines;
  let unknowns = [...first, ...then];
  const found: Line[] = [];
  while (unknowns.length > 0 && open.length > 0 && found.length < most) {
    const wanted = unknowns.some((name) => first.includes(name))
      ? unknowns.filter((name) => first.includes(name))
      : unknowns;
    const [best] = stepsFor(open, wanted, arg);
    if (!best) break;
    const root = arg.solve(`Solved for ${best.unknown}.`, best.line, best.unknown);
    found.push(root);
    unknowns = unknowns.filter((name) => name !== best.unknown);
    open = open
      .filter((line) => line !== best.line)
      .map((line) =>
        holds(line, best.unknown) ? tidied(arg, arg.substitute(`${best.unknown} put in.`, line, root)) : line,
      );
  }
  return { found, open, unknowns };
}

/** The letters among these that the lines hold, where there are as many as lines, and several: then the lines fix them. */
function fixedBy(lines: readonly Line[], names: readonly string[]): readonly string[] {
  const own = names.filter((name) => lines.some((line) => holds(line, name)));
  return lines.length > 1 && own.length === lines.length ? own : [];
}

/** Supposes that a line that is linear in a letter fixes it, where that is open: constraints that say the same fix nothing. */
function supposeFixed(arg: Argument, lines: readonly Line[], unknown: string): void {
  for (const line of lines.filter((one) => holds(one, unknown))) {
    const slope = tidy(rawDerivative(gap(line), unknown), arg.context);
    const isOpen = !symbolsOf(slope).includes(unknown) && isNonZero(slope, arg.context) === 'unknown';
    if (isOpen) arg.assume(`Suppose that it fixes ${unknown}.`, relation(slope, '!=', 0));
  }
}

/** What constraints that fix variables alone make of them, in parameters: each is supposed to be positive. Null where they do not. */
function fromConstraints(arg: Argument, bound: readonly Line[], names: readonly string[]): Solved | null {
  const fixed = fixedBy(bound, names);
  const found: Line[] = [];
  let open = bound;
  for (let unknowns = fixed; unknowns.length > 0; ) {
    const [last] = unknowns;
    if (unknowns.length === 1 && last !== undefined) supposeFixed(arg, open, last);
    const next = eliminate(arg, open, [], unknowns, 1);
    if (next.found.length === 0) return null;
    found.push(...next.found);
    ({ open, unknowns } = next);
  }
  if (found.length === 0) return null;
  const values = backwards(arg, found);
  for (const { left, right } of values)
    if (signOf(right, arg.context) !== 'positive')
      arg.assume(`Suppose that ${printText(left)} is positive.`, relation(right, '>', 0));
  return { found: values, open: [], unknowns: [] };
}

/** The rest solved for in what the constraints fix, which is put in at the end. */
function withFixed(
  arg: Argument,
  lines: readonly Line[],
  { found }: Solved,
  prices: readonly string[],
  names: readonly string[],
): Solved {
  const left = names.filter((name) => !found.some((one) => nameOf(one) === name));
  const rest = eliminate(arg, lines, prices, left);
  return { ...rest, found: [...rest.found, ...found] };
}

/** Each letter in parameters alone: the last found is put into those before it. */
function backwards(arg: Argument, found: readonly Line[]): readonly Line[] {
  const done: Line[] = [];
  for (const line of [...found].reverse()) {
    const needed = done.filter((other) => holds(line, nameOf(other)));
    done.push(tidied(arg, needed.length > 0 ? arg.substitute('Put in.', line, ...needed) : line));
  }
  return done;
}

const letterIn = ({ symbols }: Problem, name: string): Declaration => symbols.get(name) as Declaration;

/** What must be positive for a term to be a real number: what stands in a logarithm, or under a power that is no whole number. */
function basesOf(value: Term): readonly Term[] {
  const within = parts(value).flatMap(basesOf);
  if (value.kind === 'call')
    return value.name === 'ln' || value.name === 'deformed_log' ? [...within, value.args[0] as Term] : within;
  if (value.kind !== 'power') return within;
  const { base, exponent } = value;
  return isNumber(exponent) && exponent.value.den === 1n ? within : [...within, base];
}

/** Facts of which none says what one before it says. */
const saidOnce = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(
    ({ term, is }, i) => facts.findIndex((one) => one.is === is && sameTerm(one.term, term)) === i,
  );

/** What follows is written where the first of the terms that are not known to be positive is, and the others are. */
function confined<T>(arg: Argument, what: string, terms: readonly Term[], write: () => T): T {
  const open = terms.find((one) => {
    const sign = signOf(one, arg.context);
    return sign === 'unknown' || sign === 'non-negative';
  });
  if (!open) return write();
  return arg.inCase(`Elsewhere ${what} has no value.`, relation(open, '>', 0), () =>
    confined(arg, what, terms, write),
  );
}

/** The value of every quantity at the solution, each told with where it has one. */
function quantities(
  arg: Argument,
  problem: Problem,
  ray: Ray | null,
  values: readonly Line[],
  tell: (name: string, line: Line) => void,
): ReadonlyMap<string, Line> {
  const shown = new Map<string, Line>();
  const at = Object.fromEntries(values.map((line) => [nameOf(line), line.right]));
  for (const { letter, term } of problem.quantities) {
    const { name, meaning } = letter;
    const plain = values.find((line) => nameOf(line) === name);
    const value = substitute(settled(problem, alongRay(ray)(term)), at);
    const bases = plain || name === problem.objectiveName ? [] : basesOf(value);
    confined(arg, name, bases, () => {
      let line = plain;
      if (!line) {
        const own = arg.model(`The ${meaning}.`, equation(sym(letter), alongRay(ray)(term)));
        const stated = atSymmetry(arg, problem, own);
        const needed = values.filter((other) => symbolsOf(stated.right).includes(nameOf(other)));
        line = tidied(arg, arg.substitute('At the optimum.', stated, ...needed));
      }
      shown.set(name, line);
      tell(name, line);
    });
  }
  return shown;
}

/** That the multiplier is what one unit more of the right side is worth: the best objective's slope is taken and compared. */
function shadowPrice(
  arg: Argument,
  problem: Problem,
  { binding }: System,
  optimum: Line | undefined,
  prices: readonly Line[],
): void {
  const objective = objectiveLetter(problem);
  for (const { constraint } of binding) {
    const { right, multiplier } = constraint;
    const price = prices.find((line) => nameOf(line) === multiplier.name);
    if (!optimum || !price || right.kind !== 'symbol') continue;
    const by = right.name;
    const tex = `${objective.tex}_{${letterIn(problem, by).tex}}`;
    const meaning = `slope of the best ${objective.name} in ${by}`;
    const slope = letterOf(problem, `${objective.name}_${by}`, tex, multiplier.unit, meaning);
    arg.declare(slope);
    const words = `How the best ${objective.name} moves with ${by}.`;
    const moved = arg.differentiate(words, optimum, by, sym(slope));
    const sign = problem.kind === 'minimum' ? -1 : 1;
    if (!follows(equation(price.right, multiply(sign, moved.right)), arg.context)) continue;
    const both = [
      [price, 1],
      [moved, -sign],
    ] as const;
    const titled = `The multiplier is ${sign === -1 ? 'minus ' : ''}the slope of the best ${objective.name} in ${by}`;
    const told = 'The two agree: the multiplier is a price.';
    arg.result(
      `price-${multiplier.name}`,
      titled,
      arg.combine(told, both, equation(sym(multiplier), multiply(sign, sym(slope)))),
    );
  }
}

/** A constraint in the distance by which a parameter matters, where it does by one alone. */
function byDistance(arg: Argument, { distances }: Problem, line: Line): Line {
  const distance = distances.find(({ parameter }) => holds(line, parameter));
  if (!distance) return line;
  const { letter, above } = distance;
  const moved = tidy(add(subtract(gap(line), subtract(above, distance.parameter)), 0), arg.context);
  return arg.rearrange(
    `Only what ${distance.parameter} lies above ${printText(above)} matters.`,
    line,
    equation(moved, sym(letter)),
  );
}

/** What is left open: the equation as it stands, the others as functions of the letter, and a parameter that it gives. */
function leftOpen(
  arg: Argument,
  problem: Problem,
  { fault }: System,
  { found, open, unknowns }: Solved,
): void {
  // There are as many conditions as unknowns.
  const [line, unknown] = [open[0] as Line, unknowns[0] as string];
  if (unknowns.length === 1 && !holds(line, unknown)) {
    whyNot(arg, `No closed form: ${text(line)} leaves ${unknown} open.`);
    return;
  }
  if (unknowns.length > 1 || solve(gap(line), unknown, arg.context).kind !== 'unsolved') {
    whyNot(arg, `No closed form: no method gives one root for ${unknowns.join(' and ')}.`);
    return;
  }
  for (const one of backwards(arg, found))
    arg.result(`${nameOf(one)}-by-${unknown}`, `${nameOf(one)}, ${unknown} given`, one);
  const words = `No method solves this for ${unknown}, which it determines.`;
  arg.result(unknown, `${unknown}, as the root of an equation`, arg.unsolved(words, line, unknown));
  const given = problem.parameters.filter(({ role }) => role === 'quantity').map(({ name }) => name);
  const [best] = [...given].reverse().flatMap((name) => stepsFor([line], [name], arg));
  if (!best) return;
  // What solves the conditions of a maximum need not be one where nothing is gained.
  const isShown = problem.kind === 'minimum' && fault === null;
  const [curved, is] = isShown
    ? ['the optimum', 'is the optimum']
    : ['what solves the conditions', 'solves the conditions'];
  const told = `Solved for ${best.unknown} instead: ${curved} as a curve in ${unknown}.`;
  const curve = arg.solve(told, line, best.unknown);
  arg.result(`${best.unknown}-by-${unknown}`, `${best.unknown} for which ${unknown} ${is}`, curve);
}

interface Found {
  readonly ray: Ray | null;
  readonly solved: Solved;
  readonly prices: readonly string[];
  readonly first: readonly Line[];
}

/** What follows where every letter is solved for. @throws OptimandError where the sign of a base is not known. */
function closed(
  arg: Argument,
  problem: Problem,
  system: System,
  { ray, solved, prices, first }: Found,
): void {
  const values = backwards(arg, solved.found);
  const doubt = problem.kind === 'minimum' ? null : doubtOfGain(arg, problem, system, { ray, values, first });
  if (doubt !== null) {
    whyNot(arg, doubt);
    return;
  }
  const titleOf = ({ meaning }: Declaration): string =>
    system.fault === null ? `Optimal ${meaning}` : `What solves the conditions: ${meaning}`;
  const all = quantities(arg, problem, ray, values, (name, line) =>
    arg.result(name, titleOf(letterIn(problem, name)), line, saidOnce(arg.assumptions)),
  );
  const paid = values.filter((line) => prices.includes(nameOf(line)));
  for (const line of paid)
    arg.result(nameOf(line), `Shadow price: ${letterIn(problem, nameOf(line)).meaning}`, line);
  shadowPrice(arg, problem, system, all.get(problem.objectiveName), paid);
}

/** The optimum in closed form, or as far as that goes, for each choice of the constraints that bind. */
export function problemSolution(problem: Problem): readonly Derivation[] {
  const conditions = problemConditions(problem);
  return aboutProblem(
    problem,
    {
      id: 'solution',
      title: 'The optimum',
      statement:
        'The first-order conditions, solved: multipliers eliminated, then one variable after the other.',
      uses: ['conditions'],
    },
    (arg, system, index) => {
      const source = conditions[index] as Derivation;
      const assumed = chosen(arg, problem, system);
      for (const { letter, parameter, above } of problem.distances)
        arg.define(letter, subtract(parameter, above), `A letter for the ${letter.meaning}.`);
      const bound = system.binding.map(({ constraint: { id, meaning } }) => {
        const chosenHere = assumed.get(id);
        const line = chosenHere ? atSymmetry(arg, problem, chosenHere) : arg.cite(`${meaning}.`, source, id);
        return byDistance(arg, problem, line);
      });
      const ray = rayIn(problem);
      const first = problem.variables
        .filter(({ name }) => name !== ray?.follows)
        .map(({ name }) => arg.cite(`The condition in ${name}.`, source, `first-order-${name}`));
      const prices = system.binding.map(({ constraint }) => constraint.multiplier.name);
      const names = problem.variables.map(({ name }) => name);
      const follower = ray ? [arg.cite('What follows along the ray.', source, `ray-${ray.follows}`)] : [];
      const fixed = fromConstraints(arg, bound, names);
      const solved = fixed
        ? withFixed(arg, [...first, ...follower], fixed, prices, names)
        : eliminate(arg, [...first, ...bound, ...follower], prices, names);
      if (solved.unknowns.length > 0) {
        leftOpen(arg, problem, system, solved);
        return;
      }
      try {
        closed(arg, problem, system, { ray, solved, prices, first });
      } catch (error) {
        if (!(error instanceof OptimandError) || error.issue.code !== 'refused') throw error;
        whyNot(arg, `No closed form: ${error.message}`);
      }
    },
  );
}
