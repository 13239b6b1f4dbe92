"""Writes capacity.json: memory capacities by NumPy of networks and inputs that any language can draw alike (the generator of Park and Miller), so that the same network is measured twice.
usage: make_capacity.py      (needs numpy)

Least squares with an intercept can be had in two ways, which differ where directions of the states lie near rounding: as a column of ones beside the states, or by centring. A column of ones, far larger than the
states of a reservoir that is driven weakly, raises what counts as rounding and so cuts off directions that hold memory. In exact arithmetic a linear network holds as many inputs as it has units: the more is cut
off, the lower the figure. Printed are both; kept is the centred one."""
import json, os
import numpy as np

STEPS, WASHOUT = 12_000, 500


class Draws:
    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = 16807 * self.state % 2147483647
        return self.state / 2147483647

    def normal(self):
        return sum(self.uniform() for _ in range(12)) - 6


def measure(units, orthogonal, linear, radius, scaling, seed):
    draws = Draws(seed)
    W = np.array([[draws.normal() for _ in range(units)] for _ in range(units)])
    if orthogonal:
        Q, R = np.linalg.qr(W)
        W = Q * np.sign(np.diag(R))
    W *= radius / np.abs(np.linalg.eigvals(W)).max()
    win = np.array([scaling * (2 * draws.uniform() - 1) for _ in range(units)])
    u = np.array([1.6 * draws.uniform() - 0.8 for _ in range(STEPS)])
    X, x = np.empty((STEPS, units)), np.zeros(units)
    for t in range(STEPS):
        x = W @ x + win * u[t]
        if not linear:
            x = np.tanh(x)
        X[t] = x
    middle = WASHOUT + (STEPS - WASHOUT) // 2
    train, test = np.arange(WASHOUT, middle), np.arange(middle, STEPS)
    delayed = lambda steps: np.stack([u[steps - k] for k in range(1, 2 * units + 1)], 1)

    def capacity(features):
        weights = np.linalg.lstsq(features(train), delayed(train), rcond=None)[0]
        P, Y = features(test) @ weights, delayed(test)
        P, Y = P - P.mean(0), Y - Y.mean(0)
        return float(((P * Y).sum(0) ** 2 / ((P**2).sum(0) * (Y**2).sum(0))).sum())

    mean = X[train].mean(0)
    return capacity(lambda steps: X[steps] - mean), capacity(lambda steps: np.hstack([X[steps], np.ones((len(steps), 1))]))


cases = []
for units, orthogonal, linear, radius, scaling in [(50, False, True, 0.95, 0.1), (100, False, True, 0.95, 0.1), (100, True, True, 0.95, 0.1), (50, True, False, 0.95, 0.1),
                                                   (50, False, False, 0.9, 0.1), (100, False, False, 0.9, 0.1), (50, False, False, 0.9, 1.0)]:
    both = np.array([measure(units, orthogonal, linear, radius, scaling, seed) for seed in range(1, 9)])
    mean, spread = both.mean(0), both.std(0, ddof=1)
    print(f"{units} {'orthogonal' if orthogonal else 'Gaussian'} {'linear' if linear else 'tanh'}, scaling {scaling}: centred {mean[0]:.2f} ± {spread[0]:.2f}, with ones {mean[1]:.2f} ± {spread[1]:.2f}", flush=True)
    cases.append(dict(units=units, orthogonal=orthogonal, linear=linear, radius=radius, scaling=scaling, centred=both[:3, 0].tolist(), ones=both[:3, 1].tolist()))
with open(os.path.join(os.path.dirname(__file__), "capacity.json"), "w") as file:
    json.dump(cases, file, indent=1)
