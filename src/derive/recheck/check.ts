/**
 * The step checker: whether a step follows from what it names, asked at points. A point gives numbers to the letters so that
 * the step's premises and the facts in force hold; there the step's relation must hold to 40 digits. It knows none of the
 * engine's rules of algebra, signs or solving, and imports of ours the terms and the decimals alone.
 */
import type { Decimal } from '../../engines/decimal.ts';
import type { Term } from '../../kernel/term.ts';
import { evaluateAt, type Field, type Point } from './evaluate.ts';
import {
  type Certificate,
  type CertifiedStep,
  compares,
  generator,
  precise,
  Sampler,
  type Stated,
} from './sample.ts';

export interface Checked {
  readonly outcome: 'accepted' | 'rejected' | 'not-checked';
  readonly points: number;
  /** Largest relative residual of an equation. */
  readonly worst: number;
  readonly why: string;
}

const POINTS = 4;
/** Draws until that many points are found, with roots to find at each and without. */
const TRIES = { roots: 400, plain: 6000 };
/** Letters tried in turn as the one that an equation fixes. */
const CHOICES = 4;
const AGREE = 1e-40;
/** A derivative or a limit is taken as a difference, which is exact to this. */
const DIFFERENCE = 1e-12;
const STEP = '1e-20';

const numberAt = (term: Term, at: Point<Decimal>, field: Field<Decimal> = precise): Decimal =>
  evaluateAt(term, { values: new Map(at.values), definitions: at.definitions }, field);

const relative = (x: Decimal, y: Decimal): number => {
  const { of } = precise;
  const [a, b] = [Math.abs(of.toNumber(x)), Math.abs(of.toNumber(y))];
  const size = Math.max(a, b);
  return size === 0 ? 0 : Math.abs(of.toNumber(of.sub(x, y))) / Math.max(size, Number.MIN_VALUE);
};

/** As `relative`, but absolute next to zero, where a difference has no relative error. */
const near = (x: Decimal, y: Decimal): number => {
  const size = Math.abs(precise.of.toNumber(y));
  return size < 1e-3 ? Math.abs(precise.of.toNumber(precise.of.sub(x, y))) : relative(x, y);
};

const shifted = (at: Point<Decimal>, name: string, by: string, factor: boolean): Point<Decimal> => {
  const { of } = precise;
  const x = at.values.get(name) ?? of.fromText('0');
  const moved = factor ? of.mul(x, of.fromText(by)) : of.add(x, of.fromText(by));
  return { ...at, values: new Map(at.values).set(name, moved) };
};

/** d(term)/d(letter) by a central difference; for `d ln/d ln` the elasticity. */
function difference(term: Term, at: Point<Decimal>, letter: string, inLogs: boolean): Decimal {
  const { of } = precise;
  const [up, down] = [
    numberAt(term, shifted(at, letter, STEP, false)),
    numberAt(term, shifted(at, letter, `-${STEP}`, false)),
  ];
  const slope = of.div(of.sub(up, down), of.fromText('2e-20'));
  if (!inLogs) return slope;
  return of.div(of.mul(slope, at.values.get(letter) ?? of.fromText('0')), numberAt(term, at));
}

/** Rules under which a step is an input: there is nothing from which it should follow. */
const INPUTS = ['model', 'definition', 'assume', 'earlier'];
/** Rules whose steps speak of a limit in words, of functions, or of nothing that has a value at a point. */
const BEYOND = ['argument', 'dominant', 'log-convex', 'unsolved', 'integrate', 'implicit'];

const samesAs = (x: Term, y: Term): boolean => JSON.stringify(x, big) === JSON.stringify(y, big);
const big = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** What the step's relation misses at a point: 0 or more for an equation, infinity for a broken inequality. */
function missAt(step: CertifiedStep, states: Stated, at: Point<Decimal>): { miss: number; within: number } {
  const [premise] = step.from;
  const derivative = /^d(?: ln\/d ln |\/d)(\w+)$/.exec(step.method ?? '');
  if (step.rule === 'differentiate' && derivative?.[1] && premise) {
    const found = difference(premise.right, at, derivative[1], (step.method ?? '').includes('ln/'));
    return { miss: near(found, numberAt(states.right, at)), within: DIFFERENCE };
  }
  const limit = /^(\w+) -> 0$/.exec(step.method ?? '');
  if (step.rule === 'limit' && limit?.[1] && premise) {
    const close = { ...at, values: new Map(at.values).set(limit[1], precise.of.fromText(STEP)) };
    return { miss: near(numberAt(premise.right, close), numberAt(states.right, at)), within: DIFFERENCE };
  }
  const [left, right] = [numberAt(states.left, at), numberAt(states.right, at)];
  if (states.sign === '=') {
    const parts = [left, right].map((side) => Math.abs(precise.of.toNumber(side)));
    return { miss: Math.max(...parts) < AGREE ? 0 : relative(left, right), within: AGREE };
  }
  const order = precise.of.compare(left, right);
  return { miss: compares(states.sign, order) ? 0 : Number.POSITIVE_INFINITY, within: 0 };
}

const notChecked = (why: string): Checked => ({ outcome: 'not-checked', points: 0, worst: 0, why });

/**
 * Whether the step follows from its premises and the facts in force, at points drawn with the seed: first with letters that
 * stand for terms taken as letters of their own, of which more is then true than needed, and else opened.
 */
