import type { Derivation } from '../../src/derive/derivation.ts';

const LETTER_TEXTS = ['tex', 'meaning', 'unit', 'source', 'role'] as const;

/** What a reader would miss in a derivation: words that are no sentence, a title that is none, a letter without a meaning. */
export function faultsOf({ steps, results, symbols, ...head }: Derivation): string[] {
  const heads = (['id', 'title', 'statement', 'source'] as const).filter((name) => head[name] === '');
  const words = steps.filter((step) => !/^\S.*[.:]$/s.test(step.words));
  const titles = Object.entries(results).filter(([, { title }]) => !/^\S.*\S$/.test(title));
  const reasons = Object.entries(results).filter(([, { domain }]) =>
    domain.some(({ because }) => because === ''),
  );
  const letters = [...symbols.values()].flatMap((letter) =>
    LETTER_TEXTS.filter((text) => letter[text] === '').map((text) => `letter ${letter.name}: ${text}`),
  );
  return [
    ...heads,
    ...words.map(({ index, words: said }) => `step ${index}: "${said}"`),
    ...titles.map(([name, { title }]) => `title of ${name}: "${title}"`),
    ...reasons.map(([name]) => `reason of ${name}`),
    ...letters,
  ];
}
