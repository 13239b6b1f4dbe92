"""Writes decoding.json: what scikit-learn computes for the tests of Neuro/Decoding.
usage: python make_decoding.py > decoding.json     (made with numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1)"""
import json
import numpy as np
from scipy.spatial.distance import cdist
from sklearn.linear_model import Ridge, RidgeClassifier, RidgeClassifierCV
from sklearn.metrics import confusion_matrix, balanced_accuracy_score, precision_score, recall_score, label_ranking_average_precision_score, top_k_accuracy_score
from sklearn.model_selection import GridSearchCV, KFold, LeaveOneGroupOut, cross_val_predict

rng = np.random.default_rng(21)


def r(a):
    return np.asarray(a, float).ravel().tolist()


def problem(n, p, classes, runs, noise):
    labels = np.array([f"c{i}" for i in rng.integers(0, classes, n)])
    labels[:classes] = [f"c{i}" for i in range(classes)]
    centres = rng.standard_normal((classes, p))
    X = centres[[int(l[1:]) for l in labels]] + noise * rng.standard_normal((n, p)) + 3
    return X, labels, np.repeat(np.arange(runs), n // runs)


def grid(X, labels, scoring, cv):
    """Ridge regression of the ±1 targets. (RidgeClassifierCV with folds of its own compares accuracies, which are often equal.)"""
    Y = 2.0 * (labels[:, None] == np.array(sorted(set(labels)))) - 1
    return GridSearchCV(Ridge(), dict(alpha=alphas), scoring=scoring, cv=cv).fit(X, Y)


def columns(decision):
    return np.c_[-decision, decision] if decision.ndim == 1 else decision


out = {}
alphas = np.logspace(-2, 4, 7)
for name, (n, p, classes) in dict(tall=(96, 12, 4), wide=(48, 60, 3), two=(48, 10, 2)).items():
    X, labels, runs = problem(n, p, classes, 6, 2.5)
    case = dict(rows=n, features=p, x=r(X), labels=labels.tolist(), runs=runs.tolist())
    for intercept in (True, False):
        m = RidgeClassifier(alpha=3.7, fit_intercept=intercept).fit(X, labels)
        case["given" + ("" if intercept else "_origin")] = dict(
            decisions=r(columns(m.decision_function(X[::-1] * 1.1))), predictions=m.predict(X[::-1] * 1.1).tolist())
    m = grid(X, labels, "r2", KFold(5))
    case["blocks"] = dict(alpha=float(m.best_params_["alpha"]), scores=r(m.cv_results_["mean_test_score"]), decisions=r(m.predict(X)))
    m = RidgeClassifierCV(alphas=alphas).fit(X, labels)
    case["leave_one_out"] = dict(alpha=float(m.alpha_), score=float(m.best_score_), decisions=r(columns(m.decision_function(X))))
    # Leave one run out.
    D = cross_val_predict(RidgeClassifier(alpha=3.7), X, labels, groups=runs, cv=LeaveOneGroupOut(), method="decision_function")
    P = cross_val_predict(RidgeClassifier(alpha=3.7), X, labels, groups=runs, cv=LeaveOneGroupOut())
    case["decode"] = dict(
        decisions=r(columns(D)), predictions=P.tolist(), confusion=r(confusion_matrix(labels, P)), balanced=float(balanced_accuracy_score(labels, P)),
        recalls=r(recall_score(labels, P, average=None, zero_division=0)), precisions=r(precision_score(labels, P, average=None, zero_division=0)),
        runs=[float((P[runs == k] == labels[runs == k]).mean()) for k in range(6)],
        top2=float(top_k_accuracy_score(labels, columns(D), k=2, labels=sorted(set(labels)))) if classes > 2 else 1.0)
    # The penalty chosen within the training runs.
    chosen = []
    for k in range(6):
        tr = runs != k
        m = grid(X[tr], labels[tr], "neg_mean_squared_error", list(LeaveOneGroupOut().split(X[tr], labels[tr], runs[tr])))
        chosen.append(float(m.best_params_["alpha"]))
    case["chosen"] = chosen
    out[name] = case
out["alphas"] = r(alphas)

# Identification: similarities by scipy, measures by their definition with loops, mAP by scikit-learn.
n, candidates, p = 15, 20, 9
C = rng.standard_normal((candidates, p)) + 1
P = C[:n] + 1.1 * rng.standard_normal((n, p))
ident = dict(patterns=r(P), candidates=r(C), n=n, m=candidates, features=p)
for name in ("cosine", "correlation"):
    S = 1 - cdist(P, C, name)
    two = [np.mean([S[i, i] > S[i, j] for j in range(candidates) if j != i]) for i in range(n)]
    ranks = [1 + sum(S[i, j] >= S[i, i] for j in range(candidates) if j != i) for i in range(n)]
    ident[name] = dict(
        similarities=r(S), two=r(two), ranks=[int(v) for v in ranks], median=float(np.median(ranks)),
        map=float(label_ranking_average_precision_score(np.eye(n, candidates).astype(int), S)), top3=float(np.mean(np.array(ranks) <= 3)))
out["identification"] = ident
print(json.dumps(out))
