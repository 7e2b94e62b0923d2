/** The steps of the GitHub Action, run with bash in a clone as a runner would; and the verb as a user meets it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRecord, recordText } from '../../src/report/check/record.ts';
import { bench } from '../cli/run.ts';
import { misfits } from '../support/schema.ts';
import { isWhole } from '../support/tier.ts';
import { actionSteps, runStep } from './action-steps.ts';

const { dist, folder, optimand } = bench();
const root = join(import.meta.dirname, '../..');
const QUICK = 'fixed-demand';
const record = readFileSync(join(root, 'derivations/laws.json'), 'utf8');

/** The record with the exponent of one law of the quick variant another, as a tool of another opinion would have written it. */
function otherRecord(): { text: string; at: string } {
  const entries = readRecord(record, 'laws.json');
  const index = entries.findIndex(({ at, kind }) => kind === 'law' && at.startsWith(QUICK));
  const entry = entries[index];
  if (!entry) throw new Error('no law is recorded');
  const changed = { ...entry, values: { ...entry.values, exponent: '7/5' } };
  return { text: recordText(entries.with(index, changed)), at: entry.at };
}

describe('the action', () => {
  const clone = join(folder, 'clone');
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
  beforeAll(() => {
    const cloned = spawnSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone], {
      encoding: 'utf8',
    });
    expect(cloned.stderr).toBe('');
    mkdirSync(join(clone, 'derivations'), { recursive: true });
  });

  /** Runs every step on a record put into the clone; the inputs are as the workflow gives them. */
  function run(text: string): { outputs: string; summary: string; comment: string } {
    writeFileSync(join(clone, 'derivations/laws.json'), text);
    writeFileSync(output, '');
    writeFileSync(summary, '');
    const steps = actionSteps();
    expect(steps.map(({ name }) => name)).toEqual(['Check', 'Summary']);
    for (const { script } of steps) {
      const ran = runStep(script, clone, {
        OPTIMAND: `${process.execPath} ${join(dist, 'cli.js')}`,
        AGAINST: 'derivations/laws.json',
        ARGUMENTS: QUICK,
        COMMENT: 'optimand-check.md',
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
      });
      expect(ran.status).toBe(0);
    }
    return {
      outputs: readFileSync(output, 'utf8'),
      summary: readFileSync(summary, 'utf8'),
      comment: readFileSync(join(clone, 'optimand-check.md'), 'utf8'),
    };
  }

  it('says that nothing changed where nothing did', () => {
    const { outputs, summary: told, comment } = run(record);
    expect(outputs).toBe('status=0\ncomment=optimand-check.md\n');
    expect(comment).toMatch(/^## Laws as recorded\n/);
    expect(told).toBe(comment);
  });

  it('lists what changed, with old and new LaTeX, and lets the workflow fail', () => {
    const { text, at } = otherRecord();
    const { outputs, comment } = run(text);
    expect(outputs).toContain('status=1');
    expect(comment).toMatch(/^## Laws changed\n[\s\S]*### Changed \(1\)\n/);
    expect(comment.replaceAll('\\', '')).toContain(at.replaceAll('\\', ''));
    expect(comment).toMatch(/exponent: \$\\frac\{7\}\{5\}\$ → \$/);
  });

  it('says in one sentence what is wrong with the record', () => {
    const { outputs, comment } = run(record.slice(0, 3000));
    expect(outputs).toContain('status=2');
    expect(comment).toMatch(
      /^## The laws could not be checked\n\noptimand: derivations\/laws.json: it is cut short after line \d+; .*\.\n$/,
    );
  });
});

describe('the verb', () => {
  it.runIf(isWhole)(
    'answers in the envelope of its schema, the same bytes again, 0 where nothing differs',
    () => {
      const args = ['check', QUICK, '--against', join(root, 'derivations/laws.json'), '--format', 'json'];
      const { status, out, err } = optimand(...args);
      expect([status, err]).toEqual([0, '']);
      expect(optimand(...args).out).toBe(out);
      expect(
        misfits(JSON.parse(readFileSync(join(dist, 'schemas/check.json'), 'utf8')), JSON.parse(out)),
      ).toEqual([]);
    },
  );

  it('names the law that differs and exits with 1; --update takes over what is found', () => {
    const path = join(folder, 'laws.json');
    const { text, at } = otherRecord();
    writeFileSync(path, text);
    const differs = optimand('check', QUICK, '--against', path);
    expect(differs.status).toBe(1);
    expect(differs.err).toContain(`1 law differs from ${path}, the first of them ${at} (other-law)`);
    for (const line of differs.out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(optimand('check', QUICK, '--against', path, '--update').status).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(record);
    expect(optimand('check', QUICK, '--against', path).status).toBe(0);
  });

  it('refuses what is no variant and no record with one sentence and 2', () => {
    for (const args of [
      ['check', 'nonsense'],
      ['check', '--against', 'none.json'],
      ['check', '--against', folder],
    ]) {
      const { status, out, err } = optimand(...args);
      expect([status, out]).toEqual([2, '']);
      expect(err).toMatch(/^optimand: [^\n]+\n$/);
    }
  });
});
