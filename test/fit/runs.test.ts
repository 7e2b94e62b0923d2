import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type FitWorker, lawOf, pieceOf, problemOf } from '../../src/fit/fit-job.ts';
import { fitLaw } from '../../src/fit/fit-law.ts';
import { formulaProblem } from '../../src/fit/formula.ts';
import { huberLoss, huberMinima } from '../../src/fit/huber.ts';
import type { Run } from '../../src/fit/loss-laws/law.ts';
import { LOSS_LAWS } from '../../src/fit/loss-laws/registry.ts';
import { type ReadOptions, readRuns } from '../../src/fit/runs.ts';
import { orSentence } from '../support/terms.ts';
import { byTier } from '../support/tier.ts';

const FOLDER = 'data/training-runs';
const fileOf = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8');
const OPTIONS: ReadOptions = { path: 'runs.csv', columns: {}, where: {}, needsUniqueTokens: false };
const FIT = { delta: 1e-3, starts: 20, draws: 0, seed: 1 };

const said = (text: string, options: Partial<ReadOptions> = {}): unknown =>
  orSentence(() => readRuns(text, { ...OPTIONS, ...options }));
const fitted = (text: string): Promise<unknown> =>
  fitLaw('chinchilla', readRuns(text, OPTIONS).runs, FIT).catch((error: Error) => error.message);

test('the data are those that their README describes', () => {
  const readme = fileOf('README.md');
  for (const name of ['gadre_overtraining_runs.csv', 'datablations_runs.csv', 'datablations_fit_runs.csv']) {
    const digest = createHash('sha256')
      .update(readFileSync(`${FOLDER}/${name}`))
      .digest('hex');
    expect(readme).toContain(`\`${name}\``);
    expect(readme).toContain(digest);
  }
});

describe('a table of runs', () => {
  test('is read with the columns that are known by name', () => {
    const { runs, columns } = readRuns(fileOf('datablations_runs.csv'), {
      ...OPTIONS,
      needsUniqueTokens: true,
    });
    expect(runs).toHaveLength(229);
    expect(columns).toEqual({
      params: 'params',
      tokens: 'tokens',
      unique_tokens: 'unique_tokens',
      loss: 'val_loss',
    });
    expect(runs[0]).toEqual({ line: 2, params: 2.81e9, tokens: 4e9, uniqueTokens: 4e9, loss: 3.265024 });
  });

  test('keeps the rows that are asked for', () => {
    const { runs } = readRuns(fileOf('gadre_overtraining_runs.csv'), {
      ...OPTIONS,
      columns: { loss: 'loss_c4_val' },
      where: { train_dataset: 'rpj' },
    });
    expect(runs).toHaveLength(35);
  });

  test.each([
    ['an empty file', '', 'runs.csv: it is empty; give a first row of names and a row a run.'],
    ['no rows', 'params,tokens,loss\n', 'runs.csv: it has no rows; give a row a run.'],
    [
      'no loss',
      'params,tokens\n1,2\n',
      'runs.csv: no column is the loss; say which with --columns loss=params.',
    ],
    [
      'two losses',
      'params,tokens,loss_a,loss_b\n1,2,3,4\n',
      'runs.csv: 2 columns could be the loss; say which with --columns loss=loss_a.',
    ],
    [
      'text in a number',
      'params,tokens,loss\n1e9,2e10,3\n1e9,many,3\n',
      'runs.csv line 3: tokens = many is not allowed; it must be a positive number.',
    ],
    [
      'a loss of zero',
      'params,tokens,loss\n1e9,2e10,0\n',
      'runs.csv line 2: loss = 0 is not allowed; it must be a positive number.',
    ],
    [
      'a negative loss',
      'params,tokens,loss\n1e9,2e10,-1\n',
      'runs.csv line 2: loss = -1 is not allowed; it must be a positive number.',
    ],
    [
      'an empty cell after a quoted line break',
      'params,tokens,loss,note\n1e9,2e10,3,"a\nb"\n1e9,,3,c\n',
      'runs.csv line 4: tokens = (empty) is not allowed; it must be a positive number.',
    ],
    [
      'a short row',
      'params,tokens,loss\n1e9,2e10\n',
      'runs.csv: line 2 is no row of its table; give every row as many cells as the first.',
    ],
    [
      'a hexadecimal number',
      'params,tokens,loss\n0x10,2e10,3\n',
      'runs.csv line 2: params = 0x10 is not allowed; it must be a positive number.',
    ],
  ])('%s is told so', (_, text, sentence) => expect(said(text)).toBe(sentence));

  test('names a column that is not there', () => {
    expect(said('params,tokens,loss\n1,2,3\n', { columns: { loss: 'los' } })).toBe(
      'runs.csv: it has no column "los"; did you mean "loss"?',
    );
    expect(said('params,tokens,loss\n1,2,3\n', { where: { set: 'c4' } })).toMatch(/no column "set"/);
    expect(said('params,tokens,loss,set\n1,2,3,c4\n', { where: { set: 'c5' } })).toMatch(
      /no row is as --where asks/,
    );
  });
});

