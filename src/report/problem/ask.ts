/** Problems other than a firm's, by the name that a person gives or as they are. */
import { CLASSIC_IDS, CLASSICS } from '../../economics/classics/registry.ts';
import type { Problem } from '../../economics/problem.ts';
import { fail } from '../../kernel/issues.ts';
import { printText } from '../../kernel/print-text.ts';
import { nearest } from '../../kernel/suggest.ts';
import { domainText, inDomain } from '../../kernel/symbols.ts';
import { factHolds, numberOf, type Values } from '../expression.ts';

const isProblem = (asked: unknown): asked is Problem =>
  typeof asked === 'object' && asked !== null && 'parts' in asked && 'constraints' in asked;

/** The problem asked for; null where a firm is. */
export function problemAsked(asked: unknown): Problem | null {
  if (isProblem(asked)) return asked;
  const id = CLASSIC_IDS.find((one) => one === asked);
  return id ? CLASSICS[id] : null;
}

/** The numbers set, each known, in its domain, and not against what is assumed. @throws OptimandError */
export function checkProblemSet({ parameters, symbols, facts }: Problem, given: Values): Values {
  const known = parameters.map(({ name }) => name);
  for (const [name, value] of Object.entries(given)) {
    const declared = parameters.find((one) => one.name === name);
    if (!declared) return fail({ code: 'unknown-symbol', name, known, suggestion: nearest(name, known) });
    if (inDomain(value, declared.domain)) continue;
    fail({ code: 'bad-value', name, value: String(value), must: domainText(declared.domain) });
  }
  const setting = { symbols, values: given };
  for (const fact of facts) {
    if (factHolds(fact, setting) !== false) continue;
    const value = String(numberOf(fact.term, setting));
    fail({ code: 'bad-value', name: printText(fact.term), value, must: `${fact.is}, for ${fact.because}` });
  }
  return given;
}
