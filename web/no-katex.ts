/** Stands in for KaTeX in the worker: it computes, and the page sets what it says. */
export default {
  renderToString(): never {
    throw new Error('formulas are set by the page');
  },
};