describe('runs that cannot tell the law', () => {
  const rows = (count: number, tokens: (i: number) => number): string =>
    `params,tokens,loss\n${Array.from({ length: count }, (_, i) => `${10 ** (7 + i / 4)},${tokens(i)},${3 - i / 20}`).join('\n')}\n`;

  test('one row', async () =>
    expect(await fitted(rows(1, () => 1e9))).toMatch(/5 constants cannot be told from 1 run in/));
  test('all on one ray', async () =>
    expect(await fitted(rows(12, (i) => 20 * 10 ** (7 + i / 4)))).toMatch(
      /all runs lie on one ray.*params and tokens/,
    ));
  test.each([
    ['params', 'A, alpha', (i: number) => [1e9, 10 ** (9 + i / 4)]],
    ['tokens', 'B, beta', (i: number) => [10 ** (7 + i / 4), 1e10]],
  ])('the same %s in all', async (name, letters, at) => {
    const lines = Array.from({ length: 12 }, (_, i) => `${at(i).join()},${3 - i / 20}`);
    const text = ['params,tokens,loss', ...lines].join('\n');
    expect(await fitted(text)).toMatch(
      `all runs have the same ${name}, so ${letters} and E0 cannot be told apart`,
    );
  });
  test('two sizes, or two numbers of tokens, which leave a pair of weight and exponent for every E0', async () => {
    const text = (at: (i: number, j: number) => readonly [number, number]): string =>
      [
        'params,tokens,loss',
        ...[0, 1].flatMap((i) =>
          [0, 1, 2, 3].map((j) => {
            const [params, tokens] = at(i, j);
            return `${params},${tokens},${1.7 + 406 * params ** -0.34 + 411 * tokens ** -0.28}`;
          }),
        ),
      ].join('\n');
    const ofSizes = text((i, j) => [10 ** (8 + i), 10 ** (9 + j)]);
    expect(await fitted(ofSizes)).toMatch('all runs have one of 2 params, so A, alpha and E0');
    expect(await fitted(text((i, j) => [10 ** (8 + j), 10 ** (9 + i)]))).toMatch(
      'all runs have one of 2 tokens, so B, beta and E0',
    );
    // With E0 given the two sizes tell both.
    const found = await fitLaw('chinchilla', readRuns(ofSizes, OPTIONS).runs, { ...FIT, fixed: { E0: 1.7 } });
    expect(found.letters.find(({ name }) => name === 'alpha')?.value).toBeCloseTo(0.34, 4);
  });
  test('nearly on one ray: the condition number warns', async () => {
    const found = await fitLaw(
      'chinchilla-equal',
      readRuns(
        rows(30, (i) => (20 + 0.05 * (i % 2)) * 10 ** (7 + i / 4)),
        OPTIONS,
      ).runs,
      FIT,
    );
    expect(found.condition).toBeGreaterThan(1e4);
    expect(found.warnings.join()).toMatch(/hardly hold some constant/);
  });
  test('within a tenth of one ray, exponents apart: it warns too', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => {
      const params = 10 ** (7 + i / 10);
      const tokens = (20 + 2 * (i % 2)) * params;
      return `${params},${tokens},${1.8 + 482 * params ** -0.35 + 2085 * tokens ** -0.37}`;
    });
    const { runs } = readRuns(['params,tokens,loss', ...lines].join('\n'), OPTIONS);
    const found = await fitLaw('chinchilla', runs, FIT);
    expect(found.warnings.join()).toMatch(/hardly hold some constant/);
  });
});

