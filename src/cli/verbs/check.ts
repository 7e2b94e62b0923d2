import { existsSync, readFileSync } from 'node:fs';
import { fail } from '../../kernel/issues.ts';
import type { ObserveOptions } from '../../report/check/check.ts';
import type { Entry } from '../../report/check/entry.ts';
import type { CheckResult } from '../../report/schemas/check.ts';
import { isOn, textOf } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { cannotRead } from '../read-file.ts';
import { type Answer, done, type Flags, type Verb } from '../verb.ts';
import { checkWritable, writeWhole } from '../write-file.ts';

const RECORD = 'derivations/laws.json';
/** How records of models of one's own are called, beside the files. */
const OWN_RECORD = 'laws.json';

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const would =
      path === RECORD
        ? 'run in a checkout, or name the record with --against'
        : 'name a record that optimand check --update wrote';
    return cannotRead(path, error, would);
  }
}

/** What is looked at: variants by id (none for all), or models in files; and where their record lies if nobody says. */
interface Looked {
  readonly variants: readonly string[];
  readonly models?: Required<Pick<ObserveOptions, 'models'>>;
  readonly record: string;
}

/** @throws OptimandError for an unknown variant, and for a file that describes no model. */
async function lookedAt(named: readonly string[], path: string | undefined): Promise<Looked> {
  if (path === undefined) {
    const [{ variantOf }, { problemAsked }] = await Promise.all([
      import('../../report/variant.ts'),
      import('../../report/problem/ask.ts'),
    ]);
    return { variants: named.map((name) => (problemAsked(name) ?? variantOf(name)).id), record: RECORD };
  }
  if (named.length > 0) {
    fail({ code: 'usage', what: 'variants and --model are both given', would: 'check one, then the other' });
  }
  const { modelsAt } = await import('../model-file.ts');
  const { isFolder, models } = await modelsAt(path);
  const record = isFolder
    ? `${path.replace(/\/+$/, '')}/${OWN_RECORD}`
    : path.replace(/(\.json)?$/, `.${OWN_RECORD}`);
  // Of a folder the whole record is looked at, so that a model that is gone is told.
  return { variants: isFolder ? [] : models.map(({ variant }) => variant), models: { models }, record };
}

/** Runs work with the threads and the bar it needs. */
async function withPool<T>(
  flags: Flags,
  work: (options: Pick<ObserveOptions, 'worker' | 'progress'>) => Promise<T>,
): Promise<T> {
  const { checkPool } = await import('../check-pool.ts');
  const [bar, pool] = [await progressBar('check', flags.quiet), checkPool()];
  try {
    return await work({ worker: pool.worker, progress: bar.update });
  } finally {
    bar.stop();
    await pool.close();
  }
}

/** The record as it stands, which an update of some variants keeps for the others; nothing where there is no file. */
async function recordedAt(path: string): Promise<readonly Entry[]> {
  if (!existsSync(path)) return [];
  const { readRecord } = await import('../../report/check/record.ts');
  return readRecord(readText(path), path);
}

async function update({ variants, models }: Looked, path: string, flags: Flags): Promise<Answer> {
  checkWritable(path, 'json');
  const [{ updated }, { recordText }] = await Promise.all([
    import('../../report/check/check.ts'),
    import('../../report/check/record.ts'),
  ]);
  const recorded = variants.length > 0 ? await recordedAt(path) : [];
  const entries = await withPool(flags, (options) => updated(recorded, { ...options, variants, ...models }));
  writeWhole(path, recordText(entries));
  return done(`${entries.length} entries written to ${path}.\n`);
}

/** The command that writes the record that was looked at. */
const updating = (flags: Flags): string =>
  [
    'optimand check',
    ...(['model', 'against'] as const).flatMap((name) => asGiven(name, flags)),
    '--update',
  ].join(' ');

const asGiven = (name: string, flags: Flags): readonly string[] => {
  const path = textOf(flags[name]);
  return path === undefined ? [] : [`--${name} ${path}`];
};

function complaintOf({ changed, fixed, against }: CheckResult, flags: Flags): string | null {
  const [first] = [...changed, ...fixed];
  if (!first) return null;
  const count = changed.length + fixed.length;
  return `${count} ${count === 1 ? 'law differs' : 'laws differ'} from ${against}, the first of them ${first.at} (${first.change}); review, then run ${updating(flags)}.`;
}

async function compared({ variants, models }: Looked, path: string, flags: Flags): Promise<Answer> {
  const [{ check }, { readRecord }] = await Promise.all([
    import('../../report/check/check.ts'),
    import('../../report/check/record.ts'),
  ]);
  const recorded = readRecord(readText(path), path);
  const result = await withPool(flags, (options) =>
    check(recorded, path, { ...options, variants, ...models }),
  );
  const complaint = complaintOf(result, flags);
  const status = complaint === null ? 0 : 1;
  if (flags.format === 'json')
    return { output: await enveloped('check', flags.seed, result), status, complaint };
  const { CHECK_RENDERERS } = await import('../../report/render/check.ts');
  return { output: CHECK_RENDERERS[flags.format === 'md' ? 'md' : 'text'](result), status, complaint };
}

/** `check [VARIANT…]`. */
export const check: Verb = {
  name: 'check',
  summary: "every variant's conditions, laws, signs and verdicts against the recorded ones",
  formats: ['text', 'md', 'json'],
  takesValues: false,
  declare: (command) => {
    command
      .argument(
        '[VARIANT...]',
        'which variants or classics; all, and the verdicts on the claims, where none is named',
      )
      .option('--model <path>', 'a model of your own, or a folder of them, in place of variants')
      .option(
        '--against <file>',
        `the record; ${RECORD} if left out, or with --model the file or folder named …${OWN_RECORD}`,
      )
      .option('--update', 'write what is found to the record, of the variants named alone where some are');
  },
  run: async (named, flags) => {
    const looked = await lookedAt(named, textOf(flags.model));
    const path = textOf(flags.against) ?? looked.record;
    return isOn(flags.update) ? update(looked, path, flags) : compared(looked, path, flags);
  },
};
