/** How claims are put to any model: identities at an optimum, slopes in a regime, directions of responses. */

import { pointwise } from '../src/claims/checks.ts';
import type { Check, CheckRun, Judged, LawText } from '../src/claims/claim.ts';
import {
  type CaseLaw,
  factTex,
  type LawQuantity,
  lawsPicked,
  lawText,
  type Pick,
} from '../src/claims/exponents.ts';
import { type At, numbersAt, type Pool, plainPool, type Sold, soldIn } from '../src/claims/pool.ts';
import { type Asked, responseAt } from '../src/claims/responses.ts';
import { evaluatorOf } from '../src/claims/statics-evaluate.ts';
import type { Model } from '../src/economics/model.ts';
import type { Values } from '../src/economics/parameters.ts';
import { printText } from '../src/kernel/print-text.ts';

export const notApplicable = (reason: string): Judged => ({ kind: 'not-applicable', reason });

/** The first of the letters that the model does not have. */
const lackingIn = (model: Model, names: readonly string[]): string | undefined =>
  names.find((name) => !model.parameters.some((declared) => declared.name === name));

/** Not applicable where the claim names a parameter that the model does not have. */
export const unlessLacking = (model: Model, names: readonly string[], judged: () => Judged): Judged => {
  const lacking = lackingIn(model, names);
  return lacking === undefined ? judged() : notApplicable(`${model.id} has no ${lacking}`);
};

interface Identity {
  readonly model: Model;
  readonly name: string;
  readonly question: string;
  readonly tolerance: number;
  /** Relative distance from true. */
  readonly off: (point: At) => number;
  readonly where?: (point: At, sold: Sold) => boolean;
}

/** An equation that must be true at every optimum; where it is not, the model has another law. */
export const identityUnder = (ask: Identity, law: Extract<Judged, { kind: 'checks' }>['law']): Judged => ({
  kind: 'checks',
  checks: [
    pointwise({ ...ask, role: 'law', say: (_, off) => `off by ${off.toPrecision(3)}` }),
    // A law that is another one must still be judged as more than refuted; this asks that firms were met at all.
    metAny(ask.model, plainPool),
  ],
  ...(law ? { law } : {}),
});

/** Whether any firm of the pool sells. */
const metAny = (model: Model, pool: Pool): Check =>
  pointwise({
    role: 'holds',
    name: 'met',
    model,
    pool,
    tolerance: 0,
    question: 'Does the firm sell?',
    off: () => 0,
    say: () => '',
  });

export interface Slopes {
  readonly model: Model;
  readonly quantity: LawQuantity;
  readonly pool: Pool;
  readonly where?: (point: At, sold: Sold) => boolean;
  /** Which regime of the engine's laws is meant. */
  readonly regime: Pick;
}

/** Slopes agree with an exponent to this. */
const SAME = 1e-2;

export const slopeIn = (quantity: LawQuantity, { optimum }: Sold): number =>
  optimum.elasticities?.[`${quantity}/E`] ?? Number.NaN;

const drawsOf = (
  { model, pool, where }: Slopes,
  { seed, runs }: CheckRun,
): readonly { sold: Sold; point: At }[] =>
  soldIn(pool(model, seed, runs, 'box'))
    .map((sold) => ({ sold, point: numbersAt(model, sold) }))
    .filter(({ sold, point }) => where?.(point, sold) ?? true);

/** Exponents at which the engine is asked for the laws of a variant. */
const SHAPES: Values = {
  alpha: 0.34,
  beta: 0.28,
  gamma: -0.5,
  epsilon: 2,
  nu: 0.1,
  kappa: 0.3,
  r: 1,
  h: 1,
  m: 3,
};

const shapesOf = ({ parameters }: Model): Values =>
  Object.fromEntries(Object.entries(SHAPES).filter(([name]) => parameters.some((one) => one.name === name)));

