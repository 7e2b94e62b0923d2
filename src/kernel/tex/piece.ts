/** Pieces of LaTeX and how they are bracketed. A piece knows how tightly it holds together, so nobody guesses parentheses. */

/** How tightly a piece holds together, loosest first; a `call` such as \ln q may end a product but not start a power. */
export const LEVEL = { sum: 0, product: 1, call: 2, power: 3, atom: 4 } as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

export interface Piece {
  readonly tex: string;
  readonly level: Level;
  /** Taller than a line, so that its parentheses must grow. */
  readonly tall: boolean;
  /** Whether it is one visible block, such as a fraction or a root, that a function's name may precede bare. */
  readonly block?: boolean;
  /** Whether it ends with the bare argument of a function, so that whatever follows would seem to belong to it. */
  readonly openEnd?: boolean;
}

/**
 * Where a piece stands: on the line of a display, inside a fraction (inner fractions take a solidus), or in an exponent
 * or index (everything takes a solidus).
 */
export type Style = 'display' | 'inner' | 'script';

/** An argument of a function, in every form in which the function's record may want to show it. */
export interface TexArgument {
  /** On the line, without parentheses. */
  readonly tex: string;
  /** In an exponent or index, without parentheses. */
  readonly script: string;
  readonly tall: boolean;
  /** Whether it needs no parentheses after a function's name: a symbol, a number, a fraction or a root. */
  readonly simple: boolean;
}

/** The LaTeX in parentheses, which grow only where they must. */
export const parenthesise = (tex: string, tall: boolean): string =>
  tall ? `\\left(${tex}\\right)` : `(${tex})`;

/** The arguments in parentheses, separated by commas. */
export const argumentList = (args: readonly TexArgument[]): string =>
  parenthesise(
    args.map(({ tex }) => tex).join(', '),
    args.some(({ tall }) => tall),
  );

/** The argument after a function's name, in parentheses only where it needs them. */
export const operand = ({ tex, tall, simple }: TexArgument): string =>
  simple ? ` ${tex}` : parenthesise(tex, tall);

/** The piece, in parentheses where it is looser than its place demands. */
export const atLevel = (piece: Piece, least: Level): Piece =>
  piece.level >= least
    ? piece
    : { tex: parenthesise(piece.tex, piece.tall), level: LEVEL.atom, tall: piece.tall };

/** About how many characters wide the LaTeX is set. */
export const texWidth = (tex: string): number =>
  tex
    .replace(/\\(?:left|right|,|;|!|quad)/g, '')
    .replace(/\\[a-zA-Z]+/g, 'x')
    .replace(/[{}^_\s]/g, '').length;
