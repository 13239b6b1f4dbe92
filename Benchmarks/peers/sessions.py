"""What it costs to keep a session: Engram's commit after each cell beside dill's dump of the whole namespace, with the same gigabyte of arrays that do not change.
usage: sessions.py --bench PATH [--megabytes 1024] [--rounds 3]      (needs numpy, dill)
Engram's figures are in-process, of the commit alone; so is dill's. Prints JSON lines, then the figures beside the bars they are held to."""
import argparse, json, os, statistics, subprocess, tempfile, time

import dill
import numpy

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--megabytes", type=int, default=1024)
p.add_argument("--rounds", type=int, default=3)
a = p.parse_args()

dumps, ours = [], {}
for _ in range(a.rounds):
    out = subprocess.run([a.bench, "session", "--megabytes", str(a.megabytes)], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        print(line, flush=True)
        row = json.loads(line)
        ours.setdefault((row["bench"], row["params"].get("changed", "")), []).append(row)
    n, arrays = 0, [numpy.full(131_072, float(i)) for i in range(a.megabytes)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "session.pkl")
        for _ in range(2):
            n += 1
            start = time.monotonic()
            with open(path, "wb") as file:
                dill.dump({"n": n, "arrays": arrays}, file)
            dumps.append(time.monotonic() - start)
        with open(path, "rb") as file:
            again = dill.load(file)
        assert again["n"] == n and again["arrays"][-1][7] == a.megabytes - 1
        del again
    del arrays
dump = statistics.median(dumps)
print(json.dumps({"bench": "session-commit", "peer": "dill " + dill.__version__, "params": {"megabytes": a.megabytes}, "wall_s": dump, "repeats": len(dumps)}))


def figure(bench, changed, key="wall_s"):
    return statistics.median(row[key] for row in ours[bench, changed])


scalar = figure("session-commit", "one Int")
print(f"a scalar beside {a.megabytes} MB: {scalar * 1000:.3f} ms (bar 1 ms); dill's dump {dump:.2f} s, {dump / scalar:.0f} times as long (bar 100)")
print(f"one element of 8 MB: {figure('session-commit', 'one element') * 1000:.2f} ms")
print(f"new arrays: {figure('session-new-arrays', '', 'megabytes_per_s'):.0f} MB/s (bar 500)")
opening, reading = figure("session-restore", ""), figure("session-restore", "", "reading_s")
print(f"100 arrays of 1 MiB: {reading * 1000:.0f} ms to read them (bar 100 ms), after {opening * 1000:.0f} ms in which the 101 cells were compiled again")
