/**
 * Hostile strings typed into the page: a sample of every suite, into the field of a number and into that of a formula. Each ends
 * in the sentence that our reader has for it, at its field, or in the optimum of the command line.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import { roundedText } from '../../src/report/numbers.ts';
import { optimize } from '../../src/report/optimize.ts';
import { read, sentenceOf } from '../../web/read.ts';
import { withAdoption } from '../../web/state.ts';
import { FIRM } from '../support/firm.ts';
import { byTier } from '../support/tier.ts';
import { BAD_INPUTS, NAUGHTY, PAYLOADS } from '../trust/strings.ts';
import { isLeftOut, Opened, sizeAfter, WAIT } from './browser.ts';

/** Strings of each suite. */
const EACH = byTier(5, 20);
const spread = (all: readonly string[]): readonly string[] =>
  Array.from({ length: EACH }, (_, i) => all[Math.floor((i * all.length) / EACH)] as string);
const SAMPLE = [PAYLOADS, NAUGHTY, BAD_INPUTS.map(({ input }) => input)].flatMap(spread);

interface Expected {
  /** The sentence at the field, or where no field is to blame at the top; empty where there is none. */
  readonly error: string;
  /** The size shown. */
  readonly size: string;
}

const shownSize = (solve: () => ReturnType<typeof optimize>): string => {
  const [row] = solve().rows;
  return row && 'produces' in row && row.optimum ? roundedText(row.optimum.n, 9) : '–';
};

function ofNumber(text: string): Expected {
  const { values, errors } = read({ variant: 'baseline', set: { a: text } });
  if (errors.a !== undefined) return { error: errors.a, size: '–' };
  try {
    return { error: '', size: shownSize(() => optimize({ ...FIRM, ...values })) };
  } catch (error) {
    return { error: sentenceOf(error), size: '–' };
  }
}

/** With a formula refused the page stays as it was. */
function ofFormula(text: string, before: string): Expected {
  let model: Model;
  try {
    model = modelFrom(JSON.parse(withAdoption('baseline', text)));
  } catch (error) {
    return { error: sentenceOf(error), size: before };
  }
  const set = Object.fromEntries(
    Object.entries(FIRM).filter(([name]) => model.parameters.some((one) => one.name === name)),
  );
  try {
    return { error: '', size: shownSize(() => optimize(model, { set })) };
  } catch (error) {
    return { error: sentenceOf(error), size: '–' };
  }
}

/** Puts a text into a field as a paste does; the text as the field holds it. */
const typed = (page: Page, id: string, text: string): Promise<string> =>
  page.evaluate(
    ([field, value]) => {
      const input = document.getElementById(field as string) as HTMLInputElement;
      input.value = value as string;
      for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true }));
      return input.value.trim();
    },
    [id, text],
  );

/** What the page shows, once it is what is expected; else what it shows in the end. */
async function shown(page: Page, { error, size }: Expected): Promise<Expected> {
  await page
    .waitForFunction(
      ([sentence, value]) =>
        [...document.querySelectorAll('.error')].map((one) => one.textContent).join('') === sentence &&
        document.getElementById('value-n')?.textContent === value,
      [error, size],
      { timeout: 20_000 },
    )
    .catch(() => {});
  return page.evaluate(() => ({
    error: [...document.querySelectorAll('.error')].map((one) => one.textContent).join(''),
    size: document.getElementById('value-n')?.textContent ?? '',
  }));
}

/** What an escape would have left behind, in the page or in a worker. */
function left(): readonly string[] {
  const keys = Reflect.ownKeys(Object.prototype).map(String);
  const known = Reflect.ownKeys(Object.getPrototypeOf({}) as object).length;
  return [
    ...('PWNED' in globalThis ? ['PWNED'] : []),
    ...keys.filter((key) => /pollut|pwn|hack|isAdmin/i.test(key)),
    String(known),
  ];
}

describe.skipIf(isLeftOut)('hostile strings typed into the page', { timeout: 600_000 }, () => {
  let browser: Opened;
  let page: Page;
  let clean: readonly string[];
  beforeAll(async () => {
    browser = await Opened.start();
    page = await browser.page();
    await sizeAfter(page);
    await page.waitForSelector('#claims li', { timeout: WAIT });
    clean = await page.evaluate(left);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
  });

  test('into the field of a number', async () => {
    for (const text of SAMPLE) {
      const expected = ofNumber(await typed(page, 'parameter-a', text));
      expect(await shown(page, expected), JSON.stringify(text.slice(0, 60))).toEqual(expected);
    }
  });

  test('into the field of a formula', async () => {
    await typed(page, 'parameter-a', '0.004');
    const start = { error: '', size: ofNumber('0.004').size };
    expect(await shown(page, start)).toEqual(start);
    for (const text of SAMPLE.filter((one) => one.trim() !== '')) {
      const expected = ofFormula(await typed(page, 'adoption', text), start.size);
      expect(await shown(page, expected), JSON.stringify(text.slice(0, 60))).toEqual(expected);
      await typed(page, 'adoption', '');
      expect(await shown(page, start)).toEqual(start);
    }
  });

  test('a wrong expectation is seen: another size, another sentence', async () => {
    await typed(page, 'adoption', '');
    await typed(page, 'parameter-a', '0.004');
    const right = ofNumber('0.004');
    expect(await shown(page, right)).toEqual(right);
    expect(right.size).not.toBe(ofNumber('0.005').size);
    expect(ofNumber('1/(2').error).not.toBe('');
  });

  test('nothing was said on the console, nothing is left behind, nothing was fetched', async () => {
    expect(await page.evaluate(left)).toEqual(clean);
    for (const worker of page.workers()) expect(await worker.evaluate(left)).toEqual(clean);
    expect(browser.said).toEqual([]);
    expect(new Set(browser.fetched.map((url) => url.split('#')[0]))).toEqual(new Set([browser.address]));
    expect(await page.locator('img, iframe, object').count()).toBe(0);
  });
});
