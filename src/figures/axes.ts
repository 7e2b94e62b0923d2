/** What is measured along an axis, and the axis that shows it. */

import { type Static, Type } from '@sinclair/typebox';
import type { Axis } from '../engines/plot.ts';
import { UNDECLARED } from '../kernel/units.ts';

export const INK = '#222222';

export const measure = Type.Object(
  {
    name: Type.String(),
    letter: Type.String({ description: 'as it is printed in a figure' }),
    meaning: Type.String(),
    unit: Type.String(),
    scale: Type.Union([Type.Literal('log'), Type.Literal('linear')]),
    low: Type.Number(),
    high: Type.Number(),
  },
  { additionalProperties: false },
);
export type Measure = Static<typeof measure>;

/** Units as a figure prints them. */
const UNITS: Readonly<Record<string, string>> = {
  'flop/dollar': 'FLOP/$',
  'dollar/token': '$/token',
  'dollar/token^2': '$/token²',
  token: 'tokens',
  parameter: 'parameters',
  dollar: '$',
  flop: 'FLOP',
  '1': '',
  [UNDECLARED]: '',
};

export const unitText = (unit: string): string => UNITS[unit] ?? unit;

const MOST_NUMBERED = 6;

/** The smallest step of 1, 2, 5, 10 … times the unit with which the span takes few numbers. */
function stepFor(span: number, unit: number, most: number): number {
  for (let scale = unit; ; scale *= 10) {
    const step = [1, 2, 5].map((times) => times * scale).find((one) => span / one <= most);
    if (step !== undefined) return step;
  }
}

/** Rounds away what binary fractions add to a decimal. */
const plain = (value: number): number => Number(value.toPrecision(12));

function powersOfTen(low: number, high: number): number[] {
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => Number(`1e${from + i}`));
}

function logTicks(low: number, high: number, most: number): Pick<Axis, 'ticks' | 'numbered'> {
  const ticks = powersOfTen(low, high);
  const step = Math.ceil((ticks.length - 1) / (most - 1)) || 1;
  const isNumbered = (value: number): boolean => Math.round(Math.log10(value)) % step === 0;
  if (ticks.length >= 2) return { ticks, numbered: ticks.filter(isNumbered) };
  const fine = [1, 2, 5].flatMap((times) => powersOfTen(low / 10, high).map((power) => plain(times * power)));
  return { ticks: fine.filter((value) => value >= low && value <= high).sort((p, q) => p - q) };
}

function linearTicks(low: number, high: number, most: number): Pick<Axis, 'ticks'> {
  const finest = Math.floor(Math.log10((high - low) / most) - 1);
  const step = stepFor(high - low, Number(`1e${finest}`), most);
  const from = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - from + 1;
  return { ticks: Array.from({ length: count }, (_, i) => plain((from + i) * step)) };
}

/** The axis of a measure, with few numbers on it. */
export function axisOf({ letter, meaning, unit, scale, low, high }: Measure, most = MOST_NUMBERED): Axis {
  const shownUnit = unitText(unit);
  const [short = ''] = meaning.split(/[,;:]/);
  const named = short === '' ? letter : `${letter}, ${short}`;
  const label = `${named}${shownUnit === '' ? '' : ` (${shownUnit})`}`;
  const marks = scale === 'log' ? logTicks(low, high, most) : linearTicks(low, high, most);
  return { label, scale, domain: [low, high], ...marks };
}
