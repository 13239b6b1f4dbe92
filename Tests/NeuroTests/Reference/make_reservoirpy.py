"""Writes reservoirpy.json: what ReservoirPy 0.4.2 makes of networks with given weights, step by step, and plain NumPy where it has no such node.
usage: python make_reservoirpy.py > reservoirpy.json     (made with reservoirpy 0.4.2, numpy 2.3.5, scipy 1.17.1)"""
import json
import numpy as np
from reservoirpy.nodes import LMS, RLS, LocalPlasticityReservoir, Reservoir, Ridge
from reservoirpy.observables import effective_spectral_radius, memory_capacity, nrmse, rsquare

rng = np.random.default_rng(11)
N, T = 17, 50
W = rng.standard_normal((N, N)) * (rng.random((N, N)) < 0.35)
W *= 0.8 / np.abs(np.linalg.eigvals(W)).max()
Win, b, u = rng.uniform(-0.5, 0.5, (N, 2)), rng.uniform(-0.2, 0.2, N), rng.uniform(-1, 1, (T, 2))
flat = lambda a: np.asarray(a, float).ravel().tolist()
out = dict(units=N, recurrent=flat(W), input=flat(Win), bias=flat(b), inputs=flat(u))

# Local plasticity. ReservoirPy's rules read what goes into a unit; of linear units that is what comes out of it. Its `fit` leaves the state at rest, so that what comes before a synapse is 0 and the Hebbian
# rules learn nothing; here its rules are applied along a run.
rules = [("oja", False, 0), ("anti-oja", False, 0), ("hebbian", True, 0), ("anti-hebbian", False, 0), ("bcm", False, 0.1)]
out["plasticity"] = []
for rule, normalised, theta in rules:
    node = LocalPlasticityReservoir(W=W.copy(), Win=Win, bias=b, local_rule=rule, eta=2e-3, bcm_theta=theta, activation="identity")
    node.initialize(u)
    i, j = np.nonzero(node.W)
    for _ in range(2):
        for row in u:
            after = node._step(node.state, row)
            node.W[i, j] += node.increment(node.W[i, j], node.state["out"][j], after["out"][i])
            if normalised:
                node.W /= np.linalg.norm(node.W, axis=1, keepdims=True)
            node.state = after
    out["plasticity"].append(dict(rule=rule, normalised=normalised, threshold=theta, rate=2e-3, epochs=2, recurrent=flat(node.W)))

# The same of tanh units with a leak, from their activity, with a threshold that follows its square.
V, x, theta, leak, rate, memory = W.copy(), np.zeros(N), np.zeros(N), 0.6, 5e-3, 20.0
for _ in range(3):
    for t in range(T):
        y = (1 - leak) * x + leak * np.tanh(V @ x + Win @ u[t] + b)
        theta += (y * y - theta) / memory
        V += rate * np.outer(y * (y - theta), x) * (V != 0)
        x = y
out["sliding"] = dict(leak=leak, rate=rate, memory=memory, epochs=3, recurrent=flat(V), state=flat(x))

# A leak for each unit.
leaks = rng.uniform(0.1, 1, N)
out["leaks"] = dict(rates=flat(leaks), states=flat(Reservoir(W=W, Win=Win, bias=b, lr=leaks).run(u)))

# One reservoir after the other, the readout on the second.
W2 = rng.standard_normal((N, N)) * 0.2
Win2 = rng.uniform(-0.4, 0.4, (N, N))
b2 = rng.uniform(-0.1, 0.1, N)
deep = Reservoir(W=W, Win=Win, bias=b, lr=0.9) >> Reservoir(W=W2, Win=Win2, bias=b2, lr=0.4)
out["deep"] = dict(recurrent=flat(W2), input=flat(Win2), bias=flat(b2), states=flat(deep.run(u)))

# Readouts that learn step by step: weights after the first ten steps, and after the last.
X = Reservoir(W=W, Win=Win, bias=b).run(u)
Y = np.stack([np.sin(np.arange(T) / 3), u[:, 0] * u[:, 1]], 1)
out["targets"] = flat(Y)


def online(make):
    node, weights = make(), []
    for t in range(T):
        node.partial_fit(X[t:t + 1], Y[t:t + 1])
        if t < 10 or t == T - 1:
            weights.append(np.vstack([node.Wout, node.bias.reshape(1, -1)]))
    return [flat(w) for w in weights]


out["rls"] = [dict(penalty=a, forgetting=f, weights=online(lambda: RLS(alpha=a, forgetting=f, fit_bias=False))) for a, f in ((1e-6, 1.0), (0.5, 0.97))]
out["lms"] = dict(rate=0.05, weights=online(lambda: LMS(learning_rate=0.05)))

