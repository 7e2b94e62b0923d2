/** docs/add-a-variant.md does what it says: its file and its line, put into a copy of the sources, make a variant. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/add-a-variant.md'), 'utf8');
const copy = mkdtempSync(join(root, 'node_modules', '.variant-'));
const POINT = 'alpha=0.34,beta=0.28,gamma=-0.5,a=0.004,b=0.0016,E=1e18';

const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? '';
const named = /^`(src\/economics\/blocks\/[a-z-]+\.ts)`:$/m.exec(page)?.[1] ?? '';

/** The registry with the added lines of the page: the import first, the entry last of the record. */
function withLines(registry: string): string {
  const [imported = '', entry = ''] = block('diff')
    .split('\n')
    .map((line) => line.slice(1));
  return `${imported}\n${registry.replace('\n} as const satisfies', `\n${entry}\n} as const satisfies`)}`;
}

beforeAll(() => {
  const notSources = ['node_modules', 'dist', 'out', 'test', '.git'];
  for (const name of readdirSync(root).filter((entry) => !notSources.includes(entry)))
    cpSync(join(root, name), join(copy, name), { recursive: true });
  const registry = join(copy, 'src/economics/blocks/registry.ts');
  writeFileSync(join(copy, named), block('ts'));
  writeFileSync(registry, withLines(readFileSync(registry, 'utf8')));
  const built = spawnSync(process.execPath, ['esbuild.config.mjs'], { cwd: copy, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const optimand = (...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
};
const result = (...args: readonly string[]) => JSON.parse(optimand(...args, '--format', 'json')).result;

describe('the variant that the page adds', () => {
  it('has an optimum: that of a lower price scale and slope', () => {
    const [row] = result('optimize', 'revenue-share', '--set', `${POINT},omega=1e-5,delta=1e-21,phi=0.7`);
    const [same] = result('optimize', '--set', `${POINT},omega=0.7e-5,delta=0.7e-21`);
    for (const name of ['n', 'd', 't', 'profit'])
      expect(Math.abs(row.optimum[name] / same.optimum[name] - 1), name).toBeLessThan(1e-12);
    expect(row.elasticities['n/phi']).toBeGreaterThan(0);
  });

  it('composes with the others, an equilibrium among them', () => {
    const set = `${POINT},omega=1e-5,delta=1e-21`;
    const [row] = result('optimize', 'cournot', '--with', 'revenue-share:phi=0.7', '--set', `${set},m=2`);
    expect(row.params.variant).toBe('cournot+revenue-share');
    expect(row.produces).toBe(true);
  });

  it('has laws, with the exponents of the baseline', () => {
    const [laws, baseline] = ['revenue-share', 'baseline'].map((variant) => {
      const phi = variant === 'baseline' ? '' : ',phi=0.7';
      return result(
        'laws',
        variant,
        '--in',
        'E',
        '--set',
        `${POINT.replace(',E=1e18', '')},omega=1e-5,delta=1e-21${phi}`,
      );
    });
    const exponents = (found: typeof laws) =>
      found.regimes.map((regime: { name: string; exponents: Record<string, { value: number }> }) => [
        regime.name,
        ...['n', 'd', 't', 'C_train'].map((name) => regime.exponents[name]?.value?.toFixed(12)),
      ]);
    expect(exponents(laws)).toEqual(exponents(baseline));
    expect(laws.regimes.length).toBeGreaterThan(1);
  });

  it('is derived and typeset', () => {
    expect(optimand('derive', 'revenue-share', '--format', 'tex')).toContain('\\varphi');
  });
});
