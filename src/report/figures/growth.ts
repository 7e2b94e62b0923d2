/**
 * How the optimum grows with one parameter: the referee's optima and their elasticities, the laws regime by regime, and the
 * derived upper bounds that the model has, all over the same axis.
 */
import { theorems } from '../../../derivations/06-theorems-1-and-2.ts';
import { caseAt, type PlacedRegime, regimesAt } from '../../asymptotics/at-values.ts';
import { evaluator } from '../../claims/evaluate-result.ts';
import type { Model } from '../../economics/model.ts';
import type { Growth, GrowthQuantity } from '../../figures/growth.ts';
import { letterOf } from '../../figures/letters.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { evaluate } from '../../kernel/compile.ts';
import { fail } from '../../kernel/issues.ts';
import { printText } from '../../kernel/print-text.ts';
import { symbolsOf, type Term } from '../../kernel/term.ts';
import { expressionJson, type Values } from '../expression.ts';
import { lawsOnce } from '../laws.ts';
import { lawsQuestion } from '../laws-input.ts';
import { lawSetting } from '../laws-setting.ts';
import { firmValues } from '../point.ts';
import { type Asked, variantOf } from '../variant.ts';
import { declaredIn, measureOf, type Window } from './firm.ts';
import { lineAt, STAY_OUT, type Sweep } from './map-line.ts';
import { byReferee, type OptimaAlong, type OptimumAt } from './optima-along.ts';
import { refereeOf, valueAt } from './regime-map.ts';

export interface GrowthOptions {
  /** The growing parameter; E where none is named. */
  readonly in?: string;
  readonly window?: Window;
  readonly set?: Values;
  /** Who finds the optima; the referee where nobody is named. */
  readonly along?: OptimaAlong;
}

const OPTIMA = 41;
const CURVE = 81;
const QUANTITIES = ['n', 'd', 'C_train'] as const;
type Name = (typeof QUANTITIES)[number];

const UNITS: Readonly<Record<Name, { readonly meaning: string; readonly unit: string }>> = {
  n: { meaning: 'model size', unit: 'parameter' },
  d: { meaning: 'training data', unit: 'token' },
  C_train: { meaning: 'training spend', unit: 'dollar' },
};

/** Derived upper bounds on quantities, with the letter under which each stands in its derivation. */
const BOUNDS: Readonly<Record<Name, 'theorem-1-size' | 'theorem-1-data' | 'theorem-1-spend'>> = {
  n: 'theorem-1-size',
  d: 'theorem-1-data',
  C_train: 'theorem-1-spend',
};

const seven = (value: number): number => Number(value.toPrecision(7));

interface Setup {
  readonly model: Model;
  readonly x: Growth['x'];
  readonly values: Values;
}

/** The bound on a quantity along x where one is derived for the model. */
function boundOf({ model, x, values }: Setup, name: Name): GrowthQuantity['bound'] {
  const derivation = theorems();
  if (derivation.variant !== model.id) return [];
  const bound = evaluator(derivation, BOUNDS[name]);
  return shares(2).map((share): [number, number] => {
    const at = valueAt(x, share);
    return [seven(at), seven(bound({ ...values, [x.name]: at, n: 1, d: 1, C: 1 }).right)];
  });
}

const shares = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i / (count - 1));

const known = (value: Term, values: Values): boolean =>
  symbolsOf(value).every((name) => Object.hasOwn(values, name));

/** constant · x^exponent · ln(base)^power at the values, or the balance solved exactly where logarithms stand in it. */
function lawAt({ regime }: PlacedRegime, name: Name, values: Values): number {
  const scaling = regime.scalings[name];
  if (!scaling?.constant || !known(scaling.constant, values)) return Number.NaN;
  const exact = regime.logBase ? regime.closed?.[name] : undefined;
  if (exact && known(exact, values)) return evaluate(exact, values, double);
  const number = (value: Term): number => evaluate(value, values, double);
  const log = regime.logBase ? Math.log(number(regime.logBase)) ** number(scaling.logPower) : 1;
  return number(scaling.constant) * number(regime.variable) ** number(scaling.exponent) * log;
}

interface Stretched {
  readonly regime: string;
  readonly from: number;
  readonly to: number;
}

