/** What the page is built with, made at the build: presets from the shipped scenarios, and KaTeX's style sheet with its fonts. */
import { SCENARIO_IDS } from '../src/data/scenario-file.ts';
import { VARIANTS } from '../src/economics/variants/registry.ts';
import { katexStyle } from '../src/engines/katex-style.ts';
import { firmOf, OPEN_SHAPE_VALUES } from '../src/report/figures/firm.ts';
import { numberText } from '../src/report/numbers.ts';
import { middleOf, scenarioOf } from '../src/report/scenario/compile.ts';
import type { State } from './state.ts';

const textsOf = (values: Readonly<Record<string, number>>): State['set'] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, numberText(Number(value.toPrecision(6)))]),
  );

const round = OPEN_SHAPE_VALUES.map((gamma) => ({
  name: `round numbers, gamma = ${gamma}`,
  state: { variant: 'baseline', set: textsOf(firmOf(VARIANTS.baseline, { gamma }, [])) },
}));

const scenarios = SCENARIO_IDS.flatMap((id) => {
  const scenario = scenarioOf(id);
  const values = scenario.parametersAt(middleOf(scenario));
  return values
    ? [{ name: `scenario ${id}`, state: { variant: scenario.model.id, set: textsOf(values) } }]
    : [];
});

export const presets: readonly { readonly name: string; readonly state: State }[] = [...round, ...scenarios];
export { katexStyle };
