/** The regression check for readers: a table for a terminal of 100 columns, and the comment on a pull request. */
import { CHANGE_KINDS, type ChangeJson, type CheckResult, type ValueChangeJson } from '../schemas/check.ts';
import { markdownText } from './markdown.ts';
import { wrap } from './wrap.ts';

const WIDTH = 100;
/** More changes than this are counted and not listed; the JSON has them all. */
const MOST_LISTED = 40;

type Side = ValueChangeJson['is'];

const headline = ({ at, change, entries }: ChangeJson): string =>
  `${at}: ${change}${entries > 1 ? `, ${entries} entries` : ''}`;

const sideText = (side: Side): string => (side === null ? 'nothing' : side.text);
const sideTex = (side: Side): string | null => side?.tex ?? null;

function valueText({ name, was, is }: ValueChangeJson): string {
  const lines = [
    wrap(`${name}: ${sideText(was)}`, WIDTH, '    '),
    wrap(`→ ${sideText(is)}`, WIDTH, '      '),
  ];
  const [old, now] = [sideTex(was), sideTex(is)];
  if (old !== null || now !== null)
    lines.push(wrap(`LaTeX: ${old ?? 'nothing'} → ${now ?? 'nothing'}`, WIDTH, '      '));
  return lines.join('\n');
}

/** Values of what is new or gone as a whole are its own, and need no telling apart. */
const valuesShown = ({ change, values, entries }: ChangeJson): readonly ValueChangeJson[] =>
  entries > 1 && (change === 'new' || change === 'gone') ? [] : values;

const changeText = (change: ChangeJson): string =>
  [
    wrap(headline(change), WIDTH, '  '),
    wrap(`(${CHANGE_KINDS[change.change]})`, WIDTH, '    '),
    ...valuesShown(change).map(valueText),
  ].join('\n');

function listText(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length - MOST_LISTED;
  return [
    '',
    `${title} (${items.length})`,
    ...items.slice(0, MOST_LISTED),
    ...(more > 0 ? [`  and ${more} more: --format json lists them all`] : []),
  ];
}

const verdictText = ({ changed, fixed, entries, same, against }: CheckResult): string =>
  changed.length + fixed.length === 0
    ? `Nothing differs from ${against}: ${entries} entries, ${same} of them to the letter.`
    : `${changed.length} changed and ${fixed.length} fixed against ${against}, ${same} of ${entries} entries the same.`;

function renderText(result: CheckResult): string {
  const { changed, fixed, stillFailing, printedDifferently } = result;
  return [
    wrap(verdictText(result), WIDTH),
    ...listText('Changed', changed.map(changeText)),
    ...listText('Fixed', fixed.map(changeText)),
    ...listText(
      'Still without an answer, as recorded',
      stillFailing.map(({ at, why }) => wrap(`${at}: ${why}`, WIDTH, '  ')),
    ),
    ...listText(
      'Equal, and printed differently: no change',
      printedDifferently.map((at) => wrap(at, WIDTH, '  ')),
    ),
    '',
  ].join('\n');
}

const sideMarkdown = (side: Side): string =>
  side === null ? '*nothing*' : side.tex === null ? markdownText(side.text) : `$${side.tex}$`;

const changeMarkdown = (change: ChangeJson): string =>
  [
    `- **${markdownText(headline(change))}** (${CHANGE_KINDS[change.change]})`,
    ...valuesShown(change).map(
      ({ name, was, is }) => `  - ${name}: ${sideMarkdown(was)} → ${sideMarkdown(is)}`,
    ),
  ].join('\n');

function listMarkdown(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length - MOST_LISTED;
  return [
    '',
    `### ${title} (${items.length})`,
    '',
    ...items.slice(0, MOST_LISTED),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}

/** One comment: what changed, what is fixed, what has no answer still. */
function renderMd(result: CheckResult): string {
  const { changed, fixed, stillFailing, printedDifferently } = result;
  const notes =
    printedDifferently.length > 0
      ? ['', `${printedDifferently.length} formulas are equal to the recorded ones and printed differently.`]
      : [];
  return [
    `## Laws ${changed.length + fixed.length === 0 ? 'as recorded' : 'changed'}`,
    '',
    markdownText(verdictText(result)),
    ...listMarkdown('Changed', changed.map(changeMarkdown)),
    ...listMarkdown('Fixed', fixed.map(changeMarkdown)),
    ...listMarkdown(
      'Still failing',
      stillFailing.map(({ at, why }) => `- ${markdownText(at)}: ${markdownText(why)}`),
    ),
    ...notes,
    '',
  ].join('\n');
}

/** Every format in which the check is shown to a reader. */
export const CHECK_RENDERERS: Readonly<Record<'text' | 'md', (result: CheckResult) => string>> = {
  text: renderText,
  md: renderMd,
};