export function checkStep(certificate: Certificate, step: CertifiedStep, seed: number): Checked {
  const { states, rule } = step;
  if (INPUTS.includes(rule)) return notChecked(`a step under ${rule} is an input`);
  if (states === null || BEYOND.includes(rule))
    return notChecked(`a step under ${rule} has no value at a point`);
  if (states.sign === '~' || step.from.some(({ sign }) => sign === '~'))
    return notChecked('it speaks of a limit');
  if ([states, ...step.from].some(({ left, right }) => [left, right].some(isForeign)))
    return notChecked('it uses a function that the checker does not know');
  if (rule === 'stationary') {
    const [slope] = step.from;
    const follows =
      slope !== undefined &&
      states.sign === '=' &&
      samesAs(states.left, slope.right) &&
      isNought(states.right);
    return {
      outcome: follows ? 'accepted' : 'rejected',
      points: 0,
      worst: 0,
      why: 'the derivative is set to zero',
    };
  }
  const [first, ...rest] = step.from;
  if (rule === 'substitute' && first && first.sign === states.sign && rest.every(isNaming)) {
    const found = checkReplaced(certificate, step, states, replaced(first, rest), seed);
    if (found.outcome === 'accepted' || states.sign === '=') return found;
  }
  // A branch is chosen by words: what is asked is that the value is a root.
  if (step.method === 'quadratic' && first) {
    const found = checkAt(certificate, { ...step, from: [states], states: first }, first, seed);
    return found.outcome === 'not-checked' ? { ...found, outcome: 'rejected' } : found;
  }
  if (rule !== 'differentiate' && rule !== 'limit' && step.from.length > 0) {
    const opaque = checkAt({ ...certificate, definitions: {} }, step, states, seed);
    if (opaque.outcome === 'accepted') return opaque;
    const opened = checkAt(certificate, step, states, seed);
    return opened.outcome === 'not-checked' ? opaque : opened;
  }
  return checkAt(certificate, step, states, seed);
}

/** Whether a term calls a function of which the checker has no evaluation. */
function isForeign(term: Term): boolean {
  if (term.kind === 'call' && !KNOWN.includes(term.name)) return true;
  if (term.kind === 'sum') return term.terms.some(isForeign);
  if (term.kind === 'product') return term.factors.some(isForeign);
  if (term.kind === 'power') return isForeign(term.base) || isForeign(term.exponent);
  return term.kind === 'call' && term.args.some(isForeign);
}
const KNOWN: readonly string[] = ['ln', 'exp', 'min', 'max', 'deformed_log'];

const isNaming = ({ left, sign }: Stated): boolean => sign === '=' && left.kind === 'symbol';

/** A relation with letters replaced by what the equations say, all at once. */
function replaced({ left, sign, right }: Stated, equations: readonly Stated[]): Stated {
  const by = new Map(equations.map((r) => [r.left.kind === 'symbol' ? r.left.name : '', r.right]));
  const within = (part: Term): Term => {
    switch (part.kind) {
      case 'number':
        return part;
      case 'symbol':
        return by.get(part.name) ?? part;
      case 'sum':
        return { ...part, terms: part.terms.map(within) };
      case 'product':
        return { ...part, factors: part.factors.map(within) };
      case 'power':
        return { ...part, base: within(part.base), exponent: within(part.exponent) };
      case 'call':
        return { ...part, args: part.args.map(within) };
    }
  };
  return { left: within(left), sign, right: within(right) };
}

/** Both sides must have the values of the sides after the replacement. */
function checkReplaced(
  certificate: Certificate,
  step: CertifiedStep,
  states: Stated,
  wanted: Stated,
  seed: number,
): Checked {
  const sides = [
    [states.left, wanted.left],
    [states.right, wanted.right],
  ] as const;
  const found = sides.map(([left, right]) => {
    const same = { left, sign: '=', right };
    const closed = { ...certificate, definitions: {} };
    return checkAt(closed, { ...step, from: [], facts: [], states: same }, same, seed);
  });
  return found.find(({ outcome }) => outcome !== 'accepted') ?? (found[1] as Checked);
}

function checkAt(certificate: Certificate, step: CertifiedStep, states: Stated, seed: number): Checked {
  const named = step.rule === 'limit' ? [step.method?.split(' ')[0] ?? ''] : [];
  const ignoresLeft = step.rule === 'differentiate' || step.rule === 'limit';
  const asked = ignoresLeft ? { ...step, from: [], states: joined(step) } : step;
  for (let choice = 0; choice < CHOICES; choice++) {
    const found = checkWith(new Sampler(certificate, asked, named, choice), step, states, seed);
    if (found.points > 0) return found;
  }
  return notChecked('no point was found at which its premises hold');
}

function checkWith(sampler: Sampler, step: CertifiedStep, states: Stated, seed: number): Checked {
  const random = generator(seed);
  let [points, worst] = [0, 0];
  const tries = sampler.fixed.some(({ outright }) => !outright) ? TRIES.roots : TRIES.plain;
  for (let i = 0; i < tries && points < POINTS; i++) {
    const numbers = sampler.draw(random);
    const at = numbers && sampler.sharpen(numbers);
    if (!at) continue;
    const { miss, within } = missAt(step, states, at);
    points++;
    if (Number.isNaN(miss))
      return { outcome: 'rejected', points, worst: miss, why: 'it has no value at a point' };
    worst = Math.max(worst, miss);
    if (miss > within)
      return {
        outcome: 'rejected',
        points,
        worst: miss,
        why: `it is off by ${miss.toExponential(2)} at a point`,
      };
  }
  return { outcome: 'accepted', points, worst, why: `holds at ${points} points` };
}

const isNought = (term: Term): boolean => term.kind === 'number' && term.value.num === 0n;

/** The right sides of premise and step, whose letters are the ones to be drawn. */
const joined = ({ from, states }: CertifiedStep): Stated | null =>
  states && from[0] ? { left: from[0].right, sign: '=', right: states.right } : states;
