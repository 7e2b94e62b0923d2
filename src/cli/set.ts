/**
 * `--set k=v,…`: names with numbers. A number is a decimal, or a formula of numbers alone (1/3, 2*10^18), read by the
 * toolkit's own parser, which bounds length and depth before it.
 */
import { fail } from '../kernel/issues.ts';

const NAME = /^[A-Za-z_][A-Za-z_0-9]*$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
const NOT_FINITE = /^[+-]?(?:nan|inf(?:inity)?)$/i;
/** Longer settings are no settings. */
const LONGEST = 10_000;

const bad = (name: string, value: string, must: string): never =>
  fail({ code: 'bad-value', name, value, must });

/** A finite double; a literal that a double cannot hold is refused. */
function finite(name: string, text: string, value: number): number {
  if (!Number.isFinite(value)) return bad(name, text, 'a finite number');
  if (value === 0 && DECIMAL.test(text) && /[1-9]/.test(text.replace(/e.*/i, ''))) {
    return bad(name, text, 'a number that does not vanish in double precision');
  }
  return value === 0 ? 0 : value;
}

async function numberOf(name: string, text: string): Promise<number> {
  if (text === '') return bad(name, 'nothing', `a number, as in --set ${name}=0.3`);
  if (NOT_FINITE.test(text)) return bad(name, text, 'a finite number');
  if (DECIMAL.test(text)) return finite(name, text, Number(text));
  const [{ parse }, { evaluate }, { double }] = await Promise.all([
    import('../kernel/parse.ts'),
    import('../kernel/compile.ts'),
    import('../kernel/arithmetic/double.ts'),
  ]);
  return finite(name, text, evaluate(parse(text, new Map()), {}, double));
}

/** How the flags that take values are written. */
const HOW = {
  '--set': 'write --set name=number, as in --set E=1e18,gamma=-0.5',
  '--with': 'write --with block:name=number, as in --with cournot:m=3',
  '--fix': 'write --fix name=number, as in --fix alpha=0.35,E0=1.69',
} as const;

/** Splits at commas outside parentheses. */
function split(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === ',' && depth <= 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/**
 * Values by name from the texts given to --set, or to another flag that takes values.
 * @throws OptimandError for a setting without a name or number, and for a name set twice.
 */
export async function readSet(
  texts: readonly string[],
  flag: keyof typeof HOW = '--set',
): Promise<Readonly<Record<string, number>>> {
  const values = new Map<string, number>();
  const would = HOW[flag];
  for (const text of texts) {
    if (text.length > LONGEST) {
      fail({
        code: 'usage',
        what: `${flag} is given ${text.length} characters, more than the ${LONGEST} allowed`,
        would,
      });
    }
    for (const part of split(text)) {
      const at = part.indexOf('=');
      const name = (at < 0 ? part : part.slice(0, at)).trim();
      const shownPart = part.length > 40 ? `${part.slice(0, 37)}...` : part;
      if (at < 0 || !NAME.test(name)) {
        fail({
          code: 'usage',
          what: `${flag} cannot read "${shownPart.replace(/[^\x20-\x7e]/g, '?')}"`,
          would,
        });
      }
      if (values.has(name)) {
        fail({ code: 'usage', what: `${flag} gives ${name} twice`, would: 'give each name once' });
      }
      values.set(name, await numberOf(name, part.slice(at + 1).trim()));
    }
  }
  return Object.fromEntries(values);
}
