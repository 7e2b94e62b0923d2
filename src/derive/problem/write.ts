/** How the argument about a problem is written: one derivation for each choice of the constraints that bind. */
import { type System, systemsOf } from '../../economics/lagrangian.ts';
import { contextOfProblem, type Problem } from '../../economics/problem.ts';
import { type Ray, rayOf } from '../../economics/ray.ts';
import type { Context } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { printText } from '../../kernel/print-text.ts';
import { type Declaration, joinTables, NEGATIVE, POSITIVE, REAL, symbolTable } from '../../kernel/symbols.ts';
import { symbol, symbolsOf, type Term } from '../../kernel/term.ts';
import { Argument, type Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation } from '../relation.ts';

const SOURCE = 'derived here from the problem, by the same argument for every problem';

/** A letter of the argument, apart from the problem's own. */
export function letterOf(
  problem: Problem,
  name: string,
  tex: string,
  unit: string,
  meaning: string,
): Declaration {
  const isTaken = problem.symbols.has(name);
  return {
    name: isTaken ? `${name}_0` : name,
    tex: isTaken ? `${tex}_0` : tex,
    unit,
    meaning,
    domain: REAL,
    role: 'quantity',
    source: 'this derivation',
  };
}

export const sym = ({ name }: { readonly name: string }): Term => symbol(name);

/** The name of the letter that a line gives. */
export const nameOf = ({ left }: Line): string => printText(left);

/** The letter of the objective. */
export const objectiveLetter = (problem: Problem): Declaration =>
  problem.quantities.find(({ letter }) => letter.name === problem.objectiveName)?.letter as Declaration;

export interface Head {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly uses: readonly string[];
}

/** What the ids of derivations for one choice of binding constraints end with; nothing where there is one choice. */
const tagOf = ({ binding }: System, all: readonly System[]): string =>
  all.length < 2 ? '' : `-${binding.map(({ constraint }) => constraint.id).join('-') || 'free'}`;

const whereOf = ({ binding }: System, all: readonly System[]): string =>
  all.length < 2
    ? ''
    : binding.length === 0
      ? ', where no constraint binds'
      : `, where ${binding.map(({ constraint }) => constraint.id).join(' and ')} binds`;

/** What holds of the multipliers of what binds: they are positive on the one side of their constraints, negative on the other. */
function contextAt(problem: Problem, { binding }: System): Context {
  const { symbols, facts } = contextOfProblem(problem);
  const prices = binding.map(({ constraint: { multiplier }, side }) => ({
    ...multiplier,
    domain: side === 1 ? POSITIVE : NEGATIVE,
  }));
  return { symbols: joinTables(symbols, symbolTable(...prices)), facts };
}

/** The ray of a problem, in its own letters. @throws OptimandError where a kink is not known to be the optimum. */
export const rayIn = (problem: Problem): Ray | null =>
  rayOf(
    problem,
    problem.variables.map(({ name }) => name),
    contextOfProblem(problem),
  );

/** What all do, put in where one has taken the others as given. */
export function atSymmetry(arg: Argument, { rivals }: Problem, line: Line): Line {
  const own = Object.entries(rivals).filter(([name]) =>
    [line.left, line.right].some((side) => symbolsOf(side).includes(name)),
  );
  return own.length === 0
    ? line
    : arg.substitute(
        'All are alike, so in equilibrium the others do the same.',
        line,
        ...own.map(([name, value]) => equation(symbol(name), value)),
      );
}

/** The choices of constraints under which there can be an optimum. @throws OptimandError where there is none. */
export function systemsIn(problem: Problem): readonly System[] {
  const systems = systemsOf(problem);
  return systems.length > 0
    ? systems
    : refuse(
        'no choice brings something and costs something, so that no optimum lies inside',
        problem.id,
        'add what is paid for a choice, or a constraint on it',
      );
}

/** One derivation a system. @throws OptimandError where there is none, or a step cannot be taken. */
export function aboutProblem(
  problem: Problem,
  { id, title, statement, uses }: Head,
  write: (arg: Argument, system: System, index: number) => void,
): readonly Derivation[] {
  const systems = systemsIn(problem);
  return systems.map((system, index) => {
    const tag = tagOf(system, systems);
    const arg = new Argument(contextAt(problem, system));
    write(arg, system, index);
    return arg.finish(
      {
        id: `${id}${tag}`,
        title: `${title}${whereOf(system, systems)}`,
        statement,
        source: SOURCE,
        variant: problem.id,
        parameters: problem.parameters.map(({ name }) => name),
        onePoint: false,
        uses: uses.map((use) => `${use}${tag}`),
      },
      [],
    );
  });
}

/** Says in words why a part of the argument ends here. */
export function whyNot(arg: Argument, words: string): void {
  arg.result('not-derived', words.replace(/\.$/, ''), arg.therefore(words, []));
}