test("Gadre et al.'s runs on C4: most starts agree, and the interval of every constant holds it", async () => {
  const { runs } = readRuns(fileOf('gadre_overtraining_runs.csv'), {
    ...OPTIONS,
    columns: { loss: 'loss_c4_val' },
    where: { train_dataset: 'c4_original' },
  });
  const found = await fitLaw('chinchilla', runs, { ...FIT, starts: 40, draws: 20, seed: 20260514 });
  expect(found.fit.agreeing).toBeGreaterThan(20);
  expect(found.fit.slope).toBeLessThan(1e-6);
  expect(found.draws).toHaveLength(20);
  for (const { value, low, high } of found.letters) {
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  }
  const again = await fitLaw('chinchilla', runs, { ...FIT, starts: 40, draws: 20, seed: 20260514 });
  expect(again.letters).toEqual(found.letters);
});

describe("Muennighoff et al.'s runs, which repeat data", () => {
  const law = LOSS_LAWS['repeated-data'];
  const { runs } = readRuns(fileOf('datablations_runs.csv'), { ...OPTIONS, needsUniqueTokens: true });
  const problem = formulaProblem(law.formula, {
    rows: runs.map((run) => law.columnsOf(run)),
    observed: runs.map(({ loss }) => Math.log(loss)),
  });
  // Logarithms of A, B and E, the exponents and both R*, as in data/scaling-laws.csv and its source.
  const theirs = [
    6.255414,
    7.3049974,
    0.6254804,
    0.3526596,
    0.3526596,
    Math.log(15.387756),
    Math.log(5.309743),
  ];

  test('are fitted no worse than by their constants, from most starts that reach the best', async () => {
    const found = await fitLaw('repeated-data', runs, { ...FIT, starts: byTier(10, 24), seed: 20260514 });
    expect(found.fit.loss).toBeLessThan(huberLoss(problem, 1e-3, theirs).value);
    expect(found.letters.every(({ value }) => Number.isFinite(value) && value > 0)).toBe(true);
  });
  test('have derivatives, in both pieces of the law, that are those of the value', () => {
    const slopes = problem.jacobian(theirs);
    for (const [j, value] of theirs.entries()) {
      const step = 1e-6 * Math.max(1, Math.abs(value));
      const moved = (by: number): number[] => problem.residuals(theirs.map((p, k) => (k === j ? p + by : p)));
      const [up, down] = [moved(step), moved(-step)];
      for (const [i, row] of slopes.entries())
        expect(Math.abs((row[j] ?? 9) - ((up[i] ?? 0) - (down[i] ?? 0)) / (2 * step))).toBeLessThan(1e-6);
    }
  });
});

