/** The library in a worker: the functions behind the command line, asked by the page. */

import { CLAIMS } from '../proofs/registry.ts';
import { putClaims } from '../src/claims/put.ts';
import type { Model } from '../src/economics/model.ts';
import { modelFrom } from '../src/economics/model-file/read.ts';
import { VARIANT_IDS, VARIANTS } from '../src/economics/variants/registry.ts';
import { double } from '../src/kernel/arithmetic/double.ts';
import { evaluate } from '../src/kernel/compile.ts';
import { fail, OptimandError } from '../src/kernel/issues.ts';
import { parse } from '../src/kernel/parse.ts';
import { domainText } from '../src/kernel/symbols.ts';
import { firmOf, isOpenShape, measureOf } from '../src/report/figures/firm.ts';
import { growth } from '../src/report/figures/growth.ts';
import { laws } from '../src/report/laws.ts';
import { optimize } from '../src/report/optimize.ts';
import type { Answers, Asked, Control, Optimum, Question, Told, VariantControls } from './messages.ts';
import type { State } from './state.ts';

type Values = Readonly<Record<string, number>>;

const OPEN_SHAPE = -0.5;

function controlsOf(model: Model): VariantControls {
  const shapes = Object.fromEntries(
    model.parameters.filter(isOpenShape).map(({ name }) => [name, OPEN_SHAPE]),
  );
  const firm = firmOf(model, shapes, []);
  const controls = model.parameters.map(({ name, tex, meaning, unit, domain }): Control => {
    const { scale, low, high } = measureOf(model, name, null, firm);
    return { name, tex, meaning, unit, domain: domainText(domain), scale, low, high, value: firm[name] ?? 1 };
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

interface Read {
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

/** A decimal, or a formula of numbers alone. @throws OptimandError */
function numberIn(name: string, text: string): number {
  const value = DECIMAL.test(text) ? Number(text) : evaluate(parse(text, new Map()), {}, double);
  return Number.isFinite(value)
    ? value
    : fail({ code: 'bad-value', name, value: text, must: 'a finite number' });
}

/** Every text as a number, or why it is none. */
function read({ set }: State): Read {
  const values: Record<string, number> = {};
  const errors: Record<string, string> = {};
  for (const [name, text] of Object.entries(set)) {
    try {
      values[name] = numberIn(name, text);
    } catch (error) {
      errors[name] = sentenceOf(error);
    }
  }
  return { values, errors };
}

const sentenceOf = (error: unknown): string =>
  error instanceof OptimandError ? error.message : `Optimand failed (${String(error)}).`;

/** The parameter that a refusal is about, where it names one. */
const aboutWhom = (error: unknown): string | null =>
  error instanceof OptimandError && 'name' in error.issue ? String(error.issue.name) : null;

async function optimum(state: State): Promise<Optimum> {
  const { values, errors } = read(state);
  if (Object.keys(errors).length > 0) return { values, errors, answer: null, warnings: [] };
  try {
    const { rows, warnings } = optimize(values, { variant: modelOf(state) });
    const [row] = rows;
    return { values, errors, answer: row && 'produces' in row ? row : null, warnings };
  } catch (error) {
    if (!(error instanceof OptimandError)) throw error;
    return { values, errors: { [aboutWhom(error) ?? '']: sentenceOf(error) }, answer: null, warnings: [] };
  }
}

function valuesOf(state: State): Values {
  const { values, errors } = read(state);
  const [first] = Object.values(errors);
  if (first !== undefined) throw new Error(first);
  return values;
}

const ANSWERS: { readonly [Q in Question]: (state: State) => Promise<Answers[Q]> } = {
  variants: async () => VARIANT_IDS.map((id) => controlsOf(VARIANTS[id])),
  own: async (state) => controlsOf(modelOf(state)),
  optimum,
  laws: async (state) => laws(modelOf(state), { set: valuesOf(state) }).result.regimes,
  growth: async (state) => growth(modelOf(state), { set: valuesOf(state) }),
  claims: async (state) => putClaims(Object.values(CLAIMS).flat(), modelOf(state), valuesOf(state)),
};

const NOWHERE: State = { variant: 'baseline', set: {} };

async function tell({ id, question, state }: Asked): Promise<Told> {
  try {
    return { id, question, answer: await ANSWERS[question](state ?? NOWHERE) };
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
port.onmessage = ({ data }) => void tell(data).then((told) => port.postMessage(told));
