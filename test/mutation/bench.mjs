/** A copy of the project in which sources are changed and tests run, each test file in a process of its own. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createVitest } from 'vitest/node';

/** Processor time that a test file may use with a mutant: so many times what it takes without, and so many seconds. */
const [TIMES, SECONDS] = [5, 15];

/** `seconds` is about how long a test file takes. */
export async function bench(root, folder, seconds) {
  rmSync(folder, { recursive: true, force: true });
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((name) => name !== '' && existsSync(join(root, name)));
  for (const name of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const notes = join(folder, 'notes');
  mkdirSync(notes);
  const note = (name) => join(notes, name);
  writeFileSync(join(folder, 'empty.config.mjs'), 'export default {};\n');
  process.chdir(folder);
  const vitest = await createVitest('test', {
    root: folder,
    config: join(folder, 'empty.config.mjs'),
    watch: false,
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    isolate: true,
    maxWorkers: 1,
    bail: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    setupFiles: [join(folder, 'test/mutation/watchdog.mjs')],
    // Times of a loaded machine say nothing.
    testNamePattern: /^(?!.*time grows)/,
    reporters: [{}],
  });
  await vitest.standalone();
  const sound = new Map();

  /** Runs one test file: passed, failed, or out of time. */
  async function run(test) {
    for (const name of ['timeout', 'reached']) rmSync(note(name), { force: true });
    writeFileSync(note('limit.json'), JSON.stringify({ seconds: TIMES * seconds(test) + SECONDS }));
    const [project] = vitest.projects;
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([
      project.createSpecification(join(folder, test)),
    ]);
    vitest.state.errorsSet?.clear();
    if (existsSync(note('timeout'))) return 'timeout';
    // The answer lists every file that has ever run.
    const module = testModules.find(({ moduleId }) => moduleId === join(folder, test));
    const passed = unhandledErrors.length === 0 && module?.ok() === true;
    return passed ? 'passed' : 'failed';
  }

  return {
    /** Whether a test file passes in the copy without any mutant. */
    async isSound(test) {
      if (!sound.has(test)) sound.set(test, (await run(test)) === 'passed');
      return sound.get(test);
    },
    run,
    wasReached: () => existsSync(note('reached')),
    /** Does something while a source has another text. */
    async changed(file, text, act) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      writeFileSync(path, text);
      vitest.invalidateFile(path);
      try {
        return await act();
      } finally {
        writeFileSync(path, before);
        vitest.invalidateFile(path);
      }
    },
    async close() {
      process.chdir(root);
      await vitest.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
