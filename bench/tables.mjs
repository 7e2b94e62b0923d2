/** The results of a run as tables in Markdown: what was measured with its ratios, and the targets with what was reached. */

const digits = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));
const markdown = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const of = (rows, name) => rows.find((row) => row.name === name);
const time = (row) => row?.microseconds ?? row?.milliseconds;

function withRatios(rows, unit, references) {
  const known = references.map((name) => of(rows, name)).filter((row) => row !== undefined);
  const hasClock = rows.some(({ clock }) => clock !== undefined);
  const head = [
    '',
    unit,
    ...(hasClock ? ['ms by the clock'] : []),
    ...known.map(({ name }) => `over ${name}`),
  ];
  return markdown(
    head,
    rows.map((row) => [
      row.name,
      digits(time(row)),
      ...(hasClock ? [digits(row.clock)] : []),
      ...known.map((one) => digits(time(row) / time(one))),
    ]),
  );
}

/** One answer of the page's engine: at once, the figure's points, and by the referee. */
const answersTable = (answers) =>
  markdown(
    [
      '',
      'ms, optimum and elasticities',
      'ms, points of the figure',
      'ms, optimum by the referee',
      'referee over at once',
    ],
    answers.map(({ name, once, points, referee }) => [
      name,
      ...[once, points, referee, referee / once].map(digits),
    ]),
  );

/** From a slider's move to what is shown, with laws, figure and claims of the moves before on their way. */
const pageTable = (browser) =>
  markdown(
    ['', 'ms to the optimum', 'nine of ten within', 'ms to the formula', 'ms to the figure'],
    browser.map(({ name, ...times }) => [
      name,
      ...['optimum', 'worst', 'formula', 'plot'].map((what) =>
        times[what] == null ? '–' : digits(times[what]),
      ),
    ]),
  );

