"""Writes memory_theory.json: replica-symmetric solutions found by plain iteration with scipy's adaptive quadrature, capacities by scipy's optimisers, exact false-match
probabilities by mpmath. usage: make_memory_theory.py > memory_theory.json   (pip install scipy==1.17.1 mpmath==1.3.0)"""
import json
from math import erf, exp, factorial, inf, log, log1p, pi, sqrt, tanh
import mpmath as mp
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar


def sech2(x):
    e = exp(-2 * abs(x))
    return 4 * e / (1 + e) ** 2


def mean(f, s, d, t):
    """E f((s + z sqrt(d)) / t): the field x where it changes fast is a place at which the integral is cut."""
    w = sqrt(d)
    g = lambda z: f((s + w * z) / t) * exp(-0.5 * z * z) / sqrt(2 * pi)
    cuts = sorted({max(-12.0, min(12.0, (k * t - s) / w)) for k in (-40, -8, -2, -0.5, 0, 0.5, 2, 8, 40)} | {-12.0, -4.0, 0.0, 4.0, 12.0})
    return sum(quad(g, a, b, epsabs=1e-15, epsrel=1e-13, limit=200)[0] for a, b in zip(cuts, cuts[1:]) if b > a)


def averages(s, d, t):
    """m, q, C = (1 - q)/T."""
    if t == 0:
        y = s / sqrt(2 * d)
        return erf(y), 1.0, sqrt(2 / (pi * d)) * exp(-y * y)
    rest = mean(sech2, s, d, t)
    return mean(tanh, s, d, t), 1 - rest, rest / t


def ags(load, t, steps=5000):
    m, q, c = 1.0, 1.0, 0.0
    for _ in range(steps):
        r = q / (1 - c) ** 2
        new = averages(m, load * r, t)
        change = abs(new[0] - m) + abs(new[1] - q)
        m, q, c = new
        if change < 1e-14:
            break
    return dict(m=m, q=q, noise=load * q / (1 - c) ** 2)


def dense(order, load, t, rho=0.0, rho_p=None, kind="dense", kernel=None, steps=5000):
    kernel = kernel or (lambda q: factorial(order - 1) * q ** (order - 1) * (1 + (rho_p or 0)))
    m = q = n = 1.0
    c = 0.0
    for _ in range(steps):
        if kind == "supervised":
            s = n ** (order - 1) / sqrt(1 + rho)
            d = rho / (1 + rho) * n ** (2 * order - 2) + load * kernel(q)
        else:
            s = n ** (order - 1)
            d = rho * n ** (2 * order - 2) + load * kernel(q)
        new = averages(s, d, t)
        if kind == "supervised":
            n2 = new[0] / sqrt(1 + rho) + rho / (1 + rho) * n ** (order - 1) * new[2]
        else:
            n2 = new[0] + rho * n ** (order - 1) * new[2]
        change = abs(new[0] - m) + abs(new[1] - q) + abs(n2 - n)
        m, q, c = new
        n = n2
        if change < 1e-14:
            break
    return dict(m=m, q=q, n=n, noise=d)


out = {}
out["ags"] = [dict(load=a, temperature=t, **ags(a, t)) for a, t in [(0.05, 0), (0.12, 0), (0.137, 0), (0.1, 0.3), (0.02, 0.5), (0.05, 0.05), (0.01, 0.8), (0.06, 0.01)]]
out["dense"] = [
    dict(order=p, load=a, temperature=t, **dense(p, a, t))
    for p, a, t in [(3, .05, 0), (3, .1, 0), (3, .05, .2), (4, .02, .2), (3, .12, 0), (3, .09, .15), (3, .02, .45), (3, .08, .02), (4, .03, .05), (5, .005, .1), (6, .0005, .3)]]


def rho_of(r, m, p=1):
    return (1 - r ** (2 * p)) / (m * r ** (2 * p))


out["supervised"] = [
    dict(order=p, entropy=e, load=a, temperature=t, **dense(p, a, t, rho=e, kind="supervised"))
    for p, e, a, t in [(3, .05, .1, 0), (3, .2, .05, 0), (3, .1, .05, .2), (4, .05, .02, .1), (3, rho_of(.6, 10), .02, .25), (3, rho_of(.8, 10), .02, 0), (3, rho_of(.6, 10), .02, 0),
                       (3, rho_of(.5, 20), .01, 0)]]
