import { derivation } from '../src/derive/argument.ts';
import { contextOf } from '../src/economics/model.ts';
import { baseline } from '../src/economics/variants/baseline.ts';
import * as letters from './letters.ts';

/** t* for a given model, and when selling is worth while at all. */
export const bestSales = derivation(
  {
    id: 'best-sales',
    title: 'Best sales of a given model',
    statement:
      'With n and d settled, profit is a concave parabola in sales t. Its vertex is t* = (omega f - 2n/E)/(2 delta) where the margin is positive; otherwise nothing is sold.',
    source: 'Hao & Merrill 2026, best-sales formula',
    variant: 'baseline',
    uses: [],
    names: ['first-order', 'second-order', 'sales', 'profit', 'no-sales', 'worth-training'],
  },
  () => contextOf(baseline),
  (arg) => {
    arg.declare(letters.f, letters.profit, letters.pi1, letters.pi2);
    const profit = arg.model(
      'Profit is revenue less training and inference, f being the adoption that n and d buy.',
      arg.relation('pi = omega*t*f - delta*t^2 - (6*n*d + 2*n*t)/E'),
    );
    arg.define(
      letters.M,
      arg.term('omega*f - 2*n/E'),
      'The margin: what the first token sold earns over its inference cost.',
    );
    const slope = arg.differentiate(
      'Sell one token more.',
      profit,
      't',
      arg.term('pi_t'),
      arg.term('M - 2*delta*t'),
    );
    const bend = arg.differentiate(
      'Each further token lowers the price of all.',
      slope,
      't',
      arg.term('pi_tt'),
      arg.term('-2*delta'),
    );
    const concave = arg.sign(
      'So profit is strictly concave in t, and a stationary point is its only maximum.',
      arg.relation('-2*delta < 0'),
      [bend],
    );
    const stationary = arg.stationary('At a maximum with sales the slope vanishes.', slope);
    arg.result('first-order', 'First-order condition in t', stationary, [arg.fact('M > 0')]);
    arg.result('second-order', 'Second-order condition in t', concave);
    arg.inCase('Suppose the margin is positive.', arg.relation('M > 0'), () => {
      const sales = arg.solve('The condition is linear in t.', stationary, 't', {
        written: arg.term('M/(2*delta)'),
      });
      const explicit = arg.rewrite('Written out.', sales, { right: arg.term('(omega*f - 2*n/E)/(2*delta)') });
      arg.result('sales', 'Best sales', explicit);
      const value = arg.substitute('What remains of profit at best sales.', profit, sales);
      const tidy = arg.rewrite('The parabola is worth its squared margin.', value, {
        right: arg.term('M^2/(4*delta) - 6*n*d/E'),
      });
      arg.result('profit', 'Profit at best sales', tidy);
      arg.inCase(
        'Suppose profit at best sales is positive.',
        arg.relation('M^2/(4*delta) - 6*n*d/E > 0'),
        () => {
          const worth = arg.sign(
            'Then the squared margin pays for training.',
            arg.relation('M^2 > 24*delta*n*d/E'),
            [tidy],
          );
          arg.result('worth-training', 'Condition for selling at all', worth);
        },
      );
    });
    arg.inCase('Suppose the margin is not positive.', arg.relation('M <= 0'), () => {
      const falls = arg.sign(
        'Every sale then loses money, for any t > 0.',
        arg.relation('M - 2*delta*t < 0'),
        [slope],
      );
      arg.result('no-sales', 'Profit falls in t from the start, so nothing is sold', falls);
    });
  },
);
