/** A document outside a browser, in which elements can be made and read as text. */
import { parseHTML } from 'linkedom';
import type { DocumentLike } from './plot.ts';

export const emptyDocument = (): DocumentLike =>
  parseHTML('<!doctype html><html><body></body></html>').document;
