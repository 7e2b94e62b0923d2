/** Worlds for the efficiency of hardware: what a chip does in its life against what it costs, added up hour by hour's worth. */
import type { At } from '../../src/claims/pool.ts';
import { slopeOf } from './hand.ts';

interface Chip {
  readonly P: number;
  readonly u: number;
  readonly V: number;
  readonly h: number;
  readonly Y: number;
  readonly y: number;
  readonly W: number;
  readonly theta: number;
  readonly p_e: number;
}

const CHIPS: readonly Chip[] = [
  { P: 989e12, u: 0.4, V: 33600, h: 1.7, Y: 35040, y: 0.9, W: 0.7, theta: 1.2, p_e: 0.08 },
  { P: 312e12, u: 0.35, V: 15000, h: 1.5, Y: 26280, y: 0.8, W: 0.4, theta: 1.1, p_e: 0.12 },
  { P: 19e12, u: 0.2, V: 700, h: 2, Y: 50000, y: 0.5, W: 0.3, theta: 1.5, p_e: 0.2 },
];

/** All its work over all its cost. */
function workPerDollar({ P, u, V, h, Y, y, W, theta, p_e }: Chip): number {
  const hours = y * Y;
  return (P * u * hours * 60 * 60) / (V * h + W * theta * hours * p_e);
}

function chipAt(chip: Chip): At {
  const E = workPerDollar(chip);
  const hours = chip.y * chip.Y;
  const elasticity = (name: 'V' | 'p_e'): number =>
    (chip[name] / E) * slopeOf((x) => workPerDollar({ ...chip, [name]: x }), chip[name]);
  const dollars = chip.V * chip.h + chip.W * chip.theta * hours * chip.p_e;
  return { ...chip, E, c: dollars / hours, eps_EV: elasticity('V'), eps_Ep: elasticity('p_e') };
}

/** A chip given away: all that its work costs is energy. */
const free = (chip: Chip): At => ({ ...chip, E: workPerDollar({ ...chip, V: 0 }) });

export const chipWorlds = (): { readonly name: string; readonly points: readonly At[] }[] => [
  { name: 'chips', points: CHIPS.map(chipAt) },
  { name: 'chips that cost energy alone', points: CHIPS.map(free) },
];
