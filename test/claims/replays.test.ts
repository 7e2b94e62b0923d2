/** Every witness of the ledger, put back by its own command line: the claim is seen to fail there. */
import { describe, expect, it } from 'vitest';
import ledger from '../../proofs/ledger.json' with { type: 'json' };
import type { PutRow } from '../../src/claims/put.ts';
import { bench } from '../cli/run.ts';
import { sampled } from '../support/tier.ts';

const { optimand } = bench();

const witnessed = ledger.rows.filter(({ witness }) => witness !== null);

describe('replays', () => {
  it('exist for every claim that a firm refutes', () => {
    for (const { verdict, witness, replay } of ledger.rows) {
      if (verdict === 'refuted') expect(witness).not.toBeNull();
      if (witness) expect(replay).toMatch(/^optimand verify \S+ --variant \S+ --set \S+$/);
    }
    expect(witnessed.length).toBeGreaterThan(10);
  });
  it.each(
    sampled(
      witnessed.map((row) => [`${row.id}, ${row.reading}`, row] as const),
      6,
    ),
  )('%s', (_, row) => {
    const args = (row.replay ?? '').split(' ').slice(1);
    const { status, out } = optimand(...args, '--format', 'json');
    expect(status).toBe(0);
    const answers: PutRow[] = JSON.parse(out).result;
    const own = answers.filter(({ reading }) => reading === row.reading);
    expect(own.some(({ answer, found }) => answer === false && found === row.witness?.found)).toBe(true);
  });
  it('have round numbers', () => {
    for (const { witness } of witnessed) {
      const digits = Object.values(witness?.params ?? {}).map(
        (value) => value.toExponential().replace('-', '').split('e')[0]?.replace('.', '').length ?? 0,
      );
      expect(digits.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(3 * digits.length);
    }
  });
});
