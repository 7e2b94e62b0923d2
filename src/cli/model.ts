/** VARIANT and --with BLOCK:k=v,…: which model is asked for, and the numbers that came with its blocks. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Model } from '../economics/model.ts';
import type { Problem } from '../economics/problem.ts';
import { fail, shown } from '../kernel/issues.ts';
import { nearest } from '../kernel/suggest.ts';
import { collect, textOf, textsOf } from './flags.ts';
import { callOfFile, type FileData, readModelFile, subjectInFile } from './model-file.ts';
import { readSet } from './set.ts';
import type { Flags } from './verb.ts';

type Values = Readonly<Record<string, number>>;

/** A model, the blocks that --with added to it, and numbers for its parameters. */
export interface AskedModel {
  readonly variant: Model | Problem;
  readonly blocks: readonly string[];
  /** What --with sets. */
  readonly blockValues: Values;
  /** What --with and --set set together. */
  readonly set: Values;
  /** The same for another thread: an id, or what a file holds. */
  readonly described: Described;
  /** How a command line asks for it. */
  readonly call: string;
}

/** A model by its id, or what a file holds. */
export type Described = string | FileData;

/** The model that was described. */
export async function modelDescribed(described: Described): Promise<Model | Problem> {
  if (typeof described !== 'string') return subjectInFile(described);
  const [{ problemAsked }, { variantOf }] = await Promise.all([
    import('../report/problem/ask.ts'),
    import('../report/variant.ts'),
  ]);
  return problemAsked(described) ?? variantOf(described);
}

/** Declares VARIANT and --with for a verb that is about one model. */
export const declareModel = (
  command: Command,
  what = 'which model',
  otherwise = 'baseline if left out',
): Command =>
  command
    .argument(
      '[VARIANT]',
      `${what}: a variant such as data-bound or cournot, or a classic such as compute-optimal; ${otherwise}`,
    )
    .option('--with <block:k=v,…>', 'a building block put on it, as in cournot:m=3; may be repeated', collect)
    .option('--model <file>', 'a model of your own, as JSON, in place of VARIANT');

interface Added {
  readonly block: string;
  readonly values: Values;
}

async function addedBy(text: string): Promise<Added> {
  const { BLOCK_IDS, BLOCKS } = await import('../economics/blocks/registry.ts');
  const [name = '', ...rest] = text.split(':');
  const block = BLOCK_IDS.find((id) => id === name.trim());
  if (block === undefined) {
    const guess = nearest(name, BLOCK_IDS);
    const would = guess ? `did you mean "${guess}"?` : `known are ${BLOCK_IDS.join(', ')}`;
    return fail({ code: 'usage', what: `--with cannot add "${shown(name)}", which is no block`, would });
  }
  const values = rest.length > 0 ? await readSet([rest.join(':')], '--with') : {};
  const own = BLOCKS[block].parameters.map((declared) => declared.name);
  for (const given of Object.keys(values)) {
    if (own.includes(given)) continue;
    const has = own.length > 0 ? `it has ${own.join(', ')}` : 'it has none';
    fail({
      code: 'usage',
      what: `--with ${block} is given ${shown(given)}, which is no parameter of that block`,
      would: `${has}; give the others with --set`,
    });
  }
  return { block, values };
}

/** The two sets of values as one. @throws OptimandError for a name that both give. */
function together(first: Values, second: Values): Values {
  for (const name of Object.keys(second)) {
    if (!Object.hasOwn(first, name)) continue;
    fail({ code: 'usage', what: `${name} is given twice`, would: 'give each name once' });
  }
  return { ...first, ...second };
}

/** Whether what --model gives is no file, but the name of a variant or a classic. */
async function isName(given: string): Promise<boolean> {
  const [{ VARIANT_IDS }, { CLASSIC_IDS }] = await Promise.all([
    import('../economics/variants/registry.ts'),
    import('../economics/classics/registry.ts'),
  ]);
  const names: readonly string[] = [...VARIANT_IDS, ...CLASSIC_IDS];
  return names.includes(given) && !existsSync(given);
}

/**
 * The model that VARIANT and --with ask for, and the numbers that --with and --set give.
 * @throws OptimandError for a variant or block that is none, blocks that do not go together, and values that are wrong.
 */
export async function readModel(variant: string | undefined, flags: Flags): Promise<AskedModel> {
  const added = await Promise.all(textsOf(flags.with).map(addedBy));
  const blocks = added.map(({ block }) => block);
  const path = textOf(flags.model);
  if (path !== undefined && variant === undefined && (await isName(path))) {
    const { model: _, ...others } = flags;
    return readModel(path, others as Flags);
  }
  if (path !== undefined && variant !== undefined) {
    const what = `VARIANT (${shown(variant)}) and --model are both given`;
    fail({
      code: 'usage',
      what,
      would: 'give one of them; "base" in the file names the variant it builds on',
    });
  }
  const { problemAsked } = await import('../report/problem/ask.ts');
  const problem = problemAsked(variant);
  if (problem) {
    if (blocks.length > 0) {
      const what = `${problem.id} is no firm, and --with puts blocks on firms`;
      fail({ code: 'usage', what, would: 'leave out --with' });
    }
    const set = await readSet(textsOf(flags.set));
    return { variant: problem, blocks, blockValues: {}, set, described: problem.id, call: problem.id };
  }
  const described =
    path === undefined ? [variant ?? 'baseline', ...blocks].join('+') : await readModelFile(path, blocks);
  const model = await modelDescribed(described);
  const blockValues = added.reduce<Values>((all, { values }) => together(all, values), {});
  const set = together(blockValues, await readSet(textsOf(flags.set)));
  const call = typeof described === 'string' ? described : callOfFile(described);
  return { variant: model, blocks, blockValues, set, described, call };
}
