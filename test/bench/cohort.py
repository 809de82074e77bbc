"""The leads of cohort.ts in SciPy: name, milliseconds of processor time, results.

    python3 cohort.py LEADS DAYS

The curve by scipy.stats.ecdf; the final rate with its limits, and the lag, by maximum likelihood on counts by day
(L-BFGS-B with differences for slopes), limits by brentq on the profile.
"""

import math
import sys
import time

import numpy as np
from scipy import optimize, special, stats

leads = np.fromfile(sys.argv[1], dtype=np.int32).reshape(-1, 2)
at_days = [int(day) for day in sys.argv[2].split(",")]
days, won = leads[:, 0], leads[:, 1] == 1
CONFIDENCE = 0.8


def measured(name, compute):
    times = []
    for _ in range(3):
        start = time.process_time()
        result = compute()
        times.append(time.process_time() - start)
    print(name, sorted(times)[1] * 1000, *(repr(float(each)) for each in result))


def curve():
    data = stats.CensoredData(uncensored=days[won], right=days[~won])
    left = stats.ecdf(data).sf
    limits = left.confidence_interval(CONFIDENCE, method="log-log")
    rows = [
        (1 - left.evaluate(day), 1 - limits.high.evaluate(day), 1 - limits.low.evaluate(day))
        for day in at_days
    ]
    return [each for row in rows for each in row]


def counted():
    converted = np.bincount(days[won], minlength=days.max() + 1)
    opened = np.bincount(days[~won], minlength=days.max() + 1)
    return converted, opened


def fit(converted, opened, limits):
    day = np.arange(len(converted))
    ends = np.maximum(np.arange(len(converted) + 1) - 0.5, 0)

    def less(rate, speed, shape):
        hazard = (math.exp(speed) * ends) ** math.exp(shape)
        left = np.exp(-hazard)
        part = np.maximum(left[:-1] - left[1:], 1e-300)
        return -float(
            converted @ np.log(rate * part)
            + opened @ np.log1p(-rate * -np.expm1(-hazard[1:]))
        )

    def best(of, start):
        options = {"ftol": 1e-14, "gtol": 1e-7}
        return optimize.minimize(of, start, method="L-BFGS-B", options=options)

    naive = converted.sum() / (converted.sum() + opened.sum())
    start = [special.logit(1.1 * naive), -math.log(np.average(day, weights=converted)), 0.0]
    found = best(lambda x: less(special.expit(x[0]), x[1], x[2]), start)
    rate = float(special.expit(found.x[0]))
    lag = found.x[1:]
    if not limits:
        scale, shape = math.exp(-lag[0]), math.exp(lag[1])
        days_to = [scale * (-math.log(1 - p)) ** (1 / shape) for p in (0.5, 0.9)]
        return [*days_to, scale, shape]
    cut = stats.chi2.ppf(CONFIDENCE, 1)

    def drop(logit):
        near = best(lambda x: less(special.expit(logit), x[0], x[1]), lag)
        return 2 * (near.fun - found.fun) - cut

    top = found.x[0]
    edges = [
        optimize.brentq(drop, top + way * 1e-6, top + way * 0.05, xtol=1e-6)
        for way in (-1, 1)
    ]
    return [rate, *special.expit(edges), naive / rate]


measured("curve", curve)
measured("rate", lambda: fit(*counted(), True))
measured("lag", lambda: fit(*counted(), False))
