/** The literature that derivations, building blocks and claims name, each with the short form under which they name it. */
import { PAPER } from './version.ts';

export interface Source {
  /** Key in BibTeX. */
  readonly key: string;
  /** As it stands in a sentence: Hoffmann et al. 2022. */
  readonly short: string;
  readonly kind: 'article' | 'book' | 'misc';
  readonly fields: Readonly<Record<string, string>>;
}

const source = (
  key: string,
  short: string,
  kind: Source['kind'],
  fields: Readonly<Record<string, string>>,
): Source => ({ key, short, kind, fields });

const arxiv = (id: string): Readonly<Record<string, string>> => ({
  eprint: id,
  archiveprefix: 'arXiv',
  url: `https://arxiv.org/abs/${id}`,
});

/** In the order of their keys. Authors are those of the work, or the first with "and others". */
export const SOURCES: readonly Source[] = [
  source('arrow1961', 'Arrow et al. 1961', 'article', {
    author: 'Arrow, Kenneth J. and Chenery, Hollis B. and Minhas, Bagicha S. and Solow, Robert M.',
    title: 'Capital-Labor Substitution and Economic Efficiency',
    journal: 'The Review of Economics and Statistics',
    volume: '43',
    number: '3',
    pages: '225--250',
    year: '1961',
  }),
  source('box1964', 'Box & Cox 1964', 'article', {
    author: 'Box, George E. P. and Cox, David R.',
    title: 'An Analysis of Transformations',
    journal: 'Journal of the Royal Statistical Society, Series B',
    volume: '26',
    number: '2',
    pages: '211--252',
    year: '1964',
  }),
  source('boyd2007', 'Boyd et al. 2007', 'article', {
    author: 'Boyd, Stephen and Kim, Seung-Jean and Vandenberghe, Lieven and Hassibi, Arash',
    title: 'A Tutorial on Geometric Programming',
    journal: 'Optimization and Engineering',
    volume: '8',
    pages: '67--127',
    year: '2007',
  }),
  source('corless1996', 'Corless et al. 1996', 'article', {
    author:
      'Corless, Robert M. and Gonnet, Gaston H. and Hare, D. E. G. and Jeffrey, David J. and Knuth, Donald E.',
    title: 'On the {Lambert} {W} Function',
    journal: 'Advances in Computational Mathematics',
    volume: '5',
    pages: '329--359',
    year: '1996',
  }),
  source('cottier2024', 'Cottier et al. 2024', 'misc', {
    author: 'Cottier, Ben and Rahman, Robi and Fattorini, Loredana and Maslej, Nestor and Owen, David',
    title: 'The Rising Costs of Training Frontier {AI} Models',
    year: '2024',
    ...arxiv('2405.21015'),
  }),
  source('cournot1838', 'Cournot 1838', 'book', {
    author: 'Cournot, Antoine Augustin',
    title: "Recherches sur les principes math{\\'e}matiques de la th{\\'e}orie des richesses",
    publisher: 'Hachette',
    address: 'Paris',
    year: '1838',
  }),
  source('hao2026', 'Hao & Merrill 2026', 'misc', {
    author: 'Hao, Sophie and Merrill, William',
    title: 'A Theory of Training Profit-Optimal {LLMs}',
    year: '2026',
    note: `version ${PAPER.version}`,
    ...arxiv(PAPER.id.replace('arXiv:', '')),
  }),
  source('hicks1932', 'Hicks 1932', 'book', {
    author: 'Hicks, John R.',
    title: 'The Theory of Wages',
    publisher: 'Macmillan',
    address: 'London',
    year: '1932',
  }),
  source('hill1910', 'Hill 1910', 'article', {
    author: 'Hill, Archibald V.',
    title:
      'The Possible Effects of the Aggregation of the Molecules of Haemoglobin on its Dissociation Curves',
    journal: 'The Journal of Physiology',
    volume: '40',
    pages: 'iv--vii',
    year: '1910',
  }),
  source('ho2024', 'Ho et al. 2024', 'misc', {
    author: 'Ho, Anson and others',
    title: 'Algorithmic Progress in Language Models',
    year: '2024',
    ...arxiv('2403.05812'),
  }),
  source('hobbhahn2022', 'Hobbhahn & Besiroglu 2022', 'misc', {
    author: 'Hobbhahn, Marius and Besiroglu, Tamay',
    title: 'Trends in {GPU} Price-Performance',
    year: '2022',
    howpublished: 'Epoch AI',
  }),
  source('hoffmann2022', 'Hoffmann et al. 2022', 'misc', {
    author: 'Hoffmann, Jordan and others',
    title: 'Training Compute-Optimal Large Language Models',
    year: '2022',
    ...arxiv('2203.15556'),
  }),
  source('kaplan2020', 'Kaplan et al. 2020', 'misc', {
    author: 'Kaplan, Jared and others',
    title: 'Scaling Laws for Neural Language Models',
    year: '2020',
    ...arxiv('2001.08361'),
  }),
  source('katz1985', 'Katz & Shapiro 1985', 'article', {
    author: 'Katz, Michael L. and Shapiro, Carl',
    title: 'Network Externalities, Competition, and Compatibility',
    journal: 'The American Economic Review',
    volume: '75',
    number: '3',
    pages: '424--440',
    year: '1985',
  }),
  source('muennighoff2023', 'Muennighoff et al. 2023', 'misc', {
    author: 'Muennighoff, Niklas and others',
    title: 'Scaling Data-Constrained Language Models',
    year: '2023',
    ...arxiv('2305.16264'),
  }),
  source('rohlfs1974', 'Rohlfs 1974', 'article', {
    author: 'Rohlfs, Jeffrey',
    title: 'A Theory of Interdependent Demand for a Communications Service',
    journal: 'The Bell Journal of Economics and Management Science',
    volume: '5',
    number: '1',
    pages: '16--37',
    year: '1974',
  }),
  source('sardana2024', 'Sardana et al. 2024', 'misc', {
    author: 'Sardana, Nikhil and others',
    title: 'Beyond {Chinchilla}-Optimal: Accounting for Inference in Language Model Scaling Laws',
    year: '2024',
    ...arxiv('2401.00448'),
  }),
  source('tirole1988', 'Tirole 1988', 'book', {
    author: 'Tirole, Jean',
    title: 'The Theory of Industrial Organization',
    publisher: 'MIT Press',
    year: '1988',
  }),
];

