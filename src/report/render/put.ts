/** Claims put to one firm, for a terminal. */
import type { PutRow } from '../../claims/put.ts';
import { wrap } from './wrap.ts';

const WIDTH = 100;
const ANSWERS = new Map<PutRow['answer'], string>([
  [true, 'true here'],
  [false, 'FALSE HERE'],
  [null, 'does not apply'],
]);

/** What an answer is about, where it is not the claim itself. */
const ASIDE: Readonly<Partial<Record<PutRow['role'], string>>> = {
  tight: ' (whether the bound is attained)',
  elsewhere: ' (a hypothesis dropped)',
  instead: ' (what is true in its place)',
};

function rowText({ role, question, answer, found }: PutRow): string {
  const said = `${ANSWERS.get(answer)}: ${question}${ASIDE[role] ?? ''}${found === '' ? '' : ` ${found}.`}`;
  return wrap(said, WIDTH, '  ', '    ');
}

/** The answers, reading by reading. */
export function putText(rows: readonly PutRow[]): string {
  if (rows.length === 0) return 'No question of these claims can be put to a firm of this variant.\n';
  const readings = [...new Set(rows.map(({ id, reading }) => `${id}: ${reading}`))];
  const parts = readings.map((name) =>
    [name, ...rows.filter(({ id, reading }) => `${id}: ${reading}` === name).map(rowText)].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}
