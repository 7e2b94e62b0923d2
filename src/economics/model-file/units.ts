/**
 * Units of a file's formulas. Quantities that it declares without a unit may have any, and what they stand in is not checked;
 * everything else is: sums of one unit, functions of numbers without unit, and each formula in the unit of what it is for.
 */
import type { Context } from '../../kernel/facts.ts';
import { joinTables, type SymbolTable, symbolTable } from '../../kernel/symbols.ts';
import type { Term } from '../../kernel/term.ts';
import { isWord } from '../../kernel/text/tokens.ts';
import { BASE_UNITS, UNDECLARED, type Units, unitsWith } from '../../kernel/units.ts';
import type { Problem } from '../problem.ts';
import { d, f, n, q, t, tOthers } from '../symbols.ts';
import { assumptionsOf } from './assume.ts';
import { at, read } from './letters.ts';
import type { BlockEntry, ModelFile, ProblemFile } from './schema.ts';
import { below, wrong } from './shape.ts';

/** The units of a file, its own base units among them. @throws OptimandError for a base unit that cannot be one. */
export function unitsIn({ units = [] }: Pick<ModelFile, 'units'>, context: Context): Units {
  for (const [i, name] of units.entries()) {
    const place = below('/units', i);
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || !isWord(name))
      wrong(place, 'this is no name', 'use letters, digits and _, a letter first');
    if (BASE_UNITS.some((known) => known === name) || units.indexOf(name) < i)
      wrong(place, `"${name}" is a unit already`, 'leave it out');
    if (context.symbols.get(name)?.role === 'shape')
      wrong(place, `"${name}" is a shape too, and may stand in exponents of units`, 'choose another name');
  }
  return unitsWith(context, units);
}

/** @throws OptimandError where the formula has another unit than what it is for. */
function fits(units: Units, term: Term, wanted: string | null, what: string, place: string): void {
  const found = at(place, () => units.of(term));
  if (found === null || wanted === null || wanted === UNDECLARED || units.same(found, wanted)) return;
  const told = (unit: string): string =>
    unit === '1' ? 'no unit' : `the unit ${unit}${units.same(unit, 'flop') ? ' (FLOP)' : ''}`;
  wrong(
    place,
    `${what} has ${told(wanted)}, and this has ${told(found)}`,
    'correct the formula, or the units of its letters',
  );
}

/** Every unit that is declared must be one. */
function checkDeclared(units: Units, file: ProblemFile): void {
  const listed = (list: readonly { readonly unit?: string }[] | undefined, place: string) =>
    (list ?? []).map(({ unit }, i) => [unit, below(below(place, i), 'unit')] as const);
  const all = [
    [file.objective.unit, '/objective/unit'] as const,
    ...listed(file.variables, '/variables'),
    ...listed(file.others, '/others'),
    ...listed(file.quantities, '/quantities'),
    ...(file.constraints ?? []).map(
      ({ multiplier }, i) => [multiplier.unit, `${below('/constraints', i)}/multiplier/unit`] as const,
    ),
  ];
  for (const [unit, place] of all) if (unit !== undefined) at(place, () => units.check(unit));
}

/** What assumptions compare has one unit. */
function checkAssumptions(units: Units, facts: Problem['facts'], assume: ModelFile['assume'] = []): void {
  for (const [i, entry] of assume.entries()) {
    const place = below('/assume', i);
    const fact = facts[i];
    if (fact) at(typeof entry === 'string' ? place : below(place, 'that'), () => units.of(fact.term));
  }
}

/** The unit that a sum has if its parts have one, at the place of the first part that does not go with those before it. */
function unitOfParts(units: Units, { parts }: Problem, declared: string): string | null {
  let shared = declared === UNDECLARED ? null : declared;
  let what = 'the objective';
  for (const { source, term } of parts) {
    const place = below('/objective/parts', source);
    fits(units, term, shared, what, place);
    const found = units.of(term);
    if (shared !== null || found === null) continue;
    shared = found;
    what = `the part ${source} of the objective`;
  }
  return shared;
}

/**
 * The problem with units that follow where none are declared: of the objective, of what is reported, of multipliers.
 * @throws OptimandError at the place of the first formula whose units clash.
 */
