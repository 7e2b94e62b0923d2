/**
 * mathjs's derivative as a module of its own, to be imported dynamically. The import of names, not of the whole of
 * mathjs, lets the bundler drop the rest, which would otherwise slow the parser's start as well.
 */
import { create, derivativeDependencies } from 'mathjs/number';

const { derivative } = create({ ...derivativeDependencies });

/** The derivative as mathjs writes it, in mathjs's language. */
export const differentiate = (text: string, variable: string): string =>
  derivative(text, variable, { simplify: false }).toString();
