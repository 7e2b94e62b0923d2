"""The baseline's steps in SymPy, for the benchmark of derive: conditions, best sales, ray, reduced condition, monomial solves, LaTeX."""
from sympy import Rational, diff, latex, log, limit, powsimp, simplify, solve, symbols

n, d, t, E, a, b, omega, delta, q = symbols("n d t E a b omega delta q", positive=True)
alpha, beta, f = symbols("alpha beta f", positive=True)
gamma = symbols("gamma", positive=True)

out = []
adoption = (1 - q ** (-gamma)) / gamma
out.append(limit(adoption, gamma, 0))
out.append(diff(adoption, q))
profit = omega * t * f - delta * t**2 - (6 * n * d + 2 * n * t) / E
out.append(diff(profit, t))
sales = solve(diff(profit, t), t)[0]
out.append(sales)
out.append(simplify(profit.subs(t, sales)))
ray = solve(a * n**alpha - b * d**beta, d)[0]
out.append(ray)
f_n = (1 - (a * n**alpha) ** (-gamma)) / gamma
margin = omega * f_n - 2 * n / E
reduced = margin**2 / (4 * delta) - 6 * n * ray / E
out.append(simplify(diff(reduced, n)))
inference_law = solve(omega * alpha * a**-gamma * n ** (-1 - alpha * gamma) - 2 / E, n)
out.extend(inference_law)
R = symbols("R", positive=True)
k = 1 + alpha / beta
training_law = solve(omega**2 * alpha * a**-gamma * n ** (-1 - alpha * gamma) / gamma - 12 * delta * k * R * n ** (k - 1) / E, n)
out.extend(training_law)
for item in out:
    print(latex(powsimp(item)))
