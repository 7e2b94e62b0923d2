/** Every theorem that Coq checks, in the order of the argument, and the file in which their statements are put to it. */

import { statementOf, type Theorem } from './statement.ts';
import { bounds } from './statements/bounds.ts';
import { choices } from './statements/choices.ts';
import { efficiency } from './statements/efficiency.ts';
import { growth } from './statements/growth.ts';
import { logLaw } from './statements/log-law.ts';
import type { Meaning } from './statements/model.ts';
import { meanings as ofModel } from './statements/model.ts';
import { responses } from './statements/responses.ts';
import { variantMeanings, variants } from './statements/variants.ts';

export const theorems = (): readonly Theorem[] => [
  ...choices(),
  ...bounds(),
  ...logLaw(),
  ...growth(),
  ...responses(),
  ...efficiency(),
  ...variants(),
];

/** Every definition on which statements rest. */
export const meanings = (): readonly Meaning[] => [...ofModel(), ...variantMeanings()];

export const moduleOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.v$/, '');

/** The theorem itself closes its statement; where only the order of variables and hypotheses differs, it is applied. */
const closedBy = (name: string): string =>
  `first [exact ${name} | intros; eapply ${name}; eassumption | eauto 2 using ${name} with nocore].`;

const goal = (statement: string, proof: string): string => `Goal ${statement}.\nProof. ${proof} Qed.\n`;

/** The modules in which definitions and theorems stand. */
export const modulesOf = (stated: readonly Theorem[], defined: readonly Meaning[]): readonly string[] => [
  ...new Set([...defined.map(({ module }) => module), ...stated.map(({ file }) => moduleOf(file))]),
];

/**
 * The Coq file that states every theorem in our own words and closes it with the theorem itself: it compiles only while
 * what is proved is what we say.
 */
export function statementsFile(
  stated: readonly Theorem[] = theorems(),
  defined: readonly Meaning[] = meanings(),
): string {
  const modules = modulesOf(stated, defined);
  return [
    '(** Generated: the definitions and theorems as the TypeScript side states them. *)',
    'From Coq Require Import Reals.',
    'From Coquelicot Require Import Coquelicot.',
    `From Optimand Require Import ${modules.join(' ')}.`,
    'Open Scope R_scope.',
    '',
    ...defined.map(
      ({ name, binders, equation }) =>
        `(* ${name} *)\n${goal(`forall ${binders}, ${equation}`, 'reflexivity.')}`,
    ),
    ...stated.map(
      (theorem) =>
        `(* ${theorem.says} *)\n${goal(statementOf(theorem), closedBy(`${moduleOf(theorem.file)}.${theorem.name}`))}`,
    ),
  ].join('\n');
}
