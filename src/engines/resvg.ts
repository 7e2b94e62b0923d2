/** SVG as PNG, by resvg: the same bytes on every machine, since it draws with fonts of its own and none of the system's. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const FAMILY = 'DejaVu Sans';
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

interface Loaded {
  readonly fonts: readonly Uint8Array[];
}

let loading: Promise<Loaded> | null = null;

async function load(): Promise<Loaded> {
  const { resolve } = createRequire(import.meta.url);
  try {
    await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  } catch {
    // The package keeps what it has loaded for the process, in which this module may be read twice; what it could not load, it says when it draws.
  }
  return { fonts: FONTS.map((name) => readFileSync(resolve(`dejavu-fonts-ttf/ttf/${name}`))) };
}

/** The drawing with `scale` pixels for each of its own. */
export async function svgPng(svg: string, scale: number): Promise<Uint8Array> {
  loading ??= load();
  const { fonts } = await loading;
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [...fonts], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
    background: 'white',
  });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
