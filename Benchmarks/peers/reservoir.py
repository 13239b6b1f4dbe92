"""ReservoirPy beside Engram on the same network and series, in alternation, in one process tree and one run.
usage: reservoir.py --bench PATH [--units 500] [--density 0.1] [--steps 10000] [--rounds 5] [--precision single]      (needs reservoirpy==0.4.2, numpy, scipy)
PATH is the built `bench` program. Model: x <- (1 - a) x + a tanh(W x + Win u + b), a = .5, radius .9; readout on [x, 1], ridge 1e-7.
Prints every measurement as a JSON line, and at the end the ratios of the medians. Exit status 1 if the answers differ."""
import argparse, json, os, statistics, subprocess, sys, tempfile, time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
import numpy as np, scipy.sparse as sp
import reservoirpy
from reservoirpy.nodes import Reservoir, Ridge

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--units", type=int, default=500)
p.add_argument("--density", type=float, default=0.1)
p.add_argument("--steps", type=int, default=10000)
p.add_argument("--rounds", type=int, default=5)
p.add_argument("--precision", choices=["double", "single"], default="double", help="of Engram's states; ReservoirPy's are of double precision")
a = p.parse_args()
N, T, LEAK, RADIUS, RIDGE, WASHOUT, TRAIN = a.units, a.steps, 0.5, 0.9, 1e-7, 500, a.steps * 3 // 4


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
W = sp.random(N, N, a.density, format="csr", random_state=rng, data_rvs=rng.standard_normal)
W.sort_indices()
W.data *= RADIUS / (np.abs(np.linalg.eigvals(W.toarray())).max() if N <= 1000 else np.sqrt(W.nnz / N))
Win, b, s = rng.uniform(-1, 1, N), rng.uniform(-0.2, 0.2, N), mackey_glass(T + 1001)
u, y = s[:T], s[1:T + 1]
node = Reservoir(N, lr=LEAK, W=W, Win=Win[:, None], bias=b, input_dim=1, seed=1)


def now():
    return time.perf_counter(), time.process_time()


def emit(bench, start, end, check):
    wall, cpu = end[0] - start[0], end[1] - start[1]
    print(json.dumps({"bench": bench, "params": {"units": N, "density": a.density, "steps": T}, "peer": "reservoirpy " + reservoirpy.__version__,
                      "wall_s": wall, "cpu_s": cpu, "check": check}), flush=True)
    return wall, cpu


def peer():
    if node.initialized:
        node.reset()
    t0 = now()
    X = node.run(u[:, None])
    t1 = now()
    r = Ridge(ridge=RIDGE)
    t2 = now()
    r.fit(X[WASHOUT:TRAIN], y[WASHOUT:TRAIN, None])
    t3 = now()
    e = (X[TRAIN:] @ np.asarray(r.Wout).reshape(N, 1) + np.asarray(r.bias).reshape(-1))[:, 0] - y[TRAIN:]
    check = {"state_rms": round(float(np.sqrt(np.mean(X[-1000:] ** 2))), 5), "nrmse_1step": float(np.sqrt(np.mean(e ** 2)) / y[TRAIN:].std())}
    return emit("reservoir.run", t0, t1, check), emit("reservoir.ridge", t2, t3, check), check


with tempfile.NamedTemporaryFile("w", suffix=".json") as work:
    json.dump(dict(units=N, steps=T, leak=LEAK, density=a.density, starts=W.indptr.tolist(), columns=W.indices.tolist(), values=W.data.tolist(),
                   input=Win.tolist(), bias=b.tolist(), series=s.tolist()), work)
    work.flush()
    runs, ridges, ok = ([], []), ([], []), True
    batches = {"reservoir.seeds": [], "reservoir.sequences": []}
    for _ in range(a.rounds):
        run, ridge, check = peer()
        runs[0].append(run); ridges[0].append(ridge)
        out = subprocess.run([a.bench, "reservoir", "--weights", work.name, "--repeats", "3", "--precision", a.precision], check=True, capture_output=True, text=True).stdout
        print(out, end="", flush=True)
        rows = {r["bench"]: r for r in map(json.loads, out.splitlines())}
        ours = rows["reservoir.run"]["check"]
        ok &= abs(ours["state_rms"] - check["state_rms"]) <= 1e-5 and abs(ours["nrmse_1step"] / check["nrmse_1step"] - 1) < 0.05
        for name, times in batches.items():
            times.append(rows[name]["us_per_step"])
        for pair, name in ((runs, "reservoir.run"), (ridges, "reservoir.ridge")):
            pair[1].append((rows[name]["wall_s"], rows[name]["cpu_s"]))
ratio = lambda pair, clock: round(statistics.median(t[clock] for t in pair[0]) / statistics.median(t[clock] for t in pair[1]), 2)
print(json.dumps({"bench": "reservoir.ratio", "units": N, "precision": a.precision, "answers_agree": ok,
                  "run_times_as_fast": {"wall": ratio(runs, 0), "cpu": ratio(runs, 1)},
                  "ridge_times_as_fast": {"wall": ratio(ridges, 0), "cpu": ratio(ridges, 1)},
                  # ReservoirPy takes one network and one sequence after the other: 32 of them cost it 32 runs.
                  "32_times_as_fast": {name: round(statistics.median(t[0] for t in runs[0]) / T * 1e6 / statistics.median(times), 2) for name, times in batches.items()}}))
sys.exit(0 if ok else 1)
