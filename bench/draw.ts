/** Draws bench/results.json into docs/figures/speed.svg: the time an optimum takes, and every target with what was reached. */
import { readFileSync, writeFileSync } from 'node:fs';
import { emptyDocument } from '../src/engines/linkedom.ts';
import { type Axis, drawingSvg, type Mark, type Pair, type Panel } from '../src/engines/plot.ts';
import { INK } from '../src/figures/axes.ts';
import { notes, type Part, stack, WIDTH } from '../src/figures/layout.ts';
import { type Results, type Target, targets } from './tables.mjs';

const results = JSON.parse(readFileSync('bench/results.json', 'utf8')) as Results;

const [OURS, OTHERS, MISSED] = ['#0072b2', '#8a6d00', '#c8451b'];
const [LEFT, ROW, TOP, BOTTOM] = [390, 17, 24, 40];

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly from: number;
  readonly fill: string;
  readonly text: string;
}

/** One line a name, from the top down, along a logarithmic axis. */
function barsOf(title: string, x: Axis, bars: readonly Bar[]): Part {
  const height = TOP + BOTTOM + ROW * bars.length;
  const y: Axis = { label: '', scale: 'linear', domain: [bars.length - 0.5, -0.5], ticks: [] };
  const label = (at: Pair, text: string, anchor: 'start' | 'end', shift: Pair): Mark => ({
    kind: 'label',
    at,
    text,
    anchor,
    size: 10.5,
    fill: INK,
    shift,
  });
  const marks = bars.flatMap(({ name, value, from, fill, text }, i): Mark[] => [
    {
      kind: 'line',
      points: [
        [from, i],
        [value, i],
      ],
      look: { stroke: fill, width: 7 },
    },
    label([x.domain[0], i], name, 'end', [-6, 0]),
    label([Math.max(value, from), i], text, 'start', [6, 0]),
  ]);
  const panel = (top: number): Panel => ({
    frame: { x: 0, y: top, width: WIDTH, height },
    margin: { left: LEFT, right: 70, top: TOP, bottom: BOTTOM },
    title,
    axes: { x, y },
    marks,
  });
  return { height, words: () => [], panels: (top) => [panel(top)] };
}

const digits = (value: number): string => String(Number(value.toPrecision(2)));
const powers = (low: number, high: number): number[] =>
  Array.from({ length: high - low + 1 }, (_, i) => Number(`1e${low + i}`));
const axis = (label: string, low: number, high: number): Axis => ({
  label,
  scale: 'log',
  domain: [10 ** low, 10 ** high],
  ticks: powers(low, high),
});

const optima = results.optima.measured.map(({ name, microseconds }): Bar => {
  const isOurs = name.startsWith('fast solver');
  return { name, value: microseconds, from: 0.1, fill: isOurs ? OURS : OTHERS, text: digits(microseconds) };
});

const judged = targets(results).flatMap(({ what, wanted, reached, met, unit }: Target): Bar[] => {
  if (reached === null) return [];
  const bound = Number(wanted.replace(/[^0-9.]/g, ''));
  const value = wanted.startsWith('≥') ? reached / bound : bound / reached;
  const text = `${digits(reached)}${unit}`;
  return [
    { name: `${what.replaceAll('`', '')} (${wanted})`, value, from: 1, fill: met ? OURS : MISSED, text },
  ];
});

const drawing = stack({
  title: 'Speed',
  description: [...optima, ...judged].map(({ name, text }) => `${name}: ${text}.`).join(' '),
  parts: [
    notes([
      `Medians of runs taken in turn: ${results.machine.cores} cores (${results.machine.cpu}), Node ${results.versions.node}, SciPy ${results.versions.scipy ?? 'none'}. Blue: the fast solver; brown: what it is held against.`,
    ]),
    barsOf('Processor time of one optimum on one thread', axis('µs', -1, 7), optima),
    notes(['To the right, better than its target: blue; to the left, missed: red.']),
    barsOf('Times as good as its target', axis('×', -1, 5), judged),
  ],
  firm: {},
});
writeFileSync('docs/figures/speed.svg', drawingSvg(drawing, emptyDocument()));
