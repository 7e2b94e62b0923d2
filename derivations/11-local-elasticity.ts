import { derivation } from '../src/derive/argument.ts';
import { bestSales } from './02-best-sales.ts';
import { efficientRay } from './03-efficient-ray.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import { explicitBound } from './05-explicit-bound.ts';
import * as letters from './letters.ts';

/** d ln n*\/d ln E and its companions, exactly, in shares. */
export const localElasticity = derivation(
  {
    id: 'local-elasticity',
    title: 'Exact local elasticities in E',
    statement:
      "With v = t/(3kd), inference against training at the margin, and w = n M'/M, the margin's own elasticity in size, d ln n*/d ln E = (1 + v + w v)/((1+alpha gamma)(1+v) + (k-1) - w). Data, spend and sales follow.",
    source: 'derived here, by implicit differentiation',
    variant: 'baseline',
    uses: [bestSales, efficientRay, reducedProfit, explicitBound],
    names: ['v', 'size', 'data', 'spend', 'sales', 'inference-share'],
  },
  () => reducedProfit().context,
  (arg) => {
    arg.declare(
      letters.epsN,
      letters.epsD,
      letters.epsC,
      letters.epsT,
      letters.epsDn,
      letters.epsCn,
      letters.epsCE,
      letters.epsTn,
      letters.epsTE,
    );
    arg.assume('The margin is positive.', arg.relation('M > 0'));
    const stationary = arg.assume(
      'At an interior optimum the reduced first-order condition holds.',
      reducedProfit().results['first-order'].relation,
    );
    arg.positiveFactor('So is its slope.', stationary, arg.term('M'), arg.term('M1'));
    arg.define(
      letters.v,
      arg.term('2/(E*M1)'),
      'Inference cost per token of one parameter, against what that parameter adds to the margin.',
    );
    arg.define(letters.w, arg.term('n*M1/M'), 'Elasticity of the margin in size.');
    const u = arg.define(letters.u, arg.term('2*n/(E*M)'), 'Inference cost of a token against the margin.');
    arg.result(
      'inference-share',
      'The three shares are tied',
      arg.rewrite('They are tied.', u, { right: arg.term('v*w') }),
    );
    const split = arg.rearrange(
      'The slope of the margin, by the split of marginal revenue.',
      arg.cite('At an optimum marginal revenue is split.', explicitBound(), 'split'),
      arg.relation('M1 = 6*k*d/(E*t)'),
    );
    const share = arg.rewrite(
      'Inference spend against k times training spend, 2t to 6kd per parameter.',
      arg.substitute('So v is a ratio of spends.', arg.recall('v again.', 'v'), split),
      { right: arg.term('t/(3*k*d)') },
    );
    arg.result('v', 'Inference against training at the margin', share);
    const perR = arg.rearrange(
      'The condition, solved for the cost coefficient.',
      stationary,
      arg.relation('R = E*M*M1/(12*delta*k*n^(k-1))'),
    );
    const implicit = arg.implicit(
      'Move E, and let n follow so that the condition holds.',
      stationary,
      'n',
      'E',
      arg.term('eps_n'),
      arg.term('E/n'),
    );
    const onCurve = arg.substitute('The cost coefficient taken from the condition.', implicit, perR);
    const size = arg.rewrite('In shares.', onCurve, {
      right: arg.term('(1 + v + w*v)/((1+alpha*gamma)*(1+v) + (k-1) - w)'),
    });
    arg.result('size', 'Elasticity of size', size, [
      ...arg.assumptions,
      arg.fact('(1+alpha*gamma)*(1+v) + (k-1) - w > 0'),
    ]);
    const ray = arg.elasticity(
      'Data follow the ray.',
      arg.cite('Data on the ray.', efficientRay(), 'data'),
      'n',
      arg.term('eps_dn'),
      arg.term('k-1'),
    );
    const data = arg.substitute(
      'So data respond k - 1 times as strongly as size.',
      arg.therefore('By the chain rule.', [ray, size], arg.relation('eps_d = eps_dn*eps_n')),
      ray,
    );
    arg.result('data', 'Elasticity of data', data);
    const cost = arg.cite('Training spend on the ray.', reducedProfit(), 'spend');
    const inSize = arg.elasticity('Spend at fixed E.', cost, 'n', arg.term('eps_Cn'), arg.term('k'));
    const inE = arg.elasticity(
      'Spend at fixed size: the same FLOP for fewer dollars.',
      cost,
      'E',
      arg.term('eps_CE'),
      arg.term('-1'),
    );
    const spend = arg.substitute(
      'Together.',
      arg.therefore('By the chain rule.', [inSize, inE, size], arg.relation('eps_C = eps_CE + eps_Cn*eps_n')),
      inSize,
      inE,
    );
    arg.result('spend', 'Elasticity of training spend', spend);
    const best = arg.cite('Best sales.', bestSales(), 'sales');
    const direct = arg.elasticity(
      'Sales are M/(2 delta). At fixed n, cheaper inference widens the margin.',
      best,
      'E',
      arg.term('eps_tE'),
      arg.term('u'),
    );
    const throughSize = arg.elasticity(
      'At fixed E, size widens it by w.',
      best,
      'n',
      arg.term('eps_tn'),
      arg.term('w'),
    );
    const sales = arg.substitute(
      'Together.',
      arg.therefore(
        'By the chain rule.',
        [direct, throughSize, size],
        arg.relation('eps_t = eps_tE + eps_tn*eps_n'),
      ),
      direct,
      throughSize,
    );
    arg.result('sales', 'Elasticity of sales', sales);
  },
);