export function table({
  machine,
  versions,
  optima,
  evaluators,
  starts,
  sweeps,
  symbolic,
  page,
  answers,
  browser,
  whole,
}) {
  const { node, scipy, sympy } = versions;
  return [
    `${machine.cores} cores (${machine.cpu}), load ${machine.load.join(', ')}; Node ${node}, SciPy ${scipy ?? 'none'}, SymPy ${sympy ?? 'none'}.`,
    `### Optima, processor time\n\n${withRatios(optima.measured, 'µs an optimum', ['hand-written Newton: baseline', 'SciPy, Brent: baseline'])}`,
    `### Evaluations, processor time\n\n${withRatios(evaluators.measured, 'µs a point', ['condition and slope of the baseline, by hand', 'profit and three conditions, smooth quality, by hand'])}`,
    `### Whole processes\n\n${withRatios(starts, 'ms of a processor', ['bare Node', 'SymPy, the same steps'])}`,
    `### Sweeps, as whole processes\n\n${withRatios(sweeps, 'ms of a processor', ['1,000,000 points, one worker'])}`,
    `### Symbolic work from nothing, processor time\n\n${withRatios(symbolic, 'ms', ['laws in E: baseline'])}`,
    ...(answers ? [`### The page's engine, processor time\n\n${answersTable(answers)}`] : []),
    ...(browser ? [`### The page in a browser, by the clock\n\n${pageTable(browser)}`] : []),
    `### Other\n\n${markdown(
      ['', ''],
      [
        ['the page over the wire, without its fonts', `${digits(page.withoutFonts)} bytes`],
        ['the page over the wire', `${digits(page.whole)} bytes`],
        ...whole.map(({ name, seconds }) => [`\`${name}\``, `${seconds} s`]),
      ],
    )}`,
  ].join('\n\n');
}

/** Targets: what is wanted, as a sentence; the number reached, null where it was not measured; and whether that is enough. */
export function targets({ optima, evaluators, starts, sweeps, page, browser, whole }) {
  const ratio = (rows, one, other, measure = time) => {
    const [top, bottom] = [of(rows, one), of(rows, other)];
    return top && bottom ? measure(top) / measure(bottom) : null;
  };
  const over = (name) => {
    const [row, node] = [of(starts, name), of(starts, 'bare Node')];
    return row && node ? time(row) - time(node) : null;
  };
  const solved = (rows) => rows.filter(({ name }) => name.startsWith('fast solver: '));
  const brent = time(of(optima.measured, 'SciPy, Brent: baseline'));
  const slowest = solved(optima.measured).reduce((so, row) => (time(row) > time(so) ? row : so));
  const atLeast = (what, reached, least, unit) => ({
    what,
    reached,
    met: reached >= least,
    wanted: `≥ ${least}${unit}`,
    unit,
  });
  const atMost = (what, reached, most, unit) => ({
    what,
    reached,
    met: reached <= most,
    wanted: `≤ ${most}${unit}`,
    unit,
  });
  const seconds = (name) => whole.find((row) => row.name === name)?.seconds ?? null;
  const fast = 'fast solver: baseline';
  const shown = browser?.toSorted((x, y) => y.optimum - x.optimum) ?? [];
  return [
    atLeast(
      'baseline, times as fast as SciPy’s Brent',
      ratio(optima.measured, 'SciPy, Brent: baseline', fast),
      60,
      ' ×',
    ),
    atMost(
      'baseline, time over a hand-written Newton that gives n alone',
      ratio(optima.measured, fast, 'hand-written Newton: baseline'),
      1.5,
      ' ×',
    ),
    atMost(
      'the same over one that gives as many columns',
      ratio(optima.measured, fast, 'hand-written Newton, as many columns: baseline'),
      1.5,
      ' ×',
    ),
    atLeast(
      `slowest variant (${slowest.name.slice(13)}), times as fast as Brent on the baseline`,
      brent ? brent / time(slowest) : null,
      15,
      ' ×',
    ),
    atLeast(
      'ces-quality, times as fast as Nelder–Mead',
      ratio(optima.measured, 'SciPy, Nelder–Mead: ces-quality', 'fast solver: ces-quality'),
      15,
      ' ×',
    ),
    atMost(
      'evaluator of a built-in variant, time over a closure by hand',
      ratio(
        evaluators.measured,
        'condition and slope of the baseline, written out by the build',
        'condition and slope of the baseline, by hand',
      ),
      1.3,
      ' ×',
    ),
    atMost(
      'a model of one’s own in batch, time over a closure by hand',
      ratio(
        evaluators.measured,
        'profit and three conditions, smooth quality, tape in batch',
        'profit and three conditions, smooth quality, by hand',
      ),
      2,
      ' ×',
    ),
    atLeast(
      'two workers over one, a million points, by the clock',
      ratio(
        sweeps,
        '1,000,000 points, one worker',
        '1,000,000 points, two workers',
        ({ clock, milliseconds }) => clock ?? milliseconds,
      ),
      1.8,
      ' ×',
    ),
    atMost(
      '`derive baseline --format tex`, share of SymPy’s process',
      ratio(starts, 'derive baseline --format tex', 'SymPy, the same steps'),
      0.2,
      ' ×',
    ),
    atMost('`--help` over bare Node', over('--help'), 80, ' ms'),
    atMost('`--version` over bare Node', over('--version'), 80, ' ms'),
    atMost('the page over the wire, without its fonts', page.withoutFonts / 1000, 400, ' kB'),
    atMost(
      'the page, from a slider’s move to the optimum of the baseline, median',
      of(shown, 'baseline')?.optimum ?? null,
      16,
      ' ms',
    ),
    atMost(
      `the same of the slowest variant${shown[0] ? ` (${shown[0].name})` : ''}`,
      shown[0]?.optimum ?? null,
      100,
      ' ms',
    ),
    atMost('`npm run reproduce`', seconds('reproduce'), 60, ' s'),
    atMost('`npm test`', seconds('npm test'), 120, ' s'),
  ];
}

export const judge = (results) =>
  markdown(
    ['target', 'wanted', 'reached', ''],
    targets(results).map(({ what, wanted, reached, met, unit }) => [
      what,
      wanted,
      reached === null ? 'not measured' : `${digits(reached)}${unit}`,
      reached === null ? '' : met ? 'met' : '**missed**',
    ]),
  );
