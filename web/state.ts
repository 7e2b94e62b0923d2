/** The state of the page: a variant and what is typed for each of its parameters. It is all that a permalink carries. */

export interface State {
  readonly variant: string;
  /** As typed: a number, or a formula of numbers. */
  readonly set: Readonly<Record<string, string>>;
}

const NAME = /^[A-Za-z_][A-Za-z_0-9]*$/;
const LONGEST = 200;

/** The state as the part of an address after its #. */
export function toHash({ variant, set }: State): string {
  const query = new URLSearchParams({ variant });
  for (const [name, text] of Object.entries(set)) query.set(`set.${name}`, text);
  return query.toString();
}

/** The state that an address carries; null where it carries none. What is no name is left aside. */
export function fromHash(hash: string): State | null {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const variant = query.get('variant');
  if (variant === null) return null;
  const named = [...query].flatMap(([key, text]): [string, string][] => {
    const name = key.startsWith('set.') ? key.slice(4) : '';
    return NAME.test(name) ? [[name, text.slice(0, LONGEST)]] : [];
  });
  return { variant, set: Object.fromEntries(named) };
}

/** The command that gives the same numbers. A formula is quoted for the shell. */
export function commandOf({ variant, set }: State, verb: string): string {
  const given = Object.entries(set)
    .map(([name, text]) => `${name}=${text.replace(/\s+/g, '')}`)
    .join(',');
  const quoted = /^[\w=.,+-]*$/.test(given) ? given : `'${given.replaceAll("'", '')}'`;
  return `npx optimand ${verb} ${variant} --set ${quoted}`;
}

/** The state as a row for `optimize --cases`. Values are numbers where they are typed as numbers. */
export function toJson({ variant, set }: State): string {
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
