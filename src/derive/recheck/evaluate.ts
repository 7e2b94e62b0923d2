/** Terms and their derivatives at a point, in any kind of number. */
import { type Decimal, decimals } from '../../engines/decimal.ts';
import type { Definitions, Term } from './read.ts';

/** The operations of a field with powers, in one kind of number. */
export interface Field<N> {
  readonly whole: (value: bigint) => N;
  readonly add: (x: N, y: N) => N;
  readonly mul: (x: N, y: N) => N;
  readonly pow: (x: N, y: N) => N;
  readonly call: (name: string, args: readonly N[]) => N;
  /** As a double; 0 for nought alone. */
  readonly double: (x: N) => number;
}

const unknown = (name: string): never => {
  throw new Error(`${name} is not known to the step checker`);
};

export const DOUBLE: Field<number> = {
  whole: Number,
  add: (x, y) => x + y,
  mul: (x, y) => x * y,
  pow: (x, y) => (x === 0 && y < 0 ? Number.NaN : x ** y),
  call: (name, args) => {
    if (name === 'ln' || name === 'exp') return Math[name === 'ln' ? 'log' : 'exp'](args[0] as number);
    return name === 'min' || name === 'max' ? Math[name](...args) : unknown(name);
  },
  double: (x) => x,
};

export const of = decimals(55);
const [NOUGHT, NOT_A_NUMBER] = [of.fromText('0'), of.fromText('NaN')];
export const PRECISE: Field<Decimal> = {
  whole: (value) => of.fromText(`${value}`),
  add: of.add,
  mul: of.mul,
  pow: (x, y) => (of.compare(x, NOUGHT) === 0 && of.compare(y, NOUGHT) < 0 ? NOT_A_NUMBER : of.pow(x, y)),
  call: (name, args) => {
    const [x, y] = args as [Decimal, Decimal];
    if (name === 'ln' || name === 'exp') return of[name](x);
    return name === 'min' || name === 'max'
      ? of.compare(x, y) < 0 === (name === 'min')
        ? x
        : y
      : unknown(name);
  },
  double: of.toNumber,
};

export const less = <N>(field: Field<N>, x: N, y: N): N => field.add(x, field.mul(field.whole(-1n), y));
export const over = <N>(field: Field<N>, x: N, y: N): N => field.mul(x, field.pow(y, field.whole(-1n)));

/** Pairs of a value and its derivative: arithmetic on them differentiates. */
const dual = <N>(field: Field<N>): Field<readonly [N, N]> => {
  const { whole, add, mul, pow, call, double } = field;
  const times = (x: N, y: () => N): N => (double(x) === 0 ? whole(0n) : mul(x, y()));
  return {
    whole: (value) => [whole(value), whole(0n)],
    add: ([x, dx], [y, dy]) => [add(x, y), add(dx, dy)],
    mul: ([x, dx], [y, dy]) => [mul(x, y), add(mul(dx, y), mul(x, dy))],
    pow: ([x, dx], [y, dy]) => {
      const byBase = times(dx, () => mul(y, pow(x, less(field, y, whole(1n)))));
      return [
        pow(x, y),
        add(
          byBase,
          times(dy, () => mul(pow(x, y), call('ln', [x]))),
        ),
      ];
    },
    call: (name, [argument]) => {
      const [x, dx] = argument as readonly [N, N];
      if (name !== 'ln' && name !== 'exp') return unknown(`the derivative of ${name}`);
      return [call(name, [x]), name === 'ln' ? over(field, dx, x) : mul(call(name, [x]), dx)];
    },
    double: ([x, dx]) => Math.abs(double(x)) + Math.abs(double(dx)),
  };
};

/** The value of a term; a letter that stands for a term is opened, once, where it has no number of its own. */
export function evaluate<N>(term: Term, values: Map<string, N>, opened: Definitions, field: Field<N>): N {
  const inside = (part: Term): N => evaluate(part, values, opened, field);
  if (typeof term === 'string') {
    const known = values.get(term);
    if (known !== undefined) return known;
    const [, num, den = '1'] = /^(-?\d+)(?:\/(\d+))?$/.exec(term) ?? [];
    const value = num
      ? over(field, field.whole(BigInt(num)), field.whole(BigInt(den)))
      : inside(opened[term] ?? unknown(term));
    values.set(term, value);
    return value;
  }
  const [head, ...parts] = term;
  const args = parts.map(inside);
  const [x, y] = args as [N, N];
  if (head === '+') return args.reduce(field.add);
  if (head === '*') return args.reduce(field.mul);
  if (head === '^') return field.pow(x, y);
  if (head !== 'deformed_log') return field.call(head, args);
  if (field.double(y) === 0) return field.call('ln', [x]);
  return over(field, less(field, field.whole(1n), field.pow(x, field.mul(field.whole(-1n), y))), y);
}

/** The derivative of a term in a letter that has a number. */
export function derivative<N>(
  term: Term,
  by: string,
  values: ReadonlyMap<string, N>,
  opened: Definitions,
  field: Field<N>,
): N {
  const pairs = [...values].map(([name, x]) => [name, [x, field.whole(name === by ? 1n : 0n)]] as const);
  return evaluate(term, new Map(pairs), opened, dual(field))[1];
}
