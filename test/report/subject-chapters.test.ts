/** What each chapter of a report about one subject says, in its whole text: of a firm of which all is found, and of a problem of which nothing is. */
import { describe, expect, test } from 'vitest';
import { reportMarkdown } from '../../src/report/paper/faces/markdown.ts';
import type { SubjectReport } from '../../src/report/schemas/subject-report.ts';
import { gapsIn } from '../../src/report/subject/chapters/gaps.ts';
import {
  SUBJECT_CHAPTERS,
  subjectFigures,
  subjectSources,
} from '../../src/report/subject/chapters/registry.ts';
import { TOOL } from '../../src/report/version.ts';
import { expectGolden } from '../support/goldens.ts';

const formula = (text: string, tex = text) => ({ text, tex });
const words = (text: string) => [{ kind: 'words' as const, text }];
const letter = (name: string, meaning: string, unit = '1') => ({
  name,
  tex: name === 'alpha' ? '\\alpha' : name,
  meaning,
  unit,
  domain: 'positive',
});
const given = (name: string, value: number | null, isGiven = true) => ({
  ...letter(name, `letter ${name}`),
  value,
  isGiven,
});
const found = <T>(command: string, value: T) => ({ command, found: value, missing: null });
const missing = (command: string, why: string) => ({ command, found: null, missing: why });

const PROFIT = letter('profit', 'profit', 'dollar');
const SIZE = letter('n', 'model parameters', 'parameter');

const derivation = {
  id: 'ray',
  title: words('The efficient ray'),
  statement: words('Both limits bind.'),
  source: 'Hao & Merrill 2026, §3',
  variant: 'own',
  uses: ['sales', 'elsewhere'],
  steps: [
    {
      number: 1,
      words: words('Both are equal'),
      formula: { text: 'a = b', rows: 'a &= b', label: '' },
      reason: words('assume'),
    },
    { number: 2, words: words('So it is'), formula: null, reason: words('substitute, from (1)') },
  ],
  letters: [words('Here k is a constant.')],
  results: [
    {
      name: 'ray',
      title: words('The ray'),
      step: 1,
      formula: { text: 'a = b', rows: 'a &= b', label: '' },
      open: [],
      domain: words('a > 0'),
    },
    {
      name: 'size',
      title: words('The best size'),
      step: null,
      formula: null,
      open: words('it has no closed form'),
      domain: [],
    },
  ],
};

