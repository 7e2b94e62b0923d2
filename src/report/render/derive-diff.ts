/** What changes between two variants, as text, Markdown and LaTeX. */
import type { ConditionDiff, DeriveDiff, LawChange, RegimeDiff } from '../schemas/derive-diff.ts';
import { standaloneTex } from '../tex-document.ts';
import { escapeTex } from '../tex-escape.ts';
import { markdownText } from './markdown.ts';
import { wrap } from './wrap.ts';

const WIDTH = 96;

/** How a format sets its parts. */
interface Look {
  readonly heading: (text: string) => string;
  readonly words: (text: string) => string;
  readonly item: (mark: string, text: string) => string;
  readonly line: (mark: string, formula: { readonly text: string; readonly tex: string }) => string;
  readonly note: (mark: string, text: string) => string;
}

const TEXT: Look = {
  heading: (text) => `${text}\n${'='.repeat(text.length)}`,
  words: (text) => wrap(text, WIDTH),
  item: (mark, text) => `${mark} ${text}`,
  line: (mark, { text }) => `    ${mark} ${text}`,
  note: (mark, text) => wrap(`${mark} ${text}`, WIDTH, '    ', '      '),
};

const MARKDOWN: Look = {
  heading: (text) => `## ${markdownText(text)}`,
  words: markdownText,
  item: (mark, text) => `**${markdownText(text)}** (${mark === '=' ? 'same' : mark})`,
  line: (mark, { tex }) => `${markdownText(mark)}\n\n$$\n${tex}\n$$`,
  note: (mark, text) => `${markdownText(mark)} ${markdownText(text)}`,
};

const TEX: Look = {
  heading: (text) => `\\subsection*{${escapeTex(text)}}`,
  words: escapeTex,
  item: (_, text) => `\\medskip\\noindent\\textbf{${escapeTex(text)}}`,
  line: (mark, { tex }) => `\\noindent ${escapeTex(mark)}\n\\[\n${tex}\n\\]`,
  note: (mark, text) => `\\noindent ${escapeTex(mark)} ${escapeTex(text)}.`,
};

const MARKS = { same: '=', changed: '~', 'only-in-a': '-', 'only-in-b': '+' } as const;

interface Sides {
  readonly a: string;
  readonly b: string;
}

/** Names of the two sides as lines begin: signs in text, the variants in what is typeset. */
const sidesIn = (look: Look, { a, b }: DeriveDiff): Sides =>
  look === TEXT ? { a: '-', b: '+' } : { a: `${a}:`, b: `${b}:` };

/** One side of a condition; its domain only where the other's differs. */
function sideLines(mark: string, side: ConditionDiff['a'], domain: boolean, look: Look): readonly string[] {
  if (!side) return [];
  if (!side.relation) return [look.note(mark, side.title)];
  const where = domain && side.domain.length > 0 ? [look.note(mark, `where ${side.domain.join(', ')}`)] : [];
  const letters = side.letters.map((letter) => look.line(`${mark} with`, letter));
  return [look.line(mark, side.relation), ...letters, ...where];
}

function conditionLines({ part, status, a, b }: ConditionDiff, look: Look, sides: Sides): string {
  const title = `${(a ?? b)?.title ?? ''} [${part}]`;
  const domain = a?.domain.join() !== b?.domain.join();
  const lines = [...sideLines(sides.a, a, domain, look), ...sideLines(sides.b, b, domain, look)];
  return [look.item(MARKS[status], title), ...lines].join(look === TEXT ? '\n' : '\n\n');
}

function changeLines({ what, a, b }: LawChange, look: Look, sides: Sides): readonly string[] {
  return [
    ...(a ? [look.line(`${sides.a} ${what}`, a)] : []),
    ...(b ? [look.line(`${sides.b} ${what}`, b)] : []),
  ];
}

function regimeLines(regime: RegimeDiff, look: Look, sides: Sides): string {
  const where = regime.case ? `, ${regime.case}` : '';
  const head = look.item(MARKS[regime.status], `${regime.name}${where}`);
  const changes = regime.changes.flatMap((change) => changeLines(change, look, sides));
  return [head, ...changes].join(look === TEXT ? '\n' : '\n\n');
}

function lawsLines(diff: DeriveDiff, look: Look, sides: Sides): readonly string[] {
  if (!diff.laws) return [];
  const { regimes, why } = diff.laws;
  const body = why
    ? [look.words(`Not compared: ${why}`)]
    : regimes.map((one) => regimeLines(one, look, sides));
  return [look.heading(`Laws as ${diff.laws.in} grows`), ...body];
}

/** The blocks of the diff, in order. */
function sections(diff: DeriveDiff, look: Look): readonly string[] {
  const sides = sidesIn(look, diff);
  const { onlyInA, onlyInB } = diff.parameters;
  const changed = diff.conditions.filter(({ status }) => status !== 'same');
  const same = diff.conditions.filter(({ status }) => status === 'same');
  return [
    look.heading(`${diff.a} against ${diff.b}`),
    ...diff.blocks.map(({ kind, a, b }) => look.words(`${kind}: ${a}. In ${diff.b}: ${b}.`)),
    ...(onlyInA.length > 0 ? [look.words(`Parameters of ${diff.a} alone: ${onlyInA.join(', ')}.`)] : []),
    ...(onlyInB.length > 0 ? [look.words(`Parameters of ${diff.b} alone: ${onlyInB.join(', ')}.`)] : []),
    look.heading('Conditions and closed forms'),
    ...changed.map((one) => conditionLines(one, look, sides)),
    look.words(
      same.length > 0
        ? `The same in both: ${same.map(({ part, a }) => `${a?.title} [${part}]`).join('; ')}.`
        : 'Nothing is the same in both.',
    ),
    ...lawsLines(diff, look, sides),
  ];
}

export const DIFF_RENDERERS = {
  text: (diff: DeriveDiff): string => `${sections(diff, TEXT).join('\n\n')}\n`,
  md: (diff: DeriveDiff): string => `${sections(diff, MARKDOWN).join('\n\n')}\n`,
  tex: (diff: DeriveDiff, standalone: boolean): string => {
    const body = sections(diff, TEX).join('\n\n');
    return standalone ? standaloneTex({ title: `${diff.a} against ${diff.b}`, body }) : `${body}\n`;
  },
} as const;
