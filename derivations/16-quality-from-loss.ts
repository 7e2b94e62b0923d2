import type { Line } from '../src/derive/argument.ts';
import { derivation } from '../src/derive/argument.ts';
import { a, alpha, b, beta, d, n, q } from '../src/economics/symbols.ts';
import { symbolTable } from '../src/kernel/symbols.ts';
import * as letters from './letters.ts';

/** The parameters of quality from a fitted loss law, for the law itself and for the smaller of two powers. */
export const qualityFromLoss = derivation(
  {
    id: 'quality-from-loss',
    title: "From a loss law to the model's parameters",
    statement:
      'Let L = L_inf + A n^(-alpha) + B d^(-beta), and let the first model that anybody buys have the loss L_1. Quality q = (L_1 - L_inf)/(L - L_inf) is 1 there and is the CES law with r = 1, a = (L_1 - L_inf)/A and b = (L_1 - L_inf)/B, for every n and d. The Leontief law min(a_1 n^alpha, b_1 d^beta) with a_1 = a/(1 + alpha/beta) and b_1 = b/(1 + beta/alpha) has the same quality where training compute is least for its quality, on its own efficient ray, and less quality elsewhere. L_1 does not enter rho.',
    source: 'derived here; the loss law is that of Hoffmann et al. 2022',
    variant: 'ces-quality',
    uses: [],
    names: [
      'quality',
      'a',
      'b',
      'ces',
      'rho',
      'compute-optimal',
      'a-leontief',
      'b-leontief',
      'rho-leontief',
      'path-n',
      'path-d',
      'gap',
    ],
  },
  () => ({ symbols: symbolTable(n, d, q, alpha, beta, a, b, letters.r), facts: [] }),
  (arg) => {
    arg.declare(
      letters.L,
      letters.Linf,
      letters.A,
      letters.dataLoss,
      letters.firstLoss,
      letters.firstShortfall,
      letters.rho,
    );
    const loss = arg.model('The law that is fitted.', arg.relation('L = L_inf + A*n^(-alpha) + B*d^(-beta)'));
    const first = arg.let('What the first model sold leaves.', arg.relation('l_1 = L_1 - L_inf'));
    const definition = arg.let(
      'Quality is the inverse of the loss that can still be removed, in units of that.',
      arg.relation('q = l_1/(L - L_inf)'),
      [first],
    );
    arg.result('quality', 'Quality, 1 at the loss L_1', definition);
    const quality = arg.rewrite('L_inf drops out.', arg.substitute('The law put in.', definition, loss), {
      right: arg.term('l_1/(A*n^(-alpha) + B*d^(-beta))'),
    });
    const efficiencies = cesLaw(arg, quality);
    const optimal = leastCompute(arg, loss);
    leontiefLaw(arg, quality, efficiencies, optimal);
  },
);

type Writer = Parameters<Parameters<typeof derivation>[2]>[0];

interface Efficiencies {
  /** A and B in terms of a and b. */
  readonly A: Line;
  readonly B: Line;
}

/** r = 1, exactly. */
function cesLaw(arg: Writer, quality: Line): Efficiencies {
  const size = arg.let('Call this a.', arg.relation('a = l_1/A'));
  const data = arg.let('And this b.', arg.relation('b = l_1/B'));
  arg.result('a', 'Parameter efficiency', size);
  arg.result('b', 'Data efficiency', data);
  const A = arg.rearrange('Then A.', size, arg.relation('A = l_1/a'));
  const B = arg.rearrange('And B.', data, arg.relation('B = l_1/b'));
  const ces = arg.rewrite(
    'The shortfall of the first model drops out: this is the CES law with r = 1.',
    arg.substitute('Both put in.', quality, A, B),
    { right: arg.term('((a*n^alpha)^(-1) + (b*d^beta)^(-1))^(-1)') },
  );
  arg.result('ces', 'Quality as the CES law with r = 1', ces);
  const rho = arg.let('Data per parameter on an efficient ray.', arg.relation('rho = (a/b)^(1/alpha)'));
  const free = arg.rewrite(
    'It does not depend on which model is the first.',
    arg.substitute('In the constants of the law.', rho, size, data),
    { right: arg.term('(B/A)^(1/alpha)') },
  );
  arg.result('rho', 'rho of the CES law', free);
  return { A, B };
}

