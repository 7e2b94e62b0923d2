/** Values of JSON against a schema: the first thing that does not fit, with its place and a whole sentence. */
import { type TSchema, Type } from '@sinclair/typebox';
import { describe, expect, it } from 'vitest';
import { below, checkShape } from '../../src/economics/model-file/shape.ts';
import { OptimandError } from '../../src/kernel/issues.ts';

function refusal(value: unknown, schema: TSchema, at = ''): readonly [string, string] | null {
  try {
    checkShape(value, schema, at);
    return null;
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code !== 'model') throw error;
    return [error.issue.path, error.issue.says];
  }
}

const [text, number] = [Type.String(), Type.Number()];
const SCALE = Type.Union([Type.Literal('log'), Type.Literal('linear')]);
const VALUE = Type.Union([number, text]);
const POINT = Type.Object({ low: number, note: Type.Optional(text) });
const NAMED = Type.Object({
  name: Type.String({ description: 'a word' }),
  high: Type.Optional(number),
});
const ENTRY = Type.Union([text, POINT, NAMED]);

describe('a value of another kind', () => {
  it.each<readonly [TSchema, unknown, string]>([
    [text, 3, '3 stands here; it must be a text.'],
    [number, 'x', '"x" stands here; it must be a number.'],
    [number, '3', '"3" stands here; it must be a number.'],
    [Type.Boolean(), null, 'null stands here; it must be true or false.'],
    [Type.Boolean(), 0, '0 stands here; it must be true or false.'],
    [number, true, 'true stands here; it must be a number.'],
    [Type.Array(text), {}, 'an object stands here; it must be a list.'],
    [Type.Array(text), null, 'null stands here; it must be a list.'],
    [POINT, [], 'a list stands here; it must be an object.'],
    [POINT, null, 'null stands here; it must be an object.'],
    [POINT, 'low', '"low" stands here; it must be an object.'],
    [Type.Record(text, number), [1], 'a list stands here; it must be an object.'],
    [Type.Record(text, number), null, 'null stands here; it must be an object.'],
    [Type.Literal('log'), 'linear', '"linear" stands here; it must be "log".'],
    [Type.Null(), 1, '1 stands here; it must be something else.'],
    [SCALE, 'whole', '"whole" stands here; it must be "log" or "linear".'],
    [SCALE, 3, '3 stands here; it must be "log" or "linear".'],
    [VALUE, true, 'true stands here; it must be a number or a text.'],
    [VALUE, {}, 'an object stands here; it must be a number or a text.'],
    [Type.Union([text, POINT]), 3, '3 stands here; it must be a text or an object.'],
    [Type.Union([text, POINT]), [], 'a list stands here; it must be a text or an object.'],
    [text, ['\u03b1'], 'a list stands here; it must be a text.'],
    [number, '\u03b1\n', '"??" stands here; it must be a number.'],
    [number, 'x'.repeat(70), `"${'x'.repeat(57)}..." stands here; it must be a number.`],
  ])('%j given %j: %s', (schema, value, says) => {
    expect(refusal(value, schema, '/here')).toEqual(['/here', says]);
  });

  it.each<readonly [TSchema, unknown]>([
    [text, ''],
    [number, 0],
    [Type.Boolean(), false],
    [Type.Array(text), []],
    [Type.Null(), null],
    [POINT, { low: 1 }],
    [POINT, { low: 1, note: '' }],
    [Type.Record(text, number), {}],
    [Type.Record(text, number), { low: 1, high: 2 }],
    [SCALE, 'linear'],
    [VALUE, 3],
    [VALUE, '3'],
    [Type.Union([text, POINT]), { low: 1 }],
    [ENTRY, 'low'],
    [ENTRY, { low: 1, note: 'n' }],
    [ENTRY, { name: 'n', high: 1 }],
  ])('%j takes %j', (schema, value) => {
    expect(refusal(value, schema)).toBeNull();
  });
});

