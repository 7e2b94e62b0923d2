/** Answers as the page shows them. */
import type { PutRow } from '../src/claims/put.ts';
import { drawingSvg } from '../src/engines/plot.ts';
import { drawGrowth, type Growth } from '../src/figures/growth.ts';
import { roundedText, textAsTex } from '../src/report/numbers.ts';
import { LAW_QUANTITIES, type LawQuantity, type LawRegimeJson } from '../src/report/schemas/laws.ts';
import { byId, drawing, element, formula, row } from './dom.ts';
import type { Optimum } from './messages.ts';

type Amounts = NonNullable<NonNullable<Optimum['answer']>['optimum']>;
type Name = keyof Amounts;

const ROWS: readonly (readonly [Name, string, string, string])[] = [
  ['n', 'n^{\\ast}', 'parameters', 'model size'],
  ['d', 'd^{\\ast}', 'tokens', 'training data'],
  ['t', 't^{\\ast}', 'tokens', 'inference sold'],
  ['profit', '\\pi', '$', 'profit'],
  ['C_train', 'C', '$', 'training spend'],
];

const DIGITS = 9;

const SAID: Readonly<Record<string, string>> = {
  'stay-out': 'No positive profit exists here: the best is to stay out.',
  unbounded: 'Profit grows without bound here: there is no optimum.',
};

function outcomeText({ answer, warnings, errors }: Optimum): string {
  if (!answer) return Object.keys(errors).length > 0 ? 'Correct the values marked.' : 'No optimum was found.';
  const said = answer.unbounded
    ? SAID.unbounded
    : answer.produces
      ? `Regime: ${answer.regime}.`
      : SAID['stay-out'];
  const residual =
    answer.residual === null
      ? ''
      : ` Residual of the first-order conditions: ${answer.residual.toExponential(1)}.`;
  return [`${said}${residual}`, ...warnings.map((one) => `Note: ${one}.`)].join(' ');
}

export function showOptimum(found: Optimum): void {
  byId('regime').textContent = outcomeText(found);
  const amounts = found.answer?.optimum;
  const rows = ROWS.map(([name, tex, unit, meaning]) => {
    const value = amounts ? roundedText(amounts[name], DIGITS) : '–';
    const cell = element('output', { id: `value-${name}` }, value);
    return row('td', formula(tex), cell, unit, meaning);
  });
  byId('optimum').replaceChildren(...rows);
}

/** The optimum as LaTeX to copy. */
export function optimumTex({ answer }: Optimum): string {
  const amounts = answer?.optimum;
  if (!amounts) return '';
  const lines = ROWS.map(([name, tex, unit]) => {
    const shown = unit === '$' ? '\\text{ USD}' : `\\text{ ${unit}}`;
    return `  ${tex} &= ${textAsTex(roundedText(amounts[name], 6))}${shown}`;
  });
  return `\\begin{align*}\n${lines.join(' \\\\\n')}\n\\end{align*}\n`;
}

const LAW_LETTERS: Readonly<Record<LawQuantity, string>> = {
  n: 'n^{\\ast}',
  d: 'd^{\\ast}',
  t: 't^{\\ast}',
  C_train: 'C',
  profit: '\\pi',
};

const number = (value: number): string => textAsTex(roundedText(value, 4));

/** The law with numbers put in, and its value at this E; null where a logarithm or an unknown stands in it. */
function withNumbers(
  regime: LawRegimeJson,
  name: LawQuantity,
  E: number,
): { tex: string; value: number } | null {
  const [constant, exponent] = [regime.constants[name]?.value, regime.exponents[name].value];
  if (
    constant == null ||
    exponent == null ||
    regime.logPowers[name].text !== '0' ||
    regime.variable.text !== 'E'
  )
    return null;
  const value = constant * E ** exponent;
  return {
    tex: `${number(constant)} \\cdot (${number(E)})^{${roundedText(exponent, 4)}} = ${number(value)}`,
    value,
  };
}

const endText = (end: LawRegimeJson['from'], open: string): string =>
  end?.value == null ? open : roundedText(end.value, 3);

function lawRows(regime: LawRegimeJson, E: number, found: Optimum): readonly HTMLTableRowElement[] {
  return LAW_QUANTITIES.flatMap((name) => {
    const law = regime.laws[name];
    if (!law) return [];
    const numbers = withNumbers(regime, name, E);
    const optimum = found.answer?.optimum?.[name];
    const ratio = numbers && optimum ? roundedText(optimum / numbers.value, 3) : '–';
    return [
      row('td', formula(LAW_LETTERS[name]), formula(law.tex), numbers ? formula(numbers.tex) : '–', ratio),
    ];
  });
}

/** Regimes in the order in which E meets them; that of this E is open. */
export function showLaws(regimes: readonly LawRegimeJson[], found: Optimum): void {
  const E = found.values.E ?? Number.NaN;
  const blocks = regimes
    .filter(({ name }) => name !== 'stay-out' && name !== 'break-even')
    .map((regime) => {
      const [from, to] = [regime.from?.value ?? 0, regime.to?.value ?? Number.POSITIVE_INFINITY];
      const isHere = E >= from && E <= to;
      const head = element(
        'summary',
        {},
        `${regime.name}${isHere ? ' (here)' : ''}: E from ${endText(regime.from, 'the smallest')} to ${endText(regime.to, 'no end')}`,
      );
      const columns = element(
        'tr',
        {},
        ...['', 'law', 'numbers put in', 'optimum / law'].map((text) =>
          element('th', { scope: 'col' }, text),
        ),
      );
      const rows = lawRows(regime, E, found);
      const body =
        rows.length > 0
          ? element('div', { class: 'wide' }, element('table', {}, columns, ...rows))
          : element('p', {}, 'No closed form.');
      const details = element('details', {}, head, body);
      details.open = isHere;
      return details;
    });
  byId('laws').replaceChildren(
    ...(blocks.length > 0 ? blocks : [element('p', {}, 'No law was found for these values.')]),
  );
}

/** Levels and slopes against E, with the optimum of this E as a star. */
export function showGrowth(growth: Growth, { values, answer }: Optimum): void {
  const amounts = answer?.optimum;
  const here =
    amounts && values.E !== undefined
      ? { x: values.E, n: amounts.n, d: amounts.d, C_train: amounts.C_train }
      : null;
  byId('plot').replaceChildren(drawing(drawingSvg(drawGrowth(growth, here), document)));
}

const ANSWERS: readonly (readonly [PutRow['answer'], string])[] = [
  [true, 'True here'],
  [false, 'False here'],
  [null, 'Does not apply here'],
];

const ASIDE: Readonly<Partial<Record<PutRow['role'], string>>> = {
  tight: ' (is the bound attained?)',
  elsewhere: ' (a hypothesis dropped)',
  instead: ' (what is true in its place)',
};

export function showClaims(rows: readonly PutRow[]): void {
  const groups = ANSWERS.flatMap(([answer, title]) => {
    const own = rows.filter((one) => one.answer === answer);
    if (own.length === 0) return [];
    const items = own.map(({ id, question, role, found }) =>
      element('li', {}, element('b', {}, id), `: ${question}${ASIDE[role] ?? ''} ${found}.`),
    );
    const details = element(
      'details',
      {},
      element('summary', {}, `${title}: ${own.length}`),
      element('ul', {}, ...items),
    );
    details.open = answer !== null;
    return [details];
  });
  byId('claims').replaceChildren(
    ...(groups.length > 0 ? groups : [element('p', {}, 'No claim can be put to this variant.')]),
  );
}
