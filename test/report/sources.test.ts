/** The literature: every reference whole, as a BibTeX file has it, and the works that a text names. */
import { expect, test } from 'vitest';
import { bibtexIn, bibtexOf, namedIn, referenceOf, SOURCES } from '../../src/report/sources.ts';
import { expectGolden } from '../support/goldens.ts';

test('every work, after the form in which a sentence names it', () => {
  const entries = SOURCES.map((source) => `% ${source.short}\n${bibtexOf(source)}`);
  expectGolden('report/references.bib', entries.join('\n\n'));
});

test('a file has the works that its texts name, in the order of their keys, each once', () => {
  const named = 'Tirole 1988, Box & Cox 1964; again Tirole 1988';
  expect(namedIn(named).map(({ key }) => key)).toEqual(['box1964', 'tirole1988']);
  const [box, tirole] = namedIn(named).map(bibtexOf);
  expect(bibtexIn(named)).toBe(`${box}\n\n${tirole}\n`);
  expect(namedIn('Tirole')).toEqual([]);
});

test('a list of literature has one point after the authors, and no mark of BibTeX', () => {
  const listed = ['Box & Cox 1964', 'Hoffmann et al. 2022', 'Cournot 1838', 'Hobbhahn & Besiroglu 2022']
    .flatMap(namedIn)
    .map(referenceOf)
    .map(({ authors, title, place }) => `${authors}. ${title}. ${place}.`);
  expect(listed).toEqual([
    'Box, George E. P.; Cox, David R. An Analysis of Transformations. Journal of the Royal Statistical Society, Series B, 26, 211-252, 1964.',
    'Hoffmann, Jordan et al. Training Compute-Optimal Large Language Models. 2022.',
    'Cournot, Antoine Augustin. Recherches sur les principes mathématiques de la théorie des richesses. Hachette, 1838.',
    'Hobbhahn, Marius; Besiroglu, Tamay. Trends in GPU Price-Performance. Epoch AI, 2022.',
  ]);
});
