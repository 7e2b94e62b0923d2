/** Stands in for mathjs's LaTeX: the page asks its parser for trees alone. */
const none = (): never => {
  throw new Error('The page has no LaTeX of mathjs.');
};
export const escapeLatex = none;
export const toSymbol = none;
export const latexOperators = {};
export const latexFunctions = {};
export const defaultTemplate = '';
