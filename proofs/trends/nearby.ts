/** Which nearby assumptions would give a figure: a search over stated alternatives, with the number of them tried. */
import { observed } from '../../src/data/published.ts';
import { HOLDS, type LawName, permitted, RATES, round, type Setting, SHAPES, settingText } from './growth.ts';

/** Pairs of exponents: the paper's, and published fits with their equal-exponent versions. */
const EXPONENTS: readonly (readonly [number, number])[] = [
  [SHAPES.alpha, SHAPES.beta],
  [0.31205, 0.31205],
  [0.34, 0.28],
  [0.33917084, 0.2849083],
  [0.3478, 0.3658],
  [0.3526596, 0.3526596],
  [0.252, 0.213],
  [0.226, 0.219],
];

const hardware = (): readonly number[] => [
  RATES.E,
  ...[
    'flop-per-dollar-all',
    'flop-per-dollar-ml',
    'flop-per-dollar-top',
    'flop-per-dollar-fp16',
    'hardware-price',
  ].map((id) => observed(id).value),
];
const algorithms = (): readonly number[] => [
  RATES.a,
  3,
  observed('algorithms').value,
  Math.sqrt(observed('algorithms').value),
];

const LAWS: readonly LawName[] = ['theorem-1', 'inference-dominated', 'training-dominated'];

interface Nearby {
  readonly tried: number;
  readonly found: readonly string[];
}

/** Settings at gamma = -1 that give the figure to the digits it is stated with; hardware may be stalled or must be. */
export function nearby(figure: number, stalled: boolean): Nearby {
  const half = 0.005;
  const settings = LAWS.flatMap((law) =>
    HOLDS.flatMap((hold) =>
      EXPONENTS.flatMap(([alpha, beta]) =>
        (stalled ? [1] : hardware()).flatMap((E) =>
          algorithms().flatMap((a) =>
            (['$', 'FLOP'] as const).map(
              (unit): Setting => ({ law, hold, shapes: { alpha, beta, gamma: -1 }, rates: { E, a }, unit }),
            ),
          ),
        ),
      ),
    ),
  );
  const found = settings.filter((setting) => Math.abs((permitted(setting) ?? Number.NaN) - figure) < half);
  return { tried: settings.length, found: [...new Set(found.map(settingText))] };
}

/** The search as a sentence. */
export function nearbyText(figure: number, stalled: boolean): string {
  const { tried, found } = nearby(figure, stalled);
  const head = `of ${tried} settings tried (three laws, rho or b held, eight pairs of exponents, published growth of hardware and algorithms, dollars or FLOP)`;
  return found.length === 0
    ? `${head} none gives ${figure}`
    : `${head} ${found.length} give ${figure}: ${found.join('; ')}`;
}

/**
 * What two figures at gamma = -1, one with hardware improving and one with it stalled, would need in the form of theorem 1:
 * a^x E^(x-1) with x = k/(1 - alpha), whatever alpha and beta are.
 */
export function jointNeeds(improving: number, stalled: number): string {
  const x = Math.log(stalled) / Math.log(RATES.a);
  const E = (improving / stalled) ** (1 / (x - 1));
  return `theorem 1's bound at gamma = -1 goes like a^x E^(x-1) with x = k/(1-alpha): ${stalled} with stalled hardware needs x = ${round(x)} (alpha = ${round(1 - 2 / x)} if alpha = beta), and then ${improving} needs E to grow ${round(E)}x/yr, not ${RATES.E}: no alpha and beta give both`;
}
