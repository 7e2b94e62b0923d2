/** What stands in for the library of schemas in the page says of model files what the library says. */
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import * as whole from '../../src/economics/model-file/schema.ts';

/** A schema with its kinds, which are symbols, as plain JSON. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const symbols = Object.getOwnPropertySymbols(value)
    .filter((key) => key.description?.endsWith('Kind'))
    .map((key) => ['kind', Reflect.get(value, key)]);
  // Where optional fields are marked with the library's own symbol, the list of required ones tells the same.
  const entries = Object.entries(value).filter(([, own]) => own !== undefined);
  return Object.fromEntries([...symbols, ...entries.map(([key, own]) => [key, plain(own)])]);
};

test('of every schema of model files: the same kinds, fields, limits and words', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/economics/model-file/schema.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    alias: { '@sinclair/typebox': './web/few-schemas.ts' },
  });
  const text = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const few: Record<string, unknown> = await import(/* @vite-ignore */ `data:text/javascript;base64,${text}`);
  const names = Object.keys(whole).filter((name) => typeof Reflect.get(whole, name) === 'object');
  expect(names).toContain('modelFile');
  for (const name of names) expect(plain(few[name]), name).toEqual(plain(Reflect.get(whole, name)));
});
