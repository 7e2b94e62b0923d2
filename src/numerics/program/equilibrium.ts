/**
 * The symmetric equilibrium of players alike: the choice that is the best reply to itself. From several starts it (1) takes
 * best replies to what the others do, and closes in on where these do neither too little nor too much, (2) tries Newton's
 * method on the conditions of a symmetric equilibrium, in which the others follow, from each reply, (3) accepts what that
 * finds only where the best reply to it, searched for over all of one's own choices, is the choice itself: nobody gains by
 * deviating alone.
 *
 * That there is none is not shown by finding none, and that there is one alone is not either: another one that is found from
 * further starts is told.
 */
import { settled } from '../../economics/model.ts';
import type { Values } from '../../economics/parameters.ts';
import type { Problem } from '../../economics/problem.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { compile } from '../../kernel/compile.ts';
import type { Term } from '../../kernel/term.ts';
import { newton } from '../newton.ts';
import { programConditions } from './conditions.ts';
import { isOfKink } from './kinks.ts';
import type { ProgramOutcome, Solved } from './outcome.ts';
import type { Held, Program } from './program.ts';
import { report } from './report.ts';
import { ACCEPTED, NEWTON, numberAt, solveProblem } from './solve.ts';

/** Logarithms of a choice and of the best reply to it differ by no more. */
const SAME = 1e-6;
/** Replies tried from one start. */
const REPLIES = 40;
/** What is tried between nothing and too much, as a share of that. */
const NEXT = 0.01;
/** Logarithms of the choices from which the others start. */
const STARTS = [0, 10, -10, 20, 30, -20, 40];
/** Multiples of an equilibrium from which another one is looked for. */
const AROUND = [Math.log(0.1), Math.log(10)];

interface Game {
  readonly problem: Problem;
  /** One player's problem: the letters of the others are its last parameters. */
  readonly reply: Problem;
  readonly values: Values;
  readonly letters: readonly string[];
  /** What the others do where all choose the point, in logarithms of the variables. */
  readonly othersAt: (x: readonly number[]) => readonly number[];
}

function gameOf(problem: Problem, values: Values): Game {
  const letters = Object.keys(problem.rivals);
  const declared = letters.flatMap((name) => problem.symbols.get(name) ?? []);
  const names = [...problem.variables, ...problem.parameters].map(({ name }) => name);
  const theta = problem.parameters.map(({ name }) => values[name] ?? Number.NaN);
  const theirs = Object.values(problem.rivals).map((value) => compile(value, names, double));
  const count = problem.variables.length;
  return {
    problem,
    reply: { ...problem, kind: 'maximum', rivals: {}, parameters: [...problem.parameters, ...declared] },
    values,
    letters,
    othersAt: (x) => theirs.map((value) => value([...x.slice(0, count).map(Math.exp), ...theta])),
  };
}

const replyTo = ({ reply, values, letters }: Game, others: readonly number[]) =>
  solveProblem(reply, {
    ...values,
    ...Object.fromEntries(letters.map((name, i) => [name, others[i] ?? Number.NaN])),
  });

const pointOf = ({ program, z }: Solved): readonly number[] => z.slice(0, program.variables.length);

const apart = (x: readonly number[], y: readonly number[]): number =>
  Math.max(...x.map((value, i) => Math.abs(value - (y[i] ?? Number.NaN))));

interface Equilibrium {
  /** One player's solution, the others given. */
  readonly own: Solved;
  /** What a player would gain by the best deviation found, as a share of what is at stake; zero but for rounding. */
  readonly deviation: number;
}

/** The equilibrium that Newton's method reaches from a reply, where the best reply to it is the choice itself. */
function confirmed(game: Game, from: Solved): Equilibrium | null {
  const { problem } = game;
  const { program, binding, isLog, theta } = from;
  const base = theta.slice(0, problem.parameters.length);
  const others = Object.values(problem.rivals);
  const reached = [isLog, false]
    .map((log) => ({
      log,
      ...newton(programConditions(program, binding, log, double, others), from.z, base, NEWTON),
    }))
    .find(({ converged, residual }) => converged && residual < ACCEPTED);
  if (!reached) return null;
  const { z, log } = reached;
  const x = z.slice(0, program.variables.length);
  const there = game.othersAt(x);
  const answer = replyTo(game, there);
  if (answer.kind !== 'solved' || !(apart(x, pointOf(answer.solved)) < SAME)) return null;
  const conditions = programConditions(program, binding, log, double);
  const own: Solved = { ...from, isLog: log, conditions, theta: [...base, ...there], z };
  const at = (value: Term, point: readonly number[]): number => numberAt(program, value, point, own.theta);
  const stake = Math.abs(at(program.gain, x)) + Math.abs(at(program.loss, x));
  const more = at(program.objective, pointOf(answer.solved)) - at(program.objective, x);
  return { own, deviation: Math.max(0, more) / stake };
}