function lawsFor(
  setup: Setup,
  name: Name,
  placed: readonly PlacedRegime[],
  windows: readonly Stretched[],
  shown: (value: Term) => string,
): GrowthQuantity['laws'] {
  const { x, values } = setup;
  return placed.flatMap((one): GrowthQuantity['laws'] => {
    if (one.regime.name === STAY_OUT) return [];
    const window = windows.find(({ regime }) => regime === one.regime.name);
    const scaling = one.regime.scalings[name];
    if (!window || !scaling || !known(scaling.exponent, values)) return [];
    const points = shares(CURVE).flatMap((share): [number, number][] => {
      const at = valueAt(x, share);
      const level = lawAt(one, name, { ...values, [x.name]: at });
      return Number.isFinite(level) && level > 0 ? [[seven(at), seven(level)]] : [];
    });
    const value = evaluate(scaling.exponent, values, double);
    const hasLog = printText(scaling.logPower) !== '0';
    return [
      {
        regime: window.regime,
        from: window.from,
        to: window.to,
        exponent: { text: shown(scaling.exponent), value, hasLog },
        points,
      },
    ];
  });
}

/** The firm and its optima, checked, with nothing that a law says. @throws OptimandError */
function setupOf(variant: Asked, { in: growing = 'E', window, set = {}, along = byReferee }: GrowthOptions) {
  const model = variantOf(variant);
  declaredIn(model, growing);
  lawsQuestion(model, growing, 'b', set);
  const { [growing]: _, ...others } = set;
  const values = firmValues(model, others, [growing]);
  const x = measureOf(model, growing, window ?? null, values);
  const optima = along(
    model,
    values,
    growing,
    shares(OPTIMA).map((share) => valueAt(x, share)),
  );
  if (optima.length === 0) {
    fail({
      code: 'usage',
      what: `The firm stays out at every ${growing} from ${x.low} to ${x.high}`,
      would: 'set other values',
    });
  }
  return { model, x, values, optima, title: `${model.title}: the optimum as ${letterOf(growing)} grows` };
}

const pointsOf = (optima: readonly OptimumAt[], name: Name, growing: string) => ({
  quantity: name,
  ...UNITS[name],
  optima: optima.map((one): [number, number] => [seven(one.at), seven(one[name])]),
  slopes: optima.flatMap(({ at, elasticities }): [number, number][] => {
    const slope = elasticities[`${name}/${growing}`];
    return slope === undefined ? [] : [[seven(at), seven(slope)]];
  }),
});

/** The optima of the figure alone: no law, no window, no bound. @throws OptimandError as `growth` does. */
export function growthPoints(variant: Asked, options: GrowthOptions = {}): Growth {
  const { model, x, values, optima, title } = setupOf(variant, options);
  const quantities = QUANTITIES.map((name) => ({ ...pointsOf(optima, name, x.name), laws: [], bound: [] }));
  return { figure: 'growth', variant: model.id, title, x, firm: values, windows: [], quantities };
}

/**
 * Growth of a variant's optimum with a parameter.
 * @throws OptimandError for a question that has no answer, in one sentence.
 */
export function growth(variant: Asked, options: GrowthOptions = {}): Growth {
  const { model, x, values, optima, title } = setupOf(variant, options);
  const question = lawsQuestion(model, x.name, 'b', values);
  const laws = lawsOnce({ model, growing: x.name, values }, 'b');
  const own = caseAt(laws, values);
  const [held = ''] = Object.keys(values);
  const sweep: Sweep = { referee: refereeOf(model), laws, x, y: held, values };
  const stretches = lineAt(sweep, values[held] ?? 1)?.stretches ?? [];
  const setup: Setup = { model, x, values };
  const windows = stretches.map(({ regime, from, to }) => ({ regime, from: seven(from), to: seven(to) }));
  const setting = own && lawSetting(question, own);
  const shown = (value: Term): string => (setting ? expressionJson(value, setting).text : printText(value));
  const placed = own ? regimesAt({ ...laws, cases: [own] }, values) : [];
  return {
    figure: 'growth',
    variant: model.id,
    title,
    x,
    firm: values,
    windows: windows.map((one) => ({ ...one, isOut: one.regime === STAY_OUT })),
    quantities: QUANTITIES.map((name) => ({
      ...pointsOf(optima, name, x.name),
      laws: lawsFor(setup, name, placed, windows, shown),
      bound: boundOf(setup, name),
    })),
  };
}
