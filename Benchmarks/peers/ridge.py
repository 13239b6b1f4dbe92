"""The ridge readout of ReservoirPy beside Engram's: the time of the fit, and the most memory of a process that runs a network, fits its readout and does nothing else.
usage: ridge.py --bench PATH [--units 500] [--density 0.1] [--steps 10000] [--rounds 5]      (needs reservoirpy==0.4.2, numpy, scipy)
PATH is the built `bench` program. Model: x <- (1 - a) x + a tanh(W x + Win u + b), a = .5, radius .9, u two sines and noise, predicted from [x, 1], ridge 1e-7.
Prints every measurement as a JSON line, and at the end the ratios of the medians. Exit status 1 if the answers differ."""
import argparse, json, os, resource, statistics, subprocess, sys, tempfile, time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
import numpy as np, scipy.sparse as sp

p = argparse.ArgumentParser()
p.add_argument("--bench")
p.add_argument("--units", type=int, default=500)
p.add_argument("--density", type=float, default=0.1)
p.add_argument("--steps", type=int, default=10000)
p.add_argument("--rounds", type=int, default=5)
p.add_argument("--alone", metavar="FILE", help="measures ReservoirPy on a file that this script wrote")
a = p.parse_args()


def alone(w):
    import reservoirpy
    from reservoirpy.nodes import Reservoir, Ridge

    N, T, first = w["units"], w["steps"], w["washout"]
    W = sp.csr_array((w["values"], w["columns"], w["starts"]), shape=(N, N))
    u = np.array(w["series"])
    node = Reservoir(N, lr=w["leak"], W=W, Win=np.array(w["input"])[:, None], bias=np.array(w["bias"]), input_dim=1, seed=1)
    X, y = node.run(u[:T, None]), u[1:T + 1, None]
    times = []
    for i in range(6):
        r = Ridge(ridge=w["penalty"])
        wall, cpu = time.perf_counter(), time.process_time()
        r.fit(X[first:], y[first:])
        times.append((time.perf_counter() - wall, time.process_time() - cpu))
        if i == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    e = X[first:] @ np.asarray(r.Wout).reshape(N, 1) + np.asarray(r.bias).reshape(-1) - y[first:]
    wall, cpu = (statistics.median(t[i] for t in times[1:]) for i in (0, 1))
    print(json.dumps({"bench": "ridge.fit", "params": {"units": N, "steps": T}, "peer": "reservoirpy " + reservoirpy.__version__, "wall_s": wall, "cpu_s": cpu, "peak_mb": peak,
                      "check": {"nrmse": float(np.sqrt(np.mean(e ** 2)) / y[first:].std())}}))


def main():
    N, T, rng = a.units, a.steps, np.random.default_rng(42)
    W = sp.random(N, N, a.density, format="csr", random_state=rng, data_rvs=rng.standard_normal)
    W.sort_indices()
    W.data *= 0.9 / np.sqrt(W.nnz / N)
    s = np.sin(np.arange(T + 1) * 0.2) + np.sin(np.arange(T + 1) * 0.311) + 0.01 * rng.standard_normal(T + 1)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as work:
        json.dump(dict(units=N, steps=T, washout=500, leak=0.5, penalty=1e-7, starts=W.indptr.tolist(), columns=W.indices.tolist(), values=W.data.tolist(),
                       input=rng.uniform(-1, 1, N).tolist(), bias=rng.uniform(-0.2, 0.2, N).tolist(), series=s.tolist()), work)
        work.flush()
        rows = {"peer": [], "fit": [], "train": []}
        commands = {"peer": [sys.executable, __file__, "--alone", work.name], "fit": [a.bench, "ridge", "--weights", work.name],
                    "train": [a.bench, "ridge", "--trains", "--weights", work.name]}
        for _ in range(a.rounds):
            for name, command in commands.items():
                out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                print(out, end="", flush=True)
                rows[name].append(json.loads(out))
    middle = lambda name, key: statistics.median(r[key] for r in rows[name])
    errors = [statistics.median(r["check"]["nrmse"] for r in rows[name]) for name in rows]
    ok = max(errors) / min(errors) < 1.001
    print(json.dumps({"bench": "ridge.ratio", "units": N, "answers_agree": ok,
                      "times_as_fast": {clock: round(middle("peer", clock + "_s") / middle("fit", clock + "_s"), 2) for clock in ("wall", "cpu")},
                      "share_of_memory": {name: round(middle(name, "peak_mb") / middle("peer", "peak_mb"), 2) for name in ("fit", "train")}}))
    sys.exit(0 if ok else 1)


alone(json.load(open(a.alone))) if a.alone else main()
