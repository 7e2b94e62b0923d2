/** The layer rules bite: a seeded bad tree fails by name, and the real tree passes with its modules really cruised. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isWhole } from './support/tier.ts';

type Violation = { rule: { name: string }; from: string; to: string };
type Cruise = { summary: { error: number; totalCruised: number; violations: Violation[] } };

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

function cruise(...args: string[]): Cruise['summary'] {
  const run = spawnSync(
    process.execPath,
    [command, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...args],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!run.stdout) throw new Error(run.stderr);
  return (JSON.parse(run.stdout) as Cruise).summary;
}

describe('the seeded bad tree', () => {
  const { violations } = cruise('test/fixtures/bad-layer/src');
  const rulesBrokenBy = (file: string) =>
    violations.filter(({ from }) => from.endsWith(file)).map(({ rule }) => rule.name);

  test.each([
    ['kernel/imports-cli.ts', 'layers-kernel-imports-nothing-higher'],
    ['kernel/imports-mathjs.ts', 'engine-mathjs-behind-its-adapter'],
    ['kernel/imports-numerics.ts', 'closed-forms-never-import-numerics'],
    ['kernel/cycle-one.ts', 'no-cycles'],
    ['engines/imports-kernel.ts', 'engines-import-nothing-of-ours'],
    ['numerics/root.ts', 'numerics-imports-only-the-model'],
    ['derive/recheck/goals.ts', 'step-checker-imports-nothing-of-the-engine'],
  ])('%s breaks %s', (file, rule) => {
    expect(rulesBrokenBy(file)).toContain(rule);
  });
});

// A quick run leaves it to `npm run layers`.
test.runIf(isWhole)('the real tree keeps every rule, and its modules are seen', () => {
  const summary = cruise('--exclude', '^test/fixtures', 'src');
  expect(summary.violations).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(0);
});
