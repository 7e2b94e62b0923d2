/** Blocks with parameters put in for by what they are defined to be. */
import type { Fact } from '../../kernel/facts.ts';
import type { Declaration, SymbolTable } from '../../kernel/symbols.ts';
import { substitute, symbolsOf, type Term } from '../../kernel/term.ts';
import type { Blocks } from '../block.ts';
import type { Definitions } from './letters.ts';

type Change = (value: Term) => Term;

/** The terms of every block changed. */
function changed({ quality, adoption, market, cost, constraint }: Blocks, put: Change): Blocks {
  const { reached: share } = quality;
  const { reached } = adoption;
  const { data } = cost;
  return {
    quality: {
      ...quality,
      build: (n, d) => put(quality.build(n, d)),
      ...(share && { reached: (n: Term, d: Term) => put(share(n, d)) }),
    },
    adoption: {
      ...adoption,
      onSale: (q) => put(adoption.onSale(q)),
      everywhere: (q) => put(adoption.everywhere(q)),
      ...(reached && { reached: (q: Term) => put(reached(q)) }),
    },
    market: {
      ...market,
      price: (f, t) => put(market.price(f, t)),
      revenue: (f, t) => put(market.revenue(f, t)),
      ...(market.sales && { sales: put(market.sales) }),
      ...(market.rivals && {
        rivals: market.rivals.map((rival) => ({ ...rival, atSymmetry: put(rival.atSymmetry) })),
      }),
    },
    cost: {
      ...cost,
      training: (n, d) => put(cost.training(n, d)),
      inference: (n, t) => put(cost.inference(n, t)),
      ...(data && { data: (d: Term) => put(data(d)) }),
    },
    constraint: {
      ...constraint,
      limits: () => constraint.limits().map((limit) => ({ ...limit, bound: put(limit.bound) })),
    },
  };
}

/** The parameters of a block with the defined ones taken out and those of what they stand for put in. */
function opened(parameters: readonly Declaration[], definitions: Definitions, letters: SymbolTable) {
  const names = parameters.flatMap(({ name }) => {
    const value = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    return value ? symbolsOf(value) : [];
  });
  const kept = parameters.filter(({ name }) => !Object.hasOwn(definitions, name));
  const more = [...letters.values()].filter(({ name }) => names.includes(name));
  return [...new Set([...kept, ...more])];
}

/** Facts with the definitions put in; what then says something of numbers alone is left out, since it is true or refused. */
const putFacts = (facts: readonly Fact[], put: Change): readonly Fact[] =>
  facts.map((fact) => ({ ...fact, term: put(fact.term) })).filter(({ term }) => symbolsOf(term).length > 0);

/** The blocks with every defined parameter replaced by what it stands for. */
export function withDefinitions(blocks: Blocks, definitions: Definitions, letters: SymbolTable): Blocks {
  if (Object.keys(definitions).length === 0) return blocks;
  const put: Change = (value) => substitute(value, definitions);
  const one = <B extends Blocks[keyof Blocks]>(block: B): B => ({
    ...block,
    parameters: opened(block.parameters, definitions, letters),
    facts: putFacts(block.facts, put),
  });
  const { quality, adoption, market, cost, constraint } = changed(blocks, put);
  return {
    quality: one(quality),
    adoption: one(adoption),
    market: one(market),
    cost: one(cost),
    constraint: one(constraint),
  };
}
