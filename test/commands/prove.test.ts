/** What is proved, recorded as it is printed: of theorems and steps as Coq and the step checker would give them, and of refusals. */
import { expect, test } from 'vitest';
import type { RecheckRow } from '../../src/derive/recheck/recheck.ts';
import { CLASSICAL_REALS, type Proofs } from '../../src/report/prove.ts';
import { PROVE_RENDERERS } from '../../src/report/render/prove.ts';
import { recheckText } from '../../src/report/render/recheck.ts';
import { optimand, recorder } from '../support/commands.ts';
import { expectGolden } from '../support/goldens.ts';

const { record, folder } = recorder('prove');

test('help and refusals', () =>
  record('wrong', [
    'prove --help',
    'prove nothing',
    'prove theorem-4',
    'prove --format tex',
    'prove x --format json',
  ]));

const PROOFS: Proofs = {
  coq: '8.16.1',
  files: ['Sales.v', 'Ray.v'],
  theorems: [
    {
      name: 'best_sales',
      file: 'Sales.v',
      claims: [
        { id: 'best-sales', reading: 'at given n and d' },
        { id: 'data-bound-spend-falls-with-data-efficiency', reading: 'b held' },
        { id: 'best-sales', reading: 'another' },
      ],
      says: 'the best sales of a model are where marginal revenue is marginal cost',
      hypotheses: ['delta > 0', 'omega f > 2n/E'],
      statement: 'Theorem best_sales : forall t, profit t <= profit best.',
      axioms: [CLASSICAL_REALS[1] ?? '', CLASSICAL_REALS[3] ?? ''],
    },
    {
      name: 'a_lemma',
      file: 'Ray.v',
      claims: [],
      says: 'it holds',
      hypotheses: [],
      statement: 'Lemma a_lemma : True.',
      axioms: [],
    },
  ],
  failures: [],
};

const ROWS: readonly RecheckRow[] = [
  {
    derivation: 'best-sales',
    steps: 10,
    inputs: 3,
    accepted: 7,
    exact: 5,
    rejected: [],
    notJudged: {},
    worst: 3e-12,
  },
  {
    derivation: 'theorems-1-and-2',
    steps: 24,
    inputs: 4,
    accepted: 17,
    exact: 2,
    rejected: [{ step: 4, rule: 'solve', why: 'it does not follow' }],
    notJudged: { limit: 2, inspect: 1 },
    worst: 0,
  },
];

test('what is proved, and what is not', () => {
  const failed: Proofs = { ...PROOFS, failures: ['Sales.v does not compile: Error: no such lemma'] };
  const none: Proofs = { ...PROOFS, theorems: [], failures: [...failed.failures, 'Ray.v assumes an axiom'] };
  const shown = [PROOFS, failed, none].flatMap((proofs) => [
    PROVE_RENDERERS.text(proofs),
    PROVE_RENDERERS.md(proofs),
  ]);
  expectGolden('commands/prove/proofs.txt', shown.join('\n----\n'));
});

test('what the step checker found', () => {
  expectGolden(
    'commands/prove/steps.txt',
    [recheckText(ROWS), recheckText(ROWS.slice(0, 1)), recheckText([])].join('\n----\n'),
  );
});

/** Runs without any program on the path. */
async function withoutPrograms<T>(run: () => Promise<T>): Promise<T> {
  const { PATH } = process.env;
  process.env.PATH = '/nowhere';
  try {
    return await run();
  } finally {
    process.env.PATH = PATH;
  }
}

test('without the programs that it needs it says what to install', async () => {
  const [proved, typeset] = await withoutPrograms(async () => [
    await optimand('prove', 'best-sales'),
    await optimand('report', 'compute-optimal', '--pdf', '--out', folder),
  ]);
  expect(proved).toEqual({
    status: 2,
    out: '',
    err: 'optimand: Coq is not installed; install both, on Debian and Ubuntu with `apt-get install coq libcoq-coquelicot` (8.16 and 3.2 or newer).\n',
  });
  expect(typeset).toEqual({
    status: 2,
    out: '',
    err: 'optimand: --pdf needs pdflatex, which is not installed; leave out --pdf, or install texlive-latex-recommended.\n',
  });
});
