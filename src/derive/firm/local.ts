/** How size responds to E at an optimum, where the conditions come down to one equation in n. */
import type { Model } from '../../economics/model.ts';
import { replacePart } from '../../kernel/calls.ts';
import { areEqual, tidy } from '../../kernel/normal/equal.ts';
import { divide, multiply, negate, power } from '../../kernel/term.ts';
import type { Argument, Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation } from '../relation.ts';
import { conditions } from './conditions.ts';
import { dependsOn, type Firm } from './firm.ts';
import { leaderOf } from './ray.ts';
import { assumeSalesFree, bestSales } from './sales.ts';
import { aboutModel, assumeSold, slopeOf, sym, whyNot } from './write.ts';

const EFFICIENCY = 'E';

/**
 * The condition over the cost of serving: what one parameter earns for each dollar that serving it costs. Where the last
 * sale earns a constant share of what adoption is worth, price and sales drop out of it.
 */
function overService(arg: Argument, firm: Firm, first: Line, source: Derivation): Line {
  const service = slopeOf(firm.inference, 'n', arg, firm);
  const plain = equation(
    tidy(divide(first.left, service), arg.context),
    tidy(divide(first.right, service), arg.context),
  );
  const words = 'Divided by what serving costs.';
  if (!firm.model.variables.includes('t')) return arg.rearrange(words, first, plain);
  const sales = arg.cite('The condition in t.', source, 'first-order-t');
  const served = multiply('t', sales.left);
  const worth = tidy(divide(multiply('n', first.left), served), arg.context);
  const isService = areEqual(multiply('t', sales.right), multiply('n', service), arg.context);
  if (dependsOn(worth, 't') || !isService) return arg.rearrange(words, first, plain);
  const spent = multiply(first.right, 'n', power(served, -1));
  return arg.combine(
    'Divided by what serving costs, which is what the last sale earns.',
    [
      [first, divide('n', served)],
      [sales, negate(divide(spent, sales.right))],
    ],
    equation(worth, plain.right),
  );
}

export const localElasticity = (model: Model): readonly Derivation[] =>
  aboutModel(
    model,
    {
      id: 'local-elasticity',
      title: 'Exact local elasticity of size in E',
      statement:
        'On the ray and at best sales the conditions are one equation in n and E. Along it d ln n/d ln E follows by implicit differentiation.',
      uses: ['conditions', 'best-sales'],
      from: conditions(model),
    },
    (arg, firm, note) => {
      const { letters } = firm;
      const [source, sales] = [conditions(model)[firm.index], bestSales(model)[firm.index]] as readonly [
        Derivation,
        Derivation,
      ];
      const found = sales.results.sales;
      const isClosed = found !== undefined && sales.steps[found.step]?.open === null;
      if (leaderOf(source) !== 'n' || !isClosed || model.limits.length > 0) {
        whyNot(
          arg,
          note,
          'The conditions do not come down to one equation in n, so no elasticity is given in closed form.',
        );
        return;
      }
      assumeSold(arg, firm);
      assumeSalesFree(arg, firm);
      arg.declare(letters.eps);
      const margin = sales.symbols.get(letters.M.name)?.definition;
      if (margin) {
        arg.define(letters.M, margin, 'The margin.');
        arg.assume('It is positive.', { left: sym(letters.M), sign: '>', right: arg.term('0') });
      }
      const first = arg.cite('The condition along the ray.', source, 'first-order-n');
      const best = arg.cite('Best sales.', sales, 'sales');
      const ratio = overService(arg, firm, first, source);
      const reduced = arg.substitute('Sales and data put in.', ratio, best, equation('d', sym(letters.d_n)));
      note('reduced', 'The condition in n alone', reduced);
      const slope = arg.implicit(
        'Move E, and let n follow so that the condition holds.',
        reduced,
        'n',
        EFFICIENCY,
        sym(letters.eps),
        arg.term('E/n'),
      );
      const inLetters = [letters.f, letters.d_n].reduce((value, letter) => {
        const definition = tidy(arg.opened(sym(letter), 'n'), arg.context);
        return replacePart(value, definition, sym(letter));
      }, slope.right);
      note('size', 'Elasticity of size in E', arg.rewrite('In letters.', slope, { right: inLetters }));
    },
  );
