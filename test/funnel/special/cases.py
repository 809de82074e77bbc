"""Cases for the special functions, by mpmath at 60 digits and more.

Tails come from mpmath's quadrature of the density on a logarithmic scale (gammainc for small shapes); quantiles from bisection on those tails. Writes cases.json beside itself: a row is [function, arguments, value].
Run: python3 test/funnel/special/cases.py
"""

import json
import random
from pathlib import Path

from mpmath import mp, mpf, quad

mp.dps = 60
random.seed(8086)
ROWS = []


def add(function, args, value):
    if not 1e-300 < abs(value) < 1e300:
        return
    ROWS.append([function, [float(each) for each in args], float(value)])


def tail(log_density, start, way, slope, curvature):
    """The integral of exp(log_density(t)) from start towards way * infinity; log_density is concave."""
    unit = min(mpf(1), 4 / (abs(slope) + mp.sqrt(curvature)))
    peak = log_density(start)
    points = [mpf(start)]
    while log_density(points[-1]) - peak > -100:
        points.append(points[-1] + way * unit)
        unit *= mpf(5) / 4
    return abs(quad(lambda t: mp.exp(log_density(t) - peak), points)) * mp.exp(peak)


def gamma_tail(a, x, way):
    a, x = mpf(a), mpf(x)
    if a < 50:
        ends = (0, x) if way < 0 else (x, mp.inf)
        return mp.gammainc(a, *ends, regularized=True)
    const = mp.loggamma(a)
    return tail(
        lambda t: a * t - mp.exp(t) - const, mp.log(x), way, a - x, x
    )


def gamma_both(a, x):
    if x <= a:
        low = gamma_tail(a, x, -1)
        return low, 1 - low
    high = gamma_tail(a, x, 1)
    return 1 - high, high


def beta_near(a, b, t):
    """The lower tail for ln(x / (1 - x)) = t below the mean."""
    const = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    n, x = a + b, mp.exp(t) / (1 + mp.exp(t))
    return tail(
        lambda s: a * s - n * mp.log1p(mp.exp(s)) - const, t, -1, a - n * x, n * x * (1 - x)
    )


def beta_both(a, b, t):
    """Both tails, each with its own digits."""
    if t < mp.log(a / b):
        lower = beta_near(a, b, t)
        return lower, 1 - lower
    upper = beta_near(b, a, -t)
    return 1 - upper, upper


