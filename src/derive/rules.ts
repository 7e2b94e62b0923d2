/** The rules by which a step may follow: named, with what each claims and how the engine makes sure of it. */
export const RULES = {
  model: 'as the model defines it',
  earlier: 'a result of an earlier derivation, under the conditions stated there',
  definition: 'a name for an expression',
  assume: 'assumed from here on',
  integrate: 'integral of a power; its antiderivative is differentiated back',
  differentiate: 'derivative of the expression on the right',
  stationary: 'an interior optimum of a differentiable function is stationary',
  rewrite: 'the same value: both sides have one normal form',
  substitute: 'equals for equals',
  combine: 'a sum of multiples of equations that hold',
  solve: 'solved symbolically for the unknown',
  unsolved: 'no method solves the equation for the unknown: it determines it as it stands',
  'solve-inequality':
    'solved symbolically for the unknown; the direction follows from the signs of coefficient and exponent',
  sign: 'the sign follows from the assumptions',
  'positive-factor': 'a positive product with one positive factor has a positive cofactor',
  'resolve-minimum': 'the minimum is the argument that the assumptions make the smaller',
  monotone: 'an expression that rises with a letter keeps an inequality on it',
  limit: 'limit as a parameter tends to a value',
  dominant: 'to leading order: what is left out is a vanishing fraction of what is kept',
  'log-convex': 'a sum of positive multiples of powers is convex in the logarithms of its variables',
  implicit: 'implicit differentiation along the condition',
  argument: 'follows from the steps named, by the words beside it; not machine-checked',
} as const;

export type RuleName = keyof typeof RULES;
