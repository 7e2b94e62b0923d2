/** A value of JSON held against a schema: the first thing that does not fit, with its place as a JSON pointer. */
import { Kind, type TSchema } from '@sinclair/typebox';
import { fail, shown } from '../../kernel/issues.ts';
import { nearest } from '../../kernel/suggest.ts';

/** A place below another one. Source: RFC 6901. */
export const below = (at: string, key: string | number): string =>
  `${at}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** @throws OptimandError about the place. */
export const wrong = (at: string, what: string, would: string): never =>
  fail({ code: 'model', path: at, says: `${what}; ${would}${would.endsWith('?') ? '' : '.'}` });

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `"${shown(value)}"` : shown(String(value));
};

const WANTED: Readonly<Record<string, string>> = {
  String: 'a text',
  Number: 'a number',
  Boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
  Record: 'an object',
};

/** What fits a schema, in words. */
function wanted(schema: TSchema): string {
  if (schema[Kind] === 'Literal') return `"${schema.const}"`;
  if (schema[Kind] === 'Union') return (schema.anyOf as readonly TSchema[]).map(wanted).join(' or ');
  return WANTED[schema[Kind]] ?? 'something else';
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkText(value: string, schema: TSchema, at: string): void {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
  if (value.length < minLength) wrong(at, 'the text is empty', 'write something there');
  if (value.length > maxLength)
    wrong(at, `the text has ${value.length} characters`, `keep it to ${maxLength}`);
  if (pattern !== undefined && !new RegExp(pattern).test(value))
    wrong(at, `"${shown(value)}" does not do`, `it takes ${schema.description}`);
}

function checkFields(value: Readonly<Record<string, unknown>>, schema: TSchema, at: string): void {
  const known = Object.keys(schema.properties);
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const guess = nearest(key, known);
    const would = guess ? `did you mean "${guess}"?` : `known are ${known.join(', ')}`;
    wrong(below(at, key), `"${shown(key)}" is no field of what stands here`, would);
  }
  for (const key of schema.required ?? []) {
    if (Object.hasOwn(value, key)) continue;
    const { description } = schema.properties[key];
    wrong(at, `"${key}" is missing`, description === undefined ? 'give it' : `give it: ${description}`);
  }
  for (const key of known) {
    if (Object.hasOwn(value, key)) checkShape(value[key], schema.properties[key], below(at, key));
  }
}

const kindIn = (value: unknown): string =>
  Array.isArray(value)
    ? 'Array'
    : value === null
      ? 'Null'
      : ({ string: 'String', number: 'Number', boolean: 'Boolean' }[typeof value as 'string'] ?? 'Object');

const isOf = (value: unknown, schema: TSchema): boolean =>
  schema[Kind] === 'Literal'
    ? schema.const === value
    : kindIn(value) === (schema[Kind] === 'Record' ? 'Object' : schema[Kind]);

/** Of several kinds of object the one whose first field is there. */
function objectMeant(
  value: Readonly<Record<string, unknown>>,
  schemas: readonly TSchema[],
  at: string,
): TSchema {
  const heads = schemas.map((one) => Object.keys(one.properties)[0] as string);
  const [first, second] = heads.filter((head) => Object.hasOwn(value, head));
  if (second !== undefined)
    wrong(at, `"${first}" and "${second}" stand in one entry`, 'make two entries of them');
  if (first !== undefined) return schemas[heads.indexOf(first)] as TSchema;
  const [key] = Object.keys(value);
  if (key === undefined) return wrong(at, 'the entry is empty', `it takes one of ${heads.join(', ')}`);
  const guess = nearest(key, heads);
  const would = guess ? `did you mean "${guess}"?` : `it takes one of ${heads.join(', ')}`;
  return wrong(below(at, key), `"${shown(key)}" does not say what kind of block the entry is`, would);
}

function checkUnion(value: unknown, schema: TSchema, at: string): void {
  const alternatives = schema.anyOf as readonly TSchema[];
  const objects = alternatives.filter((one) => one[Kind] === 'Object');
  const meant =
    isObject(value) && objects.length > 1
      ? objectMeant(value, objects, at)
      : alternatives.find((one) => isOf(value, one));
  if (meant) checkShape(value, meant, at);
  else wrong(at, `${kindOf(value)} stands here`, `it must be ${wanted(schema)}`);
}

function checkRecord(value: Readonly<Record<string, unknown>>, schema: TSchema, at: string): void {
  const [own] = Object.values(schema.patternProperties) as TSchema[];
  for (const [key, item] of Object.entries(value)) checkShape(item, own as TSchema, below(at, key));
}

function checkList(value: readonly unknown[], schema: TSchema, at: string): void {
  if (value.length < (schema.minItems ?? 0)) wrong(at, 'the list is empty', `it takes ${schema.description}`);
  const most = schema.maxItems ?? Number.POSITIVE_INFINITY;
  if (value.length > most) wrong(at, `the list has ${value.length} items`, `keep it to ${most}`);
  for (const [i, item] of value.entries()) checkShape(item, schema.items, below(at, i));
}

function checkNumber(value: number, _: TSchema, at: string): void {
  if (!Number.isFinite(value)) wrong(at, 'the number is not finite', 'give one that a double holds');
}

/** What is asked of a value of the right kind. */
const CHECKS: Readonly<Record<string, (value: never, schema: TSchema, at: string) => void>> = {
  String: checkText,
  Number: checkNumber,
  Array: checkList,
  Object: checkFields,
  Record: checkRecord,
};

/** @throws OptimandError for the first part of the value that the schema has no place for. */
export function checkShape(value: unknown, schema: TSchema, at: string): void {
  if (schema[Kind] === 'Union') {
    checkUnion(value, schema, at);
    return;
  }
  if (!isOf(value, schema)) wrong(at, `${kindOf(value)} stands here`, `it must be ${wanted(schema)}`);
  CHECKS[schema[Kind]]?.(value as never, schema, at);
}
