/** What the ring of letters is made of. */
import type { Ratio } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';

/** What moves, and which symbols follow other terms as it does. */
export interface Mover {
  readonly name: string;
  readonly follow: Readonly<Record<string, Term>>;
}

/** A term as a value in the letters times powers of generators. */
export interface Split {
  readonly value: Ratio;
  readonly powers: ReadonlyMap<string, Ratio>;
}

/** A positive letter and the term that it stands for. */
export interface Letter {
  readonly name: string;
  readonly definition: Term;
  /** What kind of thing it is, for its meaning in words. */
  readonly kind: 'dollars' | 'elasticity' | 'ratio' | 'value' | 'thinning' | 'logarithm';
  /** d ln(letter). */
  readonly slope: (by: Mover) => Ratio;
}

/** A base of powers: a symbol, or a sum that is a value under a power that is not whole. */
export interface Generator {
  readonly term: Term;
  /** Where it is a sum. */
  readonly value?: Ratio;
  readonly slope: (by: Mover) => Ratio;
}

/** φ of one deformed logarithm with its argument x and its shape. */
export interface Adoption {
  readonly phi: string;
  readonly theta: string;
  readonly argument: Term;
  readonly shape: Ratio;
}
