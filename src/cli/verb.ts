/** What a verb of the command line is: how it is asked for, and what running it gives. */
import type { Command } from 'commander';

/** 0 done; 1 a claim failed; 2 bad usage or bad input; 3 undecided under --strict. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** Flags that every verb takes. */
export interface CommonFlags {
  readonly format: string;
  readonly out?: string;
  readonly seed: number;
  readonly quiet: boolean;
}

export interface Answer {
  /** Goes to standard output, or to the file that --out names. */
  readonly output: string;
  readonly status: ExitStatus;
  /** One sentence for standard error: why the status is not 0. */
  readonly complaint: string | null;
}

export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** Formats on offer, the default first. */
  readonly formats: readonly string[];
  /** Whether --set is on offer. */
  readonly takesValues: boolean;
  /** Whether, perhaps under a flag, --out names a folder, which the verb fills itself; a file for the answer otherwise. */
  readonly fillsFolder?: boolean | ((flags: Flags) => boolean);
  /** Whether the verb writes the file that --out names by itself, so that `output` goes to standard output. */
  readonly writesItself?: boolean;
  /** Adds the verb's own argument and flags. */
  declare(command: Command): void;
  /** Runs the verb: its arguments, all its flags by name, and the common ones among them typed. */
  run(args: readonly string[], flags: Flags): Promise<Answer>;
}

/** Flags as commander hands them over; a verb reads its own with the readers of `flags.ts`. */
export type Flags = CommonFlags & Readonly<Record<string, unknown>>;

export const done = (output: string): Answer => ({ output, status: 0, complaint: null });
