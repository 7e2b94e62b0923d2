/** Comparative statics as a person can read them in a file: the place, its letters and conditions, and what is shown of every response. */
import { createHash } from 'node:crypto';
import { symbolsOfProblem } from '../../src/derive/statics/letters.ts';
import type { Point } from '../../src/derive/statics/points.ts';
import type { Problem } from '../../src/derive/statics/problem.ts';
import type { Proof } from '../../src/derive/statics/proof.ts';
import type { Surface } from '../../src/derive/statics/surface.ts';
import type { System } from '../../src/derive/statics/system.ts';
import { type Cell, hypothesesOf, type Table } from '../../src/derive/statics/table.ts';
import { polynomialTerm, ratioTerm } from '../../src/kernel/normal/to-term.ts';
import type { Polynomial } from '../../src/kernel/polynomial.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Ratio } from '../../src/kernel/ratio.ts';
import type { Term } from '../../src/kernel/term.ts';
import { factText, letterText } from './derivation-text.ts';

/** Longer texts are shown by their beginning, their length and their digest. */
const LONGEST = 160;

function short(text: string): string {
  if (text.length <= LONGEST) return text;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return `${text.slice(0, LONGEST)}... (${text.length} characters, ${digest})`;
}

const termText = (term: Term): string => short(printText(term));
const ratioText = (value: Ratio): string => termText(ratioTerm(value));
const polynomialText = (p: Polynomial): string => termText(polynomialTerm(p));
const entries = (all: Readonly<Record<string, Term>>): string =>
  Object.entries(all)
    .map(([name, term]) => `${name} = ${termText(term)}`)
    .join(', ') || 'none';
const listed = (all: readonly string[]): string => all.join(', ') || 'none';

/** A place with its letters, and the conditions in them. */
export function systemText(system: System): string {
  const { setting, ring, profit, worths, free, conditions, hessian, jacobian } = system;
  const { model, where, quality, pieces, ray, fixed, binding, own, unknowns, context } = setting;
  const matrix = (rows: readonly (readonly Ratio[])[]): readonly string[] =>
    rows.flatMap((row) => row.map((value) => `  ${ratioText(value)}`));
  const by = (all: Readonly<Record<string, Ratio>>): readonly string[] =>
    Object.entries(all).map(([name, value]) => `  ${name}: ${ratioText(value)}`);
  return [
    `${model.id}, ${where}`,
    `quality ${termText(quality)}`,
    ...pieces.map(({ kink, chosen }) => `${termText(kink)} is ${termText(chosen)}`),
    `along the ray ${entries(ray)}; fixed ${entries(fixed)}; binding ${listed(binding.map(({ variable }) => variable))}`,
    `conditions in ${listed(own)}; unknown ${listed(unknowns)}`,
    ...context.facts.map(factText),
    'letters',
    ...[...ring.letters.values()].map(
      ({ name, definition, kind }) => `  ${name}, ${kind}: ${termText(definition)}`,
    ),
    `open: ${listed([...ring.open])}`,
    ...ring.adoptions.map(
      ({ phi, theta, argument, shape }) =>
        `  ${phi}, ${theta} of ${termText(argument)} with ${ratioText(shape)}`,
    ),
    ...ring.exponentials.map(({ name, exponent }) => `  ${name} = exp(${ratioText(exponent)})`),
    ...ring.positive.map((value) => `  positive: ${ratioText(value)}`),
    'profit',
    ...profit.map(
      ({ sign, term, value }) => `  ${sign === 1 ? '+' : '-'} ${termText(term)}: ${ratioText(value)}`,
    ),
    ...worths.map(({ name, variable, value }) => `  ${name} of ${variable}: ${ratioText(value)}`),
    'without worths of limits',
    ...by(free),
    'conditions',
    ...by(conditions),
    'second derivatives',
    ...matrix(hessian),
    'J',
    ...matrix(jacobian),
  ].join('\n');
}

/** What is known in the letters that are left. */
export function problemText(problem: Problem): string {
  const { solved, known, factors, matrix, scales, bend, bendBecause } = problem;
  return [
    'solved for',
    ...solved.map(({ name, value }) => `  ${name} = ${ratioText(value)}`),
    'known',
    ...known.map(
      ({ polynomial, strict, because }) =>
        `  ${polynomialText(polynomial)} ${strict ? '>' : '>='} 0: ${because}`,
    ),
    'divisors',
    ...factors.map((factor) => `  ${polynomialText(factor)}`),
    '-J',
    ...matrix.flatMap((row) => row.map((p) => `  ${polynomialText(p)}`)),
    'rows were multiplied by',
    ...scales.map((scale) => `  ${ratioText(scale)}`),
    `det(-J) ${polynomialText(bend)}, positive by ${bendBecause}`,
    'letters as readers have them',
    ...[...symbolsOfProblem(problem).values()]
      .filter(({ name }) => !problem.system.setting.model.symbols.has(name))
      .map((letter) => `  ${letterText(letter)}`),
  ].join('\n');
}

/** Points by their number, and the first of them. */
export const pointsText = (points: readonly Point[]): string =>
  [
    `${points.length} points`,
    ...points.slice(0, 2).map((at) =>
      Object.entries(at)
        .map(([name, value]) => `${name} ${value.toPrecision(6)}`)
        .join(', '),
    ),
  ].join('\n');

const proofText = (proof: Proof | null): string =>
  proof === null
    ? 'not shown'
    : [
        `${proof.sign}, ${short(proof.summands.map(printText).join('; '))}`,
        ...proof.chart.map(({ name, definition }) => `with ${name} = ${termText(definition)}`),
        ...proof.uses.map((use) => `by ${use}`),
        ...proof.conditions.map((fact) => `if ${factText(fact)}`),
      ].join('; ');

const surfaceText = ({ term, root, training, inference }: Surface): string =>
  [
    termText(term),
    root ? `zero at ${root.name} = ${termText(root.value)}` : 'no root',
    ...Object.entries({ training, inference }).map(([side, limit]) =>
      limit ? `${side}-dominated ${limit.sign}: ${termText(limit.leading)}` : `not ${side}-dominated`,
    ),
  ].join('; ');

/** A response with what sign algebra shows of it. */
export function cellText(cell: Cell, table: Table): string {
  const { quantity, parameter, hold, where, response, whole, cases, shown, surface, open } = cell;
  const { method, numerator } = response;
  return [
    `${quantity}/${parameter} (${hold} held, ${where}): ${shown ?? 'open'}, ${method}, ${polynomialText(numerator)}`,
    `  at once: ${proofText(whole)}`,
    ...cases
      .filter(({ when }) => when)
      .map(({ when, proof }) => `  where ${when && factText(when)}: ${proofText(proof)}`),
    ...(surface ? [`  surface: ${surfaceText(surface)}`] : []),
    ...open.map(
      (one) => `  open where ${one.when ? factText(one.when) : 'all'}: ${surfaceText(one.surface)}`,
    ),
    `  supposed: ${listed(hypothesesOf(cell, table))}`,
  ].join('\n');
}
