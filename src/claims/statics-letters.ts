/** The letters of a problem at an optimum of the referee: each by the term of the model that defines it. */

import { ratioAt } from '../derive/statics/points.ts';
import type { Problem } from '../derive/statics/problem.ts';
import { settled } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import type { substitute } from '../kernel/term.ts';
import { evaluatorOf } from './statics-evaluate.ts';
import type { Observation } from './statics-observe.ts';

/** Below this |γ ln x| the mean of s under e^(-γ s) on (0, ln x) is read from its series. */
const SMALL = 1e-4;

/** -∂ ln f/∂γ of adoption with ln x = length: the mean of s on (0, length) under the density e^(-γ s). */
export function thinningAt(length: number, gamma: number): number {
  const x = gamma * length;
  if (Math.abs(x) < SMALL) return length * (1 / 2 - x / 12 + x ** 3 / 720);
  return (1 - x / Math.expm1(x)) / gamma;
}

type LettersAt = (seen: Pick<Observation, 'values' | 'optimum'>) => Values;

const madeBefore = new WeakMap<Problem, LettersAt>();

/** Every letter of the problem as a function of the optimum, compiled once. */
export function lettersAt(problem: Problem): LettersAt {
  const made = madeBefore.get(problem) ?? compiledLetters(problem);
  madeBefore.set(problem, made);
  return made;
}

function compiledLetters({ system }: Problem): LettersAt {
  const { ring, setting, worths } = system;
  const own = (definition: Parameters<typeof substitute>[0]) =>
    evaluatorOf(settled(setting.model, definition));
  const plain = [...ring.letters.values()]
    .filter(({ kind }) => kind !== 'thinning')
    .map(({ name, definition }) => [name, own(definition)] as const);
  const thinnings = ring.adoptions.map(({ theta, argument, shape }) => ({
    theta,
    argument: own(argument),
    shape,
  }));
  return ({ values, optimum: { n, d, t } }) => {
    const at = { ...values, n, d, t };
    const letters: Record<string, number> = { ...at };
    for (const [name, value] of plain) letters[name] = value(at);
    for (const { theta, argument, shape } of thinnings)
      letters[theta] = thinningAt(Math.log(argument(at)), ratioAt(shape, letters));
    for (const { name, value } of worths) letters[name] = ratioAt(value, letters);
    return letters;
  };
}
