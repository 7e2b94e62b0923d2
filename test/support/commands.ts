/**
 * The command line as tests record it: commands run in this process, from source, and what they print, say, write and end with held
 * against a text that a person can read (test/goldens/commands).
 */
import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { TSchema } from '@sinclair/typebox';
import { afterAll, expect } from 'vitest';
import { runCommandLine } from '../../src/cli/program.ts';
import { SCHEMAS } from '../../src/report/schemas/registry.ts';
import { TOOL } from '../../src/report/version.ts';
import { expectGolden } from './goldens.ts';
import { misfits } from './schema.ts';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process. */
export async function optimand(...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const status = await runCommandLine(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { status, out, err };
}

/** Digits of a number in a record: the last ones of a double may differ from one machine to the next. */
const DIGITS = 6;
/** A residual, or an elasticity, below this is rounding error and nothing else. */
const ROUNDING = 1e-6;
const NUMBER = /(?<![\w.]|arXiv:)\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.]*\w)/gi;
/** Whole numbers as long as this are doubles, or too long to be told from them. */
const LONG = 12;
/** Numbers that are rounding errors where they are small: residuals, and elasticities that are zero. */
const CLOSE =
  /(\b(?:residual|worst|gradient|off by|deviation|deviating)[^\n\d]{0,60}?)(\d[\d.]*(?:e[+-]\d+)?)/g;
const ELASTICITY = /("\w+\/\w+": )(-?\d[\d.]*e-\d+)/g;
/** What the parser of JSON says is another thing in another version of Node. */
const PARSER = /it is not JSON \(.*?\)(?=;)/g;
const asNoise = (whole: string, before: string, number: string): string =>
  Math.abs(Number(number)) < ROUNDING ? `${before}0` : whole;

/** A table of commas with its rounding errors, in the columns of residuals and elasticities, made zero. */
function quietColumns(text: string): string {
  const [head = '', ...lines] = text.split('\n');
  const names = head.split(',');
  if (!names.includes('residual')) return text;
  const quiet = (cell: string, i: number): string =>
    /residual|\//.test(names[i] ?? '') && Math.abs(Number(cell)) < ROUNDING ? '0' : cell;
  return [head, ...lines.map((line) => (line === '' ? '' : line.split(',').map(quiet).join(',')))].join('\n');
}

const significant = (text: string): number => text.replace(/e.*/i, '').replace(/^[0.]+|\./g, '').length;

/** A number to those digits, with a power of ten where it is very large or very small. */
const shortened = (value: number): string =>
  value < 1e9 && value >= 1e-4
    ? String(Number(value.toPrecision(DIGITS)))
    : value.toExponential(DIGITS - 1).replace(/\.?0+e/, 'e');

/** A text with its numbers rounded, rounding errors and the version left out. */
export function rounded(text: string): string {
  return quietColumns(text)
    .replaceAll(`${TOOL.name} ${TOOL.version}`, `${TOOL.name} VERSION`)
    .replaceAll(`"version": "${TOOL.version}"`, '"version": "VERSION"')
    .replace(PARSER, 'it is not JSON (WHY)')
    .replace(CLOSE, asNoise)
    .replace(ELASTICITY, asNoise)
    .replace(NUMBER, (number) => {
      const isLong = /[.e]/i.test(number) ? significant(number) > DIGITS : number.length >= LONG;
      return isLong ? shortened(Number(number)) : number;
    });
}

/** Lines of an answer that a record shows whole; of a longer one in another format than text it shows the ends and a sum of all. */
const SHOWN = 48;
const HEAD = 30;
const TAIL = 6;

function shownOf(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  if (lines.length <= SHOWN) return `${lines.join('\n')}\n`;
  const sum = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const left = lines.length - HEAD - TAIL;
  return [
    ...lines.slice(0, HEAD),
    `[${left} lines more; sum of all: ${sum}]`,
    ...lines.slice(-TAIL),
    '',
  ].join('\n');
}

const LONGEST_LINE = 400;
const cut = (line: string): string => {
  if (line.length <= LONGEST_LINE) return line;
  const sum = createHash('sha256').update(line).digest('hex').slice(0, 16);
  return `${line.slice(0, LONGEST_LINE / 2)} [${line.length} characters; sum ${sum}]`;
};

/** What is recorded of a text: numbers rounded, the folder of the test left out; `whole` shows every line. */
function recordOf(text: string, folder: string, whole: boolean): string {
  const plain = rounded(text.replaceAll(`${folder}/`, '').replaceAll(folder, '.'))
    .split('\n')
    .map(cut)
    .join('\n');
  return whole ? plain : shownOf(plain);
}

