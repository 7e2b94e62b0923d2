/** Rows of parameters from a file or standard input: a JSON array, or JSON lines. */
import { fail, type Issue, OptimandError } from '../kernel/issues.ts';
import { textOfFile } from './read-file.ts';

const WOULD = 'give a JSON array, or one JSON object a line, of rows like {"params": {"E": 1e18}}';

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

const textOf = (path: string): Promise<string> => (path === '-' ? standardInput() : textOfFile(path, WOULD));

/** A value of JSON, or undefined where the text is none. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const notJson = (path: string, line: number): Issue => ({
  code: 'file',
  path,
  what: `line ${line} is not JSON`,
  would: WOULD,
});

/** Every line that is not blank; one that is not JSON is its error. */
function linesOf(path: string, text: string): readonly unknown[] {
  return text
    .split('\n')
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => json(line) ?? new OptimandError(notJson(path, number)));
}

/**
 * The rows. One that is not JSON stands as the error that says so, so that the others get their answers.
 * @throws OptimandError where the file cannot be read, is empty, or holds no JSON at all.
 */
export async function readCases(path: string): Promise<readonly unknown[]> {
  const name = path === '-' ? 'standard input' : path;
  const text = (await textOf(path)).replace(/^\uFEFF/, '').trim();
  if (text === '') return fail({ code: 'file', path: name, what: 'it is empty', would: WOULD });
  const whole = json(text);
  if (Array.isArray(whole)) {
    return whole.length > 0
      ? whole
      : fail({ code: 'file', path: name, what: 'the list has no rows', would: WOULD });
  }
  if (whole !== undefined) return [whole];
  const rows = text.startsWith('[') ? [] : linesOf(name, text);
  if (rows.some((row) => !(row instanceof OptimandError))) return rows;
  return fail({ code: 'file', path: name, what: 'it is not JSON', would: WOULD });
}
