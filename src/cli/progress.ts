/** Progress for a person who waits: on standard error, where that is a terminal, and nowhere else. */

export interface Progress {
  /** Takes the share done, 0 to 1. */
  readonly update: (done: number) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { update: () => {}, stop: () => {} };

/** A bar for one piece of work. */
export async function progressBar(title: string, quiet: boolean): Promise<Progress> {
  if (quiet || !process.stderr.isTTY) return SILENT;
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar(
    {
      format: `${title} {bar} {percentage} % {eta_formatted}`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    progress.Presets.shades_classic,
  );
  bar.start(1000, 0);
  return { update: (done) => bar.update(Math.round(1000 * done)), stop: () => bar.stop() };
}

/** A bar for rows by the million, with their rate; takes the rows done. */
export async function rowsBar(title: string, rows: number, done: number, quiet: boolean): Promise<Progress> {
  if (quiet || !process.stderr.isTTY) return SILENT;
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar(
    {
      format: `${title} {bar} {value} of {total} rows, {rate} a second, {eta_formatted} left`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    progress.Presets.shades_classic,
  );
  const start = Date.now();
  bar.start(rows, done, { rate: 'none' });
  const update = (value: number): void => {
    const seconds = (Date.now() - start) / 1000;
    bar.update(value, {
      rate: seconds > 0 ? Math.round((value - done) / seconds).toLocaleString('en') : 'none',
    });
  };
  return { update, stop: () => bar.stop() };
}
