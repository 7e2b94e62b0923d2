/** Claims put to their checks: one row of the ledger each. */
import type { Written } from '../derive/argument.ts';
import type { Derivation } from '../derive/derivation.ts';
import { recheckDerivation, recheckedText } from '../derive/recheck/recheck.ts';
import { VARIANTS } from '../economics/variants/registry.ts';
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import { printTex } from '../kernel/print-tex.ts';
import { printText } from '../kernel/print-text.ts';
import { symbolsOf } from '../kernel/term.ts';
import type { Check, CheckRun, Claim, LawText, Verdict, Witness } from './claim.ts';
import type { CheckRow, ClaimRow, Evidence, HypothesisRow } from './row.ts';
import { simplest } from './simplest.ts';
import { type Answered, DECISIVE, droppedAll, verdictOf, weighed } from './verdict.ts';

/** Every digit, a power of ten where the plain digits would be long. */
const digits = (value: number): string =>
  value === 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6)
    ? String(value)
    : value.toExponential().replace('e+', 'e');

const flag = (name: string, value: number): string => `${name}=${digits(value)}`;

/** The command line that puts the claim to the witness. */
/** `call`: how a command line asks for the model, where its id does not. */
export const replayOf = (
  { id }: Pick<Claim, 'id'>,
  witness: Witness,
  call = `--variant ${witness.variant}`,
): string =>
  `optimand verify ${id} ${call} --set ${Object.entries(witness.params)
    .map(([name, value]) => flag(name, value))
    .join(',')}`;

const derivationOf = ({ uses }: Claim): Derivation | null => {
  const first = uses.find((use) => typeof use !== 'string');
  return first?.() ?? null;
};

/** The ids, in the graph, of what the claim uses. */
export const usesOf = ({ uses }: Claim): readonly string[] =>
  uses.map((use) => (typeof use === 'string' ? use : `derivation/${use().id}`));

/** The derivation that the claim rests on and those that it cites, put to the step checker. */
function recheckedFor({ uses }: Claim, seed: number): string | null {
  const first = uses.find((use) => typeof use !== 'string');
  const reached = new Set<Written>();
  const visit = (written: Written): void => {
    reached.add(written);
    written.uses.forEach(visit);
  };
  if (first) visit(first);
  return recheckedText([...reached].map((written) => recheckDerivation(written(), seed)));
}

/** Draws and the worst residual of the sampled questions that the claim must pass; what was followed or computed stands in its check. */
function evidenceOf(claim: Claim, answers: readonly Answered[], { seed }: CheckRun): Evidence {
  const sampled = answers
    .filter(({ check, outcome }) => check.role === 'holds' && outcome.kind === 'sampled')
    .map(({ outcome }) => outcome);
  // The checks of a claim look at the same firms, so their draws are not added up.
  const draws = sampled.reduce((most, outcome) => Math.max(most, outcome.draws), 0);
  const worst = sampled.reduce((most, outcome) => Math.max(most, outcome.worst), 0);
  return {
    derived: derivationOf(claim)?.id ?? null,
    sampled: draws > 0 ? { draws, seed, worst } : null,
    rechecked: recheckedFor(claim, seed),
    proved: null,
  };
}

function lawOf(claim: Claim): LawText | null {
  const { law } = claim;
  if (law === null || typeof law === 'function') return law?.() ?? null;
  const derivation = derivationOf(claim);
  const result = derivation?.results[law];
  if (!result || !derivation) return null;
  const { left, sign, right } = result.relation;
  const tex = { '=': '=', '!=': '\\neq', '<': '<', '<=': '\\leq', '>': '>', '>=': '\\geq', '~': '\\sim' }[
    sign
  ];
  return {
    text: `${printText(left)} ${sign} ${printText(right)}`,
    tex: `${printTex(left, derivation.symbols)} ${tex} ${printTex(right, derivation.symbols)}`,
  };
}

