/** Every figure of the documentation with the data behind it, drawn by a thread of its own while the claims are judged. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { poolOf } from '../../engines/tinypool.ts';
import type { AnyFigure } from '../../figures/registry.ts';
import { canonicalJson } from '../../report/canonical.ts';
import { progressBar } from '../progress.ts';
import { workerFile } from '../worker-file.ts';
import { writeWhole } from '../write-file.ts';

export interface Drawing {
  /** Waits for all of them, with a bar; the number written below the folder. */
  readonly finish: () => Promise<number>;
  /** Ends the thread, whether or not it is done. */
  readonly close: () => Promise<void>;
}

/** Begins to draw. A figure that cannot be drawn fails `finish`. */
export async function beginFigures(folder: string): Promise<Drawing> {
  mkdirSync(folder, { recursive: true });
  const [{ DOCUMENTED }, { figureSvg }] = await Promise.all([
    import('../../report/figures/documented.ts'),
    import('../../figures/svg.ts'),
  ]);
  const pool = poolOf<string, AnyFigure>(workerFile('figure-worker'), 1);
  let written = 0;
  let tell = (_: number): void => {};
  const all = Promise.allSettled(
    DOCUMENTED.map(async ({ name }) => {
      const made = await pool.run(name);
      writeWhole(join(folder, `${name}.svg`), figureSvg(made));
      writeWhole(join(folder, `${name}.json`), canonicalJson(made));
      written += 1;
      tell(written / DOCUMENTED.length);
    }),
  );
  const finish = async (): Promise<number> => {
    const bar = await progressBar('figures', false);
    tell = bar.update;
    tell(written / DOCUMENTED.length);
    const ends = await all.finally(bar.stop);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return written;
  };
  return { finish, close: pool.close };
}
