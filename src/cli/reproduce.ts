/**
 * The main job, whole: derives everything, puts every formula through the LaTeX gate, runs the checks of every claim,
 * writes `out/`, and prints what was found. Exit status 1 where anything failed, after everything is written.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import type { ClaimRow } from '../claims/row.ts';
import type { Derivation } from '../derive/derivation.ts';
import { canonicalJson } from '../report/canonical.ts';
import { derivationJson } from '../report/derivation-json.ts';
import { allDerivations } from '../report/derive.ts';
import { envelope } from '../report/envelope.ts';
import { type Gated, gateDerivation } from '../report/gate-derivations.ts';
import { type Change, changesSince, keptLedger, ledgerOf, verify } from '../report/ledger.ts';
import { renderHtml } from '../report/render/html.ts';
import { LEDGER_RENDERERS } from '../report/render/ledger.ts';
import { renderMarkdown } from '../report/render/markdown.ts';
import { DEFAULT_RENDERING, type RenderOptions } from '../report/render/options.ts';
import { renderTex } from '../report/render/tex.ts';
import { progressBar } from './progress.ts';
import { beginFigures, type Drawing } from './reproduce/figures.ts';
import { writeWhole } from './write-file.ts';

const OUT = 'out';
const RENDERING: RenderOptions = { ...DEFAULT_RENDERING, steps: true, numbered: true, labels: true };

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function writeDerivations(derivations: readonly Derivation[], seed: number): Promise<void> {
  mkdirSync(join(OUT, 'tex'), { recursive: true });
  for (const derivation of derivations) {
    writeWhole(join(OUT, 'tex', `${derivation.id}.tex`), renderTex([derivation], RENDERING));
  }
  const result = {
    variant: 'all',
    set: {},
    derivations: derivations.map((derivation) => derivationJson(derivation)),
  };
  writeWhole(join(OUT, 'derivations.tex'), renderTex(derivations, { ...RENDERING, standalone: true }));
  writeWhole(join(OUT, 'derivations.md'), renderMarkdown(derivations, RENDERING));
  writeWhole(join(OUT, 'derivations.html'), await renderHtml(derivations, RENDERING));
  writeWhole(join(OUT, 'derivations.json'), canonicalJson(envelope('derive', seed, result)));
}

function writeLedger(rows: readonly ClaimRow[], seed: number, runs: number): void {
  writeWhole(join(OUT, 'ledger.json'), canonicalJson(ledgerOf(rows, seed, runs)));
  writeWhole(join(OUT, 'ledger.md'), LEDGER_RENDERERS.md(rows));
}

function printDerivations(derivations: readonly Derivation[], gated: readonly Gated[]): void {
  const table = new Table({
    head: ['derivation', 'steps', 'results', 'formulas gated', 'refused'],
    style: { head: [], border: [] },
  });
  derivations.forEach(({ id, steps, results }, i) => {
    const { formulas = 0, failures = [] } = gated[i] ?? {};
    table.push([id, steps.length, Object.keys(results).length, formulas, failures.length]);
  });
  say(table.toString());
}

/** Says what failed; the number of failures. */
function printFailures(gated: readonly Gated[], changes: readonly Change[]): number {
  const refused = gated.flatMap(({ failures }) => failures);
  for (const { label, tex, why } of refused) say(`refused: ${label}: ${why}\n  ${tex.replace(/\n/g, ' ')}`);
  for (const { id, reading, recorded, found } of changes) {
    say(`changed: ${id} (${reading}) is ${found ?? 'gone'}, recorded as ${recorded ?? 'nothing'}`);
  }
  return refused.length + changes.length;
}

async function gateAll(derivations: readonly Derivation[]): Promise<readonly Gated[]> {
  const bar = await progressBar('LaTeX gate', false);
  const gated: Gated[] = [];
  for (const [i, derivation] of derivations.entries()) {
    gated.push(await gateDerivation(derivation));
    bar.update((i + 1) / derivations.length);
  }
  bar.stop();
  return gated;
}

async function judgeAll(seed: number, runs: number): Promise<readonly ClaimRow[]> {
  const bar = await progressBar('claims', false);
  return verify([], { seed, runs, progress: bar.update }).finally(bar.stop);
}

/** The calibrated scenario, growth permitted and observed, and what the record of spending reveals. */
async function writeScenarios(seed: number): Promise<void> {
  const [{ calibrate }, { trends }, { reveal }] = await Promise.all([
    import('../report/calibrate.ts'),
    import('../report/trends.ts'),
    import('../report/reveal.ts'),
  ]);
  const [{ CALIBRATE_RENDERERS }, { TRENDS_RENDERERS }, { REVEAL_RENDERERS }] = await Promise.all([
    import('../report/render/calibrate.ts'),
    import('../report/render/trends.ts'),
    import('../report/render/reveal.ts'),
  ]);
  const calibrated = calibrate('calibrated', { draws: 512, seed });
  const rows = trends({ seed });
  const revealed = reveal({ scenario: 'calibrated', draws: 400, seed });
  const results = { calibrate: calibrated, trends: rows, reveal: revealed } as const;
  for (const [command, result] of Object.entries(results))
    writeWhole(join(OUT, `${command}.json`), canonicalJson(envelope(command, seed, result)));
  writeWhole(join(OUT, 'calibrate.md'), CALIBRATE_RENDERERS.md(calibrated, seed));
  writeWhole(join(OUT, 'trends.md'), TRENDS_RENDERERS.md(rows));
  writeWhole(join(OUT, 'reveal.md'), REVEAL_RENDERERS.md(revealed, seed));
  say(TRENDS_RENDERERS.text(rows));
}

async function reproduceBeside(drawing: Drawing): Promise<number> {
  const { seed, runs, rows: recorded } = keptLedger();
  const derivations = allDerivations();
  const gated = await gateAll(derivations);
  await writeDerivations(derivations, seed);
  printDerivations(derivations, gated);
  const rows = await judgeAll(seed, runs);
  writeLedger(rows, seed, runs);
  say(LEDGER_RENDERERS.text(rows));
  await writeScenarios(seed);
  const figures = await drawing.finish();
  const failures = printFailures(gated, changesSince(recorded, rows));
  const judged = rows.filter(({ verdict }) => verdict !== 'undecided').length;
  say(
    `${derivations.length} derivations; ${judged} of ${rows.length} rows of the ledger judged; ${figures} figures drawn; seed ${seed}, ${runs} runs.`,
  );
  say(`${failures === 0 ? 'Nothing failed' : `${failures} failures`}; written to ${OUT}/.`);
  return failures;
}

async function reproduce(): Promise<number> {
  const drawing = await beginFigures(join(OUT, 'figures'));
  return reproduceBeside(drawing).finally(drawing.close);
}

try {
  process.exitCode = (await reproduce()) === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`reproduce: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
