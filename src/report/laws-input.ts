/** What `laws` is asked, checked: the growing parameter, what is held, and the numbers set. */

import { rho } from '../../derivations/letters.ts';
import { checkGrowing, RHO_FROM_B } from '../derive/laws.ts';
import type { Model } from '../economics/model.ts';
import { VARIANT_IDS, VARIANTS } from '../economics/variants/registry.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import { fail } from '../kernel/issues.ts';
import { printText } from '../kernel/print-text.ts';
import { nearest } from '../kernel/suggest.ts';
import { domainText, inDomain, joinTables, type SymbolTable, symbolTable } from '../kernel/symbols.ts';
import { factHolds, numberOf, type Values } from './expression.ts';
import type { LawHold } from './schemas/laws.ts';

/** A question that can be answered. */
export interface LawsQuestion {
  readonly model: Model;
  readonly growing: string;
  readonly hold: LawHold;
  /** Letters of the laws: those of the model, with rho in place of b where b moves. */
  readonly symbols: SymbolTable;
  /** Numbers for them, the growing one left out. */
  readonly values: Values;
  /** The numbers as the model takes them, b among them, the growing parameter where it was set. */
  readonly point: Values;
  /** Whether every parameter but the growing one has a number. */
  readonly isComplete: boolean;
}

const refuse = (what: string, would: string): never => fail({ code: 'usage', what, would });

/** Variants that have a parameter which this one lacks. */
const havers = (name: string): readonly string[] =>
  VARIANT_IDS.filter((id) => VARIANTS[id].parameters.some((declared) => declared.name === name));

/** @throws OptimandError where no law in this parameter can be asked for. */
function checkAsked(model: Model, growing: string): void {
  const [elsewhere] = model.parameters.some(({ name }) => name === growing) ? [] : havers(growing);
  if (elsewhere !== undefined) {
    refuse(`The variant ${model.id} has no ${growing}`, `ask for optimand laws ${elsewhere} --in ${growing}`);
  }
  checkGrowing(model, growing);
}

/** Which of a, b and rho stays fixed. @throws OptimandError where the growing one is to be held. */
function heldOf(growing: string, hold: 'b' | 'rho'): LawHold {
  if (hold === 'rho' && (growing === 'rho' || growing === 'b')) {
    refuse(
      `${growing} cannot grow with rho = (a/b)^(1/alpha) and a both held`,
      growing === 'b' ? 'ask for --in b --hold b, or --in a --hold rho' : 'leave out --hold',
    );
  }
  return growing === 'rho' ? 'a' : hold;
}

/** The values as given, each known and in its domain. @throws OptimandError */
function checkValues(given: Values, symbols: SymbolTable, model: Model, isRho: boolean): Values {
  const known = [...model.parameters.map(({ name }) => name), ...(isRho ? ['rho'] : [])];
  for (const [name, value] of Object.entries(given)) {
    const declared = known.includes(name) ? symbols.get(name) : undefined;
    if (!declared) return fail({ code: 'unknown-symbol', name, known, suggestion: nearest(name, known) });
    if (inDomain(value, declared.domain)) continue;
    fail({ code: 'bad-value', name, value: String(value), must: domainText(declared.domain) });
  }
  const setting = { symbols, values: given };
  for (const fact of model.facts) {
    if (factHolds(fact, setting) !== false) continue;
    const value = String(numberOf(fact.term, setting));
    fail({ code: 'bad-value', name: printText(fact.term), value, must: fact.is });
  }
  return given;
}

/** rho from a, b and alpha, in place of b. @throws OptimandError where b does not decide it. */
function withRho(given: Values, growing: string): Values {
  const { b, ...rest } = given;
  if (b === undefined || growing === 'rho') return rest;
  if (given.rho !== undefined) return refuse('--set gives both b and rho', 'give one of them');
  if (given.a === undefined || given.alpha === undefined) {
    return refuse('b alone does not decide rho = (a/b)^(1/alpha)', 'set a and alpha too, or rho itself');
  }
  return { ...rest, rho: evaluate(RHO_FROM_B, given, double) };
}

const without = (values: Values, name: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([own]) => own !== name));

/** The question, checked. @throws OptimandError with one sentence that says what would do. */
export function lawsQuestion(model: Model, growing: string, hold: 'b' | 'rho', given: Values): LawsQuestion {
  checkAsked(model, growing);
  const held = heldOf(growing, hold);
  const isRho = held !== 'b';
  const symbols = isRho ? joinTables(model.symbols, symbolTable(rho)) : model.symbols;
  const checked = checkValues(given, symbols, model, isRho);
  const values = without(isRho ? withRho(checked, growing) : checked, growing);
  const names = model.parameters.map(({ name }) => (isRho && name === 'b' ? 'rho' : name));
  const isComplete = names.every((name) => name === growing || Object.hasOwn(values, name));
  return { model, growing, hold: held, symbols, values, point: given, isComplete };
}
