/** What the fast solver takes, and the one sentence for what it does not: models of own formulas, each with one thing that stands in the way. */
import { describe, expect, test } from 'vitest';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import { geometricOf } from '../../src/numerics/fast/geometric.ts';

const firm = (...blocks: readonly object[]) => geometricOf(modelFrom({ id: 'own', blocks }));

describe('a model of own formulas', () => {
  test.each([
    ['quality of two powers', [{ quality: '(a*n^alpha)^(1/2)*(b*d^beta)^(1/2)' }]],
    ['training beyond the power of six', [{ cost: { training: '7*n*d/E' } }]],
    ['quality as the smaller of two', [{ quality: 'min(2*a*n^alpha, b*d^beta)' }]],
  ] as const)('%s: a geometric program', (_, blocks) => {
    expect(firm(...blocks)).toMatchObject({ solved: expect.any(Array), tied: expect.any(Boolean) });
  });

  test('a kink ties one letter to another, and a product of powers ties none', () => {
    expect(firm({ quality: 'min(a*n^alpha, b*d^beta)' })).toMatchObject({ tied: true });
    expect(firm({ quality: '(a*n^alpha)^(1/2)*(b*d^beta)^(1/2)' })).toMatchObject({ tied: false });
  });

  const refused = (what: string) => `${what} in the fast solver; use the referee.`;
  test.each([
    ['a cost that is no product of powers', [{ cost: { training: 'max(6*n*d, 3*n*d)/E' } }]],
    ['a gain whose logarithm may not be concave', [{ adoption: 'q^2/(1 + q)' }]],
    ['more than one kink', [{ quality: 'min(a*n^alpha, b*d^beta) + min(2*a*n^alpha, b*d^beta)' }]],
    ['a kink of which no side is a power', [{ quality: 'min(a*n^alpha + 1, b*d^beta + 1)' }]],
    ['more than one kink', [{ quality: 'min(a*n^alpha, b*d^beta, 2*b*d^beta)' }]],
  ] as const)('%s: refused', (what, blocks) => {
    expect(firm(...blocks)).toBe(refused(what));
  });
});
