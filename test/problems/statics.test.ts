import { describe, expect, it } from 'vitest';
import { problemTables } from '../../src/derive/problem/statics.ts';
import { CLASSIC_IDS, CLASSICS } from '../../src/economics/classics/registry.ts';
import { areEqual } from '../../src/kernel/normal/equal.ts';
import { ratioTerm } from '../../src/kernel/normal/to-term.ts';
import { parse } from '../../src/kernel/parse.ts';
import { problemStatics } from '../../src/report/problem/statics.ts';
import { cobbDouglas, cobbDouglasOnBudget } from './cobb-douglas.ts';

const signsOf = (report: ReturnType<typeof problemStatics>): Readonly<Record<string, string>> =>
  Object.fromEntries(report.rows.map(({ quantity, parameter, sign }) => [`${quantity}/${parameter}`, sign]));

describe.each(CLASSIC_IDS)('the signs of %s', (id) => {
  it('are the referee’s at every optimum drawn', () => {
    const { rows } = problemStatics(CLASSICS[id], { draws: 40, seed: 7 });
    for (const { evidence, quantity, parameter } of rows) {
      expect(evidence.against, `${quantity}/${parameter}`).toBe(0);
      expect(evidence.optima).toBeGreaterThan(35);
    }
    expect(rows.filter(({ sign }) => sign === '+' || sign === '-' || sign === '0').length).toBeGreaterThan(
      15,
    );
  });
});

describe('signs that readers know', () => {
  it('more inference means a smaller model trained on more data', () => {
    const signs = signsOf(problemStatics(CLASSICS['inference-adjusted'], { draws: 20, seed: 7 }));
    expect(signs).toMatchObject({
      'n/t': '-',
      'd/t': '+',
      'tokens_per_parameter/t': '+',
      'compute/t': '+',
      'lambda/t': '+',
      'd/A': '0',
    });
  });

  it('whether tokens per parameter rise with compute depends on which exponent is the larger', () => {
    const found = problemStatics(CLASSICS['compute-optimal'], { draws: 40, seed: 7 });
    expect(signsOf(found)).toMatchObject({
      'n/C': '+',
      'd/C': '+',
      'lambda/C': '-',
      'tokens_per_parameter/C': 'changes',
    });
  });
});

describe('a Cobb–Douglas firm', () => {
  it('responds as the textbook says, whether or not its budget binds', () => {
    const signs = signsOf(problemStatics(cobbDouglas, { draws: 20, seed: 7 }));
    expect(signs).toMatchObject({ 'K/p': '+', 'L/r': '-', 'profit/w': '-', 'K/r': '-' });
    const bound = signsOf(problemStatics(cobbDouglasOnBudget, { draws: 80, seed: 7, where: 'budget-bound' }));
    expect(bound).toMatchObject({ 'K/p': '0', 'L/r': '0', 'K/budget': '+', 'mu/budget': '-', 'mu/p': '+' });
  });

  it('has the responses themselves', () => {
    const [table] = problemTables(cobbDouglas);
    const cell = table?.cells.find(({ quantity, parameter }) => quantity === 'K' && parameter === 'r');
    const context = table?.context as NonNullable<typeof table>['context'];
    const wanted = parse('-(1 - b)/(1 - a - b)', context.symbols);
    expect(cell && areEqual(ratioTerm(cell.response), wanted, context)).toBe(true);
  });

  it('is caught with a wrong sign: the referee speaks against it', () => {
    const { rows } = problemStatics({ ...cobbDouglas, kind: 'maximum' }, { draws: 10, seed: 7 });
    const row = rows.find(({ quantity, parameter }) => quantity === 'K' && parameter === 'r');
    expect(row?.evidence.negative).toBe(10);
    expect(row?.evidence.positive).toBe(0);
  });
});
