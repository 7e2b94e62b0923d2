/**
 * A model as a geometric program: profit is a gain less costs, ln gain is concave and each cost a product of powers, all in
 * the logarithms y of what is chosen. Then the set where profit exceeds any level that is not negative is convex in y, and a
 * point that fulfils the first-order conditions with a profit is the one optimum.
 *
 * Where quality is the smaller of two things, each costs something, so both are equal at an optimum and one variable
 * follows the others. Conditions along that ray with the costs of both positive give weights of the two sides between 0
 * and 1, so they are those of the whole problem.
 *
 * Where gain and costs are powers of one letter, its best value given the others has a closed form (`best.ts`), which is put
 * in; what is left is smaller, and its conditions are those of the whole problem at that value.
 *
 * Where sellers answer one another, a cost c t s of one's own t and the others' s = (m-1) t has half the derivative in
 * one's own ln t that it has in all: with each cost taken κ = own exponents/all exponents times, the conditions of the
 * equilibrium are those of one maximum, of a potential. It exceeds a seller's profit, so an equilibrium in which sellers
 * profit is that maximum.
 */
import { contextOf, type Model } from '../../economics/model.ts';
import { joinLogarithms } from '../../economics/monomials.ts';
import { rawDerivative } from '../../kernel/differentiate.ts';
import { OptimandError } from '../../kernel/issues.ts';
import { areEqual } from '../../kernel/normal/equal.ts';
import { isPositive } from '../../kernel/sign.ts';
import { add, isZeroTerm, substitute, symbol, symbolsOf, type Term } from '../../kernel/term.ts';
import { splitProfit, summandsOf } from '../split.ts';
import { type Best, bestOf, type Costs } from './best.ts';
import { ascent, balances, type System } from './conditions.ts';
import { curvatureOf, isConcave } from './curvature.ts';
import { Graph, inputOf, type Node, put } from './graph.ts';
import { type Letter, Logarithms } from './logarithm.ts';
import { depends, early, inverse, monomialIn, no, opened, type Ray, rayOf, replaced } from './ray.ts';
import { slopeOf } from './slope.ts';
import { reached } from './stages.ts';

/** The logarithm of the quality, or of what stands for it, from which Newton's method starts. */
const START = 2.5;
/** Where nothing says where to start. */
const ANYWHERE = 30;
const MARK = 'start';
/** Share of the gain that other costs leave at the least, at the start. */
const LEAST_LEFT = 0.05;

export interface Geometric extends System {
  readonly graph: Graph;
  /** What is solved for: the letters by whose logarithms. */
  readonly solved: readonly string[];
  /** Conditions of the letters that the others decide in closed form: zero but for rounding. */
  readonly settled: readonly Node[];
  /** Where Newton's method starts, one a letter, in the parameters alone. */
  readonly start: readonly Node[];
  /** Below zero where the letters are too large for anything to sell at a profit; null where that cannot be. */
  readonly room: Node | null;
  /** Costs as shares of the gain, of the potential and of a seller's own profit: below 1 there is a profit. */
  readonly potentialShare: Node;
  readonly share: Node;
  /** ln of dollars: what costs are shares of. */
  readonly gain: Node;
  /** Above zero and finite where anything sells, and only there. */
  readonly opening: Node;
  /** Dollars. */
  readonly revenue: Node;
  /** ln of dollars. */
  readonly trainingSpend: Node;
  /** ln n, ln d, ln t. */
  readonly quantities: Readonly<Record<'n' | 'd' | 't', Node>>;
  /** ln bound of the letters solved for that have one. */
  readonly bounds: readonly (Node | null)[];
  /**
   * What inference, training and data cost more with the logarithm of size, as shares of the gain: along the ray where there
   * is one, each by the letter that it is about where there is none. Null where the letters say no such thing.
   */
  readonly marginals: readonly Node[] | null;
  /** The largest share that is reached of what can be had at most; 0 where nothing is meant. */
  readonly reached: Node;
  /** Whether a letter has a part in whether anything sells. */
  readonly opens: readonly boolean[];
  /** Whether one letter follows the others along a kink. */
  readonly tied: boolean;
}

