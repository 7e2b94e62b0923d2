/**
 * Parameters for a wished-for optimum. Shares and shapes are drawn wide, quality is found so that adoption is what the
 * shares need, and the frame gives the scales. Whether the optimum is there and what it does is then the referee's to say.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Frame } from '../derive/statics/frame.ts';
import type { Values } from '../economics/parameters.ts';
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import { double } from '../kernel/arithmetic/double.ts';
import type { Term } from '../kernel/term.ts';
import { type Evaluate, evaluatorOf } from './statics-evaluate.ts';

/** Draws made, and proposals that suffice. */
const DRAWS = 4000;
const ENOUGH = 6;

const RANGES: Readonly<Record<string, readonly [number, number, 'log' | 'linear']>> = {
  alpha: [0.1, 1.2, 'log'],
  beta: [0.1, 1.2, 'log'],
  gamma: [-1, 4, 'linear'],
  v: [1e-3, 1e3, 'log'],
  w: [1e-3, 3, 'log'],
  s: [0.01, 0.99, 'linear'],
  n: [1e7, 1e13, 'log'],
  d: [1e8, 1e15, 'log'],
  M: [1e-6, 1e-4, 'log'],
};

/** ln q at which two sides of adoption meet, between the bounds; NaN where they do not. */
function meet(gap: (logQuality: number) => number): number {
  let [low, high] = [1e-4, 60];
  const rising = gap(high) > 0;
  if (gap(low) > 0 === rising) return Number.NaN;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (gap(middle) > 0 === rising) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** One draw of every letter from its range. */
function drawLetters(uniform: () => number): Record<string, number> {
  const letters: Record<string, number> = {};
  for (const [name, [low, high, how]] of Object.entries(RANGES)) {
    const at = uniform();
    letters[name] = how === 'log' ? low * (high / low) ** at : low + at * (high - low);
  }
  return letters;
}

/** The letters with quality and logarithms added, or null where no quality gives the adoption that the shares need. */
function withQuality(drawn: Values, needed: Evaluate, shape: Evaluate): Values | null {
  const g = shape(drawn);
  const logQuality = meet((x) => needed({ ...drawn, q: Math.exp(x) }) - double.deformedLog(Math.exp(x), g));
  if (!Number.isFinite(logQuality)) return null;
  return {
    ...drawn,
    q: Math.exp(logQuality),
    ln_q: logQuality,
    ln_n: Math.log(drawn.n ?? 1),
    ln_d: Math.log(drawn.d ?? 1),
  };
}

const drawn = new WeakMap<Frame, Map<number, readonly Values[]>>();

/** The letters of every draw to which a quality belongs: the same for all cells of a table, so made once. */
function lettersDrawn(frame: Frame, seed: number, needed: Evaluate, shape: Term): readonly Values[] {
  const kept = drawn.get(frame) ?? new Map<number, readonly Values[]>();
  drawn.set(frame, kept);
  const known = kept.get(seed);
  if (known) return known;
  const generator = xoroshiro128plus(seed);
  const shapeOf = evaluatorOf(shape);
  const made = Array.from({ length: DRAWS }, () =>
    withQuality(
      drawLetters(() => uniformFloat64(generator)),
      needed,
      shapeOf,
    ),
  ).filter((letters) => letters !== null);
  kept.set(seed, made);
  return made;
}

/** Parameters whose optimum is expected to have the wanted letters; at most a few. */
export function propose(frame: Frame, wanted: (letters: Values) => boolean, seed: number): readonly Values[] {
  const { call, model } = frame.reduced;
  const scale = new Map(
    Object.entries(frame.scales).map(([name, term]) => [
      name,
      evaluatorOf(expandAbbreviations(term, frame.context.symbols)),
    ]),
  );
  const [, shape] = call.args;
  const needed = scale.get('f');
  if (!shape || !needed) return [];
  const found: Values[] = [];
  for (const letters of lettersDrawn(frame, seed, needed, shape)) {
    if (found.length >= ENOUGH) break;
    if (!wanted(letters)) continue;
    const values = Object.fromEntries(
      model.parameters.map(({ name }) => [name, scale.get(name)?.(letters) ?? letters[name] ?? Number.NaN]),
    );
    if (Object.values(values).every(Number.isFinite)) found.push(values);
  }
  return found;
}
