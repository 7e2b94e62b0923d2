/** Every format in which derivations are shown: total, so that a format without a renderer does not compile. */
import type { Derivation } from '../../derive/derivation.ts';
import type { RenderOptions } from './options.ts';

/** Formats of prose; JSON is the envelope's and stands apart. */
export const RENDERINGS = ['text', 'md', 'tex', 'html', 'sympy'] as const;
export type Rendering = (typeof RENDERINGS)[number];

type Renderer = (derivations: readonly Derivation[], options: RenderOptions) => string | Promise<string>;

/** Each is loaded where it is used: a text must not wait for KaTeX. */
export const RENDERERS: Readonly<Record<Rendering, () => Promise<Renderer>>> = {
  text: async () => (await import('./text.ts')).renderText,
  md: async () => (await import('./markdown.ts')).renderMarkdown,
  tex: async () => (await import('./tex.ts')).renderTex,
  html: async () => (await import('./html.ts')).renderHtml,
  sympy: async () => (await import('./sympy/sympy.ts')).renderSympy,
};
