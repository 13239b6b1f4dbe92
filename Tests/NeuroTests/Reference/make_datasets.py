"""Writes datasets.json: what SciPy and NumPy compute for the tests of Neuro/Signals.
usage: python make_datasets.py > datasets.json     (made with numpy 2.4.6, scipy 1.17.1)"""
import json
import numpy as np
from scipy.integrate import solve_ivp

out = {}
lorenz = lambda t, s: [10 * (s[1] - s[0]), s[0] * (28 - s[2]) - s[1], s[0] * s[1] - 8 / 3 * s[2]]


def series(f, start, interval, steps, method="DOP853", rtol=1e-12, atol=1e-12):
    """The samples after the start; solved beyond the last, so that no step is shortened."""
    times = interval * np.arange(1, steps + 1)
    return solve_ivp(f, (0, times[-1] + 20 * interval), start, method=method, t_eval=times, rtol=rtol, atol=atol).y.T


# The adaptive solvers with their own tolerances, against the same ones here: a stretch short enough that rounding does not grow.
out["solvers"] = [
    dict(method=m, relative=r, absolute=a, values=series(lorenz, (17.677158, 12.931379, 43.914043), 0.025, 80, m, r, a).ravel().tolist())
    for m, r, a in (("RK23", 1e-3, 1e-6), ("RK23", 1e-6, 1e-9), ("RK45", 1e-3, 1e-6), ("RK45", 1e-6, 1e-9), ("DOP853", 1e-3, 1e-6), ("DOP853", 1e-10, 1e-10))]

# Each flow near the exact solution (tolerance 1e-12), which the default solvers must meet within their own errors.
def double_scroll(t, s):
    d = s[0] - s[1]
    g = d / 3.44 + 2 * 2.25e-5 * np.sinh(11.6 * d)
    return [s[0] / 1.2 - g, g - s[2], s[1] - 0.193 * s[2]]


def multiscroll(n):
    a, b, c, d = 1.3, 0.11, n - 1, 0 if n % 2 == 0 else np.pi
    def g(x):
        if x >= 2 * a * c: return b * np.pi / (2 * a) * (x - 2 * a * c)
        if x <= -2 * a * c: return b * np.pi / (2 * a) * (x + 2 * a * c)
        return -b * np.sin(np.pi * x / (2 * a) + d)
    return lambda t, s: [10.814 * (s[1] - g(s[0])), s[0] - s[1] + s[2], -14 * s[1]]


def lorenz96(t, x):
    return (np.roll(x, -1) - np.roll(x, 2)) * np.roll(x, 1) - x + 8


l96 = 8 + np.where(np.arange(9) == 0, 0.01, 0.0)
out["flows"] = dict(
    lorenz63=series(lorenz, (1, 1, 1), 0.02, 100).ravel().tolist(),
    rossler=series(lambda t, s: [-s[1] - s[2], s[0] + 0.2 * s[1], 0.2 + s[2] * (s[0] - 5.7)], (1, 1, 1), 0.1, 100).ravel().tolist(),
    doubleScroll=series(double_scroll, (0.37926545, 0.058339, -0.08167691), 0.25, 60).ravel().tolist(),
    chen=series(lambda t, s: [40 * (s[1] - s[0]), -12 * s[0] - s[0] * s[2] + 28 * s[1], s[0] * s[1] - 3 * s[2]], (-0.1, 0.5, -0.6), 0.01, 100).ravel().tolist(),
    multiscroll3=series(multiscroll(3), (0.1, 0.1, 0.1), 0.1, 60).ravel().tolist(),
    multiscroll4=series(multiscroll(4), (0.1, 0.1, 0.1), 0.1, 60).ravel().tolist(),
    rabinovichFabrikant=series(lambda t, s: [s[1] * (s[2] - 1 + s[0] ** 2) + 0.89 * s[0], s[0] * (3 * s[2] + 1 - s[0] ** 2) + 0.89 * s[1], -2 * s[2] * (1.1 + s[0] * s[1])],
                               (-1, 0, 0.5), 0.05, 80).ravel().tolist(),
    lorenz96=series(lorenz96, l96, 0.05, 60).ravel().tolist())

