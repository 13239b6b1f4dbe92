"""Writes what himalaya, voxelwise_tutorials and scipy say of scores, for InferenceTests of NeuroTests.

pip install numpy==2.4.6 scipy himalaya==0.4.11 voxelwise_tutorials==0.2.3; python make_inference.py

inference.npz: observed and predictions of three bands with their split scores; repeats with their explainable variance; probabilities with their false discovery rates; a short series with the exact
probabilities of its correlations over all orders of its samples, and of its blocks of two."""
import itertools
import pathlib
import numpy as np
from himalaya.backend import set_backend
from himalaya.scoring import correlation_score_split, r2_score_split, r2_score_split_svd
from sklearn.decomposition import PCA
from scipy.stats import false_discovery_control
from voxelwise_tutorials.utils import explainable_variance

set_backend("numpy")
rng = np.random.default_rng(3)
out = {}
n, t = 40, 6
observed = rng.standard_normal((n, t))
observed -= observed.mean(0)
parts = rng.standard_normal((3, n, t)) * np.array([1.0, 0.3, 0.05])[:, None, None] + 0.3 * observed
out["observed"], out["parts"] = observed, parts.reshape(3 * n, t)
out["r2-split"], out["correlation-split"] = r2_score_split(observed, parts), correlation_score_split(observed, parts)

out["r2-relative"] = r2_score_split_svd(observed, parts)

weights = rng.standard_normal((12, 30)) * np.arange(1, 13)[:, None]
pca = PCA(3).fit(weights.T)
out["weights"], out["components"], out["component-shares"] = weights, pca.components_, pca.explained_variance_ratio_
out["component-scores"] = pca.transform(weights.T)

signal = rng.standard_normal((50, 4)) * np.array([2.0, 1.0, 0.3, 0.0])
repeats = signal + rng.standard_normal((5, 50, 4)) + 3
out["repeats"] = repeats.reshape(5 * 50, 4)
out["ev"], out["ev-raw"] = explainable_variance(repeats), explainable_variance(repeats, bias_correction=False)
out["ev-unscaled"] = explainable_variance(repeats, do_zscore=False)

p = np.concatenate([rng.uniform(size=30), rng.uniform(size=10) * 1e-3, [0.5, 0.5, 1.0]])
out["p"], out["fdr"] = p, false_discovery_control(p)

y, f = rng.standard_normal((8, 3)), rng.standard_normal((8, 3))
f += 0.8 * y
f[:, 2] = rng.standard_normal(8)


def correlations(a, b):
    a, b = a - a.mean(0), b - b.mean(0)
    return (a * b).sum(0) / np.sqrt((a * a).sum(0) * (b * b).sum(0))


def exact(orders):
    scores = np.array([correlations(y[list(order)], f) for order in orders])
    truth = correlations(y, f)
    return (scores >= truth - 1e-12).mean(0), (scores.max(1)[:, None] >= truth - 1e-12).mean(0)


out["short-y"], out["short-f"] = y, f
out["exact"], out["exact-maximum"] = exact(itertools.permutations(range(8)))
blocks = [(0, 1), (2, 3), (4, 5), (6, 7)]
out["exact-blocks"], out["exact-blocks-maximum"] = exact(sum(order, ()) for order in itertools.permutations(blocks))
np.savez_compressed(pathlib.Path(__file__).parent / "inference.npz", **out)
