/** A scenario made ready: its formulas read, their units checked, and functions from inputs to a firm's parameters. */
import { existsSync, readFileSync } from 'node:fs';
import {
  isScenarioId,
  readScenario,
  SCENARIO_IDS,
  type ScenarioFile,
  shippedScenario,
} from '../../data/scenario-file.ts';
import type { Model } from '../../economics/model.ts';
import type { Values } from '../../economics/parameters.ts';
import { modelOf } from '../../economics/variants/registry.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { compile } from '../../kernel/compile.ts';
import { fail, OptimandError, shown } from '../../kernel/issues.ts';
import { parse } from '../../kernel/parse.ts';
import { nearest } from '../../kernel/suggest.ts';
import { type Declaration, inDomain, REAL, type SymbolTable, symbolTable } from '../../kernel/symbols.ts';
import { symbolsOf } from '../../kernel/term.ts';
import { sameUnit, unitOf } from '../../kernel/units.ts';

export interface Scenario {
  readonly file: ScenarioFile;
  /** Where it was read, for sentences. */
  readonly path: string;
  readonly model: Model;
  /** The parameters, or null where the inputs make no firm: one of them leaves its domain. */
  readonly parametersAt: (inputs: Values) => Values | null;
  /** Everything that has a name, at the inputs: the inputs and what is let. */
  readonly namedAt: (inputs: Values) => Values;
  /** Growth per year of parameters, as factors. */
  readonly growthAt: (inputs: Values) => Values;
  /** The inputs on which the parameters depend. */
  readonly used: ReadonlySet<string>;
  /** The inputs on which laws of growth depend: exponents, and what growth is made of. */
  readonly usedByLaws: ReadonlySet<string>;
}

/** A formula as a function, and the names in it. */
interface Formula {
  readonly at: Evaluate;
  readonly names: readonly string[];
}

type Step = ScenarioFile['let'][number];
type Evaluate = (values: Values) => number;

class Reader {
  private symbols: SymbolTable;
  private readonly path: string;

  constructor({ inputs }: ScenarioFile, path: string) {
    this.path = path;
    this.symbols = symbolTable(
      ...Object.entries(inputs).map(([name, { unit, meaning, exponent }]) =>
        declared(name, unit, meaning, exponent === true),
      ),
    );
  }

  /** A formula of the file with the unit that it must have, as a function of all that is named so far. */
  formula(place: string, text: string, unit: string | null): Formula {
    const context = { symbols: this.symbols, facts: [] };
    try {
      const term = parse(text, this.symbols);
      const found = unitOf(term, context);
      if (unit !== null && !sameUnit(found, unit, context))
        this.refuse(place, `has the unit ${found}, not ${unit}`, 'correct the formula or a unit in it');
      const names = [...this.symbols.keys()];
      const value = compile(term, names, double);
      return {
        at: (values) => value(names.map((name) => values[name] ?? Number.NaN)),
        names: symbolsOf(term),
      };
    } catch (error) {
      if (!(error instanceof OptimandError) || error.issue.code === 'file') throw error;
      const [, said = error.message, would = 'correct it'] = /^(.*); ([^;]*?)\.?$/.exec(error.message) ?? [];
      return this.refuse(place, `cannot be read: ${said}`, would);
    }
  }

  add({ name, unit, meaning }: Step): void {
    this.symbols = new Map([...this.symbols, [name, declared(name, unit, meaning, false)]]);
  }

  refuse(place: string, what: string, would: string): never {
    return fail({ code: 'file', path: this.path, what: `${place} ${what}`, would });
  }
}

const declared = (name: string, unit: string, meaning: string, exponent: boolean): Declaration => ({
  name,
  tex: name,
  unit,
  meaning,
  domain: REAL,
  role: exponent ? 'shape' : 'quantity',
  source: 'scenario',
});

/** Growth of the model's own parameters. */
function growthOf(model: Model, file: ScenarioFile, reader: Reader): ReadonlyMap<string, Formula> {
  const names = model.parameters.map(({ name }) => name);
  return new Map(
    Object.entries(file.growth).map(([name, text]) => {
      if (!names.includes(name)) refuseName(reader, `growth.${shown(name)}`, name, model);
      return [name, reader.formula(`growth.${name}`, text, '1')];
    }),
  );
}

function refuseName(reader: Reader, place: string, name: string, model: Model): never {
  const names = model.parameters.map((declared) => declared.name);
  const guess = nearest(name, names);
  const would = guess ? `did you mean "${guess}"?` : `they are ${names.join(', ')}`;
  return reader.refuse(place, `is no parameter of ${model.id}`, would);
}