# How far to the sides a long solution of the multiscroll comes: which scrolls it visits.
out["multiscrollRange"] = [dict(scrolls=n, least=float(x.min()), most=float(x.max()))
                           for n in (2, 3, 4, 5) for x in [series(multiscroll(n), (0.1, 0.1, 0.1), 0.1, 20000, rtol=1e-9, atol=1e-9)[1000:, 0]]]

# Kuramoto-Sivashinsky by the method of lines: the same waves, exact products (3/2 rule is not needed where the highest waves are empty), an adaptive implicit solver.
def kuramoto(points, length, interval, steps):
    x = length * np.arange(points) / points
    u = np.cos(2 * np.pi * x / length) * (1 + np.sin(2 * np.pi * x / length))
    k = 2 * np.pi / length * np.arange(points // 2 + 1)
    linear, odd = k ** 2 - k ** 4, np.where(np.arange(points // 2 + 1) == points // 2, 0, k)
    def f(t, y):
        v = np.fft.rfft(y)
        return np.fft.irfft(linear * v - 0.5j * odd * np.fft.rfft(y * y), points)
    times = interval * np.arange(1, steps + 1)
    return solve_ivp(f, (0, times[-1]), u, method="Radau", t_eval=times, rtol=1e-10, atol=1e-11).y.T

out["kuramotoSivashinsky"] = kuramoto(32, 22, 0.25, 40)[3::4].ravel().tolist()

# Maps.
p, rows = (0.1, 0.2), []
for _ in range(30):
    p = (1 - 1.4 * p[0] ** 2 + p[1], 0.3 * p[0])
    rows += p
out["henon"] = rows
z, rows = 0.1 + 0.2j, []
for _ in range(30):
    z = 1 + 0.9 * z * np.exp(1j * (0.4 - 6 / (1 + abs(z) ** 2)))
    rows += [z.real, z.imag]
out["ikeda"] = rows

# NARMA of order 20 with the bound, the channel, superimposed sines.
rng = np.random.default_rng(8)
v, y = rng.uniform(0, 0.5, 80), np.zeros(81)
for t in range(80):
    y[t + 1] = np.tanh(0.3 * y[t] + 0.05 * y[t] * y[max(0, t - 19):t + 1].sum() + 1.5 * (v[t - 19] if t >= 19 else 0) * v[t] + 0.01) + 0.2
out["narma20"] = dict(inputs=v.tolist(), targets=y[1:].tolist())
d = rng.choice([-3.0, -1.0, 1.0, 3.0], 60)
q = np.convolve(d, [0.08, -0.12, 1, 0.18, -0.1, 0.091, -0.05, 0.04, 0.03, 0.01], "valid")
out["channel"] = dict(symbols=d.tolist(), received=(q + 0.036 * q ** 2 - 0.011 * q ** 3).tolist())
t = np.arange(200)
out["sines"] = sum(np.sin(w * t) for w in (0.2, 0.311, 0.42, 0.51, 0.63)).tolist()

# The largest Lyapunov exponent of the double scroll: how fast 100 pairs of solutions part (standard error .0004).
def growth(S, h=0.025, stretches=100, steps=200):
    def go(S, n):
        for _ in range(n):
            k1 = f(S); k2 = f(S + h / 2 * k1); k3 = f(S + h / 2 * k2); k4 = f(S + h * k3)
            S = S + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        return S
    f = lambda S: np.array(double_scroll(0, S))
    S = go(S, 8000)
    P, total = S + 1e-8 * np.array([[1], [0], [0]]), 0
    for _ in range(stretches):
        S, P = go(S, steps), go(P, steps)
        d = np.linalg.norm(P - S, axis=0)
        total, P = total + np.log(d / 1e-8), S + (P - S) * 1e-8 / d
    return float(np.mean(total) / (stretches * steps * h))

out["doubleScrollExponent"] = growth(np.array([[0.37926545], [0.058339], [-0.08167691]]) + 0.01 * rng.standard_normal((3, 100)))
print(json.dumps(out))