/** Flags with which a command in another format is another command. */
const WRITES_OR_PRINTS = /^--(?:format|out|update|scenario-out|resume)/;
const ASKS_JSON = /--format json(?!\w)/;

/** What of an envelope fits none of the schemas that are shipped for its command, by the closest of them. */
function misfitsOf(text: string): readonly string[] {
  const value = JSON.parse(text) as { readonly command: string; readonly error?: unknown };
  const all: readonly TSchema[] = Object.values(SCHEMAS);
  const shipped = value.error
    ? [SCHEMAS.error]
    : all.filter(({ properties }) => properties?.command?.const === value.command);
  const found = shipped.map((schema) => misfits(schema, value)).sort((x, y) => x.length - y.length);
  return found[0] ?? [`no schema is shipped for ${value.command}`];
}

/** Words of a command as a shell would cut them: at blanks that stand in no quotes. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/(?:[^\s']|'[^']*')+/g)].map(([word]) => word.replaceAll("'", ''));

const root = join(import.meta.dirname, '../..');

/** Runs with a folder as the working folder. */
async function within<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await run();
  } finally {
    process.chdir(before);
  }
}

export interface Recorder {
  /** The working folder of the commands, which has the folders data and docs of the repository. */
  readonly folder: string;
  /** Writes a file there. */
  readonly file: (name: string, data: unknown) => void;
  /** Runs commands in order and holds their record against the golden of that name. */
  readonly record: (name: string, commands: readonly string[]) => Promise<void>;
}

/** Files that no person reads as text. */
const BINARY = /\.(?:parquet|png|pdf)$/;

/** Whether the lines of a text are all shown: what a person reads is. */
const isRead = (args: readonly string[]): boolean =>
  args.includes('--help') || !args.includes('--format') || args.includes('text');

/** A folder, which goes when the tests of a file are through, and the way to record commands in it. */
export function recorder(verb: string): Recorder {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'optimand-')));
  for (const name of ['data', 'docs']) symlinkSync(join(root, name), join(folder, name));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const contents = (): ReadonlyMap<string, string> =>
    new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => [path, readFileSync(path, 'latin1')]),
    );
  /** The code of a refusal and its place, which only JSON tells; nothing where JSON is refused for another reason. */
  async function codeOf(args: readonly string[], said: string): Promise<string> {
    if (said === '' || args.some((arg) => WRITES_OR_PRINTS.test(arg))) return '';
    const { out } = await within(folder, () => optimand(...args, '--format', 'json'));
    if (!out.startsWith('{')) return '';
    const { error } = JSON.parse(out) as { error?: { code: string; message: string; path: string | null } };
    if (error === undefined || said !== `${TOOL.name}: ${error.message}\n`) return '';
    return `code ${error.code}${error.path === null ? '' : `, at ${error.path}`}\n`;
  }
  async function ran(command: string): Promise<string> {
    const before = contents();
    const args = wordsOf(command);
    const { status, out, err } = await within(folder, () => optimand(...args));
    if (ASKS_JSON.test(command) && out !== '') expect(misfitsOf(out), command).toEqual([]);
    const written = [...contents()].filter(([path, data]) => before.get(path) !== data);
    const parts = [
      `$ optimand ${command}\n`,
      out === '' ? '' : recordOf(out, folder, isRead(args)),
      err === '' ? '' : `on standard error: ${recordOf(err, folder, true)}`,
      status === 0 ? '' : `exit status ${status}\n`,
      status === 2 && out === '' ? recordOf(await codeOf(args, err), folder, true) : '',
      ...written.map(([path]) => {
        const name = relative(folder, path);
        if (BINARY.test(path)) return `wrote ${name}\n`;
        return `wrote ${name}:\n${recordOf(readFileSync(path, 'utf8'), folder, false)}`;
      }),
    ];
    return parts.map((part) => (part === '' || part.endsWith('\n') ? part : `${part}\n`)).join('');
  }
  return {
    folder,
    file: (name, data) =>
      writeFileSync(join(folder, name), typeof data === 'string' ? data : JSON.stringify(data)),
    record: async (name, commands) => {
      const records: string[] = [];
      for (const command of commands) records.push(await ran(command));
      expectGolden(`commands/${verb}/${name}.txt`, records.join('\n'));
    },
  };
}
