import type { Line } from '../src/derive/argument.ts';
import { derivation } from '../src/derive/argument.ts';
import { equation } from '../src/derive/relation.ts';
import { a, alpha, b, beta, d, n, q } from '../src/economics/symbols.ts';
import { symbolTable } from '../src/kernel/symbols.ts';
import { fraction } from '../src/kernel/term.ts';
import * as letters from './letters.ts';

/** How easily data replace parameters along an isoquant of quality, for the CES law and its two ends. */
export const elasticityOfSubstitution = derivation(
  {
    id: 'elasticity-of-substitution',
    title: 'Elasticity of substitution between parameters and data',
    statement:
      'Along an isoquant of quality the elasticity of substitution is sigma = d ln(d/n)/d ln(theta), with theta the tokens that replace one parameter. For q^(-r) = (a n^alpha)^(-r) + (b d^beta)^(-r) it is a closed form in n and d, constant where alpha = beta; r = 1 is the loss law L = L_inf + A n^(-alpha) + B d^(-beta), and as r grows sigma tends to 0, the value of the Leontief law. Where data are repeated, effective data stand in the place of d, and sigma is a closed form too.',
    source:
      'Hao & Merrill 2026 for r = 1; Hicks 1932 and Arrow et al. 1961 for the definition; Muennighoff et al. 2023 for repeated data',
    variant: 'ces-quality',
    uses: [],
    names: [
      'quality',
      'rate',
      'sigma',
      'equal-exponents',
      'loss',
      'loss-law',
      'loss-law-equal-exponents',
      'mean-exponent',
      'upper-bound',
      'leontief',
      'effective-data',
      'worth',
      'repeated-rate',
      'repeated-data',
    ],
  },
  () => ({ symbols: symbolTable(n, d, q, alpha, beta, a, b, letters.r), facts: [] }),
  (arg) => {
    arg.declare(letters.qn, letters.qd, letters.mrts, letters.mix, letters.epsX, letters.epsM, letters.sigma);
    const isoquant = arg.model(
      'An isoquant of the law: all n and d that give the quality q.',
      arg.relation('q^(-r) = (a*n^alpha)^(-r) + (b*d^beta)^(-r)'),
    );
    const quality = arg.solve('Solved for quality.', isoquant, 'q', {
      written: arg.term('((a*n^alpha)^(-r) + (b*d^beta)^(-r))^(-1/r)'),
    });
    arg.result('quality', 'Quality', quality);
    const rate = marginalRate(arg, quality);
    const along = alongIsoquant(arg, isoquant, quality, rate);
    const { sigma } = along;
    arg.result('sigma', 'Elasticity of substitution', sigma);
    const equal = arg.rewrite(
      'Quality is then a CES function of the same power of both, and sigma a constant.',
      arg.substitute('With equal exponents.', sigma, equation('beta', arg.term('alpha'))),
      { right: arg.term('1/(1+alpha*r)') },
    );
    arg.result('equal-exponents', 'Elasticity of substitution when alpha = beta', equal, [
      arg.fact('alpha = beta'),
    ]);
    lossLaw(arg, isoquant, sigma);
    leontief(arg, sigma);
    repeatedData(arg, quality, along);
  },
);

type Writer = Parameters<Parameters<typeof derivation>[2]>[0];

/** Tokens that replace one parameter, from the two slopes of quality. */
function marginalRate(arg: Writer, quality: Line): Line {
  const inSize = arg.differentiate(
    'What one parameter adds.',
    quality,
    'n',
    arg.term('q_n'),
    arg.term('alpha*(a*n^alpha)^(-r)/n*((a*n^alpha)^(-r) + (b*d^beta)^(-r))^(-1/r-1)'),
  );
  const inData = arg.differentiate(
    'What one token adds.',
    quality,
    'd',
    arg.term('q_d'),
    arg.term('beta*(b*d^beta)^(-r)/d*((a*n^alpha)^(-r) + (b*d^beta)^(-r))^(-1/r-1)'),
  );
  const ratio = arg.let(
    'Tokens that replace one parameter: the ratio of the two.',
    arg.relation('mrts = q_n/q_d'),
    [inSize, inData],
  );
  const rate = arg.rewrite(
    'What the two slopes share cancels.',
    arg.substitute('Put in.', ratio, inSize, inData),
    { right: arg.term('alpha*d/(beta*n)*(b*d^beta/(a*n^alpha))^r') },
  );
  arg.result('rate', 'Marginal rate of substitution', rate);
  return rate;
}

interface Along {
  readonly rate: Line;
  /** The elasticities in n of tokens per parameter and of the rate of substitution. */
  readonly mix: Line;
  readonly rateInSize: Line;
  readonly sigma: Line;
}

