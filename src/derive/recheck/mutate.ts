/** Wrong certificates on purpose, to see that the checker notices: a changed statement, or an assumption left out. */
import type { CertifiedStep, Stated, Term } from './read.ts';

export type MutantKind = 'sign' | 'exponent' | 'number' | 'dropped term' | 'missing assumption';
export interface Mutant {
  readonly kind: MutantKind;
  readonly step: CertifiedStep;
  /** The assumption left out. */
  readonly without?: Stated;
}
type Changed = readonly [MutantKind, Term];

const negative = (part: Term): Term => ['*', '-1', part];

/** Every term that differs in one place: a sign turned, an exponent one larger, a summand or factor dropped, a number one larger. */
function changed(term: Term): readonly Changed[] {
  if (typeof term === 'string') {
    const [, num, den] = /^(-?\d+)(\/\d+)?$/.exec(term) ?? [];
    return num ? [['number', `${BigInt(num) + BigInt(den?.slice(1) ?? 1)}${den ?? ''}`]] : [];
  }
  const [head, ...parts] = term;
  const build = (all: readonly Term[]): Term => [head, ...all];
  const inside = parts.flatMap((part, i) =>
    changed(part).map(([kind, other]): Changed => [kind, build(parts.with(i, other))]),
  );
  const dropped = parts.map((_, i): Changed => ['dropped term', build(parts.toSpliced(i, 1))]);
  const turned = parts.map((part, i): Changed => ['sign', build(parts.with(i, negative(part)))]);
  const isMany = parts.length > 1;
  if (head === '+') return [...(isMany ? [...turned, ...dropped] : []), ...inside];
  if (head === '*') return [['sign', negative(term)], ...(isMany ? dropped : []), ...inside];
  const [base, exponent] = parts;
  if (head !== '^' || base === undefined || exponent === undefined) return inside;
  return [['exponent', ['^', base, ['+', exponent, '1']]], ...inside];
}

const OPPOSITE: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>', '>=': '<' };

/** The step with another statement, or with one assumption fewer. */
export function mutantsOf(step: CertifiedStep): readonly Mutant[] {
  const { output, assumptions } = step;
  if (!output) return [];
  const [sign, left, right] = output;
  const opposite = OPPOSITE[sign];
  const stating: readonly Mutant[] =
    opposite === undefined
      ? changed(right).map(([kind, other]) => ({ kind, step: { ...step, output: [sign, left, other] } }))
      : [{ kind: 'sign', step: { ...step, output: [opposite, left, right] } }];
  const missing = assumptions.map((without, i): Mutant => {
    return {
      kind: 'missing assumption',
      step: { ...step, assumptions: assumptions.toSpliced(i, 1) },
      without,
    };
  });
  return [...stating, ...missing];
}
