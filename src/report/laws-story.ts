/** The laws in the order in which a report tells them, each piece once: case, regime, where it holds, its laws, its next term. */
import { isEntry, isExit } from '../asymptotics/law.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import { type Inline, inlineParts } from './inline.ts';
import {
  constantLetter,
  correctionFormula,
  formulaOf,
  type LawFormula,
  type LawLetters,
  lawFormula,
  logFormula,
} from './laws-formula.ts';
import { roundedText, textAsTex } from './numbers.ts';
import { premisesText } from './premises.ts';
import {
  LAW_QUANTITIES,
  type LawCaseJson,
  type LawHold,
  type LawRegimeJson,
  type LawsResult,
  type ProblemLawsResult,
} from './schemas/laws.ts';

export type LawBlock =
  | { readonly kind: 'title' | 'note' | 'case' | 'regime' | 'prose'; readonly text: string }
  | { readonly kind: 'formulas'; readonly lead: string; readonly formulas: readonly LawFormula[] };

/** The laws of a firm or of another problem, and a regime of theirs. */
export type AnyLaws = LawsResult | ProblemLawsResult;
type AnyRegime = LawRegimeJson<string>;

/** The quantities whose laws are told, in their order, and those of them that are chosen. */
const namesOf = (result: AnyLaws): readonly string[] =>
  'quantities' in result ? result.quantities.map(({ name }) => name) : LAW_QUANTITIES;
/** Those that may be sums, so that they need have no law where another has. */
const sumsOf = (result: AnyLaws): readonly string[] =>
  'quantities' in result
    ? result.quantities.filter(({ role }) => role !== 'multiplier').map(({ name }) => name)
    : LAW_QUANTITIES;
const variablesOf = (result: AnyLaws): readonly string[] =>
  'quantities' in result
    ? result.quantities.filter(({ role }) => role === 'variable').map(({ name }) => name)
    : ['n', 'd', 't'];

const HELD: Readonly<Record<LawHold, string>> = {
  b: 'b held fixed',
  rho: 'rho = (a/b)^(1/alpha) held fixed, so that b moves with a',
  a: 'a held fixed, so that b falls',
};

/** What a regime is, in a few words. A name that is not here goes without. */
const MEANINGS: Readonly<Record<string, string>> = {
  'stay-out': 'no positive profit exists',
  'break-even': 'just beyond the point at which profit is zero',
  'inference-dominated': 'a larger model costs most in inference',
  'training-dominated': 'a larger model costs most in training',
  'data-bound': 'the stock of data binds',
  'size-bound': 'the limit on size binds',
  'sales-bound': 'the limit on sales binds',
  'data-cost': 'data cost more than training on them',
};

/** What is otherwise where the growing parameter drives the firm out. */
const MEANINGS_LEAVING: Readonly<Record<string, string>> = {
  'break-even': 'just before the point at which profit is zero',
};

const prose = (text: string): LawBlock => ({ kind: 'prose', text });
const formulas = (lead: string, ...list: readonly LawFormula[]): LawBlock => ({
  kind: 'formulas',
  lead,
  formulas: list,
});

const titleOf = ({ variant, in: growing, hold }: AnyLaws): string => {
  const held = hold && (growing === 'a' || growing === 'rho' || hold === 'rho') ? `, ${HELD[hold]}` : '';
  return `Scaling laws of ${variant} as ${growing} grows${held}`;
};

/** "revenue against training" in the condition on n, and so on. */
function balanceText({ balance }: AnyRegime, variables: readonly string[]): string {
  const lines = balance
    .filter(({ condition }) => variables.includes(condition))
    .map(({ condition, gain, group }) => {
      const against = group.filter((source) => source !== gain).join(' and ');
      return `in the condition on ${condition}, ${gain} against ${against || 'another part of itself'}`;
    });
  return lines.length > 0 ? `What balances: ${lines.join('; ')}.` : '';
}

function endBlock(side: 'from' | 'to', regime: AnyRegime, { symbols, growing }: LawLetters): LawBlock {
  const end = regime[side];
  const implicit = regime.implicit[side];
  if (end) {
    const isNumber = implicit !== null && Number.isFinite(Number(end.text));
    const lead = isNumber ? `${side}, found numerically` : side;
    return formulas(lead, formulaOf(growing, '=', end, symbols));
  }
  if (implicit !== null) return prose(`${side}: the ${growing} at which ${implicit}; no closed form`);
  return prose(side === 'from' ? `from: the smallest ${growing}` : 'to: no end');
}

const SIGNS = { lower: '>', upper: '<' } as const;
const EDGE_LEADS = {
  lower: (source: string) => `only beyond the reach of ${source}`,
  upper: (source: string) => `only until ${source} catches up`,
} as const;
const wordsOf = (text: string): string => text.replace('market-edge', 'the edge of the market');