const FIRM: SubjectReport = {
  seed: 7,
  about: {
    id: 'own',
    title: 'A firm of my own',
    kind: 'equilibrium',
    isFirm: true,
    meaning: 'buyers come slowly, and alpha counts.',
    source: '',
    call: '--model own.json',
    again: 'optimand report --model own.json --out report',
    objective: { name: 'profit', formula: formula('p*t', 'p t') },
    parts: [
      { name: 'quality', meaning: 'the scarcer counts', formula: null, source: 'Hao & Merrill 2026' },
      { name: 'market', meaning: 'several sellers', formula: null, source: 'Cournot 1838' },
      { name: 'cost', meaning: 'bought', formula: null, source: 'Hao & Merrill 2026' },
    ],
    constraints: [
      { name: 'data-bound', meaning: 'data run out', formula: formula('d <= D', 'd \\le D'), source: '' },
      { name: 'shown in words', meaning: 'no formula', formula: null, source: '' },
    ],
    variables: [SIZE, letter('d', 'training tokens', 'token')],
    quantities: [SIZE, letter('d', 'training tokens', 'token'), PROFIT, letter('mu', 'worth of data')],
    parameters: [given('alpha', 0.25), given('E', 1e18, false), given('D', null), given('s', 2, false)],
    assumptions: [{ formula: formula('alpha < 1', '\\alpha < 1'), because: 'alpha is less than one' }],
  },
  derivations: found('optimand derive --model own.json', [
    derivation,
    { ...derivation, id: 'sales', uses: [] },
  ]),
  laws: [
    found('optimand laws --model own.json --in E', {
      in: 'E',
      quantities: ['n', 'd', 'profit'],
      regimes: [
        { case: 'gamma > 0', name: 'inference-dominated', exponents: { n: formula('1/2'), d: formula('1') } },
        {
          case: '',
          name: 'training-dominated',
          exponents: { n: formula(`1/(${'alpha + '.repeat(8)}1)`), d: formula('0'), profit: formula('2') },
        },
      ],
      story: [
        { kind: 'case', words: words('Where gamma > 0') },
        {
          kind: 'regime',
          words: [...words('inference-dominated: '), { kind: 'formula', text: 'E', tex: 'E' }],
        },
        { kind: 'formulas', lead: words('It follows'), formulas: [formula('n ~ E')] },
        { kind: 'formulas', lead: [], formulas: [formula('d ~ E')] },
        { kind: 'note', words: words('A note.') },
        { kind: 'prose', words: words('And prose.') },
      ],
      open: ['which regime comes first'],
      warnings: ['E is far from realistic'],
    }),
    found('optimand laws --model own.json --in D', {
      in: 'D',
      quantities: [],
      regimes: [],
      story: [],
      open: [],
      warnings: [],
    }),
    missing('optimand laws --model own.json --in s', 's is an exponent'),
  ],
  statics: [
    found('optimand statics --model own.json', {
      hold: 'b',
      where: 'interior',
      quantities: ['n', 'profit'],
      rows: [
        { parameter: 'alpha', signs: { n: '+', profit: '-' } },
        { parameter: 'E', signs: { n: 'changes', profit: 'undecided' } },
        { parameter: 's', signs: { n: '0' } },
      ],
      hypotheses: ['n is interior', 'alpha < 1'],
      open: [{ quantity: 'n', parameter: 'E', words: words('it rises and falls.') }],
      evidence: { seed: 7, draws: 24, optima: 12, against: 1 },
      warnings: ['few draws'],
    }),
    found('optimand statics --model own.json --hold rho', {
      hold: 'rho',
      where: 'data-bound',
      quantities: ['d'],
      rows: [{ parameter: 'D', signs: { d: '+' } }],
      hypotheses: [],
      open: [],
      evidence: { seed: 7, draws: 24, optima: 0, against: 0 },
      warnings: [],
    }),
  ],
  numbers: found('optimand optimize --model own.json', {
    answer: {
      params: {},
      solved: true,
      unbounded: false,
      why: null,
      optimum: { profit: 1234567.891234, n: 4e12, d: 0.5 },
      multipliers: { mu: 0.125 },
      binding: ['data-bound'],
      elasticities: { 'n/alpha': -1.23456789, 'n/E': -0.00001, 'd/E': 2 },
      regime: 'data-bound',
      residual: 1.26e-12,
    } as unknown as NonNullable<SubjectReport['numbers']['found']>['answer'],
    warnings: ['a warning'],
  }),
  figures: [
    found('figure', {
      name: 'growth-E',
      command: 'optimand laws --model own.json --format svg',
      data: { figure: 'growth' },
    }) as unknown as SubjectReport['figures'][number],
    missing('optimand optimize --model own.json --format svg', 'profit is nowhere positive'),
  ],
};

const PROBLEM: SubjectReport = {
  ...FIRM,
  about: {
    ...FIRM.about,
    title: 'A shop',
    kind: 'minimum',
    isFirm: false,
    meaning: 'how much to order',
    source: 'Harris 1913',
    objective: { name: 'z', formula: formula('c*x + k/x') },
    parts: [
      { name: 'stock', meaning: '', formula: formula('c*x', 'c x'), source: 'Harris 1913' },
      { name: 'orders', meaning: '', formula: null, source: '' },
    ],
    constraints: [],
    parameters: [given('alpha', 0.1 + 0.2)],
    assumptions: [],
  },
  derivations: missing('optimand derive shop', 'no condition can be solved'),
  laws: [missing('optimand laws shop', 'nothing grows.')],
  statics: [missing('optimand statics shop', 'it was stopped')],
  numbers: missing('optimand optimize shop', 'c has no number'),
  figures: [],
};

