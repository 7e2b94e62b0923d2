/** Builds the page as one file that fetches nothing: its script, its worker, its style, KaTeX's fonts. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const shared = { bundle: true, write: false, minify: true, legalComments: 'none', logLevel: 'warning' };

/** What the page does without, and what stands in its place. */
const INSTEAD = [
  [/\/carrier\.ts$/, 'web/tape-alone.ts'],
  [/^d3-geo$|\/projection\.js$/, 'web/no-maps.ts'],
  [/\/schemes\.js$/, 'web/no-schemes.ts'],
  [/\/utils\/latex\.js$/, 'web/no-latex.ts'],
];
const instead = {
  name: 'instead',
  setup({ onResolve }) {
    for (const [filter, path] of INSTEAD) onResolve({ filter }, () => ({ path: resolve(path) }));
  },
};

async function script(entry, alias = {}) {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [entry],
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    alias,
    plugins: [instead],
  });
  return outputFiles[0].text.trim();
}

/** What a build-time module exports; run from a file, since it looks for packages beside itself. */
async function made() {
  const file = join('node_modules', `.page-${process.pid}.mjs`);
  await build({
    ...shared,
    write: true,
    minify: false,
    entryPoints: ['web/made.ts'],
    outfile: file,
    format: 'esm',
    platform: 'node',
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);",
    },
  });
  const all = await import(`${pathToFileURL(resolve(file)).href}?${Date.now()}`);
  rmSync(file);
  return all;
}

/** Text inside a script element: nothing in it may end the element or open a comment. */
const inScript = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Writes index.html to the folder. */
export async function buildPage(folder) {
  mkdirSync(folder, { recursive: true });
  const { presets, katexStyle } = await made();
  const [page, engine] = await Promise.all([
    script('web/page.ts', { '@sinclair/typebox': './web/no-schemas.ts' }),
    script('web/engine.ts', { katex: './web/no-katex.ts', '@sinclair/typebox': './web/few-schemas.ts' }),
  ]);
  const parts = {
    STYLE: `${katexStyle()}\n${readFileSync('web/style.css', 'utf8')}`,
    PRESETS: inScript(JSON.stringify(presets)),
    ENGINE: inScript(engine),
    PAGE: inScript(page),
  };
  const policy = [
    "default-src 'none'",
    `script-src ${digest(parts.PAGE)}`,
    `style-src ${digest(parts.STYLE)}`,
    'worker-src blob:',
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const whole = readFileSync('web/index.html', 'utf8').replace(/%(\w+)%/g, (_, name) =>
    name === 'POLICY' ? policy : parts[name],
  );
  writeFileSync(join(folder, 'index.html'), whole);
}
