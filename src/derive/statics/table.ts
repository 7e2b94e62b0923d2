/** The table of responses: every quantity against every parameter, each with what sign algebra shows about it. */
import type { Model } from '../../economics/model.ts';
import type { Fact } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { type Polynomial, ZERO_POLYNOMIAL } from '../../kernel/polynomial.ts';
import { coefficientsBy } from './polynomials.ts';
import { type Problem, problemOf } from './problem.ts';
import type { KnownSign, Proof } from './proof.ts';
import { type Hold, parametersOf, QUANTITIES, type Quantity, type Response, Responses } from './response.ts';
import { settingsOf } from './setting.ts';
import { type Case, Signer } from './signing.ts';
import { type Surface, surfaceOf } from './surface.ts';

export interface Cell {
  readonly quantity: Quantity;
  readonly parameter: string;
  readonly hold: Hold;
  readonly where: string;
  readonly response: Response;
  readonly cases: readonly Case[];
  /** A sign for all parameters at once, perhaps under conditions on the exponents; null where none is found. */
  readonly whole: Proof | null;
  /** The sign, where every case has one without further conditions: one for all, or `changes` between cases. */
  readonly shown: KnownSign | 'changes' | null;
  /** Null where the sign is shown. */
  readonly surface: Surface | null;
  /** The cases in which no sign is shown, each with its surface there. */
  readonly open: readonly OpenCase[];
}

export interface OpenCase {
  readonly when: Fact | null;
  readonly surface: Surface;
}

export interface Table {
  readonly problem: Problem;
  readonly cells: readonly Cell[];
}

const isWhole = (proof: Proof | null): proof is Proof => proof !== null && proof.conditions.length === 0;

/** The sign that all cases share, if they have one. */
function shownBy(cases: readonly Case[]): Cell['shown'] {
  const signs = cases.map(({ proof }) => (isWhole(proof) ? proof.sign : null));
  const [first] = signs;
  if (first === undefined || signs.includes(null)) return null;
  return signs.every((sign) => sign === first) ? first : 'changes';
}

/** The polynomial where the case is that its letter is zero. */
const inCase = (value: Polynomial, when: Fact | null): Polynomial =>
  when?.is === 'zero' && when.term.kind === 'symbol'
    ? (coefficientsBy(value, when.term.name)[0] ?? ZERO_POLYNOMIAL)
    : value;

/** What signs the responses of one place, made once a model. */
export interface Place {
  readonly problem: Problem;
  readonly responses: Responses;
  readonly signer: Signer;
}

/** A response with what sign algebra shows about it. */
export function cellAt(
  { responses, signer, problem }: Place,
  quantity: Quantity,
  parameter: string,
  hold: Hold,
): Cell {
  const response = responses.of(quantity, parameter, hold, signer.region);
  const { whole, cases } = signer.sign(response.numerator);
  const shown = shownBy(cases);
  const isOpen = shown === null || shown === 'changes';
  const surface = isOpen ? surfaceOf(response.numerator, signer.region) : null;
  const open = cases
    .filter(({ proof }) => !isWhole(proof))
    .map(({ when }): OpenCase => {
      const region =
        when?.term.kind === 'symbol' ? signer.inCase(when as Parameters<Signer['inCase']>[0]) : signer.region;
      return { when, surface: surfaceOf(inCase(response.numerator, when), region) };
    });
  return {
    quantity,
    parameter,
    hold,
    where: problem.system.setting.where,
    response,
    whole,
    cases,
    shown,
    surface,
    open: isOpen ? open : [],
  };
}

/** Every place at which an optimum of the model may lie, the freest first, by name. */
export const placesOf = (model: Model): readonly string[] => settingsOf(model).map(({ where }) => where);

/** Letters of logarithms are positive in the sign algebra. @throws OptimandError where a block leaves their signs open. */
function checkLogarithms({ id, blocks }: Model): void {
  const open = Object.values(blocks).find((block) => block.openLogarithms);
  if (!open) return;
  refuse(
    `the ${open.kind} holds a logarithm that can be negative where the firm sells`,
    `the statics of ${id}`,
    'ask optimand optimize for elasticities at a point',
  );
}

const places = new WeakMap<Model, Map<string, Place>>();

/** A place at which an optimum may lie, the last of the model's where none is named. */
export function placeOf(model: Model, where?: string): Place {
  checkLogarithms(model);
  const settings = settingsOf(model);
  const name = where ?? settings.at(-1)?.where ?? '';
  const kept = places.get(model) ?? new Map<string, Place>();
  places.set(model, kept);
  const known = kept.get(name);
  if (known) return known;
  const setting = settings.find((one) => one.where === name);
  if (!setting)
    return refuse(
      `"${name}" is no place of an optimum`,
      model.id,
      `known are ${settings.map((one) => one.where).join(', ')}`,
    );
  const problem = problemOf(setting);
  const made = { problem, responses: new Responses(problem), signer: new Signer(problem) };
  kept.set(name, made);
  return made;
}

const tables = new WeakMap<Place, Map<Hold, Table>>();

/** Every response of a model's optimum at a place, the last of its places where none is named. */
export function tableOf(model: Model, hold: Hold, where?: string): Table {
  const place = placeOf(model, where);
  const kept = tables.get(place) ?? new Map<Hold, Table>();
  tables.set(place, kept);
  const known = kept.get(hold);
  if (known) return known;
  const cells = parametersOf(model, hold).flatMap((parameter) =>
    QUANTITIES.map((quantity) => cellAt(place, quantity, parameter, hold)),
  );
  const table = { problem: place.problem, cells };
  kept.set(hold, table);
  return table;
}

/** Assumptions behind the letters of a response, in words. */
export function hypothesesOf(cell: Cell, { problem }: Table): readonly string[] {
  const names = cell.response.letters;
  const { ring, setting } = problem.system;
  const counts =
    names.includes('ln_n') || names.includes('ln_d')
      ? ['the model has more than one parameter and more than one token']
      : [];
  const quality =
    names.includes('ln_q') && !ring.open.has('ln_q') ? ['quality exceeds the lowest threshold'] : [];
  const why = {
    'second-order condition': 'the second-order condition holds strictly: -J has a positive determinant',
    proved: 'the firm makes a profit, from which the second-order condition follows',
    stability: 'the equilibrium is stable: -J has a positive determinant',
  }[problem.bendBecause];
  const bend = cell.response.method === 'implicit' ? [why] : [];
  const proofs = cell.cases.flatMap(({ proof }) => proof?.uses ?? []);
  const bounds =
    setting.binding.length > 0
      ? ['the limit binds, and more of what is limited would be worth something']
      : [];
  return [...new Set(['the firm sells', ...bounds, ...bend, ...counts, ...quality, ...proofs])];
}
