/**
 * A scenario as a file: numbers about the world, each with its interval, its reason and its source; what follows from them by
 * formulas; the parameters of a model in terms of these; and what grows per year. A scenario may extend another one that
 * ships with the toolkit, and then says only what differs.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { fail, shown } from '../kernel/issues.ts';
import { nearest } from '../kernel/suggest.ts';
import { day } from './cell.ts';
import { dataText } from './folder.ts';

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });

export const inputSchema = Type.Object(
  {
    value: Type.Number({ description: 'the middle: half of the draws lie below it' }),
    low: Type.Number({ description: 'one draw in twenty lies below' }),
    high: Type.Number({ description: 'one draw in twenty lies above' }),
    scale: Type.Union([Type.Literal('log'), Type.Literal('linear')], {
      description: 'whether the number or its logarithm is spread like a bell on either side of the middle',
    }),
    unit: text,
    meaning: text,
    basis: Type.Union([Type.Literal('data'), Type.Literal('published'), Type.Literal('assumption')]),
    reason: text,
    source: text,
    reading: Type.Optional(
      Type.String({
        description: 'which reading of the tables in data/ it is; the toolkit computes it again',
      }),
    ),
    exponent: Type.Optional(
      Type.Boolean({ description: 'whether it is a number without unit that stands in exponents' }),
    ),
  },
  closed,
);
export type Input = Static<typeof inputSchema>;

const step = Type.Object({ name: text, formula: text, unit: text, meaning: text }, closed);

const parts = {
  id: text,
  title: text,
  about: text,
  variant: text,
  date: text,
  inputs: Type.Record(Type.String(), inputSchema),
  let: Type.Array(step),
  parameters: Type.Record(Type.String(), text),
  growth: Type.Record(Type.String(), text),
};

const fileSchema = Type.Union([
  Type.Object(parts, closed),
  Type.Object(
    {
      extends: text,
      id: text,
      title: text,
      about: text,
      variant: Type.Optional(parts.variant),
      date: Type.Optional(parts.date),
      inputs: Type.Optional(parts.inputs),
      let: Type.Optional(parts.let),
      parameters: Type.Optional(parts.parameters),
      growth: Type.Optional(parts.growth),
    },
    closed,
  ),
]);

const whole = Type.Object(parts, closed);
export type ScenarioFile = Static<typeof whole>;

export const SCENARIO_IDS = ['calibrated', 'paper', 'permissive', 'stalled-hardware', 'data-bound'] as const;
export type ScenarioId = (typeof SCENARIO_IDS)[number];
export const isScenarioId = (name: string): name is ScenarioId => SCENARIO_IDS.some((id) => id === name);

const bad = (path: string, what: string, would: string): never => fail({ code: 'file', path, what, would });

/** The first place at which a value is not as it must be. */
function faultIn(value: unknown): { readonly place: string; readonly must: string } {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const isExtension = isObject && 'extends' in value;
  const first = Value.Errors(fileSchema.anyOf[isExtension ? 1 : 0] as typeof whole, value).First();
  return {
    place: first?.path.slice(1).replaceAll('/', '.') || 'it',
    must: first?.message.toLowerCase() ?? '',
  };
}

function checkInputs(inputs: Readonly<Record<string, Input>>, path: string): void {
  for (const [name, { value, low, high, scale }] of Object.entries(inputs)) {
    if (!(low <= value && value <= high))
      bad(path, `input ${shown(name)} has its value outside its interval`, 'give low <= value <= high');
    if (scale === 'log' && !(low > 0))
      bad(
        path,
        `input ${shown(name)} is spread in logarithms and is not positive`,
        'give a positive low, or scale "linear"',
      );
  }
}

/**
 * A scenario out of JSON text, what it extends put in place.
 * @throws OptimandError that names the place: text that is no JSON, a key that is missing or unknown, an interval turned round.
 */
export function readScenario(json: string, path: string): ScenarioFile {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return bad(path, 'it is no JSON', 'give a scenario as JSON');
  }
  if (!Value.Check(fileSchema, given)) {
    const { place, must } = faultIn(given);
    return bad(path, `${place} is not as a scenario has it (${must})`, 'see docs/scenarios.md');
  }
  checkInputs(given.inputs ?? {}, path);
  if (given.date !== undefined && day(given.date) === null)
    bad(path, `date = ${shown(given.date)} is no day`, 'write it such as 2025-07-01');
  if (!('extends' in given)) return given;
  const { extends: of, ...own } = given;
  if (!isScenarioId(of)) return bad(path, `it extends "${shown(of)}", which is no scenario`, would(of));
  const base = shippedScenario(of);
  return {
    ...base,
    ...own,
    inputs: { ...base.inputs, ...own.inputs },
    let: own.let ?? base.let,
    parameters: { ...base.parameters, ...own.parameters },
    growth: { ...base.growth, ...own.growth },
  };
}

const would = (name: string): string => {
  const guess = nearest(name, SCENARIO_IDS);
  return guess ? `did you mean "${guess}"` : `known are ${SCENARIO_IDS.join(', ')}`;
};

/** A scenario that ships with the toolkit. */
export const shippedScenario = (id: ScenarioId): ScenarioFile =>
  readScenario(dataText(`scenarios/${id}.json`), `data/scenarios/${id}.json`);
