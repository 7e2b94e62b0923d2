/** A claim that shows the law of a limit shows it for every case of the signs that has one. */
import { describe, expect, it } from 'vitest';
import { nearLinearClaims } from '../../proofs/near-linear/claim.ts';
import { subQuadraticClaims } from '../../proofs/sub-quadratic/claim.ts';
import { last, properRegimes } from '../../src/claims/exponents.ts';
import { lawsOfModel } from '../../src/derive/laws.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { printText } from '../../src/kernel/print-text.ts';

const SIGNS = { positive: '> 0', negative: '< 0' } as const;
type Signed = keyof typeof SIGNS;

/** Cases told by inequalities, and the boundary gamma = 0: the other boundaries have the law of either side. */
const open = lawsOfModel(baseline, 'E').cases.flatMap((one) => {
  const facts = one.assumed.filter(({ is }) => is !== 'zero');
  return facts.length === one.assumed.length ? [{ one, facts }] : [];
});

describe.each(
  [...nearLinearClaims, ...subQuadraticClaims].filter(({ reading }) => reading.includes('E to infinity')),
)('$id, $reading', ({ law }) => {
  const text = typeof law === 'function' ? (law()?.text ?? '') : '';

  it.each(open)('case $one.witness', ({ one, facts }) => {
    expect(properRegimes(one).some(last)).toBe(true);
    const told = facts.map(({ term, is }) => `${printText(term)} ${SIGNS[is as Signed]}`).join(', ');
    expect(text).toContain(told);
  });
});
