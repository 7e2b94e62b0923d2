/**
 * What the page takes to answer in a browser, by the clock: from a slider's input event to the optimum shown, and to the plot and
 * the formula with the new numbers in it. The slider of `a` is moved again and again as by a hand, the next move a moment after
 * the optimum of the last is there, so that all that is slower is on its way meanwhile.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const MOVES = 40;
/** Moves that are not counted: what is run for the first time is not compiled yet. */
const FIRST = 10;
/** Milliseconds between the optimum shown and the next move. */
const PAUSE = 50;
const WAIT = { timeout: 180_000 };
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

/** Whether there is a browser to time the page in. */
export const isBrowser = CHROMIUM !== undefined;

/** Runs in the page: milliseconds of each move, to each of what is shown; null where it was not shown before the next move. */
async function moves(count, pause) {
  const slider = document.getElementById('parameter-a-slider');
  const shown = { optimum: 'value-n', formula: 'laws', plot: 'plot' };
  const taken = [];
  for (let move = 0; move < count; move++) {
    const changed = Object.fromEntries(
      Object.entries(shown).map(([what, id]) => {
        let at = null;
        const observer = new MutationObserver(() => {
          at ??= performance.now();
        });
        observer.observe(document.getElementById(id), {
          childList: true,
          characterData: true,
          subtree: true,
        });
        return [what, () => at];
      }),
    );
    slider.value = String(450 + 7 * (move % 2) + move);
    const start = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    const deadline = start + 5000;
    while (changed.optimum() === null && performance.now() < deadline)
      await new Promise((done) => setTimeout(done));
    await new Promise((done) => setTimeout(done, pause));
    taken.push(
      Object.fromEntries(
        Object.entries(changed).map(([what, at]) => [what, at() === null ? null : at() - start]),
      ),
    );
  }
  return taken;
}

const atShare = (values, share) =>
  values.toSorted((x, y) => x - y)[Math.min(values.length - 1, Math.floor(share * values.length))];
const rounded = (value) => (value === undefined ? null : Number(value.toPrecision(3)));

/** Medians and ninth deciles by variant; null where there is no Chromium. */
export async function pageTimes(file) {
  if (!CHROMIUM) return null;
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.waitForSelector('#claims li', WAIT);
  const ids = await page.$$eval('#variant option', (all) => all.map(({ value }) => value));
  const measured = [];
  for (const id of ids) {
    if (id !== ids[0]) {
      await page.selectOption('#variant', id);
      await page.waitForSelector('#claims[aria-busy=true]', WAIT);
    }
    await page.waitForSelector('#claims[aria-busy=false]', WAIT);
    const taken = await page.evaluate(`(${moves})(${MOVES}, ${PAUSE})`);
    const times = (what) => taken.slice(FIRST).flatMap((one) => one[what] ?? []);
    measured.push({
      name: id,
      optimum: rounded(atShare(times('optimum'), 0.5)),
      worst: rounded(atShare(times('optimum'), 0.9)),
      formula: rounded(atShare(times('formula'), 0.5)),
      plot: rounded(atShare(times('plot'), 0.5)),
    });
  }
  await browser.close();
  return measured;
}