/** Costs as products of powers of the letters. */
function checkCosts(costs: readonly Term[], model: Model, ray: Ray | null): void {
  const context = contextOf(model);
  const names = [...model.variables, ...Object.keys(model.rivals)];
  for (const cost of costs) {
    if (curvatureOf(cost, names, context) !== 'affine') no('a cost that is no product of powers');
  }
  const tied = ray ? symbolsOf(ray.kink).filter((name) => model.variables.includes(name)) : [];
  for (const letter of tied) {
    const slopes = costs.map((cost) => rawDerivative(cost, letter));
    const signs = slopes.map((slope) => (isZeroTerm(slope) ? 'zero' : isPositive(slope, context)));
    if (!signs.includes('yes') || signs.some((sign) => sign !== 'zero' && sign !== 'yes'))
      no(`a kink in ${letter}, which costs nothing`);
  }
}

/** κ ≤ 1 with own = κ all, or null where there is no such number. */
function proportion(own: readonly Node[], all: readonly Node[]): number | null {
  if (own.every((node, j) => node === all[j])) return 1;
  let ratio: number | null = null;
  for (const [j, node] of all.entries()) {
    const mine = own[j] as Node;
    if (node.operation !== 'number' || mine.operation !== 'number') return null;
    if (node.constant === 0 && mine.constant === 0) continue;
    const here = mine.constant / node.constant;
    if (ratio !== null && ratio !== here) return null;
    ratio = here;
  }
  return ratio !== null && ratio <= 1 ? ratio : null;
}

class Builder {
  readonly graph = new Graph();
  readonly ray: Ray | null;
  readonly solved: readonly string[];
  readonly gainTerm: Term;
  readonly costTerms: readonly Term[];
  private readonly gates: readonly Term[];

  constructor(private readonly model: Model) {
    const context = contextOf(model);
    const { gain, loss, gates } = splitProfit(model.profit, context);
    this.gates = gates;
    const whole = joinLogarithms(opened(gain), (part) => depends(part, model.variables));
    if (depends(whole, Object.keys(model.rivals))) no('a gain that depends on the rest of the industry');
    this.ray = rayOf(whole, model);
    this.costTerms = summandsOf(loss);
    checkCosts(this.costTerms, model, this.ray);
    const sides = this.ray ? replaced(whole, this.ray.kink, this.ray.side) : whole;
    if (!isConcave(curvatureOf(whole, model.variables, context)))
      no('a gain whose logarithm may not be concave');
    this.gainTerm = joinLogarithms(sides, (part) => depends(part, model.variables));
    this.solved = model.variables.filter((name) => name !== this.ray?.letter);
  }

  /** A term with what is not solved for put in. */
  private settle(value: Term): Term {
    const free = substitute(value, this.model.given);
    return this.ray ? substitute(free, { [this.ray.letter]: this.ray.value }) : free;
  }

  private letter = (name: string, others: 'fixed' | 'moving'): Letter => {
    const { graph, solved, model } = this;
    const rival = model.rivals[name];
    if (rival && others === 'moving') {
      return { logarithm: this.ln(rival), value: graph.exp(this.ln(rival)) };
    }
    if (solved.includes(name) || rival) {
      const logarithm = graph.input(inputOf(name));
      return { logarithm, value: graph.exp(logarithm) };
    }
    const value = graph.input(name);
    return { logarithm: graph.log(value), value };
  };

  ln(value: Term, others: 'fixed' | 'moving' = 'moving'): Node {
    const moving = new Set(this.solved);
    return new Logarithms(this.graph, (name) => this.letter(name, others), moving).ln(this.settle(value));
  }

  slopes(node: Node): Node[] {
    const { graph } = this;
    return this.solved.map((letter) =>
      slopeOf(graph, (one) => (one === graph.input(inputOf(letter)) ? graph.number(1) : null))(node),
    );
  }

  costs(): Costs {
    const logarithms = this.costTerms.map((cost) => this.ln(cost));
    const exponents = logarithms.map((node) => this.slopes(node));
    const weights = this.costTerms.map((cost, i) => {
      const own = this.slopes(this.ln(cost, 'fixed'));
      return (
        proportion(own, exponents[i] as Node[]) ?? no('sellers whose conditions are those of no potential')
      );
    });
    return { logarithms, weights, exponents };
  }

  /** ln of the letter where its share of quality is e^START. */
  private fromQuality(letter: string): Node | null {
    const found = monomialIn(early(this.gainTerm), letter, this.solved);
    const mark = symbol(MARK);
    const value = found && inverse(found, letter, mark);
    if (!value) return null;
    return put(this.graph, new Map([[MARK, this.graph.number(Math.exp(START))]]))(this.ln(value));
  }

