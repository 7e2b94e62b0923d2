import { derivation } from '../src/derive/argument.ts';
import { equation } from '../src/derive/relation.ts';
import { contextOf } from '../src/economics/model.ts';
import { baseline } from '../src/economics/variants/baseline.ts';
import * as letters from './letters.ts';

/** a n^α = b d^β at an optimum, by argument from the minimum. */
export const efficientRay = derivation(
  {
    id: 'efficient-ray',
    title: 'The efficient ray',
    statement:
      'An optimum that sells lies where a n^alpha = b d^beta: off that ray the same quality can be had for less.',
    source: 'Hao & Merrill 2026, Lemma 2',
    variant: 'baseline',
    uses: [],
    names: ['saves-data', 'saves-parameters', 'ray', 'data', 'data-equal-exponents', 'sizes'],
  },
  () => contextOf(baseline),
  (arg) => {
    arg.declare(letters.d0, letters.n0);
    const [byParameters, byData] = [arg.term('a*n^alpha'), arg.term('b*d^beta')];
    const quality = arg.model(
      'Quality is the smaller of two powers.',
      arg.relation('q = min(a*n^alpha, b*d^beta)'),
    );
    const noExcessData = arg.inCase(
      'Suppose data are in excess.',
      arg.relation('b*d^beta > a*n^alpha'),
      (excess) => {
        const same = arg.resolveMinimum(
          'Quality is then set by parameters.',
          byParameters,
          byData,
          quality.right,
        );
        const enough = arg.solve(
          'The data that are just enough for them.',
          arg.let('Ask for the same quality.', arg.relation('a*n^alpha = b*d_0^beta'), [same]),
          'd_0',
        );
        arg.define(letters.d0, enough.right, 'Call them d_0.');
        arg.solveInequality('There are fewer of them.', excess, 'd', arg.term('d_0'));
        const saved = arg.sign(
          'Training on d_0 keeps quality and sales and saves money.',
          arg.relation('6*n*d/E - 6*n*d_0/E > 0'),
          [same],
        );
        arg.result('saves-data', 'Excess data can be dropped at a gain', saved);
        return saved;
      },
    );
    const noExcessParameters = arg.inCase(
      'Suppose parameters are in excess.',
      arg.relation('a*n^alpha > b*d^beta'),
      (excess) => {
        const same = arg.resolveMinimum('Quality is then set by data.', byData, byParameters, quality.right);
        const enough = arg.solve(
          'The parameters that are just enough for them.',
          arg.let('Ask for the same quality.', arg.relation('b*d^beta = a*n_0^alpha'), [same]),
          'n_0',
        );
        arg.define(letters.n0, enough.right, 'Call them n_0.');
        arg.solveInequality('There are fewer of them.', excess, 'n', arg.term('n_0'));
        const saved = arg.sign(
          'The smaller model keeps quality and sales and saves on training and on every token served.',
          arg.relation('(6*d + 2*t)/E*(n - n_0) > 0'),
          [same],
        );
        arg.result('saves-parameters', 'Excess parameters can be dropped at a gain', saved);
        return saved;
      },
    );
    const equal = arg.therefore(
      'Neither can be in excess at an optimum that sells, so the two powers are equal.',
      [noExcessData, noExcessParameters],
      arg.relation('a*n^alpha = b*d^beta'),
    );
    arg.result('ray', 'The efficient ray, at an optimum that sells', equal);
    arg.define(
      letters.k,
      arg.term('1 + alpha/beta'),
      'The exponent with which training cost grows along the ray.',
    );
    arg.define(letters.R, arg.term('(a/b)^(1/beta)'), 'Data for a model of one parameter.');
    arg.define(
      letters.rho,
      arg.term('(a/b)^(1/alpha)'),
      'The ratio that governs the ray when the exponents are equal.',
    );
    const data = arg.solve('Solved for data.', equal, 'd', { written: arg.term('R*n^(k-1)') });
    arg.result('data', 'Data on the ray', data);
    const proportional = arg.substitute(
      'With alpha = beta data are proportional to size.',
      arg.rewrite('The same, in a and b.', data, { right: arg.term('(a*n^alpha/b)^(1/beta)') }),
      equation('beta', arg.term('alpha')),
    );
    const ratio = arg.rewrite('rho is then the number of tokens per parameter.', proportional, {
      right: arg.term('rho*n'),
    });
    arg.result('data-equal-exponents', 'Data on the ray when alpha = beta', ratio, [
      arg.fact('alpha = beta'),
    ]);
    const sizes = arg.solve('Solved for size.', equal, 'n', { written: arg.term('d^(beta/alpha)/rho') });
    arg.result('sizes', 'Size on the ray', sizes);
  },
);
