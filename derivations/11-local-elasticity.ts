import { derivation } from '../src/derive/argument.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import { explicitBound } from './05-explicit-bound.ts';
import * as letters from './letters.ts';

/** d ln n*\/d ln E and its companions, exactly, in shares. */
export const localElasticity = derivation(
  {
    id: 'local-elasticity',
    title: 'Exact local elasticities in E',
    statement: 'With v = t/(3kd), inference against training at the margin, and w = n M\'/M, the margin\'s own elasticity in size, d ln n*/d ln E = (1 + v + w v)/((1+alpha gamma)(1+v) + (k-1) - w). Data, spend and sales follow.',
    source: 'derived here, by implicit differentiation',
    variant: 'baseline',
    uses: [reducedProfit, explicitBound],
    names: ['size', 'data', 'spend', 'sales', 'inference-share'],
  },
  () => reducedProfit().context,
  (arg) => {
    arg.declare(letters.epsN, letters.epsD, letters.epsC, letters.epsT, letters.spend);
    const stationary = arg.model('The reduced first-order condition.', reducedProfit().results['first-order'].relation);
    arg.assume('The margin is positive.', arg.relation('M > 0'));
    arg.positiveFactor('So is its slope.', stationary, arg.term('M'), arg.term('M1'));
    const v = arg.define(letters.v, arg.term('2/(E*M1)'), 'Inference cost per token of one parameter, against what that parameter adds to the margin.');
    const w = arg.define(letters.w, arg.term('n*M1/M'), 'Elasticity of the margin in size.');
    const u = arg.define(letters.u, arg.term('2*n/(E*M)'), 'Inference cost of a token against the margin.');
    arg.result('inference-share', 'The three shares are tied', arg.rewrite('They are tied.', u, { right: arg.term('v*w') }), []);
    arg.therefore('By the first-order condition v = t/(3kd): inference spend against k times training spend, 2t to 6kd per parameter.', [v], explicitBound().results.split.relation);
    const perR = arg.rearrange('The condition, solved for the cost coefficient.', stationary, arg.relation('R = E*M*M1/(12*delta*k*n^(k-1))'));
    const implicit = arg.implicit('Move E, and let n follow so that the condition holds.', stationary, 'n', 'E', arg.term('eps_n'), arg.term('E/n'));
    const onCurve = arg.substitute('The cost coefficient taken from the condition.', implicit, perR);
    const size = arg.rewrite('In shares.', onCurve, { right: arg.term('(1 + v + w*v)/((1+alpha*gamma)*(1+v) + (k-1) - w)') });
    arg.result('size', 'Elasticity of size', size, [...arg.assumptions, arg.fact('(1+alpha*gamma)*(1+v) + (k-1) - w > 0')]);
    const ray = arg.elasticity('Data follow the ray.', arg.model('Data on the ray.', arg.relation('d = R*n^(k-1)')), 'n', arg.term('eps_d'), arg.term('k-1'));
    const data = arg.therefore('So data respond k - 1 times as strongly as size.', [ray, size], arg.relation('eps_d = (k-1)*eps_n'));
    arg.result('data', 'Elasticity of data', data);
    const cost = arg.model('Training spend on the ray.', arg.relation('C = 6*R*n^k/E'));
    const inSize = arg.elasticity('Spend at fixed E.', cost, 'n', arg.term('eps_C'), arg.term('k'));
    const inE = arg.elasticity('Spend at fixed size: the same FLOP for fewer dollars.', cost, 'E', arg.term('eps_C'), arg.term('-1'));
    const spend = arg.therefore('Together.', [inSize, inE, size], arg.relation('eps_C = k*eps_n - 1'));
    arg.result('spend', 'Elasticity of training spend', spend);
    const best = arg.model('Best sales.', arg.relation('t = M/(2*delta)'));
    const direct = arg.elasticity('Sales are M/(2 delta). At fixed n, cheaper inference widens the margin.', best, 'E', arg.term('eps_t'), arg.term('u'));
    const throughSize = arg.elasticity('At fixed E, size widens it by w.', best, 'n', arg.term('eps_t'), arg.term('w'));
    const sales = arg.therefore('Together, by the chain rule.', [direct, throughSize, size], arg.relation('eps_t = u + w*eps_n'));
    arg.result('sales', 'Elasticity of sales', sales);
  },
);
