/** `check` on models of one's own: a file, a folder of them, and the steps of the GitHub Action on such a folder. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/report/check/record.ts';
import { bench } from '../cli/run.ts';
import { isWhole } from '../support/tier.ts';
import { actionSteps, runStep } from './action-steps.ts';

const { dist, folder, file, optimand } = bench();

/** A model of which everything is found quickly, with the FLOP of training per parameter and token. */
const model = (id: string, flop = 6): string =>
  JSON.stringify({
    id,
    blocks: [{ price: 'omega*f', sales: 'T' }, { cost: { training: `${flop}*n*d/E` } }],
  });

describe('check of one model', () => {
  it.runIf(isWhole)(
    'records it beside its file, finds it unchanged, and tells a change',
    () => {
      const path = file('mine.json', model('mine'));
      const record = join(folder, 'mine.laws.json');
      const updated = optimand('check', '--model', path, '--update', '--quiet');
      expect(updated).toMatchObject({ status: 0, err: '' });
      const entries = readRecord(readFileSync(record, 'utf8'), record);
      expect(entries.length).toBeGreaterThan(50);
      expect(entries.every(({ at }) => at.startsWith('mine / '))).toBe(true);

      const same = optimand('check', '--model', path, '--quiet');
      expect(same).toMatchObject({ status: 0, err: '' });
      expect(same.out).toContain('Nothing differs');

      file('mine.json', model('mine', 7));
      const changed = optimand('check', '--model', path, '--against', record, '--quiet', '--format', 'json');
      expect(changed.status).toBe(1);
      const { result } = JSON.parse(changed.out);
      expect(result.changed.map(({ change }: { change: string }) => change)).toContain('other-condition');
      expect(result.changed.every(({ at }: { at: string }) => at.startsWith('mine / '))).toBe(true);
    },
    240_000,
  );
});

describe('check of a folder', () => {
  const own = join(folder, 'own models');
  mkdirSync(own);
  it.runIf(isWhole)(
    'looks at every model, tells one that is gone, and runs as an action',
    () => {
      writeFileSync(join(own, 'one.json'), model('one'));
      writeFileSync(join(own, 'two.json'), model('two'));
      expect(optimand('check', '--model', own, '--update', '--quiet')).toMatchObject({ status: 0, err: '' });
      writeFileSync(join(own, 'one.json'), model('one', 7));
      rmSync(join(own, 'two.json'));
      const environment = {
        OPTIMAND: `${process.execPath} ${join(dist, 'cli.js')}`,
        MODELS: own,
        AGAINST: '',
        ARGUMENTS: '',
        COMMENT: 'comment.md',
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      };
      for (const { script } of actionSteps()) expect(runStep(script, folder, environment).status).toBe(0);
      expect(readFileSync(join(folder, 'output'), 'utf8')).toContain('status=1');
      const comment = readFileSync(join(folder, 'comment.md'), 'utf8');
      expect(comment).toContain('one / conditions');
      expect(comment).toContain('two / ');
    },
    240_000,
  );

  it('refuses an id that stands in two files, and a folder without models', () => {
    for (const name of ['one', 'two']) writeFileSync(join(own, `${name}.json`), model('one'));
    const twice = optimand('check', '--model', own, '--quiet');
    expect(twice.status).toBe(2);
    expect(twice.err).toContain('the model "one" stands in');
    const none = join(folder, 'none');
    mkdirSync(none);
    const empty = optimand('check', '--model', none, '--quiet');
    expect(empty).toMatchObject({ status: 2, out: '' });
    expect(empty.err).toContain('holds no model');
  });
});
