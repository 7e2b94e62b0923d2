/** The ledger of a result: what its model assumes throughout, and which of its parameters are free. */
import type { Fact } from '../kernel/facts.ts';
import { type Declaration, domainText, type SymbolTable } from '../kernel/symbols.ts';
import { factJson, type Values } from './expression.ts';
import { roundedText } from './numbers.ts';
import type { FactJson } from './schemas/expression.ts';
import type { ParameterJson } from './schemas/premises.ts';

export interface Premises {
  readonly assumptions: FactJson[];
  readonly parameters: ParameterJson[];
}

/** A model, or a problem of another kind. */
interface Grounded {
  readonly parameters: readonly Declaration[];
  readonly symbols: SymbolTable;
  readonly facts: readonly Fact[];
}

/** What holds for every answer about the model, with the numbers given. */
export function premisesOf({ parameters, symbols, facts }: Grounded, values: Values = {}): Premises {
  return {
    assumptions: facts.map((fact) => factJson(fact, { symbols, values })),
    parameters: parameters.map(({ name, tex, meaning, unit, domain }) => ({
      name,
      tex,
      meaning,
      unit,
      domain: domainText(domain),
      value: values[name] ?? null,
    })),
  };
}

/** The same in a sentence, for a reader, with all numbers that are set. */
export function premisesText({ assumptions, parameters }: Premises, set: Values = {}): string {
  const free = parameters.filter(({ value }) => value === null).map(({ name }) => name);
  const given = Object.entries(set).map(([name, value]) => `${name} = ${roundedText(value, 9)}`);
  const parts = [
    ...(given.length > 0 ? [`Set: ${given.join(', ')}.`] : []),
    ...(free.length > 0 ? [`Free: ${free.join(', ')}.`] : []),
    ...(assumptions.length > 0 ? [`Assumed: ${assumptions.map(({ text }) => text).join('; ')}.`] : []),
  ];
  return parts.join(' ');
}
