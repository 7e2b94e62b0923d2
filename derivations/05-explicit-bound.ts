import { derivation } from '../src/derive/argument.ts';
import { bestSales } from './02-best-sales.ts';
import { efficientRay } from './03-efficient-ray.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import * as letters from './letters.ts';

/** n* < n_I without asymptotics, and the exact identity that says how far below. */
export const explicitBound = derivation(
  {
    id: 'explicit-bound',
    title: 'An explicit bound on model size, and the exact gap below it',
    statement:
      'At every interior optimum n* < n_I = (omega alpha E/(2 a^gamma))^(1/(1+alpha gamma)), for every E, and n* = n_I (1 + 3kd/t)^(-1/(1+alpha gamma)) exactly. rho does not enter the bound.',
    source: 'derived here; sharper than theorems 1 and 2 of Hao & Merrill 2026',
    variant: 'baseline',
    uses: [bestSales, efficientRay, reducedProfit],
    names: ['marginal-positive', 'bound', 'split', 'identity'],
  },
  () => reducedProfit().context,
  (arg) => {
    arg.define(
      letters.nI,
      arg.term('(omega*alpha*E/(2*a^gamma))^(1/(1+alpha*gamma))'),
      'The size at which adoption gained by one parameter just pays for serving it.',
    );
    arg.assume('At an optimum that sells the margin is positive.', arg.relation('M > 0'));
    const stationary = arg.assume(
      'At an interior optimum the reduced first-order condition holds.',
      reducedProfit().results['first-order'].relation,
    );
    const positive = arg.positiveFactor(
      'The right side is positive, and so is the margin; therefore so is its slope.',
      stationary,
      arg.term('M'),
      arg.term('M1'),
    );
    arg.result('marginal-positive', 'The margin still rises at an optimum', positive);
    const costs = arg.sign(
      'Written out: a parameter still earns more adoption than it costs to serve.',
      arg.relation('2/E < alpha*omega/(a^gamma*n^(1+alpha*gamma))'),
      [positive],
    );
    const bound = arg.solveInequality(
      'One power of n on the right, none on the left.',
      costs,
      'n',
      arg.term('n_I'),
    );
    arg.result('bound', 'Upper bound, for every E', bound);
    const perMargin = arg.rearrange(
      'The condition, divided by the margin.',
      stationary,
      arg.relation('M1 = 12*delta*k*R*n^(k-1)/(E*M)'),
    );
    const margin = arg.rearrange(
      'The margin is what best sales make of it.',
      arg.cite('Best sales.', bestSales(), 'sales'),
      arg.relation('M = 2*delta*t'),
    );
    const scale = arg.rearrange(
      'The ray, the other way round.',
      arg.cite('Data on the ray.', efficientRay(), 'data'),
      arg.relation('R = d/n^(k-1)'),
    );
    const substituted = arg.substitute('In terms of sales and data.', perMargin, margin, scale);
    const bySales = arg.rewrite('Powers of n cancel.', substituted, { right: arg.term('6*k*d/(E*t)') });
    const split = arg.rearrange(
      'The slope written out: marginal revenue per token pays for inference, 2/E, and for training, 3kd/t times as much.',
      bySales,
      arg.relation('alpha*omega/(a^gamma*n^(1+alpha*gamma)) = 2/E*(1 + 3*k*d/t)'),
    );
    arg.result('split', 'Marginal revenue split between inference and training', split);
    const identity = arg.solve('Solved for n, with d/t taken as given.', split, 'n', {
      written: arg.term('n_I*(1 + 3*k*d/t)^(-1/(1+alpha*gamma))'),
    });
    arg.result('identity', 'Exact identity', identity);
  },
);