  /**
   * The least of the values of a letter at which its marginal gain is one of its marginal costs alone, where that is one
   * power of the letter against another: the optimum lies below each. Null where there is none.
   */
  private least(j: number, gain: Node, slopes: readonly Node[], costs: Costs): Node | null {
    const { graph } = this;
    const bounds = costs.logarithms.flatMap((cost, i) => {
      const exponent = costs.exponents[i]?.[j] as Node;
      if (exponent.operation === 'number' && exponent.constant === 0) return [];
      const gap = graph.combine(
        [1, gain],
        [1, graph.log(slopes[j] as Node)],
        [-1, cost],
        [-1, graph.log(exponent)],
      );
      const along = this.slopes(gap);
      const isAlone = along.every(
        (slope, k) => k === j || (slope.operation === 'number' && slope.constant === 0),
      );
      if (!isAlone || along[j]?.moves) return [];
      const at = put(graph, new Map([[inputOf(this.solved[j] as string), graph.number(0)]]))(gap);
      return at.moves ? [] : [graph.negate(graph.divide(at, along[j] as Node))];
    });
    return bounds.length > 0 ? bounds.reduce(graph.min) : null;
  }

  /** A letter at its best against the steepest of its costs, the other costs lowering the gain. */
  private best(j: number, at: readonly Node[], gain: Node, slopes: readonly Node[], costs: Costs): Node {
    const { graph, solved } = this;
    const inputs = new Map(solved.map((letter, k) => [inputOf(letter), at[k] as Node]));
    const here = put(graph, inputs);
    const steepness = costs.exponents.map((own) => (own[j]?.operation === 'number' ? own[j].constant : 0));
    const steepest = steepness.indexOf(Math.max(...steepness));
    const up = slopes[j] as Node;
    const gap = (i: number): Node => {
      const down = graph.multiply(graph.number(costs.weights[i] ?? 1), costs.exponents[i]?.[j] as Node);
      return graph.combine(
        [1, gain],
        [1, graph.log(up)],
        [-1, costs.logarithms[i] as Node],
        [-1, graph.log(down)],
      );
    };
    const others = [...steepness.keys()].filter((i) => i !== steepest && (steepness[i] ?? 0) > 0);
    const taken = others.map((i) => graph.exp(graph.negate(gap(i))));
    const left = graph.max(graph.number(LEAST_LEFT), graph.subtract(graph.number(1), graph.add(...taken)));
    const down = graph.subtract(costs.exponents[steepest]?.[j] as Node, up);
    return here(graph.divide(graph.add(gap(steepest), graph.plainLog(left)), down));
  }

  /** Where Newton's method starts: letters at a bound or where quality is some, and then the others at their best. */
  start(gain: Node, slopes: readonly Node[], costs: Costs): readonly Node[] {
    const { graph, solved } = this;
    const first = solved.map((letter, j) => this.least(j, gain, slopes, costs) ?? this.fromQuality(letter));
    return first.map((known, j) => {
      const at = solved.map((_, k) => (k === j ? graph.number(0) : (first[k] ?? graph.number(ANYWHERE))));
      return known ?? this.best(j, at, gain, slopes, costs);
    });
  }

  /** The gain less those of the costs that are part of revenue. */
  revenue(gain: Node, shares: readonly Node[]): Node {
    const { graph, model } = this;
    const spend = summandsOf(add(model.trainingSpend, model.inferenceSpend, model.dataSpend));
    const kept = this.costTerms.flatMap((cost, i) =>
      spend.some((one) => areEqual(one, cost, contextOf(model))) ? [] : [shares[i] as Node],
    );
    const share = graph.subtract(graph.number(1), graph.add(...kept));
    return graph.multiply(graph.exp(gain), share);
  }

  marginals(gain: Node): readonly Node[] | null {
    const { graph, model, solved, ray } = this;
    const along = ray ? solved.filter((letter) => letter !== 't') : ['n', 'd'];
    const [size, data = size] = along.map((letter) => solved.indexOf(letter));
    if (size === undefined || data === undefined || size < 0 || data < 0 || (ray && along.length > 1))
      return null;
    const growth = (spend: Term, j: number): Node => {
      if (isZeroTerm(spend)) return graph.number(0);
      const node = this.ln(spend);
      return graph.multiply(this.slopes(node)[j] as Node, graph.exp(graph.subtract(node, gain)));
    };
    return [
      growth(model.inferenceSpend, size),
      growth(model.trainingSpend, size),
      growth(model.dataSpend, data),
    ];
  }