/** Why a regime needs a fact; the sign of an exponent needs no reason. */
const leadOf = (because: string): string =>
  /^(?:one of the cases|otherwise)/.test(because) ? 'where' : `only where ${wordsOf(because)}`;

/** Where the regime holds: its ends, bounds at which no other regime takes over, and what else it needs. */
function rangeBlocks(regime: AnyRegime, letters: LawLetters, isPlaced: boolean): readonly LawBlock[] {
  const { symbols, growing } = letters;
  if (isPlaced) return [endBlock('from', regime, letters), endBlock('to', regime, letters)];
  const edges = regime.edges.flatMap(({ side, source, at }) =>
    at ? [formulas(EDGE_LEADS[side](wordsOf(source)), formulaOf(growing, SIGNS[side], at, symbols))] : [],
  );
  const own = regime.condition.own.map(({ text, tex, because }) => formulas(leadOf(because), { text, tex }));
  return [endBlock('from', regime, letters), endBlock('to', regime, letters), ...edges, ...own];
}

const isNothing = ({ constants }: AnyRegime): boolean =>
  Object.values(constants).every((constant) => constant?.text === '0');
/** Break-even without a closed form: nothing balances there, and no quantity has a law but what is maximised. */
const isOpenEntry = ({ constants, balance }: AnyRegime): boolean =>
  balance.length === 0 && Object.values(constants).every((constant) => constant === null);

/** What the letters of constants stand for that have no closed form; where none has one, the balance is near and no more. */
function roughBlocks(
  rough: readonly string[],
  told: number,
  { growing, symbols }: LawLetters,
): readonly LawBlock[] {
  if (rough.length === 0) return [];
  const names = rough.map((name) => constantLetter(name, symbols)).join(', ');
  const why =
    rough.length === told
      ? ` Terms that do not fall behind as ${growing} grows are left out: exponents are exact, and levels are not.`
      : '';
  return [prose(`Constants without a closed form: ${names}.${why}`)];
}

/** Of quantities that are no one power in the regime. */
const mixedBlocks = (names: readonly string[], { growing }: LawLetters): readonly LawBlock[] =>
  names.map((name) =>
    prose(
      `No law of ${name}: it is a sum, its parts grow differently with ${growing}, and the regime ends before one part is all that counts.`,
    ),
  );

/** Of laws in ln x where x is known to lie below 1: the leading logarithm is negative there, while the quantity is not. */
function smallLogBlocks(regime: AnyRegime, growing: string, isPlaced: boolean): readonly LawBlock[] {
  const isSmall = isPlaced && regime.logBase?.text === growing && (regime.from?.value ?? 0) < 1;
  if (!isSmall) return [];
  return [
    prose(
      `Below ${growing} = 1 its logarithm is negative, and the laws with ln(${growing}) say nothing; they hold where ${growing} is far above 1.`,
    ),
  ];
}

function lawBlocks(
  regime: AnyRegime,
  result: AnyLaws,
  letters: LawLetters,
  { isPlaced, drivesOut }: Story,
): readonly LawBlock[] {
  const { growing, symbols } = letters;
  if (isNothing(regime)) return [];
  if (isOpenEntry(regime)) {
    const distance = drivesOut ? `${growing}_0 - ${growing}` : `${growing} - ${growing}_0`;
    return [
      prose(
        `The optimum tends to a point without a closed form; profit grows in proportion to ${distance}, ${growing}_0 being the break-even.`,
      ),
    ];
  }
  const names = namesOf(result);
  const told = names.filter((name) => regime.exponents[name] != null);
  const laws = told.flatMap((name) => lawFormula(regime, name, letters));
  const rough = told.filter((name) => regime.constants[name] === null);
  const slow = Object.entries(regime.closed ?? {}).filter(([, { text }]) => /\b(?:ln|lambert_w)/.test(text));
  const exact = slow.map(([name, value]) => formulaOf(name, '~', value, symbols));
  return [
    formulas('', ...laws, ...logFormula(regime, letters)),
    ...roughBlocks(rough, told.length, letters),
    ...mixedBlocks(
      sumsOf(result).filter((name) => !told.includes(name)),
      letters,
    ),
    ...smallLogBlocks(regime, growing, isPlaced),
    ...(regime.logBase && exact.length > 0 ? [formulas('more exactly', ...exact)] : []),
    ...nextBlocks(regime, names, letters),
  ];
}

function nextBlocks(regime: AnyRegime, names: readonly string[], letters: LawLetters): readonly LawBlock[] {
  return regime.next.flatMap((correction) => {
    const list = names.map((name) => correctionFormula(name, correction, regime, letters));
    const conditions = correction.condition.map(({ text }) => text).join(' and ');
    const where = conditions && correction.exponent.value === null ? `, where ${conditions}` : '';
    const lead = `next term, from ${correction.source}${where} (0 marks the law above)`;
    return [formulas(lead, ...list.filter((one) => one !== null))];
  });
}

