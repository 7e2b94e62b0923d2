/**
 * Formulas inside sentences, as people type them: `n* = n_I (1 + 3kd/t)^(-1/(1 + alpha gamma))`. A small reader with
 * multiplication left unwritten, which gives LaTeX; it decides nothing but how words look.
 */

export type Mark =
  | { readonly kind: 'name' | 'number'; readonly tex: string; readonly space: boolean }
  | { readonly kind: 'sign'; readonly sign: string; readonly space: boolean };

const RELATIONS: Readonly<Record<string, string>> = {
  '=': '=',
  '<': '<',
  '>': '>',
  '<=': '\\le',
  '>=': '\\ge',
  '!=': '\\ne',
  '~': '\\sim',
  '->': '\\to',
};

interface Piece {
  readonly tex: string;
  readonly next: number;
}

const signAt = (marks: readonly Mark[], at: number): string | null => {
  const mark = marks[at];
  return mark?.kind === 'sign' ? mark.sign : null;
};

/** A parenthesis with one or more sums in it; `inner` is what stands between. */
function group(marks: readonly Mark[], at: number): (Piece & { inner: string }) | null {
  if (signAt(marks, at) !== '(') return null;
  const items: string[] = [];
  let next = at + 1;
  for (;;) {
    const item = sum(marks, next);
    if (!item) return null;
    items.push(item.tex);
    next = item.next + 1;
    const after = signAt(marks, item.next);
    if (after === ',') continue;
    const inner = items.join(', ');
    return after === ')' ? { tex: `(${inner})`, inner, next } : null;
  }
}

function atom(marks: readonly Mark[], at: number): Piece | null {
  const mark = marks[at];
  if (!mark) return null;
  return mark.kind === 'sign' ? group(marks, at) : { tex: mark.tex, next: at + 1 };
}

function exponent(marks: readonly Mark[], at: number): Piece | null {
  const minus = signAt(marks, at) === '-' ? 1 : 0;
  const whole = group(marks, at + minus);
  if (whole) return { tex: minus ? `-(${whole.inner})` : whole.inner, next: whole.next };
  const single = atom(marks, at + minus);
  return single && { tex: `${minus ? '-' : ''}${single.tex}`, next: single.next };
}

function raised(marks: readonly Mark[], at: number): Piece | null {
  const base = atom(marks, at);
  if (!base || signAt(marks, base.next) !== '^') return base;
  const over = exponent(marks, base.next + 1);
  // What is raised already, as the star of an optimum, is raised as one.
  const below = base.tex.includes('^') && !base.tex.startsWith('(') ? `{${base.tex}}` : base.tex;
  return over && { tex: `${below}^{${over.tex}}`, next: over.next };
}

const startsWithDigit = (tex: string): boolean => /^\d/.test(tex);

function product(marks: readonly Mark[], at: number): Piece | null {
  let done = raised(marks, at);
  while (done) {
    const sign = signAt(marks, done.next);
    const isWritten = sign === '*' || sign === '/';
    const factor: Piece | null = raised(marks, done.next + (isWritten ? 1 : 0));
    if (!factor) return done;
    const unclear = startsWithDigit(factor.tex);
    if (!isWritten && unclear) return done;
    const isCall = sign === '(' && marks[done.next]?.space === false;
    const joint = sign === '/' ? '/' : unclear ? ' \\cdot ' : isCall ? '' : ' ';
    done = { tex: `${done.tex}${joint}${factor.tex}`, next: factor.next };
  }
  return done;
}

function sum(marks: readonly Mark[], at: number): Piece | null {
  const minus = signAt(marks, at) === '-';
  const first = product(marks, at + (minus ? 1 : 0));
  let done = first && { tex: `${minus ? '-' : ''}${first.tex}`, next: first.next };
  while (done) {
    const sign = signAt(marks, done.next);
    if (sign !== '+' && sign !== '-') return done;
    const more = product(marks, done.next + 1);
    if (!more) return done;
    done = { tex: `${done.tex} ${sign} ${more.tex}`, next: more.next };
  }
  return done;
}

/** The longest formula that starts at a mark: its LaTeX and the mark after it, or null where none starts there. */
export function formulaAt(marks: readonly Mark[], at: number): Piece | null {
  let done = sum(marks, at);
  while (done) {
    const link = RELATIONS[signAt(marks, done.next) ?? ''];
    const more = link === undefined ? null : sum(marks, done.next + 1);
    if (!more || link === undefined) return done;
    done = { tex: `${done.tex} ${link} ${more.tex}`, next: more.next };
  }
  return done;
}
