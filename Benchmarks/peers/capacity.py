"""Memory capacity beside ReservoirPy and NumPy on the same network and series, in alternation, in one process tree and one run.
usage: capacity.py --bench PATH [--units 200] [--density 0.1] [--steps 6000] [--delays 400] [--rounds 5]      (needs reservoirpy==0.4.2, numpy, scipy)
PATH is the built `bench` program. Model: x <- tanh(W x + Win u), radius .9, Win = .1 U(-1, 1), u ~ U(-1, 1); readout on [x, 1], ridge 1e-9, trained on the steps 900 to two thirds and tested on
the rest, delays 1 to `delays`. ReservoirPy runs the network and fits the readout; the targets and the correlations are NumPy's.
Prints every measurement as a JSON line, and at the end the ratio of the medians. Exit status 1 if the answers differ by more than 1e-3."""
import argparse, json, os, statistics, subprocess, sys, tempfile, time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
import numpy as np, scipy.sparse as sp
import reservoirpy
from reservoirpy.nodes import Reservoir, Ridge

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--units", type=int, default=200)
p.add_argument("--density", type=float, default=0.1)
p.add_argument("--steps", type=int, default=6000)
p.add_argument("--delays", type=int, default=400)
p.add_argument("--rounds", type=int, default=5)
a = p.parse_args()
N, T, D, RIDGE = a.units, a.steps, a.delays, 1e-9
WASHOUT = 500 + D
TRAIN = T * 2 // 3 + D - WASHOUT

rng = np.random.default_rng(42)
W = sp.random(N, N, a.density, format="csr", random_state=rng, data_rvs=rng.standard_normal)
W.sort_indices()
W.data *= 0.9 / np.abs(np.linalg.eigvals(W.toarray())).max()
Win, u = 0.1 * rng.uniform(-1, 1, N), rng.uniform(-1, 1, T)
node = Reservoir(N, lr=1.0, W=W, Win=Win[:, None], bias=np.zeros(N), input_dim=1, seed=1)


def peer():
    if node.initialized:
        node.reset()
    wall, cpu = time.perf_counter(), time.process_time()
    X = node.run(u[:, None])
    Y = np.lib.stride_tricks.sliding_window_view(u, D)[:, ::-1]
    X, Y = X[D:], Y[:-1]
    first, last = WASHOUT - D, WASHOUT - D + TRAIN
    r = Ridge(ridge=RIDGE)
    r.fit(X[first:last], np.ascontiguousarray(Y[first:last]))
    P, Q = X[last:] @ np.asarray(r.Wout).reshape(N, -1) + np.asarray(r.bias).reshape(-1), Y[last:]
    c = ((P - P.mean(0)) * (Q - Q.mean(0))).mean(0) / (P.std(0) * Q.std(0) + 1e-12)
    total = float((c ** 2).sum())
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(json.dumps({"bench": "capacity.ridge", "params": {"units": N, "delays": D, "steps": T}, "peer": "reservoirpy " + reservoirpy.__version__,
                      "wall_s": wall, "cpu_s": cpu, "check": {"memory_capacity": total}}), flush=True)
    return (wall, cpu), total


with tempfile.NamedTemporaryFile("w", suffix=".json") as work:
    json.dump(dict(units=N, delays=D, washout=WASHOUT, training=TRAIN, penalty=RIDGE, starts=W.indptr.tolist(), columns=W.indices.tolist(), values=W.data.tolist(),
                   input=Win.tolist(), series=u.tolist()), work)
    work.flush()
    theirs, ours, ok = [], {"capacity.ridge": [], "capacity.leastSquares": []}, True
    for _ in range(a.rounds):
        times, total = peer()
        theirs.append(times)
        out = subprocess.run([a.bench, "capacity", "--weights", work.name, "--repeats", "5"], check=True, capture_output=True, text=True).stdout
        print(out, end="", flush=True)
        for row in map(json.loads, out.splitlines()):
            if row["bench"] in ours:
                ours[row["bench"]].append((row["wall_s"], row["cpu_s"]))
                if row["bench"] == "capacity.ridge":
                    ok &= abs(row["check"]["memory_capacity"] - total) < 1e-3
ratio = lambda mine, clock: round(statistics.median(t[clock] for t in theirs) / statistics.median(t[clock] for t in mine), 2)
print(json.dumps({"bench": "capacity.ratio", "units": N, "delays": D, "answers_agree": ok,
                  "times_as_fast": {name: {"wall": ratio(mine, 0), "cpu": ratio(mine, 1)} for name, mine in ours.items()}}))
sys.exit(0 if ok else 1)
