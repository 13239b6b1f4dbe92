"""Writes what nilearn and himalaya say, for the encoding tests of NeuroTests.

pip install numpy==2.4.6 nilearn==0.14.1 himalaya==0.4.11; python make_encoding.py

encoding-hrf.tsv: model, repetition time, oversampling, samples. encoding-events.tsv: kind, scans, repetition time, oversampling, onsets, durations, the regressor.
ridge-*.npy: features, targets, and for each case the penalties, scores, weights and intercepts of himalaya in float64; "least": numpy's least squares of
least norm, which is ridge with penalty 0."""
import pathlib
import numpy as np
from nilearn.glm.first_level import compute_regressor, glover_hrf, spm_hrf
from himalaya.ridge import Ridge, RidgeCV
from himalaya.scoring import correlation_score, r2_score
from himalaya.backend import set_backend

set_backend("numpy")
here = pathlib.Path(__file__).parent


def words(values):
    return " ".join(repr(float(v)) for v in np.asarray(values).ravel())


rows = []
for name, model in (("glover", glover_hrf), ("spm", spm_hrf)):
    for tr, oversampling in ((2.0, 1), (2.5, 1), (0.72, 1), (2.0, 16), (1.5, 50)):
        rows.append([name, repr(tr), str(oversampling), words(model(tr, oversampling))])
(here / "encoding-hrf.tsv").write_text("\n".join("\t".join(r) for r in rows) + "\n")

rows = []
for model, scans, tr, oversampling, onsets, durations in (
    ("glover", 60, 2.0, 50, [0.0, 13.3, 14.1, 50.0], [10.0, 0.0, 5.0, 300.0]),
    ("spm", 40, 1.35, 16, [-10.0, 3.3, 20.25], [4.0, 1.0, 0.1]),
    ("spm", 121, 2.5, 1, [12.0, 84.0, 156.0], [22.5, 22.5, 22.5]),
):
    condition = np.array([onsets, durations, np.ones(len(onsets))])
    regressor, _ = compute_regressor(condition, model, np.arange(scans) * tr, oversampling=oversampling)
    rows.append([model, str(scans), repr(tr), str(oversampling), words(onsets), words(durations), words(regressor)])
(here / "encoding-events.tsv").write_text("\n".join("\t".join(r) for r in rows) + "\n")

# Features with a spectrum over five decades, targets of different noise, one target constant and one pure noise.
rng = np.random.default_rng(4)
n, t = 61, 9


def problem(p):
    x = rng.standard_normal((n, p)) @ np.diag(np.logspace(1, -1.5, p)) @ np.linalg.qr(rng.standard_normal((p, p)))[0] + 3
    w = rng.standard_normal((p, t)) / np.sqrt(p)
    y = x @ w + np.logspace(-1, 1.3, t) * rng.standard_normal((n, t)) - 2
    y[:, 3] = 1.5
    y[:, 4] = rng.standard_normal(n)
    return x, y


alphas = np.logspace(-2, 4, 13)
runs = np.repeat([3, 1, 2, 7], [15, 16, 14, 16])
for size, p in (("tall", 12), ("wide", 90)):
    x, y = problem(p)
    np.save(here / f"ridge-{size}-x.npy", x)
    np.save(here / f"ridge-{size}-y.npy", y)
    for name, options in {
        "folds5": dict(cv=5, fit_intercept=True),
        "folds4-through-origin": dict(cv=4, fit_intercept=False),
        "runs": dict(cv=[(np.flatnonzero(runs != r), np.flatnonzero(runs == r)) for r in sorted(set(runs))], fit_intercept=True),
        "one-for-all": dict(cv=5, fit_intercept=True, solver_params=dict(local_alpha=False)),
        "r2": dict(cv=5, fit_intercept=True, solver_params=dict(score_func=r2_score)),
        "correlation": dict(cv=5, fit_intercept=True, solver_params=dict(score_func=correlation_score)),
    }.items():
        options.setdefault("solver_params", {})["warn"] = False
        # One candidate at a time gives its scores: himalaya keeps only those of the winner. What it adds to break ties (1e-10 ln alpha) is taken off again.
        scores = np.array([RidgeCV(alphas=np.array([a]), **options).fit(x, y).cv_scores_.ravel() - 1e-10 * np.log(a) for a in alphas])
        model = RidgeCV(alphas=alphas, **options).fit(x, y)
        prefix = f"ridge-{size}-{name}"
        np.save(here / f"{prefix}-scores.npy", scores)
        np.save(here / f"{prefix}-alphas.npy", model.best_alphas_)
        np.save(here / f"{prefix}-weights.npy", model.coef_)
        np.save(here / f"{prefix}-intercept.npy", model.intercept_ if options["fit_intercept"] else np.zeros(t))
    given = np.logspace(-1, 3, t)
    model = Ridge(alpha=given, fit_intercept=True, solver_params=dict(warn=False)).fit(x, y)
    np.save(here / f"ridge-{size}-given-weights.npy", model.coef_)
    np.save(here / f"ridge-{size}-given-intercept.npy", model.intercept_)
    centred = x - x.mean(0)
    least = np.linalg.lstsq(centred, y - y.mean(0), rcond=None)[0]
    np.save(here / f"ridge-{size}-least-weights.npy", least)
    np.save(here / f"ridge-{size}-least-intercept.npy", y.mean(0) - x.mean(0) @ least)
