/** A map of regimes for a terminal: its boundaries as formulas, and how often the referee agrees. */
import type { MapBoundary, MapPanel, RegimeMap } from '../../figures/regime-map.ts';
import { numberText } from '../numbers.ts';
import { wrap } from './wrap.ts';

const WIDTH = 100;

function boundaryText({ between, by, formula, power, points }: MapBoundary, { x, y }: RegimeMap): string {
  const head = `  ${between.join(' | ')}`;
  const [from, to] = [points[0]?.[1] ?? Number.NaN, points.at(-1)?.[1] ?? Number.NaN].map((at) =>
    numberText(Number(at.toPrecision(3))),
  );
  const where = from === to ? `${y.name} near ${from}` : `${y.name} from ${from} to ${to}`;
  if (!formula) return `${head}: ${where}${by === 'referee' ? ', found numerically' : ''}`;
  const runs = power
    ? ` (as ${y.name}^(${power.text}) = ${y.name}^${numberText(Number(power.value.toPrecision(6)))})`
    : '';
  return `${head}: ${where}${runs}\n${wrap(`${x.name} = ${formula.text}`, WIDTH, '      ', '          ')}`;
}

const values = (set: Readonly<Record<string, number>>): string =>
  Object.entries(set)
    .map(([name, value]) => `${name} = ${numberText(value)}`)
    .join(', ');

/** What is on a map without boundaries. */
function throughout({ boundaries, windows }: MapPanel): readonly string[] {
  const names = [...new Set(windows.map(({ regime }) => regime))];
  return boundaries.length === 0 && names.length > 0 ? [`  Throughout: ${names.join(', ')}.`] : [];
}

function panelText(panel: MapPanel, map: RegimeMap): string {
  const { set, boundaries, agreement, undecided } = panel;
  const { compared, agreeing, factor, beyond, unclaimed } = agreement;
  const head = values(set);
  const exceptions =
    agreeing === compared || beyond === 0
      ? ''
      : `; the others lie within a factor of ${factor} of a boundary in ${map.x.name}, beyond which all ${beyond} agree`;
  const lines = [
    ...(head === '' ? [] : [head, '-'.repeat(head.length)]),
    ...boundaries.map((one) => boundaryText(one, map)),
    ...throughout(panel),
    wrap(
      `The referee's optimum is in the regime of the laws at ${agreeing} of ${compared} points${exceptions}.`,
      WIDTH,
      '  ',
      '  ',
    ),
    ...(unclaimed > 0 ? [`  At ${unclaimed} more points no law names a regime.`] : []),
    ...undecided.map((what) => wrap(`Undecided: ${what}.`, WIDTH, '  ', '  ')),
  ];
  return lines.join('\n');
}

/** The map as text. */
export function regimeMapText(map: RegimeMap): string {
  const title = `Regimes of ${map.variant} in ${map.x.name} and ${map.y.name}`;
  const set = values(map.firm);
  const given = set === '' ? '' : `\n${wrap(`Set: ${set}.`, WIDTH, '', '  ')}`;
  const parts = [
    `${title}\n${'='.repeat(title.length)}${given}`,
    ...map.panels.map((one) => panelText(one, map)),
  ];
  return `${parts.join('\n\n')}\n`;
}
