"""Writes representations.json: what rsatoolbox, netrep, SciPy and NumPy say about dissimilarity matrices and shapes.

    pip install rsatoolbox==0.3.2 scipy==1.17.1 numpy==2.4.6 scikit-learn==1.9.1
    git clone https://github.com/ahwillia/netrep && git -C netrep checkout 0186b8a
    PYTHONPATH=netrep python make_representations.py

Where rsatoolbox solves linear systems iteratively (whitening with a covariance) or minimises to a loose tolerance (the Riemannian distance), the same is solved here exactly, from its own
matrices and its own function. Its geo-topological transform edits its input while it reads it, and networkx drops the edge of length 0, so both transforms are written out by
their definition.
"""
import json
import os
import sys
import warnings

import numpy as np
import scipy.stats
from scipy.optimize import minimize
from scipy.spatial.distance import squareform

np.row_stack = np.vstack  # netrep still says so
from netrep.metrics import EnergyStochasticMetric, GaussianStochasticMetric, LinearCKA, LinearMetric
from rsatoolbox.data import Dataset, noise
from rsatoolbox.inference import eval_dual_bootstrap
from rsatoolbox.inference.noise_ceiling import boot_noise_ceiling
from rsatoolbox.model import ModelFixed, ModelWeighted
from rsatoolbox.model.fitter import fit_regress
from rsatoolbox.util.pooling import pool_rdm
from rsatoolbox.rdm import RDMs, calc_rdm, calc_rdm_unbalanced, compare

rsacompare = sys.modules["rsatoolbox.rdm.compare"]  # the package has a function of that name, too

warnings.filterwarnings("ignore")
out = {}


def put(name, value):
    value = np.asarray(value, dtype=float)
    flat = [None if np.isnan(x) else x for x in value.ravel().tolist()]
    out[name] = {"shape": list(value.shape), "values": flat}


def vector(rdms):
    return rdms.get_vectors()[0]


rng = np.random.default_rng(20)

# Distances: 8 conditions, 4 runs, 2 samples of each in a run, 12 voxels, shuffled.
names = np.array(list("abcdefgh"))
conditions = np.tile(np.repeat(np.arange(8), 2), 4)
runs = np.repeat(np.arange(4), 16)
order = rng.permutation(64)
conditions, runs = conditions[order], runs[order]
mean = rng.normal(size=(8, 12))
patterns = mean[conditions] + 0.7 * rng.normal(size=(64, 12)) + 3
residuals = rng.normal(size=(40, 12)) @ rng.normal(size=(12, 12)) + 5
put("patterns", patterns)
put("conditions", conditions)
put("runs", runs)
put("residuals", residuals)
data = Dataset(patterns, obs_descriptors={"c": names[conditions], "r": runs})
for method in ["shrinkage_eye", "shrinkage_diag", "diag", "full"]:
    put("precision-" + method, noise.prec_from_residuals(residuals, method=method))
put("precision-dof", noise.prec_from_residuals(residuals, method="shrinkage_diag", dof=31))
put("precision-eye-dof", noise.prec_from_residuals(residuals, method="shrinkage_eye", dof=31))
put("precision-patterns", noise.prec_from_unbalanced(data, "c"))
precision = noise.prec_from_residuals(residuals)
put("euclidean", vector(calc_rdm(data, "euclidean", descriptor="c")))
put("euclidean-centred", vector(calc_rdm(data, "euclidean", descriptor="c", remove_mean=True)))
put("euclidean-rows", vector(calc_rdm(Dataset(patterns[:9]), "euclidean")))
put("correlation", vector(calc_rdm(data, "correlation", descriptor="c")))
put("mahalanobis", vector(calc_rdm(data, "mahalanobis", descriptor="c", noise=precision)))
put("mahalanobis-diagonal", vector(calc_rdm(data, "mahalanobis", descriptor="c", noise=np.diag(np.diag(precision)))))
put("crossnobis", vector(calc_rdm(data, "crossnobis", descriptor="c", cv_descriptor="r")))
put("crossnobis-full", vector(calc_rdm(data, "crossnobis", descriptor="c", cv_descriptor="r", noise=precision)))
put("crossnobis-diagonal", vector(calc_rdm(data, "crossnobis", descriptor="c", cv_descriptor="r", noise=np.diag(np.diag(precision)))))
put("crossnobis-centred", vector(calc_rdm(data, "crossnobis", descriptor="c", cv_descriptor="r", noise=precision, remove_mean=True)))
each = [noise.prec_from_residuals(residuals[10 * k : 10 * k + 10]) for k in range(4)]
put("run-precisions", np.array(each))
put("crossnobis-each", vector(calc_rdm(data, "crossnobis", descriptor="c", cv_descriptor="r", noise=list(each))))

