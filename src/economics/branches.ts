/**
 * What is piecewise in a model, taken apart: a `min` or `max` of something that varies and something that does not is one
 * of the two, on either side of where they are equal. On each side an exponential of one variable is taken as the variable
 * itself, v = (ln w - c)/k for w = exp(c + k v), so that powers and one logarithm are left.
 */
import type { Guard } from '../asymptotics/problem.ts';
import { rawDerivative } from '../kernel/differentiate.ts';
import type { Context } from '../kernel/facts.ts';
import { refuse } from '../kernel/issues.ts';
import { normalKey } from '../kernel/normal/data.ts';
import { isZero, tidy } from '../kernel/normal/equal.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { printText } from '../kernel/print-text.ts';
import { signOf } from '../kernel/sign.ts';
import { joinTables, POSITIVE, symbolTable } from '../kernel/symbols.ts';
import {
  divide,
  ln,
  mapParts,
  negate,
  one,
  parts,
  power,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
} from '../kernel/term.ts';

/** One side of everything that is piecewise. */
export interface Branch {
  readonly id: string;
  /** The term as it reads on this side, in the variables of this side. */
  readonly read: (value: Term) => Term;
  readonly variables: readonly string[];
  readonly context: Context;
  /** Variables by what stands for them. */
  readonly replaced: Readonly<Record<string, Term>>;
  /** The exponentials that are variables, each with what lies below 1. */
  readonly edges: Readonly<Record<string, { readonly edge: string; readonly beyond: string }>>;
  readonly guards: readonly Guard[];
}

interface Kink {
  readonly key: string;
  readonly moving: Term;
  readonly still: Term;
}

const KINK = 'kink';

function* callsIn(value: Term): Generator<Extract<Term, { kind: 'call' }>> {
  for (const part of parts(value)) yield* callsIn(part);
  if (value.kind === 'call') yield value;
}

/** The `min` or `max` as a kink, or null where both or neither of its parts varies. */
function kinkOf(value: Term, variables: readonly string[], context: Context): Kink | null {
  if (value.kind !== 'call' || (value.name !== 'min' && value.name !== 'max')) return null;
  const moves = (part: Term): boolean => symbolsOf(part).some((name) => variables.includes(name));
  const [moving, second] = value.args.filter(moves);
  const [still, other] = value.args.filter((part) => !moves(part));
  if (!moving || !still || second || other) return null;
  const key = [moving, still].map((part) => normalKey(normalise(part, context))).join(' | ');
  return { key, moving, still };
}

/** The term with every kink of this key read on one side of it. */
function readSide(
  value: Term,
  kink: Kink,
  isBelow: boolean,
  variables: readonly string[],
  context: Context,
): Term {
  const inner = mapParts(value, (part) => readSide(part, kink, isBelow, variables, context));
  if (inner.kind !== 'call' || kinkOf(inner, variables, context)?.key !== kink.key) return inner;
  return (inner.name === 'min') === isBelow ? kink.moving : kink.still;
}

/** exp(0) is 1, also where the zero is a difference. */
function settleExponentials(value: Term, context: Context): Term {
  const inner = mapParts(value, (part) => settleExponentials(part, context));
  if (inner.kind !== 'call' || inner.name !== 'exp') return inner;
  const [argument] = inner.args as readonly [Term];
  return isZero(argument, context) ? one : inner;
}

/** The variable whose exponential the value holds as that exponential, which rises with it. */
function exponentialOf(value: Term, variables: readonly string[], context: Context) {
  const found = [...callsIn(value)].find(
    ({ name, args: [argument] }) =>
      name === 'exp' && argument && symbolsOf(argument).some((own) => variables.includes(own)),
  );
  const argument = found?.args[0];
  if (!argument) return null;
  const [variable, more] = symbolsOf(argument).filter((own) => variables.includes(own));
  const slope = variable === undefined ? null : tidy(rawDerivative(argument, variable), context);
  const sign = slope && signOf(slope, context);
  const isLinear = slope && !symbolsOf(slope).some((own) => variables.includes(own));
  if (
    variable === undefined ||
    more !== undefined ||
    !isLinear ||
    (sign !== 'positive' && sign !== 'negative')
  ) {
    return refuse(
      `exp(${printText(argument)}) is not the exponential of a multiple of one variable`,
      'the conditions',
      'write it as exp(c + k v)',
    );
  }
  const name = `exp_${variable}`;
  const start = substitute(argument, { [variable]: 0 });
  const log = sign === 'positive' ? ln(name) : negate(ln(name));
  return {
    variable,
    name,
    put: tidy(divide(subtract(log, start), slope), declared(context, name)),
    power: sign === 'positive' ? symbol(name) : power(name, -1),
    argument,
  };
}

