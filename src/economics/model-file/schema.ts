/** What a model file may hold: a model as data, in the letters and the expression language of the toolkit. */
import { type Static, Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const LONGEST_TEXT = 500;

const text = (description: string) => Type.String({ minLength: 1, maxLength: LONGEST_TEXT, description });
const formula = (description: string) => Type.String({ minLength: 1, description });
const name = (description: string) => Type.String({ minLength: 1, maxLength: 40, description });
const number = (description: string) => Type.Number({ description });
/** A number as JSON has it, or a formula in which 1/3 stays exact. */
const value = (description: string) => Type.Union([Type.Number(), Type.String()], { description });

const words = {
  title: Type.Optional(text('in a few words')),
  meaning: Type.Optional(text('in one clause: what is assumed')),
  source: Type.Optional(text('where it comes from')),
};

export const domain = Type.Object(
  {
    above: Type.Optional(value('more than this')),
    atLeast: Type.Optional(value('this or more')),
    below: Type.Optional(value('less than this')),
    atMost: Type.Optional(value('this or less')),
    integer: Type.Optional(Type.Boolean({ description: 'whole numbers alone' })),
  },
  { ...closed, description: 'an interval of reals; an end that is not given is infinite' },
);

export const symbolEntry = Type.Object(
  {
    name: name('letters, digits and _, beginning with a letter'),
    meaning: text('what it stands for'),
    unit: Type.Optional(
      text(
        'a product of powers of parameter, token, flop, dollar, second, hour, year, kilowatt, chip and the units of the file; 1 where it has none',
      ),
    ),
    domain: Type.Optional(Type.Union([Type.Literal('real'), Type.Literal('positive'), domain])),
    role: Type.Optional(
      Type.Union([Type.Literal('shape'), Type.Literal('quantity')], {
        description: 'a shape is dimensionless and may stand in exponents; laws are asked for in a quantity',
      }),
    ),
    tex: Type.Optional(text('how it is set: a letter or a Greek one, with a subscript if wanted')),
    source: Type.Optional(text('where it comes from')),
  },
  closed,
);

export const range = Type.Object(
  {
    low: number('least realistic value'),
    high: number('greatest realistic value'),
    scale: Type.Optional(
      Type.Union([Type.Literal('log'), Type.Literal('linear'), Type.Literal('whole')], {
        description: 'how draws lie in it; log where both ends are positive',
      }),
    ),
  },
  closed,
);

/** Exactly one of the keys that comes first in each of these says what kind of block an entry is. */
export const BLOCK_ENTRIES = {
  block: Type.Object(
    {
      block: name('a block of the toolkit by its name, such as ces-quality'),
      parameters: Type.Optional(
        Type.Record(Type.String(), value('a number or a formula that is put in for the parameter')),
      ),
    },
    closed,
  ),
  quality: Type.Object({ quality: formula('q in n and d'), ...words }, closed),
  adoption: Type.Object(
    {
      adoption: formula('f in q; where it is negative nobody buys'),
      ceiling: Type.Optional(formula('what it can be at most, in parameters')),
      ...words,
    },
    closed,
  ),
  price: Type.Object(
    {
      price: formula('dollars per token, in t and in f (adoption) or q (quality)'),
      sales: Type.Optional(formula('sales where demand fixes them, in parameters; t is then no variable')),
      sellers: Type.Optional(
        formula('how many sellers alike there are; the price is in t_others too, what the others sell'),
      ),
      ...words,
    },
    closed,
  ),
  cost: Type.Object(
    {
      cost: Type.Object(
        {
          training: Type.Optional(formula('dollars, in n and d')),
          inference: Type.Optional(formula('dollars, in n and t')),
          data: Type.Optional(formula('dollars, in d')),
        },
        { ...closed, description: 'a part that is not given stays as it is' },
      ),
      ...words,
    },
    closed,
  ),
  limits: Type.Object(
    {
      limits: Type.Object(
        {
          n: Type.Optional(formula('most parameters')),
          d: Type.Optional(formula('most training tokens')),
          t: Type.Optional(formula('most sales')),
        },
        closed,
      ),
      ...words,
    },
    closed,
  ),
} as const;

export const assumption = Type.Union([
  formula('two formulas with >, >=, <, <= or != between them'),
  Type.Object({ that: formula('the same'), because: text('why it is assumed') }, closed),
]);

/** A model as data. */
export const modelFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Type.String({
      pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
      maxLength: 60,
      description: 'small letters, digits and single hyphens; no variant of the toolkit has it',
    }),
    title: Type.Optional(text('in a few words')),
    base: Type.Optional(Type.String({ description: 'the variant on which it is built; baseline if none' })),
    units: Type.Optional(
      Type.Array(name('a word that no unit and no shape is called'), {
        maxItems: 20,
        description: 'base units of its own',
      }),
    ),
    symbols: Type.Optional(Type.Array(symbolEntry, { maxItems: 100 })),
    define: Type.Optional(
      Type.Record(Type.String(), value('a number or a formula in other symbols'), {
        description: 'parameters that stand for something else: each is put in wherever it occurs',
      }),
    ),
    blocks: Type.Optional(
      Type.Array(Type.Union([Type.String(), ...Object.values(BLOCK_ENTRIES)]), { maxItems: 40 }),
    ),
    assume: Type.Optional(Type.Array(assumption, { maxItems: 100 })),
    set: Type.Optional(
      Type.Record(Type.String(), Type.Number(), {
        description: 'numbers that optimize takes where none are given',
      }),
    ),
    ranges: Type.Optional(
      Type.Record(Type.String(), range, { description: 'where parameters realistically lie' }),
    ),
    regimes: Type.Optional(
      Type.Record(Type.String(), text('the name that it has in this model'), {
        description: 'names of regimes, by their names in the toolkit',
      }),
    ),
  },
  { ...closed, title: 'A model of Optimand' },
);