out["unsupervised"] = [
    dict(order=p, quality=r, examples=m, load=a, temperature=t, **dense(p, a, t, rho=rho_of(r, m), rho_p=rho_of(r, m, p), kind="unsupervised"))
    for p, r, m, a, t in [(3, .8, 10, .02, 0), (3, .6, 10, .02, 0), (3, .6, 10, .02, .25), (3, .5, 20, .01, 0), (4, .7, 50, .01, .1), (3, .9, 5, .04, .05)]]


def he_kernel(order, r=None, m=None):
    """sum c_k^2 k! q^k with x^(P-1) = sum c_k He_k, from numpy's own conversion of polynomials."""
    c = np.polynomial.hermite_e.poly2herme([0] * (order - 1) + [1])
    weight = [1.0] * order if r is None else [(1 / m + (1 - 1 / m) * r ** (2 * k + 2)) * r ** (-2 * order) for k in range(order)]
    return lambda q: sum(float(c[k]) ** 2 * factorial(k) * weight[k] * q ** k for k in range(order))


out["fullPower"] = [dict(order=p, load=a, temperature=t, **dense(p, a, t, kernel=he_kernel(p))) for p, a, t in [(3, .06, 0), (3, .05, .2), (4, .01, .1)]]
out["fullPowerUnsupervised"] = [
    dict(order=p, quality=r, examples=m, load=a, temperature=t, **dense(p, a, t, rho=rho_of(r, m), kind="unsupervised", kernel=he_kernel(p, r, m)))
    for p, r, m, a, t in [(3, .8, 20, .02, 0), (4, .8, 30, .002, 0)]]

# Capacities. Of a given overlap the noise that solves the equations, by brentq; the load is what makes it; its maximum by a bounded search.
def top(load_of, low, high):
    grid = np.linspace(low, high, 60)
    values = [load_of(x) for x in grid]
    k = int(np.argmax(values))
    found = minimize_scalar(lambda x: -load_of(x), bounds=(grid[max(k - 1, 0)], grid[min(k + 1, 59)]), method="bounded", options=dict(xatol=1e-9))
    return -found.fun, found.x


def ags_capacity(t):
    def load_of(m):
        f = lambda d: averages(m, d, t)[0] - m
        if f(1e-12) <= 0:
            return -1
        d = brentq(f, 1e-12, 50, xtol=1e-14)
        _, q, c = averages(m, d, t)
        return d * (1 - c) ** 2 / q if c < 1 else -1
    return top(load_of, 0.02, 0.999)


def dense_capacity(order, t):
    def load_of(m):
        f = lambda d: averages(m ** (order - 1), d, t)[0] - m
        if f(1e-12) <= 0:
            return -1
        d = brentq(f, 1e-12, 50, xtol=1e-14)
        return d / (factorial(order - 1) * averages(m ** (order - 1), d, t)[1] ** (order - 1))
    return top(load_of, 0.1, 0.999)


out["agsCapacity"] = [dict(temperature=t, **dict(zip(("capacity", "overlap"), ags_capacity(t)))) for t in (0.1, 0.3, 0.6)]
out["denseCapacity"] = [dict(order=p, temperature=t, **dict(zip(("capacity", "overlap"), dense_capacity(p, t)))) for p, t in ((3, .1), (3, .3), (4, .2))]
mp.mp.dps = 40


def exact_top(f):
    start = minimize_scalar(lambda y: -float(mp.log(max(f(mp.mpf(y)), mp.mpf(10) ** -300))), bounds=(.3, 3), method="bounded", options=dict(xatol=1e-6)).x
    y = mp.findroot(lambda y: mp.diff(lambda x: mp.log(f(x)), y), start)
    return float(f(y)), float(mp.erf(y))


out["agsZero"] = exact_top(lambda y: (mp.erf(y) / y - 2 * mp.exp(-y * y) / mp.sqrt(mp.pi)) ** 2 / 2)
out["denseZero"] = [dict(order=p, **dict(zip(("capacity", "overlap"), exact_top(lambda y: mp.erf(y) ** (2 * p - 2) / (2 * y * y) / mp.factorial(p - 1)))))
                    for p in (3, 4, 5, 8, 20)]


