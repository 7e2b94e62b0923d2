/** Local elasticities of an optimum of a program, by differentiating its conditions, the constraints that bind held. */
import { double } from '../../kernel/arithmetic/double.ts';
import type { Term } from '../../kernel/term.ts';
import { isScaled } from '../elasticities.ts';
import { derivativeAlong, jacobian, seeded } from '../kkt.ts';
import { solveLinear } from '../linear-solve.ts';
import { isOfKink } from './kinks.ts';
import type { Solved } from './outcome.ts';
import { type Held, inDuals } from './program.ts';
import type { Tie } from './ties.ts';

/** A change of a parameter by this share that would make or break a binding constraint counts as here. */
const HERE = 1e-7;
/** Slopes below this are none. */
const STILL = 1e-9;

/**
 * d ln value / d ln parameter, how the unknowns move given; of a negative value its change in units of its size, and null where
 * it is zero.
 */
function elasticityOf({ program, z, theta }: Solved, value: Term) {
  const compiled = inDuals(program, value, double);
  return (moved: readonly number[], k: number): number | null => {
    const point = program.variables.map((_, i) => {
      const own = Math.exp(z[i] ?? 0);
      return { value: own, slope: own * (moved[i] ?? 0) };
    });
    const at = compiled([...point, ...seeded(double, theta, k, theta[k] ?? 0)]);
    return at.value === 0 || Number.isNaN(at.value) ? null : at.slope / Math.abs(at.value);
  };
}

export interface ProgramElasticities {
  readonly elasticities: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}

/**
 * Elasticities of every quantity and multiplier against every positive parameter that is no whole number; of what is negative
 * its change in units of its size, which is positive where it rises. Of constraints that bind alike nothing is told alone.
 */
export function programElasticities(solved: Solved, ties: readonly Tie[] = []): ProgramElasticities {
  const { program, conditions, z, theta, binding, isLog } = solved;
  const elasticities: Record<string, number> = {};
  const warnings = ties.map(
    (tie) => `${idsOf(tie)} bind alike here: what each is worth alone is not told, for it is not determined`,
  );
  const matrix = jacobian(conditions, z, theta);
  const still = seeded(double, z, -1, 0);
  const count = program.variables.length;
  const quantities = program.problem.quantities.map(
    ({ letter, term }) => [letter.name, elasticityOf(solved, term)] as const,
  );
  const [objective, units] = [
    elasticityOf(solved, program.objective),
    binding.map(({ perUnit }) => elasticityOf(solved, perUnit)),
  ];
  const tied = ties.flatMap(({ counted }) => counted);
  const stated = binding.filter((one) => !isOfKink(one.constraint.id) && !tied.includes(one));
  for (const [k, declaration] of program.problem.parameters.entries()) {
    const { name } = declaration;
    if (!isScaled(declaration, theta[k] ?? 0)) continue;
    const push = derivativeAlong(conditions, still, seeded(double, theta, k, theta[k] ?? 0));
    const moved = solveLinear(
      double,
      matrix,
      push.map((value) => -value),
    );
    if (!moved) {
      warnings.push(`the conditions of the optimum do not fix how it moves with ${name}`);
      continue;
    }
    const apart = ties.find(({ met }) => Math.abs(excessAlong(solved, met, moved, k).slope) > STILL);
    if (apart) {
      warnings.push(
        `elasticities in ${name} are not told: it moves ${idsOf(apart)}, which bind alike here, apart`,
      );
      continue;
    }
    for (const [quantity, of] of quantities) {
      const value = of(moved, k);
      if (value !== null) elasticities[`${quantity}/${name}`] = value;
    }
    for (const one of stated) {
      const { constraint, side } = one;
      const j = binding.indexOf(one);
      const [worth, speed] = [z[count + j] ?? 0, moved[count + j] ?? 0];
      const parts = [
        worth > 0 ? speed / worth : null,
        isLog ? objective(moved, k) : 0,
        units[j]?.(moved, k) ?? null,
      ];
      if (parts.every((part) => part !== null))
        elasticities[`${constraint.multiplier.name}/${name}`] =
          side * parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    }
    if (isAboutToChange(solved, moved, k))
      warnings.push(`elasticities in ${name} are one-sided: a constraint starts to bind here`);
  }
  return { elasticities, warnings };
}

const idsOf = ({ met, counted }: Tie): string =>
  `${counted.map(({ constraint }) => constraint.id).join(', ')} and ${met.constraint.id}`;

/** The excess of a constraint, and how it moves with a parameter. */
function excessAlong({ program, z, theta }: Solved, { excess }: Held, moved: readonly number[], k: number) {
  const point = program.variables.map((_, i) => {
    const own = Math.exp(z[i] ?? 0);
    return { value: own, slope: own * (moved[i] ?? 0) };
  });
  return inDuals(program, excess, double)([...point, ...seeded(double, theta, k, theta[k] ?? 0)]);
}

/** Whether a binding constraint is about to loosen, or another about to bind. */
function isAboutToChange(solved: Solved, moved: readonly number[], k: number): boolean {
  const { program, z, binding } = solved;
  const count = program.variables.length;
  const loosens = binding.some(({ constraint }, j) => {
    const [worth, speed] = [Math.abs(z[count + j] ?? 0), Math.abs(moved[count + j] ?? 0)];
    return constraint.relation === '<=' && worth <= HERE * speed;
  });
  const binds = program.held
    .filter((one) => !binding.includes(one))
    .some((one) => {
      const { value, slope } = excessAlong(solved, one, moved, k);
      return Math.abs(slope) > STILL && Math.abs(value) <= HERE * Math.abs(slope);
    });
  return loosens || binds;
}
