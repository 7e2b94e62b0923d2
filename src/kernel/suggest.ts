/** Did-you-mean: the known name nearest to a misspelt one. */
import { distance } from 'fastest-levenshtein';

/** Names longer than this are compared by their beginning: nobody means a known name with them. */
const LONGEST = 40;

const lettersOf = (name: string): string => [...name.toLowerCase()].sort().join('');

/**
 * The known name nearest to a misspelt one, if it is near enough to be meant: a third of it wrong, or its letters in another order. Of a
 * name with nothing right, as one letter for another, none is.
 */
export function nearest(name: string, known: readonly string[]): string | null {
  const given = name.slice(0, LONGEST);
  let best: { candidate: string; far: number } | null = null;
  for (const candidate of known) {
    const far = distance(given.toLowerCase(), candidate.toLowerCase());
    if (!best || far < best.far) best = { candidate, far };
  }
  if (!best) return null;
  const isNear = best.far <= Math.max(1, Math.floor(given.length / 3)) && best.far < given.length;
  return isNear || lettersOf(given) === lettersOf(best.candidate) ? best.candidate : null;
}
