/** Answers as the page shows them. */
import type { PutRow } from '../src/claims/put.ts';
import { drawingSvg } from '../src/engines/plot.ts';
import { drawGrowth, type Growth } from '../src/figures/growth.ts';
import { elasticityText, roundedText, textAsTex } from '../src/report/numbers.ts';
import { LAW_QUANTITIES, type LawQuantity, type LawRegimeJson } from '../src/report/schemas/laws.ts';
import { byId, drawing, element, formula, row } from './dom.ts';
import type { Control, Optimum } from './messages.ts';

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

/** Shows a table's rows, or where it has these very rows, what has changed in them: texts by the cells' ids. */
function fill(
  id: string,
  look: string,
  rows: () => readonly HTMLTableRowElement[],
  texts: Readonly<Record<string, string>>,
): void {
  const table = byId(id);
  if (table.dataset.look !== look) {
    table.replaceChildren(...rows());
    table.dataset.look = look;
  }
  for (const [cell, text] of Object.entries(texts)) byId(cell).textContent = text;
}

const empty = (id: string): HTMLElement => element('output', { id });

/** The optimum, and how it moves with each parameter. */
export function showOptimum(found: Optimum, controls: readonly Control[]): void {
  byId('regime').textContent = outcomeText(found);
  const amounts = found.answer?.optimum;
  const texts = ROWS.map(([name]) => [`value-${name}`, amounts ? roundedText(amounts[name], DIGITS) : '–']);
  const rows = () =>
    ROWS.map(([name, tex, unit, meaning]) => row('td', formula(tex), empty(`value-${name}`), unit, meaning));
  fill('optimum', 'optimum', rows, Object.fromEntries(texts));
  showElasticities(found, controls);
}

const SLOPES = ['n', 'd', 't', 'C_train'] as const;

/** What each parameter moves: d ln quantity/d ln parameter. */
function showElasticities({ answer }: Optimum, controls: readonly Control[]): void {
  const elasticities = answer?.elasticities ?? {};
  const names = [...new Set(Object.keys(elasticities).map((key) => key.slice(key.indexOf('/') + 1)))];
  const texOf = (name: string): string => controls.find((one) => one.name === name)?.tex ?? name;
  const cell = (of: string, name: string): string => `elasticity-${of}-${name}`;
  const head = (): HTMLTableRowElement =>
    element(
      'tr',
      {},
      ...['against', ...SLOPES.map((of) => LAW_LETTERS[of])].map((text, i) =>
        element('th', { scope: 'col' }, i === 0 ? text : formula(text)),
      ),
    );
  const rows = () =>
    names.map((name) => row('td', formula(texOf(name)), ...SLOPES.map((of) => empty(cell(of, name)))));
  const texts = names.flatMap((name) =>
    SLOPES.map((of) => {
      const value = elasticities[`${of}/${name}`];
      return [cell(of, name), value === undefined ? '–' : elasticityText(value)];
    }),
  );
  const all = () => (names.length > 0 ? [head(), ...rows()] : []);
  fill('elasticities', names.join(' '), all, Object.fromEntries(texts));
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
  const [constant, exponent] = [regime.constants[name]?.value, regime.exponents[name]?.value];
  if (
    constant == null ||
    exponent == null ||
    regime.logPowers[name]?.text !== '0' ||
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

/** A regime on the page: what does not change with numbers, and how numbers are put into it. */
interface Shown {
  readonly whole: HTMLDetailsElement;
  readonly put: (regime: LawRegimeJson, found: Optimum, isPlaced: boolean) => void;
}

const stated = ({ laws }: LawRegimeJson): readonly LawQuantity[] =>
  LAW_QUANTITIES.filter((name) => laws[name] !== null);

const isHere = ({ from, to }: LawRegimeJson, E: number): boolean =>
  E >= (from?.value ?? 0) && E <= (to?.value ?? Number.POSITIVE_INFINITY);

function shownRegime(first: LawRegimeJson): Shown {
  const cells = stated(first).map((name) => ({ name, numbers: element('td'), ratio: element('td') }));
  const columns = ['', 'law', 'numbers put in', 'optimum / law'].map((text) =>
    element('th', { scope: 'col' }, text),
  );
  const rows = cells.map(({ name, numbers, ratio }) => {
    const made = row('td', formula(LAW_LETTERS[name]), formula(first.laws[name]?.tex ?? ''));
    made.append(numbers, ratio);
    return made;
  });
  const head = element('summary');
  const body =
    rows.length > 0
      ? element('div', { class: 'wide' }, element('table', {}, element('tr', {}, ...columns), ...rows))
      : element('p', {}, 'No closed form.');
  const whole = element('details', {}, head, body);
  let write: (() => void) | null = null;
  const written = (): void => {
    if (!whole.open) return;
    write?.();
    write = null;
  };
  whole.addEventListener('toggle', written);
  return {
    whole,
    put: (regime, { values, answer }, isPlaced) => {
      const E = values.E ?? Number.NaN;
      const [low, high] = isPlaced ? ['the smallest', 'no end'] : ['…', '…'];
      const here = isHere(regime, E) ? ' (here)' : '';
      head.textContent = `${regime.name}${here}: E from ${endText(regime.from, low)} to ${endText(regime.to, high)}`;
      write = () => {
        for (const { name, numbers, ratio } of cells) {
          const put = withNumbers(regime, name, E);
          const optimum = answer?.optimum?.[name];
          numbers.replaceChildren(put ? formula(put.tex) : '–');
          ratio.textContent = put && optimum ? roundedText(optimum / put.value, 3) : '–';
        }
      };
      written();
    },
  };
}

let regimesShown: { readonly look: string; readonly all: readonly Shown[] } = { look: '', all: [] };

/** Regimes in the order in which E meets them; that of this E is open. `isPlaced` is false where break-even is not known yet. */
export function showLaws(regimes: readonly LawRegimeJson[], found: Optimum, isPlaced: boolean): void {
  const own = regimes.filter(({ name }) => name !== 'stay-out' && name !== 'break-even');
  const E = found.values.E ?? Number.NaN;
  const here = own.findIndex((regime) => isHere(regime, E));
  const look = JSON.stringify([
    here,
    ...own.map((one) => [one.name, stated(one).map((name) => one.laws[name]?.tex)]),
  ]);
  if (look !== regimesShown.look || !regimesShown.all[0]?.whole.isConnected) {
    regimesShown = { look, all: own.map(shownRegime) };
    for (const [i, { whole }] of regimesShown.all.entries()) whole.open = i === here;
    const none = element('p', {}, 'No law was found for these values.');
    byId('laws').replaceChildren(...(own.length > 0 ? regimesShown.all.map(({ whole }) => whole) : [none]));
  }
  for (const [i, regime] of own.entries()) regimesShown.all[i]?.put(regime, found, isPlaced);
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
