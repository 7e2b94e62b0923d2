import { derivation } from '../src/derive/argument.ts';
import { bestSales } from './02-best-sales.ts';
import { efficientRay } from './03-efficient-ray.ts';
import * as letters from './letters.ts';

/** Profit as a function of n alone, and its first-order condition. */
export const reducedProfit = derivation(
  {
    id: 'reduced-profit',
    title: 'The reduced profit and its first-order condition',
    statement:
      "On the efficient ray and at best sales, profit is M^2/(4 delta) - 6 R n^k/E, and an interior optimum solves M M' = 12 delta k R n^(k-1)/E.",
    source: 'derived here, for alpha and beta not necessarily equal',
    variant: 'baseline',
    uses: [bestSales, efficientRay],
    names: ['profit', 'margin', 'marginal', 'first-order', 'spend'],
  },
  () => efficientRay().context,
  (arg) => {
    arg.declare(letters.reducedProfit, letters.Pi1, letters.spend, letters.Mn, letters.profit);
    arg.define(
      letters.f,
      arg.term('deformed_log(a*n^alpha, gamma)'),
      'Adoption on the ray, where quality is a n^alpha.',
    );
    const margin = arg.define(letters.M, arg.term('omega*f - 2*n/E'), 'The margin on the ray.');
    const onSale = [arg.fact('a*n^alpha >= 1')];
    arg.result('margin', 'Margin', margin, onSale);
    const marginal = arg.differentiate(
      'A larger model is adopted more widely and is dearer to serve.',
      margin,
      'n',
      arg.term('M_n'),
      arg.term('alpha*omega/(a^gamma*n^(1+alpha*gamma)) - 2/E'),
    );
    arg.define(letters.M1, marginal.right, 'The slope of the margin.');
    arg.result('marginal', 'Slope of the margin', marginal, onSale);
    const ray = arg.cite('Data follow the ray.', efficientRay(), 'data');
    const spend = arg.substitute(
      'Training spend along the ray.',
      arg.model('Training takes 6 FLOP per parameter and token.', arg.relation('C = 6*n*d/E')),
      ray,
    );
    arg.result(
      'spend',
      'Training spend',
      arg.rewrite('Powers collected.', spend, { right: arg.term('6*R*n^k/E') }),
    );
    arg.assume(
      'The margin is positive, or nothing would be sold; quality is then above the lowest threshold.',
      arg.relation('M > 0'),
    );
    const atBestSales = arg.cite('Profit at best sales.', bestSales(), 'profit');
    const onRay = arg.substitute('The same on the ray.', atBestSales, ray);
    const named = arg.let('Call the result Pi.', { ...onRay, left: arg.term('Pi') }, [onRay]);
    const profit = arg.rewrite('Profit depends on n alone.', named, {
      right: arg.term('M^2/(4*delta) - 6*R*n^k/E'),
    });
    arg.result('profit', 'Reduced profit', profit);
    const slope = arg.differentiate(
      'Make the model larger, data and sales following.',
      profit,
      'n',
      arg.term('Pi_n'),
      arg.term('M*M1/(2*delta) - 6*k*R*n^(k-1)/E'),
    );
    const stationary = arg.stationary('At an interior optimum the slope vanishes.', slope);
    const factored = arg.scale(
      'Marginal gain on the left, marginal training cost on the right.',
      stationary,
      arg.term('2*delta'),
      arg.relation('M*M1 = 12*delta*k*R*n^(k-1)/E'),
    );
    arg.result('first-order', 'Reduced first-order condition', factored);
  },
);
