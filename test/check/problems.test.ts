import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLASSIC_IDS } from '../../src/economics/classics/registry.ts';
import { check, updated } from '../../src/report/check/check.ts';
import { readRecord } from '../../src/report/check/record.ts';
import { consumer } from '../problems/textbook.ts';

const PATH = 'derivations/laws.json';

describe('the record of problems that are no firm', () => {
  it.each(CLASSIC_IDS)('is what is found anew of %s', async (id) => {
    const found = await check(readRecord(readFileSync(PATH, 'utf8'), PATH), PATH, { variants: [id] });
    expect(found.entries).toBeGreaterThan(20);
    expect([found.changed, found.fixed, found.stillFailing]).toEqual([[], [], []]);
    expect(found.same).toBe(found.entries);
  });

  it('tells a problem of one’s own that has changed, law by law', async () => {
    const models = (data: unknown) => [{ variant: consumer.id, data }];
    const record = await updated([], { variants: [consumer.id], models: models(consumer) });
    const at = (data: unknown) =>
      check(record, 'own.json', { variants: [consumer.id], models: models(data) });
    expect((await at(consumer)).changed).toEqual([]);
    const objective = { ...consumer.objective, parts: { utility: 'x^(2*u)*y^(2-2*u)' } };
    const { changed } = await at({ ...consumer, objective });
    const laws = changed.filter(({ change }) => change === 'other-law').map((one) => one.at);
    expect(laws).toContain('consumer / laws in m / always / budget / U');
    expect(laws).not.toContain('consumer / laws in m / always / budget / x');
    expect(changed.some((one) => one.at === 'consumer / signs / m')).toBe(true);
  });
});
