"""Writes ngrc.json: the next-generation reservoir of Gauthier et al. (2021), doi:10.1038/s41467-021-25801-2, on Lorenz's flow, its features by ReservoirPy 0.4.2.
usage: make_ngrc.py      (needs reservoirpy==0.4.2, numpy and scipy)"""
import json, os
import numpy as np
from reservoirpy.nodes import NVAR
from scipy.integrate import solve_ivp

DT, WARM, TRAIN, TEST, RIDGE = 0.025, 200, 400, 44, 2.5e-6      # 44 steps are one Lyapunov time
times = np.arange(WARM + TRAIN + TEST + 1) * DT
lorenz = lambda t, v: [10 * (v[1] - v[0]), v[0] * (28 - v[2]) - v[1], v[0] * v[1] - 8 / 3 * v[2]]
# The solver of the paper's own code, at SciPy's tolerances.
series = solve_ivp(lorenz, (0, times[-1]), [17.67715816276679, 12.931379185960404, 43.91404334248268], t_eval=times, method="RK23").y.T
node = NVAR(delay=2, order=2, strides=1)
features = np.asarray(node.run(series))
rows = np.arange(WARM, WARM + TRAIN)
X = np.hstack([np.ones((TRAIN, 1)), features[rows]])
Y = series[rows + 1] - series[rows]
weights = np.linalg.solve(X.T @ X + RIDGE * np.eye(28), X.T @ Y)

# Alone: each prediction is the next input, through a node that has seen the series so far.
alone, out = NVAR(delay=2, order=2, strides=1), []
state = np.asarray(alone.run(series[: WARM + TRAIN + 1]))[-1]
now = series[WARM + TRAIN]
for _ in range(TEST):
    now = now + np.hstack([1, state]) @ weights
    out.append(now)
    state = np.asarray(alone.run(now[None]))[-1]
# As the paper's code normalises, by the variances of all three together.
nrmse = lambda error: float(np.sqrt((error**2).mean() / series.var(0).sum()))
print(f"NRMSE {nrmse(Y - X @ weights):.3g} on the steps of training, {nrmse(np.array(out) - series[WARM + TRAIN + 1 :]):.3g} over one Lyapunov time alone")
flat = lambda a: np.asarray(a).reshape(-1).tolist()
with open(os.path.join(os.path.dirname(__file__), "ngrc.json"), "w") as file:
    json.dump(dict(warm=WARM, train=TRAIN, ridge=RIDGE, series=flat(series), weights=flat(weights), alone=flat(out)), file)
