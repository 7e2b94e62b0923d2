/** A copy of the project in which sources are changed and tests run, each test file in a process of its own. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createVitest } from 'vitest/node';

/** Processor time that a test file may use with a mutant: so many times what it takes without, and so many seconds. */
const [TIMES, SECONDS] = [5, 15];
/** What a test file may take where it is not known how long it takes. */
const LONG = 600;

/** Copies every file of the project that git knows or would take. */
function copied(root, folder) {
  rmSync(folder, { recursive: true, force: true });
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of files.split('\n').filter((one) => one !== '' && existsSync(join(root, one)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'notes'));
  writeFileSync(join(folder, 'empty.config.mjs'), 'export default {};\n');
}

export async function bench(root, folder) {
  copied(root, folder);
  const note = (name) => join(folder, 'notes', name);
  process.chdir(folder);
  // What tests start, be it a process or a thread, notes what it reaches as they do themselves.
  process.env.NODE_OPTIONS = `--require=${JSON.stringify(join(folder, 'test/mutation/reached.cjs'))}`;
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

  /** Puts other texts in place of sources. */
  function put(texts) {
    for (const [file, text] of Object.entries(texts)) {
      writeFileSync(join(folder, file), text);
      vitest.invalidateFile(join(folder, file));
    }
  }

  return {
    put,
    /**
     * Runs one test file, which takes so many seconds where that is known: whether it passed, failed or was out of time, how long it took,
     * and which places of the probes it reached.
     */
    async run(test, seconds = LONG) {
      for (const name of ['timeout', 'reached']) rmSync(note(name), { force: true });
      writeFileSync(note('limit.json'), JSON.stringify({ seconds: TIMES * seconds + SECONDS }));
      const before = performance.now();
      const [project] = vitest.projects;
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications([
        project.createSpecification(join(folder, test)),
      ]);
      vitest.state.errorsSet?.clear();
      const took = (performance.now() - before) / 1000;
      const reached = existsSync(note('reached'))
        ? readFileSync(note('reached'), 'utf8').trim().split('\n').map(Number)
        : [];
      // The answer lists every file that has ever run.
      const module = testModules.find(({ moduleId }) => moduleId === join(folder, test));
      const passed = unhandledErrors.length === 0 && module?.ok() === true;
      const outcome = existsSync(note('timeout')) ? 'timeout' : passed ? 'passed' : 'failed';
      return { outcome, took, reached: [...new Set(reached)] };
    },
    /** Does something while sources have other texts. */
    async changed(texts, act) {
      const before = Object.fromEntries(
        Object.keys(texts).map((file) => [file, readFileSync(join(root, file), 'utf8')]),
      );
      put(texts);
      try {
        return await act();
      } finally {
        put(before);
      }
    },
    async close() {
      process.chdir(root);
      await vitest.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
