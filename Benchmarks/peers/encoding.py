"""himalaya beside Engram on the same features and voxels, in alternation, in one process tree and one run.
usage: encoding.py --bench PATH [--kind ridge] [--samples 1000] [--features 2000] [--voxels 20000] [--rounds 1] [--threads 1]      (needs himalaya==0.4.11, numpy)
PATH is the built `bench` program. --kind ridge is RidgeCV in float32, 20 penalties from 0.1 to 1e6, 5 folds, no intercept; kernel is KernelRidgeCV with the linear kernel; given is Ridge with a penalty of its
own for each voxel; banded and kernels are GroupRidgeCV and MultipleKernelRidgeCV with random search over 10 given candidates of 4 bands. Features are mixed from 40 autoregressive latent
series and a little noise, at four delays; a quarter of the voxels is pure noise, the others have up to half of their variance explained.
Prints every measurement as a JSON line, and at the end the ratio of the medians. Exit status 1 if a penalty differs in more than one voxel of a thousand,
or the held-out R2 does."""
import argparse, json, os, statistics, subprocess, sys, tempfile, time

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--kind", choices=("ridge", "kernel", "given", "banded", "kernels"), default="ridge")
p.add_argument("--samples", type=int, default=1000)
p.add_argument("--features", type=int, default=2000)
p.add_argument("--voxels", type=int, default=20000)
p.add_argument("--rounds", type=int, default=1)
p.add_argument("--threads", type=int, default=1)
a = p.parse_args()
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = str(a.threads)
import numpy as np
import himalaya
from himalaya.backend import set_backend
from himalaya.kernel_ridge import KernelRidgeCV, MultipleKernelRidgeCV
from himalaya.ridge import GroupRidgeCV, Ridge, RidgeCV

set_backend("numpy")
ALPHAS, HELD = np.logspace(-1, 6, 20).astype(np.float32), 200
rng = np.random.default_rng(11)
n = a.samples + HELD
z = rng.standard_normal((n, 40)).astype(np.float32)
for t in range(1, n):
    z[t] += 0.7 * z[t - 1]
base = z @ rng.standard_normal((40, a.features // 4)).astype(np.float32)
base += 0.3 * base.std() * rng.standard_normal(base.shape).astype(np.float32)
base = (base - base.mean(0)) / base.std(0)
X = np.concatenate([np.pad(base, ((d, 0), (0, 0)))[:n] for d in range(1, 5)], 1)
B = rng.standard_normal((X.shape[1], a.voxels)).astype(np.float32) * (rng.random((X.shape[1], 1)) < 0.05)
S = X @ B
S /= S.std(0) + 1e-6
share = np.where(np.arange(a.voxels) % 4 == 0, 0, rng.uniform(0, 0.5, a.voxels)).astype(np.float32)
Y = S * np.sqrt(share) + rng.standard_normal(S.shape).astype(np.float32) * np.sqrt(1 - share)
X, Y, Xt, Yt = X[: a.samples], Y[: a.samples], X[a.samples :], Y[a.samples :]
del S, B


if a.kind == "given":
    ALPHAS = np.logspace(0, 4, a.voxels).astype(np.float32)
BANDS = np.repeat(np.arange(4), [X.shape[1] // 4] * 3 + [X.shape[1] - 3 * (X.shape[1] // 4)])
GAMMAS = np.concatenate([np.full((1, 4), 0.25), rng.dirichlet(np.ones(4), 9)])


def products(left):
    return np.stack([left[:, BANDS == band] @ X[:, BANDS == band].T for band in range(4)])


def fitted():
    """The model, its penalties, and what it predicts for the test features."""
    search = dict(n_iter=GAMMAS.astype(np.float32), alphas=ALPHAS, progress_bar=False)
    if a.kind == "kernel":
        model = KernelRidgeCV(alphas=ALPHAS, cv=5, solver_params=dict()).fit(X, Y)
        return model.best_alphas_, lambda: model.predict(Xt)
    if a.kind == "given":
        model = Ridge(alpha=ALPHAS, fit_intercept=False, solver_params=dict(warn=False)).fit(X, Y)
        return ALPHAS, lambda: Xt @ model.coef_
    if a.kind == "banded":
        model = GroupRidgeCV(groups=BANDS, solver="random_search", cv=5, fit_intercept=False, solver_params=dict(search, warn=False)).fit(X, Y)
        return 1 / np.exp(model.deltas_).sum(0), lambda: model.predict(Xt)
    if a.kind == "kernels":
        model = MultipleKernelRidgeCV(kernels="precomputed", solver="random_search", cv=5, solver_params=search).fit(products(X), Y)
        return 1 / np.exp(model.deltas_).sum(0), lambda: model.predict(products(Xt))
    model = RidgeCV(alphas=ALPHAS, cv=5, fit_intercept=False, solver_params=dict(warn=False)).fit(X, Y)
    return model.best_alphas_, lambda: Xt @ model.coef_


def peer():
    wall, cpu = time.perf_counter(), time.process_time()
    alphas, predict = fitted()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    R = 1 - ((Yt - predict()) ** 2).sum(0) / ((Yt - Yt.mean(0)) ** 2).sum(0)
    check = {"r2_test_mean": round(float(R.mean()), 4), "median_alpha": float(np.median(alphas))}
    print(json.dumps({"bench": "encoding." + a.kind, "params": {"samples": a.samples, "features": X.shape[1], "voxels": a.voxels, "alphas": 20, "folds": 5, "threads": a.threads},
                      "peer": "himalaya " + himalaya.__version__, "wall_s": wall, "cpu_s": cpu, "check": check}), flush=True)
    return (wall, cpu), check, np.asarray(alphas)


with tempfile.TemporaryDirectory() as work:
    for name, array in (("x", X), ("y", Y), ("x-test", Xt), ("y-test", Yt), ("alphas", ALPHAS.astype(np.float64)), ("gammas", GAMMAS)):
        np.save(f"{work}/{name}.npy", np.ascontiguousarray(array))
    theirs, ours, agreement, ok = [], [], [], True
    for _ in range(a.rounds):
        times, check, alphas = peer()
        theirs.append(times)
        out = subprocess.run([a.bench, "encoding", "--kind", a.kind, "--data", work, "--repeats", "1", "--threads", str(a.threads)], check=True, capture_output=True, text=True).stdout
        print(out, end="", flush=True)
        row = json.loads(out.splitlines()[0])
        ours.append((row["wall_s"], row["cpu_s"]))
        agreement.append(float(np.mean(np.abs(np.load(f"{work}/chosen.npy") / alphas - 1) < 1e-3)))
        ok &= agreement[-1] >= 0.999 and abs(row["check"]["r2_test_mean"] - check["r2_test_mean"]) < 1e-3
ratio = lambda clock: round(statistics.median(t[clock] for t in theirs) / statistics.median(t[clock] for t in ours), 2)
print(json.dumps({"bench": "encoding.ratio", "answers_agree": ok, "same_alphas": min(agreement), "times_as_fast": {"wall": ratio(0), "cpu": ratio(1)}}))
sys.exit(0 if ok else 1)
