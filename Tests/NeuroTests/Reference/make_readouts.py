"""Writes readouts.json: what numpy and scikit-learn compute for the tests of Neuro/Readouts.
usage: python make_readouts.py > readouts.json     (made with numpy 2.4.6, scikit-learn 1.9.1)"""
import json
import numpy as np
from sklearn.linear_model import Ridge

rng = np.random.default_rng(8)
n, p, q = 83, 9, 2
# Neighbouring rows are alike, as states are; means far from 0.
X = np.zeros((n, p))
for t in range(1, n):
    X[t] = 0.8 * X[t - 1] + rng.standard_normal(p)
X = X @ rng.standard_normal((p, p)) + 5 * np.arange(p)
Y = X @ rng.standard_normal((p, q)) * [0.1, 10] + rng.standard_normal((n, q)) * [1, 3] + [2, -100]
w = rng.uniform(0, 2, n)
w[::7] = 0
penalties = np.logspace(-3, 4, 8)
out = dict(rows=n, features=p, outputs=q, states=X.ravel().tolist(), targets=Y.ravel().tolist(), weights=w.tolist(), penalties=penalties.tolist())


def solution(m):
    return dict(weights=m.coef_.T.ravel().tolist(), intercept=m.intercept_.tolist())


out["weighted"] = solution(Ridge(alpha=0.7, solver="svd").fit(X, Y, sample_weight=w))

# Generalised cross-validation by its definition, with the whole matrix that takes targets to predictions.
gcv = []
for a in penalties:
    Z = X - X.mean(0)
    H = np.ones((n, n)) / n + Z @ np.linalg.solve(Z.T @ Z + a * np.eye(p), Z.T)
    gcv.append(n * ((Y - H @ Y) ** 2).sum(0) / (n - np.trace(H)) ** 2)
out["gcv"] = np.array(gcv).ravel().tolist()

# The same with weights: rows times the roots of the weights, the constant as well.
gcv = []
r = np.sqrt(w)[:, None]
for a in penalties:
    mean = (w @ X) / w.sum()
    Z = (X - mean) * r
    V = (Y - (w @ Y) / w.sum()) * r
    H = Z @ np.linalg.solve(Z.T @ Z + a * np.eye(p), Z.T)
    gcv.append(n * ((V - H @ V) ** 2).sum(0) / (n - 1 - np.trace(H)) ** 2)
out["weightedGCV"] = np.array(gcv).ravel().tolist()

# Cross-validation by refitting: four blocks, and three rows on either side of each left out too.
gap, errors, starts = 3, [], np.cumsum([0, 21, 21, 21, 20])
for a in penalties:
    folds = []
    for k in range(4):
        test = np.arange(starts[k], starts[k + 1])
        train = np.r_[0:max(0, starts[k] - gap), min(n, starts[k + 1] + gap):n]
        m = Ridge(alpha=a, solver="svd").fit(X[train], Y[train])
        folds.append(((m.predict(X[test]) - Y[test]) ** 2).mean(0))
    errors.append(np.mean(folds, 0))
out["crossValidated"] = np.array(errors).ravel().tolist()

# Recursive least squares in closed form: each row counts forgetting^age, and the penalty is forgotten too. The constant is a feature like the others.
lam, alpha = 0.95, 0.4
age = np.arange(n)[::-1]
X1 = np.c_[X, np.ones(n)]
m = Ridge(alpha=alpha * lam ** n, solver="svd", fit_intercept=False).fit(X1, Y, sample_weight=lam ** age)
out["recursive"] = dict(forgetting=lam, penalty=alpha, weights=m.coef_.T.ravel().tolist())
print(json.dumps(out))
