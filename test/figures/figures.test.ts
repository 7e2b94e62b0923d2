/** The figures of the documentation: made anew, byte for byte; well-formed, self-contained, under their schema. UPDATE_GOLDENS=1 writes them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIGURES } from '../../src/figures/registry.ts';
import { figureSvg } from '../../src/figures/svg.ts';
import { canonicalJson } from '../../src/report/canonical.ts';
import { DOCUMENTED } from '../../src/report/figures/documented.ts';
import { recordedFigure } from '../../src/report/figures/recorded.ts';
import { misfits } from '../support/schema.ts';
import { isWhole, sampled } from '../support/tier.ts';
import { faultsOf } from './support.ts';

const folder = join(import.meta.dirname, '../../docs/figures');

/** Made anew: all of them, or some that take little time; the others are drawn from their data as recorded. */
const LITTLE = DOCUMENTED.filter(({ name }) => !/^(?:regime-map|sign-change|calibrated|fit-)/.test(name));
const anew = isWhole ? DOCUMENTED : sampled(LITTLE, 3);
const made = await Promise.all(
  DOCUMENTED.map(async (one) => ({
    ...one,
    made: await (anew.includes(one) ? one.data() : recordedFigure(one.name)),
  })),
);

describe.each(made)('$name', ({ name, made }) => {
  test('is the figure of the documentation, and the same when drawn again', () => {
    const path = join(folder, `${name}.svg`);
    const svg = figureSvg(made);
    expect(figureSvg(made)).toBe(svg);
    if (process.env.UPDATE_GOLDENS === '1') writeFileSync(path, svg);
    expect(existsSync(path), `${name} is not drawn; run with UPDATE_GOLDENS=1 and look at it`).toBe(true);
    expect(svg).toBe(readFileSync(path, 'utf8'));
  });

  test('is one well-formed SVG that fetches nothing and says what it is', () => {
    const svg = figureSvg(made);
    expect(faultsOf(svg)).toEqual([]);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" [^>]*>\n<title>[^<]+<\/title>\n<desc>[^<]{80,}<\/desc>/,
    );
    expect(new Set([...svg.matchAll(/font-family="([^"]*)"/g)].map(([, face]) => face))).toEqual(
      new Set(['sans-serif']),
    );
  });

  test('its data are as recorded', () => {
    if (process.env.UPDATE_GOLDENS === '1')
      writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(made)}\n`);
    else expect(JSON.stringify(recordedFigure(name))).toBe(JSON.stringify(made));
  });

  test('is drawn from JSON that its schema allows', () => {
    const text = canonicalJson(made);
    expect(misfits(FIGURES[made.figure].schema, JSON.parse(text))).toEqual([]);
    expect(figureSvg(JSON.parse(text))).toBe(figureSvg(made));
  });
});

test('the folder holds these figures and no others', () => {
  const files = DOCUMENTED.flatMap(({ name }) => [`${name}.json`, `${name}.svg`]);
  // Benchmarks are drawn where they are measured.
  expect(readdirSync(folder).sort()).toEqual([...files, 'speed.svg'].sort());
});

test('a fault is seen', () => {
  expect(faultsOf('<svg><g></svg>')).not.toEqual([]);
  expect(faultsOf('<svg><use href="x" /></svg>')).not.toEqual([]);
  expect(faultsOf('<svg><path d="MNaN,1" /></svg>')).not.toEqual([]);
  expect(faultsOf('<svg><g clip-path="url(#a)" /></svg>')).not.toEqual([]);
});