/** The definition, carried out on the isoquant solved for d: every derivative is one in n alone. */
function alongIsoquant(arg: Writer, isoquant: Line, quality: Line, rate: Line): Along {
  const rest = arg.rearrange(
    'What data must contribute at the quality held.',
    isoquant,
    arg.relation('1*(q^(-r) - (a*n^alpha)^(-r)) = (b*d^beta)^(-r)'),
  );
  arg.positiveFactor('It is positive.', rest, arg.term('1'), arg.term('q^(-r) - (a*n^alpha)^(-r)'));
  const data = arg.solve('The data that do.', rest, 'd');
  arg.define(letters.dq, data.right, 'Data along the isoquant, as a function of n.');
  const held = equation('d', arg.term('d_q'));
  const mix = arg.let('Tokens per parameter along it.', arg.relation('x = d_q/n'));
  const mixInSize = arg.elasticity('Their elasticity as n moves along it.', mix, 'n', arg.term('eps_x'));
  const rateInSize = arg.elasticity(
    'That of the rate of substitution.',
    arg.substitute('The rate along the isoquant.', rate, held),
    'n',
    arg.term('eps_m'),
  );
  const definition = arg.let(
    'By definition, the first per unit of the second.',
    arg.relation('sigma = eps_x/eps_m'),
    [mixInSize, rateInSize],
  );
  const inQuality = arg.substitute('Both put in.', definition, mixInSize, rateInSize);
  const sigma = arg.rewrite('In n and d.', arg.substitute('Quality put in.', inQuality, quality), {
    right: arg.term(
      '(alpha*(b*d^beta)^r + beta*(a*n^alpha)^r)/(alpha*(1+beta*r)*(b*d^beta)^r + beta*(1+alpha*r)*(a*n^alpha)^r)',
    ),
  });
  return { rate, mix: mixInSize, rateInSize, sigma };
}

/** r = 1: the loss law of Hoffmann et al., whose isoquants are those of q = 1/(L - L_inf). */
function lossLaw(arg: Writer, isoquant: Line, sigma: Line): void {
  arg.declare(letters.L, letters.Linf, letters.A, letters.dataLoss);
  const parameters = ['r = 1', 'a = 1/A', 'b = 1/B'].map((source) => arg.relation(source));
  const atOne = arg.substitute(
    'At r = 1, with A = 1/a and B = 1/b, and quality as the inverse of the loss that can be removed.',
    isoquant,
    ...parameters,
    arg.relation('q = 1/(L - L_inf)'),
  );
  const excess = arg.rewrite('Loss in excess of what nothing removes.', atOne, {
    left: arg.term('L - L_inf'),
    right: arg.term('A*n^(-alpha) + B*d^(-beta)'),
  });
  const domain = [arg.fact('r = 1'), arg.fact('A = 1/a'), arg.fact('B = 1/b')];
  arg.result(
    'loss',
    'The loss law',
    arg.rearrange(
      'The loss law; a constant loss is a constant quality.',
      excess,
      arg.relation('L = L_inf + A*n^(-alpha) + B*d^(-beta)'),
    ),
    domain,
  );
  const here = arg.rewrite(
    'Numerator and denominator multiplied by A B.',
    arg.substitute('The elasticity of substitution at r = 1.', sigma, ...parameters),
    {
      right: arg.term(
        '(A*alpha*d^beta + B*beta*n^alpha)/(A*alpha*(beta+1)*d^beta + B*beta*(alpha+1)*n^alpha)',
      ),
    },
  );
  arg.result('loss-law', 'Elasticity of substitution of the loss law', here, domain);
  const equal = arg.rewrite(
    'n and d cancel.',
    arg.substitute('With equal exponents.', here, equation('beta', arg.term('alpha'))),
    { right: arg.term('1/(1+alpha)') },
  );
  const same = [arg.fact('r = 1'), arg.fact('alpha = beta')];
  arg.result('loss-law-equal-exponents', 'The same when alpha = beta', equal, same);
  const mean = equation('alpha', fraction(31205, 100000));
  const number = arg.substitute('At the mean exponent 0.31205.', equal, mean);
  arg.result('mean-exponent', 'The same at the mean exponent 0.31205', number, [
    ...same,
    arg.fact('alpha = 0.31205'),
  ]);
}

