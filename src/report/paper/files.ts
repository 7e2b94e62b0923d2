/** The files of a report, made from its JSON alone. */
import { svgPng } from '../../engines/resvg.ts';
import { figureSvg } from '../../figures/svg.ts';
import { canonicalJson } from '../canonical.ts';
import { envelope } from '../envelope.ts';
import type { ReportResult } from '../schemas/report.ts';
import type { Block } from './block.ts';
import { CHAPTERS } from './chapters/registry.ts';
import { bibliography } from './chapters/sources.ts';
import { reportHtml } from './faces/html.ts';
import { reportMarkdown } from './faces/markdown.ts';
import { reportTex } from './faces/tex.ts';

/** A file by its path inside the report's folder. */
export interface ReportFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** Pixels of a PNG for one of the drawing's: over 200 dots an inch at the width of a page. */
const PIXELS = 2;

const text = (path: string, data: string): ReportFile => ({ path, data });

/** The chapters one after another. */
export const reportBlocks = (content: ReportResult): readonly Block[] =>
  Object.values(CHAPTERS).flatMap((chapter) => chapter(content));

/** Every file: the JSON, and what is made from it. */
export async function reportFiles(
  content: ReportResult,
  progress: (done: number) => void = () => {},
): Promise<readonly ReportFile[]> {
  const blocks = reportBlocks(content);
  const html = await reportHtml(content, blocks);
  progress(0.4);
  const figures: ReportFile[] = [];
  for (const { name, data } of content.figures) {
    const svg = figureSvg(data);
    figures.push({ path: `figures/${name}.svg`, data: svg });
    figures.push({ path: `figures/${name}.png`, data: await svgPng(svg, PIXELS) });
    progress(0.4 + (0.6 * figures.length) / (2 * content.figures.length));
  }
  return [
    text('report.html', html),
    text('report.tex', reportTex(blocks)),
    text('report.md', reportMarkdown(blocks)),
    text('report.json', canonicalJson(envelope('report', content.ledger.seed, content))),
    text('references.bib', bibliography(content)),
    ...figures,
  ];
}
