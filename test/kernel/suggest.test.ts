/** Did-you-mean: which known name a misspelt one is taken for, and when it is taken for none. */
import { expect, test } from 'vitest';
import { nearest } from '../../src/kernel/suggest.ts';

const FORTY = 'abcdefghij'.repeat(4);

test.each<readonly [string, readonly string[], string | null]>([
  ['omga', ['alpha', 'omega'], 'omega'],
  ['OMGA', ['alpha', 'omega'], 'omega'],
  ['omga', ['ALPHA', 'OMEGA'], 'OMEGA'],
  ['omega', ['omega'], 'omega'],
  ['e', ['n', 'E'], 'E'],
  // Of several equally near, the first.
  ['max', ['mix', 'mux'], 'mix'],
  ['max', ['mixed', 'mux'], 'mux'],
  // A third of the letters may be wrong, but one always.
  ['ab', ['ax'], 'ax'],
  ['ab', ['xy'], null],
  ['abcde', ['abxde'], 'abxde'],
  ['abcde', ['abxye'], null],
  ['abcdef', ['abxyef'], 'abxyef'],
  ['abcdef', ['abxyzf'], null],
  ['abcdefgh', ['abxyefgh'], 'abxyefgh'],
  ['abcdefgh', ['abxyzfgh'], null],
  // One letter for another is nothing right.
  ['a', ['b'], null],
  ['a', ['ab'], null],
  // The same letters in another order are meant, however many stand wrong.
  ['nad', ['and'], 'and'],
  ['NAD', ['and'], 'and'],
  ['nad', ['AND'], 'AND'],
  ['dcba', ['abcd'], 'abcd'],
  ['dcbb', ['abcd'], null],
  // A long name is compared by its first forty letters.
  [`${FORTY}${'z'.repeat(40)}`, [FORTY], FORTY],
  [`${FORTY}z`, [`${FORTY}${'y'.repeat(20)}`], null],
  ['n', [], null],
  ['', ['n'], null],
])('%s, of %j: %s', (name, known, meant) => {
  expect(nearest(name, known)).toBe(meant);
});