/** Whether regimes of a case stand in numbers, and whether by this one the growing parameter drives the firm out. */
interface Story {
  readonly isPlaced: boolean;
  readonly drivesOut: boolean;
}

function regimeBlocks(
  regime: AnyRegime,
  number: number,
  result: AnyLaws,
  letters: LawLetters,
  story: Story,
): readonly LawBlock[] {
  const { isPlaced, drivesOut } = story;
  const meaning = (drivesOut ? MEANINGS_LEAVING[regime.name] : undefined) ?? MEANINGS[regime.name];
  const balance = balanceText(regime, variablesOf(result));
  return [
    { kind: 'regime', text: `${number}. ${regime.name}${meaning ? `: ${meaning}` : ''}` },
    ...rangeBlocks(regime, letters, isPlaced),
    ...(balance ? [prose(balance)] : []),
    ...lawBlocks(regime, result, letters, story),
    ...(isPlaced ? [] : curveBlocks(regime)),
  ];
}

const exampleText = (example: Readonly<Record<string, number>>): string =>
  Object.entries(example)
    .map(([name, value]) => `${name} = ${roundedText(value, 3)}`)
    .join(', ');

/** What is best at the optimum, at the start of a sentence. */
function bestOf(result: AnyLaws): string {
  const best =
    'quantities' in result ? result.quantities.find(({ role }) => role === 'objective') : undefined;
  return best && best.name !== 'profit' ? `The ${best.name}` : 'Profit';
}

function caseBlocks(one: LawCaseJson, index: number, result: AnyLaws): readonly LawBlock[] {
  const { cases, set } = result;
  const which = cases.length > 1 ? `Case ${index + 1} of ${cases.length}: ` : '';
  const isDecided = Object.keys(set).length > 0 && cases.length === 1;
  const heading: LawBlock = { kind: 'case', text: `${which}${one.text || 'every sign'}` };
  const values = one.example && exampleText(one.example);
  const example =
    values === null
      ? [prose('No values were met at which this case occurs; it may be empty.')]
      : values === ''
        ? []
        : [prose(`For example ${values}.`)];
  return [
    heading,
    ...(isDecided ? [] : example),
    ...(one.unbounded
      ? [prose(`${bestOf(result)} is unbounded here: no optimum exists, and so no law.`)]
      : []),
    ...one.undecided.map((what) => prose(`Undecided: ${what}.`)),
  ];
}

/** Break-even along a quantity: a firm for each of its values. */
function curveBlocks({ curve }: AnyRegime): readonly LawBlock[] {
  if (!curve) return [];
  const { along, parameter, where, positive } = curve;
  const some = positive.length > 0 ? `, as long as ${positive.join(', ')} > 0` : '';
  return [formulas(`a firm that breaks even at a given ${along} (${parameter} follows)${some}`, ...where)];
}

/** What is free where rho grows: rho, in the place of b, which follows from it. */
const underGrowing = (result: AnyLaws): AnyLaws =>
  result.in === 'rho'
    ? {
        ...result,
        parameters: result.parameters.map((one) => (one.name === 'b' ? { ...one, name: 'rho' } : one)),
      }
    : result;

/** Every piece of the report. */
export function lawsStory(result: AnyLaws, symbols: SymbolTable): readonly LawBlock[] {
  const letters = { symbols, growing: result.in };
  const cases = result.cases.flatMap((one, index) => {
    // Where profit has no end, a point that balances is no optimum.
    const own = (result.regimes as readonly AnyRegime[]).filter(
      (regime) => regime.case === index && !one.unbounded,
    );
    const isPlaced = own.some(({ from, to }) => (from ?? to)?.value != null);
    const none = own.length === 0 && !one.unbounded ? [prose('No regime is found here.')] : [];
    return [
      ...caseBlocks(one, index, result),
      ...none,
      ...own.flatMap((regime, i) =>
        regimeBlocks(regime, i + 1, result, letters, {
          isPlaced,
          drivesOut: isEntry(regime) && isExit(own, i),
        }),
      ),
    ];
  });
  return [
    { kind: 'title', text: titleOf(result) },
    { kind: 'note', text: premisesText(underGrowing(result), result.set) },
    ...(cases.length > 0 ? cases : [prose('No case of the signs was decided for these values.')]),
  ];
}

/** A sentence in parts; a number in it as a power of ten, and `profit` a word as it is elsewhere in sentences. */
export function lawWords(text: string, symbols: SymbolTable): readonly Inline[] {
  const letters = new Map([...symbols].filter(([name]) => name !== 'profit'));
  return inlineParts(text, letters).map((part) =>
    part.kind === 'words'
      ? part
      : { ...part, tex: part.tex.replace(/\b\d+(?:\.\d+)?e-?\d+\b/g, (number) => textAsTex(number)) },
  );
}