# An unbalanced design: samples left out, one condition missing from a run altogether.
keep = np.ones(64, bool)
keep[rng.choice(64, 12, replace=False)] = False
keep[(conditions == 3) & (runs == 1)] = False
put("kept", np.flatnonzero(keep))
part = Dataset(patterns[keep], obs_descriptors={"c": names[conditions[keep]], "r": runs[keep]})
part.sort_by("c")  # its unbalanced form has conditions in the order in which they come
put("unbalanced", vector(calc_rdm_unbalanced(part, "crossnobis", descriptor="c", cv_descriptor="r")))
put("unbalanced-full", vector(calc_rdm_unbalanced(part, "crossnobis", descriptor="c", cv_descriptor="r", noise=precision)))


def crossnobis_by_runs(x, c, r, precisions):
    """The mean over pairs of runs that both hold both conditions, by three loops."""
    result = []
    for i in range(8):
        for j in range(i + 1, 8):
            values = []
            for m in range(4):
                for n in range(4):
                    rows = [(r == k) & (c == l) for k in (m, n) for l in (i, j)]
                    if m == n or not all(row.any() for row in rows):
                        continue
                    a, b, p, q = (x[row].mean(0) for row in rows)
                    middle = np.linalg.inv((np.linalg.inv(precisions[m]) + np.linalg.inv(precisions[n])) / 2)
                    values.append((a - b) @ middle @ (p - q) / x.shape[1])
            result.append(np.mean(values) if values else np.nan)
    return result


put("unbalanced-by-runs", crossnobis_by_runs(patterns[keep], conditions[keep], runs[keep], [precision] * 4))
put("unbalanced-each-by-runs", crossnobis_by_runs(patterns[keep], conditions[keep], runs[keep], each))
s = np.zeros((2, 8, 8))
x, c, r = patterns[keep], conditions[keep], runs[keep]
for u in range(len(x)):
    for v in range(len(x)):
        if r[u] != r[v]:
            middle = np.linalg.inv((np.linalg.inv(each[r[u]]) + np.linalg.inv(each[r[v]])) / 2)
            s[0, c[u], c[v]] += x[u] @ middle @ x[v] / x.shape[1]
            s[1, c[u], c[v]] += 1
s = s[0] / s[1]
put("unbalanced-each-by-samples", [s[i, i] + s[j, j] - s[i, j] - s[j, i] for i in range(8) for j in range(i + 1, 8)])

counts = rng.poisson(np.exp(rng.normal(size=(8, 12)))[conditions])
put("counts", counts)
rates = Dataset(counts.astype(float), obs_descriptors={"c": names[conditions], "r": runs})
put("poisson", vector(calc_rdm(rates, "poisson", descriptor="c")))
put("poisson-prior", vector(calc_rdm(rates, "poisson", descriptor="c", prior_lambda=2.0, prior_weight=0.5)))
# rsatoolbox returns the last fold alone: each run is made the last in turn.
folds = []
for last in range(4):
    renamed = Dataset(counts.astype(float), obs_descriptors={"c": names[conditions], "r": (runs - last - 1) % 4})
    folds.append(vector(calc_rdm(renamed, "poisson_cv", descriptor="c", cv_descriptor="r")))
put("poisson-crossvalidated", np.mean(folds, 0))

# Comparisons: 5 subjects and 3 models of 9 conditions; a second set with ties and a set with missing pairs.
truth = rng.normal(size=(9, 11))
subjects = np.array([vector(calc_rdm(Dataset(truth + 1.2 * rng.normal(size=truth.shape)), "euclidean")) for _ in range(5)])
models = np.array([vector(calc_rdm(Dataset(truth[:, :k] @ rng.normal(size=(k, 12)) + 0.5 * rng.normal(size=(9, 12))), "euclidean")) for k in (11, 6, 3)])
put("subjects", subjects)
put("models", models)
methods = {"cosine": "cosine", "correlation": "corr", "whitenedCosine": "cosine_cov", "whitenedCorrelation": "corr_cov", "spearman": "spearman", "rhoA": "rho-a",
           "tauA": "tau-a", "tauB": "tau-b", "bures": "bures"}
tied = [np.round(subjects, 0), np.round(models, 0)]
holes = [subjects.copy(), models.copy()]
for part in holes:
    part[:, [2, 17, 30]] = np.nan
for name, method in methods.items():
    put("compare-" + name, compare(RDMs(subjects), RDMs(models), method))
    if name != "bures":
        put("compare-tied-" + name, compare(RDMs(tied[0]), RDMs(tied[1]), method))
        put("compare-holes-" + name, compare(RDMs(holes[0]), RDMs(holes[1]), method))

def moments(v):
    g = rsacompare.batch_to_matrices(-v / 2)[0]
    h = np.eye(9) - 1 / 9
    return h @ g @ h


