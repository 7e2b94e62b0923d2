/** The page in a real browser, opened as a file: it needs no network and no server. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roundedText } from '../../src/report/numbers.ts';
import { optimize } from '../../src/report/optimize.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
/** Where a browser is missing, CI fails and a person's own machine leaves these tests out. */
const isLeftOut = CHROMIUM === undefined && !process.env.CI;

const WAIT = 90_000;
const folder = mkdtempSync(join(tmpdir(), 'optimand-page-'));
const file = join(folder, 'index.html');
const address = pathToFileURL(file).href;
let browser: Browser;
const said: string[] = [];
const fetched: string[] = [];

async function opened(hash = '', width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url())) fetched.push(request.url());
  });
  await page.goto(address + hash);
  return page;
}

/** The size shown, once it is another than before. */
async function sizeAfter(page: Page, before = '–'): Promise<string> {
  await page.waitForFunction(
    (old) => {
      const shown = document.getElementById('value-n')?.textContent ?? '–';
      return shown !== old && shown !== '–';
    },
    before,
    { timeout: WAIT },
  );
  return (await page.textContent('#value-n')) ?? '';
}

const FIRM = {
  alpha: 0.34,
  beta: 0.28,
  gamma: -0.5,
  a: 0.004,
  b: 0.0016,
  omega: 1e-5,
  delta: 1e-21,
  E: 1e18,
};

/** What the command line shows for the same values. */
function told(params: Readonly<Record<string, number>>, variant = 'baseline'): string {
  const [row] = optimize(params, { variant }).rows;
  if (!row || !('produces' in row) || !row.optimum) throw new Error('no optimum');
  return roundedText(row.optimum.n, 9);
}

describe.skipIf(isLeftOut)('the page', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    const code = `import { buildPage } from './web/build.mjs'; await buildPage(${JSON.stringify(folder)});`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is at most 400 kB over the wire before its fonts, and allows no eval', () => {
    const text = readFileSync(file, 'utf8');
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
    expect(said).toEqual([]);
    expect(new Set(fetched.map((url) => url.split('#')[0]))).toEqual(new Set([address]));
  });
});
