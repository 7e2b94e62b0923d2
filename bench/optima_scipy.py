"""Optima by SciPy: bounded Brent on the baseline's reduced profit, between quality 1 and the bound n_I, and Nelder-Mead on
the profit of ces-quality in ln n, ln d and ln t from a start near its optimum.

Reads the method and rows of parameters as JSON; prints the seconds of processor time and where each row ended.
"""
import json
import math
import sys
import time

from scipy import __version__
from scipy.optimize import minimize, minimize_scalar


def adoption(u, gamma):
    return u if gamma == 0 else -math.expm1(-gamma * u) / gamma


def bound(alpha, gamma, a, omega, E):
    return (math.log(omega * alpha * E / 2) - gamma * math.log(a)) / (1 + alpha * gamma)


def brent(alpha, beta, gamma, a, b, omega, delta, E):
    def loss(x):
        u = math.log(a) + alpha * x
        n = math.exp(x)
        M = omega * adoption(u, gamma) - 2 * n / E
        d = math.exp((math.log(a / b) + alpha * x) / beta)
        return 6 * n * d / E - (M * M / (4 * delta) if M > 0 else 0.0)

    low = -math.log(a) / alpha
    high = bound(alpha, gamma, a, omega, E)
    return minimize_scalar(loss, bounds=(low, high), method="bounded", options={"xatol": 1e-8}).x


def nelder_mead(alpha, beta, gamma, a, b, omega, delta, E, r):
    def loss(y):
        if max(y) > 300:
            return math.inf
        n, d, t = (math.exp(value) for value in y)
        one, other = math.log(a) + alpha * y[0], math.log(b) + beta * y[1]
        u = min(one, other) - math.log1p(math.exp(-r * abs(one - other))) / r
        if u <= 0:
            return (6 * n * d + 2 * n * t) / E
        return (6 * n * d + 2 * n * t) / E - omega * t * adoption(u, gamma) + delta * t * t

    x = bound(alpha, gamma, a, omega, E) - 1
    d = (math.log(a / b) + alpha * x) / beta
    u = max(math.log(a) + alpha * x, 0.1)
    t = math.log(omega * adoption(u, gamma) / (4 * delta))
    options = {"xatol": 1e-8, "fatol": 0, "maxiter": 20000, "maxfev": 20000}
    return minimize(loss, [x, d, t], method="Nelder-Mead", options=options).x.tolist()


given = json.load(sys.stdin)
solve = {"Brent": brent, "Nelder–Mead": nelder_mead}[given["method"]]
start = time.process_time()
found = [solve(**row) for row in given["rows"]]
seconds = time.process_time() - start
print(json.dumps({"seconds": seconds, "scipy": __version__, "x": found}))
