/** The library in a worker: the functions behind the command line, asked by the page. */

import { CLAIMS } from '../proofs/registry.ts';
import type { Laws } from '../src/asymptotics/law.ts';
import { type PutRow, putOneByOne } from '../src/claims/put.ts';
import type { Model } from '../src/economics/model.ts';
import { modelFrom } from '../src/economics/model-file/read.ts';
import { VARIANT_IDS, VARIANTS } from '../src/economics/variants/registry.ts';
import { fail, OptimandError } from '../src/kernel/issues.ts';
import { domainText } from '../src/kernel/symbols.ts';
import { firmOf, isOpenShape, measureOf } from '../src/report/figures/firm.ts';
import { growth, growthPoints } from '../src/report/figures/growth.ts';
import { byFastSolver } from '../src/report/figures/optima-along.ts';
import { laws, lawsOnce, rememberLaws } from '../src/report/laws.ts';
import { optimize } from '../src/report/optimize.ts';
import { optimizeAtOnce } from '../src/report/optimize-at-once.ts';
import type { Answers, Asked, Control, Optimum, Question, Told, VariantControls } from './messages.ts';
import { read, sentenceOf } from './read.ts';
import type { State } from './state.ts';

type Values = Readonly<Record<string, number>>;

const OPEN_SHAPE = -0.5;
/** What grows in the laws and figures of the page. */
const GROWING = 'E';

function controlsOf(model: Model): VariantControls {
  const shapes = Object.fromEntries(
    model.parameters.filter(isOpenShape).map(({ name }) => [name, OPEN_SHAPE]),
  );
  const firm = firmOf(model, shapes, []);
  const controls = model.parameters.map(({ name, tex, meaning, unit, domain, role }): Control => {
    const { scale, low, high } = measureOf(model, name, null, firm);
    const said = { name, tex, meaning, unit, domain: domainText(domain), isShape: role === 'shape' };
    return { ...said, scale, low, high, value: firm[name] ?? 1 };
  });
  return { id: model.id, title: model.title, controls };
}

/** The last model of one's own: found again as the same, so that its laws are found once. */
let last: { readonly text: string; readonly model: Model } | null = null;

/** @throws OptimandError where the model says nothing that can be used. */
function ownModel(text: string): Model {
  if (last?.text !== text) {
    let read: unknown;
    try {
      read = JSON.parse(text);
    } catch {
      return fail({ code: 'usage', what: 'The model is no JSON', would: 'load the file again' });
    }
    last = { text, model: modelFrom(read) };
  }
  return last.model;
}

/** The model that a state is about. @throws OptimandError */
function modelOf({ variant, model }: State): Model {
  if (model !== undefined) return ownModel(model);
  return VARIANTS[VARIANT_IDS.find((id) => id === variant) ?? 'baseline'];
}

/** The parameter that a refusal is about, where it names one. */
const aboutWhom = (error: unknown): string | null =>
  error instanceof OptimandError && 'name' in error.issue ? String(error.issue.name) : null;

type Found = Pick<Optimum, 'answer' | 'warnings'>;

/** The optimum of a state by a solver, or what is wrong with the state. */
function optimumBy(solve: (model: Model, values: Values) => Found, state: State): Optimum {
  const { values, errors } = read(state);
  if (Object.keys(errors).length > 0) return { values, errors, answer: null, warnings: [] };
  try {
    return { values, errors, ...solve(modelOf(state), values) };
  } catch (error) {
    if (!(error instanceof OptimandError)) throw error;
    return { values, errors: { [aboutWhom(error) ?? '']: sentenceOf(error) }, answer: null, warnings: [] };
  }
}

function byReferee(model: Model, values: Values): Found {
  const { rows, warnings } = optimize(values, { variant: model });
  const [row] = rows;
  return { answer: row && 'produces' in row ? row : null, warnings };
}

function valuesOf(state: State): Values {
  const { values, errors } = read(state);
  const [first] = Object.values(errors);
  if (first !== undefined) throw new Error(first);
  return values;
}

/** What laws are about: the model and the numbers, those of what grows left out. */
function placeOf(state: State) {
  const { [GROWING]: _, ...values } = valuesOf(state);
  return { model: modelOf(state), growing: GROWING, values };
}

/** Lets messages in that have come meanwhile. */
const pause = (): Promise<void> =>
  new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });

/** Ids of questions that are asked of a newer state. */
const overtaken = new Set<number>();

async function claimsOf(state: State, id: number): Promise<readonly PutRow[]> {
  const rows: PutRow[] = [];
  for (const row of putOneByOne(Object.values(CLAIMS).flat(), modelOf(state), valuesOf(state))) {
    rows.push(row);
    await pause();
    if (overtaken.has(id)) break;
  }
  return rows;
}

type Given = Extract<Asked, { readonly id: number }>;

const ANSWERS: {
  readonly [Q in Question]: (state: State, asked: Given) => Answers[Q] | Promise<Answers[Q]>;
} = {
  variants: () => VARIANT_IDS.map((id) => controlsOf(VARIANTS[id])),
  own: (state) => controlsOf(modelOf(state)),
  optimum: (state) => optimumBy(optimizeAtOnce, state),
  referee: (state) => optimumBy(byReferee, state),
  points: (state) => growthPoints(modelOf(state), { set: valuesOf(state), along: byFastSolver }),
  numbers: (state) => laws(modelOf(state), { set: valuesOf(state), isBreakEvenSought: false }).result.regimes,
  laws: (state) => ({
    regimes: laws(modelOf(state), { set: valuesOf(state) }).result.regimes,
    found: lawsOnce(placeOf(state), 'b'),
  }),
  growth: (state) => growth(modelOf(state), { set: valuesOf(state), along: byFastSolver }),
  claims: (state, { id }) => claimsOf(state, id),
  remember: (state, { laws: found }) => {
    rememberLaws(placeOf(state), found as Laws);
    return null;
  },
};

const NOWHERE: State = { variant: 'baseline', set: {} };

async function tell(asked: Given): Promise<Told> {
  const { id, question, state } = asked;
  try {
    return { id, question, answer: await ANSWERS[question](state ?? NOWHERE, asked) };
  } catch (error) {
    return {
      id,
      question,
      refusal: error instanceof OptimandError || error instanceof Error ? error.message : String(error),
    };
  }
}

const port = self as unknown as {
  postMessage(told: Told): void;
  onmessage: ((event: { readonly data: Asked }) => void) | null;
};
port.onmessage = ({ data }) => {
  if ('overtaken' in data) overtaken.add(data.overtaken);
  else void tell(data).then((told) => port.postMessage(told));
};
