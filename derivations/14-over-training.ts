import type { Line } from '../src/derive/argument.ts';
import { derivation } from '../src/derive/argument.ts';
import { equation } from '../src/derive/relation.ts';
import { contextOf } from '../src/economics/model.ts';
import { baseline } from '../src/economics/variants/baseline.ts';
import { joinTables, symbolTable } from '../src/kernel/symbols.ts';
import { bestSales } from './02-best-sales.ts';
import { elasticityOfSubstitution } from './13-elasticity-of-substitution.ts';
import * as letters from './letters.ts';

/** Where parameters and data substitute, inference cost tilts the mix towards data: over-training as a function of t/d. */
export const overTraining = derivation(
  {
    id: 'over-training',
    title: 'Over-training: the best mix of parameters and data',
    statement:
      'With q^(-r) = (a n^alpha)^(-r) + (b d^beta)^(-r) there is no efficient ray. At an interior optimum the marginal rate of substitution equals the ratio of marginal costs, (6d + 2t)/(6n), and so (b d^beta)^r = (beta/alpha)(1 + t/(3d)) (a n^alpha)^r exactly: data beyond the compute-optimal mix, the more so the more tokens are sold per training token. As r grows the efficient ray returns; r = 1 is the loss law.',
    source: 'derived here; Sardana et al. 2024 find the effect numerically for r = 1',
    variant: 'ces-quality',
    uses: [bestSales, elasticityOfSubstitution],
    names: [
      'first-order-n',
      'first-order-d',
      'marginal-rate',
      'mix',
      'data',
      'equal-exponents',
      'substitution',
      'over-trained',
      'response',
      'leontief',
      'loss-law',
      'compute-optimal',
      'quadratic',
      'bound',
      'sales',
      'size',
      'data-given-sales',
    ],
  },
  () => {
    const { symbols, facts } = contextOf(baseline);
    return { symbols: joinTables(symbols, symbolTable(letters.r)), facts };
  },
  (arg) => {
    arg.declare(letters.profit, letters.pin, letters.pid);
    arg.define(letters.q, arg.term('((a*n^alpha)^(-r) + (b*d^beta)^(-r))^(-1/r)'), 'Quality.');
    arg.define(letters.f, arg.term('deformed_log(q, gamma)'), 'Adoption where somebody buys.');
    const profit = arg.model(
      'Profit is revenue less training and inference.',
      arg.relation('pi = omega*t*f - delta*t^2 - (6*n*d + 2*n*t)/E'),
    );
    const inSize = arg.stationary(
      'At an interior optimum both slopes vanish.',
      arg.differentiate(
        'One parameter more.',
        profit,
        'n',
        arg.term('pi_n'),
        arg.term('omega*t*q^(r-gamma)*alpha*(a*n^alpha)^(-r)/n - (6*d + 2*t)/E'),
      ),
    );
    const inData = arg.stationary(
      'And so for data.',
      arg.differentiate(
        'One token more.',
        profit,
        'd',
        arg.term('pi_d'),
        arg.term('omega*t*q^(r-gamma)*beta*(b*d^beta)^(-r)/d - 6*n/E'),
      ),
    );
    arg.result('first-order-n', 'First-order condition in n', inSize);
    arg.result('first-order-d', 'First-order condition in d', inData);
    const mix = bestMix(arg, inSize, inData);
    const data = dataFor(arg, mix);
    overTrained(arg, mix, data);
    ends(arg, mix, data);
    bounded(arg, inSize);
    arg.define(letters.M, arg.term('omega*f - 2*n/E'), 'The margin, at the quality that n and d give.');
    arg.inCase('Sales are as for any quality.', arg.relation('M > 0'), () => {
      const sales = arg.cite('Best sales.', bestSales(), 'sales');
      arg.result('sales', 'Best sales, at the quality that n and d give', sales);
      const left = arg.substitute('With them the condition in d is one in n and d alone.', inData, sales);
      const open = arg.unsolved(
        'With the mix it determines n and d; data stand in adoption, in the margin and as a power of their own.',
        left,
        'd',
      );
      arg.result('size', 'What determines n and d together with the mix', open);
    });
  },
);

type Writer = Parameters<Parameters<typeof derivation>[2]>[0];