type Search =
  | { readonly kind: 'found'; readonly equilibrium: Equilibrium }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'lost' };

/** Between what the others do too little and too much of, in logarithms where both are positive. */
const between = (low: readonly number[], high: readonly number[]): readonly number[] =>
  low.map((value, i) => (value > 0 ? Math.sqrt(value) * Math.sqrt(high[i] ?? 0) : (high[i] ?? 0) * NEXT));

/**
 * Replies to what the others do, until one leads to an equilibrium: where the others would do more than they do, they do too
 * little, and where they would do less, or nothing, too much.
 */
function searchFrom(game: Game, start: readonly number[]): Search {
  let [others, low, high]: (readonly number[] | null)[] = [start, null, null];
  for (let step = 0; step < REPLIES && others; step++) {
    const answer = replyTo(game, others);
    if (answer.kind !== 'solved' && answer.kind !== 'none') return { kind: 'lost' };
    const found = answer.kind === 'solved' ? confirmed(game, answer.solved) : null;
    if (found) return { kind: 'found', equilibrium: found };
    const there = answer.kind === 'solved' ? game.othersAt(pointOf(answer.solved)) : null;
    if (there && (there[0] ?? 0) > (others[0] ?? 0)) low = others;
    else high = others;
    if (answer.kind === 'none' && !low) return { kind: 'none', why: answer.why };
    others = low && high ? between(low, high) : there;
  }
  return { kind: 'lost' };
}

/** Terms of a program where all do the same, as functions of variables and parameters. */
function asShared({ problem }: Game, { program, theta, ...own }: Solved, z: readonly number[]): Solved {
  const put = (value: Term): Term => settled(problem, value);
  const held = (one: Held): Held => ({ ...one, excess: put(one.excess), perUnit: put(one.perUnit) });
  const shared: Program = {
    ...program,
    problem: {
      ...program.problem,
      parameters: problem.parameters,
      quantities: problem.quantities.map((one) => ({ ...one, term: put(one.term) })),
    },
    parameters: problem.parameters.map(({ name }) => name),
    objective: put(program.objective),
    gain: put(program.gain),
    loss: put(program.loss),
    held: program.held.map(held),
  };
  const others = Object.values(problem.rivals);
  return {
    ...own,
    program: shared,
    binding: own.binding.map((one) => shared.held[program.held.indexOf(one)] ?? held(one)),
    conditions: programConditions(program, own.binding, own.isLog, double, others),
    theta: theta.slice(0, problem.parameters.length),
    z,
  };
}

/** Another equilibrium, in words, where starts around this one lead to it. */
function another(game: Game, { own }: Equilibrium): readonly string[] {
  const x = pointOf(own);
  const found = AROUND.map((shift) => searchFrom(game, game.othersAt(x.map((value) => value + shift))));
  const other = found.find(
    (one) => one.kind === 'found' && apart(pointOf(one.equilibrium.own), x) > Math.sqrt(SAME),
  );
  if (other?.kind !== 'found') return [];
  const { variables } = own.program;
  const where = pointOf(other.equilibrium.own).flatMap((value, i) => {
    const name = variables[i] ?? '';
    return isOfKink(name) ? [] : [`${name} = ${Number(Math.exp(value).toPrecision(6))}`];
  });
  return [`another symmetric equilibrium was found at ${where.join(', ')}; which comes about is not told`];
}

/** The symmetric equilibrium of a problem at values of its parameters. */
export function equilibriumOf(problem: Problem, values: Values): ProgramOutcome {
  const game = gameOf(problem, values);
  const starts = [
    game.letters.map(() => 0),
    ...STARTS.map((at) => game.othersAt(problem.variables.map(() => at))),
  ];
  const nones: string[] = [];
  for (const start of starts) {
    const found = searchFrom(game, start);
    if (found.kind === 'none') nones.push(found.why);
    if (found.kind !== 'found') continue;
    const { own, deviation } = found.equilibrium;
    const told = report(asShared(game, own, own.z), own);
    return { ...told, deviation, warnings: [...told.warnings, ...another(game, found.equilibrium)] };
  }
  const why = nones.at(-1);
  // Only where nothing pays whatever the others do from any start is it told that there is none.
  return why !== undefined && nones.length === starts.length
    ? { kind: 'none', why: `whatever the others were taken to do, ${why}` }
    : {
        kind: 'unsolved',
        tried: [
          'replies to replies from several starts, then Newton on the conditions of a symmetric equilibrium: no choice was found that is the best reply to itself',
        ],
      };
}