/** The engine's law of the case gamma < 0, where it finds one and the referee's slopes bear it out. */
function confirmed(
  { model, quantity, regime }: Slopes,
  draws: readonly { sold: Sold; point: At }[],
): LawText | null {
  const laws: readonly CaseLaw[] = lawsPicked(model, 'E', quantity, regime, [shapesOf(model)]);
  const [law] = laws;
  if (!law) return null;
  const facts = law.one.assumed.map(({ term, is }) => ({ value: evaluatorOf(term), is }));
  const inCase = draws.filter(({ point }) =>
    facts.every(({ value, is }) =>
      is === 'positive' ? value(point) > 0.05 : is === 'negative' ? value(point) < -0.05 : false,
    ),
  );
  const exponent = evaluatorOf(law.scaling.exponent);
  const agree = inCase.every(({ sold, point }) => Math.abs(slopeIn(quantity, sold) - exponent(point)) < SAME);
  if (inCase.length === 0 || !agree) return null;
  const { text, tex } = lawText(model, 'E', quantity, laws) ?? { text: '', tex: '' };
  const { assumed } = law.one;
  if (assumed.length === 0) return { text, tex };
  const given = assumed.map(({ term, is }) => `${printText(term)} ${is}`).join(', ');
  const givenTex = assumed.map((fact) => factTex(fact, model)).join(', ');
  return { text: `${text} where ${given}`, tex: `${tex}\\ \\text{where}\\ ${givenTex}` };
}

const spanText = (values: readonly number[]): string => {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) =>
    value.toFixed(3).replace(/^-(0\.0+)$/, '$1'),
  );
  return low === high ? `${low}` : `${low} to ${high}`;
};

/** The variant's law in a regime: the engine's where the referee bears it out, else the referee's slopes. */
export function lawUnder(slopes: Slopes, run: CheckRun): LawText | null {
  const draws = drawsOf(slopes, run);
  if (draws.length === 0) return null;
  const own = spanText(draws.map(({ sold }) => slopeIn(slopes.quantity, sold)));
  const engine = confirmed(slopes, draws);
  const text = `d ln ${slopes.quantity}/d ln E from the referee: ${own}`;
  return engine ?? { text, tex: `\\text{${text}}` };
}

/** Whether the slopes in a regime are the exponent claimed. */
export const exponentUnder = (slopes: Slopes, claimed: (point: At) => number): Judged => ({
  kind: 'checks',
  checks: [
    pointwise({
      ...slopes,
      role: 'law',
      name: 'exponent',
      tolerance: SAME,
      question: `Is the slope of ${slopes.quantity} in E the exponent claimed?`,
      off: (point, sold) => Math.abs(slopeIn(slopes.quantity, sold) - claimed(point)),
      say: (point, _, sold) =>
        `${slopes.quantity}/E is ${slopeIn(slopes.quantity, sold).toFixed(3)}, not ${claimed(point).toFixed(3)}`,
    }),
    metAny(slopes.model, slopes.pool),
  ],
  law: (run) => lawUnder(slopes, run)?.text ?? null,
});

/** A claim about every optimum: the slopes lie where it says at all firms, and one firm elsewhere refutes it. */
export const slopesEverywhere = (slopes: Slopes, off: (slope: number) => number): Judged => ({
  kind: 'checks',
  checks: [
    pointwise({
      ...slopes,
      role: 'holds',
      name: 'slope, everywhere',
      tolerance: 1e-3,
      question: `Is the slope of ${slopes.quantity} in E where the claim says, at every firm?`,
      off: (_, sold) => off(slopeIn(slopes.quantity, sold)),
      say: (_, __, sold) => `${slopes.quantity}/E is ${slopeIn(slopes.quantity, sold).toFixed(3)}`,
    }),
  ],
  law: (run) => lawUnder(slopes, run)?.text ?? null,
});

