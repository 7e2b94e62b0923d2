/** The certified sets as problems: by the kernel's formulas, and by hand where a set has a trigonometric function. */
import type { LeastSquaresProblem } from '../../src/fit/damped-step.ts';
import { formulaProblem } from '../../src/fit/formula.ts';
import { parse } from '../../src/kernel/parse.ts';
import { REAL, symbolTable } from '../../src/kernel/symbols.ts';
import json from '../suites/nist/nist_nls.json' with { type: 'json' };

export interface CertifiedSet {
  readonly name: string;
  readonly lhs: string;
  readonly rhs: string;
  readonly columns: readonly string[];
  readonly params: readonly {
    readonly name: string;
    readonly start1: number;
    readonly start2: number;
    readonly certified: string;
    readonly sd: string;
  }[];
  readonly rss: string;
  readonly data: readonly (readonly number[])[];
}

export const SETS: readonly CertifiedSet[] = json.datasets;

const letter = (name: string) => ({
  name,
  tex: name,
  meaning: name,
  unit: '1',
  domain: REAL,
  role: 'quantity' as const,
  source: 'NIST StRD',
});

const columnOf = ({ columns, data }: CertifiedSet, name: string): number[] =>
  data.map((row) => row[columns.indexOf(name)] as number);

/** Value and slopes of a row, where the kernel lacks the function. */
type ByHand = (b: readonly number[], x: number) => readonly [number, readonly number[]];

/** b1 - b2 x - arctan(b3/(x - b4))/π. */
const roszman: ByHand = ([b1, b2, b3, b4], x) => {
  const [p, q, r, s] = [b1, b2, b3, b4] as [number, number, number, number];
  const away = x - s;
  const round = Math.PI * (away * away + r * r);
  return [p - q * x - Math.atan(r / away) / Math.PI, [1, -x, -away / round, -r / round]];
};

/** b1 and three waves: a year long, and of lengths b4 and b7. */
const enso: ByHand = (b, x) => {
  const [b1, b2, b3, b4, b5, b6, b7, b8, b9] = b as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wave = (length: number) => {
    const angle = (2 * Math.PI * x) / length;
    return { c: Math.cos(angle), s: Math.sin(angle), turn: -angle / length };
  };
  const [year, second, third] = [wave(12), wave(b4), wave(b7)];
  const value = b1 + b2 * year.c + b3 * year.s + b5 * second.c + b6 * second.s + b8 * third.c + b9 * third.s;
  const inLength = (w: typeof year, c: number, s: number): number => (s * w.c - c * w.s) * w.turn;
  return [
    value,
    [
      1,
      year.c,
      year.s,
      inLength(second, b5, b6),
      second.c,
      second.s,
      inLength(third, b8, b9),
      third.c,
      third.s,
    ],
  ];
};

const BY_HAND: Readonly<Record<string, ByHand>> = { Roszman1: roszman, ENSO: enso };

export function problemOf(set: CertifiedSet): LeastSquaresProblem {
  const y = columnOf(set, 'y');
  const observed = set.lhs === 'log(y)' ? y.map(Math.log) : y;
  const hand = BY_HAND[set.name];
  if (hand) {
    const x = columnOf(set, 'x');
    return {
      observed,
      residuals: (p) => x.map((at, i) => hand(p, at)[0] - (observed[i] as number)),
      jacobian: (p) => x.map((at) => [...hand(p, at)[1]]),
    };
  }
  const parameters = set.params.map(({ name }) => name);
  const columns = set.columns.filter((name) => name !== 'y');
  const value = parse(set.rhs, symbolTable(...[...parameters, ...columns].map(letter)));
  const rows = set.data.map((row) => columns.map((name) => row[set.columns.indexOf(name)] as number));
  return formulaProblem({ value, parameters, columns }, { rows, observed });
}
