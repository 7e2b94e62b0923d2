/**
 * Stands in for the library of schemas in the page's engine. Model files are checked there by our own reader, which asks a schema for
 * its kind and its fields; these are all that it and its schemas use. Every other schema is empty: the page reads no other JSON.
 */
type Schema = Record<PropertyKey, unknown>;

export const Kind = Symbol('Kind');
const Optional = Symbol('Optional');

const simple =
  (kind: string, type: string) =>
  (options: Schema = {}): Schema => ({ ...options, [Kind]: kind, type });

const object = (properties: Record<string, Schema>, options: Schema = {}): Schema => {
  const required = Object.keys(properties).filter((key) => properties[key]?.[Optional] === undefined);
  const some = required.length > 0 ? { required } : {};
  return { ...options, [Kind]: 'Object', type: 'object', ...some, properties };
};

const known = {
  Array: (items: Schema, options: Schema = {}): Schema => ({
    ...options,
    [Kind]: 'Array',
    type: 'array',
    items,
  }),
  Boolean: simple('Boolean', 'boolean'),
  Literal: (value: unknown, options: Schema = {}): Schema => ({
    ...options,
    [Kind]: 'Literal',
    const: value,
    type: typeof value,
  }),
  Number: simple('Number', 'number'),
  Object: object,
  Optional: (schema: Schema): Schema => ({ ...schema, [Optional]: 'Optional' }),
  Pick: ({ properties, ...rest }: Schema, keys: readonly string[], options: Schema = {}): Schema => {
    const picked = Object.entries(properties as Record<string, Schema>).filter(([key]) => keys.includes(key));
    const { required: _, ...others } = rest;
    return object(Object.fromEntries(picked), { ...others, ...options });
  },
  Record: (_: Schema, value: Schema, options: Schema = {}): Schema => ({
    ...options,
    [Kind]: 'Record',
    type: 'object',
    patternProperties: { '^(.*)$': value },
  }),
  String: simple('String', 'string'),
  Union: (anyOf: readonly Schema[], options: Schema = {}): Schema => ({ ...options, [Kind]: 'Union', anyOf }),
};

const empty = (): Schema => ({});
export const Type = new Proxy(known, {
  get: (all, name) => (Object.hasOwn(all, name) ? all[name as keyof typeof all] : empty),
});
