"""Writes what himalaya says of kernel and banded ridge regression, for BandedRidgeTests and KernelRidgeTests of NeuroTests.

pip install numpy==2.4.6 scipy==1.17.1 himalaya==0.4.11 scikit-learn; python make_banded.py

banded.npz: for all orders of samples n, features p and targets t (as in "n20-p7-t40") the inputs, and for each case what himalaya returns in float64. Candidates of bands are given, so that no
random numbers need match. Scores are himalaya's less what it adds to break ties, 1e-10 ln(alpha)."""
import pathlib
import numpy as np
from himalaya.backend import set_backend
from himalaya.kernel_ridge import KernelRidge, KernelRidgeCV, MultipleKernelRidgeCV
from himalaya.ridge import GroupRidgeCV, RidgeCV
from himalaya.scoring import correlation_score_split, r2_score_split

set_backend("numpy")
here = pathlib.Path(__file__).parent
out = {}
alphas = np.logspace(-1, 3, 5)
gammas = np.array([[1 / 3, 1 / 3, 1 / 3], [0.8, 0.15, 0.05], [0.05, 0.15, 0.8], [0.0, 0.5, 0.5], [1.0, 0.0, 0.0]])
# himalaya divides features by the roots of these again, so none is 0 for features.
group_gammas = np.array([[1 / 3, 1 / 3, 1 / 3], [0.8, 0.15, 0.05], [0.05, 0.15, 0.8], [0.01, 0.495, 0.495], [0.98, 0.01, 0.01]])
rng = np.random.default_rng(11)

for n, p, t in ((30, 9, 5), (30, 5, 9), (20, 30, 7), (20, 7, 30), (15, 24, 40), (15, 40, 24)):
    key = f"n{n}-p{p}-t{t}"
    sizes = [p // 3, p // 3, p - 2 * (p // 3)]
    x = rng.standard_normal((n, p)) + 0.5
    w = rng.standard_normal((p, t)) * np.repeat([2.0, 0.5, 0.1], sizes)[:, None]
    w[:, 1::3] = w[::-1, 1::3]
    y = x @ w + 2 * rng.standard_normal((n, t)) + 1
    bands = np.split(x, np.cumsum(sizes)[:-1], axis=1)
    xt = rng.standard_normal((6, p))
    bands_t = np.split(xt, np.cumsum(sizes)[:-1], axis=1)
    out[f"{key}/x"], out[f"{key}/y"], out[f"{key}/xt"], out[f"{key}/sizes"] = x, y, xt, np.array(sizes, float)

    for intercept in (True, False):
        suffix = "" if intercept else "-origin"
        model = RidgeCV(alphas=alphas, cv=4, fit_intercept=intercept, solver_params=dict(warn=False)).fit(x, y)
        out[f"{key}/ridge{suffix}/alphas"], out[f"{key}/ridge{suffix}/weights"] = model.best_alphas_, model.coef_
        out[f"{key}/ridge{suffix}/predicted"] = model.predict(xt)
        for name, options in {"linear": dict(kernel="linear"), "gaussian": dict(kernel="rbf", kernel_params=dict(gamma=0.05)),
                              "polynomial": dict(kernel="poly", kernel_params=dict(degree=2, gamma=0.1, coef0=1.0)), "cosine": dict(kernel="cosine")}.items():
            if name != "linear" and (p, t) != (9, 5):
                continue
            model = KernelRidgeCV(alphas=alphas, cv=4, fit_intercept=intercept, **options).fit(x, y)
            case = f"{key}/kernel-{name}{suffix}"
            out[f"{case}/alphas"], out[f"{case}/scores"] = model.best_alphas_, model.cv_scores_.ravel() - 1e-10 * np.log(model.best_alphas_)
            # RidgeCV-style scores of every penalty are not kept: one penalty at a time.
            out[f"{case}/all-scores"] = np.array(
                [KernelRidgeCV(alphas=np.array([a]), cv=4, fit_intercept=intercept, **options).fit(x, y).cv_scores_.ravel() - 1e-10 * np.log(a) for a in alphas])
            # One target at a time: with an array of penalties himalaya is exact to single precision only.
            given = [KernelRidge(alpha=a, fit_intercept=intercept, **options).fit(x, y[:, i]) for i, a in enumerate(np.logspace(-1, 2, t))]
            out[f"{case}/given-dual"] = np.stack([one.dual_coef_ for one in given], 1)
            out[f"{case}/given-predicted"] = np.stack([one.predict(xt) for one in given], 1)
        if not intercept:
            bx, by = [b - b.mean(0) for b in bands], y - y.mean(0)
        else:
            bx, by = bands, y
        joined = np.concatenate(bx, 1)
        groups = np.repeat([0, 1, 2], sizes)
        model = GroupRidgeCV(groups=groups, solver="random_search", cv=4, fit_intercept=intercept,
                             solver_params=dict(n_iter=group_gammas, alphas=alphas, progress_bar=False, warn=False)).fit(joined, by)
        case = f"{key}/group{suffix}"
        best = np.exp(-np.log(np.exp(model.deltas_).sum(0)))  # the gammas of each row add up to 1
        out[f"{case}/deltas"], out[f"{case}/weights"], out[f"{case}/scores"] = model.deltas_, model.coef_, model.cv_scores_
        out[f"{case}/alphas"], out[f"{case}/predicted"] = best, model.predict(xt)
        kernels = np.stack([b @ b.T for b in bx])
        model = MultipleKernelRidgeCV(kernels="precomputed", solver="random_search", cv=4, fit_intercept=intercept,
                                      solver_params=dict(n_iter=gammas, alphas=alphas, progress_bar=False)).fit(kernels, by)
        case = f"{key}/kernels{suffix}"
        best = np.exp(-np.log(np.exp(model.deltas_).sum(0)))
        kt = np.stack([a @ b.T for a, b in zip(bands_t, bx)])
        out[f"{case}/deltas"], out[f"{case}/dual"], out[f"{case}/scores"], out[f"{case}/alphas"] = model.deltas_, model.dual_coef_ / best, model.cv_scores_, best
        out[f"{case}/predicted"] = model.predict(kt)
        if not intercept:
            split = model.predict(kt, split=True)
            truth = rng.standard_normal((6, t))
            truth -= truth.mean(0)
            out[f"{case}/split"], out[f"{case}/truth"] = split.reshape(3 * 6, t), truth
            out[f"{case}/r2-split"], out[f"{case}/correlation-split"] = r2_score_split(truth, split), correlation_score_split(truth, split)

np.savez_compressed(here / "banded.npz", **out)
