/**
 * What can go wrong, as data; the sentences stand in one place, here. Every sentence says what, where, and what would do.
 */
export type Issue =
  | {
      readonly code: 'syntax';
      readonly text: string;
      readonly at: number;
      readonly what: string;
      readonly would: string;
    }
  | {
      readonly code: 'unknown-symbol';
      readonly name: string;
      readonly known: readonly string[];
      readonly suggestion: string | null;
      readonly at?: number;
      readonly text?: string;
    }
  | { readonly code: 'refused'; readonly what: string; readonly where: string; readonly would: string }
  | {
      readonly code: 'bad-value';
      readonly name: string;
      readonly value: string;
      readonly must: string;
      readonly path?: string;
    }
  | { readonly code: 'missing'; readonly name: string; readonly of: string; readonly meaning: string }
  | { readonly code: 'usage'; readonly what: string; readonly would: string }
  | { readonly code: 'file'; readonly path: string; readonly what: string; readonly would: string }
  /** About a place of a model given as data, a JSON pointer; `says` is a whole sentence about it. */
  | { readonly code: 'model'; readonly path: string; readonly says: string; readonly file?: string };

/** A place in a text, as a reader counts: a caret line under at most 60 characters of it. */
const place = (text: string, at: number): string => {
  const from = Math.max(0, at - 20);
  const shown = text.slice(from, from + 60).replace(/[^\x20-\x7e]/g, '?');
  return `at character ${at + 1}, near "${shown.slice(at - from, at - from + 20) || 'the end'}"`;
};

/** Text of unknown origin, made safe to print: short, one line, printable. */
export const shown = (text: string): string => {
  const flat = text.replace(/[^\x20-\x7e]/g, '?');
  return flat.length > 60 ? `${flat.slice(0, 57)}...` : flat;
};

/** What would do, which may be a question, as the end of a sentence. */
const ended = (would: string): string => (would.endsWith('?') ? would : `${would}.`);

/** The one clear sentence of an issue. */
export function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'syntax':
      return `${issue.what} ${place(issue.text, issue.at)}; ${issue.would}.`;
    case 'unknown-symbol': {
      const where =
        issue.text !== undefined && issue.at !== undefined ? ` (${place(issue.text, issue.at)})` : '';
      const hint = issue.suggestion
        ? `did you mean "${issue.suggestion}"?`
        : issue.known.length > 0
          ? `known are ${issue.known.join(', ')}.`
          : 'no letter may stand here.';
      return `"${shown(issue.name)}" is not declared${where}; ${hint}`;
    }
    case 'refused':
      return `${issue.what} in ${issue.where}; ${issue.would}.`;
    case 'bad-value':
      return `${issue.path ? `${issue.path}: ` : ''}${shown(issue.name)} = ${shown(issue.value)} is not allowed; it must be ${issue.must}.`;
    case 'missing':
      return `${issue.of} needs ${issue.name} (${issue.meaning}), which is not given; add it with --set ${issue.name}=… or as a key of params.`;
    case 'usage':
      return `${issue.what}; ${ended(issue.would)}`;
    case 'file':
      return `${shown(issue.path)}: ${issue.what}; ${ended(issue.would)}`;
    case 'model': {
      const where = issue.path === '' ? '' : `at ${shown(issue.path)}`;
      const place = [issue.file && shown(issue.file), where].filter(Boolean).join(' ') || 'the model';
      return `${place}: ${issue.says}`;
    }
  }
}

/** An issue on its way to whoever answers for it. Its message is the sentence. */
export class OptimandError extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(sentence(issue));
    this.name = 'OptimandError';
    this.issue = issue;
  }
}

export const fail = (issue: Issue): never => {
  throw new OptimandError(issue);
};

/** Refuses an operation that the mathematics or the assumptions do not allow. */
export const refuse = (what: string, where: string, would: string): never =>
  fail({ code: 'refused', what, where, would });