export function withUnits(file: ProblemFile, problem: Problem): Problem {
  const context: Context = problem;
  const units = unitsIn(file, context);
  checkDeclared(units, file);
  const declaredOf = (name: string): string => problem.symbols.get(name)?.unit ?? UNDECLARED;
  const objective = unitOfParts(units, problem, declaredOf(problem.objectiveName));
  const found = new Map<string, string>();
  const settle = (name: string, unit: string | null): void => {
    if (unit !== null && declaredOf(name) === UNDECLARED) found.set(name, unit);
  };
  settle(problem.objectiveName, objective);
  for (const [i, { left, right, multiplier }] of problem.constraints.entries()) {
    const place = below('/constraints', i);
    const [low, high] = [
      at(below(place, 'left'), () => units.of(left)),
      at(below(place, 'right'), () => units.of(right)),
    ];
    fits(units, right, low, 'the left side', below(place, 'right'));
    const side = high ?? low;
    const price = objective !== null && side !== null ? units.per(objective, side) : null;
    if (price !== null && multiplier.unit !== UNDECLARED && !units.same(price, multiplier.unit))
      wrong(
        below(place, 'multiplier'),
        `it is what one unit of the right side is worth, in ${price}, and ${multiplier.unit} is declared`,
        'correct the unit, or leave it out',
      );
    settle(multiplier.name, price);
  }
  for (const [i, { name, formula }] of (file.quantities ?? []).entries()) {
    const term = problem.quantities.find(({ letter }) => letter.name === name)?.term;
    if (!term || formula === '') continue;
    fits(units, term, declaredOf(name), name, below(below('/quantities', i), 'formula'));
    settle(name, units.of(term));
  }
  for (const [i, { name }] of (file.others ?? []).entries()) {
    const term = problem.rivals[name];
    if (!term) continue;
    fits(units, term, declaredOf(name), name, below(below('/others', i), 'formula'));
  }
  checkAssumptions(units, problem.facts, file.assume);
  return relabelled(problem, found);
}

/** The problem with these units in the place of undeclared ones. */
function relabelled(problem: Problem, found: ReadonlyMap<string, string>): Problem {
  if (found.size === 0) return problem;
  const put = <L extends { readonly name: string; readonly unit: string }>(letter: L): L => ({
    ...letter,
    unit: found.get(letter.name) ?? letter.unit,
  });
  return {
    ...problem,
    symbols: new Map([...problem.symbols].map(([name, letter]) => [name, put(letter)])),
    quantities: problem.quantities.map((one) => ({ ...one, letter: put(one.letter) })),
    constraints: problem.constraints.map((one) => ({ ...one, multiplier: put(one.multiplier) })),
  };
}

const DOLLARS = 'dollar';

type Formula = readonly [key: string, text: string | undefined, unit: string, what: string];

/** The formulas of one block as the file has them, with the unit that each must have. */
function formulasOf(entry: Exclude<BlockEntry, string>): readonly Formula[] {
  if ('quality' in entry) return [['quality', entry.quality, '1', 'quality']];
  if ('adoption' in entry)
    return [
      ['adoption', entry.adoption, '1', 'adoption'],
      ['ceiling', entry.ceiling, '1', 'the ceiling of adoption'],
    ];
  if ('price' in entry)
    return [
      ['price', entry.price, 'dollar/token', 'the price'],
      ['sales', entry.sales, 'token', 'what is sold'],
      ['sellers', entry.sellers, '1', 'the number of sellers'],
    ];
  if ('cost' in entry) {
    const { training, inference, data } = entry.cost;
    return [
      ['cost/training', training, DOLLARS, 'the cost of training'],
      ['cost/inference', inference, DOLLARS, 'the cost of inference'],
      ['cost/data', data, DOLLARS, 'the cost of data'],
    ];
  }
  if ('limits' in entry)
    return [n, d, t].map(
      ({ name, unit }): Formula => [
        `limits/${name}`,
        entry.limits[name as 'n' | 'd' | 't'],
        unit,
        `the limit on ${name}`,
      ],
    );
  return [];
}

/**
 * Checks every formula of a firm's file as it stands there, before anything is put in for its letters.
 * @throws OptimandError at the place of the first one whose units clash.
 */
export function checkUnits(file: ModelFile, letters: SymbolTable): void {
  const symbols = joinTables(letters, symbolTable(n, d, t, q, f, tOthers));
  const units = unitsIn(file, { symbols, facts: [] });
  for (const [i, entry] of (file.blocks ?? []).entries()) {
    if (typeof entry === 'string') continue;
    for (const [key, text, unit, what] of formulasOf(entry)) {
      const place = `${below('/blocks', i)}/${key}`;
      if (text !== undefined) fits(units, read(text, symbols, place), unit, what, place);
    }
  }
  for (const [name, value] of Object.entries(file.define ?? {})) {
    const place = below('/define', name);
    fits(units, read(value, symbols, place), letters.get(name)?.unit ?? null, name, place);
  }
  checkAssumptions(units, assumptionsOf(file, letters, {}), file.assume);
}
