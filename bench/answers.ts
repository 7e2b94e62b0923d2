/**
 * Milliseconds of a processor that the page's engine takes for one answer, which a busy machine hardly changes: the optimum with its
 * elasticities at once, the points of the figure, and the same optimum by the referee. Run by `run.mjs`; prints JSON.
 */
import { VARIANT_IDS, VARIANTS, type VariantId } from '../src/economics/variants/registry.ts';
import { growthPoints } from '../src/report/figures/growth.ts';
import { byFastSolver } from '../src/report/figures/optima-along.ts';
import { optimize } from '../src/report/optimize.ts';
import { optimizeAtOnce } from '../src/report/optimize-at-once.ts';
import { firmValues } from '../src/report/point.ts';
import { inTurn } from './measure.ts';

const ROUNDS = 9;
/** Answers a round: a clock of processor time is too coarse for one. */
const TIMES = { once: 100, points: 20, referee: 2 };

function timesOf(id: VariantId): Record<string, unknown> {
  const model = VARIANTS[id];
  const values = firmValues(model, {});
  let moved = 0;
  const next = (): typeof values => ({ ...values, a: (values.a as number) * (1 + (++moved % 50) / 100) });
  const again = (work: () => unknown, times: number) => ({
    run: () => {
      for (let i = 0; i < times; i++) work();
    },
    times,
  });
  const measured = inTurn(
    {
      once: again(() => optimizeAtOnce(model, next()), TIMES.once),
      points: again(() => growthPoints(model, { set: next(), along: byFastSolver }), TIMES.points),
      referee: again(() => optimize(next(), { variant: model }), TIMES.referee),
    },
    ROUNDS,
  );
  return {
    name: id,
    ...Object.fromEntries(measured.map(({ name, microseconds }) => [name, microseconds / 1000])),
  };
}

console.log(JSON.stringify(VARIANT_IDS.map(timesOf)));
