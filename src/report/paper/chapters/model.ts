/** The profit function, its letters, and what can be changed in it. */
import { code, command, heading, link, prose, table } from '../block.ts';
import type { Chapter } from './chapter.ts';

export const model: Chapter = ({ variants, variables }) => {
  const [baseline] = variants;
  const own = new Set(baseline?.parameters.map(({ name }) => name));
  const more = variants.flatMap(({ id, title, parameters, sources }) => {
    const added = parameters.filter(({ name }) => !own.has(name));
    return id === 'baseline'
      ? []
      : [
          [
            code(id),
            title,
            added.map(({ name, meaning }) => `${name}: ${meaning}`).join('; ') || 'none',
            sources.join('; '),
          ],
        ];
  });
  return [
    heading(2, 'model', 'The model and its letters'),
    prose(
      'Quality is the smaller of two power laws, of parameters and of data. Consumers adopt where quality passes their threshold; thresholds follow a Pareto-like law whose shape is gamma. Price falls linearly with sales. FLOP and dollars are different units, and so are growth per year and exponents in E.',
    ),
    table({
      caption: 'Letters of the baseline',
      head: ['letter', 'meaning', 'unit', 'domain'],
      rows: [...variables, ...(baseline?.parameters ?? [])].map(({ name, tex, meaning, unit, domain }) => [
        { kind: 'formula', text: name, tex },
        meaning,
        unit,
        domain,
      ]),
      narrow: [0],
    }),
    prose(
      'A variant changes one building block; blocks compose. ',
      link('The matrix', 'matrix'),
      ' puts every claim to each.',
    ),
    table({
      caption: 'Variants',
      head: ['variant', 'what it is', 'its parameters', 'sources of its blocks'],
      rows: more,
      narrow: [],
    }),
    command('optimand derive baseline --steps'),
  ];
};