def examples_capacity(rho, order, factor):
    f = lambda y: (mp.erf(y) + rho * 2 * y * mp.exp(-y * y) / mp.sqrt(mp.pi)) ** (2 * order - 2) * (1 / (2 * y * y) - rho) / factor
    return exact_top(f)[0]


out["supervisedZero"] = [dict(order=3, entropy=e, capacity=examples_capacity(mp.mpf(e), 3, 2 * (1 + mp.mpf(e)) ** 3)) for e in (.02, .05, .1, .2)]
out["spinodal"] = [dict(order=p, temperature=float(-minimize_scalar(lambda m: -m ** (p - 1) / np.arctanh(m), bounds=(.2, .9999), method="bounded", options=dict(xatol=1e-10)).fun)) for p in (3, 4, 5, 7)]


# The load at which the spin glass takes over, by the free energies of plain iterations at T = 0.
def energy(m, load):
    if m > 0:
        s = ags(load, 0, 5000)
        m, d = s["m"], s["noise"]
    else:
        m, d = 0.0, (sqrt(load) + sqrt(2 / pi)) ** 2
    _, q, c = averages(m, d, 0)
    y = m / sqrt(2 * d)
    return 0.5 * m * m + 0.5 * load - 0.5 * load / (1 - c) + 0.5 * d * c - (m * erf(y) + sqrt(2 * d / pi) * exp(-y * y))


out["globalCapacity"] = brentq(lambda a: energy(1, a) - energy(0, a), 0.03, 0.08, xtol=1e-12)
out["agsEnergies"] = [energy(1, .05), energy(0, .05)]


# Freezing of the Ising p-spin glass, in units of sqrt(2 A / P), with mpmath's quadrature.
def freezing(p):
    mp.mp.dps = 20
    nodes = [-12, -6, -3, 0, 3, 6, 12]
    e = lambda f: mp.quad(lambda z: f(z) * mp.npdf(z), nodes)
    q = lambda l: e(lambda z: mp.tanh(l * l + l * z))
    ratio = lambda l: l * l / q(l) ** (p - 1)
    found = minimize_scalar(lambda l: float(ratio(mp.mpf(l))), bounds=(.5, 4), method="bounded", options=dict(xatol=1e-7))
    def sigma(l):
        l = mp.mpf(l)
        return float(l * l * q(l) * (mp.mpf(1) / (2 * p) - mp.mpf(1) / 2) - l * l / 2 + e(lambda z: mp.log(mp.cosh(l * l + l * z))))
    static = brentq(sigma, found.x * 1.02, 6, xtol=1e-10)
    return float(1 / mp.sqrt(ratio(mp.mpf(found.x)))), float(1 / mp.sqrt(ratio(mp.mpf(static))))


out["freezing"] = [dict(order=p, dynamic=d, static=s) for p in (3, 4) for d, s in [freezing(p)]]

# Gauss-Hermite nodes and weights of numpy, for a standard normal.
x, w = np.polynomial.hermite_e.hermegauss(40)
out["hermite40"] = dict(nodes=list(map(float, x)), weights=list(map(float, w / sqrt(2 * pi))))


# False matches of dendritic segments, exactly.
def tail(n, a, s, theta):
    total = sum(mp.binomial(s, b) * mp.binomial(n - s, a - b) for b in range(theta, min(s, a) + 1))
    return total / mp.binomial(n, a)


mp.mp.dps = 60
out["falseMatch"] = []
for n, a, s, theta in [(2048, 40, 20, 10), (2048, 40, 20, 1), (1_000_000, 2000, 100, 30), (1_000_000, 20_000, 60, 60), (100_000, 2000, 200, 3), (1_000_000, 500_000, 40, 25), (500, 10, 10, 10),
                       (1_000_000, 3000, 3000, 200), (64, 60, 30, 29)]:
    value = tail(n, a, s, theta)
    out["falseMatch"].append(dict(n=n, a=a, s=s, theta=theta, log10=float(mp.log10(value)), digits=mp.nstr(value, 20)))
print(json.dumps(out, indent=1))