/** As r grows quality tends to the smaller of the two powers, and sigma to 0. */
function leontief(arg: Writer, sigma: Line): void {
  const positive = arg.sign(
    'Every term of sigma is positive.',
    { ...sigma, left: sigma.right, sign: '>', right: arg.term('0') },
    [sigma],
  );
  const below = arg.sign(
    'The numerator against the part of the denominator that grows with r.',
    arg.relation(
      'alpha*beta*r*(alpha*(b*d^beta)^r + beta*(a*n^alpha)^r) < (alpha+beta)*(alpha*(1+beta*r)*(b*d^beta)^r + beta*(1+alpha*r)*(a*n^alpha)^r)',
    ),
  );
  const divided = arg.scale(
    'Divided by the denominator.',
    below,
    arg.term('1/(alpha*beta*r*(alpha*(1+beta*r)*(b*d^beta)^r + beta*(1+alpha*r)*(a*n^alpha)^r))'),
    {
      left: sigma.right,
      sign: '<',
      right: arg.term('(alpha+beta)/(alpha*beta*r)'),
    },
  );
  const bound = arg.replace(
    'The left side is sigma.',
    divided,
    sigma,
    arg.relation('sigma < (alpha+beta)/(alpha*beta*r)'),
  );
  arg.result('upper-bound', 'Bound on the elasticity of substitution', bound);
  arg.declare(letters.sigmaBound, letters.y);
  const named = arg.let('Call the bound sigma_1.', arg.relation('sigma_1 = (alpha+beta)/(alpha*beta*r)'), [
    bound,
  ]);
  const small = arg.rewrite(
    'It is proportional to y.',
    arg.substitute('Write y for 1/r.', named, arg.relation('r = 1/y')),
    { right: arg.term('(alpha+beta)*y/(alpha*beta)') },
  );
  const vanishes = arg.limit('As r grows y tends to 0, and the bound with it.', small, 'y', 0);
  const none = arg.therefore(
    'Sigma is positive and below a bound that vanishes: its limit as r grows is 0, the Leontief law, whose isoquants have a corner.',
    [positive, bound, vanishes],
    arg.relation('sigma = 0'),
  );
  arg.result('leontief', 'Elasticity of substitution of the Leontief law, the limit as r grows', none, []);
}

/** Effective data in the place of d: the isoquant in n and d_e is the one above, and d follows d_e. */
function repeatedData(arg: Writer, quality: Line, along: Along): void {
  arg.declare(letters.U, letters.Rstar, letters.de, letters.de1, letters.eta, letters.epsE, letters.epsW);
  arg.assume('Let d be more than U unique tokens, some of them passed over again.', arg.relation('d > U'));
  const worth = arg.model(
    'What they are worth in unique tokens.',
    arg.relation('d_e = U*(1 + Rstar*(1 - exp(-(d/U - 1)/Rstar)))'),
  );
  const marginal = arg.differentiate(
    'What one more is worth.',
    worth,
    'd',
    arg.term('d_e1'),
    arg.term('exp(-(d/U - 1)/Rstar)'),
  );
  const share = arg.let(
    'The elasticity of their worth: 1 at d = U, and it falls towards 0.',
    arg.relation('eta = d*d_e1/d_e'),
    [marginal],
  );
  const fall = arg.elasticity('How fast the worth of one more falls.', marginal, 'd', arg.term('eps_w'));
  const effective = equation('d', arg.term('d_e'));
  const inEffective = arg.therefore(
    'By the chain rule the rate of substitution is that in effective data, divided by the worth of one more.',
    [along.rate, marginal],
    arg.relation('mrts = alpha*d_e/(beta*n)*(b*d_e^beta/(a*n^alpha))^r/d_e1'),
  );
  const perShare = arg.rearrange(
    'The elasticity of worth, the other way round.',
    share,
    arg.relation('d_e1 = eta*d_e/d'),
  );
  const rate = arg.rewrite(
    'The rate of unique data, divided by eta.',
    arg.substitute('Put in.', inEffective, perShare),
    { right: arg.term('alpha*d/(beta*eta*n)*(b*d_e^beta/(a*n^alpha))^r') },
  );
  arg.result('effective-data', 'Effective data where data are repeated', worth);
  arg.result('worth', 'Elasticity of effective data', arg.substitute('Written out.', share, marginal));
  arg.result('repeated-rate', 'Marginal rate of substitution where data are repeated', rate);
  const size = arg.let(
    'Effective data along the isoquant move as d did above.',
    arg.relation('eps_e = eps_x + 1'),
    [along.mix],
  );
  const definition = arg.therefore(
    'By the chain rule d moves by 1/eta as much, and the rate of substitution by what the worth of one more loses besides.',
    [size, share, fall, along.rateInSize],
    arg.relation('sigma = (eps_e/eta - 1)/(eps_m - eps_w*eps_e/eta)'),
  );
  const inQuality = arg.substitute(
    'All put in.',
    arg.substitute('Put in.', definition, size, fall),
    along.mix,
    along.rateInSize,
  );
  const sigma = arg.rewrite(
    'In n and d. With eta = 1 and without d/(U Rstar) it is sigma of unique data.',
    arg.substitute('Quality put in.', inQuality, arg.substitute('In effective data.', quality, effective)),
    {
      right: arg.term(
        '(alpha*(b*d_e^beta)^r + beta*eta*(a*n^alpha)^r)/(alpha*((1+beta*r)*eta + d/(U*Rstar))*(b*d_e^beta)^r + beta*eta*(1+alpha*r)*(a*n^alpha)^r)',
      ),
    },
  );
  arg.result('repeated-data', 'Elasticity of substitution where data are repeated', sigma);
}
