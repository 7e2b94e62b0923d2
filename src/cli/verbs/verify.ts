import type { ClaimRow } from '../../claims/row.ts';
import { fail } from '../../kernel/issues.ts';
import type { Change } from '../../report/ledger.ts';
import { collect, isOn, textOf, textsOf, wholeNumber } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { type Answer, done, type ExitStatus, type Flags, type Verb } from '../verb.ts';
import { checkWritable, writeWhole } from '../write-file.ts';

const LEDGER = 'proofs/ledger.json';
const SWITCHBOARD = 'proofs/switchboard.json';
const MOST_RUNS = 10_000_000;

const changeText = ({ id, reading, recorded, found }: Change): string =>
  `${id} (${reading}) is ${found ?? 'gone'}, recorded as ${recorded ?? 'nothing'}`;

/** The status that the rows and their changes make, and the sentence for it. */
function statusOf(
  rows: readonly ClaimRow[],
  changes: readonly Change[],
  strict: boolean,
): [ExitStatus, string | null] {
  const open = rows.filter(({ verdict }) => verdict === 'undecided');
  const isOnlyOpen = strict && changes.every(({ found }) => found === 'undecided');
  const [first] = changes;
  if (first && !(isOnlyOpen && open[0]))
    return [1, `${changes.length} of ${rows.length} verdicts differ from the ledger: ${changeText(first)}.`];
  if (strict && open[0])
    return [3, `${open.length} of ${rows.length} claims are undecided, the first of them ${open[0].id}.`];
  return [0, null];
}

async function update(rows: readonly ClaimRow[], seed: number, runs: number): Promise<void> {
  const [{ canonicalJson }, { ledgerOf }] = await Promise.all([
    import('../../report/canonical.ts'),
    import('../../report/ledger.ts'),
  ]);
  writeWhole(LEDGER, canonicalJson(ledgerOf(rows, seed, runs)));
}

function checkUpdate(ids: readonly string[], file = LEDGER): void {
  if (ids.length > 0)
    fail({ code: 'usage', what: '--update takes the whole ledger', would: 'leave out the ids' });
  checkWritable(file, 'json');
}

/** The claims put to the one firm that --set gives, of the model that --variant and --with make. */
async function putToFirm(ids: readonly string[], flags: Flags): Promise<Answer> {
  const [{ putToFirm: put }, { readModel }, { putText }] = await Promise.all([
    import('../../report/ledger.ts'),
    import('../model.ts'),
    import('../../report/render/put.ts'),
  ]);
  const { variant, set } = await readModel(textOf(flags.variant), flags);
  const rows = await put(ids, variant, set);
  const output = flags.format === 'json' ? await enveloped('verify', flags.seed, rows) : putText(rows);
  return done(output);
}

/** A model is asked for only together with a firm. @throws OptimandError */
function refuseWithoutFirm(flags: Flags): void {
  const idle = textsOf(flags.with).length > 0 ? '--with' : textOf(flags.variant) ? '--variant' : null;
  if (idle === null) return;
  const would = 'give it with --set, or put the claims to every variant with --all-variants alone';
  fail({ code: 'usage', what: `${idle} says whose firm --set is, and no firm is given`, would });
}

/** Every claim put to every variant, against the matrix as kept. */
async function allVariants(ids: readonly string[], flags: Flags): Promise<Answer> {
  const report = await import('../../report/switchboard.ts');
  const isUpdate = isOn(flags.update);
  if (isUpdate) checkUpdate(ids, SWITCHBOARD);
  const runs = runsOf(flags) ?? report.keptSwitchboard().runs;
  const bar = await progressBar('verify', flags.quiet);
  const cells = await report
    .verifyAllVariants(ids, { seed: flags.seed, runs, progress: bar.update })
    .finally(bar.stop);
  if (isUpdate) {
    const { canonicalJson } = await import('../../report/canonical.ts');
    writeWhole(SWITCHBOARD, canonicalJson(report.switchboardOf(cells, flags.seed, runs)));
  }
  const changes = isUpdate ? [] : report.switchChanges(cells);
  const { switchMarkdown, switchText } = await import('../../report/render/switchboard.ts');
  const shown = flags.format === 'md' ? switchMarkdown(cells) : switchText(cells);
  const output = flags.format === 'json' ? await enveloped('verify', flags.seed, cells, changes) : shown;
  const [first] = changes;
  const complaint = first
    ? `${changes.length} of ${cells.length} cells differ from the matrix: ${first}.`
    : null;
  return { output, status: first ? 1 : 0, complaint };
}

