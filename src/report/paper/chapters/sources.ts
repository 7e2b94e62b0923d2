/** The literature named in this report, and how to cite it. */
import { bibtexOf, namedIn, referenceOf, type Source } from '../../sources.ts';
import { type Block, code, heading, prose, sentence } from '../block.ts';
import type { Chapter } from './chapter.ts';

/** Every text of the report that names where something comes from. */
export const sourcesIn: (content: Parameters<Chapter>[0]) => string = ({ ledger, variants, derivations }) =>
  [
    ...ledger.rows.map(({ source }) => source),
    ...variants.flatMap(({ sources }) => sources),
    ...derivations.map(({ source }) => source),
  ].join('\n');

function entry(source: Source): string {
  const { authors, title, place } = referenceOf(source);
  const { url } = source.fields;
  return `${authors}. ${title}. ${place}. ${url === undefined ? '' : `${url} `}`;
}

/** The works that texts name, as a chapter. */
export function worksChapter(texts: string): readonly Block[] {
  const named = namedIn(texts);
  return [
    heading(2, 'sources', 'Sources'),
    {
      kind: 'list',
      items: named.map((source) => sentence(entry(source), code(source.key))),
    },
    prose('In BibTeX, as in references.bib beside this report:'),
    { kind: 'verbatim', text: named.map(bibtexOf).join('\n\n') },
  ];
}

export const sources: Chapter = (content) => worksChapter(sourcesIn(content));
