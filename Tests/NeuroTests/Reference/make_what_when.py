"""Writes what_when.json: the errors of what-and-when and of its rivals over a thousand spiking neurons in plain NumPy, with random numbers of its own.
usage: python make_what_when.py > what_when.json     (made with numpy 2.3.5; some minutes)

Each curve has the error at trials 1, 10, 50 and 100 of two blocks (A with .8 at 300 ms, B at 600 ms; then A at 500, B at 250), within the windows and over the whole trial: the mean of five tests."""
import json
import numpy as np

N, E, TRIALS = 1000, 800, 205
rng = np.random.default_rng(0)
r = rng.random(N)
e = np.arange(N) < E
a, b = np.where(e, .02, .02 + .08 * r), np.where(e, .2, .25 - .05 * r)
c, d = np.where(e, -65 + 15 * r * r, -65), np.where(e, 8 - 6 * r * r, 2)
W = .25 * rng.random((N, N)) * np.where(e, .4, -1.6) * (rng.random((N, N)) < .1)
bias = np.where(e, 3.5 + 1.5 * rng.random(N), 2 + rng.random(N))
cue = np.zeros(N)
cue[rng.permutation(N)[:300]] = 10 * rng.random(300)
left = np.exp(-1 / (20 * 10 ** rng.random(N)))


def trial():
    """The traces at the end of each 5 ms, of 900."""
    v, u, current, trace, rows = np.full(N, -65.), -65 * b, np.zeros(N), np.zeros(N), []
    for t in range(900):
        current *= np.exp(-1 / 8)
        trace *= left
        fired = np.flatnonzero(v >= 30)
        v[fired] = c[fired]
        u[fired] += d[fired]
        trace[fired] += 1
        current += W[:, fired].sum(1)
        drive = current + bias + .03 * rng.standard_normal(N) + (cue if t < 50 else 0)
        for _ in range(2):
            v += .5 * (.04 * v * v + 5 * v + 140 - u + drive)
        u += a * (b * v - u)
        if t % 5 == 4:
            rows.append(trace.copy())
    return np.array(rows)


X = np.array([trial() for _ in range(TRIALS)])
tests = X[200:]
t = 5. * np.arange(1, 181)
blocks = []
for first, second in ((300, 600), (500, 250)):
    distance = t[:, None] - np.array([first, second])
    bumps = np.exp(-.5 * (distance / 30) ** 2)
    blocks.append((bumps, (abs(distance) <= 200) * 1., bumps * [.8, .2], rng.random(100) < .8))


def errors(output, block):
    y = [output(x) for x in tests]
    of = lambda z: float(np.sqrt(((z - block[2]) ** 2).mean()))
    return [np.mean([of(z * block[1]) for z in y]), np.mean([of(z) for z in y])]


def heights(output):
    return [float(np.mean([output(x)[abs(t - at) <= 30, k].mean() for x in tests])) for k, at in enumerate((300, 600))]


def what_when(event, centred, rate=.1):
    """The gate open in the window of the event that came, or for it all through the trial; of states as they are, or less their mean so far."""
    what, when, mean, seen, curve = np.zeros((N, 2)), np.zeros((N, 2)), np.zeros(N), 0, []
    for index, block in enumerate(blocks):
        for n, came in enumerate(block[3]):
            x, k = X[100 * index + n], 0 if came else 1
            for row in range(180):
                seen += 1
                if centred:
                    mean += (x[row] - mean) / seen
                if event or block[1][row, k]:
                    s = x[row] - mean
                    when[:, k] += rate * (block[0][row, k] - s @ when[:, k]) * s / (s @ s + 1e-8)
            early = x[10:50].mean(0)
            what += .05 * np.outer(early, np.eye(2)[k] - early @ what) / (early @ early)
            output = lambda z: ((z - mean) @ when) * (z[10:50].mean(0) @ what)
            if n + 1 in (1, 10, 50, 100):
                curve.append(errors(output, block))
        if index == 0:
            reached = heights(output)
    return dict(errors=curve, heights=reached)


def squares(penalty, restarts):
    """A trial's even bins at once, which is what one after the other comes to."""
    P, w, curve = np.eye(N) / penalty, np.zeros((N, 2)), []
    for index, block in enumerate(blocks):
        for n, came in enumerate(block[3]):
            x, y = X[100 * index + n, 1::2], np.zeros((90, 2))
            k = 0 if came else 1
            y[:, k] = block[0][1::2, k]
            if restarts:
                P = np.eye(N) / penalty
            U = P @ x.T
            K = U @ np.linalg.inv(np.eye(90) + x @ U)
            w, P = w + K @ (y - x @ w), P - K @ U.T
            if n + 1 in (1, 10, 50, 100):
                curve.append(errors(lambda z: z @ w, block))
    return dict(penalty=penalty, restarts=restarts, errors=curve)


varying = X[:100] - X[:100].mean(0)
out = dict(
    share=float((varying ** 2).mean() / X[:100].reshape(-1, N).var(0).mean()), zero=float(np.sqrt((blocks[0][2] ** 2).mean())),
    window=what_when(False, False), event=what_when(True, False), centredWindow=what_when(False, True), centredEvent=what_when(True, True),
    squares=[squares(p, restarts) for restarts in (False, True) for p in (1, 30, 100, 300, 1000, 3000)])
print(json.dumps(json.loads(json.dumps(out), parse_float=lambda x: round(float(x), 4))))