describe('within its kind', () => {
  const short = Type.String({ minLength: 1, maxLength: 3 });
  const word = Type.String({ pattern: '^[a-z]+$', description: 'small letters' });
  const list = Type.Array(number, { minItems: 1, maxItems: 2, description: 'one or two numbers' });

  it.each<readonly [TSchema, unknown, string, string]>([
    [short, '', '', 'the text is empty; write something there.'],
    [short, 'abcd', '', 'the text has 4 characters; keep it to 3.'],
    [word, 'Ab', '', '"Ab" does not do; it takes small letters.'],
    [word, `${'x'.repeat(70)} `, '', `"${'x'.repeat(57)}..." does not do; it takes small letters.`],
    [list, [], '', 'the list is empty; it takes one or two numbers.'],
    [list, [1, 2, 3], '', 'the list has 3 items; keep it to 2.'],
    [list, [1, '2'], '/1', '"2" stands here; it must be a number.'],
    [number, Number.POSITIVE_INFINITY, '', 'the number is not finite; give one that a double holds.'],
    [
      Type.Array(number),
      [0, JSON.parse('1e999')],
      '/1',
      'the number is not finite; give one that a double holds.',
    ],
    [Type.Record(text, number), { a: 1, 'b/c~d': 'x' }, '/b~1c~0d', '"x" stands here; it must be a number.'],
    [POINT, { low: 1, note: 2 }, '/note', '2 stands here; it must be a text.'],
    [POINT, {}, '', '"low" is missing; give it.'],
    [POINT, Object.create({ low: 1 }), '', '"low" is missing; give it.'],
    [NAMED, { high: 1 }, '', '"name" is missing; give it: a word.'],
    [POINT, { low: 1, nots: 'x' }, '/nots', '"nots" is no field of what stands here; did you mean "note"?'],
    [
      POINT,
      { low: 1, width: 'x' },
      '/width',
      '"width" is no field of what stands here; known are low, note.',
    ],
    [POINT, { 'a\nb/': 1 }, '/a\nb~1', '"a?b/" is no field of what stands here; known are low, note.'],
    // What has no place here is told before what is missing, and that before what is wrong within.
    [POINT, { width: 1 }, '/width', '"width" is no field of what stands here; known are low, note.'],
    [NAMED, { high: 'x' }, '', '"name" is missing; give it: a word.'],
    [Type.Union([text, POINT]), {}, '', '"low" is missing; give it.'],
    [Type.Union([text, POINT]), { low: 'x' }, '/low', '"x" stands here; it must be a number.'],
    [ENTRY, { low: 'x' }, '/low', '"x" stands here; it must be a number.'],
    [ENTRY, { name: 'x', high: 'y' }, '/high', '"y" stands here; it must be a number.'],
    [ENTRY, { low: 1, name: 'x' }, '', '"low" and "name" stand in one entry; make two entries of them.'],
    [ENTRY, { name: 'x', low: 1 }, '', '"low" and "name" stand in one entry; make two entries of them.'],
    [ENTRY, {}, '', 'the entry is empty; it takes one of low, name.'],
    [
      ENTRY,
      { names: 1 },
      '/names',
      '"names" does not say what kind of block the entry is; did you mean "name"?',
    ],
    [
      ENTRY,
      { high: 1 },
      '/high',
      '"high" does not say what kind of block the entry is; it takes one of low, name.',
    ],
    [
      ENTRY,
      { '\u03b1/': 1 },
      '/\u03b1~1',
      '"?/" does not say what kind of block the entry is; it takes one of low, name.',
    ],
    [ENTRY, [], '', 'a list stands here; it must be a text or an object or an object.'],
    [ENTRY, null, '', 'null stands here; it must be a text or an object or an object.'],
  ])('%j given %j: at %j, %s', (schema, value, path, says) => {
    expect(refusal(value, schema)).toEqual([path, says]);
    expect(refusal(value, schema, '/x')).toEqual([`/x${path}`, says]);
  });

  it.each<readonly [TSchema, unknown]>([
    [short, 'a'],
    [short, 'abc'],
    [word, 'ab'],
    [list, [1]],
    [list, [1, 2]],
  ])('%j takes %j', (schema, value) => {
    expect(refusal(value, schema)).toBeNull();
  });
});

it.each([
  ['', 'a', '/a'],
  ['/a', 0, '/a/0'],
  ['/a', '~/~/', '/a/~0~1~0~1'],
  // Source: RFC 6901, section 5.
  ['', 'm~n', '/m~0n'],
  ['', 'a/b', '/a~1b'],
])('the place below %j by %j is %s', (at, key, place) => {
  expect(below(at, key)).toBe(place);
});
