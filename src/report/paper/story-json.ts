/** A derivation ready to be set: its sentences with the formulas in them found, its formulas broken over lines. */
import type { Derivation } from '../../derive/derivation.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import { relationText } from '../expression.ts';
import type { Inline } from '../inline.ts';
import { rowsOf } from '../render/display.ts';
import type { DerivationStory, FormulaJson } from '../schemas/report.ts';
import { type Block, type Formula, storyOf } from '../story.ts';

type Sentence = DerivationStory['title'];

const copied = (parts: readonly Inline[]): Sentence => parts.map((part) => ({ ...part }));

const formulaJson = (formula: Formula, symbols: SymbolTable): FormulaJson => ({
  text: relationText(formula.relation, symbols, formula.look),
  rows: rowsOf(formula, symbols),
  label: formula.label,
});

const of = <Kind extends Block['kind']>(blocks: readonly Block[], kind: Kind) =>
  blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

/** The derivation with every step, as the report holds it. */
export function storyJson(derivation: Derivation): DerivationStory {
  const { blocks } = storyOf(derivation, { steps: true, values: {} });
  const { id, source, variant, uses, symbols } = derivation;
  const shown = (formula: Formula | null): FormulaJson | null => formula && formulaJson(formula, symbols);
  const [title] = of(blocks, 'title');
  const [statement, ...letters] = of(blocks, 'prose');
  return {
    id,
    title: copied(title?.words ?? []),
    statement: copied(statement?.words ?? []),
    source,
    variant,
    uses: [...uses],
    steps: of(blocks, 'step').map(({ number, words, formula, reason }) => ({
      number,
      words: copied(words),
      formula: shown(formula),
      reason: copied(reason),
    })),
    letters: letters.map(({ words }) => copied(words)),
    results: of(blocks, 'result').map(({ name, title: own, step, formula, open, domain }) => ({
      name,
      title: copied(own),
      step,
      formula: shown(formula),
      open: copied(open),
      domain: copied(domain),
    })),
  };
}
