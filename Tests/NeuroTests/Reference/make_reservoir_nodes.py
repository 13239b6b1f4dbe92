"""Writes reservoir_nodes.json: what ReservoirPy 0.4.2 and plain NumPy make of networks with given weights.
usage: make_reservoir_nodes.py      (needs reservoirpy==0.4.2 and numpy)"""
import json, os
import numpy as np
from reservoirpy.nodes import ES2N, IPReservoir, NVAR

rng = np.random.default_rng(7)
N, T = 13, 60
W = rng.standard_normal((N, N)) * (rng.random((N, N)) < 0.4)
W *= 0.9 / np.abs(np.linalg.eigvals(W)).max()
Win, b = rng.uniform(-1, 1, (N, 2)), rng.uniform(-0.2, 0.2, N)
O, _ = np.linalg.qr(rng.standard_normal((N, N)))
u = rng.uniform(-1, 1, (T, 2))
flat = lambda a: np.asarray(a).reshape(-1).tolist()


def es2n():
    node = ES2N(W=W, Win=Win, O=O, bias=b, proximity=0.3)
    return dict(proximity=0.3, rotation=flat(O), states=flat(node.run(u)))


def plasticity(activation, mu, sigma):
    node = IPReservoir(W=W, Win=Win, bias=b, mu=mu, sigma=sigma, learning_rate=2e-3, epochs=5, activation=activation)
    node.fit(u)
    return dict(mean=mu, deviation=sigma, rate=2e-3, epochs=5, gains=flat(node.a), biases=flat(node.b))


def products(delay, order, strides):
    return dict(delays=delay, order=order, stride=strides, states=flat(NVAR(delay=delay, order=order, strides=strides).run(u)))


def feedback():
    """x(t) = (1 - a) x(t-1) + a tanh(W x + Win u + Wfb y(t-1) + b), y = Wout [x, u] + c: forced by a teacher, then closed."""
    Wfb, a = rng.uniform(-0.3, 0.3, (N, 1)), 0.7
    y = np.sin(np.arange(T) / 4)[:, None] * 0.5
    x, states = np.zeros(N), []
    for t in range(T):
        x = (1 - a) * x + a * np.tanh(W @ x + Win @ u[t] + Wfb @ (y[t - 1] if t else np.zeros(1)) + b)
        states.append(x)
    X = np.hstack([np.array(states), u])[10:40]
    mx, my = X.mean(0), y[10:40].mean(0)
    w = np.linalg.solve((X - mx).T @ (X - mx) + 1e-3 * np.eye(X.shape[1]), (X - mx).T @ (y[10:40] - my))
    c = my - mx @ w
    x, last, outputs = states[39], y[39], []
    for t in range(40, T):
        x = (1 - a) * x + a * np.tanh(W @ x + Win @ u[t] + Wfb @ last + b)
        last = np.hstack([x, u[t]]) @ w + c
        outputs.append(last)
    return dict(feedback=flat(Wfb), leak=a, targets=flat(y), states=flat(states), outputs=flat(outputs))


def delay_line(p):
    """The map of Appeltant et al. (2011), unit by unit."""
    theta, eta, gamma, M = 0.2, 0.5, 0.3, 8
    mask = rng.choice([-1.0, 1.0], (M, 2))
    x, states = np.zeros(M), []
    for t in range(T):
        before = x[-1]
        new = np.zeros(M)
        for i in range(M):
            s = x[i] + gamma * (mask[i] @ u[t])
            f = s / (1 + abs(s) ** p)
            before = np.exp(-theta) * before + (1 - np.exp(-theta)) * eta * f
            new[i] = before
        x = new
        states.append(x)
    return dict(exponent=p, separation=theta, strength=eta, scaling=gamma, units=M, mask=flat(mask), states=flat(states))


out = dict(units=N, recurrent=flat(W), input=flat(Win), bias=flat(b), inputs=flat(u), es2n=es2n(), tanh=plasticity("tanh", 0.1, 0.3), logistic=plasticity("sigmoid", 0.2, 1.0),
           products=[products(2, 2, 1), products(3, 3, 2)], feedback=feedback(), delayLines=[delay_line(1), delay_line(7)])
with open(os.path.join(os.path.dirname(__file__), "reservoir_nodes.json"), "w") as file:
    json.dump(out, file)
