"""Writes alignment.json: what scipy, scikit-learn, POT and brainiak compute for the tests of Neuro/Alignment.
usage: python make_alignment.py [sr_v0_4.npz] > alignment.json
(made with numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, POT 0.9.7.post1 and brainiak 0.12, which is installed without its dependencies:
its communicator of one process is written out below, so that no MPI is needed. With brainiak's tests/funcalign/sr_v0_4.npz it is first
checked that this brainiak gives the numbers of its own tests.)"""
import json
import sys
import types
import numpy as np
import ot
from scipy.linalg import orthogonal_procrustes, svd
from scipy.spatial.distance import cdist
from scipy.stats import multivariate_normal
from sklearn.linear_model import RidgeCV

alone = types.SimpleNamespace(
    allreduce=lambda v, op=None: v, reduce=lambda v, op=None: v, bcast=lambda v: v, allgather=lambda v: [v], Get_rank=lambda: 0, Get_size=lambda: 1)
sys.modules["mpi4py"] = types.SimpleNamespace(MPI=types.SimpleNamespace(COMM_SELF=alone, SUM=None, MIN=None, Intracomm=object))
from brainiak.funcalign import srm

rng = np.random.default_rng(12)


def r(a):
    return np.asarray(a, float).ravel().tolist()


def short(a):
    return np.round(a, 3)


def pair(n, p, q, noise):
    S = rng.standard_normal((n + 10, 6))
    X = S @ rng.standard_normal((6, p)) + noise * rng.standard_normal((n + 10, p))
    Y = 1.7 * (S @ rng.standard_normal((6, q)) + noise * rng.standard_normal((n + 10, q)))
    X, Y = short(X), short(Y)
    return X[:n] - X[:n].mean(0), Y[:n] - Y[:n].mean(0), X[n:]


out = {}
alphas = np.array([0.1, 1, 10, 100, 1000])
for name, (n, p, q) in dict(square=(60, 12, 12), wide=(14, 25, 25), rectangular=(60, 12, 9)).items():
    X, Y, Z = pair(n, p, q, 1.0)
    case = dict(samples=n, p=p, q=q, x=r(X), y=r(Y), z=r(Z))
    if name == "square":
        R, total = orthogonal_procrustes(X, Y)
    else:
        U, s, V = svd(X.T @ Y, full_matrices=False)
        k = int((s > 1e-10 * s[0]).sum())
        R, total = U[:, :k] @ V[:k], s.sum()
    scale = total / np.linalg.norm(X @ R) ** 2
    case.update(orthogonal=r(Z @ R), scale=float(scale), scaled=r(scale * Z @ R))
    m = RidgeCV(alphas=alphas, scoring="r2", cv=4).fit(X, Y)
    case.update(alpha=float(m.alpha_), ridge=r(m.predict(Z)))
    plans = []
    for cost, metric, reg in (("euclidean", "euclidean", 1.0), ("squaredEuclidean", "sqeuclidean", 40.0), ("correlation", "correlation", 0.05)):
        M = cdist(X.T, Y.T, metric)
        P = ot.sinkhorn(np.ones(p) / p, np.ones(q) / q, M, reg, method="sinkhorn_log", numItermax=200000, stopThr=1e-13)
        plans.append(dict(cost=cost, regularisation=reg, costs=r(M), transformed=r(Z @ P * q)))
    case["plans"] = plans
    out[name] = case

# Weights that differ, and a regularisation for which exp(−cost/regularisation) is 0 in double precision.
M = short(rng.uniform(1, 3, (7, 5)))
a, b = short(rng.uniform(0.5, 1.5, 7)), short(rng.uniform(0.5, 1.5, 5))
out["transport"] = dict(
    cost=r(M), a=r(a), b=r(b), large=r(ot.sinkhorn(a / a.sum(), b / b.sum(), M, 0.3, method="sinkhorn_log", numItermax=100000, stopThr=1e-14)),
    exact=float(ot.emd2(a / a.sum(), b / b.sum(), M)))

