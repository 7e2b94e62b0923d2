/** The figures that the documentation shows and `npm run reproduce` writes, each with the command that draws it. */
import { rowsOf } from '../../data/registry.ts';
import { CLASSICS } from '../../economics/classics/registry.ts';
import type { AnyFigure } from '../../figures/registry.ts';
import { refuse } from '../../kernel/issues.ts';
import { calibrate } from '../calibrate.ts';
import { type DocumentedFit, documentedFit, fitCommand, ONCE, repeated } from '../fit/documented.ts';
import { problemGrowth } from '../problem/growth.ts';
import { reveal } from '../reveal.ts';
import { trends } from '../trends.ts';
import { DEFAULT_SEED } from '../version.ts';
import { fitResidualsFigure } from './fit-residuals.ts';
import { growth } from './growth.ts';
import { profitAround } from './profit.ts';
import type { RecordedName } from './recorded.ts';
import { regimeMap } from './regime-map.ts';
import { revealedFigure } from './revealed.ts';
import { sensitivityFigure } from './sensitivity.ts';
import { signMap } from './sign-map.ts';
import { trendsFigure } from './trends.ts';

export interface Documented {
  /** Name of its file, without ending. */
  readonly name: RecordedName;
  /** What draws it. */
  readonly command: string;
  readonly data: () => AnyFigure | Promise<AnyFigure>;
}

/** The loss law of Hoffmann et al. 2022 to the digits in which it is printed, and a loss. */
function hoffmann(): Readonly<Record<string, number>> {
  const law = rowsOf('scaling-laws').find((row) => row.law.startsWith('Hoffmann'));
  const { A, B, E0, alpha, beta } = law ?? {};
  if (!(A && B && E0 && alpha && beta))
    return refuse('there is no law of Hoffmann', 'data/scaling-laws.csv', 'see data/README.md');
  const to = (value: number, digits: number): number => Number(value.toFixed(digits));
  return { A: to(A, 1), B: to(B, 1), alpha: to(alpha, 2), beta: to(beta, 2), L_inf: to(E0, 2), loss: 2 };
}

const setting = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(',');

/** What a fit to runs that ship leaves. */
const residuals = async (documented: DocumentedFit): Promise<AnyFigure> =>
  fitResidualsFigure((await documentedFit(documented, DEFAULT_SEED)).result, [documented.source]);

export const DOCUMENTED: readonly Documented[] = [
  {
    name: 'regime-map-E-delta',
    command: 'optimand laws baseline --map E,delta --format svg',
    data: () => regimeMap('baseline', { x: 'E', y: 'delta' }),
  },
  {
    name: 'regime-map-E-D',
    command: 'optimand laws data-bound --map E,D --format svg',
    data: () => regimeMap('data-bound', { x: 'E', y: 'D' }),
  },
  {
    name: 'growth-E',
    command: 'optimand laws baseline --set gamma=-0.5 --format svg',
    data: () => growth('baseline', { set: { gamma: -0.5 } }),
  },
  {
    name: 'growth-D',
    command: 'optimand laws data-bound --in D --set gamma=-0.5,E=1e19 --format svg',
    data: () => growth('data-bound', { in: 'D', set: { gamma: -0.5, E: 1e19 } }),
  },
  {
    name: 'growth-inference-adjusted',
    command: `optimand laws inference-adjusted --in t --set ${setting(hoffmann())} --format svg`,
    data: () => problemGrowth(CLASSICS['inference-adjusted'], { in: 't', set: hoffmann() }),
  },
  {
    name: 'profit',
    command: 'optimand optimize --format svg',
    data: () => profitAround('baseline'),
  },
  {
    name: 'sign-change-n-a',
    command: 'optimand statics --draw n/a --format svg',
    data: () => signMap('baseline', { cell: 'n/a' }),
  },
  {
    name: 'sign-changes',
    command: 'optimand statics --draw all --format svg',
    data: () => signMap('baseline'),
  },
  {
    name: 'calibrated',
    command: 'optimand calibrate --format svg',
    data: () => sensitivityFigure(calibrate('calibrated', { draws: 512, seed: DEFAULT_SEED })),
  },
  {
    name: 'trends',
    command: 'optimand trends --format svg',
    data: () => trendsFigure(trends({ seed: DEFAULT_SEED })),
  },
  {
    name: 'revealed',
    command: 'optimand reveal --format svg',
    data: () => revealedFigure(reveal({ scenario: 'calibrated', draws: 400, seed: DEFAULT_SEED })),
  },
  {
    name: 'fit-residuals',
    command: `${fitCommand(ONCE)} --format svg`,
    data: () => residuals(ONCE),
  },
  {
    name: 'fit-residuals-repeated',
    command: `${fitCommand(repeated())} --format svg`,
    data: () => residuals(repeated()),
  },
];
