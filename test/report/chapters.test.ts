/** What each chapter of the report says, of a part of the report's JSON: some of its variants, claims, laws and derivations. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CHAPTERS } from '../../src/report/paper/chapters/registry.ts';
import { reportMarkdown } from '../../src/report/paper/faces/markdown.ts';
import { reportTex } from '../../src/report/paper/faces/tex.ts';
import { reportContent } from '../../src/report/report.ts';
import type { ReportResult } from '../../src/report/schemas/report.ts';
import { expectGolden } from '../support/goldens.ts';

const SHOWN = ['baseline', 'data-bound', 'cournot'];
/** One claim in so many, and one theorem. */
const EVERY = 6;
const LONGEST = 300_000;

const some = <T>(all: readonly T[]): T[] => all.filter((_, i) => i % EVERY === 0);

/** The part: what it leaves out is more of the same kinds. */
function partOf(content: ReportResult): ReportResult {
  const rows = some(content.ledger.rows);
  const ids = new Set<string>(rows.map(({ id }) => id));
  const isShown = (variant: string): boolean => SHOWN.includes(variant);
  return {
    ...content,
    ledger: { ...content.ledger, rows },
    graph: { nodes: some(content.graph.nodes), edges: some(content.graph.edges) },
    matrix: {
      ...content.matrix,
      cells: content.matrix.cells.filter(({ id, variant }) => isShown(variant) && ids.has(id)),
    },
    variants: content.variants.filter(({ id }) => isShown(id)),
    derivations: content.derivations.slice(0, 2),
    laws: content.laws.filter(({ variant }) => isShown(variant)),
    signs: content.signs.filter(({ variant }) => isShown(variant)),
    theorems: { ...content.theorems, list: some(content.theorems.list) },
    // Chapters name figures; what is drawn is tested by itself.
    figures: content.figures.map((figure) => ({ ...figure, data: {} as typeof figure.data })),
  };
}

let part: ReportResult;
beforeAll(async () => {
  part = partOf(await reportContent());
}, LONGEST);

describe('the chapters', () => {
  test.each(Object.entries(CHAPTERS))('%s', (id, chapter) => {
    const paper = { title: id, blocks: chapter(part), figures: [] };
    expectGolden(`report/${id}.md`, reportMarkdown(paper));
    const tex = reportTex(paper);
    expect(tex.slice(0, tex.indexOf('\\begin{document}'))).toContain('\\documentclass');
    expectGolden(`report/${id}.tex`, tex.slice(tex.indexOf('\\begin{document}')));
  });
});
