/** Terms at a point, in doubles and in decimals: the step checker's own evaluator, which shares nothing with the engine's. */
import { type Decimal, type Decimals, decimals } from '../../engines/decimal.ts';
import type { Term } from '../../kernel/term.ts';

/** The operations of a field with powers, in one kind of number. */
export interface Field<N> {
  readonly whole: (value: bigint) => N;
  readonly add: (x: N, y: N) => N;
  readonly mul: (x: N, y: N) => N;
  readonly div: (x: N, y: N) => N;
  readonly pow: (x: N, y: N) => N;
  readonly call: (name: string, args: readonly N[]) => N;
}

export const DOUBLE: Field<number> = {
  whole: Number,
  add: (x, y) => x + y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  pow: (x, y) => (Number.isInteger(y) || x > 0 ? x ** y : Number.NaN),
  call: (name, [x = Number.NaN, y = Number.NaN]) => {
    switch (name) {
      case 'ln':
        return Math.log(x);
      case 'exp':
        return Math.exp(x);
      case 'min':
        return Math.min(x, y);
      case 'max':
        return Math.max(x, y);
      case 'deformed_log':
        return y === 0 ? Math.log(x) : -Math.expm1(-y * Math.log(x)) / y;
      default:
        return Number.NaN;
    }
  },
};

/** Decimals of the digits given. */
export function decimalField(digits: number): Field<Decimal> & { readonly of: Decimals } {
  const of = decimals(digits);
  const nought = of.fromText('0');
  const isZero = (x: Decimal): boolean => of.compare(x, nought) === 0;
  return {
    of,
    whole: (value) => of.fromText(value.toString()),
    add: of.add,
    mul: of.mul,
    div: of.div,
    pow: of.pow,
    call: (name, [x = nought, y = nought]) => {
      switch (name) {
        case 'ln':
          return of.ln(x);
        case 'exp':
          return of.exp(x);
        case 'min':
          return of.compare(x, y) <= 0 ? x : y;
        case 'max':
          return of.compare(x, y) >= 0 ? x : y;
        case 'deformed_log': {
          if (isZero(y)) return of.ln(x);
          return of.div(of.sub(of.fromText('1'), of.pow(x, of.neg(y))), y);
        }
        default:
          return of.div(nought, nought);
      }
    },
  };
}

/** Numbers for letters, and what other letters stand for. */
export interface Point<N> {
  readonly values: Map<string, N>;
  readonly definitions: Readonly<Record<string, Term>>;
}

/** The value of a term; a letter that stands for a term is opened where it has no number of its own. */
export function evaluateAt<N>(term: Term, at: Point<N>, field: Field<N>): N {
  const inside = (part: Term): N => evaluateAt(part, at, field);
  switch (term.kind) {
    case 'number':
      return field.div(field.whole(term.value.num), field.whole(term.value.den));
    case 'symbol': {
      const known = at.values.get(term.name);
      if (known !== undefined) return known;
      const definition = at.definitions[term.name];
      if (!definition) return field.div(field.whole(0n), field.whole(0n));
      const value = evaluateAt(definition, at, field);
      at.values.set(term.name, value);
      return value;
    }
    case 'sum':
      return term.terms.map(inside).reduce(field.add);
    case 'product':
      return term.factors.map(inside).reduce(field.mul);
    case 'power':
      return field.pow(inside(term.base), inside(term.exponent));
    case 'call':
      return field.call(term.name, term.args.map(inside));
  }
}
