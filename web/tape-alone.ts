/** In the page no program is written out: thirteen of them weigh more than they gain where one firm is solved at a time. */
import { Blocks } from '../src/numerics/fast/blocks.ts';
import type { Runner, Task } from '../src/numerics/fast/runner.ts';

export const runnerOf = (task: Task): Runner => new Blocks(task);