/** Every claim put to one model of one's own as to a variant: no record is held against it. */
async function asVariant(ids: readonly string[], flags: Flags): Promise<Answer> {
  if (isOn(flags.update)) {
    fail({
      code: 'usage',
      what: "--update keeps the matrix of the toolkit's own variants, and --model is none of them",
      would: 'leave out one of the two',
    });
  }
  const [report, { readModel }, { columnText, switchMarkdown }] = await Promise.all([
    import('../../report/switchboard.ts'),
    import('../model.ts'),
    import('../../report/render/switchboard.ts'),
  ]);
  const { variant } = await readModel(textOf(flags.variant), flags);
  const runs = runsOf(flags);
  const bar = await progressBar('verify', flags.quiet);
  const options = { seed: flags.seed, progress: bar.update, ...(runs === undefined ? {} : { runs }) };
  const cells = await report.verifyAsVariant(ids, variant, options).finally(bar.stop);
  if (flags.format === 'json') return done(await enveloped('verify', flags.seed, cells));
  return done(flags.format === 'md' ? switchMarkdown(cells) : columnText(cells));
}

/** A firm by its numbers is one firm, and the matrix is about firms that are drawn. @throws OptimandError */
function refuseOneFirm(flags: Flags): void {
  if (textsOf(flags.set).length === 0) return;
  fail({
    code: 'usage',
    what: '--set makes one firm, and --all-variants puts the claims to firms that are drawn',
    would: 'leave out one of the two',
  });
}

const runsOf = (flags: Flags): number | undefined =>
  typeof flags.runs === 'number' ? flags.runs : undefined;

/** `verify [ID…]`. */
export const verify: Verb = {
  name: 'verify',
  summary:
    'run the checks of the claims and compare the verdicts with the ledger; with --set, put them to one firm',
  formats: ['text', 'md', 'json'],
  takesValues: true,
  declare: (command) => {
    command
      .argument('[ID...]', 'which claims; all where none is named')
      .option('--runs <number>', 'draws of each check', (text) => wholeNumber('--runs', text, 1, MOST_RUNS))
      .option('--variant <name>', 'with --set: whose firm it is; baseline if left out')
      .option('--with <block:k=v,…>', 'with --set: a building block put on it; may be repeated', collect)
      .option('--model <file>', 'with --set: a firm of your own, as JSON, in place of --variant')
      .option(
        '--all-variants',
        'put every claim to every variant; with --model, to that model as to a variant',
      )
      .option('--strict', 'exit with 3 where a claim is undecided')
      .option('--update', `write the verdicts to ${LEDGER} (in a checkout; then build)`);
  },
  run: async (ids, flags) => {
    const ledger = await import('../../report/ledger.ts');
    ledger.claimIds(ids);
    if (isOn(flags.allVariants)) {
      refuseOneFirm(flags);
      if (flags.model !== undefined) return asVariant(ids, flags);
    } else if (textsOf(flags.set).length > 0 || flags.model !== undefined) return putToFirm(ids, flags);
    refuseWithoutFirm(flags);
    if (isOn(flags.allVariants)) return allVariants(ids, flags);
    const isUpdate = isOn(flags.update);
    if (isUpdate) checkUpdate(ids);
    const runs = runsOf(flags) ?? ledger.keptLedger().runs;
    const bar = await progressBar('verify', flags.quiet);
    const rows = await ledger.verify(ids, { seed: flags.seed, runs, progress: bar.update }).finally(bar.stop);
    if (isUpdate) await update(rows, flags.seed, runs);
    const changes = isUpdate ? [] : ledger.changesSince(ledger.keptLedger().rows, rows);
    const [status, complaint] = statusOf(rows, changes, isOn(flags.strict));
    const warnings = changes.map(changeText);
    const { LEDGER_RENDERERS } = await import('../../report/render/ledger.ts');
    const format = textOf(flags.format) === 'md' ? 'md' : 'text';
    const output =
      flags.format === 'json'
        ? await enveloped('verify', flags.seed, rows, warnings)
        : LEDGER_RENDERERS[format](rows);
    return { output, status, complaint };
  },
};