/** Whether the slopes in a regime lie where a claim says: at all firms, at some, or at none. */
export const slopesWithin = (slopes: Slopes, off: (slope: number) => number): Judged => ({
  kind: 'checks',
  checks: mixed(
    { ...slopes, name: 'slope', question: `Is the slope of ${slopes.quantity} in E where the claim says?` },
    (_, sold) => off(slopeIn(slopes.quantity, sold)) <= 1e-3,
    (sold) => `${slopes.quantity}/E is ${slopeIn(slopes.quantity, sold).toFixed(3)}`,
  ),
  law: (run) => lawUnder(slopes, run)?.text ?? null,
});

/** Whether a quantity grows in E no faster than a bound as E grows without end, and whether it keeps pace. */
export const boundUnder = (slopes: Slopes, claimed: (point: At) => number): Judged => {
  const asked = (role: 'holds' | 'tight', sign: 1 | -1, question: string): Check =>
    pointwise({
      ...slopes,
      role,
      name: role === 'holds' ? 'not-faster' : 'keeps-pace',
      tolerance: SAME,
      question,
      off: (point, sold) => Math.max(0, sign * (slopeIn(slopes.quantity, sold) - claimed(point))),
      say: (point, _, sold) =>
        `${slopes.quantity}/E is ${slopeIn(slopes.quantity, sold).toFixed(3)} far out, the bound's exponent ${claimed(point).toFixed(3)}`,
    });
  return {
    kind: 'checks',
    checks: [
      asked('holds', 1, `Does ${slopes.quantity} grow no faster than the bound?`),
      asked('tight', -1, `Does ${slopes.quantity} keep pace with the bound?`),
    ],
    law: (run) => lawUnder(slopes, run)?.text ?? null,
  };
};

/** Inference costs so much more than training that training hardly counts, and no limit binds. */
export const inferenceOutweighs = ({ t = 0, d = 1 }: At, { optimum }: Sold): boolean =>
  t > 1e4 * 3 * d && optimum.active.limits.length === 0;

interface Mixed {
  readonly model: Model;
  readonly pool: Pool;
  readonly name: string;
  readonly question: string;
  readonly where?: (point: At, sold: Sold) => boolean;
}

/** True at every firm, at none, or at some: the claim holds, is refuted, or holds on a domain. */
function mixed(
  ask: Mixed,
  isTrue: (point: At, sold: Sold) => boolean,
  found: (sold: Sold) => string,
): readonly Check[] {
  const every = pointwise({
    ...ask,
    role: 'elsewhere',
    tolerance: 0,
    off: (point, sold) => (isTrue(point, sold) ? 0 : 1),
    say: (_, __, sold) => found(sold),
  });
  return [
    {
      ...every,
      role: 'holds',
      name: `${ask.name}, anywhere`,
      run(options) {
        const outcome = every.run(options);
        const isNowhere = outcome.draws > 0 && outcome.failures === outcome.draws;
        const notes = [`true at ${outcome.draws - outcome.failures} of ${outcome.draws} firms`];
        return {
          ...outcome,
          failures: isNowhere ? outcome.failures : 0,
          passed: !isNowhere && outcome.draws > 0,
          notes,
        };
      },
    },
    every,
  ];
}

/** Below this a response is rounding. */
const MOVES = 1e-9;

/** Whether responses have the signs claimed. */
export const signsUnder = (
  model: Model,
  asked: readonly (Omit<Asked, 'model'> & { readonly sign: 1 | -1 })[],
  where?: (point: At, sold: Sold) => boolean,
): Judged => ({
  kind: 'checks',
  checks: mixed(
    {
      model,
      pool: plainPool,
      name: asked.map(({ quantity, parameter }) => `${quantity}/${parameter}`).join(', '),
      question: 'Do the responses have the signs claimed?',
      ...(where ? { where } : {}),
    },
    (_, sold) => asked.every((one) => one.sign * responseAt(one, sold) > MOVES),
    (sold) =>
      asked
        .map((one) => `${one.quantity}/${one.parameter} is ${responseAt(one, sold).toPrecision(3)}`)
        .join(', '),
  ),
});