# Hyperalignment: the mean, everyone rotated to it, and again.
n, p, N, iterations = 40, 8, 4, 3
S = rng.standard_normal((n, p))
subjects = [short(S @ np.linalg.qr(rng.standard_normal((p, p)))[0] + 0.4 * rng.standard_normal((n, p))) for _ in range(N)]
hyper = dict(samples=n, voxels=p, iterations=iterations, subjects=[r(s) for s in subjects])
for rescaled in (False, True):
    aligned, distances = subjects, []
    for _ in range(iterations):
        T = np.mean(aligned, axis=0)
        if rescaled:
            T = T * np.mean([np.linalg.norm(s) for s in subjects]) / np.linalg.norm(T)
        aligned = []
        for s in subjects:
            R, total = orthogonal_procrustes(s, T)
            aligned.append(s @ R * (total / np.linalg.norm(s) ** 2 if rescaled else 1))
        distances.append(np.mean([(a - T) ** 2 for a in aligned]))
    hyper["rescaled" if rescaled else "plain"] = dict(template=r(T), last=r(aligned[-1]), distances=r(distances))
out["hyper"] = hyper


def starts(voxels, features, seed=0):
    """The maps that brainiak starts from."""
    state = np.random.RandomState(seed)
    states = [np.random.RandomState(state.randint(2**32, dtype=np.int64)) for _ in voxels]
    return [np.linalg.qr(s.random_sample((v, features)))[0] for v, s in zip(voxels, states)]


if len(sys.argv) > 1:
    np.random.seed(0)
    theta, z = np.linspace(-4 * np.pi, 4 * np.pi, 500), np.linspace(-2, 2, 500)
    S = np.vstack(((z**2 + 1) * np.sin(theta), (z**2 + 1) * np.cos(theta), z))
    X = [np.linalg.qr(np.random.random((100, 3)))[0] @ S + 0.1 * np.random.random((100, 500)) for _ in range(2)]
    assert np.allclose(np.load(sys.argv[1])["sr"], srm.SRM(n_iter=5, features=3).fit(X).s_)

voxels, samples, features = [20, 16, 25], 50, 4
S = rng.standard_normal((features, samples)) * np.array([3, 2, 1, 0.5])[:, None]
X = [np.linalg.qr(rng.standard_normal((v, features)))[0] @ S + noise * rng.standard_normal((v, samples)) for v, noise in zip(voxels, (0.2, 0.4, 0.8))]
# Centred to the last digit: SRM takes the noise variance from the sums of squares of what it is given.
X = [x - x.mean(1, keepdims=True) for x in map(short, X)]
newcomer = short(np.linalg.qr(rng.standard_normal((18, features)))[0] @ S + 0.3 * rng.standard_normal((18, samples)))
model = dict(voxels=voxels, samples=samples, features=features, subjects=[r(x.T) for x in X], newcomer=r(newcomer.T), start=[r(w) for w in starts(voxels, features)])
for kind, which in (("deterministic", srm.DetSRM), ("probabilistic", srm.SRM)):
    m = which(n_iter=6, features=features).fit(X)
    found = dict(response=r(m.s_.T), maps=[r(w) for w in m.w_], new=r(m.transform_subject(newcomer)), transformed=r(m.transform(X)[1].T))
    if kind == "probabilistic":
        found.update(covariance=r(m.sigma_s_), noise=r(m.rho2_))

        def likelihood(w, sigma, rho2):
            W = np.vstack(w)
            cov = W @ sigma @ W.T + np.diag(np.repeat(rho2, voxels))
            return float(multivariate_normal(np.zeros(len(W)), cov).logpdf(np.vstack(X).T).sum())

        # Before the first step, and before the sixth.
        five = srm.SRM(n_iter=5, features=features).fit(X)
        found["likelihoods"] = [likelihood(starts(voxels, features), np.eye(features), np.ones(3)), likelihood(five.w_, five.sigma_s_, five.rho2_)]
    else:
        found["error"] = float(sum(((x - w @ m.s_) ** 2).sum() for x, w in zip(X, m.w_)) / sum(x.size for x in X))
    model[kind] = found
out["shared"] = model
print(json.dumps(out))
