/** Drawings as PNG, by an engine that a process loads once. */
import { expect, test, vi } from 'vitest';

test('a drawing has the same bytes where the module that loads the engine is read again', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="3" height="4"/></svg>';
  const first = await (await import('../../src/engines/resvg.ts')).svgPng(svg, 1);
  vi.resetModules();
  const again = await (await import('../../src/engines/resvg.ts')).svgPng(svg, 1);
  expect([...first.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
  expect(again).toEqual(first);
});
