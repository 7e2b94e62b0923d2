import { derivation } from '../src/derive/argument.ts';
import { equation } from '../src/derive/relation.ts';
import { contextOf } from '../src/economics/model.ts';
import { baseline } from '../src/economics/variants/baseline.ts';
import * as letters from './letters.ts';

/** f(q) from the density of thresholds, and its special cases. */
export const adoption = derivation(
  {
    id: 'adoption',
    title: 'Adoption from the distribution of thresholds',
    statement:
      'Consumers whose threshold the quality passes adopt. Summing the density s^-(1+gamma) from the lowest threshold 1 to q gives f(q), increasing, and concave for gamma >= -1.',
    source: 'Hao & Merrill 2026; the form of f is the Box-Cox transform',
    variant: 'baseline',
    uses: [],
    names: [
      'power-case',
      'adoption',
      'log-case',
      'linear-case',
      'saturation',
      'slope',
      'curvature',
      'slope-in-n',
    ],
  },
  () => contextOf(baseline),
  (arg) => {
    arg.declare(letters.f, letters.s, letters.fq, letters.fqq, letters.fn);
    arg.assume('The model passes the lowest threshold; below it nobody adopts.', arg.relation('q >= 1'));
    const [f, density] = [arg.term('f'), arg.term('s^(-(1+gamma))')];
    const notZero = arg.relation('gamma != 0');
    const powerCase = arg.inCase('Suppose first that gamma is not zero.', notZero, () => {
      const integral = arg.integrate(
        'Adoption counts the thresholds from 1 up to q.',
        f,
        density,
        's',
        1,
        'q',
        {
          text: 'f(q) = integral of s^(-(1 + gamma)) ds from 1 to q',
          tex: 'f(q) = \\int_1^q s^{-(1+\\gamma)}\\,ds',
        },
      );
      return arg.rewrite('The same, with the sign of the exponent turned.', integral, {
        right: arg.term('(1 - q^(-gamma))/gamma'),
      });
    });
    arg.result('power-case', 'Adoption for gamma not zero', powerCase, [
      ...arg.assumptions,
      arg.fact('gamma != 0'),
    ]);
    const mostPermissive = arg.substitute(
      'The most permissive case is gamma = -1.',
      powerCase,
      equation('gamma', -1),
    );
    const linear = arg.rewrite('Adoption is then linear in quality.', mostPermissive, {
      right: arg.term('q - 1'),
    });
    arg.result('linear-case', 'Adoption at gamma = -1', linear, [...arg.assumptions, arg.fact('gamma = -1')]);
    const log = arg.limit(
      'As gamma tends to 0 the quotient 0/0 has a limit, by one derivative of its numerator.',
      powerCase,
      'gamma',
      0,
      {
        text: 'limit of f as gamma -> 0',
        tex: '\\lim_{\\gamma\\to 0} f(q)',
      },
    );
    arg.differentiate(
      'It is the integral itself at gamma = 0: its slope is the density 1/q there, and ln 1 = 0.',
      log,
      'q',
      arg.term('f_q'),
      arg.term('1/q'),
    );
    arg.result('log-case', 'Adoption at gamma = 0', log, [...arg.assumptions, arg.fact('gamma = 0')]);
    const joined = arg.rewrite(
      'One function covers every gamma: the deformed logarithm, with ln q at gamma = 0.',
      powerCase,
      { right: arg.term('deformed_log(q, gamma)') },
    );
    arg.result('adoption', 'Adoption', joined);
    arg.inCase('For gamma > 0 adoption saturates.', arg.relation('gamma > 0'), () => {
      const below = arg.sign(
        'What is left to 1/gamma is the Pareto tail beyond q.',
        arg.relation('(1 - q^(-gamma))/gamma < 1/gamma'),
        [powerCase],
      );
      arg.result('saturation', 'Adoption never exceeds 1/gamma when gamma > 0', below);
    });
    const slope = arg.differentiate(
      'More quality is always adopted by somebody.',
      joined,
      'q',
      arg.term('f_q'),
      arg.term('q^(-(1+gamma))'),
    );
    arg.result('slope', 'Adoption rises with quality', slope);
    const curvature = arg.differentiate(
      'Its slope falls, strictly so unless gamma = -1.',
      slope,
      'q',
      arg.term('f_qq'),
      arg.term('-(1+gamma)*q^(-(2+gamma))'),
    );
    arg.sign(
      'So f is concave for every gamma that the model admits.',
      arg.relation('-(1+gamma)*q^(-(2+gamma)) <= 0'),
      [curvature],
    );
    arg.result('curvature', 'Adoption is concave in quality', curvature);
    const inParameters = arg.substitute(
      'On the ray quality is a n^alpha.',
      joined,
      equation('q', arg.term('a*n^alpha')),
    );
    const slopeInN = arg.differentiate(
      'Its slope in n is one power of n, for every gamma alike.',
      inParameters,
      'n',
      arg.term('f_n'),
      arg.term('alpha*a^(-gamma)*n^(-(1+alpha*gamma))'),
    );
    arg.result('slope-in-n', 'Slope of adoption in model size', slopeInN, [arg.fact('a*n^alpha >= 1')]);
  },
);
