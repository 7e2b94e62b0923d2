/**
 * Whether a solution of the conditions is the best of a maximum or an equilibrium: by what it gains. Where something chosen
 * brings a gain, it is shown to be the best only where it gains something on the whole (`economics/convex.ts`); where all that
 * is chosen costs, it costs least.
 */
import type { System } from '../../economics/lagrangian.ts';
import { settled } from '../../economics/model.ts';
import type { Problem } from '../../economics/problem.ts';
import { alongRay, type Ray } from '../../economics/ray.ts';
import { factorsKey, type Summand } from '../../kernel/normal/data.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { normalise } from '../../kernel/normal/normalise.ts';
import { normalTerm, ratioTerm } from '../../kernel/normal/to-term.ts';
import { printText } from '../../kernel/print-text.ts';
import { addRatios, divideRatios, ZERO_RATIO } from '../../kernel/ratio.ts';
import { signOfRatio } from '../../kernel/shape.ts';
import { signOf } from '../../kernel/sign.ts';
import { add, multiply, substitute, subtract, symbolsOf, type Term } from '../../kernel/term.ts';
import type { Argument, Line } from '../argument.ts';
import { relation } from '../relation.ts';
import { isRefuted } from '../vouch.ts';
import { nameOf } from './write.ts';

/** The summands of the objective in which something chosen stands; null where there are more than powers of it. */
function movingSummands({ conditions }: System): readonly Summand[] | null {
  const { atoms, auxiliaries, context, objective, variables } = conditions;
  if (atoms.length > 0 || auxiliaries.length > 0) return null;
  const moving = objective.filter(({ term }) => symbolsOf(term).some((name) => variables.includes(name)));
  return normalise(add(...moving.map(({ term }) => term)), context);
}

/** Whether all that is chosen costs, so that what is to be greatest is so where the costs are least. */
export function isOfCostsAlone({ kind }: Problem, system: System): boolean {
  const { context } = system.conditions;
  const moving = kind === 'minimum' ? null : movingSummands(system);
  return (
    moving !== null &&
    moving.length > 0 &&
    moving.every((own) => signOf(normalTerm([own]), context) === 'negative')
  );
}

/** Whether gains and costs all vanish as all that is chosen shrinks alike, which nothing forbids. */
function vanishes({ constraints, rivals }: Problem, system: System): boolean {
  const { context, variables } = system.conditions;
  const moving = movingSummands(system);
  if (!moving || constraints.length > 0 || Object.keys(rivals).length > 0) return false;
  return moving.every(({ factors }) => {
    const own = factors.filter(({ base }) => base.kind === 'symbol' && variables.includes(base.name));
    const degree = own.reduce((sum, { exponent }) => addRatios(sum, exponent), ZERO_RATIO);
    return signOfRatio(degree, context) === 'positive';
  });
}

/** What of the objective depends on the variables, at the solution. */
function gainAt(problem: Problem, ray: Ray | null, values: readonly Line[], arg: Argument): Term {
  const { parts: summands, variables } = problem;
  const names = variables.map(({ name }) => name);
  const moving = summands
    .map(({ term }) => alongRay(ray)(settled(problem, term)))
    .filter((term) => symbolsOf(term).some((name) => names.includes(name)));
  const at = Object.fromEntries(values.map((line) => [nameOf(line), line.right]));
  const gain = substitute(add(...moving), at);
  return signOf(gain, arg.context) === 'positive' ? gain : tidy(gain, arg.context);
}

/** What depends on the choice where the conditions hold, written so that it is plainly positive; null where it is not. */
function plainGain({ conditions, binding }: System): { readonly by: string; readonly value: Term } | null {
  const { context, variables, equations, objective } = conditions;
  if (binding.length > 0 || conditions.atoms.length > 0 || conditions.auxiliaries.length > 0) return null;
  const sum = (terms: readonly { readonly term: Term }[]) =>
    normalise(add(...terms.map(({ term }) => term)), context);
  const gain = sum(objective.filter(({ term }) => symbolsOf(term).some((name) => variables.includes(name))));
  for (const { name, summands } of equations) {
    const condition = sum(summands);
    for (const { factors, coefficient } of condition) {
      const own = gain.find((one) => factorsKey(one.factors) === factorsKey(factors));
      if (!own) continue;
      const times = ratioTerm(divideRatios(own.coefficient, coefficient));
      const value = tidy(subtract(normalTerm(gain), multiply(times, normalTerm(condition))), context);
      if (signOf(value, context) === 'positive') return { by: name, value };
    }
  }
  return null;
}

/** That something is gained, shown by a condition or assumed; a solution at which nothing is gained is not the optimum. */
function gained(arg: Argument, { kind }: Problem, system: System, gain: Term, from: readonly Line[]): void {
  if (signOf(gain, arg.context) === 'positive') return;
  const plain = plainGain(system);
  if (plain) {
    const words = `Something is gained: by the condition in ${plain.by} it is ${printText(plain.value)}.`;
    arg.therefore(words, from, relation(plain.value, '>', 0));
    return;
  }
  const what = kind === 'equilibrium' ? 'an equilibrium' : 'the maximum';
  arg.assume(
    `Suppose that something is gained; otherwise it is not shown to be ${what}.`,
    relation(gain, '>', 0),
  );
}

/** What is known of a solution: the ray on which it lies, values of its letters, the conditions in the variables. */
interface Found {
  readonly ray: Ray | null;
  readonly values: readonly Line[];
  readonly first: readonly Line[];
}

/** Says why a solution is the best, with what must be supposed for that; returns why it is not, or is not shown to be, if so. */
export function doubtOfGain(
  arg: Argument,
  problem: Problem,
  system: System,
  { ray, values, first }: Found,
): string | null {
  if (isOfCostsAlone(problem, system)) return null;
  const gain = gainAt(problem, ray, values, arg);
  const sign = signOf(gain, arg.context);
  if (sign === 'negative' && vanishes(problem, system))
    return `What solves the conditions is no ${problem.kind}: it costs more than it gains, and choosing next to nothing costs next to nothing. The greatest is at an edge, or there is none.`;
  if (isRefuted({ term: gain, is: 'positive', because: '' }, arg.context))
    return `Whether what solves the conditions is the ${problem.kind} is not shown: the ${problem.objectiveName} that depends on what is chosen is not positive there.`;
  gained(arg, problem, system, gain, first);
  return null;
}
