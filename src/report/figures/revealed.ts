/** The data behind the figure of `reveal`, out of its result. */
import type { RevealedFigure } from '../../figures/revealed.ts';
import type { RevealResult } from '../schemas/reveal.ts';

const HELD = { rho: 'ρ held', b: 'b held' } as const;
const SHORT: Readonly<Record<string, string>> = {
  bound: "theorem 1's bound",
  'inference-dominated': 'inference dominates',
  'training-dominated': 'training dominates',
  'data-bound': 'data bind',
};

/** One row of panels for each letter that is held. */
export function revealedFigure(result: RevealResult): RevealedFigure {
  const { scenario, spend, revealed, binds, sources, record } = result;
  const inOrder = (['rho', 'b'] as const).flatMap((hold) => revealed.filter((one) => one.hold === hold));
  return {
    figure: 'revealed',
    title: `What spending reveals, by the scenario ${scenario}`,
    observed: spend.growth,
    panels: inOrder.map(({ law, hold, permitted, gamma, admissible, tooFast, tooSlow }) => ({
      title: `${SHORT[law] ?? law}, ${HELD[hold]}`,
      permitted,
      gamma,
      admissible,
      tooFast,
      tooSlow,
    })),
    paths: binds.map(({ path, year, never }) => ({
      name: `data on the path ${path.replace('rho', 'ρ')}`,
      year,
      never,
    })),
    sources: [`Record: ${record}.`, `Sources: ${sources.join('; ')}.`],
  };
}
