"""Recursive least squares of ReservoirPy beside Engram's on the same states, in alternation, in one process tree and one run.
usage: readouts.py --bench PATH [--units 500] [--steps 10000] [--rounds 3]      (needs reservoirpy==0.4.2, numpy, scipy)
PATH is the built `bench` program. Online one-step prediction of Mackey-Glass from [states, 1]; P begins as 1e6 times the identity, nothing is forgotten.
ReservoirPy's own bias is a running mean of errors, not least squares: here both learn it as the weight of a constant, so that the answers are the same.
Prints every measurement as a JSON line, and at the end the ratios of the medians. Exit status 1 if the answers differ."""
import argparse, json, os, statistics, subprocess, sys, tempfile, time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
import numpy as np
import reservoirpy
from reservoirpy.nodes import RLS

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--units", type=int, default=500)
p.add_argument("--steps", type=int, default=10000)
p.add_argument("--rounds", type=int, default=3)
a = p.parse_args()
N, T, TESTED, LEAK, RADIUS = a.units, a.steps, 1000, 0.5, 0.9


def mackey_glass(n, h=0.1, tau=17, skip=1000):
    """Runge-Kutta of order 4; the delayed value is the nearest earlier one, good enough for a series that both sides read."""
    lag, sub = round(tau / h), round(1 / h)
    x = [1.2] * (lag + 1)
    f = lambda y, d: 0.2 * d / (1 + d ** 10) - 0.1 * y
    for _ in range((n + skip) * sub):
        y, d = x[-1], x[-1 - lag]
        k1 = f(y, d); k2 = f(y + h * k1 / 2, d); k3 = f(y + h * k2 / 2, d); k4 = f(y + h * k3, d)
        x.append(y + h * (k1 + 2 * k2 + 2 * k3 + k4) / 6)
    s = np.array(x[-n * sub::sub])
    return s - s.mean()


rng = np.random.default_rng(42)
W = rng.standard_normal((N, N)) * (rng.random((N, N)) < 0.1)
W *= RADIUS / np.abs(np.linalg.eigvals(W)).max()
Win, b, s = rng.uniform(-1, 1, N), rng.uniform(-0.2, 0.2, N), mackey_glass(T + TESTED + 1)
X, x = np.empty((T + TESTED, N)), np.zeros(N)
for t in range(len(X)):
    x = (1 - LEAK) * x + LEAK * np.tanh(W @ x + Win * s[t] + b)
    X[t] = x
y, X1 = s[1:], np.c_[X, np.ones(len(X))]


def peer():
    t0 = time.perf_counter()
    r = RLS(alpha=1e-6, fit_bias=False)
    r.partial_fit(X1[:T], y[:T, None])
    wall = time.perf_counter() - t0
    e = X1[T:] @ np.asarray(r.Wout).reshape(N + 1) - y[T:]
    check = {"nrmse_after": float(np.sqrt(np.mean(e ** 2)) / y[T:].std())}
    print(json.dumps({"bench": "readout.rls", "params": {"features": N, "rows": T}, "peer": "reservoirpy " + reservoirpy.__version__, "wall_s": wall,
                      "us_per_step": wall / T * 1e6, "check": check}), flush=True)
    return wall, check["nrmse_after"]


with tempfile.NamedTemporaryFile(suffix=".f64") as work:
    work.write(np.ascontiguousarray(X).tobytes() + np.ascontiguousarray(y).tobytes())
    work.flush()
    theirs, whole, steps, ok = [], [], [], True
    for _ in range(a.rounds):
        wall, error = peer()
        theirs.append(wall)
        out = subprocess.run([a.bench, "readout", "--features", str(N), "--rows", str(T), "--tested", str(TESTED), "--data", work.name, "--repeats", "3"],
                             check=True, capture_output=True, text=True).stdout
        print(out, end="", flush=True)
        rows = {r["bench"]: r for r in map(json.loads, out.splitlines())}
        whole.append(rows["readout.rls"]["wall_s"])
        steps.append(rows["readout.rls.steps"]["wall_s"])
        ok &= all(abs(rows[k]["check"]["nrmse_after"] / error - 1) < 1e-3 for k in ("readout.rls", "readout.rls.steps"))
m = statistics.median
print(json.dumps({"bench": "readout.ratio", "features": N, "answers_agree": ok,
                  "times_as_fast": {"whole run": round(m(theirs) / m(whole), 2), "one step after the other": round(m(theirs) / m(steps), 2)}}))
sys.exit(0 if ok else 1)
