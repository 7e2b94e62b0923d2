/** The page, built and opened in a real browser as a file: it needs no network and no server. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { roundedText } from '../../src/report/numbers.ts';
import { optimize } from '../../src/report/optimize.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
/** Where a browser is missing, CI fails and a person's own machine leaves these tests out. */
export const isLeftOut = CHROMIUM === undefined && !process.env.CI;

export const WAIT = 90_000;

export class Opened {
  /** What was said on the console or thrown. */
  readonly said: string[] = [];
  /** Addresses that were asked for. */
  readonly fetched: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  /** Builds the page and starts a browser. */
  static async start(): Promise<Opened> {
    const folder = mkdtempSync(join(tmpdir(), 'optimand-page-'));
    const code = `import { buildPage } from './web/build.mjs'; await buildPage(${JSON.stringify(folder)});`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const executablePath = CHROMIUM ?? '/usr/bin/chromium';
    return new Opened(await chromium.launch({ executablePath, args: ['--no-sandbox'] }), folder);
  }

  get file(): string {
    return join(this.folder, 'index.html');
  }

  get address(): string {
    return pathToFileURL(this.file).href;
  }

  async page(hash = '', width = 1280, before?: () => void): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width, height: 900 } });
    page.on('console', (message) => this.said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.said.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url())) this.fetched.push(request.url());
    });
    if (before) await page.addInitScript(before);
    await page.goto(this.address + hash);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The size shown, once it is another than before. */
export async function sizeAfter(page: Page, before = '–'): Promise<string> {
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

/** What the command line shows for the same values. */
export function told(params: Readonly<Record<string, number>>, variant = 'baseline'): string {
  const [row] = optimize(params, { variant }).rows;
  if (!row || !('produces' in row) || !row.optimum) throw new Error('no optimum');
  return roundedText(row.optimum.n, 9);
}
