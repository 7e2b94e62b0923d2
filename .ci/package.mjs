/**
 * What is delivered, as those meet it who install it: the tarball alone, in an empty folder elsewhere, as a command and as a
 * library in strict TypeScript; and the licences of what comes with it, and what is known against it. `--sbom FILE` writes the list of all
 * of that (CycloneDX). Exits with 1 where something does not hold.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Licences that let anyone use what they cover, whatever with. */
const PERMISSIVE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense', '0BSD'];
/** What stands under another licence, and why it may come along. */
const REVIEWED = {
  '@resvg/resvg-wasm':
    'MPL-2.0: its own files stay open; they are installed unchanged, and what uses them is free',
  'dejavu-fonts-ttf': 'Bitstream Vera and Arev licences: fonts, free to use and to embed',
};

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

function licences() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const count = new Map();
  for (const [path, { license }] of installed) {
    const name = path.replace(/^.*node_modules\//, '');
    if (!PERMISSIVE.includes(license) && !Object.hasOwn(REVIEWED, name)) {
      throw new Error(`${name} stands under the licence "${license}", which nobody has reviewed`);
    }
    count.set(license, (count.get(license) ?? 0) + 1);
  }
  return [...count]
    .sort(([, one], [, other]) => other - one)
    .map(([name, times]) => `${times} ${name}`)
    .join(', ');
}

const PROGRAM = `import { derive, model, optimize, type Values } from 'optimand';

const params: Values = { alpha: 0.34, beta: 0.28, gamma: -0.5, a: 0.004, b: 0.0016, omega: 1e-5, delta: 1e-21, E: 1e18 };
const [row] = optimize(params).rows;
if (!row || !('regime' in row)) throw new Error('no optimum');
const named: string = String(row.regime);
const own = model({ id: 'own', base: 'baseline' });
console.log(named, typeof own, typeof derive);
`;

const STRICT = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    // The declarations of two dependencies are not right in themselves.
    skipLibCheck: true,
    module: 'nodenext',
    target: 'es2023',
    types: ['node'],
  },
  files: ['program.ts'],
};

/** Installs the tarball in an empty folder and uses it there. */
function installs(folder) {
  const [{ filename, files }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  const strange = files
    .map(({ path }) => path)
    .filter((path) => !['package.json', ...manifest.files].includes(path) && !path.startsWith('dist/'));
  if (strange.length > 0) throw new Error(`the tarball holds ${strange.join(', ')}`);
  const user = join(folder, 'user');
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{"type":"module","private":true}');
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)], user);
  const optimand = (...args) => run(join(user, 'node_modules/.bin/optimand'), args, user);
  if (optimand('--version').trim() !== manifest.version) throw new Error('another version answers');
  const { result } = JSON.parse(optimand('derive', 'baseline', '--format', 'json'));
  if (!(Array.isArray(result.derivations) && result.derivations.length > 0))
    throw new Error('derive baseline derives nothing');
  optimand('report', '--out', 'report', '--quiet');
  writeFileSync(join(user, 'program.ts'), PROGRAM);
  writeFileSync(join(user, 'tsconfig.json'), JSON.stringify(STRICT));
  const tools = ['typescript', '@types/node'].map((name) => `${name}@${manifest.devDependencies[name]}`);
  run('npm', ['install', '--no-audit', '--no-fund', '--save-dev', ...tools], user);
  run(join(user, 'node_modules/.bin/tsc'), [], user);
  const said = run(process.execPath, ['program.js'], user).trim();
  if (said !== 'training-dominated object function') throw new Error(`the library says "${said}"`);
  return `${files.length} files, ${(readFileSync(join(folder, filename)).length / 1e6).toFixed(2)} MB packed`;
}

/** High and critical advisories on what is installed with us fail; a registry that does not answer is said to have not answered. */
function advisories() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8' });
  const { metadata, message } = JSON.parse(stdout);
  if (!metadata) return `not known: the registry does not answer (${message})`;
  const { high, critical, total } = metadata.vulnerabilities;
  if (high + critical > 0)
    throw new Error(`${high} high and ${critical} critical advisories: see npm audit --omit=dev`);
  return `${total}, none of them high or critical`;
}

const sbom = () => run('npm', ['sbom', '--omit=dev', '--sbom-format', 'cyclonedx'], root);

const folder = mkdtempSync(join(tmpdir(), 'optimand-package-'));
try {
  console.log(`licences: ${licences()}`);
  console.log(`advisories: ${advisories()}`);
  console.log(`tarball, installed elsewhere: ${installs(folder)}; command, library and types work`);
  const list = sbom();
  console.log(`components listed: ${JSON.parse(list).components.length}`);
  const at = process.argv.indexOf('--sbom');
  if (at > 0) writeFileSync(process.argv[at + 1], list);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
