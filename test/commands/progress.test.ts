/** Progress is shown to a person at a terminal, and to nobody else. */
import { afterEach, expect, test, vi } from 'vitest';
import { progressBar, rowsBar } from '../../src/cli/progress.ts';

/** Standard error as a terminal, or not, with what is written there. */
function standardError(isTerminal: boolean): () => string {
  let written = '';
  const { isTTY } = process.stderr;
  Object.defineProperty(process.stderr, 'isTTY', { value: isTerminal, configurable: true });
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  restore = () => {
    write.mockRestore();
    Object.defineProperty(process.stderr, 'isTTY', { value: isTTY, configurable: true });
  };
  return () => written;
}
let restore = (): void => {};
afterEach(() => restore());

const BARS = [
  ['one piece of work', () => progressBar('fit', false)],
  ['rows', () => rowsBar('sweep', 100, 20, false)],
] as const;

test.each(BARS)('%s: nothing where nobody looks', async (_, start) => {
  const written = standardError(false);
  const bar = await start();
  bar.update(0.5);
  bar.stop();
  expect(written()).toBe('');
});

test('nothing where quiet is asked for', async () => {
  const written = standardError(true);
  for (const bar of [await progressBar('fit', true), await rowsBar('sweep', 100, 20, true)]) {
    bar.update(0.5);
    bar.stop();
  }
  expect(written()).toBe('');
});

test('a bar with its title and its share', async () => {
  const written = standardError(true);
  const bar = await progressBar('fit', false);
  expect(written()).toContain('fit ');
  bar.update(0.5);
  bar.stop();
  expect(written()).toMatch(/fit .*50 %/);
});

test('rows with their number and rate', async () => {
  const written = standardError(true);
  const bar = await rowsBar('sweep', 100, 20, false);
  expect(written()).toMatch(/sweep .*20 of 100 rows, none a second/);
  await new Promise((resolve) => setTimeout(resolve, 20));
  bar.update(60);
  bar.stop();
  expect(written()).toMatch(/sweep .*60 of 100 rows, [\d,]+ a second/);
});