/** The ratio of the two conditions: price, adoption, sales and E drop out. */
function bestMix(arg: Writer, inSize: Line, inData: Line): Line {
  const scale = arg.rearrange(
    'The second condition gives what a unit of quality earns.',
    inData,
    arg.relation('omega = 6*n*d*(b*d^beta)^r/(beta*E*t*q^(r-gamma))'),
  );
  const mix = arg.rearrange(
    'Price, adoption, quality and E drop out.',
    arg.substitute('Put into the first.', inSize, scale),
    arg.relation('(b*d^beta)^r = beta/alpha*(1 + t/(3*d))*(a*n^alpha)^r'),
  );
  arg.result('mix', 'The best mix of parameters and data', mix);
  const given = arg.unsolved(
    'With n and t given it still has three powers of d, so data are explicit in t/d and not, in general, in t.',
    mix,
    'd',
  );
  arg.result('data-given-sales', 'Data, given size and sales', given);
  arg.declare(letters.mrts);
  const rate = arg.rewrite(
    'Tokens that replace a parameter, at the margin, are as many as cost the same: (6d + 2t)/E against 6n/E.',
    arg.substitute(
      'In the marginal rate of substitution.',
      arg.cite('The rate of substitution.', elasticityOfSubstitution(), 'rate'),
      arg.solve('The mix, solved for a.', mix, 'a'),
    ),
    { right: arg.term('(6*d + 2*t)/(6*n)') },
  );
  arg.result('marginal-rate', 'Marginal rate of substitution at an optimum', rate);
  return mix;
}

/** Data as a function of size and of sales per training token. */
function dataFor(arg: Writer, mix: Line): Line {
  arg.declare(letters.tau);
  const perToken = arg.let('Sales per training token.', arg.relation('t = tau*d'));
  const inTau = arg.rewrite('d cancels on the right.', arg.substitute('Put in.', mix, perToken), {
    right: arg.term('beta/alpha*(1 + tau/3)*(a*n^alpha)^r'),
  });
  const data = arg.solve('Solved for data.', inTau, 'd', {
    written: arg.term('(a*n^alpha/b)^(1/beta)*(beta/alpha*(1 + tau/3))^(1/(beta*r))'),
  });
  arg.result('data', 'Data, given size and tau = t/d', data);
  arg.define(letters.rho, arg.term('(a/b)^(1/alpha)'), 'The tokens per parameter of the efficient ray.');
  arg.inCase('Let the exponents be equal.', arg.relation('alpha = beta'), () => {
    const proportional = arg.rewrite(
      'Tokens per parameter depend on t/d alone.',
      arg.substitute('The exponents put in.', data, equation('beta', arg.term('alpha'))),
      { right: arg.term('rho*n*(1 + tau/3)^(1/(alpha*r))') },
    );
    arg.result('equal-exponents', 'Data when alpha = beta', proportional);
    const sigma = arg.cite('The elasticity of substitution.', elasticityOfSubstitution(), 'equal-exponents');
    arg.define(letters.sigma, sigma.right, 'Call it sigma.');
    const inSigma = arg.rewrite(
      'The better data replace parameters, the further the mix tilts.',
      proportional,
      { right: arg.term('rho*n*(1 + tau/3)^(sigma/(1 - sigma))') },
    );
    arg.result('substitution', 'Data by the elasticity of substitution, when alpha = beta', inSigma);
  });
  return data;
}

/** More data than at training cost alone, and more with every token sold. */
function overTrained(arg: Writer, mix: Line, data: Line): void {
  arg.declare(letters.epsTau);
  arg.define(
    letters.dC,
    arg.term('(a*n^alpha/b)^(1/beta)*(beta/alpha)^(1/(beta*r))'),
    'The same with nothing sold: the compute-optimal data for n parameters.',
  );
  const more = arg.sign(
    'What sales add to the right side.',
    arg.relation('beta/alpha*(a*n^alpha)^r < beta/alpha*(1 + t/(3*d))*(a*n^alpha)^r'),
  );
  const above = arg.replace(
    'The right side is that of the mix.',
    more,
    mix,
    arg.relation('beta/alpha*(a*n^alpha)^r < (b*d^beta)^r'),
  );
  const over = arg.solveInequality('Solved for data.', above, 'd', arg.term('d_C'));
  arg.result('over-trained', 'Over-training', over);
  const response = arg.elasticity(
    'How data respond, at a given size.',
    data,
    'tau',
    arg.term('eps_tau'),
    arg.term('tau/(beta*r*(3 + tau))'),
  );
  arg.sign('The response is positive.', arg.relation('tau/(beta*r*(3 + tau)) > 0'), [response]);
  arg.result('response', 'Elasticity of data in t/d, at given size', response);
}

