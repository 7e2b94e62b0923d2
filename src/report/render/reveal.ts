/** What a record of spending reveals, for readers. */
import { roundedText } from '../numbers.ts';
import type { RevealAllResult, RevealResult } from '../schemas/reveal.ts';
import { markdownTable, type Sheet, textTable } from './table.ts';
import { wrap } from './wrap.ts';

const WIDTH = 100;
const heldText = (hold: string): string => (hold === 'rho' ? 'ρ' : hold);
const percent = (share: number): string => `${Math.round(100 * share)} %`;

type Ends = { readonly low: number | null; readonly value: number | null; readonly high: number | null };
const between = ({ low, high }: Ends, text: (value: number) => string, open: string): string =>
  low === null ? '' : `${text(low)} to ${high === null ? open : text(high)}`;

const gammaText = (value: number): string => value.toFixed(2).replace('-', '−');
/** Middle and ends; an end that is null lies beyond the admissible gammas on its side. */
function gammaTexts({ low, value, high }: Ends): readonly [string, string] {
  if (low === null && value === null && high === null) return ['none', ''];
  const [below, above] = ['< −1', '> 2'];
  const middle = value === null ? (low === null ? below : above) : gammaText(value);
  return [middle, `${low === null ? below : gammaText(low)} to ${high === null ? above : gammaText(high)}`];
}

const yearText = (value: number): string => value.toFixed(1);

const gammaSheet = ({ revealed }: RevealResult): Sheet => ({
  head: ['law of spend', 'held', 'γ', '90 %', 'admissible', 'too fast', 'too slow'],
  rows: revealed.map(({ law, hold, gamma, admissible, tooFast, tooSlow }) => [
    law === 'bound' ? "theorem 1's bound" : law,
    heldText(hold),
    ...gammaTexts(gamma),
    percent(admissible),
    percent(tooFast),
    percent(tooSlow),
  ]),
});

const yearSheet = ({ binds }: RevealResult): Sheet => ({
  head: ['path of data', 'growth per year', 'data bind in', '90 %', 'never'],
  rows: binds.map(({ path, growth, year, never }) => [
    path.replace('rho', 'ρ'),
    `${roundedText(growth.value, 3)}x (${roundedText(growth.low, 3)}–${roundedText(growth.high, 3)})`,
    year.value === null ? 'never' : yearText(year.value),
    between(year, yearText, 'never'),
    percent(never),
  ]),
});

const growthText = ({ growth, points, from, to }: RevealResult['spend']): string =>
  `${roundedText(growth.value, 3)}x a year (90 %: ${roundedText(growth.low, 3)} to ${roundedText(growth.high, 3)}; ${points} rows, ${from.toFixed(1)} to ${to.toFixed(1)})`;

const recordOf = ({ record, spend, compute }: RevealResult): string =>
  `Record: ${record}. Spend grows ${growthText(spend)}, in dollars; compute ${growthText(compute)}, in FLOP.`;

const headOf = (result: RevealResult): string => `${recordOf(result)} Scenario: ${result.scenario}.`;

/** What the columns mean, whatever the scenario. */
function meaningOf(draws: string, seed: number): readonly string[] {
  return [
    `γ is the one at which that law gives the record's growth of spend, with exponents, E's growth and a's growth drawn from the scenario and spend's growth from the record: ${draws}, seed ${seed}. Middle and ends are of all draws: < −1 is faster than any admissible γ gives. Exponents are those of a law far inside its regime. The paper sets growth of compute against the bound on spend; here dollars stand against dollars.`,
    'Data bind when the path reaches the stock of text, drawn with it, or the limit D of a model that has one. The middle of observed growth is the estimate, as trends --observed has it; other middles, and all ends, are of the draws. The optimum grows by the law of data while inference dominates. "never": data that do not grow, or bind after 2200.',
  ];
}

function notesOf({ revealed, draws, assumptions, sources }: RevealResult, seed: number): readonly string[] {
  return [
    ...revealed.map(
      ({ law, hold, verdict }) =>
        `${law === 'bound' ? "theorem 1's bound" : law}, ${heldText(hold)} held: ${verdict}.`,
    ),
    ...meaningOf(`${draws} draws`, seed),
    `Assumed, not measured: ${assumptions.join(', ')}. Sources: ${sources.join('; ')}.`,
  ];
}

export const REVEAL_RENDERERS = {
  text: (result: RevealResult, seed: number): string =>
    `${wrap(headOf(result), WIDTH)}\n\n${textTable(gammaSheet(result))}\n\n${textTable(yearSheet(result))}\n\n${notesOf(
      result,
      seed,
    )
      .map((line) => wrap(line, WIDTH, '', '  '))
      .join('\n')}\n`,
  md: (result: RevealResult, seed: number): string =>
    `${[headOf(result), markdownTable(gammaSheet(result)), markdownTable(yearSheet(result)), ...notesOf(result, seed)].join('\n\n')}\n`,
} as const;

/** The rows of every scenario under one head, each with the name of its scenario before it. */
function together(results: readonly RevealResult[], sheetOf: (result: RevealResult) => Sheet): Sheet {
  const [first] = results.map(sheetOf);
  return {
    head: ['scenario', ...(first?.head ?? [])],
    rows: results.flatMap((result) => sheetOf(result).rows.map((row) => [result.scenario, ...row])),
  };
}

const drawsText = (results: readonly RevealResult[]): string => {
  const counts = results.map(({ draws }) => draws);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  return fewest === most ? `${most} draws each` : `${fewest} to ${most} draws each`;
};

const allNotes = (results: readonly RevealResult[], seed: number): readonly string[] => [
  ...meaningOf(drawsText(results), seed),
  `Sources: ${[...new Set(results.flatMap(({ sources }) => sources))].join('; ')}.`,
];

const headOfAll = ([first]: readonly RevealResult[]): string => (first ? recordOf(first) : '');

export const REVEAL_ALL_RENDERERS = {
  text: ({ scenarios }: RevealAllResult, seed: number): string =>
    `${[
      wrap(headOfAll(scenarios), WIDTH),
      textTable(together(scenarios, gammaSheet)),
      textTable(together(scenarios, yearSheet)),
      allNotes(scenarios, seed)
        .map((line) => wrap(line, WIDTH, '', '  '))
        .join('\n'),
    ].join('\n\n')}\n`,
  md: ({ scenarios }: RevealAllResult, seed: number): string =>
    `${[
      headOfAll(scenarios),
      markdownTable(together(scenarios, gammaSheet)),
      markdownTable(together(scenarios, yearSheet)),
      ...allNotes(scenarios, seed),
    ].join('\n\n')}\n`,
} as const;