/** The parameters on which the law depends; all of the model's where there is no derived one. */
function freeParameters(claim: Claim): readonly string[] {
  const all = VARIANTS[claim.variant].parameters.map(({ name }) => name);
  const derivation = derivationOf(claim);
  const result = typeof claim.law === 'string' ? derivation?.results[claim.law] : undefined;
  if (!derivation || !result) return all;
  const { left, right } = result.relation;
  const open = [left, right].flatMap((side) => symbolsOf(expandAbbreviations(side, derivation.symbols)));
  return all.filter((name) => open.includes(name));
}

const SCOPE = 'wherever the hypotheses hold';
/** What the domain says of a verdict that denies the claim somewhere or altogether. */
const DENIED: Readonly<Partial<Record<Verdict, string>>> = {
  refuted: 'not as stated',
  'not-reproduced': 'not reproduced',
  'other-law': 'with other laws',
  undecided: 'not decided',
};

/** Where the claim is true, from the hypotheses that proved needed and were added here, and what the checks vouch for. */
function domainOf(verdict: Verdict, hypotheses: readonly HypothesisRow[]): string {
  const needed = hypotheses.filter(({ stated, needed }) => needed === true && !stated);
  const where = needed.map(({ statement }) => statement).join('; and ');
  const denied = DENIED[verdict];
  if (denied !== undefined) return where ? `${denied}; asked where ${where}` : denied;
  return where ? `where ${where}` : SCOPE;
}

/** The witness of the check that decided, made as simple as its own question allows. */
function witnessFor(claim: Claim, verdict: Verdict, answers: readonly Answered[]): Witness | null {
  const role = DECISIVE[verdict];
  const failed = answers.filter(({ check, outcome }) => check.role === role && outcome.witness !== null);
  const found = failed.find(({ check }) => check.put) ?? failed[0];
  if (!found?.outcome.witness) return null;
  const { check, outcome } = found;
  const { put } = check;
  if (!put) return outcome.witness;
  const hypotheses = check.drops
    ? claim.hypotheses.filter(({ name }) => name !== check.drops)
    : claim.hypotheses;
  const starts = outcome.starts ?? [found.outcome.witness.params];
  const params = simplest(starts, (values) => put(values, hypotheses).answer === false);
  if (!params) return outcome.witness;
  return { ...found.outcome.witness, params, found: put(params, hypotheses).found };
}

const checkRow = ({ check: { role }, outcome: { starts: _, ...outcome } }: Answered): CheckRow => ({
  role,
  ...outcome,
});

/** One claim put to its checks. */
export function verifyClaim(claim: Claim, options: CheckRun): ClaimRow {
  const run: CheckRun = { ...options, hypotheses: claim.hypotheses };
  const own = claim.checks.map((check): Answered => ({ check, outcome: answerOf(check, claim, run) }));
  const { rows: hypotheses, extra } = droppedAll(claim, claim.checks, own, run);
  const answers = weighed(claim, [...own, ...extra]);
  const verdict = verdictOf(answers);
  const witness = witnessFor(claim, verdict, answers);
  const { id, reading, statement, source, variant, constants = {} } = claim;
  return {
    id,
    reading,
    statement,
    source,
    variant,
    hypotheses,
    parameters: freeParameters(claim),
    constants,
    uses: usesOf(claim),
    verdict,
    domain: domainOf(verdict, hypotheses),
    notes: own.flatMap(({ outcome }) => outcome.notes),
    law: lawOf(claim),
    evidence: evidenceOf(claim, own, run),
    witness,
    replay: witness ? replayOf(claim, witness) : DENIED[verdict] ? `optimand verify ${id}` : null,
    checks: [...own, ...extra].map(checkRow),
  };
}

/** A check's answer; one that drops a hypothesis is not held to it. */
function answerOf(check: Check, claim: Claim, run: CheckRun): Answered['outcome'] {
  const hypotheses = claim.hypotheses.filter(({ name }) => name !== check.drops);
  return check.run({ ...run, hypotheses });
}

/** Every claim, in order. Progress is reported between claims. */
export function verify(claims: readonly Claim[], run: CheckRun): ClaimRow[] {
  return claims.map((claim, i) => {
    const row = verifyClaim(claim, run);
    run.progress?.((i + 1) / claims.length);
    return row;
  });
}
