/** The library: the functions behind the command line, whose JSON is their return value. */
export type { Claim, ClaimId, Verdict, Witness } from './claims/claim.ts';
export type { ClaimRow, Evidence } from './claims/row.ts';
export type { Derivation, Result, Step } from './derive/derivation.ts';
export type { Model } from './economics/model.ts';
export type { Values } from './economics/parameters.ts';
export { VARIANT_IDS, VARIANTS, type VariantId } from './economics/variants/registry.ts';
export { type AnyFigure, FIGURES, type FigureId } from './figures/registry.ts';
export { figureSvg } from './figures/svg.ts';
export { type Issue, OptimandError, sentence } from './kernel/issues.ts';
export { canonicalJson } from './report/canonical.ts';
export { check, type ObserveOptions, updated } from './report/check/check.ts';
export { readRecord, recordText } from './report/check/record.ts';
export { allDerivations, type DeriveOptions, derivationsOf, derive } from './report/derive.ts';
export { type DiffOptions, deriveDiff } from './report/derive-diff.ts';
export { type Envelope, type ErrorEnvelope, envelope, errorEnvelope } from './report/envelope.ts';
export { explain } from './report/explain.ts';
export { type GrowthOptions, growth } from './report/figures/growth.ts';
export { type ProfitOptions, profitAround } from './report/figures/profit.ts';
export { type RegimeMapOptions, regimeMap } from './report/figures/regime-map.ts';
export { type SignMapOptions, signMap } from './report/figures/sign-map.ts';
export { type FitReport, type FitRequest, fit } from './report/fit.ts';
export { type LawsOptions, type LawsReport, laws } from './report/laws.ts';
export { changesSince, claims, type Ledger, type VerifyOptions, verify } from './report/ledger.ts';
export { type OptimizeOptions, type OptimizeReport, optimize, optimizeRows } from './report/optimize.ts';
<<<<<<< HEAD
export { type Proofs, prove } from './report/prove.ts';
export { proofSources } from './report/prove-sources.ts';
=======
export { CHECK_RENDERERS } from './report/render/check.ts';
>>>>>>> 6ead745 (check: every variant's conditions, laws, signs and verdicts against a record that a pull request reviews)
export { LAWS_RENDERERS, type LawsRendering } from './report/render/laws.ts';
export { DEFAULT_RENDERING, type RenderOptions } from './report/render/options.ts';
export { RENDERERS, RENDERINGS, type Rendering } from './report/render/registry.ts';
export type { DerivationJson, DeriveResult, Explanation } from './report/schemas/derive.ts';
export type { ExpressionJson, RelationJson } from './report/schemas/expression.ts';
export type { FitResult } from './report/schemas/fit.ts';
export type { LawCaseJson, LawRegimeJson, LawsResult } from './report/schemas/laws.ts';
export type { OptimizeAnswer, OptimizeFailure, OptimizeRow, Regime } from './report/schemas/optimize.ts';
export type { StaticsRow, StaticsSign } from './report/schemas/statics.ts';
export { type StaticsOptions, type StaticsReport, statics } from './report/statics.ts';
export { DEFAULT_SEED, PAPER, SCHEMA_VERSION, TOOL } from './report/version.ts';
