import { deformedLog } from './deformed-log.ts';
import { exp } from './exp.ts';
import type { KernelFunction } from './function.ts';
import { lambertW0, lambertWm1 } from './lambert-w.ts';
import { ln } from './ln.ts';
import { max } from './max.ts';
import { min } from './min.ts';
import type { FunctionName } from './names.ts';

/** Every function of the kernel: total, so that a name without a record does not compile. */
export const FUNCTIONS: Readonly<Record<FunctionName, KernelFunction>> = {
  ln,
  exp,
  min,
  max,
  deformed_log: deformedLog,
  lambert_w0: lambertW0,
  lambert_wm1: lambertWm1,
};
