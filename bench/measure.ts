/** Processor time of works taken in turn, round after round, so that a drift of the machine's speed falls on all of them. */

export interface Work {
  readonly run: () => void;
  /** How many of what is counted a run does. */
  readonly times: number;
}

export interface Measured {
  readonly name: string;
  /** Median over the rounds. */
  readonly microseconds: number;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)] as number;

const cpu = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user;
};

/** Microseconds of one of what each work counts; a first round is not counted. */
export function inTurn(works: Readonly<Record<string, Work>>, rounds: number): Measured[] {
  const samples = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, { run, times }] of Object.entries(works)) {
      const taken = cpu(run) / times;
      if (round > 0) samples.get(name)?.push(taken);
    }
  }
  return [...samples].map(([name, values]) => ({
    name,
    microseconds: Number(median(values).toPrecision(4)),
  }));
}