put("compare-bures", [[rsacompare._bures_similarity_second_way(a, b) for b in moments(models)] for a in moments(subjects)])

root = rng.normal(size=(9, 9))
sigma = root @ root.T / 9 + np.eye(9)
put("sigma", sigma)


def whitened(a, b, v):
    inner = lambda x, y: x @ np.linalg.solve(v, y.T)
    return inner(a, b) / np.sqrt(np.outer(np.diag(inner(a, a)), np.diag(inner(b, b))))


full = rsacompare._get_v(9, sigma).toarray()
centred = lambda v: v - v.mean(1, keepdims=True)
put("compare-sigma-whitenedCosine", whitened(subjects, models, full))
put("compare-sigma-whitenedCorrelation", whitened(centred(subjects), centred(models), full))
present = ~np.isnan(holes[0][0])
put("compare-sigma-holes-whitenedCosine", whitened(subjects[:, present], models[:, present], full[np.ix_(present, present)]))


def riemannian(a, b, s):
    """rsatoolbox's function of two scales, minimised closely and from several starts."""
    found = []

    def tight(fun, start, method):
        for first in [(0, 0), (0, -2), (-1, 0), (1, -3), (-0.5, -0.5)]:
            found.append(minimize(fun, first, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-13, "maxiter": 20000, "maxfev": 20000}))
        return min(found, key=lambda f: f.fun)

    rsacompare.minimize = tight
    try:
        return rsacompare.compare_neg_riemannian_distance(a.reshape(1, -1), b.reshape(1, -1), s)[0, 0]
    finally:
        rsacompare.minimize = minimize


put("compare-negativeRiemannian", [[riemannian(a, b, None) for b in models] for a in subjects])
put("compare-sigma-negativeRiemannian", [[riemannian(a, b, sigma) for b in models] for a in subjects])
put("compare-loose-negativeRiemannian", compare(RDMs(subjects), RDMs(models), "neg_riem_dist"))

for name, method in methods.items():
    if name == "bures":
        continue
    if name.startswith("whitened"):
        # The same with the linear systems solved exactly.
        v = rsacompare._get_v(9, None).toarray()
        base = centred(subjects) if name == "whitenedCorrelation" else subjects
        unit = base / np.sqrt(np.einsum("ij,ij->i", base, np.linalg.solve(v, base.T).T))[:, None]
        one = lambda a, b: compare(a.reshape(1, -1), b.reshape(1, -1), method)[0, 0]
        lower = np.mean([one(np.delete(unit, k, 0).mean(0), subjects[k]) for k in range(5)])
        upper = np.mean([one(unit.mean(0), subjects[k]) for k in range(5)])
        put("ceiling-" + name, [lower, upper])
    else:
        put("ceiling-" + name, boot_noise_ceiling(RDMs(subjects), method))

# Weighted models.
for name, method in [("cosine", "cosine"), ("correlation", "corr")]:
    put("weights-" + name, fit_regress(ModelWeighted("w", RDMs(models)), RDMs(subjects), method))
    # rsatoolbox's non-negative fit goes round in circles on these models; the problem is its own, the solution SciPy's.
    target, parts = pool_rdm(RDMs(subjects), method).get_vectors()[0], models
    if method == "corr":
        target, parts = target - target.mean(), models - models.mean(1, keepdims=True)
    theta = scipy.optimize.nnls(parts.T, target)[0]
    put("weights-nonnegative-" + name, theta / np.linalg.norm(theta))
v = rsacompare._get_v(9, None).toarray()
unit = subjects / np.sqrt(np.einsum("ij,ij->i", subjects, np.linalg.solve(v, subjects.T).T))[:, None]
theta = np.linalg.solve(models @ np.linalg.solve(v, models.T), models @ np.linalg.solve(v, unit.mean(0)))
put("weights-whitenedCosine", theta / np.linalg.norm(theta))
a = rng.normal(size=(30, 8))
b = a @ rng.normal(size=8) + rng.normal(size=30)
put("nnls-a", a)
put("nnls-b", b)
put("nnls", scipy.optimize.nnls(a, b)[0])

# Student's t, and the standard errors of a dual bootstrap, which is random.
t = np.array([-3.0, -0.4, 0.0, 0.2, 1.7, 4.5, 30.0])
put("t", t)
put("t-above", [scipy.stats.t.sf(t, dof) for dof in (1, 4, 19, 240)])
np.random.seed(3)
result = eval_dual_bootstrap([ModelFixed(str(k), models[k]) for k in range(3)], RDMs(subjects), method="corr", N=1000)
put("bootstrap-errors", np.sqrt(result.model_var))
put("bootstrap-difference-errors", np.sqrt(result.diff_var))
put("bootstrap-dof", result.dof)

