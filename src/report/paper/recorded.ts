/**
 * Laws and signs as `derivations/laws.json` records them, put in order for a reader: of each variant's cases the one in
 * which a firm with round numbers lies, for a negative, a vanishing and a positive gamma.
 */
import kept from '../../../derivations/laws.json' with { type: 'json' };
import type { Model } from '../../economics/model.ts';
import { VARIANT_IDS, VARIANTS } from '../../economics/variants/registry.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { evaluate } from '../../kernel/compile.ts';
import { OptimandError } from '../../kernel/issues.ts';
import { parse } from '../../kernel/parse.ts';
import { printTex } from '../../kernel/print-tex.ts';
import type { Term } from '../../kernel/term.ts';
import { place } from '../check/entry.ts';
import type { Values } from '../expression.ts';
import { firmOf, isOpenShape, OPEN_SHAPE_VALUES } from '../figures/firm.ts';
import { LAW_QUANTITIES, type LawQuantity } from '../schemas/laws.ts';
import type { FormulaText, RecordedLaws, RecordedSigns } from '../schemas/report.ts';

type Entry = { readonly at: string; readonly kind: string } & Readonly<Record<string, string | undefined>>;

const ENTRIES = (kept as unknown as { readonly entries: readonly Entry[] }).entries;

const GROWING = 'E';

/** Regimes that open a case and scale with nothing. */
const ENTRY: readonly string[] = ['stay-out', 'break-even'];

/** What stands below a place, with the rest of it: found by the text up to there, which no other place begins with. */
const below = (at: string): readonly (readonly [string, Entry])[] =>
  ENTRIES.filter((entry) => entry.at.startsWith(`${at} / `)).map((entry) => [
    entry.at.slice(at.length + 3),
    entry,
  ]);

/** The term that a recorded text means, or null where it has letters that only its own case declares. */
function termOf(text: string, { symbols }: Model): Term | null {
  try {
    return parse(text, symbols);
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}

function formulaOf(text: string | undefined, model: Model): FormulaText | null {
  const term = text === undefined ? null : termOf(text, model);
  return term && text !== undefined ? { text, tex: printTex(term, model.symbols) } : null;
}

const RELATION = /^(.*) (<|>|=|!=) (.*)$/;

const HOLDS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

const SIGN_TEX: Readonly<Record<string, string>> = { '!=': '\\ne' };

interface Condition {
  readonly left: Term;
  readonly sign: string;
  readonly right: Term;
}

/** The relations of a text such as "gamma < 0 and 1 + beta*gamma > 0"; null where one cannot be read. */
function conditionsIn(text: string, model: Model): readonly Condition[] | null {
  if (text === 'always') return [];
  const read = text.split(' and ').map((part): Condition | null => {
    const [, before = '', sign = '', after = ''] = RELATION.exec(part) ?? [];
    const [left, right] = [termOf(before, model), termOf(after, model)];
    return left && right && sign !== '' ? { left, sign, right } : null;
  });
  return read.every((one) => one !== null) ? read : null;
}

/** Whether all hold at the values; a letter without a value leaves it open, which counts as no. */
function hold(conditions: readonly Condition[] | null, values: Values): boolean {
  const number = (term: Term): number => {
    try {
      return evaluate(term, values, double);
    } catch (error) {
      if (error instanceof OptimandError) return Number.NaN;
      throw error;
    }
  };
  return (
    conditions?.every(({ left, sign, right }) => HOLDS[sign]?.(number(left), number(right)) === true) ?? false
  );
}

const caseFormula = (text: string, conditions: readonly Condition[], { symbols }: Model): FormulaText => ({
  text,
  tex: conditions
    .map(
      ({ left, sign, right }) =>
        `${printTex(left, symbols)} ${SIGN_TEX[sign] ?? sign} ${printTex(right, symbols)}`,
    )
    .join(',\\ '),
});

type Powers = RecordedLaws['regimes'][number]['powers'];

function powerOf(entry: Entry | undefined, model: Model, values: Values): Powers['n'] {
  const exponent = formulaOf(entry?.exponent, model);
  const term = exponent && termOf(exponent.text, model);
  return {
    exponent,
    logPower: formulaOf(entry?.logPower, model),
    constant: formulaOf(entry?.constant, model),
    value: term && evaluate(term, values, double),
  };
}

/** The regimes of a case beyond its opening ones, those that need what the values rule out left aside. */
function regimesOf(
  entries: readonly (readonly [string, Entry])[],
  order: readonly string[],
  model: Model,
  values: Values,
): RecordedLaws['regimes'] {
  const seen = new Map<string, number>();
  const regimes = order.flatMap((name): RecordedLaws['regimes'] => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const own = place(count === 1 ? name : `${name} #${count}`, '');
    const at = (what: string): Entry | undefined => entries.find(([rest]) => rest === `${own}${what}`)?.[1];
    const needs = at('ends')?.needs;
    if (ENTRY.includes(name) || (needs !== undefined && !hold(conditionsIn(needs, model), values))) return [];
    const power = (quantity: LawQuantity): Powers['n'] => powerOf(at(quantity), model, values);
    return [
      {
        name,
        powers: Object.fromEntries(LAW_QUANTITIES.map((quantity) => [quantity, power(quantity)])) as Powers,
      },
    ];
  });
  return [...new Map(regimes.map((regime) => [JSON.stringify(regime), regime])).values()];
}

