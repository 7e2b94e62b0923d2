/** Who carries a program out: code that is written out where there is some, else the tape. */
import { Blocks } from './blocks.ts';
import { Rows } from './rows.ts';
import type { Runner, Task } from './runner.ts';
import { scriptOf } from './script.ts';
import { writtenWith } from './written.ts';

/** `isWritten` is false for the tape even where the program is written out. */
export function runnerOf(task: Task, isWritten: boolean): Runner {
  if (!isWritten) return new Blocks(task);
  const script = scriptOf(task.model.graph, task.stages);
  const written = writtenWith(script.fingerprint);
  return written ? new Rows(task, script, written) : new Blocks(task);
}
