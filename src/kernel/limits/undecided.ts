/** Why a search for a limit stops: signals on their way to whoever asked, who turns them into an answer. */
import type { Fact } from '../facts.ts';

/** The limit rests on something that the assumptions leave open, or lies outside the scale. */
export class Undecided extends Error {}

/** More terms of an expansion are needed before its leading term is known. */
export class NeedsMoreTerms extends Error {}

/** The search goes on where this holds of the parameters, and has to say so. */
export class NeedsFact extends Error {
  readonly fact: Fact;
  constructor(fact: Fact) {
    super(fact.because);
    this.fact = fact;
  }
}
