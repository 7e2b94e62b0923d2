/** Whether the engine's answer to a case is SymPy's. */
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { assuming, type Context } from '../../src/kernel/facts.ts';
import { type Limit, limitAt } from '../../src/kernel/limits/index.ts';
import { areEqual } from '../../src/kernel/normal/equal.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { rational } from '../../src/kernel/rational.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { isPositive } from '../../src/kernel/sign.ts';
import { divide, number, symbolsOf, type Term } from '../../src/kernel/term.ts';
import type { Case, Expected } from './sympy.ts';

export type Verdict = 'right' | 'undecided' | 'wrong';

const precise = decimalArithmetic(60);

/** Equal by the normal form, else to 40 digits wherever sampled. */
function isSame(x: Term, y: Term, context: Context): boolean {
  if (areEqual(x, y, context)) return true;
  const names = [...new Set([...symbolsOf(x), ...symbolsOf(y)])];
  return samplePoints(names, context, 5).every((point) => {
    const at = Object.fromEntries(Object.entries(point).map(([name, v]) => [name, precise.fromNumber(v)]));
    const gap = precise.add(
      precise.divide(evaluate(x, at, precise), evaluate(y, at, precise)),
      precise.fromNumber(-1),
    );
    return Math.abs(precise.toNumber(gap)) < 1e-40;
  });
}

function agrees(found: Limit, expected: Expected, context: Context): boolean {
  if (found.kind === 'finite' && expected.kind === 'finite')
    return isSame(found.value, expected.value, context);
  if (found.kind !== 'infinite' || expected.kind !== 'infinite') return false;
  const sign = found.sign === null ? found.coefficient : number(rational(found.sign));
  return isPositive(divide(sign, expected.signOf), context) === 'yes';
}

export function judge({ value, x, place, context, expected }: Case): { verdict: Verdict; found: Limit } {
  const found = limitAt(value, x, place, context);
  if (found.kind === 'undecided') return { verdict: 'undecided', found };
  const given = assuming(context, ...('provided' in found ? found.provided : []));
  return { verdict: agrees(found, expected, given) ? 'right' : 'wrong', found };
}

/** The answer in one line. */
export function limitText(found: Limit): string {
  switch (found.kind) {
    case 'finite':
      return printText(found.value);
    case 'infinite':
      return found.sign === null
        ? `infinite, with the sign of ${printText(found.coefficient)}`
        : found.sign > 0
          ? 'infinity'
          : '-infinity';
    case 'none':
      return `none: ${found.sides.map(limitText).join(' from above, ')} from below`;
    case 'undecided':
      return `undecided: ${found.why}`;
  }
}