/** The laws of a variant in the case in which the values lie; null where no recorded case is theirs. */
function lawsAt(model: Model, values: Values, gamma: number | null): RecordedLaws | null {
  const at = place(model.id, `laws in ${GROWING}`);
  const entries = below(at);
  const cases = entries.filter(([, { kind }]) => kind === 'order');
  for (const [rest, { order = '', undecided, unbounded }] of cases) {
    const text = rest.slice(0, -' / order'.length);
    const conditions = conditionsIn(text, model);
    if (!conditions || !hold(conditions, values)) continue;
    const own = entries
      .filter(([other]) => other.startsWith(`${text} / `))
      .map(([other, entry]) => [other.slice(text.length + 3), entry] as const);
    return {
      variant: model.id,
      in: GROWING,
      gamma,
      case: conditions.length > 0 ? caseFormula(text, conditions, model) : null,
      undecided: undecided !== undefined,
      unbounded: unbounded !== undefined,
      regimes: regimesOf(own, order.split(', '), model, values),
    };
  }
  return null;
}

/** The laws of every variant in E, in the case of the round firm at each sign of gamma. */
export function recordedLaws(): readonly RecordedLaws[] {
  return VARIANT_IDS.flatMap((id) => {
    const model = VARIANTS[id];
    const [open] = model.parameters.filter(isOpenShape);
    const shapes = open ? OPEN_SHAPE_VALUES : [null];
    return shapes.flatMap((gamma) => {
      const given = open && gamma !== null ? { [open.name]: gamma } : {};
      return lawsAt(model, firmOf(model, given, []), gamma) ?? [];
    });
  });
}

function signsAt(variant: string, held: 'b' | 'rho'): RecordedSigns {
  const at = place(variant, `signs with ${held} held`);
  const whole = ENTRIES.find((entry) => entry.at === at);
  const rows = below(at).map(([parameter, { at: _, kind: __, digest: ___, ...signs }]) => ({
    parameter,
    signs: Object.fromEntries(Object.entries(signs).map(([name, sign]) => [name, sign ?? ''])),
  }));
  return { variant, hold: held, rows, missing: whole?.why ?? null };
}

/** The signs of every variant's responses, with b and with rho held. */
export const recordedSigns = (): readonly RecordedSigns[] =>
  VARIANT_IDS.flatMap((id) => (['b', 'rho'] as const).map((held) => signsAt(id, held)));