# Transforms, by their definition.
rdm = subjects[0]
rank = scipy.stats.rankdata(rdm)
rank = (rank - rank.min()) / (rank.max() - rank.min())
for l, u in [(0.2, 0.8), (0.0, 1.0), (0.1, 0.8), (0.5, 0.5)]:
    dl, du = np.quantile(rank, l), np.quantile(rank, u)
    put(f"rgtm-{l}-{u}", np.clip((rank - dl) / (du - dl), 0, 1) if du > dl else (rank > dl).astype(float))
put("rgtm-sigmoid", 1 / (1 + np.exp(-(rank - 0.4) * 7)))


def geodesic(edges):
    """Shortest paths by min-plus squaring. In whole ranks, whose sums are exact, so that equally long paths are equal."""
    length = np.full((9, 9), np.inf)
    length[np.triu_indices(9, 1)] = np.round(np.asarray(edges) * (len(rank) - 1))
    length = np.minimum(length, length.T)
    np.fill_diagonal(length, 0)
    for _ in range(4):
        length = (length[:, :, None] + length[None, :, :]).min(1)
    return length[np.triu_indices(9, 1)]


for q in (0.15, 0.4):
    put(f"rgdm-{q}", scipy.stats.rankdata(geodesic(np.where(rank <= np.quantile(rank, q), rank, np.inf))))
full_rank = squareform(rank)
kept = np.full((9, 9), np.inf)
for i in range(9):
    for j in sorted((k for k in range(9) if k != i), key=lambda k: full_rank[i, k])[:2]:
        kept[i, j] = kept[j, i] = full_rank[i, j]
put("rgdm-neighbors-2", scipy.stats.rankdata(geodesic(kept[np.triu_indices(9, 1)])))

# Shapes.
random = np.random.RandomState(0)
x, y = random.randn(50, 6), random.randn(50, 6)
put("shape-x", x)
put("shape-y", y)
for alpha in (0.0, 0.3, 1.0):
    for score in ("angular", "euclidean"):
        put(f"shape-{score}-{alpha}", LinearMetric(alpha=alpha, score_method=score).fit_score(x, y))
        put(f"shape-uncentred-{score}-{alpha}", LinearMetric(alpha=alpha, score_method=score, center_columns=False).fit_score(x + 1, y))
        held = LinearMetric(alpha=alpha, score_method=score).fit(x[:35], y[:35])
        put(f"shape-held-{score}-{alpha}", held.score(x[35:], y[35:]))
put("shape-padded-angular", LinearMetric(alpha=1.0).fit_score(x, y[:, :4]))
put("shape-padded-euclidean", LinearMetric(alpha=1.0, score_method="euclidean").fit_score(x, y[:, :4]))
padded = LinearMetric(alpha=1.0, score_method="euclidean").fit(x[:35], np.pad(y[:35, :4], ((0, 0), (0, 2))))
put("shape-padded-held", padded.score(x[35:], np.pad(y[35:, :4], ((0, 0), (0, 2)))))
put("cka-angle", LinearCKA().score(x, y))
put("cka-angle-wide", LinearCKA().score(x[:5], y[:5]))

means = np.array([rng.normal(size=(7, 4)), rng.normal(size=(7, 4))])
roots = rng.normal(size=(2, 7, 4, 4))
covariances = np.einsum("abij,abkj->abik", roots, roots) / 4
put("stochastic-means", means)
put("stochastic-covariances", covariances)
for alpha in (0.0, 0.5, 1.0, 2.0):
    first, second = (means[0], covariances[0]), (means[1], covariances[1])
    still = GaussianStochasticMetric(alpha=alpha)
    still.T = np.eye(4)  # its group "identity" makes a sparse matrix that its own score cannot take
    put(f"stochastic-identity-{alpha}", still.score(first, second))
    put(f"stochastic-{alpha}", min(GaussianStochasticMetric(alpha=alpha, init="rand", n_restarts=20, random_state=1).fit_score(first, second),
                                   GaussianStochasticMetric(alpha=alpha).fit_score(first, second)))
trials = rng.normal(size=(2, 5, 6, 3)) * np.array([1.0, 2.0, 0.5]) + rng.normal(size=(2, 5, 1, 3))
put("trials", trials)
still = EnergyStochasticMetric()
still.Q = np.eye(3)
put("energy-identity", still.score(trials[0], trials[1]))
put("energy", EnergyStochasticMetric(niter=1000, tol=1e-12).fit_score(trials[0], trials[1]))

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "representations.json")
with open(path, "w") as file:
    file.write("{\n" + ",\n".join(f'"{k}": {json.dumps(v)}' for k, v in out.items()) + "\n}\n")
print(path, os.path.getsize(path))
