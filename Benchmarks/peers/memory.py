"""numba and NumPy beside Engram on associative memories, in alternation, in one process tree and one run, on one core.
usage: memory.py --bench PATH [--rounds 3] [--case NAME]      (needs numba==0.68.1, numpy)
PATH is the built `bench` program. Cases: sweep (a sequential sweep, P = 3, at temperature 0.2, K patterns of N spins, against a compiled numba loop with the patterns of a spin side by side),
parallel (one update of 256 states at once, P = 4, against NumPy's products in float32), hopfield (couplings of Hebb's rule, recall of 100 cues at once and spin by spin), pspin (a
Metropolis sweep and parallel recall, P = 4), all against NumPy in float32; modern (one update of 1,000 cues by softmax over 10,000 patterns of 784 numbers, in float64); diagram (40 x 40 loads and temperatures, Engram alone: at most 20 s).
Prints every measurement as a JSON line, and at the end of each the ratio of the medians. Exit status 1 where an answer is wrong."""
import argparse, json, os, statistics, subprocess, sys, time

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--rounds", type=int, default=3)
p.add_argument("--case")
a = p.parse_args()
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS", "ENGRAM_THREADS"):
    os.environ[name] = "1"
import numpy as np

f32 = np.float32
rng = np.random.default_rng(3)
signs = lambda *shape: np.where(rng.random(shape) < 0.5, f32(-1), f32(1))
ok = True


def timed(body, repeats=1):
    """The wall time of the quickest of some calls, and what the last gave."""
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        result = body()
        best = min(best, time.perf_counter() - start)
    return best, result


def engram(case):
    out = subprocess.run([a.bench, "memory", "--case", case, "--repeats", "1", "--threads", "1"], check=True, capture_output=True, text=True).stdout
    rows = [json.loads(line) for line in out.splitlines()]
    for row in rows:
        print(json.dumps(row), flush=True)
    return rows


def compare(case, peers):
    """Each peer is (name, a call giving seconds and whether its answer is right), in the order in which Engram prints its rows."""
    global ok
    ours, theirs = [[] for _ in peers], [[] for _ in peers]
    for _ in range(a.rounds):
        for k, (name, call) in enumerate(peers):
            seconds, right = call()
            ok &= bool(right)
            theirs[k].append(seconds)
            print(json.dumps({"bench": name, "peer": "numba" if case == "sweep" else "numpy", "wall_s": seconds, "right": bool(right)}), flush=True)
        for k, row in enumerate(engram(case)):
            ours[k].append(row["wall_s"])
    for k, (name, _) in enumerate(peers):
        print(json.dumps({"bench": name + ".ratio", "times_as_fast": round(statistics.median(theirs[k]) / statistics.median(ours[k]), 2)}), flush=True)


def sweep():
    import numba

    @numba.njit(cache=False)
    def go(X, s, m, order, u, T):
        """A heat-bath sweep without repeated indices: h = N^-2 sum X (A^2 - (N - 1)), A without the spin itself. The unrolled sums are numba's to vectorise."""
        N, K = X.shape
        for k in range(N):
            i = order[k]
            x, si, total = X[i], s[i], f32(0)
            for mu in range(K):
                A = m[mu] - x[mu] * si
                total += x[mu] * (A * A - f32(N - 1))
            h = total / (float(N) * N)
            new = 1 if u[k] * (1 + np.exp(-2 * h / T)) < 1 else -1
            if new != si:
                for mu in range(K):
                    m[mu] += x[mu] * (new - si)
                s[i] = new

    # The order of floating-point sums is free, so that they may be taken in vector registers.
    go = numba.njit(fastmath=True)(go.py_func)

    def case(N, K):
        X = signs(N, K)
        s0 = np.where(rng.random(N) < 0.1, -X[:, 0], X[:, 0]).astype(f32)
        state = {"s": s0, "m": s0 @ X}

        def call():
            order, u = rng.integers(0, N, N), rng.random(N)
            seconds, _ = timed(lambda: go(X, state["s"], state["m"], order, u, 0.2))
            return seconds, abs(float(state["m"][5]) - float(state["s"] @ X[:, 5])) < 1 and state["m"][0] > 0.5 * N

        for _ in range(3):
            call()
        return call

    compare("sweep", [("memory.sweep 300 x 10000", case(300, 10_000)), ("memory.sweep 784 x 60000", case(784, 60_000))])


