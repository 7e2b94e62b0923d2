/** `docs/limits.md`: what the kernel's limits are held against, case by case. */
import type { Place } from '../../src/kernel/limits/index.ts';
import { outside } from './domain.ts';
import { judge, limitText, type Verdict } from './judge.ts';
import { type Assertion, assertions, caseOf, LeftOut } from './sympy.ts';

/** One assertion with what became of it: taken with a verdict, or left out for a reason. */
export interface Outcome {
  readonly assertion: Assertion;
  readonly leftOut: string | null;
  /** The verdict, also where the term lies outside the domain; null where it could not be read. */
  readonly verdict: Verdict | null;
  readonly found: string;
}

function outcomeOf(assertion: Assertion): Outcome {
  try {
    const one = caseOf(assertion);
    const { verdict, found } = judge(one);
    return {
      assertion,
      leftOut: outside(one.value, one.x, one.place, one.context),
      verdict,
      found: limitText(found),
    };
  } catch (error) {
    if (error instanceof LeftOut) return { assertion, leftOut: error.message, verdict: null, found: '' };
    throw error;
  }
}

export const outcomes = (): readonly Outcome[] => assertions().map((assertion) => outcomeOf(assertion));

interface Counts extends Record<Verdict, number> {
  readonly all: number;
  readonly taken: number;
  /** Read, outside the domain, and answered all the same. */
  readonly beyond: number;
}

export function countsOf(list: readonly Outcome[]): Counts {
  const taken = list.filter(({ leftOut }) => leftOut === null);
  const count = (verdict: Verdict): number => taken.filter((one) => one.verdict === verdict).length;
  const beyond = list.filter(({ leftOut, verdict }) => leftOut !== null && verdict === 'right').length;
  return {
    all: list.length,
    taken: taken.length,
    right: count('right'),
    undecided: count('undecided'),
    wrong: list.filter(({ verdict }) => verdict === 'wrong').length,
    beyond,
  };
}

const pointText = ({ args, kw }: Assertion): string => {
  const [, x = '', at = ''] = args;
  const direction = (args[3] ?? kw.dir ?? '').replaceAll("'", '');
  return `${x} → ${at}${at.endsWith('oo') ? '' : ` ${direction || '+'}`}`;
};

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const placeText = ({ file, line }: Assertion): string => `${file.replace('sympy_', '')}:${line}`;

const takenRow = ({ assertion, verdict, found }: Outcome): string =>
  `| ${placeText(assertion)} | ${code(assertion.args[0] ?? '')} | ${pointText(assertion)} | ${code(assertion.expected)} | ${verdict === 'right' ? '' : found} |`;

const leftOutRow = ({ assertion, verdict }: Outcome): string =>
  `- ${placeText(assertion)} ${code(assertion.args[0] ?? '')}, ${pointText(assertion)}${verdict === 'right' ? ' (answered all the same, and right)' : ''}`;

/** The outcomes by reason, the largest group first. */
function byReason(list: readonly Outcome[]): readonly [string, readonly Outcome[]][] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of list)
    if (outcome.leftOut !== null)
      groups.set(outcome.leftOut, [...(groups.get(outcome.leftOut) ?? []), outcome]);
  return [...groups].sort(([x, a], [y, b]) => b.length - a.length || (x < y ? -1 : 1));
}

/** The places of the domain, as its statement names them. */
const PLACES: Readonly<Record<Place['kind'], string>> = {
  infinity: 'infinity',
  'minus-infinity': 'minus infinity (by x = -X)',
  point: 'a finite point, from one side or from both (by x = at ± 1/X)',
};

const HEAD = `# Limits, held against SymPy's

The kernel finds limits over the scale of powers and iterated logarithms (\`src/kernel/limits\`, where the method is told with an
example by hand). Here it is held against assertions of SymPy's own tests, Gruntz's thesis and Wester's challenge among them
(\`test/suites/sympy\`, with source and licence). \`test/limits/suite.test.ts\` computes this page and fails where it is not current.

**The domain**, a predicate that a program applies (\`test/limits/domain.ts\`; it shares nothing with the engine but the term):

- a limit at ${Object.values(PLACES).join(', at ')};
- of a term built from numbers, letters, \`+ - * /\`, powers, \`ln\` and \`exp\`; parameters are real, or as SymPy's assumptions say;
- which is real near the point (values with 120 digits at growing points say so);
- and holds no exponential of an unbounded argument, as it stands or in its normal form: x^c and e^(c ln v) are powers and none;
  in (1 + 1/x)^x the exponent x ln(1 + 1/x) settles, so it is allowed; 2^x is not.
`;

export function page(list: readonly Outcome[]): string {
  const { all, taken, right, undecided, wrong, beyond } = countsOf(list);
  const rows = list.filter(({ leftOut }) => leftOut === null).map(takenRow);
  const reasons = byReason(list);
  return [
    HEAD,
    '| assertions | in the domain | right | undecided | wrong | outside it, answered all the same, and right |',
    '|---|---|---|---|---|---|',
    `| ${all} | ${taken} | ${right} (${((100 * right) / taken).toFixed(1)} %) | ${undecided} | ${wrong} | ${beyond} |`,
    '',
    'Wrong counts every answer that differs from SymPy’s, inside the domain or not.',
    '',
    '## Left out, by reason',
    '',
    '| reason | assertions |',
    '|---|---|',
    ...reasons.map(([reason, members]) => `| ${reason} | ${members.length} |`),
    '',
    '## In the domain',
    '',
    '| assertion | term | as | SymPy | where not found |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    '## Every assertion left out',
    ...reasons.flatMap(([reason, members]) => ['', `**${reason}**`, '', ...members.map(leftOutRow)]),
    '',
  ].join('\n');
}
