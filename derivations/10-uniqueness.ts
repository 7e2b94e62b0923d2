import { contextOf } from '../src/economics/model.ts';
import { baseline } from '../src/economics/variants/baseline.ts';
import { derivation } from '../src/derive/argument.ts';
import * as letters from './letters.ts';

/** A critical point with non-negative profit is the unique global maximum. */
export const uniqueness = derivation(
  {
    id: 'uniqueness',
    title: 'The optimum is unique',
    statement: 'In the logarithms of (n, d, t) the points where profit reaches a level c >= 0 are those where a strictly convex function G is at most its value at the level. A critical point at that level minimises G, so no other point reaches the level: it is the only maximum, for one seller, whatever alpha, beta and gamma.',
    source: 'derived here; geometric programming as in Boyd et al. 2007',
    variant: 'baseline',
    uses: [],
    names: ['positive-parameters', 'positive-data', 'negative-parameters', 'negative-data', 'log', 'unique'],
  },
  () => contextOf(baseline),
  (arg) => {
    arg.declare(letters.f, letters.level, letters.G, letters.profit);
    const cost = arg.define(letters.cost, arg.term('delta*t^2 + (6*n*d + 2*n*t)/E + c'), 'What sales must pay for at the level c: the fall in price, compute, and c itself. Every term is a positive power product.');
    const level = arg.let('Profit reaches the level where revenue at a price without demand slope pays for S.', arg.relation('omega*t*f >= S'), [cost]);
    const branches = { parameters: 'a*n^alpha', data: 'b*d^beta' } as const;
    const last: Array<ReturnType<typeof arg.let>> = [];
    arg.inCase('Suppose gamma > 0: divide by omega t/gamma, the sign of which is known.', arg.relation('gamma > 0'), () => {
      for (const [name, quality] of Object.entries(branches)) {
        const G = arg.posynomial(`The level is reached where G <= 1; on the side where ${name} limit quality G is this sum of powers.`, arg.term(`(${quality})^(-gamma) + gamma*S/(omega*t)`), ['n', 'd', 't']);
        arg.result(`positive-${name}`, `G where ${name} limit quality, gamma > 0`, G);
        last.push(G);
      }
      arg.therefore('Quality is the smaller power, so q^(-gamma) is the larger of the two sums: a maximum of strictly convex functions is strictly convex.', last);
    });
    arg.inCase('Suppose gamma < 0.', arg.relation('gamma < 0'), () => {
      arg.define(letters.g, arg.term('-gamma'), 'Its absolute value.');
      for (const [name, quality] of Object.entries(branches)) {
        const G = arg.posynomial(`Divide by q^|gamma| as well; again G <= 1, and where ${name} limit quality G is a sum of powers.`, arg.term(`(${quality})^(-g)*(1 + g*S/(omega*t))`), ['n', 'd', 't']);
        arg.result(`negative-${name}`, `G where ${name} limit quality, gamma < 0`, G);
        last.push(G);
      }
    });
    const log = arg.posynomial('At gamma = 0 the level is reached where S/(omega t) <= ln q. The left side is a strictly convex sum of powers, and ln q = min(ln a + alpha ln n, ln b + beta ln d) is concave.', arg.term('S/(omega*t)'), ['n', 'd', 't']);
    arg.result('log', 'The convex side at gamma = 0', log);
    const unique = arg.therefore(
      'At a critical point with profit c >= 0 the level is reached with equality, profit less c is a positive multiple of the slack in G, and so the slope of G vanishes there too (at the kink: zero lies between the slopes of the two sides). A strictly convex function has one such point, its minimum; everywhere else G is larger and profit below c.',
      [level, ...last, log],
      arg.relation('pi < c'),
    );
    arg.result('unique', 'Profit at every other point, where c is the profit of a critical point', unique, [arg.fact('c >= 0')]);
  },
);
