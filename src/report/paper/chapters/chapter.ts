/** What a chapter of the report is: blocks made from the report's JSON. */
import { type Inline, inlineParts, type Letters } from '../../inline.ts';
import type { ReportResult } from '../../schemas/report.ts';
import type { Block } from '../block.ts';

export type Chapter = (content: ReportResult) => readonly Block[];

/** Letters that sentences of claims use beyond those of a variant, which has its own where the names meet. */
const COMMON: readonly (readonly [string, string])[] = [
  ['k', 'k'],
  ['f', 'f'],
  ['v', 'v'],
  ['w', 'w'],
  ['M', 'M'],
  ['L', 'L'],
  ['L_inf', 'L_\\infty'],
  ['A', 'A'],
  ['B', 'B'],
  ['n_I', 'n_I'],
  ['sigma', '\\sigma'],
];

/** Letters of a variant, as its sentences use them. `profit` is a word there. */
export function lettersOf({ variants, variables }: ReportResult, id: string): Letters {
  const own = variants.find((one) => one.id === id) ?? variants[0];
  const declared = [...variables, ...(own?.parameters ?? [])].map(({ name, tex }) => [name, tex] as const);
  return new Map([...COMMON, ...declared].map(([name, tex]) => [name, { tex }]));
}

/** A sentence of a claim, its formulas set. */
export const said = (text: string, letters: Letters): readonly Inline[] => inlineParts(text, letters);

/** The id of the heading under which a claim stands. */
export const claimAnchor = (id: string): string => `claim-${id}`;
export const derivationAnchor = (id: string): string => `derivation-${id}`;
