/** The files of a report, made from its JSON alone. */
import { svgPng } from '../../engines/resvg.ts';
import { figureSvg } from '../../figures/svg.ts';
import { canonicalJson } from '../canonical.ts';
import { envelope } from '../envelope.ts';
import type { ReportResult } from '../schemas/report.ts';
import type { SubjectReport } from '../schemas/subject-report.ts';
import { bibtexIn } from '../sources.ts';
import { SUBJECT_CHAPTERS, subjectFigures, subjectSources } from '../subject/chapters/registry.ts';
import type { Block } from './block.ts';
import { CHAPTERS } from './chapters/registry.ts';
import { sourcesIn } from './chapters/sources.ts';
import { reportHtml } from './faces/html.ts';
import { reportMarkdown } from './faces/markdown.ts';
import type { Paper } from './faces/plain.ts';
import { reportTex } from './faces/tex.ts';

/** A file by its path inside the report's folder. */
export interface ReportFile {
  readonly path: string;
  readonly data: string | Uint8Array;
}

const PAPER_TITLE = 'Training profit-optimal language models: what is claimed, and what is true';

/** Pixels of a PNG for one of the drawing's: over 200 dots an inch at the width of a page. */
const PIXELS = 2;

const text = (path: string, data: string): ReportFile => ({ path, data });

/** The chapters one after another. */
export const reportBlocks = (content: ReportResult): readonly Block[] =>
  Object.values(CHAPTERS).flatMap((chapter) => chapter(content));

/** The chapters of a report about one subject. */
export const subjectBlocks = (content: SubjectReport): readonly Block[] =>
  Object.values(SUBJECT_CHAPTERS).flatMap((chapter) => chapter(content));

const isAboutSubject = (content: ReportResult | SubjectReport): content is SubjectReport =>
  'about' in content;

interface Source {
  readonly paper: Paper;
  readonly seed: number;
  /** The texts that name works. */
  readonly sources: string;
}

function sourceOf(content: ReportResult | SubjectReport): Source {
  if (!isAboutSubject(content)) {
    const paper = { title: PAPER_TITLE, blocks: reportBlocks(content), figures: content.figures };
    return { paper, seed: content.ledger.seed, sources: sourcesIn(content) };
  }
  const figures = subjectFigures(content);
  return {
    paper: { title: content.about.title, blocks: subjectBlocks(content), figures },
    seed: content.seed,
    sources: subjectSources(content),
  };
}

/** Every file: the JSON, and what is made from it. */
export async function reportFiles(
  content: ReportResult | SubjectReport,
  progress: (done: number) => void = () => {},
): Promise<readonly ReportFile[]> {
  const { paper, seed, sources } = sourceOf(content);
  const html = await reportHtml(paper);
  progress(0.4);
  const figures: ReportFile[] = [];
  for (const { name, data } of paper.figures) {
    const svg = figureSvg(data);
    figures.push({ path: `figures/${name}.svg`, data: svg });
    figures.push({ path: `figures/${name}.png`, data: await svgPng(svg, PIXELS) });
    progress(0.4 + (0.6 * figures.length) / (2 * paper.figures.length));
  }
  return [
    text('report.html', html),
    text('report.tex', reportTex(paper)),
    text('report.md', reportMarkdown(paper)),
    text('report.json', canonicalJson(envelope('report', seed, content))),
    text('references.bib', bibtexIn(sources)),
    ...figures,
  ];
}
