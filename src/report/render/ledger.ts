/** The ledger for readers: a table for a terminal of 100 columns, and Markdown. */
import Table from 'cli-table3';
import type { ClaimRow, Evidence } from '../../claims/row.ts';
import { roundedText } from '../numbers.ts';
import { markdownText } from './markdown.ts';

/** With the rules between them, the columns are 100 characters wide. */
const WIDTHS = [24, 19, 17, 35] as const;

/** What stands behind a verdict, each kind of evidence apart. */
export function evidenceText({ derived, sampled, rechecked, proved }: Evidence): string {
  const kinds = [
    derived && `derived: ${derived}`,
    sampled &&
      `sampled: ${sampled.draws} draws, seed ${sampled.seed}, worst ${roundedText(sampled.worst, 3)}`,
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
  return `${table.toString()}\n`;
}

function rowMarkdown(row: ClaimRow): string {
  const { id, reading, statement, source, hypotheses, verdict, domain, law, evidence, witness, replay } = row;
  const item = (name: string, text: string): string => `- **${name}**: ${text}`;
  const assumed = hypotheses.map((h) => `${h.statement}${h.stated ? '' : ' (added here)'}`).join('; ');
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
    ...(assumed ? [item('hypotheses', markdownText(assumed))] : []),
    ...(domain ? [item('domain', markdownText(domain))] : []),
    ...(law ? [item('law', `$${law.tex}$`)] : []),
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
