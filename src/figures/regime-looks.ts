/**
 * How each regime looks: a tint for its area, an ink for its name, a mark for its optima. The colours are those of Okabe and
 * Ito, told apart by the colour-blind; shapes and names tell regimes apart where there is no colour at all.
 */
import type { DotLook, SymbolName } from '../engines/plot.ts';

export interface RegimeLook {
  readonly tint: string;
  readonly ink: string;
  readonly dot: DotLook;
}

const look = (tint: string, ink: string, symbol: SymbolName, isFilled: boolean, size = 2.4): RegimeLook => ({
  tint,
  ink,
  dot: { symbol, fill: isFilled ? ink : 'none', stroke: ink, size, opacity: 0.6 },
});

const LOOKS: Readonly<Record<string, RegimeLook>> = {
  'stay-out': look('#dcdcdc', '#555555', 'times', false, 2.2),
  'break-even': look('#efefef', '#333333', 'plus', false),
  'inference-dominated': look('#e9f3fa', '#005a8d', 'circle', false),
  'training-dominated': look('#fbe3c5', '#9c4300', 'triangle', true),
  'data-bound': look('#c4e5d6', '#00664c', 'square', true, 2.3),
  'size-bound': look('#d9ead0', '#3f6a1f', 'square', false, 2.3),
  'sales-bound': look('#d5ecec', '#1f6a6a', 'diamond', false),
  'data-cost': look('#f6dfeb', '#8a3d6a', 'diamond', true),
  saturated: look('#f6f0b5', '#6b6100', 'star', true),
  unbounded: look('#cfc4e6', '#4b3a80', 'wye', false),
};

/** Looks of regimes that a user's problem names, in the order in which a figure tells them. */
const OTHERS: readonly RegimeLook[] = [
  look('#e6e6f2', '#333366', 'diamond', false),
  look('#fbe3c5', '#9c4300', 'triangle', true),
  look('#c4e5d6', '#00664c', 'square', true, 2.3),
  look('#f6dfeb', '#8a3d6a', 'circle', false),
  look('#f6f0b5', '#6b6100', 'star', true),
  look('#e9f3fa', '#005a8d', 'wye', false),
];
const OTHER = look('#e6e6f2', '#333366', 'diamond', false);

/** How regimes look in a figure that tells of these: one without a look of its own has the next of the others. */
export function looksIn(regimes: readonly string[]): (regime: string) => RegimeLook {
  const unknown = [...new Set(regimes)].filter((regime) => LOOKS[regime] === undefined);
  return (regime) => LOOKS[regime] ?? OTHERS[unknown.indexOf(regime) % OTHERS.length] ?? OTHER;
}

const ORDER = Object.keys(LOOKS);
const rank = (regime: string): number => (ORDER.includes(regime) ? ORDER.indexOf(regime) : ORDER.length);

/** The order in which regimes are listed. */
export const inOrder = (left: string, right: string): number =>
  rank(left) - rank(right) || (left < right ? -1 : left > right ? 1 : 0);
