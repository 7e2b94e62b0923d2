/**
 * Formulas as results hold them: text and LaTeX as plain data, and besides, for whoever works in a notebook, MathML and a
 * bundle of representations by MIME type. What is not plain data is found on the prototype, so that JSON knows nothing of it.
 */
import { katexMathml } from '../engines/katex.ts';
import { refuse } from '../kernel/issues.ts';

/** Representations by MIME type. */
export type MimeBundle = Readonly<Record<string, string>>;

/** Deno's Jupyter kernel asks for representations under this symbol. */
const JUPYTER = Symbol.for('Jupyter.display');

export class Formula {
  readonly text: string;
  readonly tex: string;

  constructor(text: string, tex: string) {
    this.text = text;
    this.tex = tex;
  }

  /** Presentation MathML, made by KaTeX from the LaTeX. */
  get mathml(): Promise<string> {
    return katexMathml(this.tex, { display: false }).then((made) =>
      made.ok ? made.mathml : refuse(made.message, 'the LaTeX of a formula', 'report it'),
    );
  }

  /** Text, LaTeX and HTML with MathML in it, for notebooks. */
  async mimeBundle(): Promise<MimeBundle> {
    return { 'text/plain': this.text, 'text/latex': `$${this.tex}$`, 'text/html': await this.mathml };
  }

  [JUPYTER](): Promise<MimeBundle> {
    return this.mimeBundle();
  }
}

/** A formula of a result with all its representations, also where it has been through JSON. */
export const formula = (shown: { readonly text: string; readonly tex: string }): Formula =>
  shown instanceof Formula ? shown : new Formula(shown.text, shown.tex);

/** A formula with the number that the values set make of it. */
export class Expression extends Formula {
  readonly value: number | null;

  constructor(text: string, tex: string, value: number | null) {
    super(text, tex);
    this.value = value;
  }
}
