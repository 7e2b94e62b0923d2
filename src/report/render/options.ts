import type { Values } from '../expression.ts';

/** Environments in which displayed formulas stand in LaTeX; `none` gives the bare formulas. */
export const TEX_ENVIRONMENTS = ['align', 'gather', 'none'] as const;
export type TexEnvironment = (typeof TEX_ENVIRONMENTS)[number];

/** How derivations are to be rendered. What a format has no place for it ignores. */
export interface RenderOptions {
  /** Whether every step is shown, or only what comes out. */
  readonly steps: boolean;
  /** Numbers put in wherever they decide a result. */
  readonly values: Values;
  readonly environment: TexEnvironment;
  readonly numbered: boolean;
  readonly labels: boolean;
  /** A document of its own rather than a part of one. */
  readonly standalone: boolean;
}

export const DEFAULT_RENDERING: RenderOptions = {
  steps: false,
  values: {},
  environment: 'align',
  numbered: false,
  labels: false,
  standalone: false,
};
