/**
 * Elasticities with ρ = (a/b)^(1/α) held fixed in place of b. Then b = a ρ^-α follows a and α:
 * d ln b/d ln a = 1 and d ln b/d ln α = -α ln ρ = ln(b/a), while β moves nothing; and ρ stands in the place of b, with
 * d ln b/d ln ρ = -α. Elasticities against other parameters stay as they are.
 */
import type { Values } from '../economics/parameters.ts';

const AGAINST_B = /^(.*)\/b$/;

/** The elasticities at fixed ρ, from those at fixed b; the same ones back where a, b or alpha is no parameter. */
export function holdRho(
  elasticities: Readonly<Record<string, number>>,
  values: Values,
): Record<string, number> {
  const { a, b, alpha } = values;
  if (a === undefined || b === undefined || alpha === undefined) return { ...elasticities };
  const held: Record<string, number> = {};
  for (const [name, value] of Object.entries(elasticities)) {
    const quantity = AGAINST_B.exec(name)?.[1];
    if (quantity === undefined) {
      held[name] =
        value +
        (follows(name, 'a') * 1 + follows(name, 'alpha') * Math.log(b / a)) * againstB(elasticities, name);
    } else {
      held[`${quantity}/rho`] = -alpha * value;
    }
  }
  return held;
}

const follows = (name: string, parameter: string): number => (name.endsWith(`/${parameter}`) ? 1 : 0);

const againstB = (elasticities: Readonly<Record<string, number>>, name: string): number =>
  elasticities[`${name.slice(0, name.lastIndexOf('/'))}/b`] ?? 0;
