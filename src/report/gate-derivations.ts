/** Every formula of a derivation through the LaTeX gate: accepted by KaTeX at its strictest, and read back to its value. */
import type { Derivation } from '../derive/derivation.ts';
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import { assuming, type Context, type Fact } from '../kernel/facts.ts';
import type { Term } from '../kernel/term.ts';
import { relationJson } from './expression.ts';
import {
  type Comparison,
  compareTerms,
  gate,
  parseBack,
  parseBackSides,
  UnreadableTex,
} from './latex-gate.ts';
import { displayTex } from './render/display.ts';
import type { Block, Formula } from './story.ts';
import { storyOf } from './story.ts';

/** Points at which a formula and what is read back from its LaTeX must agree. */
const POINTS = 64;

export interface GateFailure {
  readonly label: string;
  readonly tex: string;
  readonly why: string;
}

export interface Gated {
  readonly formulas: number;
  readonly failures: readonly GateFailure[];
}

type Pair = readonly [Term, Term];

/** What the formula says and what its LaTeX says, side by side. A display in place of the left side is not read back. */
async function sidesOf(
  { relation, look }: Formula,
  tex: string,
  { symbols }: Derivation,
): Promise<readonly Pair[]> {
  const { left, right } = relation;
  if (look.display) return [[right, await parseBack(tex.slice(tex.lastIndexOf('= ') + 2), symbols)]];
  const sides = await parseBackSides(tex, symbols);
  const [shownLeft, shownRight] = sides;
  if (sides.length !== 2 || !shownLeft || !shownRight)
    throw new UnreadableTex(`${sides.length} sides where two stand`);
  return [
    [left, shownLeft],
    [right, shownRight],
  ];
}

/** Facts about letters as facts about what they abbreviate. */
function expanded({ symbols, facts }: Context): Context {
  const written = facts.map((fact) => ({ ...fact, term: expandAbbreviations(fact.term, symbols) }));
  return { symbols, facts: written };
}

/**
 * Whether the two agree wherever the context lets both have a value. Where too few points do, because an abbreviation is
 * drawn as if it were free, abbreviations are written out.
 */
function compare([meant, shown]: Pair, context: Context): Comparison {
  const first = compareTerms(meant, shown, context, POINTS);
  if (first.same || first.at !== null) return first;
  const [long, longShown] = [meant, shown].map((term) => expandAbbreviations(term, context.symbols)) as [
    Term,
    Term,
  ];
  return compareTerms(long, longShown, expanded(context), POINTS);
}

/** Why a formula does not pass, or null where it does. */
async function fault(
  formula: Formula,
  tex: string,
  derivation: Derivation,
  facts: readonly Fact[],
): Promise<string | null> {
  const accepted = await gate(tex);
  if (!accepted.ok) return accepted.message;
  try {
    const context = assuming(derivation.context, ...facts);
    for (const pair of await sidesOf(formula, tex, derivation)) {
      const compared = compare(pair, context);
      if (!compared.same) return compared.why;
    }
    return null;
  } catch (error) {
    if (error instanceof UnreadableTex) return error.message;
    throw error;
  }
}

const inlineTex = (block: Block): readonly string[] => {
  if (block.kind === 'heading' || block.kind === 'source') return [];
  const parts = block.kind === 'result' ? [...block.title, ...block.open, ...block.domain] : block.words;
  return parts.flatMap((part) => (part.kind === 'formula' ? part.tex : []));
};

/**
 * What is assumed where a block's formula stands, beside what the derivation assumes throughout. Equations are left out: no
 * random point satisfies one, and the LaTeX must say what the term says off it too.
 */
function factsAt(block: Block, { steps, results }: Derivation): readonly Fact[] {
  const facts =
    block.kind === 'step'
      ? steps[block.number - 1]?.assumes
      : block.kind === 'result'
        ? results[block.name]?.domain
        : [];
  return (facts ?? []).filter(({ is }) => is !== 'zero');
}

/** Every LaTeX in which a formula leaves the toolkit: in one line, and as a display. */
function texOf(formula: Formula, { symbols }: Derivation): readonly string[] {
  const { tex } = relationJson(formula.relation, { symbols, values: {} }, formula.look);
  return [...new Set([tex, displayTex(formula, symbols)])];
}

async function gateBlock(block: Block, derivation: Derivation): Promise<Gated> {
  const failures: GateFailure[] = [];
  const [formula, label] =
    'formula' in block ? [block.formula, block.formula?.label ?? ''] : [null, derivation.id];
  const shown = formula ? texOf(formula, derivation) : [];
  for (const tex of shown) {
    const why = formula && (await fault(formula, tex, derivation, factsAt(block, derivation)));
    if (why) failures.push({ label, tex, why });
  }
  const inline = inlineTex(block);
  for (const tex of inline) {
    const accepted = await gate(tex, false);
    if (!accepted.ok) failures.push({ label, tex, why: accepted.message });
  }
  return { formulas: (formula ? 1 : 0) + inline.length, failures };
}

/** Puts each formula of a derivation, displayed or within a sentence, through the gate. */
export async function gateDerivation(derivation: Derivation): Promise<Gated> {
  const { blocks } = storyOf(derivation, { steps: true, values: {} });
  let formulas = 0;
  const failures: GateFailure[] = [];
  for (const block of blocks) {
    const gated = await gateBlock(block, derivation);
    formulas += gated.formulas;
    failures.push(...gated.failures);
  }
  return { formulas, failures };
}
