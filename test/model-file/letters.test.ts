/** Letters that the engine brings, against those that a model of one's own may declare: none may mean two things. */
import { describe, expect, it } from 'vitest';
import { lettersFor } from '../../src/derive/firm/letters.ts';
import { conditionsOf } from '../../src/economics/conditions.ts';
import { checkName, isEngineLetter } from '../../src/economics/model-file/names.ts';
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { lawsQuestion } from '../../src/report/laws-input.ts';
import { lawSetting } from '../../src/report/laws-setting.ts';
import { problemStatics } from '../../src/report/problem/statics.ts';
import { consumer } from '../problems/textbook.ts';

const isRefused = (name: string): boolean => {
  try {
    checkName(name, '');
    return false;
  } catch (error) {
    if (error instanceof OptimandError) return true;
    throw error;
  }
};

/** Letters of conditions and of laws that are no letters of the model. */
function broughtTo(id: string): readonly string[] {
  const model = modelOf(id);
  const own = new Set(model.symbols.keys());
  const systems = conditionsOf(model).flatMap(({ auxiliaries, atoms, multipliers, variables }) => [
    ...[...auxiliaries, ...atoms].map(({ name }) => name),
    ...multipliers,
    ...variables,
  ]);
  const laws = [...lawSetting(lawsQuestion(model, 'E', 'b', {}), { assumed: [] }).symbols.keys()];
  return [...systems, ...laws].filter((name) => !own.has(name) && name !== 'E_0' && name !== 'E_1');
}

describe('the letters that the engine brings to a firm', () => {
  it.each(VARIANT_IDS)('are refused as symbols: %s', (id) => {
    const brought = broughtTo(id);
    expect(brought.length).toBeGreaterThan(10);
    expect(brought.filter((name) => !isRefused(name))).toEqual([]);
  });

  it('leave the others free', () => {
    expect(['s', 'x', 'tau', 'P1', 'margin'].filter(isEngineLetter)).toEqual([]);
  });

  const letters = Object.values(lettersFor(modelOf('baseline'))).map(({ name }) => name);
  it.each(letters.filter((name) => !isRefused(name)))(
    'or make room where a model declares them: %s',
    (name) => {
      const own = modelFrom({
        id: 'own',
        symbols: [{ name, meaning: 'mine' }],
        blocks: [{ adoption: `ln(q)/${name}` }],
      });
      expect(Object.values(lettersFor(own)).map((letter) => letter.name)).not.toContain(name);
    },
  );
});

describe('the letters that the engine brings to a problem', () => {
  const renamed = (name: string) => JSON.parse(JSON.stringify(consumer).replaceAll('p1', name)) as unknown;
  const { symbols } = problemStatics(problemFrom(consumer), { draws: 1 });
  const brought = [...symbols.keys()].filter(
    (name) => !problemFrom(consumer).symbols.has(name) && name !== 'ln_p1',
  );

  it.each([...brought, 'c_x', 'U_0', 'mu_0'])('are refused as symbols: %s', (name) => {
    expect(() => problemFrom(renamed(name))).toThrow(/symbols.1.name.*is a letter of the derivations/);
  });

  it.each(['P1', 'P2', 'c_K', 'price_1'])('leave the others free: %s', (name) => {
    const rows = problemStatics(problemFrom(renamed(name)), { draws: 10 }).rows;
    const sign = (quantity: string) =>
      rows.find((row) => row.quantity === quantity && row.parameter === name)?.sign;
    expect([sign('x'), sign('y'), sign('U')]).toEqual(['-', '0', '-']);
  });
});
