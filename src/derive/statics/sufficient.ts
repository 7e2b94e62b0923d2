/** Conditions on the exponents under which no summand of a response disagrees with the others. */
import type { Fact } from '../../kernel/facts.ts';
import { polynomialTerm } from '../../kernel/normal/to-term.ts';
import { negatePolynomial, type Polynomial, polynomialKey } from '../../kernel/polynomial.ts';
import { multiply } from '../../kernel/term.ts';
import { coefficientsOf, withoutCommon } from './polynomials.ts';
import type { Proof } from './proof.ts';
import type { Region } from './region.ts';

/** More conditions than this are no help to anybody. */
const MOST = 2;

/** The sign of the summands that have one, where conditions on the others would give them the same. */
export function conditionsFor(p: Polynomial, region: Region): Proof | null {
  const groups = coefficientsOf(p, region.isShape);
  if (groups.length === p.length) return null;
  const signed = groups.map((group) => ({
    ...group,
    sign: region.isPositive(group.rest) ? region.signOf(group.coefficient) : null,
  }));
  const [only, other] = new Set(signed.flatMap(({ sign }) => (sign === 1 || sign === -1 ? [sign] : [])));
  if (!only || other) return null;
  const open = signed.filter(({ sign }) => sign === null);
  if (open.some(({ rest }) => !region.isPositive(rest))) return null;
  const needed = open.map(({ coefficient: shapes }) =>
    withoutCommon(only === 1 ? shapes : negatePolynomial(shapes), region.isPositiveLetter),
  );
  const distinct = [...new Map(needed.map((one) => [polynomialKey(one), one])).values()];
  if (distinct.length === 0 || distinct.length > MOST) return null;
  const conditions = distinct.map(
    (one): Fact => ({
      term: polynomialTerm(one),
      is: 'non-negative',
      because: 'sufficient: no summand disagrees',
    }),
  );
  return {
    sign: only === 1 ? '+' : '-',
    summands: groups.map(({ rest, coefficient: shapes }) =>
      multiply(polynomialTerm(rest), polynomialTerm(shapes)),
    ),
    chart: [],
    uses: [],
    conditions,
  };
}