/** The works that a text names. */
export const namedIn = (text: string): readonly Source[] =>
  SOURCES.filter(({ short }) => text.includes(short));

/** A field as a reader sees it, without the marks of BibTeX. */
const readable = (text: string): string =>
  text
    .replace(/\{\\'e\}/g, 'é')
    .replace(/[{}]/g, '')
    .replaceAll('--', '-');

/** A work as a list of literature names it: its authors, its title, and where it was published. */
export function referenceOf({ fields }: Source): {
  readonly authors: string;
  readonly title: string;
  readonly place: string;
} {
  const { author = '', title = '', journal, publisher, howpublished, volume, pages, year } = fields;
  // A point follows the authors: one that ends the last initial is that point.
  const authors = author
    .replace(/ and others$/, ' et al')
    .replaceAll(' and ', '; ')
    .replace(/\.$/, '');
  const place = [journal, publisher, howpublished, volume, pages, year].filter(Boolean).join(', ');
  return { authors: readable(authors), title: readable(title), place: readable(place) };
}

/** One entry of a BibTeX file. */
export const bibtexOf = ({ key, kind, fields }: Source): string =>
  [`@${kind}{${key},`, ...Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`), '}'].join(
    '\n',
  );

/** The BibTeX file of the works that texts name. */
export const bibtexIn = (texts: string): string => `${namedIn(texts).map(bibtexOf).join('\n\n')}\n`;
