/** The thread that draws the figures of the documentation: a name comes in, the figure goes out. */
import type { AnyFigure } from '../../figures/registry.ts';
import { refuse } from '../../kernel/issues.ts';
import { DOCUMENTED } from '../../report/figures/documented.ts';

/** The data of the figure of that name, made anew. @throws OptimandError where there is none of that name */
export default async function drawn(name: string): Promise<AnyFigure> {
  const figure = DOCUMENTED.find((one) => one.name === name);
  return figure
    ? figure.data()
    : refuse(`there is no figure ${name}`, 'the documentation', 'name one of its');
}
