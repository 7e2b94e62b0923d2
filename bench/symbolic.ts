/**
 * Milliseconds of processor time of one piece of symbolic work in a process of its own, in which nothing is known yet:
 * `laws VARIANT` by dominant balance, in the case of one firm, or `derive MODEL`; `list` prints
 * the variants. Run by `run.mjs`.
 */
import { lawsOfModel } from '../src/derive/laws.ts';
import { modelOf, VARIANT_IDS } from '../src/economics/variants/registry.ts';
import { drawBox, place } from '../src/numerics/pool.ts';
import { derivationsOf } from '../src/report/derive.ts';

const SEED = 20260514;
const [what, id] = process.argv.slice(2) as [string, string];

function milliseconds(): number {
  const model = modelOf(id);
  const [draw] = drawBox(SEED, 1);
  if (!draw) throw new Error('no firm was drawn');
  const { values } = place(model, { ...draw, breakEvenFactor: null });
  const start = process.cpuUsage();
  if (what === 'laws') lawsOfModel(model, 'E', { at: values });
  else derivationsOf(model);
  return process.cpuUsage(start).user / 1000;
}

console.log(what === 'list' ? JSON.stringify(VARIANT_IDS) : milliseconds());