  reached(): Node {
    const { graph, model, ray, solved } = this;
    const logarithms = new Logarithms(graph, (name) => this.letter(name, 'moving'), new Set(solved));
    const shares = model.reached.map((share) =>
      logarithms.value(this.settle(ray ? replaced(share, ray.kink, ray.side) : share)),
    );
    return shares.reduce(graph.max, graph.number(0));
  }

  /** Gates with the kink's side and what is not solved for put in. */
  opens(): readonly boolean[] {
    const gates = this.gates.map((gate) =>
      this.settle(this.ray ? replaced(gate, this.ray.kink, this.ray.side) : gate),
    );
    return this.solved.map((letter) => gates.some((gate) => depends(gate, [letter])));
  }

  bound(letter: string): Node | null {
    const limit = this.model.limits.find(({ variable }) => variable === letter);
    return limit ? this.ln(limit.bound) : null;
  }
}

/** The least of what stands under a logarithm that varies from step to step. */
function openingOf(graph: Graph, gain: Node): Node {
  const all = reached([gain]).filter(({ operation, moves }) => operation === 'log' && moves);
  return all.map(({ parts }) => parts[0] as Node).reduce(graph.min, graph.number(1));
}

/** The geometric program of a model. @throws OptimandError saying what stands in the way. */
function build(model: Model, goal: Goal): Geometric {
  const builder = new Builder(model);
  const { graph } = builder;
  const gain = builder.ln(builder.gainTerm);
  const slopes = builder.slopes(gain);
  const costs = builder.costs();
  const shares = costs.logarithms.map((node) => graph.exp(graph.subtract(node, gain)));
  const potentialShare = graph.combine(...shares.map((node, i) => [costs.weights[i] ?? 1, node] as const));
  const pulls = builder.solved.map((_, j) =>
    graph.add(
      ...shares.map((node, i) => {
        const pull = graph.multiply(costs.exponents[i]?.[j] as Node, node);
        return graph.combine([costs.weights[i] ?? 1, pull]);
      }),
    ),
  );
  const parts = { graph, solved: builder.solved, gain, slopes, costs };
  const best = builder.solved.map((letter, j) => (builder.bound(letter) ? null : bestOf(parts, j, goal)));
  const follows = best.findIndex((value) => value !== null);
  const inputs = new Map(
    follows < 0 ? [] : [[inputOf(builder.solved[follows] as string), (best[follows] as Best).logarithm]],
  );
  const here = put(graph, inputs);
  const isKept = (_: unknown, j: number): boolean => j !== follows;
  const start = builder.start(gain, slopes, costs).filter(isKept);
  const marginals = builder.marginals(gain);
  const revenue = builder.revenue(gain, shares);
  const solved = builder.solved.filter(isKept);
  const along = {
    graph,
    slopes: (node: Node): Node[] => builder.slopes(node).filter(isKept),
  };
  const shape = goal === 'profit' ? balances : ascent;
  const system = (isOne: typeof isKept): System =>
    shape(along, slopes.filter(isOne).map(here), pulls.filter(isOne).map(here), here(potentialShare));
  return {
    graph,
    solved,
    ...system(isKept),
    settled: system((_, j) => j === follows).conditions,
    start,
    room: best[follows]?.room ?? null,
    potentialShare: here(potentialShare),
    share: here(graph.add(...shares)),
    gain: here(gain),
    opening: openingOf(graph, here(gain)),
    revenue: here(revenue),
    trainingSpend: here(builder.ln(model.trainingSpend)),
    quantities: {
      n: here(builder.ln(symbol('n'))),
      d: here(builder.ln(symbol('d'))),
      t: here(builder.ln(symbol('t'))),
    },
    bounds: solved.map((letter) => builder.bound(letter)),
    marginals: marginals?.map(here) ?? null,
    reached: here(builder.reached()),
    opens: builder.opens().filter(isKept),
    tied: builder.ray !== null,
  };
}

export type Goal = 'profit' | 'surplus';

const programs = {
  profit: new WeakMap<Model, Geometric | string>(),
  surplus: new WeakMap<Model, Geometric | string>(),
};

/**
 * The geometric program of a model, or one sentence on why it has none; the same object for the same model. The goal is
 * the potential, or the surplus ln gain - ln costs of it, whose highest value says whether there is a profit at all.
 */
export function geometricOf(model: Model, goal: Goal = 'profit'): Geometric | string {
  const known = programs[goal].get(model);
  if (known !== undefined) return known;
  let found: Geometric | string;
  try {
    found = build(model, goal);
  } catch (error) {
    if (!(error instanceof OptimandError)) throw error;
    found = error.message;
  }
  programs[goal].set(model, found);
  return found;
}
