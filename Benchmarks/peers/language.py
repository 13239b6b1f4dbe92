"""CPython beside Engram on the same loops, in alternation: a sum of integers and the Leibniz series, 10^7 terms each, in a function.
usage: language.py --bench PATH [--rounds 3]      (needs nothing beside Python; `engram` is looked for beside PATH)
What it takes to start is measured with an empty program and subtracted on both sides. Prints JSON lines and the ratios of the smallest times.
Exit status 1 if an answer differs."""
import argparse, json, os, subprocess, sys, time

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--rounds", type=int, default=3)
a = p.parse_args()
ENGRAM = os.path.join(os.path.dirname(os.path.abspath(a.bench)), "engram")
PROGRAMS = {
    "empty": ("print(0)", "print(0)"),
    "integer sum": (
        "func total(_ n: Int) -> Int {\n    var sum = 0\n    for i in 0 ..< n { sum += i }\n    return sum\n}\nprint(total(10_000_000))",
        "def total(n):\n    sum = 0\n    for i in range(n): sum += i\n    return sum\nprint(total(10_000_000))",
    ),
    "Leibniz series": (
        "func leibniz(_ n: Int) -> Double {\n    var sum = 0.0\n    var sign = 1.0\n    for k in 0 ..< n {\n        sum += sign / Double(2 * k + 1)\n        sign = -sign\n    }\n"
        "    return 4 * sum\n}\nprint(leibniz(10_000_000))",
        "def leibniz(n):\n    sum, sign = 0.0, 1.0\n    for k in range(n):\n        sum += sign / (2 * k + 1)\n        sign = -sign\n    return 4 * sum\nprint(leibniz(10_000_000))",
    ),
}


def measure(command):
    begin = time.perf_counter()
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return time.perf_counter() - begin, ended.stdout.decode().strip()


times, good = {}, True
for _ in range(a.rounds):
    for name, (swift, python) in PROGRAMS.items():
        ours, theirs = measure([ENGRAM, "eval", "-e", swift]), measure([sys.executable, "-c", python])
        if ours[1] != theirs[1]:
            print(f"{name}: {ours[1]} here, {theirs[1]} there", file=sys.stderr)
            good = False
        times.setdefault(name, []).append((ours[0], theirs[0]))
best = {name: [min(row[side] for row in rows) for side in (0, 1)] for name, rows in times.items()}
for name, (ours, theirs) in best.items():
    for peer, seconds in (("engram", ours), ("cpython " + sys.version.split()[0], theirs)):
        print(json.dumps({"bench": "language." + name.replace(" ", "_"), "peer": peer, "wall_s": round(seconds, 4), "repeats": a.rounds}))
for name in list(PROGRAMS)[1:]:
    ours, theirs = (best[name][side] - best["empty"][side] for side in (0, 1))
    print(json.dumps({"ratio": "language." + name.replace(" ", "_"), "cpython_over_engram": round(theirs / ours, 2)}))
sys.exit(0 if good else 1)
