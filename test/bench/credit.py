"""The paths of credit.ts in NumPy: name, milliseconds of processor time, then removal effect and credit of each channel.

    python3 credit.py PATHS
"""

import sys
import time

import numpy as np

rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1])]


def markov():
    paths = [path.split(" > ") for path, _, _ in rows]
    conversions = [float(bought) for _, bought, _ in rows]
    nulls = [float(left) for _, _, left in rows]
    place = {}
    for path in paths:
        for step in path:
            place.setdefault(step, len(place) + 1)
    size = len(place)
    counts = np.zeros((size + 1, size + 2))
    for path, bought, left in zip(paths, conversions, nulls):
        before = 0
        for step in path:
            counts[before, place[step]] += bought + left
            before = place[step]
        counts[before, size + 1] += bought
    whole = counts.sum(axis=1)
    for path, left in zip(paths, nulls):
        whole[place[path[-1]]] += left
    moves = counts / np.where(whole > 0, whole, 1)[:, None]
    within, won = moves[:, : size + 1], moves[:, size + 1]
    eye = np.eye(size + 1)
    full = np.linalg.solve(eye - within, won)[0]
    effects = []
    for channel in range(1, size + 1):
        without = within.copy()
        without[:, channel] = 0
        effects.append(1 - np.linalg.solve(eye - without, won)[0] / full)
    total = sum(conversions)
    return [
        number
        for effect in effects
        for number in (effect, total * effect / sum(effects))
    ]


start = time.process_time()
numbers = markov()
print("markov", (time.process_time() - start) * 1000, *(repr(float(each)) for each in numbers))
