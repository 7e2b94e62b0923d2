/** Comparative statics: how the optimum answers to each parameter. */
import type { RecordedSigns } from '../../schemas/report.ts';
import { type Block, command, heading, link, prose, sentence, table } from '../block.ts';
import type { Chapter } from './chapter.ts';

const QUANTITIES = ['n', 'd', 't', 'C_train', 'profit', 'q', 'price'] as const;
const HEADS: Readonly<Record<string, string>> = { C_train: 'C' };

/** A sign that is not the same everywhere, or that no certificate was found for. */
const OPEN = '+/-';

const mark = (sign: string | undefined): string =>
  sign === undefined ? '' : ['+', '-', '0'].includes(sign) ? sign : OPEN;

function signTable({ variant, hold, rows, missing }: RecordedSigns): Block {
  const held = hold === 'b' ? 'b held fixed' : 'rho held fixed';
  if (missing !== null) return prose(`${variant}, ${held}: ${missing}.`);
  return table({
    caption: `Signs of responses in ${variant}, ${held}`,
    head: ['', ...QUANTITIES.map((name) => HEADS[name] ?? name)],
    rows: rows.map(({ parameter, signs }) => [parameter, ...QUANTITIES.map((name) => mark(signs[name]))]),
    narrow: QUANTITIES.map((_, i) => i + 1),
  });
}

/** Variants whose signs are shown with rho held too: those that the paper is about. */
const OF_THE_PAPER: readonly string[] = ['baseline', 'data-bound'];

export const statics: Chapter = ({ signs }) => {
  const shown = signs.filter(({ variant, hold }) => hold === 'b' || OF_THE_PAPER.includes(variant));
  return [
    heading(2, 'statics', 'Comparative statics'),
    prose(
      `A line is a parameter that rises, a column a quantity of the optimum: + it rises, - it falls, 0 it does not move, ${OPEN} the sign depends on the firm or was not decided. An answer for a or alpha means nothing until it is said what stays fixed: b, or rho = (a/b)^(1/alpha). Signs other than ${OPEN} are shown by certificates in exact arithmetic, for optima whose second-order condition is strict and for equilibria that are taken to be stable; the lines of exponents take it that n and d are above one, and whole numbers are moved as if they were real.`,
    ),
    ...shown.map(signTable),
    command('optimand statics baseline --hold b'),
    command('optimand statics baseline --hold rho'),
    {
      kind: 'figure',
      name: 'sign-change-n-a',
      caption: sentence(
        'Where the response of n* to a changes sign: the formula is the line, the marks are numerical optima. ',
        link('The claim', 'claim-parameter-efficiency-lowers-all'),
        ' that a lowers n* is false on one side of it.',
      ),
    },
    {
      kind: 'figure',
      name: 'sign-changes',
      caption: sentence('All responses of the baseline that change sign.'),
    },
  ];
};
