/** Every claim in every reading, with what it assumes, what was found, and how to see it again. */
import type { ClaimRow } from '../../../claims/row.ts';
import { numberText } from '../../numbers.ts';
import { evidenceText, markOf } from '../../render/ledger.ts';
import type { ReportResult } from '../../schemas/report.ts';
import {
  type Block,
  code,
  command,
  heading,
  link,
  type Piece,
  prose,
  sentence,
  strong,
  table,
} from '../block.ts';
import { type Chapter, claimAnchor, derivationAnchor, lettersOf, said } from './chapter.ts';

const paramsText = (params: Readonly<Record<string, number>>): string =>
  Object.entries(params)
    .map(([name, value]) => `${name} = ${numberText(value)}`)
    .join(', ');

/** A law that is a sentence stays one: as a formula it would be a single long line. */
const lawOf = ({ text, tex }: NonNullable<ClaimRow['law']>): readonly (Piece | string)[] =>
  tex.startsWith('\\text')
    ? [text]
    : tex.split('\\ (').length > 2
      ? parted(tex, text)
      : [{ kind: 'formula', text, tex }];

/** Laws of several cases, each a formula of its own. */
const parted = (tex: string, text: string): readonly Piece[] => {
  const texts = text.split('; ');
  return tex
    .split(';\\ ')
    .flatMap((one, i): Piece[] => [
      ...(i > 0 ? [{ kind: 'words', text: '; ' } as const] : []),
      { kind: 'formula', text: texts[i] ?? one, tex: one },
    ]);
};

function reading(row: ClaimRow, content: ReportResult): readonly Block[] {
  const letters = lettersOf(content, row.variant);
  const assumed = row.hypotheses.map((one) => `${one.name}${markOf(one)}`).join(', ');
  const derived = row.uses.flatMap((use) => {
    const id = use.replace('derivation/', '');
    return content.derivations.some((one) => one.id === id)
      ? [link(id, derivationAnchor(id)), ' ']
      : [code(use), ' '];
  });
  const items = [
    sentence(strong('Assumes'), `: ${assumed}.`),
    ...(row.domain ? [sentence(strong('Where'), ': ', ...said(row.domain, letters), '.')] : []),
    ...(row.law ? [sentence(strong('Law'), ': ', ...lawOf(row.law), '.')] : []),
    ...row.notes.map((note) => sentence(strong('Found'), `: ${note}.`)),
    sentence(strong('Rests on'), ': ', ...derived),
    sentence(strong('Evidence'), `: ${evidenceText(row.evidence)}.`),
    ...(row.witness
      ? [
          sentence(
            strong('Witness'),
            `: ${row.witness.variant} at ${paramsText(row.witness.params)}: ${row.witness.found}.`,
          ),
        ]
      : []),
  ];
  return [
    heading(4, '', ...said(row.reading, letters), ': ', strong(row.verdict)),
    { kind: 'list', items },
    ...(row.replay ? [command(row.replay)] : []),
  ];
}

type LedgerEvidence = ReportResult['ledger']['rows'][number]['evidence'];
const ABSENT = 'none';

/** Each kind of evidence in a few words, or that there is none of it. */
function kindsOf({ derived, sampled, rechecked, proved }: LedgerEvidence): readonly string[] {
  const theorems = proved?.split(', ').length ?? 0;
  return [
    derived === null ? ABSENT : 'yes',
    sampled === null ? ABSENT : `${sampled.draws} draws`,
    rechecked === null ? ABSENT : (/^\d+ steps?/.exec(rechecked)?.[0] ?? rechecked),
    proved === null ? ABSENT : `${theorems} ${theorems === 1 ? 'theorem' : 'theorems'}`,
  ];
}

/** Which kinds of evidence each reading has, and which it has not. */
const evidenceTable = (content: ReportResult): Block =>
  table({
    caption: 'Evidence: what each reading has',
    head: ['claim', 'reading', 'derived', 'sampled', 'rechecked', 'proved'],
    rows: content.ledger.rows.map(({ id, reading: name, variant, evidence }) => [
      link(id, claimAnchor(id)),
      said(name, lettersOf(content, variant)),
      ...kindsOf(evidence),
    ]),
    narrow: [2, 3, 4, 5],
  });

export const claims: Chapter = (content) => {
  const { rows } = content.ledger;
  const ids = [...new Set(rows.map(({ id }) => id))];
  return [
    heading(2, 'claims', 'The claims one by one'),
    prose(
      'Hypotheses go by the names under which ',
      link('the chapter on assumptions', 'assumptions'),
      ' states them. "Added here" marks one that the source does not state; "needed" one without which the claim fails at some firm; "not needed" one whose breach was drawn twenty times or more and broke nothing.',
    ),
    prose(
      'The four kinds of evidence stand apart: ',
      strong('derived'),
      ' is a derivation of this toolkit, ',
      strong('rechecked'),
      ' how many of its steps a checker accepts that shares nothing with it, ',
      strong('sampled'),
      ' how many firms the claim was put to, ',
      strong('proved'),
      ' how many theorems checked by Coq bear on it.',
    ),
    evidenceTable(content),
    ...ids.flatMap((id) => {
      const own = rows.filter((row) => row.id === id);
      const [first] = own;
      if (!first) return [];
      const statements = [...new Set(own.map(({ statement }) => statement))];
      return [
        heading(3, claimAnchor(id), id),
        ...statements.map((text) => prose(...said(text, lettersOf(content, first.variant)))),
        prose(strong('Source'), `: ${first.source}.`),
        ...own.flatMap((row) => reading(row as ClaimRow, content)),
        command(`optimand claims ${id}`),
      ];
    }),
  ];
};
