"""Prints what the whole way from files to scores gives on the data of Haxby et al. (2001), computed with nibabel, nilearn and himalaya, for EncodingModelTests of NeuroTests.

pip install numpy==2.4.6 pandas nibabel nilearn==0.14.1 himalaya==0.4.11; python make_pipeline.py FOLDER

FOLDER holds the slice (bold.nii.gz, mask.nii.gz, attributes_literal.txt) and whole-brain-25mm. Runs 10 and 11 are held out, the others are left out in turn to choose each voxel's penalty of 10^1, 10^1.5, … 10^6.
"""
import sys
import nibabel as nib
import numpy as np
import pandas as pd
from himalaya.backend import set_backend
from himalaya.ridge import GroupRidgeCV, RidgeCV
from himalaya.scoring import correlation_score, r2_score, r2_score_split
from nilearn.glm.first_level import compute_regressor
from scipy.signal import detrend

set_backend("numpy")
folder = sys.argv[1]
# Larger ones would leave some predictions so small that their correlation is rounding noise.
alphas = np.logspace(1, 6, 11)


def standardized(series, runs):
    out = np.empty_like(series)
    for run in np.unique(runs):
        part = detrend(series[runs == run], axis=0)
        scale = part.std(0)
        out[runs == run] = (part - part.mean(0)) / np.where(scale == 0, 1, scale)
    return out


def delayed(x, runs, delays):
    blocks = []
    for delay in delays:
        block = np.zeros_like(x)
        for run in np.unique(runs):
            rows = np.flatnonzero(runs == run)
            block[rows[delay:]] = x[rows[: len(rows) - delay]]
        blocks.append(block)
    return np.concatenate(blocks, 1)


def folds(runs):
    return [(np.flatnonzero(runs != run), np.flatnonzero(runs == run)) for run in np.unique(runs)]


def report(name, r, r2):
    print(f"{name}: voxels {r.size}, mean r {r.mean():.5f}, max r {r.max():.5f}, r > .3: {(r > 0.3).sum()}, max R2 {r2.max():.5f}, mean R2 {r2.mean():.5f}")


def evaluate(name, x, y, runs):
    train, test = runs < 10, runs >= 10
    model = RidgeCV(alphas=alphas, cv=folds(runs[train]), fit_intercept=True, solver_params=dict(warn=False)).fit(x[train], y[train])
    report(name, correlation_score(y[test], model.predict(x[test])), r2_score(y[test], model.predict(x[test])))


mask = nib.load(f"{folder}/mask.nii.gz").get_fdata() != 0
series = nib.load(f"{folder}/bold.nii.gz").get_fdata()[mask].T
labels = [line.split() for line in open(f"{folder}/attributes_literal.txt")]
runs = np.array([int(run) for _, run in labels])
classes = list(dict.fromkeys(label for label, _ in labels if label != "rest"))
boxcars = np.array([[float(label == one) for one in classes] for label, _ in labels])
y = standardized(series, runs)
evaluate("slice, delays 1-4", delayed(boxcars, runs, [1, 2, 3, 4]), y, runs)

# Two bands: animate and not, with scales that are given.
animate = [classes.index(one) for one in ("face", "cat")]
bands = [boxcars[:, animate], np.delete(boxcars, animate, 1)]
x = [delayed(band, runs, [1, 2, 3, 4]) for band in bands]
train, test = runs < 10, runs >= 10
joined, groups = np.concatenate(x, 1), np.repeat([0, 1], [x[0].shape[1], x[1].shape[1]])
model = GroupRidgeCV(groups=groups, cv=folds(runs[train]), fit_intercept=True, solver="random_search", solver_params=dict(
    n_iter=np.array([[0.5, 0.5], [0.9, 0.1], [0.1, 0.9]]), alphas=alphas, progress_bar=False, warn=False)).fit(joined[train], y[train])
predicted = model.predict(joined[test])
report("slice, two bands", correlation_score(y[test], predicted), r2_score(y[test], predicted))
offset = joined[train].mean(0)
parts = np.stack([(joined[test] - offset)[:, groups == band] @ model.coef_[groups == band] for band in (0, 1)])
split = r2_score_split(y[test] - y[test].mean(0), parts)
print(f"split: mean {split.mean(1)}")

mask = nib.load(f"{folder}/whole-brain-25mm/mask-brain.nii.gz").get_fdata() != 0
series, runs, designs = [], [], []
kinds = None
for run in range(12):
    image = nib.load(f"{folder}/whole-brain-25mm/run-{run + 1:02d}.nii.gz")
    series.append(image.get_fdata()[mask].T)
    runs.append(np.full(image.shape[3], run))
    events = pd.read_csv(f"{folder}/whole-brain-25mm/run-{run + 1:02d}_events.tsv", sep="\t")
    kinds = kinds or sorted(events.trial_type.unique())
    design = []
    for kind in kinds:
        own = events[events.trial_type == kind]
        regressor, _ = compute_regressor(np.array([own.onset, own.duration, np.ones(len(own))]), "glover", np.arange(image.shape[3]) * 2.5, oversampling=50)
        design.append(regressor[:, 0])
    designs.append(np.array(design).T)
runs = np.concatenate(runs)
evaluate("whole brain, Glover", np.concatenate(designs), standardized(np.concatenate(series), runs), runs)
