import { describe, expect, it } from 'vitest';
import { CLASSIC_IDS, CLASSICS } from '../../src/economics/classics/registry.ts';
import { contextOf } from '../../src/economics/model.ts';
import { contextOfProblem, problemOfFirm } from '../../src/economics/problem.ts';
import { VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { areEqual } from '../../src/kernel/normal/equal.ts';
import { add, symbolsOf } from '../../src/kernel/term.ts';
import { sameUnit, unitOf } from '../../src/kernel/units.ts';

const FLOP = { '6': 'flop/(parameter*token)', '2': 'flop/(parameter*token)' };

describe.each(CLASSIC_IDS)('the classic %s', (id) => {
  const problem = CLASSICS[id];
  const context = contextOfProblem(problem);
  const unit = (term: Parameters<typeof unitOf>[0]): string => unitOf(term, context, FLOP);

  it('has its units in order, each multiplier the objective per unit of its constraint', () => {
    const objective = unit(problem.objective);
    for (const { letter, term } of problem.quantities)
      expect(sameUnit(unit(term), letter.unit, context), letter.name).toBe(true);
    for (const { left, right, multiplier } of problem.constraints) {
      expect(sameUnit(unit(left), unit(right), context)).toBe(true);
      expect(sameUnit(multiplier.unit, `(${objective})/(${unit(right)})`, context)).toBe(true);
    }
  });

  it('declares every letter and says where each parameter lies', () => {
    const { parameters, ranges, facts, constraints, objective } = problem;
    expect(Object.keys(ranges).sort()).toEqual(parameters.map(({ name }) => name).sort());
    const terms = [objective, ...facts.map(({ term }) => term), ...constraints.map(({ left }) => left)];
    for (const name of terms.flatMap(symbolsOf)) expect(problem.symbols.has(name), name).toBe(true);
  });
});

describe.each(VARIANT_IDS)('the firm %s as a problem', (id) => {
  it('has parts that make up its profit', () => {
    const model = VARIANTS[id];
    const problem = problemOfFirm(model);
    const sum = add(...problem.parts.map(({ term }) => term));
    expect(areEqual(sum, model.profit, contextOf(model))).toBe(true);
    expect(problem.variables.map(({ name }) => name)).toEqual(model.variables);
    expect(problem.quantities.map(({ letter }) => letter.name)).toEqual(['n', 'd', 't', 'C_train', 'profit']);
  });
});
