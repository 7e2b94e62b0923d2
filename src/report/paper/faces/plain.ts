/** What the faces of a report share. */
import type { Sentence } from '../block.ts';

export const PAPER_TITLE = 'Training profit-optimal language models: what is claimed, and what is true';

/** A sentence as text. */
export const textOf = (parts: Sentence): string => parts.map(({ text }) => text).join('');
