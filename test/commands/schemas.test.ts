/** The published schemas whole, with what they say of every field: a description lost or a field renamed shows. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../src/report/schemas/registry.ts';
import { expectGolden } from '../support/goldens.ts';

interface Schema {
  readonly [key: string]: unknown;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const INDENT = '  ';

/** Keywords that hold schemas by name, in lists, and alone. */
const NAMED = ['properties', 'patternProperties', 'definitions', '$defs'];
const LISTED = ['anyOf', 'allOf', 'oneOf'];
const SINGLE = ['items', 'additionalProperties', 'not'];

/** A schema as an outline, a line each: what it is and is called, and below that what it holds; nothing is left out. */
function outline(name: string, schema: Schema, depth: number): readonly string[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const own: string[] = [];
  const below: string[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (NAMED.includes(key) && isSchema(value)) {
      for (const [field, inner] of Object.entries(value)) {
        const shown = key === 'properties' ? field : `${key} ${field}`;
        const mark = key === 'properties' && !required.includes(field) ? '?' : '';
        if (isSchema(inner)) below.push(...outline(`${shown}${mark}`, inner, depth + 1));
      }
    } else if (LISTED.includes(key) && Array.isArray(value) && value.every(isSchema)) {
      for (const inner of value) below.push(...outline(key, inner, depth + 1));
    } else if (SINGLE.includes(key) && isSchema(value)) {
      below.push(...outline(key, value, depth + 1));
    } else if (key === 'items' && Array.isArray(value) && value.every(isSchema)) {
      value.forEach((inner, i) => {
        below.push(...outline(`item ${i + 1}`, inner, depth + 1));
      });
    } else if (key !== 'required') own.push(`${key} ${JSON.stringify(value)}`);
  }
  return [`${INDENT.repeat(depth)}${name}: ${own.join(', ')}`.trimEnd(), ...below];
}

test.each(Object.entries(SCHEMAS))('%s', (name, schema) => {
  expectGolden(`schemas/${name}.txt`, outline(name, schema as Schema, 0).join('\n'));
});

test('no record is left of a schema that is gone', () => {
  const recorded = readdirSync(join(import.meta.dirname, '../goldens/schemas'));
  expect(recorded.sort()).toEqual(
    Object.keys(SCHEMAS)
      .map((name) => `${name}.txt`)
      .sort(),
  );
});