const declared = (context: Context, name: string): Context => ({
  ...context,
  symbols: joinTables(
    context.symbols,
    symbolTable({
      name,
      tex: name,
      meaning: 'an exponential of a variable',
      unit: '1',
      domain: POSITIVE,
      role: 'quantity',
      source: 'the conditions',
    }),
  ),
});

function withExponential(branch: Branch, values: readonly Term[]): Branch {
  const { context, variables, read } = branch;
  const found = values
    .map((value) => exponentialOf(read(value), variables, context))
    .find((one) => one !== null);
  if (!found) return branch;
  const { variable, name, put, power: risen, argument } = found;
  const replace = (value: Term): Term => {
    const isIt =
      value.kind === 'call' &&
      value.name === 'exp' &&
      isZero(subtract(value.args[0] as Term, argument), context);
    return isIt ? risen : mapParts(value, replace);
  };
  const next: Branch = {
    ...branch,
    read: (value) => substitute(replace(read(value)), { [variable]: put }),
    variables: variables.map((own) => (own === variable ? name : own)),
    context: declared(context, name),
    replaced: { ...branch.replaced, [variable]: put },
  };
  return withExponential(next, values);
}

/** Every side of what is piecewise in the values, in the variables. */
export function branchesOf(
  values: readonly Term[],
  variables: readonly string[],
  context: Context,
): readonly Branch[] {
  const found = values.flatMap((value) =>
    [...callsIn(value)].flatMap((own) => kinkOf(own, variables, context) ?? []),
  );
  const kinks = [...new Map(found.map((kink) => [kink.key, kink])).values()];
  const sides = kinks.reduce<readonly (readonly boolean[])[]>(
    (all, _) =>
      all.flatMap((before) => [
        [...before, true],
        [...before, false],
      ]),
    [[]],
  );
  const idOf = (side: readonly boolean[]): string =>
    side
      .map((isBelow, i) => `${printText(kinks[i]?.moving ?? one)} ${isBelow ? 'below' : 'above'}`)
      .join(', ');
  return sides.map((side) => {
    const read = (value: Term): Term =>
      settleExponentials(
        kinks.reduce((own, kink, i) => readSide(own, kink, side[i] ?? true, variables, context), value),
        context,
      );
    const start: Branch = { id: idOf(side), read, variables, context, replaced: {}, edges: {}, guards: [] };
    const branch = withExponential(start, values);
    return kinks.reduce((own, kink, i) => {
      const beyond = idOf(side.map((value, j) => (j === i ? !value : value)));
      return guarded(own, kink, side[i] ?? true, beyond);
    }, branch);
  });
}

/** The branch with its end at a kink: as a ratio below 1, or as an exponential above 1 that is 1 there. */
function guarded(branch: Branch, { moving, still }: Kink, isBelow: boolean, beyond: string): Branch {
  const [small, large] = isBelow ? [moving, still] : [still, moving];
  const end = branch.read(moving);
  const [name, more] = symbolsOf(end).filter(
    (own) => branch.variables.includes(own) && !symbolsOf(moving).includes(own),
  );
  if (name === undefined) {
    return { ...branch, guards: [...branch.guards, { source: KINK, ratio: divide(small, large), beyond }] };
  }
  const meets = isZero(subtract(substitute(end, { [name]: one }), still), branch.context);
  if (isBelow || more !== undefined || !meets) {
    return refuse(
      `the exponential of what ${printText(moving)} holds does not begin where it passes ${printText(still)}`,
      'the conditions',
      'write it as exp(k (v - v_0)) beyond v_0',
    );
  }
  return { ...branch, edges: { ...branch.edges, [name]: { edge: KINK, beyond } } };
}
