/** The thread of a calibration: firms of a scenario's model come in, what each of them does goes out. */
import { type Chosen, chosenBy, type Firm } from '../../report/calibrate.ts';
import { type Scenario, scenarioOf } from '../../report/scenario/compile.ts';

export interface CalibrateTask {
  readonly scenario: string;
  readonly firms: readonly Firm[];
}

let known: { readonly name: string; readonly scenario: Scenario } | null = null;

export default function work({ scenario: name, firms }: CalibrateTask): readonly Chosen[] {
  if (known?.name !== name) known = { name, scenario: scenarioOf(name) };
  return chosenBy(known.scenario.model, firms);
}
