/** Growth that was observed, and what the theory permits. */
import { command, heading, link, prose, sentence, strong, table } from '../block.ts';
import { type Chapter, claimAnchor } from './chapter.ts';

const intervalOf = (low: number | null, high: number | null): string =>
  low === null || high === null ? '' : `${low} to ${high}`;

export const trends: Chapter = ({ observed, ledger }) => {
  const rows = ledger.rows.filter(({ id }) => id.startsWith('trend-') || id.startsWith('industry-'));
  return [
    heading(2, 'trends', 'Growth permitted and growth observed'),
    prose(
      'Growth per year is not an exponent in E, and dollars are not FLOP: a yearly factor follows from an exponent only with the growth of E, of a, and of what is held. What a bound permits is not what the exact law permits.',
    ),
    table({
      caption: 'Published growth',
      head: ['quantity', 'value', 'interval', 'unit', 'source'],
      rows: observed.map(({ quantity, value, low, high, unit, source }) => [
        quantity,
        String(value),
        intervalOf(low, high),
        unit,
        source,
      ]),
      narrow: [1, 2],
    }),
    {
      kind: 'list',
      items: rows.map(({ id, reading, verdict, notes }) =>
        sentence(
          link(id, claimAnchor(id)),
          ` (${reading}): `,
          strong(verdict),
          `${notes.length > 0 ? `. ${notes.join('; ')}` : ''}.`,
        ),
      ),
    },
    {
      kind: 'figure',
      name: 'trends',
      caption: sentence(
        'Growth per year that the bounds and the exact laws permit in a calibrated scenario, against growth observed: dollars with dollars and FLOP with FLOP.',
      ),
    },
    command('optimand trends'),
    {
      kind: 'figure',
      name: 'calibrated',
      caption: sentence(
        'What moves the optimum of the calibrated scenario most, given how little is known of each input.',
      ),
    },
    command('optimand calibrate'),
    {
      kind: 'figure',
      name: 'revealed',
      caption: sentence(
        'The gamma under which the record of frontier spending would be optimal, by law and by what is held, and the year in which data bind.',
      ),
    },
    command('optimand reveal'),
    command('optimand claims trend-4.11 trend-breakeven trend-7.59 trend-4.66'),
  ];
};
