/**
 * The layers of the project as rules that the build enforces. A path may stand in the tree itself or in the seeded
 * bad tree under test/fixtures/bad-layer, which must fail: a checker that sees nothing would pass everything.
 */
const layers = [
  'src/engines',
  'src/kernel',
  'src/solve',
  'src/asymptotics',
  'src/economics',
  'src/derive',
  'derivations',
  'src/claims',
  'proofs',
  'src/figures',
  'src/report',
  'src/cli',
];
const sentence = `Layers: ${layers.map((layer) => layer.replace('src/', '')).join(' → ')}; lower never imports higher.`;

const seeded = 'test/fixtures/bad-layer/';
const root = `^(?:${seeded})?`;
const inside = (...folders) => `${root}(?:${folders.join('|')})/`;
const ours = inside('src', 'derivations', 'proofs');

const lowerNeverImportsHigher = layers.slice(0, -1).map((layer, index) => ({
  name: `layers-${layer.replace('src/', '')}-imports-nothing-higher`,
  comment: sentence,
  severity: 'error',
  from: { path: inside(layer) },
  to: { path: inside(...layers.slice(index + 1)) },
}));

const adapters = {
  mathjs: 'mathjs-[^/]+',
  nerdamer: 'nerdamer',
  katex: 'katex',
  'decimal.js': 'decimal',
  'lambert-w-function': 'lambert-w',
  'ml-matrix': 'ml-matrix',
  '@observablehq/plot': 'plot',
  linkedom: 'linkedom',
  'csv-parse': 'csv',
  tinypool: 'tinypool',
  hyparquet: 'parquet',
  'hyparquet-writer': 'parquet',
  'simple-statistics': 'simple-statistics',
  '@resvg/resvg-wasm': 'resvg',
};
const stepChecker = 'src/derive/recheck/(?:check|evaluate|exact|goals|read|sample)\\.ts$';

const engineBehindItsAdapter = Object.entries(adapters).map(([engine, adapter]) => ({
  name: `engine-${engine}-behind-its-adapter`,
  comment: `Only src/engines/${adapter}.ts imports ${engine}; everyone else asks the adapter.`,
  severity: 'error',
  from: { path: ours, pathNot: `${root}src/engines/${adapter}\\.ts$` },
  to: { path: `(?:^|/)node_modules/${engine.replace('.', '\\.')}/` },
}));

module.exports = {
  forbidden: [
    ...lowerNeverImportsHigher,
    {
      name: 'engines-import-nothing-of-ours',
      comment:
        'An adapter in src/engines speaks plain data and text and imports nothing of ours but its neighbours.',
      severity: 'error',
      from: { path: inside('src/engines') },
      to: { path: ours, pathNot: inside('src/engines') },
    },
    {
      name: 'numerics-imports-only-the-model',
      comment:
        'The numerical referee imports only engines, kernel and economics: it shares nothing else with a closed form.',
      severity: 'error',
      from: { path: inside('src/numerics') },
      to: { path: ours, pathNot: inside('src/numerics', 'src/engines', 'src/kernel', 'src/economics') },
    },
    {
      name: 'fits-import-only-the-kernel',
      comment: 'Fits are of formulas to data: they import engines and kernel, and know no model.',
      severity: 'error',
      from: { path: inside('src/fit') },
      to: { path: ours, pathNot: inside('src/fit', 'src/engines', 'src/kernel') },
    },
    {
      name: 'data-import-only-the-kernel',
      comment: 'Tables of facts import engines and kernel, and know no model.',
      severity: 'error',
      from: { path: inside('src/data') },
      to: { path: ours, pathNot: inside('src/data', 'src/engines', 'src/kernel') },
    },
    {
      name: 'closed-forms-never-import-numerics',
      comment:
        'Whatever derives a closed form never imports the numerical referee; their agreement would mean nothing.',
      severity: 'error',
      from: { path: inside(...layers.slice(0, layers.indexOf('src/claims'))) },
      to: { path: inside('src/numerics') },
    },
    {
      name: 'step-checker-imports-nothing-of-the-engine',
      comment:
        'The step checker reads certificates as text: it imports its own files and the adapter of decimals, so that it shares no rule with the engine that it checks.',
      severity: 'error',
      from: { path: `${root}${stepChecker}` },
      to: { path: ours, pathNot: [`${root}${stepChecker}`, `${root}src/engines/decimal\\.ts$`] },
    },
    {
      name: 'index-exports-everything-but-the-cli',
      comment: 'src/index.ts is the library: it may import everything but src/cli.',
      severity: 'error',
      from: { path: `${root}src/index\\.ts$` },
      to: { path: inside('src/cli') },
    },
    {
      name: 'index-is-imported-by-no-layer',
      comment: 'src/index.ts gathers the layers; only src/cli and tests may import it.',
      severity: 'error',
      from: { path: ours, pathNot: inside('src/cli') },
      to: { path: `${root}src/index\\.ts$` },
    },
    {
      name: 'every-module-has-a-layer',
      comment:
        'A module of src stands in a listed layer, in src/numerics, src/fit or src/data, or is src/index.ts; elsewhere no rule would hold it.',
      severity: 'error',
      from: {},
      to: {
        path: inside('src'),
        pathNot: [inside(...layers, 'src/numerics', 'src/fit', 'src/data'), `${root}src/index\\.ts$`],
      },
    },
    {
      name: 'no-cycles',
      comment: 'No module imports itself by a detour, types included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'source-never-imports-test',
      comment: 'Nothing in src, derivations or proofs imports test; test may import everything.',
      severity: 'error',
      from: { path: ours },
      to: { path: '^test/', pathNot: `^${seeded}` },
    },
    {
      name: 'every-import-resolves',
      comment: 'An import that resolves to nothing escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...engineBehindItsAdapter,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
