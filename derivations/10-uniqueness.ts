import type { Line } from '../src/derive/argument.ts';
import { derivation } from '../src/derive/argument.ts';
import { contextOf } from '../src/economics/model.ts';
import { baseline } from '../src/economics/variants/baseline.ts';
import { multiply, subtract } from '../src/kernel/term.ts';
import * as letters from './letters.ts';

/** A critical point with non-negative profit is the unique global maximum. */
export const uniqueness = derivation(
  {
    id: 'uniqueness',
    title: 'The optimum is unique',
    statement:
      'In the logarithms of (n, d, t) the points where profit reaches a level c >= 0 are those where a strictly convex function G is at most its value at the level. A critical point at that level minimises G, so no other point reaches the level: it is the only maximum, for one seller, whatever alpha, beta and gamma.',
    source: 'derived here; geometric programming as in Boyd et al. 2007',
    variant: 'baseline',
    uses: [],
    names: ['positive-parameters', 'positive-data', 'negative-parameters', 'negative-data', 'log', 'unique'],
  },
  () => contextOf(baseline),
  (arg) => {
    arg.declare(letters.f, letters.level, letters.G, letters.profit);
    arg.define(
      letters.cost,
      arg.term('delta*t^2 + (6*n*d + 2*n*t)/E + c'),
      'What sales must pay for at the level c: the fall in price, compute, and c itself. Every term is a positive power product, or zero.',
    );
    const profit = arg.model(
      'Profit where something is sold; elsewhere it is negative, for every cost is.',
      arg.relation('pi = omega*t*f - delta*t^2 - (6*n*d + 2*n*t)/E'),
    );
    const level = arg.rearrange(
      'So profit reaches the level c where revenue at a price without demand slope pays for S.',
      profit,
      arg.relation('pi - c = omega*t*f - S'),
    );
    const cases = { parameters: 'a*n^alpha', data: 'b*d^beta' } as const;
    const all: Line[] = [level];
    arg.inCase(
      'Suppose gamma > 0: divide by omega t/gamma, the sign of which is known.',
      arg.relation('gamma > 0'),
      () => {
        const both = Object.entries(cases).map(([name, quality]) => {
          const G = arg.posynomial(
            `On the side where ${name} limit quality the level is reached where this sum of powers is at most 1.`,
            arg.term(`(${quality})^(-gamma) + gamma*S/(omega*t)`),
            ['n', 'd', 't'],
            ['c'],
          );
          arg.result(`positive-${name}`, `G where ${name} limit quality, gamma > 0`, G);
          arg.identity(
            'Profit less c is a positive multiple of its slack.',
            arg.term(`omega*t*(1 - (${quality})^(-gamma))/gamma - S`),
            multiply(arg.term('omega*t/gamma'), subtract(1, G.right)),
            [level, G],
          );
          return G;
        });
        all.push(
          arg.therefore(
            'Quality is the smaller power, so q^(-gamma) is the larger of the two sums: a maximum of strictly convex functions is strictly convex.',
            both,
          ),
        );
      },
    );
    arg.inCase('Suppose gamma < 0.', arg.relation('gamma < 0'), () => {
      arg.define(letters.g, arg.term('-gamma'), 'Its absolute value.');
      const both = Object.entries(cases).map(([name, quality]) => {
        const G = arg.posynomial(
          `Divide by q^g as well; again the level is reached where G <= 1, and where ${name} limit quality G is a sum of powers.`,
          arg.term(`(${quality})^(-g)*(1 + g*S/(omega*t))`),
          ['n', 'd', 't'],
          ['c'],
        );
        arg.result(`negative-${name}`, `G where ${name} limit quality, gamma < 0`, G);
        arg.identity(
          'Profit less c is a positive multiple of its slack.',
          arg.term(`omega*t*((${quality})^g - 1)/g - S`),
          multiply(arg.term(`omega*t*(${quality})^g/g`), subtract(1, G.right)),
          [level, G],
        );
        return G;
      });
      all.push(
        arg.therefore(
          'Here too q^(-g) is the larger of the two powers, and G the larger of the two sums.',
          both,
        ),
      );
    });
    arg.inCase('Suppose gamma = 0.', arg.relation('gamma = 0'), () => {
      const log = arg.posynomial(
        'The level is reached where S/(omega t) - ln q <= 0. The first part is a strictly convex sum of powers.',
        arg.term('S/(omega*t)'),
        ['n', 'd', 't'],
        ['c'],
      );
      arg.result('log', 'The convex side at gamma = 0', log);
      all.push(
        arg.therefore(
          'The second, -ln q = max(-ln a - alpha ln n, -ln b - beta ln d), is convex; call the whole G, and its level 0 in place of 1.',
          [log],
        ),
      );
    });
    const unique = arg.therefore(
      'At a critical point with profit c >= 0 the level is reached with equality, profit less c is a positive multiple of the slack in G, and so the slope of G vanishes there too; on the kink, zero lies between the slopes of the two sides. A strictly convex function has one such point, its minimum; everywhere else G is larger and profit below c.',
      all,
      arg.relation('pi < c'),
    );
    arg.result('unique', 'Profit at every other point, where c is the profit of a critical point', unique, [
      arg.fact('c >= 0'),
    ]);
    arg.therefore(
      'With a limit on d the logarithms allowed still form a convex set, on which a point that satisfies the conditions with a multiplier for the limit minimises G: it is the only one there.',
      [unique],
    );
  },
);
