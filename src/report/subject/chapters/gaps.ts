/** What could not be done, each thing with its reason, gathered from every part. */
import { type Block, heading, prose, strong } from '../../paper/block.ts';
import type { SubjectReport } from '../../schemas/subject-report.ts';
import { type SubjectChapter, said, sentenceOf } from './chapter.ts';

interface Gap {
  readonly what: string;
  readonly why: string;
}

const textOf = (parts: readonly { readonly text: string }[]): string =>
  parts.map(({ text }) => text).join('');

/** Parts that are not there at all. */
const missingParts = (content: SubjectReport): readonly Gap[] =>
  [content.derivations, ...content.laws, ...content.statics, content.numbers, ...content.figures].flatMap(
    ({ command, missing }) => (missing === null ? [] : [{ what: command, why: missing }]),
  );

const openResults = ({ derivations }: SubjectReport): readonly Gap[] =>
  (derivations.found ?? []).flatMap(({ results }) =>
    results.flatMap(({ title, open }) =>
      open.length > 0 ? [{ what: `Closed form of "${textOf(title)}"`, why: textOf(open) }] : [],
    ),
  );

const openLaws = ({ laws }: SubjectReport): readonly Gap[] =>
  laws.flatMap(({ found }) =>
    found ? found.open.map((why) => ({ what: `Laws as ${found.in} grows`, why })) : [],
  );

function openSigns({ statics }: SubjectReport): readonly Gap[] {
  return statics.flatMap(({ found }) => {
    const names = (found?.rows ?? []).flatMap(({ parameter, signs }) =>
      (found?.quantities ?? [])
        .filter((quantity) => signs[quantity] === 'undecided')
        .map((quantity) => `${quantity} / ${parameter}`),
    );
    const held = found?.hold ? ` with ${found.hold} held` : '';
    return names.length > 0 ? [{ what: `Signs${held}`, why: `not decided for ${names.join(', ')}` }] : [];
  });
}

/** Everything that is not done. */
export const gapsIn = (content: SubjectReport): readonly Gap[] => [
  ...missingParts(content),
  ...openResults(content),
  ...openLaws(content),
  ...openSigns(content),
];

export const gaps: SubjectChapter = (content): readonly Block[] => {
  const found = gapsIn(content);
  return [
    heading(2, 'gaps', 'What could not be done'),
    ...(found.length === 0
      ? [prose('Everything that was tried was done.')]
      : [
          {
            kind: 'list' as const,
            items: found.map(({ what, why }) => [
              strong(what),
              { kind: 'words' as const, text: ': ' },
              ...said(sentenceOf(why), content),
            ]),
          },
        ]),
  ];
};