def bisect(f, low, high, steps=170):
    """The root of a growing f."""
    low, high = mpf(low), mpf(high)
    for _ in range(steps):
        middle = (low + high) / 2
        if f(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def spread(low, high):
    return float(f"{10 ** random.uniform(low, high):.6g}")


# ln gamma and its derivatives
for x in [1e-300, 1e-8, 0.1, 0.5, 0.999999, 1, 1 + 1e-9, 1.4616, 1.5, 1.99999, 2.0000001, 2.5, 14.999, 15, 171.5, 1e6, 1e15, 1e100] + [
    spread(-6, 8) for _ in range(40)
]:
    exact = mpf(x)
    add("logGamma", [x], mp.loggamma(exact))
    for order, name in enumerate(["digamma", "trigamma", "tetragamma"]):
        add(name, [x], mp.psi(order, exact))
for a, b in [(1e-3, 1e-3), (1e-3, 1e6), (1e6, 1e6), (0.5, 1e12), (1e12, 1e12), (1e-8, 1), (14, 16), (300, 2), (1e-300, 1)] + [
    (spread(-3, 9), spread(-3, 9)) for _ in range(40)
]:
    exact = mpf(a), mpf(b)
    add("logBeta", [a, b], mp.loggamma(exact[0]) + mp.loggamma(exact[1]) - mp.loggamma(sum(exact)))

# normal
for z in [0, 1e-9, 0.3, 1, 1.5, 1.9999, 2, 2.0001, 3, 5, 8, 12, 20, 30, 37] + [random.uniform(-3, 8) for _ in range(15)]:
    upper = mp.erfc(mpf(z) / mp.sqrt(2)) / 2
    add("normalUpper", [z], upper)
    add("normalLower", [-z], upper)
for p in [1e-300, 1e-100, 1e-20, 1e-12, 1e-6, 0.001, 0.02425, 0.0749, 0.075, 0.0751, 0.1, 0.3, 0.49999, 0.7, 0.9, 0.925, 0.926, 0.975, 0.999999]:
    exact = mpf(p)
    low = bisect(lambda z: mp.log(mp.erfc(-z / mp.sqrt(2)) / 2) - mp.log(exact), -40, 40)
    add("normalInverse", [p], low)
    add("normalUpperInverse", [p], -low)
    root = bisect(lambda z: mp.erf(mp.exp(z) / mp.sqrt(2)) - exact, -700, 4, 210)
    add("chiSquare1Quantile", [p], mp.exp(2 * root))


def add_gamma(a, x):
    lower, upper = gamma_both(a, x)
    add("gammaLower", [a, x], lower)
    add("gammaUpper", [a, x], upper)


# gamma: named traps, then all sizes near the mean and far in both tails
for a, x in [(1294.8, 1286.24), (1e-3, 0.5), (1e-3, 1), (1e-3, 30), (1e-3, 1e-250), (1e-10, 0.9), (0.5, 1), (0.999, 0.999), (1, 1), (1, 650), (3, 1e-90), (9.99, 300), (10, 300), (10, 0.001), (199.9, 199.9), (200, 200), (200, 900), (200, 10), (1e6, 1e6), (1e9, 1e9), (1e9, 1000030000), (1e12, 1e12), (1e12, 1e12 + 3e7), (1e12, 1e12 - 3e7)]:
    add_gamma(a, x)
for _ in range(70):
    a = spread(-3, 7)
    z = random.choice([random.uniform(-3, 3), random.uniform(-30, 30)])
    x = a + z * a**0.5 if a > 1 and a + z * a**0.5 > 0 else spread(-8, 2)
    add_gamma(a, float(f"{x:.8g}"))


def add_beta(a, b, x):
    exact = mpf(x)
    lower, upper = beta_both(mpf(a), mpf(b), mp.log(exact / (1 - exact)))
    add("betaLower", [a, b, x], lower)
    add("betaUpper", [a, b, x], upper)


for a, b, x in [(36.09, 1171.6, 0.02407), (1e-3, 1e-3, 0.5), (1e-3, 1e-3, 1e-9), (1e-3, 5, 0.01), (1e-6, 2, 0.1), (1e-3, 1e6, 1e-6), (5, 1e-3, 0.999), (1e6, 1e-3, 0.9999995), (1e6, 0.5, 0.9999995), (1e6, 0.5, 0.9999), (0.5, 0.5, 0.25), (1, 1, 0.25), (0.5, 1e6, 1e-6), (0.5, 1e6, 1e-4), (2, 3, 1e-120), (199.9, 300, 0.4), (200, 300, 0.4), (201, 3, 0.9), (201, 3, 0.05), (1e6, 1e6, 0.5), (1e6, 1e6, 0.51), (1e6, 1e6, 0.495), (1e6, 30, 0.99996), (30, 1e6, 5e-5), (1e9, 1e9, 0.50001), (1e9, 3e9, 0.25), (1e12, 1e12, 0.5), (1e12, 1e12, 0.500001), (7.5, 1e12, 6e-12), (1e12, 7.5, 0.999999999992), (1e12, 1e6, 0.999999)]:
    add_beta(a, b, x)
for _ in range(90):
    a, b = spread(-3, 7), spread(-3, 7)
    if random.random() < 0.5:
        a, b = spread(0, 4), spread(0, 4)
    n = a + b
    mean, sd = a / n, (a * b / n / n / (n + 1)) ** 0.5
    z = random.choice([random.uniform(-3, 3), random.uniform(-30, 30)])
    x = mean + z * sd
    if not 0 < x < 1:
        x = random.choice([spread(-9, 0), 1 - spread(-9, 0)])
    add_beta(a, b, float(f"{x:.9g}"))

# quantiles in both tails
PROBABILITIES = [1e-290, 1e-100, 1e-12, 1e-4, 0.025, 0.1, 0.3, 0.5, 0.8, 0.975, 0.999999]


def add_gamma_inverse(a, p):
    exact = mpf(p)
    a = mpf(a)
    floor = (mp.log(exact) + mp.loggamma(1 + a)) / a
    if floor > -690:
        def below(t):
            lower, upper = gamma_both(a, mp.exp(t))
            return mp.log(lower / exact) if exact < 0.5 else mp.log((1 - exact) / upper)
        add("gammaLowerInverse", [a, p], mp.exp(bisect(below, floor, mp.log(3 * a + 20), 75)))
    floor = (mp.log1p(-exact) + mp.loggamma(1 + a)) / a
    if floor > -690:
        def above(t):
            lower, upper = gamma_both(a, mp.exp(t))
            return mp.log(exact / upper) if exact < 0.5 else mp.log(lower / (1 - exact))
        add("gammaUpperInverse", [a, p], mp.exp(bisect(above, floor, mp.log(60 * a**0.5 + a + 800), 75)))


def add_beta_inverse(a, b, p):
    exact, a, b = mpf(p), mpf(a), mpf(b)
    scale = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)

    def below(t):
        lower, upper = beta_both(a, b, t)
        return mp.log(lower / exact) if exact < 0.5 else mp.log((1 - exact) / upper)

    def above(t):
        lower, upper = beta_both(a, b, t)
        return mp.log(exact / upper) if exact < 0.5 else mp.log(lower / (1 - exact))

    for name, seek, low in [("betaInverse", below, exact), ("betaUpperInverse", above, 1 - exact)]:
        floor = (mp.log(low * a) + scale) / a
        ceiling = -(mp.log((1 - low) * b) + scale) / b
        if floor > -690:
            odds = mp.exp(bisect(seek, floor, min(ceiling, mpf(100)), 75))
            add(name, [a, b, p], odds / (1 + odds))


mp.dps = 40
for a in [0.01, 0.3, 1, 2.5, 30, 250, 5000]:
    for p in random.sample(PROBABILITIES, 5):
        add_gamma_inverse(a, p)
add_gamma_inverse(1e6, 1e-12)
add_gamma_inverse(1e9, 0.3)
for a, b in [(0.05, 0.05), (0.05, 40), (0.5, 0.5), (0.5, 20.5), (1, 1), (1, 5000), (3.5, 17.5), (80.5, 920.5), (300, 2), (300, 0.4)]:
    for p in random.sample(PROBABILITIES, 4):
        add_beta_inverse(a, b, p)
add_beta_inverse(1e6, 2e6, 0.025)
add_beta_inverse(1e9, 5, 0.1)

path = Path(__file__).with_name("cases.json")
path.write_text("[\n" + ",\n".join(json.dumps(row) for row in ROWS) + "\n]\n")
print(len(ROWS), "cases")
