"""
What `derive baseline` derives, in SymPy: the same conditions, derivatives, solves and limits, with LaTeX at the end. Rewriting
steps, which Optimand checks one by one, are left out here, so SymPy has less to do.
"""
from sympy import diff, latex, limit, log, powsimp, simplify, solve, sqrt, symbols

n, d, t, E, a, b, omega, delta, q, s, x = symbols("n d t E a b omega delta q s x", positive=True)
alpha, beta, gamma, f, R, k, D, rho, F, f_ = symbols("alpha beta gamma f R k D rho F f_", positive=True)
kappa = 12 * delta * k * R
out = []


def keep(value):
    out.extend(value if isinstance(value, (list, tuple)) else [value])


# adoption
adoption = (1 - q ** (-gamma)) / gamma
keep(limit(adoption, gamma, 0))
slope = diff(adoption, q)
keep([slope, diff(slope, q), diff((1 - (a * n**alpha) ** (-gamma)) / gamma, n)])
# best sales
profit = omega * t * f - delta * t**2 - (6 * n * d + 2 * n * t) / E
keep([diff(profit, t), diff(profit, t, 2)])
sales = solve(diff(profit, t), t)[0]
keep([sales, simplify(profit.subs(t, sales))])
# efficient ray
ray = solve(a * n**alpha - b * d**beta, d)[0]
keep([ray, solve(a * n**alpha - b * d**beta, n)[0]])
# reduced profit and its condition
f_n = (1 - (a * n**alpha) ** (-gamma)) / gamma
margin = omega * f_n - 2 * n / E
reduced = margin**2 / (4 * delta) - 6 * R * n**k / E
condition = diff(reduced, n)
keep(condition)
# explicit bound and identity
gain = omega * alpha * a**-gamma * n ** (-1 - alpha * gamma)
keep(solve(gain - 2 / E, n))
keep(solve(gain - 2 / E * (1 + 3 * k * d / t), n))
# dominated regimes and their crossovers
n_I = (omega * alpha * E / (2 * a**gamma)) ** (1 / (1 + alpha * gamma))
n_T = solve(omega * gain / gamma - kappa * n ** (k - 1) / E, n)[0]
keep(n_T)
keep(solve(n**k - omega**2 * alpha * E / kappa * log(a * n**alpha), n))
# data-bound
n_D = solve(a * n**alpha - b * D**beta, n)[0]
keep([n_D, simplify(6 * n_D * D / E)])
keep(solve((omega * f - 2 * n / E) * (F - 2 / E) - kappa * n ** (k - 1) / E, E))
# break-even
keep(solve(alpha * q**-gamma - adoption, q))
keep(limit((1 + alpha * gamma) ** (1 / gamma), gamma, 0))
keep(solve(F - 2 / x**2 - sqrt(24 * delta * rho) / x, x))
# largest value of ln(x)/sqrt(x)
keep(solve(diff(log(x) / sqrt(x), x), x))
# local elasticity
slope_in_E = -E * diff(condition, E) / (n * diff(condition, n))
keep(slope_in_E)
for item in out:
    print(latex(powsimp(item)))