def parallel():
    N, K, R = 784, 10_000, 256
    X = signs(K, N)
    S = np.where(rng.random((R, N)) < 0.2, -X[:R], X[:R]).astype(f32)

    def call():
        def update():
            M = S @ X.T
            M /= f32(N)
            return np.where((M * M * M) @ X > 0, f32(1), f32(-1))

        seconds, new = timed(update)
        return seconds, (new == X[:R]).mean() > 0.999

    compare("parallel", [("memory.parallel", call)])


def hopfield():
    N, K, C = 4096, 400, 100
    X = signs(K, N)
    cue = np.where(rng.random((C, N)) < 0.1, -X[:C], X[:C]).astype(f32)

    def build():
        W = X.T @ X
        W /= f32(N)
        np.fill_diagonal(W, 0)
        return W

    W = build()

    def sync():
        S, before = cue.copy(), None
        for _ in range(50):
            T = np.where(S @ W >= 0, f32(1), f32(-1))
            if np.array_equal(T, S) or (before is not None and np.array_equal(T, before)):
                break
            before, S = S, T
        return S

    def asyn():
        S, order = cue.copy(), np.random.default_rng(9)
        H = S @ W
        for _ in range(50):
            flips = 0
            for i in order.permutation(N):
                new = np.where(H[:, i] >= 0, f32(1), f32(-1))
                f = np.flatnonzero(new != S[:, i])
                if len(f):
                    H[f] += (new[f] - S[f, i])[:, None] * W[i]
                    S[f, i] = new[f]
                    flips += len(f)
            if flips == 0:
                break
        return S

    right = lambda S: (S * X[:C]).mean() > 0.99

    def call(body, check):
        def go():
            seconds, result = timed(body)
            return seconds, check(result)

        return go

    compare("hopfield", [("memory.hopfield.build", call(build, lambda W: W[0, 0] == 0)), ("memory.hopfield.sync", call(sync, right)), ("memory.hopfield.async", call(asyn, right))])


def pspin():
    N, K, beta = 1000, 20_000, 2.0
    X = signs(N, K)
    s0 = np.where(rng.random(N) < 0.15, -X[:, 0], X[:, 0]).astype(f32)

    def metropolis():
        def go():
            r, s = np.random.default_rng(1), s0.copy()
            m = s @ X
            e = float(np.sum((m / N) ** 4, dtype=np.float64)) * N
            for i in r.permutation(N):
                m2 = m - 2 * s[i] * X[i]
                q = m2 / N
                q *= q
                e2 = float(np.dot(q, q)) * N
                if e2 >= e or r.random() < np.exp(-beta * (e - e2)):
                    s[i] = -s[i]
                    m, e = m2, e2
            return s

        seconds, s = timed(go)
        return seconds, s @ X[:, 0] > 0.9 * N

    def sync():
        def go():
            s = s0.copy()
            for _ in range(20):
                m = s @ X
                m /= N
                t = np.where(X @ (m * m * m) >= 0, f32(1), f32(-1))
                if np.array_equal(s, t):
                    break
                s = t
            return s

        seconds, s = timed(go)
        return seconds, (s == X[:, 0]).all()

    compare("pspin", [("memory.pspin.metropolis", metropolis), ("memory.pspin.sync", sync)])


def modern():
    K, D, Q, beta = 10_000, 784, 1_000, 0.2
    X = rng.standard_normal((K, D))
    cues = X[:Q] + 0.8 * rng.standard_normal((Q, D))

    def step():
        def go():
            A = cues @ X.T
            A *= beta
            A -= A.max(1, keepdims=True)
            np.exp(A, out=A)
            A /= A.sum(1, keepdims=True)
            return A @ X

        seconds, R = timed(go)
        return seconds, np.abs(R - X[:Q]).max() < 1e-6

    compare("modern", [("memory.modern", step)])


def diagram():
    global ok
    ok &= engram("diagram")[0]["wall_s"] < 20


cases = {"sweep": sweep, "parallel": parallel, "hopfield": hopfield, "pspin": pspin, "modern": modern, "diagram": diagram}
for name in [a.case] if a.case else cases:
    cases[name]()
print(json.dumps({"bench": "memory", "answers_right": ok}))
sys.exit(0 if ok else 1)
