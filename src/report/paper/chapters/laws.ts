/** Scaling laws by regime: in full for the baseline, as exponents for every variant. */
import type { FormulaText, RecordedLaws } from '../../schemas/report.ts';
import {
  type Block,
  code,
  command,
  heading,
  type Piece,
  prose,
  type Sentence,
  sentence,
  strong,
  table,
} from '../block.ts';
import type { Chapter } from './chapter.ts';

type Powers = RecordedLaws['regimes'][number]['powers'];
type Name = keyof Powers;

const LETTERS: readonly (readonly [Name, string])[] = [
  ['n', 'n^{\\ast}'],
  ['d', 'd^{\\ast}'],
  ['t', 't^{\\ast}'],
  ['C_train', 'C'],
];

const formula = ({ text, tex }: FormulaText): Piece => ({ kind: 'formula', text, tex });

const isNothing = (text: string | undefined): boolean => text === undefined || text === '0';
const isOne = (text: string | undefined): boolean => text === '1';

/** constant · E^exponent, in LaTeX. */
function lawTex(
  { exponent, constant, logPower }: Powers['n'],
  letter: string,
  growing: string,
): string | null {
  if (!exponent || !constant || logPower) return null;
  const power = isNothing(exponent.text)
    ? ''
    : isOne(exponent.text)
      ? growing
      : `${growing}^{${exponent.tex}}`;
  const parts =
    isOne(constant.text) && power !== '' ? power : `${constant.tex}${power === '' ? '' : ` \\, ${power}`}`;
  return `${letter} \\sim ${parts}`;
}

function inFull(one: RecordedLaws): readonly Block[] {
  return [
    heading(4, '', ...(one.case ? ['Where ', formula(one.case)] : ['Everywhere'])),
    ...one.regimes.flatMap(({ name, powers }, i): readonly Block[] => {
      const laws = LETTERS.flatMap(([quantity, letter]) => {
        const tex = lawTex(powers[quantity], letter, one.in);
        const { exponent, constant } = powers[quantity];
        return tex ? [{ text: `${quantity} ~ ${constant?.text} * ${one.in}^(${exponent?.text})`, tex }] : [];
      });
      return [
        prose(
          strong(`${i + 1}. ${name}`),
          laws.length === 0 ? ': with a logarithm; see the command below for its law.' : ':',
        ),
        ...laws.map(({ text, tex }): Block => ({ kind: 'display', formula: { text, rows: tex, label: '' } })),
      ];
    }),
  ];
}

const LONGEST = 44;

/** The exponent as a formula where it is short, and as a number. */
function exponentOf({ exponent, logPower, value }: Powers['n']): Sentence {
  if (!exponent) return sentence('unknown');
  const number = value === null ? '' : String(Number(value.toPrecision(3)));
  const log = logPower ? sentence(' and a power of a logarithm') : [];
  if (exponent.text === number || exponent.text.length > LONGEST)
    return [...sentence(number || exponent.text), ...log];
  return [...sentence(formula(exponent), number === '' ? '' : ` = ${number}`), ...log];
}

const numberIn = ({ exponent, logPower, value }: Powers['n']): string => {
  if (!exponent) return 'unknown';
  return `${value === null ? exponent.text : Number(value.toPrecision(3))}${logPower ? ' (log)' : ''}`;
};

function rowsOf(one: RecordedLaws, isFirst: boolean): readonly (readonly (Sentence | Piece | string)[])[] {
  const head = [isFirst ? code(one.variant) : '', one.gamma === null ? '' : String(one.gamma)];
  if (one.unbounded) return [[...head, 'profit is unbounded', '', '', '']];
  if (one.regimes.length === 0) return [[...head, one.undecided ? 'undecided' : 'none found', '', '', '']];
  return one.regimes.map(({ name, powers }, i) => [
    ...(i === 0 ? head : ['', '']),
    name,
    exponentOf(powers.n),
    numberIn(powers.d),
    numberIn(powers.C_train),
  ]);
}

export const laws: Chapter = ({ laws: all }) => {
  const baseline = all.filter(({ variant }) => variant === 'baseline');
  return [
    heading(2, 'laws', 'Scaling laws by regime'),
    prose(
      'As E grows a firm first stays out, then breaks even, and then passes through regimes. In each, one cost of a larger model outweighs the others at the margin, and the optimum follows a power law whose exponent and constant are exact. Just above break-even slopes are far from an exponent where levels are near the law already; far inside a regime the gap of a slope is that of the level times the power of the next term, which is mostly below one.',
    ),
    prose(
      'The order below is that of the recorded case; whether a regime is met at all, and from which E to which, depends on the numbers: add --set to the command.',
    ),
    heading(3, 'laws-baseline', 'The baseline'),
    ...baseline.flatMap(inFull),
    command('optimand laws baseline'),
    {
      kind: 'figure',
      name: 'growth-E',
      caption: sentence(
        'Size, data and training spend against E: numerical optima, the laws of each regime, and the bounds of the paper; below, local elasticities and the exponents to which they tend.',
      ),
    },
    heading(3, 'laws-variants', 'Every variant'),
    prose(
      'Exponents in E of n*, d* and C, for a negative, a vanishing and a positive gamma, at alpha = 0.34 and beta = 0.28 and the variants own values of the figures. A regime may be empty at other values.',
    ),
    table({
      caption: 'Exponents in E by variant and regime',
      head: ['variant', 'gamma', 'regime', 'n', 'd', 'C'],
      rows: all.flatMap((one, i) => rowsOf(one, all[i - 1]?.variant !== one.variant)),
      narrow: [1, 4, 5],
    }),
    command('optimand laws --all-variants --set alpha=0.34,beta=0.28,gamma=-0.5'),
    heading(3, 'laws-maps', 'Where each regime lies'),
    {
      kind: 'figure',
      name: 'regime-map-E-delta',
      caption: sentence(
        'Regimes over hardware efficiency and the slope of demand; each mark is a numerical optimum.',
      ),
    },
    {
      kind: 'figure',
      name: 'regime-map-E-D',
      caption: sentence('Regimes where the stock of data is limited.'),
    },
    {
      kind: 'figure',
      name: 'growth-D',
      caption: sentence(
        'The optimum against the stock of data; where data bind, training spend is proportional to a power of D.',
      ),
    },
    {
      kind: 'figure',
      name: 'profit',
      caption: sentence('Profit around the optimum, from just above break-even to far above it.'),
    },
    heading(3, 'laws-classics', 'The classics by the same engine'),
    prose(
      'Least training compute for a loss, least loss for a compute, and least compute for training and inference together are problems of the same kind. The more is sold of a model of given loss, the smaller it is and the longer it is trained.',
    ),
    {
      kind: 'figure',
      name: 'growth-inference-adjusted',
      caption: sentence(
        'The inference-adjusted optimum against the tokens sold, for a given loss: numerical optima and the laws of each regime.',
      ),
    },
    command('optimand laws inference-adjusted --in t'),
  ];
};
