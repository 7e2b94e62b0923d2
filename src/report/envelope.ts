/** The envelope around every result that leaves the toolkit as JSON, and around every error in place of one. */
import { type Issue, sentence } from '../kernel/issues.ts';
import { PAPER, SCHEMA_VERSION, TOOL } from './version.ts';

interface Stamps {
  readonly schemaVersion: number;
  readonly tool: typeof TOOL;
  readonly paper: typeof PAPER;
  readonly command: string;
  readonly seed: number;
  readonly warnings: readonly string[];
}

export interface Envelope<Result> extends Stamps {
  readonly result: Result;
}

/** An issue as JSON: its kind, its sentence, and the place in the input that it is about. */
export interface ErrorReport {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
}

export interface ErrorEnvelope extends Stamps {
  readonly error: ErrorReport;
}

const stamps = (command: string, seed: number, warnings: readonly string[]): Stamps => ({
  schemaVersion: SCHEMA_VERSION,
  tool: TOOL,
  paper: PAPER,
  command,
  seed,
  warnings,
});

/** A result with who made it, from what command and seed. */
export const envelope = <Result>(
  command: string,
  seed: number,
  result: Result,
  warnings: readonly string[] = [],
): Envelope<Result> => ({ ...stamps(command, seed, warnings), result });

/** The same with an error in place of the result. */
export const errorEnvelope = (command: string, seed: number, issue: Issue): ErrorEnvelope => ({
  ...stamps(command, seed, []),
  error: errorReport(issue),
});

function pathOf(issue: Issue): string | null {
  switch (issue.code) {
    case 'file':
    case 'model':
      return issue.path;
    case 'bad-value':
    case 'missing':
    case 'unknown-symbol':
      return issue.name;
    default:
      return null;
  }
}

/** An issue as JSON; `within` is the part of the input in which the letter stands that it is about. */
export function errorReport(issue: Issue, within?: string): ErrorReport {
  const path = issue.code === 'file' && within !== undefined ? null : pathOf(issue);
  const full = within === undefined ? path : path === null ? within : `${within}.params.${path}`;
  return { code: issue.code, message: sentence(issue), path: full };
}