/** The mix of least training compute for its loss: what one FLOP more removes is the same through n and through d. */
function leastCompute(arg: Writer, loss: Line): Line {
  arg.declare(letters.compute, letters.lossSlope);
  const budget = arg.let('Training compute.', arg.relation('C_F = 6*n*d'));
  const data = arg.solve('The data that it leaves.', budget, 'd');
  const slope = arg.differentiate(
    'Loss along a budget.',
    arg.substitute('The data put in.', loss, data),
    'n',
    arg.term('L_n'),
  );
  const condition = arg.substitute(
    'In n and d.',
    arg.stationary('Least loss for the budget, and so least compute for the loss.', slope),
    budget,
  );
  const optimal = arg.rearrange(
    'Each shortfall in proportion to its exponent.',
    condition,
    arg.relation('B = alpha*A*n^(-alpha)/(beta*d^(-beta))'),
  );
  arg.result('compute-optimal', 'Where training compute is least for its loss', optimal);
  return optimal;
}

/** The smaller of two powers that has the same quality on the compute-optimal path. */
function leontiefLaw(arg: Writer, quality: Line, { A, B }: Efficiencies, optimal: Line): void {
  arg.declare(letters.a1, letters.b1, letters.rho1);
  const size = arg.let(
    'Parameter efficiency, less the share of data.',
    arg.relation('a_1 = a/(1 + alpha/beta)'),
  );
  const data = arg.let(
    'Data efficiency, less the share of parameters.',
    arg.relation('b_1 = b/(1 + beta/alpha)'),
  );
  const [fromA, fromB] = [
    arg.rearrange('Then a.', size, arg.relation('a = a_1*(1 + alpha/beta)')),
    arg.rearrange('And b.', data, arg.relation('b = b_1*(1 + beta/alpha)')),
  ];
  const inA = arg.rewrite(
    'In the constants of the law.',
    arg.substitute('With a = l_1/A.', size, arg.relation('a = l_1/A')),
    { right: arg.term('beta*l_1/((alpha + beta)*A)') },
  );
  const inB = arg.rewrite(
    'And so for data.',
    arg.substitute('With b = l_1/B.', data, arg.relation('b = l_1/B')),
    { right: arg.term('alpha*l_1/((alpha + beta)*B)') },
  );
  arg.result('a-leontief', 'Parameter efficiency of the Leontief law', inA);
  arg.result('b-leontief', 'Data efficiency of the Leontief law', inB);
  const rho = arg.rewrite(
    'The first model drops out here too.',
    arg.substitute(
      'Both put in.',
      arg.let('Data per parameter on its efficient ray.', arg.relation('rho_1 = (a_1/b_1)^(1/alpha)')),
      inA,
      inB,
    ),
    { right: arg.term('(beta*B/(alpha*A))^(1/alpha)') },
  );
  arg.result('rho-leontief', 'rho of the Leontief law', rho);
  const inSize = arg.rewrite(
    'On the path quality is a power of n alone.',
    arg.substitute(
      'In a_1.',
      arg.substitute('In a.', arg.substitute('The path.', quality, optimal), A),
      fromA,
    ),
    { right: arg.term('a_1*n^alpha') },
  );
  const swapped = arg.rearrange(
    'The path, the other way round.',
    optimal,
    arg.relation('A = beta*B*d^(-beta)/(alpha*n^(-alpha))'),
  );
  const inData = arg.rewrite(
    'And the same power of d: the path is the efficient ray of the Leontief law.',
    arg.substitute(
      'In b_1.',
      arg.substitute('In b.', arg.substitute('The path.', quality, swapped), B),
      fromB,
    ),
    { right: arg.term('b_1*d^beta') },
  );
  arg.result('path-n', 'Quality on the path, by size', inSize);
  arg.result('path-d', 'Quality on the path, by data', inData);
  const anywhere = arg.substitute(
    'Off the path too.',
    arg.substitute('In a and b.', quality, A, B),
    fromA,
    fromB,
  );
  const gap = arg.rearrange(
    'What quality exceeds one power by has the sign of what the other power does: quality lies between the two, so never below the smaller.',
    anywhere,
    arg.relation(
      'q - a_1*n^alpha = alpha*a_1*n^alpha*(b_1*d^beta - a_1*n^alpha)/(alpha*a_1*n^alpha + beta*b_1*d^beta)',
    ),
  );
  arg.result('gap', 'Quality beyond the Leontief law', gap);
}
