/** Ends of regimes without a closed form: the condition whose root each of them is, in words. */
import { isExit, type LawCase, type Regime } from '../asymptotics/law.ts';

type Side = 'from' | 'to';
const BOUNDS = { from: 'lower', to: 'upper' } as const;

const ZERO_PROFIT = 'the greatest profit over all choices is zero';

/** Whether the firm enters, or leaves, at that end of the regime. */
const isZeroProfit = ({ name }: Regime, side: Side, leaves: boolean): boolean =>
  name === 'stay-out' ? leaves === (side === 'from') : name === 'break-even' && leaves === (side === 'to');

/** How a regime passes into the one beside it where no term catches up. */
const BY_DEGREES = {
  from: 'the law before gives way to this one, by degrees',
  to: 'this law gives way to the next, by degrees',
} as const;

const regimeOf = (index: number, { regimes }: LawCase): Regime | undefined =>
  regimes.find((one) => one.index === index);

/** At which value of the growing parameter an end without a closed form lies: where what is said there holds. */
export function implicitEnd(regime: Regime, side: Side, one: LawCase): string {
  const leaves = isExit(one.regimes, one.regimes.indexOf(regime));
  if (isZeroProfit(regime, side, leaves)) return ZERO_PROFIT;
  if (regime.name === 'break-even') return BY_DEGREES[side];
  const sources = regime.bounds
    .filter((bound) => bound.side === BOUNDS[side] && bound.at === null)
    .map(({ source }) => source);
  const next = regime.crossings
    .filter((crossing) => crossing.side === BOUNDS[side] && crossing.at === null)
    .flatMap(({ other }) => regimeOf(other, one)?.name ?? []);
  const said = [
    ...(sources.length > 0
      ? [`${[...new Set(sources)].join(' or ')}, along the laws below, is as large as what balances`]
      : []),
    ...(next.length > 0 ? [`these laws and those of ${[...new Set(next)].join(' or ')} agree`] : []),
  ];
  if (said.length > 0) return said.join('; ');
  if (!one.regimes.some(({ name }) => name === 'break-even'))
    return 'a term left out is as large as what balances';
  return side === 'from'
    ? 'the law at break-even gives way to this one, by degrees'
    : 'this law gives way to that at break-even, by degrees';
}
