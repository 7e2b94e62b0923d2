/**
 * One text for one value: keys sorted, two blanks of indentation, a line feed at the end. What JSON cannot say (NaN, an
 * infinity) is null, and -0 is 0, so equal results are equal bytes.
 */

const scalar = (value: unknown): string => {
  if (typeof value === 'number')
    return Number.isFinite(value) ? JSON.stringify(value === 0 ? 0 : value) : 'null';
  if (typeof value === 'bigint') return value.toString();
  return JSON.stringify(value) ?? 'null';
};

const byName = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function block(open: string, close: string, lines: readonly string[], indent: string): string {
  if (lines.length === 0) return `${open}${close}`;
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}

function write(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return block(
      '[',
      ']',
      value.map((item) => write(item, inner)),
      indent,
    );
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const lines = entries
    .sort(([left], [right]) => byName(left, right))
    .map(([key, item]) => `${JSON.stringify(key)}: ${write(item, inner)}`);
  return block('{', '}', lines, indent);
}

/** The canonical JSON text of a value. */
export const canonicalJson = (value: unknown): string => `${write(value, '')}\n`;
