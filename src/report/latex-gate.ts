/**
 * The gate through which every emitted formula passes: KaTeX accepts it at its strictest, and, read back from what KaTeX
 * shows, it has the value of the term that it is to show. KaTeX alone would pass a wrong formula.
 */
import { katexMathml } from '../engines/katex.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { type Compiled, compile } from '../kernel/compile.ts';
import type { Context } from '../kernel/facts.ts';
import { type Point, samplePoints } from '../kernel/sample.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import { symbolsOf, type Term } from '../kernel/term.ts';
import { lettersOf } from './mathml/letters.ts';
import { readRow } from './mathml/read.ts';
import { type MathToken, tokensOf, UnreadableTex } from './mathml/tokens.ts';
import { readMathml } from './mathml/tree.ts';

export { UnreadableTex } from './mathml/tokens.ts';

export type GateResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** As KaTeX in strict mode shows it. Beyond ASCII KaTeX would still read a γ, at which pdflatex stops. */
async function render(tex: string, display: boolean): ReturnType<typeof katexMathml> {
  const beyond = /[^\t\n\x20-\x7e]/u.exec(tex)?.[0];
  if (beyond === undefined) return katexMathml(tex, { display });
  return {
    ok: false,
    message: `pdflatex has no character U+${beyond.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  };
}

/** Whether KaTeX in strict mode accepts the LaTeX and pdflatex its characters, or what is said against it. */
export async function gate(tex: string, display = true): Promise<GateResult> {
  const rendered = await render(tex, display);
  return rendered.ok ? { ok: true } : rendered;
}

async function tokensOfTex(tex: string, symbols: SymbolTable): Promise<MathToken[]> {
  const rendered = await render(tex, true);
  if (!rendered.ok) throw new UnreadableTex(rendered.message);
  return tokensOf([readMathml(rendered.mathml)], await lettersOf(symbols));
}

/**
 * The term that a reader sees in the LaTeX. A star on a letter that is not declared with one is read over.
 * @throws UnreadableTex where KaTeX refuses it or a reader could doubt what it means.
 */
export async function parseBack(tex: string, symbols: SymbolTable): Promise<Term> {
  return readRow(await tokensOfTex(tex, symbols), await lettersOf(symbols));
}

/** The sides of an equation or chain of relations, also one broken over aligned lines. */
export async function parseBackSides(tex: string, symbols: SymbolTable): Promise<Term[]> {
  const sides: MathToken[][] = [[]];
  for (const token of await tokensOfTex(tex, symbols)) {
    if (token.kind === 'relation') sides.push([]);
    else sides.at(-1)?.push(token);
  }
  const letters = await lettersOf(symbols);
  return sides.map((side) => readRow(side, letters));
}

/** Relative difference that rounding explains. */
const TOLERANCE = 1e-9;
/** Values below this are compared as zeros. */
const TINY = 1e-290;

export type Comparison =
  | { readonly same: true; readonly counted: number; readonly worst: number }
  | { readonly same: false; readonly why: string; readonly at: Point | null };

const different = (why: string, at: Point | null = null): Comparison => ({ same: false, why, at });

/** Relative difference of two values, the first finite. */
function differenceOf(x: number, y: number): number {
  if (x === y) return 0;
  const size = Math.max(Math.abs(x), Math.abs(y));
  return Number.isFinite(y) ? (size < TINY ? 0 : Math.abs(x - y) / size) : Number.POSITIVE_INFINITY;
}

/**
 * For each point that is wanted, so many are drawn, the second number where the first leaves too few: a term such as
 * W_{-1} has a value on a small part of its letters' domains only.
 */
const DRAWS = [4, 100];

/** The first points, of those drawn, at which the term has a value. */
function pointsWithValue(
  names: readonly string[],
  value: Compiled<number>,
  context: Context,
  wanted: number,
): Sampled[] {
  let found: Sampled[] = [];
  for (const draws of DRAWS) {
    const points = samplePoints(names, context, draws * wanted);
    const sampled = points.map((point) => {
      const inputs = names.map((name) => point[name] ?? Number.NaN);
      return { point, inputs, value: value(inputs) };
    });
    found = sampled.filter((sample) => Number.isFinite(sample.value)).slice(0, wanted);
    if (2 * found.length >= wanted) break;
  }
  return found;
}

interface Sampled {
  readonly point: Point;
  readonly inputs: readonly number[];
  readonly value: number;
}

/**
 * Whether two terms agree at random points that the context allows. Only points at which the original has a value count,
 * and at least half of the number wanted must.
 */
export function compareTerms(original: Term, shown: Term, context: Context, points = 64): Comparison {
  const names = [...new Set([...symbolsOf(original), ...symbolsOf(shown)])];
  const [left, right] = [compile(original, names, double), compile(shown, names, double)];
  const sampled = pointsWithValue(names, left, context, points);
  let worst = 0;
  for (const { point, inputs, value } of sampled) {
    const other = right(inputs);
    worst = Math.max(worst, differenceOf(value, other));
    if (worst > TOLERANCE) return different(`the term is ${value} and the LaTeX says ${other}`, point);
  }
  if (sampled.length < points / 2)
    return different(`only ${sampled.length} of the points tried have a value`);
  return { same: true, counted: sampled.length, worst };
}

/** The declarations of a term's own symbols: no other letter may stand in its LaTeX. */
const lettersOfTerm = (term: Term, symbols: SymbolTable): SymbolTable => {
  const own = new Set(symbolsOf(term));
  return new Map([...symbols].filter(([name]) => own.has(name)));
};

/** Whether the LaTeX says what the term says: read back and compared at random points. */
export async function sameValue(term: Term, tex: string, context: Context, points = 64): Promise<Comparison> {
  try {
    return compareTerms(term, await parseBack(tex, lettersOfTerm(term, context.symbols)), context, points);
  } catch (error) {
    if (error instanceof UnreadableTex) return different(`the LaTeX cannot be read back: ${error.message}`);
    throw error;
  }
}
