/**
 * Signs of responses by sign algebra. A response is a polynomial in positive letters; it has a sign where it, or it with
 * the known inequalities, is a sum of products of that sign. Where points of both signs exist no proof is looked for. What
 * is not signed for all parameters at once is tried case by case, on the sign of a shape parameter or of a logarithm.
 */
import type { Fact } from '../../kernel/facts.ts';
import { polynomialTerm } from '../../kernel/normal/to-term.ts';
import { negatePolynomial, type Polynomial, polynomialSymbols } from '../../kernel/polynomial.ts';
import { multiply, type Term, zero } from '../../kernel/term.ts';
import type { Certificate } from './certificate.ts';
import { measuredAt, type Point, pointsOf } from './points.ts';
import type { Problem } from './problem.ts';
import type { Proof } from './proof.ts';
import { everywhere, type Region } from './region.ts';
import { conditionsFor } from './sufficient.ts';

/** One case: what it assumes, and what could be shown in it. */
export interface Case {
  readonly when: Fact | null;
  readonly proof: Proof | null;
}

/** What could be shown, for all parameters at once (perhaps under conditions) and case by case. */
export interface Signing {
  readonly whole: Proof | null;
  readonly cases: readonly Case[];
}

/** Values smaller than this share of a sum's largest summand are rounding. */
const ROUNDING = 1e-9;

const signAt = (p: Polynomial, at: Point): -1 | 0 | 1 => {
  const { value, size } = measuredAt(p, at);
  return Math.abs(value) <= ROUNDING * size || Number.isNaN(value) ? 0 : value > 0 ? 1 : -1;
};

function proofFrom(certificate: Certificate, sign: 1 | -1, region: Region): Proof {
  const turned = (term: Term): Term => (sign === 1 ? term : multiply(-1, term));
  const read = (p: Polynomial): Term => region.read(polynomialTerm(p));
  const products = certificate.products.map(({ weight, uses }) =>
    multiply(read([weight]), ...uses.map(({ polynomial }) => read(polynomial))),
  );
  const rest = certificate.rest.map((term) => read([term]));
  const uses = [...certificate.products.flatMap((product) => product.uses), ...certificate.chart];
  return {
    sign: sign === 1 ? '+' : '-',
    summands: [...products, ...rest].map(turned),
    chart: certificate.chart.map((letter) => ({ ...letter, definition: region.read(letter.definition) })),
    uses: [...new Set(uses.map(({ because }) => because))],
    conditions: [],
  };
}

const NOTHING: Proof = { sign: '0', summands: [zero], chart: [], uses: [], conditions: [] };

/** The proof of a sign that the points allow, if one is found. */
function proveIn(p: Polynomial, region: Region, points: readonly Point[]): Proof | null {
  if (region.written(p).length === 0) return NOTHING;
  const seen = new Set(points.map((at) => signAt(p, at)));
  for (const sign of [1, -1] as const) {
    if (seen.has(sign === 1 ? -1 : 1)) continue;
    const certificate = region.certify(sign === 1 ? p : negatePolynomial(p));
    if (certificate) return proofFrom(certificate, sign, region);
  }
  return null;
}

const HOLDS = {
  negative: (x: number) => x < 0,
  zero: (x: number) => x === 0,
  positive: (x: number) => x > 0,
} as const;

/** Signs polynomials of one problem. */
export class Signer {
  readonly problem: Problem;
  readonly region: Region;
  private readonly points: readonly Point[];
  constructor(problem: Problem) {
    this.problem = problem;
    const { ring, setting } = problem.system;
    this.region = everywhere(ring, setting.context).withKnown(problem.known);
    this.points = pointsOf(problem);
  }

  /** A letter in p whose sign is open: a shape parameter before a logarithm. */
  private openIn(p: Polynomial): string | undefined {
    const { context } = this.problem.system.setting;
    const names = polynomialSymbols(p);
    const isOpenShape = (name: string): boolean => {
      const lower = context.symbols.get(name)?.domain.lower;
      return context.symbols.get(name)?.role === 'shape' && (!lower || lower.at.num < 0n);
    };
    return names.find(isOpenShape) ?? names.find((name) => this.problem.system.ring.open.has(name));
  }

  private readonly regions = new Map<string, Region>();
  inCase(when: Fact & { term: { kind: 'symbol'; name: string } }): Region {
    const key = `${when.term.name}|${when.is}`;
    const made = this.regions.get(key) ?? this.region.inCase(when);
    this.regions.set(key, made);
    return made;
  }

  sign(p: Polynomial): Signing {
    const whole = proveIn(p, this.region, this.points);
    const open = this.openIn(p);
    const one = (proof: Proof | null): Signing => ({ whole: proof, cases: [{ when: null, proof }] });
    if (whole) return one(whole);
    const cases =
      open === undefined
        ? []
        : (['negative', 'zero', 'positive'] as const).map((is): Case => {
            const when = { term: { kind: 'symbol', name: open } as const, is, because: 'case' };
            const here = this.points.filter((at) => HOLDS[is](at[open] ?? Number.NaN));
            return { when, proof: proveIn(p, this.inCase(when), here) };
          });
    const sufficient = conditionsFor(p, this.region);
    return cases.some(({ proof }) => proof)
      ? { whole: sufficient, cases }
      : { ...one(null), whole: sufficient };
  }
}
