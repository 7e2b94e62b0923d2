import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { fail, shown } from '../../kernel/issues.ts';
import type { SweepManifest } from '../../report/schemas/sweep.ts';
import { collect, isOn, textOf, textsOf, wholeNumber } from '../flags.ts';
import { type AskedModel, declareModel, readModel } from '../model.ts';
import { enveloped } from '../output.ts';
import { rowsBar } from '../progress.ts';
import type { SweepFormat, SweepJob } from '../sweep/job.ts';
import { done, type Flags, type Verb } from '../verb.ts';

/** Rows that standard output takes. */
const MOST_PRINTED = 100_000;
const MOST_WORKERS = 1024;

interface Shard {
  readonly index: number;
  readonly of: number;
}

function shardOf(text: string): Shard {
  const [, index = '', of = ''] = /^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? [];
  if (Number(index) >= 1 && Number(index) <= Number(of)) return { index: Number(index), of: Number(of) };
  return fail({
    code: 'bad-value',
    name: '--shard',
    value: shown(text),
    must: 'I/N with I from 1 to N, as in 3/16',
  });
}

/** What is asked for, checked, with a manifest of which nothing is written. */
async function asked(
  model: AskedModel,
  flags: Flags,
  format: SweepFormat,
): Promise<{ job: SweepJob; manifest: SweepManifest; outcomes: readonly string[] }> {
  const [{ readAxes, readDesign }, { completed, sweeperOf, sweptSubject }, { fingerprintOf }] =
    await Promise.all([
      import('../../report/sweep/axes.ts'),
      import('../../report/sweep/sweeper.ts'),
      import('../sweep/job.ts'),
    ]);
  const subject = sweptSubject(model.variant);
  const design = readDesign(textOf(flags.design), flags.seed);
  const hold = flags.hold === 'rho' ? 'rho' : 'b';
  const axes = readAxes(textsOf(flags.grid), design);
  const more = isOn(flags.elasticities) ? ({ elasticities: true } as const) : {};
  const plan = completed(subject, { set: model.set, axes, design, hold, ...more });
  const { rows, columns, outcomes } = sweeperOf(subject, plan);
  const { index, of } = flags.shard === undefined ? { index: 1, of: 1 } : (flags.shard as Shard);
  const [from, to] = [index - 1, index].map((i) => Math.floor((rows / of) * i)) as [number, number];
  const path = textOf(flags.model);
  const source =
    path === undefined
      ? ({ kind: 'variant', id: subject.id } as const)
      : ({ kind: 'file', path, blocks: model.blocks } as const);
  return {
    outcomes,
    job: { source, plan, format },
    manifest: {
      model: subject.id,
      fingerprint: fingerprintOf(subject, plan, format),
      ...plan,
      set: { ...plan.set },
      axes: plan.axes.map((axis) => ({ ...axis })),
      format,
      columns: [...columns],
      rows,
      from,
      to: index === of ? rows : to,
      done: from,
      bytes: 0,
      parts: [],
      outcomes: {},
      refereed: 0,
    },
  };
}

/** Rows as text, for standard output. */
async function printed(model: AskedModel, flags: Flags): Promise<string> {
  const format = flags.format === 'jsonl' ? 'jsonl' : 'csv';
  if (flags.format === 'json')
    fail({
      code: 'usage',
      what: '--format json tells of a sweep that is written',
      would: 'add --out FILE, or use --format jsonl',
    });
  const { job, manifest } = await asked(model, flags, format);
  if (manifest.to - manifest.from > MOST_PRINTED)
    fail({
      code: 'usage',
      what: `${manifest.to - manifest.from} rows are too many to print`,
      would: 'add --out FILE',
    });
  const [{ eachPiece }, { csvHeader }] = await Promise.all([
    import('../sweep/run.ts'),
    import('../../report/sweep/text.ts'),
  ]);
  let text = format === 'csv' ? csvHeader(manifest.columns) : '';
  await eachPiece(job, manifest, flags.workers as number, ({ bytes }) => {
    text += Buffer.from(bytes).toString();
  });
  return text;
}

/** Rows into a file or folder; what is there in the end. */
async function written(model: AskedModel, flags: Flags, out: string): Promise<SweepManifest> {
  const [{ formatOf, openStore }, { eachPiece }, { PART }, { csvHeader }] = await Promise.all([
    import('../sweep/store.ts'),
    import('../sweep/run.ts'),
    import('../sweep/job.ts'),
    import('../../report/sweep/text.ts'),
  ]);
  const { job, manifest, outcomes } = await asked(model, flags, formatOf(out));
  const header = job.format === 'csv' ? csvHeader(manifest.columns) : '';
  const store = openStore(out, manifest, {
    names: outcomes,
    header,
    partRows: PART,
    resume: isOn(flags.resume),
  });
  const { from, to } = store.manifest;
  const bar = await rowsBar('sweep', to - from, store.manifest.done - from, flags.quiet);
  try {
    await eachPiece(job, { from: store.manifest.done, to }, flags.workers as number, (piece) => {
      store.write(piece);
      bar.update(piece.to - from);
    });
  } finally {
    bar.stop();
    store.close();
  }
  return store.manifest;
}

async function told(manifest: SweepManifest, out: string, flags: Flags): Promise<string> {
  if (flags.format === 'json') return enveloped('sweep', flags.seed, manifest);
  const { sweepText } = await import('../../report/render/sweep.ts');
  return sweepText(manifest, out);
}

/** `sweep [VARIANT]`. */
export const sweep: Verb = {
  name: 'sweep',
  summary: 'optima over a grid or a quasi-random design, by the million',
  formats: ['text', 'json', 'csv', 'jsonl'],
  takesValues: true,
  writesItself: true,
  declare: (command) => {
    declareModel(command)
      .option(
        '--grid <k=low:high:count…>',
        'what varies, as in E=1e16:1e20:200log,gamma=-1:1:41; may be repeated',
        collect,
      )
      .option('--design <sobol:N>', 'N quasi-random points between the ends that --grid gives without counts')
      .addOption(
        new Option('--hold <letter>', 'rho puts (a/b)^(1/alpha) in the place of b among the parameters')
          .choices(['b', 'rho'])
          .default('b'),
      )
      .option('--elasticities', 'how n, d, t and C_train move with every positive parameter')
      .option('--shard <I/N>', 'only the I-th of N equal shares of the rows', shardOf)
      .option('--join <shards...>', 'make one of the files or folders that shards have written')
      .option('--resume', 'go on where a run before was stopped')
      .addOption(
        new Option('--workers <number>', 'threads')
          .argParser((text) => wholeNumber('--workers', text, 1, MOST_WORKERS))
          .default(availableParallelism(), 'one for each processor'),
      );
  },
  run: async ([variant], flags) => {
    const out = flags.out === '-' ? undefined : flags.out;
    const shards = textsOf(flags.join);
    if (shards.length > 0) {
      if (out === undefined)
        return fail({ code: 'usage', what: '--join needs a place to write to', would: 'add --out FILE' });
      return done(await told(await (await import('../sweep/join.ts')).joinShards(shards, out), out, flags));
    }
    const model = await readModel(variant, flags);
    if (out === undefined) {
      if (isOn(flags.resume))
        fail({ code: 'usage', what: '--resume has nothing to go on with', would: 'add --out FILE' });
      return done(await printed(model, flags));
    }
    return done(await told(await written(model, flags, out), out, flags));
  },
};
