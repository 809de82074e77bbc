"""The arithmetic of the Plan functions for 100,000 rows at once, in NumPy: id, milliseconds (median of 7), sum of results."""
import statistics
import time

import numpy as np

ROWS = 100_000
i = np.arange(ROWS, dtype=float)
target = 500_000 + i
deal = 20_000 + (i % 1000) * 10
rates = np.stack(
    [0.2 + i % 7 / 100, 0.3 + i % 11 / 100, 0.25 + i % 13 / 100], axis=1
)
share = 0.5 + i % 5 / 10
weights = np.stack([1 + i % 3, 2 + i % 5, 3 + i % 7, 4 + i % 2, 1 + i % 9], axis=1)
parts = weights / weights.sum(axis=1, keepdims=True)
units = 100 + i % 50


def chain(steps):
    """Deals, then each stage above; the top of the funnel first."""
    stages = [target * share / deal]
    for step in reversed(range(3 - steps, 3)):
        stages.insert(0, stages[0] / rates[:, step])
    return stages


def apportion():
    quota = units[:, None] * parts
    whole = np.floor(np.round(quota, 9))
    left = np.round(units - whole.sum(axis=1))
    rank = np.argsort(np.argsort(whole - quota, axis=1, kind="stable"), axis=1)
    return whole + (rank < left[:, None])


def bookings_for_revenue():
    months = np.maximum(12 - np.arange(5) - 0.5, 0) / 12
    return target * weights.sum(axis=1) / (weights * months).sum(axis=1)


def ntm_split():
    expansion, nnc = target * rates[:, 0], target * rates[:, 1]
    return np.stack([target - expansion - nnc, expansion, nnc])


def volumes():
    return np.cumprod(np.concatenate([units[:, None], rates], axis=1), axis=1)[:, 1:]


FUNCTIONS = {
    "REQUIRED_DEALS": lambda: chain(0)[0],
    "REQUIRED_SQLS": lambda: chain(1)[0],
    "REQUIRED_MQLS": lambda: chain(2)[0],
    "REQUIRED_INQUIRIES": lambda: chain(3)[0],
    "REQUIRED_VOLUMES": lambda: np.stack(chain(3)),
    "EXPECTED_BOOKINGS": lambda: units * rates.prod(axis=1) * deal,
    "EXPECTED_VOLUMES": volumes,
    "NTM_SPLIT": ntm_split,
    "BOOKINGS_FOR_REVENUE": bookings_for_revenue,
    "SOURCE_TARGETS": lambda: target[:, None] * parts,
    "APPORTION": apportion,
    "PIPELINE_COVERAGE": lambda: deal / (target - units),
    "REQUIRED_PIPELINE": lambda: (target - units) / rates[:, 2],
    "REQUIRED_REPS": lambda: np.ceil(np.round(units / 12 / share, 6)),
}

for name, compute in FUNCTIONS.items():
    times = []
    for _ in range(7):
        start = time.process_time()
        result = compute()
        times.append(time.process_time() - start)
    print(name, statistics.median(times) * 1000, repr(float(result.sum())))
