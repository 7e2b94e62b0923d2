/** The derivations, step by step. */
import type { DerivationStory } from '../../schemas/report.ts';
import { aside, type Block, command, heading, link, prose, type Sentence, strong } from '../block.ts';
import { type Chapter, derivationAnchor } from './chapter.ts';

const display = (formula: DerivationStory['results'][number]['formula']): readonly Block[] =>
  formula ? [{ kind: 'display', formula }] : [];

const where = (words: string, parts: Sentence): readonly Block[] =>
  parts.length > 0 ? [prose(words, ...parts, '.')] : [];

function result({ title, step, formula, open, domain }: DerivationStory['results'][number]): Block {
  return {
    kind: 'result',
    blocks: [
      prose(...title, `${step === null ? '' : ` (step ${step})`}${formula ? ':' : '.'}`),
      ...display(formula),
      ...where('', open),
      ...where('where ', domain),
    ],
  };
}

/** One derivation; what it uses is linked where it stands among the `others`. */
export function derivationBlocks(one: DerivationStory, others: readonly DerivationStory[]): readonly Block[] {
  const isHere = (id: string): boolean => others.some((other) => other.id === id);
  const uses = one.uses.flatMap((id, i) => [
    i === 0 ? ' Uses: ' : ', ',
    isHere(id) ? link(id, derivationAnchor(id)) : id,
  ]);
  return [
    heading(3, derivationAnchor(one.id), ...one.title),
    prose(...one.statement),
    aside(`Source: ${one.source}.`, ...uses),
    ...one.steps.flatMap(({ number, words, formula, reason }): readonly Block[] => [
      prose(strong(`(${number})`), ' ', ...words, ' [', ...reason, ']'),
      ...display(formula),
    ]),
    heading(4, '', 'Result'),
    ...one.letters.map((sentence) => prose(...sentence)),
    ...one.results.map(result),
  ];
}

export const derivations: Chapter = (content) => [
  heading(2, 'derivations', 'The derivations'),
  prose(
    'Each is an argument in numbered steps. Every step names the rule by which it follows and the steps it follows from; a program that shares nothing with the derivation checks the steps again.',
  ),
  ...content.derivations.flatMap((one) => derivationBlocks(one, content.derivations)),
  command('optimand derive baseline --steps'),
  command('optimand derive data-bound --steps'),
  command('optimand prove --steps'),
];
