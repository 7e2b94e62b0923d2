/** The steps of the composite action, and a run of one with bash as a runner would do it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface ActionStep {
  readonly name: string;
  readonly script: string;
}

/** The `run` steps of a composite action: the text after `run:`, on its line or indented below it. */
export function actionSteps(): readonly ActionStep[] {
  const action = readFileSync(join(root, '.github/actions/check/action.yml'), 'utf8');
  const [, steps = ''] = action.split(/^ {2}steps:\n/m);
  return steps.split(/^ {4}- /m).flatMap((step) => {
    const name = /(?:^| )name: (.*)/.exec(step)?.[1] ?? '';
    const block = /^ {6}run: \|\n((?: {8}.*\n|\n)+)/m.exec(step)?.[1]?.replace(/^ {8}/gm, '');
    const script = block ?? /^ {6}run: (.*)$/m.exec(step)?.[1];
    return script === undefined ? [] : [{ name, script }];
  });
}

export const runStep = (script: string, cwd: string, environment: Readonly<Record<string, string>>) =>
  spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