# NARMA10 by its recurrence, and an echo state network of 60 units that learns it.
M = 60
A = rng.standard_normal((M, M)) * (rng.random((M, M)) < 0.2)
A *= 0.9 / np.abs(np.linalg.eigvals(A)).max()
Ain, c = rng.uniform(-0.1, 0.1, (M, 1)), rng.uniform(-0.1, 0.1, M)
v = np.round(rng.uniform(0, 0.5, 1500), 4)
y = np.zeros(1501)
for t in range(1500):
    y[t + 1] = 0.3 * y[t] + 0.05 * y[t] * sum(y[t - i] for i in range(10) if t >= i) + 1.5 * (v[t - 9] if t >= 9 else 0) * v[t] + 0.1
y = y[1:]
esn = Reservoir(W=A, Win=Ain, bias=c) >> Ridge(ridge=1e-6)
esn.fit(v[:1000, None], y[:1000, None], warmup=100)
said = esn.run(v[1000:, None])
out["narma"] = dict(units=M, recurrent=flat(A), input=flat(Ain), bias=flat(c), inputs=flat(v), targets=flat(y), training=1000, washout=100, penalty=1e-6, predicted=flat(said[:20]),
                    nrmse=float(nrmse(y[1000:, None], said, norm_value=float(np.std(y[1000:])))), rsquare=float(rsquare(y[1000:, None], said)))

# The memory capacity of the example of its documentation, 18.78: a short series, of which a fifth tests.
reservoir = Reservoir(100, sr=1, seed=1)
model = reservoir >> Ridge(ridge=1e-4)
capacities = memory_capacity(model, k_max=50, as_list=True, seed=1)
reservoir.initialize(np.zeros((1, 1)))
Q = reservoir.W.toarray() if hasattr(reservoir.W, "toarray") else np.asarray(reservoir.W)
P = reservoir.Win.toarray() if hasattr(reservoir.Win, "toarray") else np.asarray(reservoir.Win)
d = np.broadcast_to(np.asarray(reservoir.bias).ravel(), 100)
series = np.random.default_rng(1).uniform(low=-0.8, high=0.8, size=(500, 1))
i, j = np.nonzero(Q)
out["memory"] = dict(units=100, rows=i.tolist(), columns=j.tolist(), values=flat(Q[i, j]), input=flat(P), bias=flat(d), series=flat(series), penalty=1e-4, perDelay=flat(capacities))
check = Reservoir(W=Q, Win=P, bias=d.ravel()) >> Ridge(ridge=1e-4)
assert np.allclose(memory_capacity(check, k_max=50, as_list=True, series=series), capacities, atol=1e-10), "not the weights of the example"
out["effectiveRadius"] = float(effective_spectral_radius(W, lr=0.3))

# An Euler state network: no such node there.
B = rng.uniform(-1, 1, (N, N))
step, diffusion = 0.1, 0.05
C = 0.7 * (B - B.T) - diffusion * np.eye(N)
x, states = np.zeros(N), []
for t in range(T):
    x = x + step * np.tanh(C @ x + Win @ u[t] + b)
    states.append(x)
out["euler"] = dict(recurrent=flat(0.7 * B), step=step, diffusion=diffusion, states=flat(states))

# FORCE, learning at every second step for 40 steps, then alone; the gain of textbooks and that of published codes.
G = rng.standard_normal((N, N)) * 1.3 / np.sqrt(N)
Wfb, leak, penalty = rng.uniform(-1, 1, N), 0.4, 2.0
wave = 0.6 * np.sin(np.arange(60) / 8)
out["force"] = dict(recurrent=flat(G), feedback=flat(Wfb), leak=leak, penalty=penalty, every=2, targets=flat(wave), runs=[])
for previous in (False, True):
    x, w, z, Pm, said = np.zeros(N), np.zeros(N), 0.0, np.eye(N) / penalty, []
    for t in range(60):
        x = (1 - leak) * x + leak * np.tanh(G @ x + Wfb * z + b)
        z = w @ x
        said.append(z)
        if t < 40 and t % 2 == 1:
            k = Pm @ x
            share = 1 / (1 + x @ k)
            w = w + (1 if previous else share) * k * (wave[t] - z)
            Pm = Pm - share * np.outer(k, k)
            z = w @ x
    out["force"]["runs"].append(dict(previous=previous, outputs=flat(said), weights=flat(w)))
print(json.dumps(out))
