/** A small derivation-like world: letters with an abbreviation, to explain relations in. */
import { equation, type Relation, relation } from '../../src/derive/relation.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { parse } from '../../src/kernel/parse.ts';
import { above, joinTables, POSITIVE, type SymbolTable, symbolTable } from '../../src/kernel/symbols.ts';

const bare = joinTables(baseline.symbols);

export const SYMBOLS: SymbolTable = joinTables(
  bare,
  symbolTable(
    {
      name: 'k',
      tex: 'k',
      meaning: 'exponent of training cost',
      unit: '1',
      domain: above(1),
      role: 'shape',
      source: 'test',
      definition: parse('1 + alpha/beta', bare),
    },
    {
      name: 'n_I',
      tex: 'n_I',
      meaning: 'a size',
      unit: 'parameter',
      domain: POSITIVE,
      role: 'quantity',
      source: 'test',
    },
  ),
);

export const term = (text: string) => parse(text, SYMBOLS);
export const equals = (left: string, right: string): Relation => equation(term(left), term(right));
export const relate = (left: string, sign: Relation['sign'], right: string): Relation =>
  relation(term(left), sign, term(right));
