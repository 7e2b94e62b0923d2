/** What a terminal shows and what a comment says, of results made by hand that have one of everything. */
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/claims/graph.ts';
import type { PutRow } from '../../src/claims/put.ts';
import type { RecheckRow } from '../../src/derive/recheck/recheck.ts';
import type { MapBoundary, MapPanel, RegimeMap } from '../../src/figures/regime-map.ts';
import { CHECK_RENDERERS } from '../../src/report/render/check.ts';
import { graphDot, graphMermaid } from '../../src/report/render/graph.ts';
import { putText } from '../../src/report/render/put.ts';
import { recheckText } from '../../src/report/render/recheck.ts';
import { regimeMapText } from '../../src/report/render/regime-map.ts';
import { wrap } from '../../src/report/render/wrap.ts';
import type { ChangeJson, CheckResult } from '../../src/report/schemas/check.ts';
import { expectGolden } from '../support/goldens.ts';

const words = (text: string) => ({ text, tex: null });
const formula = (text: string, tex: string) => ({ text, tex });

const CHANGED: readonly ChangeJson[] = [
  {
    at: 'baseline / laws in E / gamma < 0 / inference-dominated / n_*',
    change: 'other-law',
    entries: 1,
    values: [
      { name: 'exponent', was: formula('1/2', '\\frac{1}{2}'), is: formula('1/3', '\\frac{1}{3}') },
      { name: 'note', was: words('a_b'), is: null },
      { name: 'constant', was: null, is: formula('2', '2') },
    ],
  },
  {
    at: 'cournot / laws in E',
    change: 'new',
    entries: 3,
    values: [{ name: 'exponent', was: null, is: words('shown with none of several entries that are new') }],
  },
  {
    at: 'rival / laws in E',
    change: 'gone',
    entries: 1,
    values: [{ name: 'exponent', was: words('what one entry alone had'), is: null }],
  },
  {
    at: 'network / signs',
    change: 'other-signs',
    entries: 2,
    values: [{ name: 'n', was: words('+'), is: words('-') }],
  },
];

const CHANGES: CheckResult = {
  against: 'docs/laws.json',
  entries: 60,
  same: 48,
  changed: [...CHANGED],
  fixed: [
    {
      at: 'rival / signs',
      change: 'answered',
      entries: 1,
      values: [{ name: 'n', was: words('refused'), is: words('+') }],
    },
  ],
  stillFailing: [{ at: 'hill_adoption / signs', why: 'two quantities *move* against each other' }],
  printedDifferently: ['baseline / laws in D', 'baseline / laws in b'],
};

/** So many of a kind: forty are listed. */
const many = (count: number): CheckResult => ({
  ...CHANGES,
  changed: [],
  fixed: [],
  stillFailing: Array.from({ length: count }, (_, i) => ({ at: `at ${i}`, why: 'open' })),
  printedDifferently: [],
});

describe('what differs from a record', () => {
  test('for a terminal', () => expectGolden('report/renderers/check.txt', CHECK_RENDERERS.text(CHANGES)));
  test('as a comment', () => expectGolden('report/renderers/check.md', CHECK_RENDERERS.md(CHANGES)));

  test('more than forty are counted', () => {
    const more = (count: number, face: 'text' | 'md') =>
      CHECK_RENDERERS[face](many(count))
        .split('\n')
        .filter((line) => line.includes(' more'));
    expect([more(40, 'text'), more(40, 'md')]).toEqual([[], []]);
    expect(more(42, 'text')).toEqual(['  and 2 more: --format json lists them all']);
    expect(more(42, 'md')).toEqual(['- and 2 more']);
    expect(CHECK_RENDERERS.text(many(42)).split('\n')).toHaveLength(45);
  });

  test('nothing at all', () => {
    expect(CHECK_RENDERERS.text({ ...many(0), same: 60 })).toBe(
      'Nothing differs from docs/laws.json: 60 entries, 60 of them to the letter.\n',
    );
    expect(CHECK_RENDERERS.md({ ...many(0), same: 60 })).toBe(
      '## Laws as recorded\n\nNothing differs from docs/laws.json: 60 entries, 60 of them to the letter.\n',
    );
    expect(CHECK_RENDERERS.md({ ...CHANGES, changed: [] })).toContain('## Laws changed\n');
  });
});

const boundary = (changes: Partial<MapBoundary>): MapBoundary => ({
  between: ['break-even', 'inference-dominated'],
  by: 'law',
  formula: { text: 'a*delta^2/b', tex: '' },
  power: null,
  points: [
    [1e3, 2.5],
    [1e4, 10],
  ],
  ...changes,
});

const panel = (changes: Partial<MapPanel>): MapPanel => ({
  title: 'a panel',
  set: {},
  windows: [],
  boundaries: [],
  optima: [],
  agreement: { compared: 140, agreeing: 140, factor: 1.5, beyond: 120, unclaimed: 0 },
  undecided: [],
  ...changes,
});

const window = (regime: string) => ({ regime, rows: [] });

