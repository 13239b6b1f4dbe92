"""Writes spiking_force.json: what a plain loop over time makes of small networks of spiking neurons under FORCE learning, for the tests of SpikingFORCE.
usage: python make_spiking_force.py > spiking_force.json                 (made with numpy 2.4.6)
       python make_spiking_force.py --sine NEURONS SEED                   runs the whole task of 15 s and prints how well the sine goes on
W. Nicola, C. Clopath 2017, doi:10.1038/s41467-017-01827-3. Cells: C v' = k (v - vr) (v - vt) - u + I, u' = a (b (v - vr) - u) by Euler's rule, u taking the old v. Every spike goes
through a synapse that rises with 2 ms and decays with 20 ms; gain "previous" corrects the readout by P r e without dividing, "updated" by the least squares gain."""
import json, sys
import numpy as np

DT, C, K, VR, B, A, D, PEAK, RESET, RISE, DECAY = 0.04, 250, 2.5, -60, -2, 0.01, 200, 30, -65, 2.0, 20.0
VT = VR + 40 - B / K


def run(W, E, v, bias, penalty, every, gain, target, learning, steps):
    """`target` gives what the output should be at a step, `learning` whether it is taught there. Returns the outputs and how many spikes there were."""
    n, k = E.shape
    v, u = v.copy(), np.zeros(n)
    current, rising, trace, slope = np.zeros(n), np.zeros(n), np.zeros(n), np.zeros(n)
    phi, P, z = np.zeros((n, k)), np.eye(n) / penalty, np.zeros(k)
    rise, decay = np.exp(-DT / RISE), np.exp(-DT / DECAY)
    outputs, spikes = np.empty((steps, k)), 0
    for t in range(steps):
        I = current + E @ z + bias
        old = v
        v = old + DT * (K * (old - VR) * (old - VT) - u + I) / C
        u = u + DT * A * (B * (old - VR) - u)
        fired = v >= PEAK
        count = int(fired.sum())
        spikes += count
        current = current * rise + rising * DT
        rising = rising * decay
        trace = trace * rise + slope * DT
        slope = slope * decay
        if count:
            rising = rising + W[:, fired].sum(1) / (RISE * DECAY)
            slope = slope + fired / (RISE * DECAY)
            u = np.where(fired, u + D, u)
            v = np.where(fired, RESET, v)
        z = trace @ phi
        outputs[t] = z
        if learning(t) and (t + 1) % every == 0:
            g = P @ trace
            e = z - target(t)
            q = 1 + trace @ g
            phi = phi - np.outer(g if gain == "previous" else g / q, e)
            P -= np.outer(g, g / q)
    return outputs, spikes


def draw(n, seed):
    rng = np.random.default_rng(seed)
    W = 5000 * rng.standard_normal((n, n)) * (rng.random((n, n)) < 0.1) / (np.sqrt(n) * 0.1)
    return W, 5000 * rng.uniform(-1, 1, (n, 1)), rng.uniform(VR, PEAK, n)


if "--sine" in sys.argv:
    n, seed = int(sys.argv[2]), int(sys.argv[3])
    W, E, v = draw(n, seed)
    second = round(1000 / DT)
    sine = lambda t: np.sin(2 * np.pi * 5 * (t + 1) * DT / 1000)
    outputs, spikes = run(W, E, v, 1000, 0.5, 20, "previous", sine, lambda t: 5 * second <= t < 10 * second, 15 * second)
    truth = sine(np.arange(15 * second))
    for name, first in (("learning, last second", 9), ("alone, first second", 10), ("alone, last second", 14)):
        part = slice(first * second, (first + 1) * second)
        best = min(np.sqrt(np.mean((outputs[part, 0] - np.roll(truth, s)[part]) ** 2)) for s in range(0, 5000, 50)) / truth.std()
        print(name, "NRMSE", np.sqrt(np.mean((outputs[part, 0] - truth[part]) ** 2)) / truth.std(), "at the best phase", best)
    print("rate", spikes / n / 15)
    sys.exit()

rng = np.random.default_rng(17)
n, steps, cases = 24, 4000, []
for k, gain, every, penalty in ((1, "previous", 20, 0.05), (2, "updated", 7, 0.002)):
    W, E, v = np.round(draw(n, 3)[0] / 10), np.round(rng.uniform(-3000, 3000, (n, k))), np.round(rng.uniform(VR, PEAK, n), 2)
    target = lambda t: np.sin(2 * np.pi * 5 * (t + 1) * DT / 1000 * np.arange(1, k + 1))
    outputs, spikes = run(W, E, v, 4000, penalty, every, gain, target, lambda t: 1000 <= t < 3000, steps)
    cases.append(dict(outputs=k, gain=gain, every=every, penalty=penalty, recurrent=W.ravel().tolist(), feedback=E.ravel().tolist(), potentials=v.tolist(), spikes=spikes,
                      z=outputs[99::100].ravel().tolist()))
print(json.dumps(dict(neurons=n, steps=steps, learning=[1000, 3000], bias=4000, stride=100, cases=cases)))
