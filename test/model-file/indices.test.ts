/** A letter's indices as LaTeX takes them: one below and one above each thing, a prime being above. KaTeX says which are right. */
import katex from 'katex';
import { expect, it } from 'vitest';
import { checkTex } from '../../src/economics/model-file/names.ts';

const BASES = ['x', '\\alpha', '\\bar{x}'];
const PARTS = [
  ...['x', '{x}', '\\bar{y}', '\\mathrm{ab}', "'"],
  ...['_1', '_{ab}', '_\\alpha', '_{a_1}', '_{a_1_2}', '_\\mathrm{a}'],
  ...['_\\bar{y}', '_{\\hat{y}}', "_'", '^2', '^{*}', '^\\prime'],
];

function isTaken(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

it.each(BASES)('%s followed by any three parts', (base) => {
  const texts = PARTS.flatMap((b) => PARTS.flatMap((c) => PARTS.map((d) => `${base}${b}${c}${d}`)));
  const [ours, theirs] = [
    texts.filter((tex) => isTaken(() => checkTex(tex, '/tex'))),
    texts.filter((tex) => isTaken(() => katex.renderToString(tex, { strict: 'error', throwOnError: true }))),
  ];
  expect(ours).toEqual(theirs);
  expect(ours.length).toBeGreaterThan(PARTS.length);
});

it.each([
  ['x_1_2', false],
  ["x^2'", false],
  ["x'^2", true],
])('%s: %s', (tex, isRight) => {
  const said = 'two indices in one place; put them into one pair of braces';
  if (isRight) expect(() => checkTex(tex, '/tex')).not.toThrow();
  else expect(() => checkTex(tex, '/tex')).toThrow(said);
});
