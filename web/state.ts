/** The state of the page: a variant and what is typed for each of its parameters. It is all that a permalink carries. */

export interface State {
  readonly variant: string;
  /** As typed: a number, or a formula of numbers. */
  readonly set: Readonly<Record<string, string>>;
  /** The JSON of a model of one's own, in place of the variant. */
  readonly model?: string;
}

/** The variant with an adoption function of one's own, f in q, as the JSON of a model. */
export function withAdoption(variant: string, adoption: string): string {
  const base = variant === 'baseline' ? [] : [{ block: variant }];
  const own = { adoption, meaning: 'adoption as typed', source: 'the page' };
  return JSON.stringify({ id: 'own', title: 'Adoption of your own', blocks: [...base, own] });
}

const LONGEST_MODEL = 20_000;

const NAME = /^[A-Za-z_][A-Za-z_0-9]*$/;
const LONGEST = 200;

/** The state as the part of an address after its #. */
export function toHash({ variant, set, model }: State): string {
  const query = new URLSearchParams(model === undefined ? { variant } : { variant, model });
  for (const [name, text] of Object.entries(set)) query.set(`set.${name}`, text);
  return query.toString();
}

/** Longer than any address that a state makes. */
const LONGEST_HASH = 100_000;

/** The state that an address carries; null where it carries none. What is no name is left aside. */
export function fromHash(hash: string): State | null {
  if (hash.length > LONGEST_HASH) return null;
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const variant = query.get('variant');
  if (variant === null) return null;
  const named = [...query].flatMap(([key, text]): [string, string][] => {
    const name = key.startsWith('set.') ? key.slice(4) : '';
    return NAME.test(name) ? [[name, text.slice(0, LONGEST)]] : [];
  });
  const model = query.get('model');
  const own = model === null ? {} : { model: model.slice(0, LONGEST_MODEL) };
  return { variant, set: Object.fromEntries(named), ...own };
}

/** The command that gives the same numbers. A formula is quoted for the shell. */
export function commandOf({ variant, set, model }: State, verb: string): string {
  const given = Object.entries(set)
    .map(([name, text]) => `${name}=${text.replace(/\s+/g, '')}`)
    .join(',');
  const quoted = /^[\w=.,+-]*$/.test(given) ? given : `'${given.replaceAll("'", '')}'`;
  const about = model === undefined ? variant : '--model optimand.json';
  return `npx optimand ${verb} ${about} --set ${quoted}`;
}

/**
 * The state as a file: a row for `optimize --cases`, its values numbers where they are typed as numbers; the model, where it
 * is one's own.
 */
export function toJson({ variant, set, model }: State): string {
  if (model !== undefined) return `${model}\n`;
  const params = Object.entries(set).map(([name, text]) => [
    name,
    Number.isFinite(Number(text)) ? Number(text) : text,
  ]);
  return `${JSON.stringify({ params: { variant, ...Object.fromEntries(params) } })}\n`;
}

/** The state in a file that `toJson` or a row of `--cases` made; a sentence where it is none. */
export function fromJson(text: string): State | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'The file is no JSON.';
  }
  if (typeof read === 'object' && read !== null && 'blocks' in read)
    return { variant: 'baseline', set: {}, model: JSON.stringify(read).slice(0, LONGEST_MODEL) };
  const params = typeof read === 'object' && read !== null && 'params' in read ? read.params : null;
  if (typeof params !== 'object' || params === null) return 'The file has no params.';
  const { variant = 'baseline', ...values } = params as Readonly<Record<string, unknown>>;
  if (typeof variant !== 'string') return 'The variant in the file is no text.';
  const set = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    NAME.test(name) && (typeof value === 'number' || typeof value === 'string')
      ? [[name, String(value).slice(0, LONGEST)]]
      : [],
  );
  return { variant, set: Object.fromEntries(set) };
}
