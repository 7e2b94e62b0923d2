/** Wrong certificates on purpose: a step that states something else, to see that the checker notices. */
import type { Term } from '../../kernel/term.ts';
import type { CertifiedStep, Stated } from './sample.ts';

const whole = (value: bigint): Term => ({ kind: 'number', value: { num: value, den: 1n } });
const negative = (part: Term): Term => ({ kind: 'product', factors: [whole(-1n), part] });

/** Every term that differs in one place: a sign turned, an exponent one larger, a summand or factor dropped, a number one larger. */
export function mutantsOf(term: Term): readonly Term[] {
  const inParts = (parts: readonly Term[], build: (parts: readonly Term[]) => Term): Term[] =>
    parts.flatMap((part, i) => mutantsOf(part).map((other) => build(parts.with(i, other))));
  const dropped = (parts: readonly Term[], build: (parts: readonly Term[]) => Term): Term[] =>
    parts.length < 2 ? [] : parts.map((_, i) => build(parts.toSpliced(i, 1)));
  switch (term.kind) {
    case 'number':
      return [{ kind: 'number', value: { num: term.value.num + term.value.den, den: term.value.den } }];
    case 'symbol':
      return [];
    case 'sum': {
      const build = (terms: readonly Term[]): Term => ({ ...term, terms });
      const turned = term.terms.map((part, i) => build(term.terms.with(i, negative(part))));
      return [...turned, ...dropped(term.terms, build), ...inParts(term.terms, build)];
    }
    case 'product': {
      const build = (factors: readonly Term[]): Term => ({ ...term, factors });
      return [negative(term), ...dropped(term.factors, build), ...inParts(term.factors, build)];
    }
    case 'power': {
      const { base, exponent } = term;
      const larger: Term = { kind: 'sum', terms: [exponent, whole(1n)] };
      return [
        { ...term, exponent: larger },
        ...mutantsOf(base).map((other): Term => ({ ...term, base: other })),
        ...mutantsOf(exponent).map((other): Term => ({ ...term, exponent: other })),
      ];
    }
    case 'call':
      return inParts(term.args, (args) => ({ ...term, args }));
  }
}

const OPPOSITE: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>', '>=': '<' };

/** The step with another statement: any change of an equation, the turned sign of an inequality. */
export function mutatedSteps(step: CertifiedStep): readonly CertifiedStep[] {
  const { states } = step;
  if (!states) return [];
  const stating = (other: Stated): CertifiedStep => ({ ...step, states: other });
  const opposite = OPPOSITE[states.sign];
  if (opposite !== undefined) return [stating({ ...states, sign: opposite })];
  if (states.sign !== '=') return [];
  return mutantsOf(states.right).map((right) => stating({ ...states, right }));
}
