/** The page in a real browser, opened as a file: it needs no network and no server. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { roundedText } from '../../src/report/numbers.ts';
import { optimize } from '../../src/report/optimize.ts';
import { FIRM } from '../support/firm.ts';
import { isLeftOut, Opened, sizeAfter, told, WAIT } from './browser.ts';

let browser: Opened;
const opened = (hash = '', width = 1280, before?: () => void): Promise<Page> =>
  browser.page(hash, width, before);

describe.skipIf(isLeftOut)('the page', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    browser = await Opened.start();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
  });

  test('is at most 400 kB over the wire before its fonts, and allows no eval', () => {
    const text = readFileSync(browser.file, 'utf8');
    const bare = text.replace(/data:font\/woff2;base64,[^)]*/g, '');
    expect(bare.length).toBeLessThan(text.length);
    expect(gzipSync(bare, { level: 9 }).length).toBeLessThan(400_000);
    expect(/Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; worker-src blob:; font-src data:; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
  });

  test("a value typed and a slider moved by the keyboard give the command line's digits, laws and claims follow", async () => {
    const page = await opened();
    const first = await sizeAfter(page);
    expect(first).toBe(told(FIRM));
    await page.fill('#parameter-E', '2*10^18');
    const second = await sizeAfter(page, first);
    expect(second).toBe(told({ ...FIRM, E: 2e18 }));
    await page.focus('#parameter-E-slider');
    await page.keyboard.press('ArrowRight');
    const third = await sizeAfter(page, second);
    expect(third).toBe(told({ ...FIRM, E: Number(await page.inputValue('#parameter-E')) }));
    await page.waitForSelector('#plot svg', { timeout: WAIT });
    await page.waitForSelector('#laws .katex', { timeout: WAIT, state: 'attached' });
    await page.waitForSelector('#claims li', { timeout: WAIT });
    expect(await page.locator('.katex-error').count()).toBe(0);
    expect(await page.textContent('#command')).toMatch(/^npx optimand optimize baseline --set alpha=0\.34,/);
    expect(await page.textContent('#tex')).toContain('\\begin{align*}');
    await page.close();
  });

  test('a permalink restores the state, of another variant too', async () => {
    const values = { ...FIRM, m: 4, E: 3e18 };
    const set = Object.entries(values).map(([name, value]) => `set.${name}=${value}`);
    const page = await opened(`#variant=cournot&${set.join('&').replaceAll('+', '%2B')}`);
    expect(await sizeAfter(page)).toBe(told(values, 'cournot'));
    expect(await page.inputValue('#variant')).toBe('cournot');
    expect(await page.inputValue('#link')).toContain('set.m=4');
    await page.close();
  });

  test("every variant shows the command line's digits at once and the referee's words at rest", async () => {
    const page = await opened();
    await sizeAfter(page);
    for (const id of VARIANT_IDS) {
      await page.selectOption('#variant', id);
      const inputs = page.locator('#parameters input[type=text]');
      const values = await inputs.evaluateAll((all) =>
        Object.fromEntries(
          all.map((one) => [one.id.slice('parameter-'.length), Number((one as HTMLInputElement).value)]),
        ),
      );
      const { rows, warnings } = optimize(values, { variant: id });
      const [row] = rows;
      if (!row || !('produces' in row) || !row.optimum) throw new Error(`${id}: no optimum`);
      const said = Object.entries(row.optimum).map(([name, value]) => [name, roundedText(value, 9)]);
      await page.waitForFunction(
        (all) => all.every(([name, text]) => document.getElementById(`value-${name}`)?.textContent === text),
        said,
        { timeout: WAIT },
      );
      expect(await page.textContent('#regime')).toContain(`Regime: ${row.regime}.`);
      expect(warnings).toEqual([]);
    }
    await page.close();
  });

  test('laws of what is set do not wait for those of what was set before', async () => {
    const page = await opened('', 1280, () => {
      const counts = { started: 0, ended: 0 };
      const Plain = globalThis.Worker;
      class Counted extends Plain {
        constructor(url: string | URL) {
          super(url);
          counts.started++;
        }
        override terminate(): void {
          counts.ended++;
          super.terminate();
        }
      }
      Object.assign(globalThis, { Worker: Counted, counts });
    });
    const rest = (isBusy: boolean) =>
      page.waitForSelector(`#claims[aria-busy=${isBusy}]`, { timeout: WAIT, state: 'attached' });
    await page.waitForSelector('#claims li', { timeout: WAIT });
    await page.selectOption('#variant', 'network');
    await rest(true);
    await page.selectOption('#variant', 'fixed-demand');
    await rest(false);
    const counts = await page.evaluate(() => (globalThis as unknown as { counts: unknown }).counts);
    expect(counts).toEqual({ started: 3, ended: 1 });
    expect(await page.textContent('#plot')).toContain('the optimum as E grows');
    expect(await page.textContent('#laws summary')).toMatch(/E from/);
    await page.close();
  });

  test('the formula with numbers put in follows a slider before the laws are asked again', async () => {
    const page = await opened();
    await page.waitForSelector('#claims li', { timeout: WAIT });
    const here = (): Promise<string> =>
      page.$eval('#laws details[open] tr:nth-child(2)', (row) => row.textContent ?? '');
    const before = await here();
    await page.fill('#parameter-omega', '2e-5');
    await page.waitForFunction(
      (old) => document.querySelector('#laws details[open] tr:nth-child(2)')?.textContent !== old,
      before,
      { timeout: WAIT },
    );
    const at = await here();
    await page.waitForSelector('#claims[aria-busy=true]', { timeout: WAIT });
    await page.waitForSelector('#claims[aria-busy=false]', { timeout: WAIT });
    expect(await here()).toBe(at);
    await page.close();
  });

  test('a bad formula and a value out of its domain are told at their fields', async () => {
    const page = await opened();
    const before = await sizeAfter(page);
    await page.fill('#parameter-a', '1/(2');
    await page.waitForFunction(() => document.getElementById('parameter-a-error')?.textContent !== '');
    expect(await page.getAttribute('#parameter-a', 'aria-invalid')).toBe('true');
    await page.fill('#parameter-a', '-1');
    await page.waitForFunction(() =>
      /positive|> 0|above 0/.test(document.getElementById('parameter-a-error')?.textContent ?? ''),
    );
    await page.fill('#parameter-a', '<img src=x onerror=alert(1)>');
    await page.waitForFunction(() =>
      /<img|img/.test(document.getElementById('parameter-a-error')?.textContent ?? ''),
    );
    expect(await page.locator('img').count()).toBe(0);
    await page.fill('#parameter-a', '0.004');
    expect(await sizeAfter(page)).toBe(before);
    expect(await page.textContent('#parameter-a-error')).toBe('');
    await page.close();
  });

  test('an adoption function of one own changes the optimum and the letters; a wrong one is told in place', async () => {
    const page = await opened();
    const first = await sizeAfter(page);
    await page.fill('#adoption', 'max(0, ln(q))');
    await page.keyboard.press('Enter');
    expect(await sizeAfter(page, first)).toBe(told({ ...FIRM, gamma: 0 }));
    expect(await page.locator('#parameter-gamma').count()).toBe(0);
    expect(await page.textContent('#command')).toContain('--model optimand.json');
    const link = await page.inputValue('#link');
    await page.fill('#adoption', 'max(0, ln(q)');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.getElementById('adoption-error')?.textContent !== '');
    await page.close();
    const again = await opened(link.slice(link.indexOf('#')));
    expect(await sizeAfter(again)).toBe(told({ ...FIRM, gamma: 0 }));
    await again.close();
  });

  test('is usable on a narrow screen and by name', async () => {
    const page = await opened('', 390);
    await sizeAfter(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')]
        .filter((one) => !one.labels?.length && !one.getAttribute('aria-label'))
        .map(({ id }) => id),
    );
    expect(nameless).toEqual([]);
    await page.close();
  });

  test('nothing was said on the console, and nothing fetched but the page', () => {
    expect(browser.said).toEqual([]);
    expect(new Set(browser.fetched.map((url) => url.split('#')[0]))).toEqual(new Set([browser.address]));
  });
});
