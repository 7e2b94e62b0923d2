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
