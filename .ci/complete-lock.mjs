/**
 * Gives every optional platform package that the lock file names an entry in it: version, system, processor, C library.
 *
 * A registry mirror may lack the packages of foreign platforms. npm then leaves them out of the lock file and refuses
 * that same file in `npm ci`. Run this after an `npm install` that changed the lock file; it only ever adds.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const processors = {
  arm64: 'arm64',
  arm: 'arm',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
};
const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];

/** What a name such as `binding-linux-x64-musl` says of the platform; null where it names none. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors[words.find((word) => Object.hasOwn(processors, word))];
  if (!os || !cpu) return null;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { cpu: [cpu], ...(os === 'linux' ? { libc: [libc] } : {}), os: [os] };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = {};
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const path = `node_modules/${name}`;
    const platform = platformOf(name);
    if (lock.packages[path] || !platform || !/^\d/.test(version)) continue;
    added[path] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
  }
}

const sorted = Object.entries({ ...lock.packages, ...added }).sort(([left], [right]) =>
  left.localeCompare(right, 'en'),
);
lock.packages = Object.fromEntries(sorted);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(added).length} entries added`);
