/**
 * A second opinion on derivatives, from mathjs.
 *
 * The answer stays as mathjs writes it, products with 1 and sums with 0 included: its simplifier hangs on some of our
 * powers and must not be trusted with any. It knows no derivative of min and max, and says so by throwing.
 */
import { renaming } from './rename.ts';

/** d(text)/d(variable), in the language of the text. @throws Error where mathjs knows none. */
export async function mathjsDerivative(text: string, variable: string): Promise<string> {
  const { differentiate } = await import('./mathjs-differentiate.ts');
  const { inside, outside } = renaming();
  return outside(differentiate(inside(text), inside(variable)));
}
