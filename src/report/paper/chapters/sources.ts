/** The literature named in this report, and how to cite it. */
import { bibtexOf, namedIn } from '../../sources.ts';
import { type Block, code, heading, prose, sentence } from '../block.ts';
import type { Chapter } from './chapter.ts';

/** Every text of the report that names where something comes from. */
export const sourcesIn: (content: Parameters<Chapter>[0]) => string = ({ ledger, variants, derivations }) =>
  [
    ...ledger.rows.map(({ source }) => source),
    ...variants.flatMap(({ sources }) => sources),
    ...derivations.map(({ source }) => source),
  ].join('\n');

const plain = (text: string): string => text.replace(/\{\\'e\}/g, 'é').replace(/[{}]/g, '');

/** The works that texts name, as a chapter. */
export function worksChapter(texts: string): readonly Block[] {
  const named = namedIn(texts);
  return [
    heading(2, 'sources', 'Sources'),
    {
      kind: 'list',
      items: named.map(({ key, fields }) =>
        sentence(
          `${plain(fields.author ?? '').replaceAll(' and ', '; ')}. ${plain(fields.title ?? '')}. ${[fields.journal, fields.publisher, fields.howpublished, fields.volume, fields.year].filter(Boolean).join(', ')}. ${fields.url ?? ''} `,
          code(key),
        ),
      ),
    },
    prose('In BibTeX, as in references.bib beside this report:'),
    { kind: 'verbatim', text: named.map(bibtexOf).join('\n\n') },
  ];
}

export const sources: Chapter = (content) => worksChapter(sourcesIn(content));
