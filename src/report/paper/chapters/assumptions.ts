/** Every hypothesis in use, and which claims need it. */
import { command, heading, link, type Piece, prose, type Sentence, table } from '../block.ts';
import { type Chapter, claimAnchor, lettersOf, said } from './chapter.ts';

const links = (ids: readonly string[]): Sentence =>
  ids.flatMap((id, i): Piece[] => [
    ...(i > 0 ? [{ kind: 'words', text: ', ' } as const] : []),
    link(id, claimAnchor(id)),
  ]);

export const assumptions: Chapter = (content) => {
  const found = new Map<
    string,
    { name: string; statement: string; ids: Set<string>; needing: Set<string> }
  >();
  for (const { id, hypotheses } of content.ledger.rows) {
    for (const { name, statement, needed } of hypotheses) {
      const key = `${name}: ${statement}`;
      const own = found.get(key) ?? { name, statement, ids: new Set(), needing: new Set() };
      found.set(key, own);
      own.ids.add(id);
      if (needed) own.needing.add(id);
    }
  }
  const letters = lettersOf(content, 'baseline');
  return [
    heading(2, 'assumptions', 'Assumptions'),
    prose(
      'A closed form carries its assumptions with it. These are the hypotheses under which claims were judged, each with the claims that assume it and those that fail at some firm without it.',
    ),
    table({
      caption: 'Hypotheses',
      head: ['name', 'statement', 'assumed by', 'needed by'],
      rows: [...found.values()].map(({ name, statement, ids, needing }) => [
        name,
        said(statement, letters),
        ids.size > 6 ? `${ids.size} claims` : links([...ids]),
        links([...needing]),
      ]),
      narrow: [],
    }),
    command('optimand claims --format md'),
  ];
};