const shown = (content: SubjectReport): string =>
  Object.entries(SUBJECT_CHAPTERS)
    .map(([title, chapter]) => reportMarkdown({ title, blocks: chapter(content) }))
    .join('\n')
    .replaceAll(TOOL.version, 'VERSION');

test('a firm of which all is found', () => expectGolden('report/subject/firm.md', shown(FIRM)));
test('a problem of which nothing is found', () => expectGolden('report/subject/problem.md', shown(PROBLEM)));

const answering = (answer: object): SubjectReport => ({
  ...FIRM,
  about: { ...FIRM.about, kind: 'maximum' },
  numbers: found('optimand optimize', {
    answer: {
      ...FIRM.numbers.found?.answer,
      ...answer,
    } as NonNullable<SubjectReport['numbers']['found']>['answer'],
    warnings: [],
  }),
});

describe('an optimum that is none, or is known in part', () => {
  const says = (answer: object, chapter: 'summary' | 'numbers') =>
    reportMarkdown({ title: '', blocks: SUBJECT_CHAPTERS[chapter](answering(answer)) });
  const none = { optimum: null, why: null, unbounded: false };
  test.each([
    [none, 'No optimum: no choice makes a profit at these numbers: the best is to stay out.'],
    [
      { ...none, unbounded: true },
      'No optimum: profit grows without end at these numbers: there is no optimum.',
    ],
    [{ ...none, why: 'it runs away.' }, 'No optimum: it runs away.'],
    [{ binding: [] }, ' Binding: nothing. '],
    [{ residual: null }, 'is off by an unknown share of its largest part.'],
  ])('%j in numbers', (answer, sentence) => expect(says(answer, 'numbers')).toContain(sentence));
  test.each([
    [none, '| no choice makes a profit: the firm stays out. |'],
    [{ ...none, unbounded: true }, '| profit grows without end. |'],
    [{ ...none, why: 'it runs away.' }, '| it runs away. |'],
  ])('%j at a glance', (answer, cell) => expect(says(answer, 'summary')).toContain(cell));
  test('no table where nothing is told', () => {
    const bare = says({ multipliers: null, elasticities: null }, 'numbers');
    expect(bare).not.toContain('Shadow prices');
    expect(bare).not.toContain('Elasticities');
    expect(says({ elasticities: { 'n/x': 1 } }, 'numbers')).not.toContain('Elasticities');
  });
});

test('what is not done, part by part', () => {
  expect(gapsIn(FIRM).map(({ what, why }) => `${what}: ${why}`)).toEqual([
    'optimand laws --model own.json --in s: s is an exponent',
    'optimand optimize --model own.json --format svg: profit is nowhere positive',
    'Closed form of "The best size": it has no closed form',
    'Closed form of "The best size": it has no closed form',
    'Laws as E grows: which regime comes first',
    'Signs with b held: not decided for profit / E',
  ]);
  const alone = { ...PROBLEM, derivations: found('', []), laws: [], statics: [] };
  expect(gapsIn(alone)).toHaveLength(1);
  const all = { ...alone, numbers: FIRM.numbers };
  expect(reportMarkdown({ title: '', blocks: SUBJECT_CHAPTERS.gaps(all) })).toContain(
    'Everything that was tried was done.',
  );
  expect(reportMarkdown({ title: '', blocks: SUBJECT_CHAPTERS.summary(all) })).toContain(
    '| not done | nothing |',
  );
});

test('sources are those of the subject and of its derivations, each once', () => {
  expect(subjectSources(FIRM).split('\n')).toEqual([
    'Hao & Merrill 2026',
    'Cournot 1838',
    'Hao & Merrill 2026, §3',
    'Hao & Merrill 2026, §3',
  ]);
  expect(subjectSources(PROBLEM)).toBe('Harris 1913');
  const nameless = { ...PROBLEM, about: { ...PROBLEM.about, source: '', parts: [] } };
  expect(reportMarkdown({ title: '', blocks: SUBJECT_CHAPTERS.sources(nameless) })).toContain(
    'None is named.',
  );
});

test('figures are those that were made', () => {
  expect(subjectFigures(FIRM).map(({ name }) => name)).toEqual(['growth-E']);
});
