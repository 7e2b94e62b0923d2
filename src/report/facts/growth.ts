/** Growth observed in the tables: every series over every window that is told of. */
import { yearOf } from '../../data/cell.ts';
import { DATASETS } from '../../data/registry.ts';
import { type Dated, type Growth, type GrowthOptions, growthOf } from '../../fit/growth.ts';
import { chipEfficiencies } from './chips.ts';
import { SERIES, type SeriesId, seriesOf } from './runs.ts';

export interface Observation {
  readonly id: string;
  readonly quantity: SeriesId;
  readonly unit: string;
  readonly about: string;
  readonly growth: Growth;
  readonly source: string;
}

interface Asked {
  readonly id: string;
  readonly quantity: SeriesId;
  readonly about: string;
  readonly points: () => readonly Dated[];
  readonly source: string;
}

const RUNS = DATASETS.models.attribution;

const ofRuns = (quantity: SeriesId, frontierOnly: boolean, from: number): Asked => ({
  id: `${quantity}/${frontierOnly ? 'frontier' : 'all'}-${from}`,
  quantity,
  about: `${SERIES[quantity].meaning}; ${frontierOnly ? 'frontier runs' : 'all notable runs'} from ${from} on`,
  points: () => seriesOf(quantity, { frontierOnly, from }),
  source: RUNS,
});

const chipsFrom = (from: number): Asked => ({
  id: `efficiency/chips-${from}`,
  quantity: 'efficiency',
  about: `E of chips with matrix units at release, for their owner; from ${from} on`,
  points: () =>
    chipEfficiencies()
      .filter(({ format, released }) => format === '16 bits, matrix units' && yearOf(released) >= from)
      .map(({ released, value }) => [yearOf(released), value]),
  source: DATASETS.chips.attribution,
});

const ASKED: readonly Asked[] = [
  ...(['spend', 'flop', 'efficiency'] as const).flatMap((quantity) => [
    ofRuns(quantity, true, 2016),
    ofRuns(quantity, true, 2020),
    ofRuns(quantity, false, 2016),
    ofRuns(quantity, false, 2020),
  ]),
  chipsFrom(2017),
  ofRuns('data', true, 2018),
  ofRuns('data', false, 2018),
];

/** Enough for ends of intervals to two digits. */
const DRAWS = 1000;

/** All that is observed of growth. The interval of each is of the trend of the typical run in its window. */
export const observations = ({ seed }: Pick<GrowthOptions, 'seed'>): readonly Observation[] =>
  ASKED.map(({ id, quantity, about, points, source }) => ({
    id,
    quantity,
    unit: SERIES[quantity].unit,
    about,
    growth: growthOf(points(), { draws: DRAWS, seed, of: about }),
    source,
  }));
