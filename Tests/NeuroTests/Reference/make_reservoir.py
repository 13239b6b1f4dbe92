"""Writes reservoir.json: what numpy computes for the tests of Neuro/Reservoir, Readouts and Signals.
usage: python make_reservoir.py > reservoir.json     (made with numpy 2.4.6)"""
import json
import numpy as np

rng = np.random.default_rng(2026)
out = {}

# State equations: x <- (1 - a) x + a tanh(W x + Win u + b), two input channels, and one with rows of very different lengths.
N, T, leak = 37, 60, 0.3
W = rng.standard_normal((N, N)) * (rng.random((N, N)) < np.linspace(0.02, 0.9, N)[:, None])
Win, b, u = rng.uniform(-1, 1, (N, 2)), rng.uniform(-0.2, 0.2, N), rng.uniform(-1, 1, (T, 2))
W *= 0.95 / np.abs(np.linalg.eigvals(W)).max()
x, X = np.zeros(N), []
for t in range(T):
    x = (1 - leak) * x + leak * np.tanh(W @ x + Win @ u[t] + b)
    X.append(x)
X = np.array(X)
out["states"] = dict(units=N, leak=leak, recurrent=W.ravel().tolist(), input=Win.ravel().tolist(), bias=b.tolist(),
                     inputs=u.ravel().tolist(), states=X.ravel().tolist())

# Ridge with intercept on those states from step 10 on, by the augmented least squares problem (not by normal equations).
Y = np.stack([np.sin(np.arange(T) / 3), u[:, 0] * u[:, 1]], 1)
Z, V = X[10:] - X[10:].mean(0), Y[10:] - Y[10:].mean(0)
penalty = 0.01
A = np.vstack([Z, np.sqrt(penalty) * np.eye(N)])
w = np.linalg.lstsq(A, np.vstack([V, np.zeros((N, 2))]), rcond=None)[0]
out["ridge"] = dict(washout=10, penalty=penalty, targets=Y.ravel().tolist(), weights=w.ravel().tolist(),
                    intercept=(Y[10:].mean(0) - X[10:].mean(0) @ w).tolist(),
                    error=float(np.sqrt(((V - Z @ w) ** 2).sum() / (V ** 2).sum())))

# Spectral radii, dense eigenvalue solver. Small enough to commit: the matrix is a formula (elements of a linear congruential generator).
def congruential(n, density, seed):
    s, M = seed, np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            s = (s * 1664525 + 1013904223) % 2**32
            keep = s / 2**32 < density
            s = (s * 1664525 + 1013904223) % 2**32
            if keep:
                M[i, j] = s / 2**32 - 0.5
    return M

out["radii"] = [dict(n=n, density=d, seed=s, radius=float(np.abs(np.linalg.eigvals(congruential(n, d, s))).max()))
                for n, d, s in ((1, 1.0, 3), (5, 1.0, 1), (30, 0.3, 2), (64, 0.1, 3), (65, 0.1, 4), (100, 0.05, 5), (300, 0.1, 6), (500, 0.1, 7))]

# Mackey-Glass by a plain Runge-Kutta of order 4 over the whole history, delayed values from numpy.interp.
def mackey_glass(steps, tau, h, initial=1.2, beta=0.2, gamma=0.1, n=10):
    times, values = [-2 * tau, 0.0], [initial, initial]
    f = lambda x, d: beta * d / (1 + d ** n) - gamma * x
    for i in range(round(steps / h)):
        t, x = i * h, values[-1]
        first = max(0, len(times) - int(tau / h) - 5)
        d = np.interp([t - tau, t + h / 2 - tau, t + h - tau], times[first:] if first else times, values[first:] if first else values)
        k1 = f(x, d[0]); k2 = f(x + h * k1 / 2, d[1]); k3 = f(x + h * k2 / 2, d[1]); k4 = f(x + h * k3, d[2])
        times.append((i + 1) * h); values.append(x + h * (k1 + 2 * k2 + 2 * k3 + k4) / 6)
    return values[1:][round(1 / h)::round(1 / h)]

out["mackeyGlass"] = [dict(tau=tau, step=h, values=mackey_glass(120, tau, h)) for tau, h in ((17.0, 0.1), (16.83, 0.25), (3.1, 0.5))]

# NARMA10 from given inputs.
v = rng.uniform(0, 0.5, 60)
y = np.zeros(61)
for t in range(60):
    y[t + 1] = 0.3 * y[t] + 0.05 * y[t] * sum(y[t - i] for i in range(10) if t >= i) + 1.5 * (v[t - 9] if t >= 9 else 0) * v[t] + 0.1
out["narma10"] = dict(inputs=v.tolist(), targets=y[1:].tolist())

# Lorenz: a short stretch by a Runge-Kutta of order 4, step .005, sampled every fourth.
def lorenz(steps, start, h=0.005, sub=4):
    g = lambda s: np.array([10 * (s[1] - s[0]), s[0] * (28 - s[2]) - s[1], s[0] * s[1] - 8 / 3 * s[2]])
    s, rows = np.array(start, float), []
    for _ in range(steps):
        for _ in range(sub):
            k1 = g(s); k2 = g(s + h / 2 * k1); k3 = g(s + h / 2 * k2); k4 = g(s + h * k3)
            s = s + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        rows.append(s)
    return np.array(rows)

out["lorenz63"] = dict(start=[1.0, 1.0, 1.0], values=lorenz(100, (1, 1, 1)).ravel().tolist())
print(json.dumps(out))
