/** The regression check: everything that is recorded of every variant found anew, and held against the record. */

import { CLASSIC_IDS } from '../../economics/classics/registry.ts';
import type { Model } from '../../economics/model.ts';
import { describesProblem, problemFrom } from '../../economics/model-file/problem.ts';
import { modelFrom } from '../../economics/model-file/read.ts';
import { modelOf, VARIANT_IDS } from '../../economics/variants/registry.ts';
import { claims } from '../ledger.ts';
import { problemAsked } from '../problem/ask.ts';
import type { CheckResult } from '../schemas/check.ts';
import { compare } from './compare.ts';
import { type Entry, type FoundEntry, place } from './entry.ts';
import { observe, partNames, type Subject } from './observe.ts';

/** One piece of the work: a part of what is recorded of a variant, or of a model that data describe. */
export interface Task {
  readonly variant: string;
  readonly part: string;
  readonly data?: unknown;
}

/** Does a piece of the work, here or in another thread. */
export type Worker = (task: Task) => Promise<readonly FoundEntry[]>;

const VERDICTS = 'verdicts';

/** Of what the record tells, in its order: of every variant, then of every classic. */
const RECORDED_IDS: readonly string[] = [...VARIANT_IDS, ...CLASSIC_IDS];

/** The verdicts of the ledger as last computed: `verify` computes them anew, and fails where they differ. */
const verdicts = (): readonly FoundEntry[] =>
  claims().map(({ id, reading, variant, verdict, law }) => ({
    at: place(variant, VERDICTS, id, ...(reading ? [reading] : [])),
    kind: 'verdict',
    values: { verdict, ...(law ? { law: law.text } : {}) },
    symbols: new Map(),
    facts: [],
  }));

/** What work is about: a variant or a classic by its id, or what data describe. */
const subjectOf = ({ variant, data }: Omit<Task, 'part'>, modelFor: (id: string) => Model): Subject =>
  data === undefined
    ? (problemAsked(variant) ?? modelFor(variant))
    : describesProblem(data)
      ? problemFrom(data)
      : modelFrom(data);

/** Does the work in this thread, on models given by id or by data. */
export const workerOn =
  (modelFor: (id: string) => Model = modelOf): Worker =>
  async (task) =>
    observe(subjectOf(task, modelFor), task.part);

/** What stands in a record for work that took longer than was waited for. */
export const skippedEntry = ({ variant, part }: Task, seconds: number): FoundEntry => ({
  at: place(variant, part),
  kind: 'skipped',
  values: { why: `not found within ${seconds} seconds when the record was written` },
  symbols: new Map(),
  facts: [],
});

/** The work for models of one's own, for some variants, or for all of these. */
function tasksFor({ variants = [], models }: ObserveOptions): readonly Task[] {
  const ids = variants.length > 0 ? variants : RECORDED_IDS;
  const named: readonly Omit<Task, 'part'>[] = models ?? ids.map((variant) => ({ variant }));
  return named.flatMap((one) => partNames(subjectOf(one, modelOf)).map((part) => ({ ...one, part })));
}

export interface ObserveOptions {
  /** Ids of variants and classics; all, and the claims, where none is named. */
  readonly variants?: readonly string[];
  /** Models and problems of one's own by their ids, in place of variants. */
  readonly models?: readonly { readonly variant: string; readonly data: unknown }[];
  readonly worker?: Worker;
  /** Entries that stand for work not to be tried, and are taken over. */
  readonly skipped?: readonly Entry[];
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/** Everything that is to be recorded, found anew, in the order of the registries. */
export async function observeAll(options: ObserveOptions = {}): Promise<readonly FoundEntry[]> {
  const { variants = [], models, worker = workerOn(), skipped = [], progress = () => {} } = options;
  const tasks = tasksFor(options);
  let finished = 0;
  const found = await Promise.all(
    tasks.map(async (task) => {
      const known = skipped.find(({ at }) => at === place(task.variant, task.part));
      const entries = known ? [{ ...known, symbols: new Map(), facts: [] }] : await worker(task);
      finished++;
      progress(finished / tasks.length);
      return entries;
    }),
  );
  return variants.length > 0 || models ? found.flat() : [...found.flat(), ...verdicts()];
}

/** The part of a record that is about the variants named, or all of it. */
const about = (recorded: readonly Entry[], variants: readonly string[]): readonly Entry[] =>
  variants.length === 0
    ? recorded
    : recorded.filter(({ at }) => {
        const [variant = '', part = ''] = at.split(' / ');
        return variants.includes(variant) && part !== VERDICTS;
      });

/** The record with what is found of the variants named in place of what it held; all of it where none is named. */
export async function updated(
  recorded: readonly Entry[],
  options: ObserveOptions = {},
): Promise<readonly Entry[]> {
  const { variants = [] } = options;
  const found = await observeAll(options);
  if (variants.length === 0) return found;
  const replaced = new Set(about(recorded, variants).map(({ at }) => at));
  const order = (entry: Entry): number => {
    const [variant = '', part = ''] = entry.at.split(' / ');
    return part === VERDICTS ? RECORDED_IDS.length : RECORDED_IDS.indexOf(variant);
  };
  return [...recorded.filter(({ at }) => !replaced.has(at)), ...found].sort((x, y) => order(x) - order(y));
}

const whyOpen = ({ values }: Entry): string =>
  values.why ?? (values.undecided ? `points left undecided: ${values.undecided}` : 'undecided');

/** The record against what is found anew. */
export async function check(
  recorded: readonly Entry[],
  against: string,
  options: ObserveOptions = {},
): Promise<CheckResult> {
  const found = await observeAll({ ...options, skipped: recorded.filter(({ kind }) => kind === 'skipped') });
  const { stillOpen, changed, fixed, printedDifferently, same } = compare(
    about(recorded, options.variants ?? []),
    found,
  );
  return {
    against,
    entries: found.length,
    same,
    changed: [...changed],
    fixed: [...fixed],
    stillFailing: stillOpen.map((entry) => ({ at: entry.at, why: whyOpen(entry) })),
    printedDifferently: [...printedDifferently],
  };
}
