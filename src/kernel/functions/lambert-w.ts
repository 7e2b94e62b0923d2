import { add, call, divide, multiply, type Term } from '../term.ts';
import { argumentList } from '../tex/piece.ts';
import type { KernelFunction, Sign } from './function.ts';
import type { FunctionName } from './names.ts';

const branchOf = (name: FunctionName, branch: 0 | -1, sign: (argument: Sign) => Sign): KernelFunction => ({
  name,
  arity: 1,
  meaning: `real branch ${branch} of the solution w of w e^w = x`,
  source: 'Corless et al. 1996',
  tex: (args) => `W_{${branch}}${argumentList(args)}`,
  partial: ([x]) => {
    const w = call(name, x as Term);
    return divide(1, multiply(call('exp', w), add(1, w)));
  },
  evaluate: (arithmetic, [x]) => arithmetic.lambertW(branch, x as never),
  sign: ([x]) => sign(x?.sign() ?? 'unknown'),
  defined: ([x = Number.NaN]) => x >= -1 / Math.E && (branch === 0 || x < 0),
});

/** The principal branch, w ≥ -1; it has the sign of its argument. */
export const lambertW0 = branchOf('lambert_w0', 0, (argument) => argument);
/** The lower branch, w ≤ -1, for arguments in [-1/e, 0); always negative. */
export const lambertWm1 = branchOf('lambert_wm1', -1, () => 'negative');
