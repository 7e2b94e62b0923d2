"""Optima of the baseline by SciPy's bounded Brent on the reduced profit, between quality 1 and the bound n_I.

Reads rows of alpha beta gamma a b omega delta E as JSON; prints the seconds of processor time and ln n of each row.
"""
import json
import math
import sys
import time

from scipy import __version__
from scipy.optimize import minimize_scalar


def optimum(alpha, beta, gamma, a, b, omega, delta, E):
    def loss(x):
        u = math.log(a) + alpha * x
        f = u if gamma == 0 else -math.expm1(-gamma * u) / gamma
        n = math.exp(x)
        M = omega * f - 2 * n / E
        d = math.exp((math.log(a / b) + alpha * x) / beta)
        return 6 * n * d / E - (M * M / (4 * delta) if M > 0 else 0.0)

    low = -math.log(a) / alpha
    high = (math.log(omega * alpha * E / 2) - gamma * math.log(a)) / (1 + alpha * gamma)
    return minimize_scalar(loss, bounds=(low, high), method="bounded", options={"xatol": 1e-8}).x


rows = json.load(sys.stdin)
start = time.process_time()
found = [optimum(**row) for row in rows]
seconds = time.process_time() - start
print(json.dumps({"seconds": seconds, "scipy": __version__, "x": found}))
