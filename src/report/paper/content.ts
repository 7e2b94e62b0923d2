/**
 * What a report says, as one JSON: recorded verdicts, laws, signs and figures, and the derivations, which are derived again.
 * Its faces are made from this alone.
 */

import observed from '../../../data/published-trends.json' with { type: 'json' };
import { proofRecord } from '../../../proofs/proved.ts';
import type { Model } from '../../economics/model.ts';
import { q, VARIABLES } from '../../economics/symbols.ts';
import { VARIANT_IDS, VARIANTS } from '../../economics/variants/registry.ts';
import { allDerivations } from '../derive.ts';
import { DOCUMENTED } from '../figures/documented.ts';
import { keptLedger, ledgerGraph } from '../ledger.ts';
import type { ReportFigure, ReportResult } from '../schemas/report.ts';
import { keptSwitchboard } from '../switchboard.ts';
import { letterJson, plain } from './letter-json.ts';
import { recordedLaws, recordedSigns } from './recorded.ts';
import { storyJson } from './story-json.ts';

export interface ReportOptions {
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

function variantJson({ id, title, parameters, blocks }: Model): ReportResult['variants'][number] {
  const sources = Object.values(blocks).map(({ source }) => source);
  return {
    id,
    title,
    parameters: parameters.map(letterJson),
    sources: [...new Set(sources)],
  };
}

async function figuresOf(graph: ReportResult['graph']): Promise<readonly ReportFigure[]> {
  const rests: ReportFigure = {
    name: 'graph',
    command: 'optimand claims --format dot',
    data: { figure: 'graph', title: 'What rests on what', ...graph },
  };
  const figures = [rests];
  const { recordedFigure } = await import('../figures/recorded.ts');
  for (const { name, command } of DOCUMENTED) figures.push({ name, command, data: recordedFigure(name) });
  return figures;
}

function theoremsOf(): ReportResult['theorems'] {
  const { coq, theorems } = proofRecord();
  const list = theorems.map(({ name, file, says, hypotheses, claims }) => ({
    name,
    file,
    says,
    hypotheses: [...hypotheses],
    claims: [...new Set(claims.map(({ id }) => id))],
  }));
  return { coq, list };
}

/** Everything that the report says. */
export async function reportContent({ progress = () => {} }: ReportOptions = {}): Promise<ReportResult> {
  const [ledger, matrix] = [keptLedger(), keptSwitchboard()];
  const graph = await ledgerGraph(ledger.rows);
  progress(0.1);
  const derived = allDerivations();
  const derivations = derived.map((derivation, i) => {
    progress(0.1 + (0.5 * (i + 1)) / derived.length);
    return storyJson(derivation);
  });
  const figures = await figuresOf(plain(graph));
  progress(0.8);
  const laws = recordedLaws();
  progress(1);
  return plain<ReportResult>({
    ledger: { seed: ledger.seed, runs: ledger.runs, rows: ledger.rows },
    graph,
    matrix: { seed: matrix.seed, runs: matrix.runs, cells: matrix.cells },
    variables: [...VARIABLES, q].map(letterJson),
    variants: VARIANT_IDS.map((id) => variantJson(VARIANTS[id])),
    derivations,
    laws,
    signs: recordedSigns(),
    theorems: theoremsOf(),
    observed: observed.rows.map(({ id, quantity, unit, value, low, high, source }) => ({
      id,
      quantity,
      unit,
      value,
      low: low ?? null,
      high: high ?? null,
      source,
    })),
    figures,
  });
}