describe("Muennighoff et al.'s own procedure: their 182 runs, all but R* held at Hoffmann et al.'s C4 points", () => {
  const read = (name: string) => readRuns(fileOf(name), { ...OPTIONS, needsUniqueTokens: true }).runs;
  const runs = read('datablations_fit_runs.csv');
  const fixed = {
    A: Math.exp(6.255414),
    B: Math.exp(7.3049974),
    E0: Math.exp(0.6254804),
    alpha: 0.3526596,
    beta: 0.3526596,
  };
  const law = lawOf({ law: 'repeated-data', fixed });
  const problem = problemOf(law, runs);
  const published = [Math.log(15.387756), Math.log(5.309743)];

  test('the runs are those of the larger table but for one more and one loss', () => {
    const key = ({ params, tokens, uniqueTokens }: Run): string => [params, tokens, uniqueTokens].join();
    const all = new Map(read('datablations_runs.csv').map((run) => [key(run), run.loss]));
    const others = runs.filter((run) => all.get(key(run)) !== run.loss);
    expect(runs).toHaveLength(182);
    expect(others.map(({ params, tokens, loss }) => [params, tokens, loss])).toEqual([
      [8.67e9, 1.78e11, 2.451606],
      [7098752, 1e8, 8.102005],
    ]);
  });
  test('the objective is theirs: at their constants it has the value that their notebook prints', () => {
    expect(huberLoss(problem, 1e-3, published).value).toBeCloseTo(0.0158259366, 8);
  });
  test('their constants are a local minimum, to where their descent stopped', () => {
    const [found] = huberMinima(problem, 1e-3, [published]);
    const [Rstar = 0, RNstar = 0] = found?.at.map(Math.exp) ?? [];
    expect(Math.abs(Rstar / 15.387756 - 1)).toBeLessThan(2e-3);
    expect(Math.abs(RNstar / 5.309743 - 1)).toBeLessThan(2e-3);
  });
  test('it is not the lowest: two others are, and the fit says that the runs hardly tell', async () => {
    const found = await fitLaw('repeated-data', runs, { ...FIT, starts: 24, fixed });
    expect(found.fit.loss).toBeLessThan(0.01581);
    expect(found.others).toHaveLength(2);
    expect(found.others.at(-1)?.constants.Rstar).toBeCloseTo(15.37, 1);
    expect(found.warnings.join()).toMatch(/2 other minima/);
    expect(found.letters.filter((one) => one.fixed).map(({ name }) => name)).toEqual(Object.keys(fixed));
  });
});

describe('constants that are given', () => {
  test.each([
    [{ A: -1 }, 'A = -1 is not allowed; it must be a positive number.'],
    [{ Rstar: 3 }, 'chinchilla has no constant "Rstar" to fix'],
    [{ alpah: 0.3 }, 'did you mean "alpha"?'],
    [{ A: 1, B: 1, E0: 1, alpha: 1, beta: 1 }, 'every constant of chinchilla is fixed'],
  ])('%j', (fixed, sentence) => {
    expect(
      orSentence(() => lawOf({ law: 'chinchilla', fixed: { ...fixed } as Record<string, number> })),
    ).toContain(sentence);
  });
  test('in the law with one exponent beta is alpha', () =>
    expect(orSentence(() => lawOf({ law: 'chinchilla-equal', fixed: { beta: 0.3 } }))).toContain(
      'no constant "beta"',
    ));
});

test('a fit is the same whoever does its pieces, in whatever order', async () => {
  const { runs } = readRuns(fileOf('gadre_overtraining_runs.csv'), {
    ...OPTIONS,
    columns: { loss: 'loss_c4_val' },
    where: { train_dataset: 'c4_original' },
  });
  const backwards: FitWorker = async (job, tasks, done) =>
    tasks
      .toReversed()
      .map((task) => {
        done();
        return pieceOf(structuredClone(job), structuredClone(task));
      })
      .toReversed();
  const options = { ...FIT, starts: byTier(6, 12), draws: byTier(4, 9) };
  const [one, other] = [
    await fitLaw('chinchilla', runs, options),
    await fitLaw('chinchilla', runs, { ...options, worker: backwards }),
  ];
  expect(other.letters).toEqual(one.letters);
  expect(other.draws).toEqual(one.draws);
  expect(other.fit).toEqual(one.fit);
});
