/** Assumptions of a model file: two formulas and a sign between them. */
import type { Fact } from '../../kernel/facts.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import { isZeroTerm, substitute, subtract, symbolsOf } from '../../kernel/term.ts';
import { type Definitions, read } from './letters.ts';
import type { ModelFile } from './schema.ts';
import { below, wrong } from './shape.ts';

const IS: Readonly<Record<string, Fact['is']>> = {
  '>': 'positive',
  '<': 'negative',
  '>=': 'non-negative',
  '<=': 'non-positive',
  '!=': 'non-zero',
};

function factOf(text: string, because: string, letters: SymbolTable, place: string): Fact {
  const [left = '', sign = '', right = '', ...more] = text.split(/(>=|<=|!=|>|<)/);
  const is = IS[sign];
  if (is === undefined || more.length > 0)
    return wrong(
      place,
      'an assumption is two formulas with one of > >= < <= != between them',
      'write it as in 1 + alpha*gamma > 0',
    );
  const [x, y] = [read(left, letters, place), read(right, letters, place)];
  const term = isZeroTerm(y) ? x : subtract(x, y);
  if (symbolsOf(term).length === 0) wrong(place, 'the assumption is about numbers alone', 'leave it out');
  return { term, is, because };
}

/** What the file assumes, as facts about the parameters that are left. */
export function assumptionsOf(
  { assume = [] }: Pick<ModelFile, 'assume'>,
  letters: SymbolTable,
  definitions: Definitions,
): readonly Fact[] {
  return assume.map((entry, i) => {
    const place = below('/assume', i);
    const fact =
      typeof entry === 'string'
        ? factOf(entry, 'assumed', letters, place)
        : factOf(entry.that, entry.because, letters, below(place, 'that'));
    const term = substitute(fact.term, definitions);
    if (symbolsOf(term).length === 0)
      wrong(place, 'the definitions leave nothing open in it', 'leave it out');
    return { ...fact, term };
  });
}
