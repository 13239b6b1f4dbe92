"""Writes reference.json: inputs, and what numpy and scipy compute from them. Run: python3 make_reference.py (numpy, scipy)."""
import json
import pathlib

import numpy as np
import scipy
import scipy.linalg
import scipy.sparse

rng = np.random.default_rng(20240613)


def rounded(*shape):
    """Inputs that are exact in single precision too, so that both precisions start from the same numbers."""
    return np.round(rng.standard_normal(shape) * 256) / 256


a = rounded(5, 3)
b = rounded(3, 4)
s = rounded(6, 6)
sides = rounded(6, 2)
spd = np.round((s @ s.T + np.eye(6)) * 256) / 256
sym = np.round((s + s.T) * 128) / 128
tall = rounded(12, 4)
tall[:, 3] = tall[:, 0] + tall[:, 1]  # rank 3
tall_sides = rounded(12, 2)
x = rounded(4)
series = rounded(37)
positive = np.abs(series) + 0.25
sparse = rounded(9, 11) * (rng.random((9, 11)) < 0.3)
weights = rounded(11)
panel = rounded(11, 3)

solution, residuals, rank, singular = np.linalg.lstsq(tall, tall_sides, rcond=1e-6)
counts, edges = np.histogram(series, bins=7)
counts_in, edges_in = np.histogram(series, bins=5, range=(-1, 1))
fractions = [0, 0.1, 0.25, 0.5, 0.9, 1]

reference = {
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "matrices": {
        "a": a, "b": b, "s": s, "sides": sides, "spd": spd, "sym": sym, "tall": tall, "tallSides": tall_sides,
        "product": a @ b,
        "gram": a.T @ a,
        "aaT": a @ a.T,
        "solve": np.linalg.solve(s, sides),
        "inverse": np.linalg.inv(s),
        "cholesky": np.linalg.cholesky(spd),
        "spdSolve": scipy.linalg.cho_solve(scipy.linalg.cho_factor(spd), sides),
        "spdInverse": np.linalg.inv(spd),
        "eigenProjector": (lambda v: v[:, :2] @ v[:, :2].T)(np.linalg.eigh(sym)[1]),
        "leastSquares": solution,
        "pseudoinverse": np.linalg.pinv(tall, rcond=1e-6),
        "sparse": sparse,
        "panel": panel,
        "sparsePanel": scipy.sparse.csr_array(sparse) @ panel,
    },
    "vectors": {
        "x": x, "bx": b @ x, "xb": a.T @ series[:5], "series": series, "positive": positive, "weights": weights,
        "eigenvalues": np.linalg.eigvalsh(sym),
        "singularValues": np.linalg.svd(tall, compute_uv=False),
        "generalModuli": np.sort(np.abs(np.linalg.eigvals(s))),
        "residuals": ((tall @ solution - tall_sides) ** 2).sum(axis=0),
        "exp": np.exp(series), "log": np.log(positive), "tanh": np.tanh(series), "sqrt": np.sqrt(positive),
        "cube": series ** 3, "power": positive ** 1.7, "inverseSquare": positive ** -2.0,
        "cumulative": np.cumsum(series), "differences": np.diff(series), "sorted": np.sort(series),
        "quantiles": np.quantile(series, fractions), "fractions": np.array(fractions),
        "edges": edges, "edgesIn": edges_in,
        "columnMeans": tall.mean(axis=0), "rowMeans": tall.mean(axis=1), "columnSums": tall.sum(axis=0), "rowSums": tall.sum(axis=1),
        "columnDeviations": tall.std(axis=0, ddof=1), "rowDeviations": tall.std(axis=1, ddof=1), "columnVariances": tall.var(axis=0),
        "columnMinima": tall.min(axis=0), "columnMaxima": tall.max(axis=0), "rowMinima": tall.min(axis=1), "rowMaxima": tall.max(axis=1),
        "rowNorms": np.linalg.norm(tall, axis=1), "columnNorms": np.linalg.norm(tall, axis=0),
        "sparseProduct": sparse @ weights, "sparseTransposed": sparse.T @ panel[:9, 0],
        "linspace": np.linspace(-1, 2, 13), "logspace": np.logspace(-3, 3, 7), "steps": np.arange(0, 1, 0.15),
    },
    "numbers": {
        "sum": series.sum(), "mean": series.mean(), "variance": series.var(), "deviation": series.std(ddof=1), "norm": np.linalg.norm(series),
        "minimum": series.min(), "maximum": series.max(), "median": np.median(series), "percentile": np.percentile(series, 37.5),
        "dot": series @ positive, "determinant": np.linalg.det(s), "trace": np.trace(s), "logDeterminant": np.linalg.slogdet(spd)[1],
        "spectralRadius": np.abs(np.linalg.eigvals(s)).max(), "frobenius": np.linalg.norm(tall),
    },
    "integers": {
        "rank": [int(rank)], "argmin": [int(series.argmin())], "argmax": [int(series.argmax())],
        "argsort": np.argsort(series, kind="stable").tolist(), "counts": counts.tolist(), "countsIn": counts_in.tolist(),
        "rowArgmax": tall.argmax(axis=1).tolist(), "columnArgmin": tall.argmin(axis=0).tolist(),
    },
}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value.tolist() if hasattr(value, "tolist") else value


target = pathlib.Path(__file__).with_name("reference.json")
sections = ["%s: %s" % (json.dumps(name), json.dumps(value) if isinstance(value, str) else "{\n" + ",\n".join(
    "  %s: %s" % (json.dumps(key), json.dumps(item)) for key, item in value.items()) + "\n}") for name, value in plain(reference).items()]
target.write_text("{\n" + ",\n".join(sections) + "\n}\n")