const MAP: RegimeMap = {
  figure: 'regime-map',
  variant: 'baseline',
  title: 'Regimes of a firm',
  x: { name: 'E', text: 'E', low: 1e3, high: 1e9, scale: 'log' } as unknown as RegimeMap['x'],
  y: { name: 'delta', text: 'δ', low: 1, high: 10, scale: 'log' } as unknown as RegimeMap['y'],
  firm: { alpha: 0.34, E: 1e18 },
  panels: [
    panel({
      set: { gamma: -0.5, beta: 0.28 },
      boundaries: [
        boundary({ power: { text: '-1/(1 - alpha)', value: -1.515151515151515 } }),
        boundary({ by: 'referee', formula: null }),
        boundary({
          formula: null,
          points: [
            [1, 7],
            [2, 7],
          ],
        }),
        boundary({
          formula: { text: Array.from({ length: 9 }, (_, i) => `delta^${i}*omega`).join(' + '), tex: '' },
        }),
      ],
      windows: [window('break-even')],
      agreement: { compared: 140, agreeing: 137, factor: 1.5, beyond: 120, unclaimed: 4 },
      undecided: ['which of two regimes comes first'],
    }),
    panel({ set: { gamma: 0 }, windows: [window('saturated'), window('saturated'), window('size-bound')] }),
    panel({ agreement: { compared: 140, agreeing: 137, factor: 1.5, beyond: 0, unclaimed: 0 } }),
  ],
};

describe('a map of regimes', () => {
  test('with all that a panel may have', () => expectGolden('report/renderers/map.txt', regimeMapText(MAP)));
  test('of no firm', () => {
    expect(regimeMapText({ ...MAP, firm: {}, panels: [panel({})] })).toBe(
      'Regimes of baseline in E and delta\n==================================\n\n' +
        "  The referee's optimum is in the regime of the laws at 140 of 140 points.\n",
    );
  });
});

const GRAPH: Graph = {
  nodes: [
    { id: 'claim/one', kind: 'claim', title: 'A "quoted" claim', verdict: 'holds' },
    { id: 'derivation/ray', kind: 'derivation', title: 'The ray', verdict: null },
    { id: 'laws', kind: 'laws', title: 'Laws in \\E', verdict: null },
    { id: 'signs', kind: 'statics', title: 'Signs', verdict: null },
    { id: 'baseline', kind: 'model', title: 'The baseline', verdict: null },
  ],
  edges: [
    { from: 'claim/one', to: 'derivation/ray' },
    { from: 'derivation/ray', to: 'baseline' },
  ],
};

describe('what rests on what, as text', () => {
  test('for DOT', () => {
    expect(graphDot(GRAPH)).toBe(`digraph ledger {
  rankdir=LR;
  "claim/one" [shape=box, label="A 'quoted' claim — holds"];
  "derivation/ray" [shape=ellipse, label="The ray"];
  "laws" [shape=hexagon, label="Laws in 'E"];
  "signs" [shape=hexagon, label="Signs"];
  "baseline" [shape=cylinder, label="The baseline"];
  "claim/one" -> "derivation/ray";
  "derivation/ray" -> "baseline";
}
`);
  });
  test('for Mermaid', () => {
    expect(graphMermaid(GRAPH)).toBe(`graph LR
  n0["A 'quoted' claim<br/>holds"]
  n1(["The ray"])
  n2{{"Laws in 'E"}}
  n3{{"Signs"}}
  n4[("The baseline")]
  n0 --> n1
  n1 --> n4
`);
  });
});

const row = (changes: Partial<PutRow>): PutRow =>
  ({
    id: 'theorem-1',
    reading: 'as it stands',
    role: 'claim',
    question: 'n grows with E',
    answer: true,
    found: '',
    ...changes,
  }) as PutRow;

test('claims put to a firm, reading by reading', () => {
  expect(
    putText([
      row({}),
      row({ reading: 'read otherwise', answer: false, found: 'It falls by 2 %' }),
      row({ role: 'tight', answer: null }),
      row({ role: 'elsewhere', question: `${'a question that is long '.repeat(4)}indeed` }),
      row({ role: 'instead' }),
    ]),
  ).toBe(`theorem-1: as it stands
  true here: n grows with E
  does not apply: n grows with E (whether the bound is attained)
  true here: a question that is long a question that is long a question that is long a question that
    is long indeed (a hypothesis dropped)
  true here: n grows with E (what is true in its place)

theorem-1: read otherwise
  FALSE HERE: n grows with E It falls by 2 %.
`);
  expect(putText([])).toBe('No question of these claims can be put to a firm of this variant.\n');
});

const rechecked = (changes: Partial<RecheckRow>): RecheckRow =>
  ({
    derivation: 'ray',
    steps: 9,
    inputs: 2,
    accepted: 6,
    exact: 4,
    rejected: [],
    worst: 1.26e-41,
    notJudged: {},
    ...changes,
  }) as RecheckRow;

test('what the step checker found', () => {
  const rows = [
    rechecked({}),
    rechecked({
      derivation: 'sales',
      rejected: ['one', 'other'] as never,
      notJudged: { words: 2, leading: 1 },
    }),
  ];
  expectGolden('report/renderers/recheck.txt', recheckText(rows));
});

test.each([
  ['', 10, ['']],
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 8, ['one two', 'three']],
  ['one two three', 6, ['one', 'two', 'three']],
  ['  one\n\ttwo ', 9, ['one two']],
  ['longerthanthat one', 5, ['longerthanthat', 'one']],
])('%j in lines of %i', (text, width, lines) => {
  expect(wrap(text, width).split('\n')).toEqual(lines);
});

test('lines are indented, the first in another way where that is told', () => {
  expect(wrap('one two three', 9, '- ')).toBe('- one two\n- three');
  expect(wrap('one two three', 9, '- ', '    ')).toBe('- one two\n    three');
  expect(wrap('one two three', 8, '- ', '    ')).toBe('- one\n    two\n    three');
});
