/** JSON Schemas of everything that leaves the toolkit as JSON, by the name of the file that ships them. */
import { type TSchema, Type } from '@sinclair/typebox';
import { modelFile, problemFile } from '../../economics/model-file/schema.ts';
import { FIGURE_IDS, FIGURES } from '../../figures/registry.ts';
import { calibrateResult } from './calibrate.ts';
import { checkResult } from './check.ts';
import { deriveResult } from './derive.ts';
import { deriveDiffResult } from './derive-diff.ts';
import { fitResult } from './fit.ts';
import { lawsResult } from './laws.ts';
import { ledgerFile, ledgerResult, putResult } from './ledger.ts';
import { optimizeResult } from './optimize.ts';
import { proveResult, recheckResult } from './prove.ts';
import { reportResult } from './report.ts';
import { revealAllResult, revealResult } from './reveal.ts';
import { staticsResult } from './statics.ts';
import { subjectReport } from './subject-report.ts';
import { sweepResult } from './sweep.ts';
import { switchFile, switchResult } from './switchboard.ts';
import { observationsResult, trendsResult } from './trends.ts';

const stamps = {
  schemaVersion: Type.Integer(),
  tool: Type.Object({ name: Type.String(), version: Type.String() }),
  paper: Type.Object({ id: Type.String(), version: Type.String() }),
  seed: Type.Integer(),
  warnings: Type.Array(Type.String()),
};

/** The envelope of a verb around the shape of its result. */
const enveloped = (command: string, result: TSchema): TSchema =>
  Type.Object({ ...stamps, command: Type.Literal(command), result }, { additionalProperties: false });

const error = Type.Object(
  { code: Type.String(), message: Type.String(), path: Type.Union([Type.String(), Type.Null()]) },
  { additionalProperties: false },
);

/** The data behind the figures, by the name figure-… */
const FIGURE_SCHEMAS: Readonly<Record<string, TSchema>> = Object.fromEntries(
  FIGURE_IDS.map((id) => [`figure-${id}`, enveloped(FIGURES[id].command, FIGURES[id].schema)]),
);

export const SCHEMAS = {
  ...FIGURE_SCHEMAS,
  derive: enveloped('derive', Type.Union([deriveResult, deriveDiffResult])),
  laws: enveloped('laws', lawsResult),
  statics: enveloped('statics', staticsResult),
  optimize: enveloped('optimize', optimizeResult),
  sweep: enveloped('sweep', sweepResult),
  claims: enveloped('claims', Type.Union([ledgerResult, switchResult])),
  verify: enveloped('verify', Type.Union([ledgerResult, putResult, switchResult])),
  check: enveloped('check', checkResult),
  prove: enveloped('prove', Type.Union([proveResult, recheckResult])),
  fit: enveloped('fit', fitResult),
  calibrate: enveloped('calibrate', calibrateResult),
  reveal: enveloped('reveal', Type.Union([revealResult, revealAllResult])),
  trends: enveloped('trends', Type.Union([trendsResult, observationsResult])),
  report: enveloped('report', Type.Union([reportResult, subjectReport])),
  error: Type.Object({ ...stamps, command: Type.String(), error }, { additionalProperties: false }),
  ledger: ledgerFile,
  switchboard: switchFile,
  model: modelFile,
  problem: problemFile,
};