const letter = Type.Pick(symbolEntry, ['name', 'meaning', 'unit', 'tex']);
const closedLetter = Type.Object(letter.properties, closed);

/** A problem of another kind than a firm's, as data. */
export const problemFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: modelFile.properties.id,
    title: Type.Optional(text('in a few words')),
    meaning: Type.Optional(text('the problem in a sentence')),
    source: Type.Optional(text('where it comes from')),
    kind: Type.Union([Type.Literal('maximum'), Type.Literal('minimum'), Type.Literal('equilibrium')], {
      description:
        'what is sought; in an equilibrium each of several players alike maximises the objective, the others given',
    }),
    objective: Type.Object(
      {
        ...letter.properties,
        parts: Type.Record(Type.String(), formula('a signed summand'), {
          description: 'the summands of the objective, by what each stands for',
        }),
      },
      closed,
    ),
    variables: Type.Array(closedLetter, {
      minItems: 1,
      maxItems: 10,
      description: 'what is chosen; positive, the first one tells regimes apart',
    }),
    others: Type.Optional(
      Type.Array(
        Type.Object(
          {
            ...letter.properties,
            formula: formula('its value where all do the same, in variables and parameters'),
          },
          closed,
        ),
        {
          minItems: 1,
          maxItems: 10,
          description:
            'of an equilibrium: what the other players do, by letters that one player takes as given',
        },
      ),
    ),
    units: modelFile.properties.units,
    symbols: modelFile.properties.symbols,
    constraints: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: modelFile.properties.id,
            left: formula('in variables and parameters'),
            relation: Type.Union([Type.Literal('<='), Type.Literal('=')], { description: '<= or =' }),
            right: formula('in variables and parameters'),
            meaning: Type.Optional(text('what it says')),
            multiplier: Type.Object(letter.properties, {
              ...closed,
              description: 'the letter of what one unit more on the right is worth',
            }),
          },
          closed,
        ),
        { maxItems: 10 },
      ),
    ),
    quantities: Type.Optional(
      Type.Array(Type.Object({ ...letter.properties, formula: formula('what it is') }, closed), {
        maxItems: 20,
        description: 'what is reported besides variables and objective',
      }),
    ),
    assume: modelFile.properties.assume,
    set: modelFile.properties.set,
    ranges: modelFile.properties.ranges,
    regimes: Type.Optional(
      Type.Record(Type.String(), text('the name of the regime in which this label dominates')),
    ),
  },
  { ...closed, title: 'A problem of Optimand' },
);

export type ModelFile = Static<typeof modelFile>;
export type ProblemFile = Static<typeof problemFile>;
export type SymbolEntry = Static<typeof symbolEntry>;
export type DomainEntry = Static<typeof domain>;
export type BlockEntry = NonNullable<ModelFile['blocks']>[number];
export type BlockEntryKind = keyof typeof BLOCK_ENTRIES;
