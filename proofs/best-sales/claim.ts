import { bestSales } from '../../derivations/02-best-sales.ts';
import * as letters from '../../derivations/letters.ts';
import { computed, resultHolds } from '../../src/claims/checks.ts';
import type { Claim, Judged } from '../../src/claims/claim.ts';
import type { At } from '../../src/claims/pool.ts';
import { type Model, settled } from '../../src/economics/model.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { rawDerivative } from '../../src/kernel/differentiate.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { subtract, symbol } from '../../src/kernel/term.ts';
import { solve } from '../../src/solve/solve.ts';
import { box, marginPositive, sells, standing } from '../hypotheses.ts';
import { identityUnder } from '../under.ts';

/** The formula gives negative sales where the margin is negative; the best sales there are none. */
const belowMargin = (): { off: number; tolerance: number } => {
  const at = { f: 1, omega: 1e-6, delta: 1e-20, n: 1e12, d: 1e12, E: 1e17, t: 1 };
  const formula = bestSales().results.sales.relation.right;
  const slope = evaluate(
    bestSales().results['first-order'].relation.left,
    { ...at, M: at.omega * at.f - (2 * at.n) / at.E },
    double,
  );
  const sales = evaluate(formula, at, double);
  return { off: slope < 0 && sales < 0 ? 1 : 0, tolerance: 0 };
};

/** The best sales of a model at given n and d, from its own market; null where the solver has none. */
function ownSales(model: Model): string | null {
  const { market, cost } = model.blocks;
  if (model.given.t) return `t = ${printText(model.given.t)}`;
  const [n, t, f] = [symbol('n'), symbol('t'), symbol('f')];
  const margin = rawDerivative(subtract(market.revenue(f, t), cost.inference(n, t)), 't');
  const context = {
    symbols: joinTables(model.symbols, symbolTable(letters.f)),
    facts: [...model.facts, SOLD],
  };
  const outcome = solve(settled(model, margin), 't', context);
  return outcome.kind === 'solved' ? `t = ${printText(outcome.roots[0].value)}` : null;
}

const SOLD = { term: symbol('f'), is: 'positive', because: 'something is sold' } as const;

function bestSalesUnder(model: Model): Judged {
  const isLacking = !model.parameters.some(({ name }) => name === 'delta');
  const off = (p: At): number => {
    const { omega = 0, f = 0, n = 0, E = 1, delta = Number.NaN, t = 0 } = p;
    return isLacking ? 1 : Math.abs((omega * f - (2 * n) / E) / (2 * delta) / t - 1);
  };
  const question = 'Is t* = (omega f - 2n/E)/(2 delta)?';
  return identityUnder({ model, name: 'sales', question, tolerance: 1e-6, off }, () => ownSales(model));
}

export const bestSalesClaim: Claim = {
  id: 'best-sales',
  reading: 'at given n and d',
  statement: 't* = (omega f - 2n/E)/(2 delta)',
  source: 'Hao & Merrill 2026, best sales',
  variant: 'baseline',
  hypotheses: [standing, sells, marginPositive, box],
  uses: [bestSales],
  law: 'sales',
  under: bestSalesUnder,
  checks: [baseline, dataBound]
    .map((model) =>
      resultHolds({
        role: 'holds',
        name: `sales-${model.id}`,
        model,
        derivation: bestSales,
        result: 'sales',
        tolerance: 1e-9,
        question: `Does the referee's t equal the formula at its n and d (${model.id})?`,
      }),
    )
    .concat(
      computed(
        'elsewhere',
        'no-margin',
        'Is the formula also right where the margin is negative?',
        belowMargin,
        'margin',
      ),
    ),
};