/** A factor per year is a positive number. */
function checkGrowth({ file, growthAt, path }: Scenario): void {
  for (const [name, rate] of Object.entries(growthAt(middleOf({ file })))) {
    if (Number.isFinite(rate) && rate > 0) continue;
    const what = `growth.${name} is ${rate} at the middle of the inputs`;
    fail({ code: 'file', path, what, would: 'give a positive factor per year' });
  }
}

/** Parameters in whose unit the model's own shape letters stand, read in the scenario's letters of the same name. */
function parametersOf(model: Model, file: ScenarioFile, reader: Reader): ReadonlyMap<string, Formula> {
  const names = model.parameters.map(({ name }) => name);
  for (const name of Object.keys(file.parameters)) {
    if (!names.includes(name)) refuseName(reader, `parameters.${shown(name)}`, name, model);
  }
  return new Map(
    model.parameters.map(({ name, unit, role }): [string, Formula] => {
      const text =
        file.parameters[name] ??
        reader.refuse(`parameters.${name}`, 'is missing', `${model.id} needs ${names.join(', ')}`);
      return [name, reader.formula(`parameters.${name}`, text, role === 'shape' ? '1' : unit)];
    }),
  );
}

/** The scenario of a file. @throws OptimandError that names the formula which cannot be read or has the wrong unit. */
export function compileScenario(file: ScenarioFile, path: string): Scenario {
  const model = modelOf(file.variant);
  const reader = new Reader(file, path);
  const steps = file.let.map((step, i) => {
    const value = reader.formula(`let.${i} (${shown(step.name)})`, step.formula, step.unit);
    reader.add(step);
    return [step.name, value] as const;
  });
  const parameters = parametersOf(model, file, reader);
  const growth = growthOf(model, file, reader);
  const namedAt = (inputs: Values): Values => {
    const named: Record<string, number> = { ...inputs };
    for (const [name, { at }] of steps) named[name] = at(named);
    return named;
  };
  const all = (of: ReadonlyMap<string, Formula>, inputs: Values): Values => {
    const named = namedAt(inputs);
    return Object.fromEntries([...of].map(([name, { at }]) => [name, at(named)]));
  };
  const scenario: Scenario = {
    file,
    path,
    model,
    namedAt,
    growthAt: (inputs) => all(growth, inputs),
    used: behind([...parameters.values()], new Map(steps)),
    usedByLaws: behind([...growth.values(), ...exponentsAmong(model, parameters)], new Map(steps)),
    parametersAt: (inputs) => {
      const values = all(parameters, inputs);
      return model.parameters.every(({ name, domain }) => inDomain(values[name] ?? Number.NaN, domain))
        ? values
        : null;
    },
  };
  checkGrowth(scenario);
  return scenario;
}

/** The formulas of the parameters that stand in exponents. */
const exponentsAmong = (model: Model, parameters: ReadonlyMap<string, Formula>): readonly Formula[] =>
  model.parameters.flatMap(({ name, role }) => {
    const formula = parameters.get(name);
    return role === 'shape' && formula ? [formula] : [];
  });

/** Where the inputs named come from, each source once. */
export const sourcesOf = ({ inputs }: ScenarioFile, names: ReadonlySet<string>): readonly string[] => [
  ...new Set(
    Object.entries(inputs)
      .filter(([name]) => names.has(name))
      .map(([, { source }]) => source),
  ),
];

/** Every name behind the formulas, through what is let. */
function behind(formulas: readonly Formula[], steps: ReadonlyMap<string, Formula>): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = ({ names }: Formula): void => {
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      const step = steps.get(name);
      if (step) visit(step);
    }
  };
  formulas.forEach(visit);
  return seen;
}

/** The inputs at their middles. */
export const middleOf = ({ file }: Pick<Scenario, 'file'>): Values =>
  Object.fromEntries(Object.entries(file.inputs).map(([name, { value }]) => [name, value]));

/**
 * A scenario by its name, or out of a file.
 * @throws OptimandError where there is neither, and where the file is not as it must be.
 */
export function scenarioOf(name: string): Scenario {
  if (isScenarioId(name)) return compileScenario(shippedScenario(name), `data/scenarios/${name}.json`);
  if (!existsSync(name)) {
    const guess = nearest(name, SCENARIO_IDS);
    const known = guess ? `did you mean "${guess}"?` : `known are ${SCENARIO_IDS.join(', ')}`;
    return fail({ code: 'file', path: name, what: 'it is neither a scenario nor a file', would: known });
  }
  return compileScenario(readScenario(readText(name), name), name);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fail({ code: 'file', path, what: 'it cannot be read', would: 'give a scenario as a JSON file' });
  }
}