/** r without end, and r = 1. */
function ends(arg: Writer, mix: Line, data: Line): void {
  arg.declare(letters.y, letters.A, letters.dataLoss, letters.compute);
  const small = arg.rewrite(
    'The tilt is a power y.',
    arg.substitute('Write y for 1/r.', data, arg.relation('r = 1/y')),
    { right: arg.term('(a*n^alpha/b)^(1/beta)*(beta/alpha*(1 + tau/3))^(y/beta)') },
  );
  const ray = arg.limit('As r grows y tends to 0 and the tilt vanishes: the efficient ray.', small, 'y', 0);
  arg.result('leontief', 'Data in the Leontief limit, as r grows', ray, []);
  const loss = ['r = 1', 'a = 1/A', 'b = 1/B'].map((source) => arg.relation(source));
  const domain = [arg.fact('r = 1'), arg.fact('A = 1/a'), arg.fact('B = 1/b')];
  const chinchilla = arg.rewrite(
    'Powers collected.',
    arg.substitute('The loss law L = L_inf + A n^(-alpha) + B d^(-beta) is r = 1.', data, ...loss),
    { right: arg.term('(beta*B*n^alpha*(1 + tau/3)/(alpha*A))^(1/beta)') },
  );
  arg.result('loss-law', 'Data under the loss law', chinchilla, domain);
  const unsold = arg.limit('With nothing to serve.', chinchilla, 'tau', 0);
  const budget = arg.substitute('A budget of C_F FLOP buys data.', unsold, arg.relation('d = C_F/(6*n)'));
  const size = arg.solve('The size that it trains.', budget, 'n', {
    written: arg.term('(alpha*A/(beta*B))^(1/(alpha+beta))*(C_F/6)^(beta/(alpha+beta))'),
  });
  arg.result('compute-optimal', 'Size for a budget of training FLOP alone', size, [
    ...domain,
    arg.fact('tau = 0'),
    arg.fact('d = C_F/(6*n)'),
  ]);
  arg.inCase('Let the exponents be equal.', arg.relation('alpha = beta'), () => {
    arg.assume('In one case data are explicit in n and t as well.', arg.relation('r = 1/alpha'));
    const linear = arg.substitute(
      'The mix is then linear in both powers.',
      mix,
      equation('beta', arg.term('alpha')),
      arg.relation('r = 1/alpha'),
    );
    const square = arg.rearrange('Multiplied by d.', linear, arg.relation('d^2 - rho*n*d - rho*n*t/3 = 0'));
    const explicit = arg.solve('A quadratic with one positive root.', square, 'd', {
      written: arg.term('(rho*n + (rho^2*n^2 + 4*rho*n*t/3)^(1/2))/2'),
    });
    arg.result('quadratic', 'Data, given size and sales', explicit);
  });
}

/** The bound of the baseline on size holds wherever quality falls short of a n^alpha and r > gamma. */
function bounded(arg: Writer, inSize: Line): void {
  arg.define(
    letters.nI,
    arg.term('(omega*alpha*E/(2*a^gamma))^(1/(1+alpha*gamma))'),
    'The bound on size of the baseline.',
  );
  const short = arg.solveInequality(
    'Data hold quality below what parameters alone would give.',
    arg.sign('What data leave missing.', arg.relation('q^(-r) > (a*n^alpha)^(-r)')),
    'q',
    arg.term('a*n^alpha'),
  );
  arg.inCase('Suppose r > gamma, as for every gamma <= 0.', arg.relation('r > gamma'), () => {
    const powers = arg.monotone(
      'A rising power keeps the order.',
      short,
      arg.relation('q^(r-gamma) = q^(r-gamma)'),
    );
    const gain = arg.scale(
      'The gain from one parameter.',
      powers,
      arg.term('omega*t*alpha*(a*n^alpha)^(-r)/n'),
      arg.relation('omega*t*alpha*(a*n^alpha)^(-r)/n*q^(r-gamma) < omega*t*alpha*(a*n^alpha)^(-gamma)/n'),
    );
    arg.replace(
      'It pays for training and inference.',
      gain,
      inSize,
      arg.relation('(6*d + 2*t)/E < omega*t*alpha*(a*n^alpha)^(-gamma)/n'),
    );
    const inference = arg.sign(
      'For inference alone all the more.',
      arg.relation('2*t/E < omega*t*alpha*(a*n^alpha)^(-gamma)/n'),
    );
    const bound = arg.solveInequality('Solved for n.', inference, 'n', arg.term('n_I'));
    arg.result('bound', 'Upper bound on size, for every E', bound);
  });
}
