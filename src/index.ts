/** The library: the functions behind the command line, whose JSON is their return value. */
export type { Claim, ClaimId, Verdict, Witness } from './claims/claim.ts';
export type { ClaimRow, Evidence } from './claims/row.ts';
export type { Derivation, Result, Step } from './derive/derivation.ts';
export { CLASSIC_IDS, CLASSICS, type ClassicId } from './economics/classics/registry.ts';
export type { Model } from './economics/model.ts';
export type { ModelFile, ProblemFile } from './economics/model-file/schema.ts';
export type { Values } from './economics/parameters.ts';
export { type Problem, type Statement, stateProblem } from './economics/problem.ts';
export { VARIANT_IDS, VARIANTS, type VariantId } from './economics/variants/registry.ts';
export { type AnyFigure, FIGURES, type FigureId } from './figures/registry.ts';
export { figureSvg } from './figures/svg.ts';
export { type Issue, OptimandError, sentence } from './kernel/issues.ts';
export { type CalibrateOptions, calibrate } from './report/calibrate.ts';
export { canonicalJson } from './report/canonical.ts';
export { check, type ObserveOptions, updated } from './report/check/check.ts';
export { readRecord, recordText } from './report/check/record.ts';
export { allDerivations, type DeriveOptions, derivationsOf, derive } from './report/derive.ts';
export { type DiffOptions, deriveDiff } from './report/derive-diff.ts';
export { type Envelope, type ErrorEnvelope, envelope, errorEnvelope } from './report/envelope.ts';
export { explain } from './report/explain.ts';
export { objectiveAround } from './report/figures/around.ts';
export { type GrowthOptions, growth } from './report/figures/growth.ts';
export { type ProfitOptions, profitAround } from './report/figures/profit.ts';
export { type RegimeMapOptions, regimeMap } from './report/figures/regime-map.ts';
export { type SignMapOptions, signMap } from './report/figures/sign-map.ts';
export { type FitReport, type FitRequest, fit } from './report/fit/fit.ts';
export { type LawsOptions, type LawsReport, laws } from './report/laws.ts';
export { changesSince, claims, type Ledger, type VerifyOptions, verify } from './report/ledger.ts';
export { model, problem } from './report/model.ts';
export { observedGrowth } from './report/observed.ts';
export { type OptimizeOptions, type OptimizeReport, optimize, optimizeRows } from './report/optimize.ts';
export { anyLaws } from './report/problem/laws.ts';
export { type ProblemStaticsReport, problemStatics } from './report/problem/statics.ts';
export { type Proofs, prove } from './report/prove.ts';
export { proofSources } from './report/prove-sources.ts';
export { type Recheck, recheckSteps } from './report/recheck.ts';
export { CHECK_RENDERERS } from './report/render/check.ts';
export { LAWS_RENDERERS, type LawsRendering } from './report/render/laws.ts';
export { DEFAULT_RENDERING, type RenderOptions } from './report/render/options.ts';
export { RENDERERS, RENDERINGS, type Rendering } from './report/render/registry.ts';
export {
  type ReportFile,
  type ReportOptions,
  reportContent,
  reportFiles,
  type SubjectReportOptions,
  subjectContent,
} from './report/report.ts';
export { type RevealOptions, reveal, revealAll } from './report/reveal.ts';
export type { CalibrateResult } from './report/schemas/calibrate.ts';
export type { DerivationJson, DeriveResult, Explanation } from './report/schemas/derive.ts';
export type { ExpressionJson, RelationJson } from './report/schemas/expression.ts';
export type { FitResult } from './report/schemas/fit.ts';
export type { LawCaseJson, LawRegimeJson, LawsResult } from './report/schemas/laws.ts';
export type { OptimizeAnswer, OptimizeFailure, OptimizeRow, Regime } from './report/schemas/optimize.ts';
export type { ReportResult } from './report/schemas/report.ts';
export type { RevealAllResult, RevealResult } from './report/schemas/reveal.ts';
export type { StaticsRow, StaticsSign } from './report/schemas/statics.ts';
export type { SubjectReport } from './report/schemas/subject-report.ts';
export type { ObservationsResult, TrendsRow } from './report/schemas/trends.ts';
export { Expression, Formula, formula, type MimeBundle } from './report/shown.ts';
export { type StaticsOptions, type StaticsReport, statics } from './report/statics.ts';
export { type SweepRequest, type SweepRow, sweep } from './report/sweep/rows.ts';
export { type TrendsOptions, trends } from './report/trends.ts';
export { DEFAULT_SEED, PAPER, SCHEMA_VERSION, TOOL } from './report/version.ts';
