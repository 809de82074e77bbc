"""The curves of budget.ts in SciPy: name of the task, milliseconds of processor time, result of all channels.

One slope for all channels by brentq within brentq, which needs diminishing returns; or SLSQP with exact slopes.

    python3 budget.py TASKS
"""

import json
import math
import sys
import time

import numpy as np
from scipy.optimize import brentq, minimize


def responses(lines):
    kinds = np.array([line[0] for line in lines])
    a, b, h = (np.array([line[at] for line in lines], dtype=float) for at in (1, 2, 3))
    power, log, exp, hill = (kinds == each for each in ("power", "log", "exp", "hill"))

    def results(x):
        x = np.maximum(x, 1e-9)
        with np.errstate(all="ignore"):
            return np.select(
                [power, log, exp, hill],
                [
                    a * x**b,
                    a * np.log1p(x / b),
                    -a * np.expm1(-x / b),
                    a / (1 + (b / x) ** h),
                ],
            )

    def slopes(x):
        x = np.maximum(x, 1e-9)
        with np.errstate(all="ignore"):
            u = (x / b) ** h
            return np.select(
                [power, log, exp, hill],
                [
                    a * b * x ** (b - 1),
                    a / (x + b),
                    a / b * np.exp(-x / b),
                    a * h * u / x / (1 + u) ** 2,
                ],
            )

    return results, slopes


def best(lines, budget, starts):
    results, slopes = responses(lines)
    n = len(lines)
    # Spends relative to an equal part, results relative to those of equal parts: SLSQP wants numbers near 1.
    part = budget / n
    scale = results(np.full(n, part)).sum()
    random = np.random.default_rng(1)
    found = -np.inf
    for start in range(starts):
        first = np.ones(n) if start == 0 else random.dirichlet(np.ones(n)) * n
        answer = minimize(
            lambda x: -results(x * part).sum() / scale,
            first,
            jac=lambda x: -slopes(x * part) * part / scale,
            method="SLSQP",
            bounds=[(0, n)] * n,
            constraints=[
                {
                    "type": "eq",
                    "fun": lambda x: (x.sum() - n) / n,
                    "jac": lambda x: np.full(n, 1 / n),
                }
            ],
            options={"ftol": 1e-12, "maxiter": 300},
        )
        spends = np.maximum(answer.x, 0)
        found = max(found, results(spends * budget / spends.sum()).sum())
    return found


def slope_of(kind, a, b, h):
    if kind == "power":
        return lambda x: a * b * x ** (b - 1)
    if kind == "log":
        return lambda x: a / (x + b)
    if kind == "exp":
        return lambda x: a / b * math.exp(-x / b)
    return lambda x: a * h * (x / b) ** h / x / (1 + (x / b) ** h) ** 2


def level(lines, budget):
    slopes = [slope_of(*line) for line in lines]
    least = 1e-9

    def spends(ln_slope):
        goal = math.exp(ln_slope)
        return [
            0.0
            if slope(least) <= goal
            else budget
            if slope(budget) >= goal
            else brentq(lambda x: slope(x) - goal, least, budget, rtol=1e-12)
            for slope in slopes
        ]

    ln_slope = brentq(lambda goal: sum(spends(goal)) - budget, -40, 10, rtol=1e-12)
    found = np.array(spends(ln_slope))
    return responses(lines)[0](found * budget / found.sum()).sum()


for task in json.load(open(sys.argv[1])):
    lines, budget, starts = task["lines"], task["budget"], task["starts"]
    for name, compute in (
        ("level", lambda: level(lines, budget)),
        ("SLSQP", lambda: best(lines, budget, starts)),
    ):
        if (task["level"] if name == "level" else starts) == 0:
            continue
        start = time.process_time()
        total = compute()
        took = (time.process_time() - start) * 1000
        print(f"{task['name']}:{name}".replace(" ", "_"), took, repr(float(total)))
