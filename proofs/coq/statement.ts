/**
 * What Coq is asked to check, written from our own terms: a theorem's name and the statement that its proof must have. The
 * formulas are those of the model and of the derivations, printed as Coq text, so that neither side moves alone.
 */
import { DERIVATIONS, type DerivationId } from '../../derivations/registry.ts';
import type { ClaimId } from '../../src/claims/claim.ts';
import type { Relation } from '../../src/derive/relation.ts';
import { refuse } from '../../src/kernel/issues.ts';
import { parse } from '../../src/kernel/parse.ts';
import { type CoqNames, printCoq } from '../../src/kernel/print-coq.ts';
import type { Term } from '../../src/kernel/term.ts';

/** A hypothesis: what Coq reads, and what a reader does. */
export interface Given {
  readonly coq: string;
  readonly words: string;
}

/** A claim in one of its readings: what is proved of one says nothing of another. */
export interface Bearing {
  readonly id: ClaimId;
  readonly reading: string;
}

export interface Theorem {
  /** Its name in Coq. */
  readonly name: string;
  /** Its file, below `proofs/`. */
  readonly file: string;
  readonly claims: readonly Bearing[];
  /** What it says, in words. */
  readonly says: string;
  /** The variables it holds for, as Coq binders. */
  readonly binders: string;
  readonly given: readonly Given[];
  readonly concludes: string;
}

/** The whole statement, as Coq text. */
export const statementOf = ({ binders, given, concludes }: Theorem): string =>
  `${binders === '' ? '' : `forall ${binders},\n  `}${[...given.map(({ coq }) => coq), concludes].join(' ->\n  ')}`;

/** The parameters of a firm, in the order of `proofs/coq/Model.v`. */
export const FIRM = 'a alpha b beta gamma omega delta E';

/** What the derivations' letters are called in `proofs/coq/Model.v`. */
export const LETTERS: CoqNames = {
  k: '(k alpha beta)',
  R: '(ray a b beta)',
  rho: '(rho a alpha b)',
  n_I: '(n_I a alpha gamma omega E)',
  kappa: '(kappa a alpha b beta delta)',
  M: '(margin a alpha gamma omega E n)',
  M1: '(margin_slope a alpha gamma omega E n)',
  Pi: `(reduced ${FIRM} n)`,
  f: '(deformed_log (a * Rpower n alpha) gamma)',
  g: '(- gamma)',
  C: '(6 * n * d / E)',
};

const SIGNS: Readonly<Partial<Record<Relation['sign'], string>>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** A relation as Coq text. Asymptotic equality is none: what Coq is told must be a statement about numbers. */
export function relationText({ left, sign, right }: Relation, names: CoqNames = {}): string {
  const known =
    SIGNS[sign] ?? refuse(`${sign} is no relation`, 'a Coq statement', 'state it with explicit constants');
  const all = { ...LETTERS, ...names };
  return `${printCoq(left, all)} ${known} ${printCoq(right, all)}`;
}

export const termText = (value: Term, names: CoqNames = {}): string =>
  printCoq(value, { ...LETTERS, ...names });

/** A named result of a derivation. @throws where there is none. */
export function resultOf(id: DerivationId, name: string): Relation {
  const results: Readonly<Record<string, { readonly relation: Relation }>> = DERIVATIONS[id]().results;
  const found = results[name];
  return found
    ? found.relation
    : refuse(`there is no result ${name}`, `the derivation ${id}`, 'name another');
}

export const result = (id: DerivationId, name: string, names: CoqNames = {}): string =>
  relationText(resultOf(id, name), names);
export const rightOf = (id: DerivationId, name: string, names: CoqNames = {}): string =>
  termText(resultOf(id, name).right, names);

/** A formula in the letters of a derivation, where no result has it. */
export const formula = (id: DerivationId, text: string, names: CoqNames = {}): string =>
  termText(parse(text, DERIVATIONS[id]().symbols), names);

/** What a letter stands for in a derivation. */
export function definitionOf(id: DerivationId, letter: string, names: CoqNames = {}): string {
  const found = DERIVATIONS[id]().symbols.get(letter)?.definition;
  return found
    ? termText(found, names)
    : refuse(`${letter} stands for nothing`, `the derivation ${id}`, 'name another');
}

export const reals = (letters: string): string => `(${letters} : R)`;
export const given = (coq: string, words: string): Given => ({ coq, words });
export const bears = (id: ClaimId, reading: string): Bearing => ({ id, reading });

export const STANDING = given(
  `standing ${FIRM}`,
  'a, alpha, b, beta, omega, delta, E > 0 and 1 + alpha gamma > 0',
);
export const SELLS = given(`sells ${FIRM} n d t`, '(n, d, t) is an optimum with positive profit');
export const CRITICAL = given(
  `critical ${FIRM} n`,
  'n solves the reduced first-order condition, with positive margin',
);
export const EARNS = given(`0 <= reduced ${FIRM} n`, 'its reduced profit is not negative');
