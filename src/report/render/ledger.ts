/** The ledger for readers: a table for a terminal of 100 columns, and Markdown. */
import Table from 'cli-table3';
import type { ClaimRow, Evidence, HypothesisRow } from '../../claims/row.ts';
import { roundedText } from '../numbers.ts';
import { markdownText } from './markdown.ts';
import { wrap } from './wrap.ts';

/** With the rules between them, the columns are 100 characters wide. */
const WIDTHS = [24, 19, 17, 35] as const;

/** What stands behind a verdict, each kind of evidence apart. */
export function evidenceText({ derived, sampled, rechecked, proved }: Evidence): string {
  const kinds = [
    derived && `derived: ${derived}`,
    sampled &&
      `sampled: ${sampled.draws} ${sampled.draws === 1 ? 'draw' : 'draws'}, seed ${sampled.seed}, worst ${roundedText(sampled.worst, 3)}`,
    rechecked && `rechecked: ${rechecked}`,
    proved && `proved: ${proved}`,
  ];
  return kinds.filter(Boolean).join('; ') || 'none';
}

/** An id over as many lines as it needs, broken after hyphens. */
export function brokenId(id: string, width: number): string {
  const lines = [''];
  for (const part of id.split(/(?<=-)/)) {
    const last = lines.length - 1;
    if (lines[last] !== '' && `${lines[last]}${part}`.length > width) lines.push(part);
    else lines[last] += part;
  }
  return lines.join('\n');
}

function ledgerText(rows: readonly ClaimRow[]): string {
  const table = new Table({
    head: ['claim', 'reading', 'verdict', 'domain; evidence'],
    colWidths: [...WIDTHS],
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1 },
  });
  for (const { id, reading, verdict, domain, evidence } of rows) {
    table.push([
      brokenId(id, WIDTHS[0] - 2),
      reading,
      verdict,
      [domain, evidenceText(evidence)].filter(Boolean).join('\n'),
    ]);
  }
  const details = rows.length <= DETAILED ? rows.map(detailsText) : [];
  return [`${table.toString()}\n`, ...details].join('\n');
}

/** Up to so many rows are shown with everything that was found. */
const DETAILED = 6;
const WIDTH = 100;

/** A row's law, what was found besides, its witness and the command that replays it. */
function detailsText({ id, reading, hypotheses, law, notes, witness, replay }: ClaimRow): string {
  const item = (name: string, text: string): string => wrap(`${name}: ${text}`, WIDTH, '  ', '    ');
  const lines = [
    ...hypotheses.map((one) => item('assumes', `${one.statement}${markOf(one)}`)),
    ...(law ? [item('law', law.text)] : []),
    ...notes.map((note) => item('found', note)),
    ...(witness ? [item('witness', witness.found)] : []),
    ...(replay ? [`  replay: ${replay}`] : []),
  ];
  return `${id} (${reading})\n${lines.join('\n')}\n`;
}

/** How a hypothesis stands: whether the source states it, and whether the claim needs it. */
export function markOf({ stated, needed }: Pick<HypothesisRow, 'stated' | 'needed'>): string {
  const marks = [
    stated ? '' : 'added here',
    needed === false ? 'not needed' : '',
    needed === true ? (stated ? 'needed' : 'needed, not stated') : '',
  ].filter((mark) => mark !== '' && !(mark === 'added here' && needed === true));
  return marks.length === 0 ? '' : ` (${marks.join('; ')})`;
}

function rowMarkdown(row: ClaimRow): string {
  const { id, reading, statement, source, variant, hypotheses, parameters, constants, uses } = row;
  const { verdict, domain, notes, law, evidence, witness, replay } = row;
  const item = (name: string, text: string): string => `- **${name}**: ${text}`;
  const assumed = hypotheses.map((h) => `${h.statement}${markOf(h)}`).join('; ');
  const free = [
    ...parameters,
    ...Object.entries(constants).map(([name, value]) => `${name} = ${roundedText(value)}`),
  ];
  const params = (values: Readonly<Record<string, number>>): string =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${roundedText(value)}`)
      .join(', ');
  return [
    `## ${id}${reading ? ` (${markdownText(reading)})` : ''}: ${verdict}`,
    '',
    markdownText(statement),
    '',
    item('source', markdownText(source)),
    item('variant', markdownText(variant)),
    ...(assumed ? [item('hypotheses', markdownText(assumed))] : []),
    ...(domain ? [item('domain', markdownText(domain))] : []),
    ...(law ? [item('law', `$${law.tex}$`)] : []),
    ...notes.map((note) => item('found', markdownText(note))),
    item('free parameters', markdownText(free.join(', '))),
    item('uses', markdownText(uses.join(', ') || 'nothing')),
    item('evidence', markdownText(evidenceText(evidence))),
    ...(witness
      ? [item('witness', markdownText(`${witness.variant}, ${params(witness.params)}: ${witness.found}`))]
      : []),
    ...(replay ? [item('replay', `\`${replay}\``)] : []),
    '',
  ].join('\n');
}

/** Every format in which the ledger is shown to a reader. */
export const LEDGER_RENDERERS: Readonly<Record<'text' | 'md', (rows: readonly ClaimRow[]) => string>> = {
  text: ledgerText,
  md: (rows) => `# Claims\n\n${rows.map(rowMarkdown).join('\n')}`,
};
