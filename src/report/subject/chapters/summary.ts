/** What the report is about, and what came of it, at a glance. */
import { roundedText } from '../../numbers.ts';
import { heading, link, prose, type Sentence, sentence, table } from '../../paper/block.ts';
import type { SubjectReport } from '../../schemas/subject-report.ts';
import { inOrder, type SubjectChapter, said, sentenceOf } from './chapter.ts';
import { gapsIn } from './gaps.ts';

const KINDS = {
  maximum: 'a maximum',
  minimum: 'a minimum',
  equilibrium: 'a symmetric equilibrium of several alike, each with the best reply to the others, in terms',
} as const;

const DIGITS = 6;

/** The optimum in a line, or why there is none. */
function optimumText(content: SubjectReport): string {
  const { numbers } = content;
  if (!numbers.found) return sentenceOf(numbers.missing ?? '');
  const { answer } = numbers.found;
  if (answer.optimum === null) {
    const why = 'why' in answer ? answer.why : null;
    return sentenceOf(
      why ?? (answer.unbounded ? 'profit grows without end' : 'no choice makes a profit: the firm stays out'),
    );
  }
  const values = inOrder(answer.optimum, content).map(
    ([name, value]) => `${name} = ${roundedText(value, DIGITS)}`,
  );
  return `${values.join(', ')}; regime: ${answer.regime}`;
}

function lawsText({ laws }: SubjectReport): string {
  return laws
    .flatMap(({ found }) => (found ? [found] : []))
    .map(({ in: growing, regimes }) => {
      const names = [...new Set(regimes.map(({ name }) => name))];
      return `as ${growing} grows: ${names.join(', ') || 'no regime found'}`;
    })
    .join('; ');
}

function signsText({ statics }: SubjectReport): string {
  const signs = statics.flatMap(({ found }) =>
    found ? found.rows.flatMap((row) => Object.values(row.signs)) : [],
  );
  const sure = signs.filter((sign) => sign === '+' || sign === '-' || sign === '0').length;
  return `${sure} of ${signs.length} responses have one sign that is shown`;
}

export const summary: SubjectChapter = (content) => {
  const { about, derivations } = content;
  const gaps = gapsIn(content).length;
  const rows: readonly (readonly [string, Sentence])[] = [
    ['kind', sentence(`${KINDS[about.kind]} of ${about.objective.name}`)],
    ['chosen', sentence(about.variables.map(({ name, meaning }) => `${name} (${meaning})`).join(', '))],
    [
      'derivations',
      sentence(`${derivations.found?.length ?? 0}, step by step `, link('below', 'derivations')),
    ],
    ['laws', said(lawsText(content) || 'none', content)],
    ['signs', sentence(signsText(content))],
    ['at its numbers', said(optimumText(content), content)],
    [
      'not done',
      sentence(
        gaps === 0 ? 'nothing' : `${gaps} ${gaps === 1 ? 'thing' : 'things'}, told `,
        ...(gaps > 0 ? [link('here', 'gaps')] : []),
      ),
    ],
  ];
  return [
    heading(2, 'summary', 'What it is, and what came of it'),
    prose(about.isFirm ? '' : 'The problem: ', ...said(sentenceOf(about.meaning), content)),
    table({
      caption: about.title,
      head: ['', ''],
      rows: rows.map(([name, words]) => [name, words]),
      narrow: [],
    }),
    prose(
      'Conditions, closed forms, laws and signs are found by the same engine as those of every variant of the toolkit. Numbers are those of an optimiser that shares nothing with the derivations but the statement of the problem. Under each part stands the command that makes it afresh.',
    ),
  ];
};
