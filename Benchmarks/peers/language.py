"""CPython, and Lua where it is found, beside Engram on the same loops, in alternation: sums, series, calls, arrays, texts, tables.
usage: language.py --bench PATH [--rounds 5]      (needs nothing beside Python; `engram` is looked for beside PATH)
Every program does its work so many times over that starting costs little beside it, and prints its answer; processor time of the whole process, less that of an empty program. Prints JSON lines
and ratios of the medians. Exit status 1 if an answer differs."""
import argparse, json, os, resource, shutil, statistics, subprocess, sys

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--rounds", type=int, default=5)
a = p.parse_args()
ENGRAM = os.path.join(os.path.dirname(os.path.abspath(a.bench)), "engram")
LUA = next((path for path in map(shutil.which, ("lua5.4", "lua")) if path), None)

# Times over, then a function `work` without arguments in Swift, Python and Lua.
PROGRAMS = {
    "integer_sum": (
        5,
        "func work() -> Int {\n    var sum = 0\n    for i in 0 ..< 10_000_000 { sum += i & 7 }\n    return sum\n}",
        "def work():\n    sum = 0\n    for i in range(10**7): sum += i & 7\n    return sum",
        "local function work()\n  local sum = 0\n  for i = 0, 9999999 do sum = sum + (i & 7) end\n  return sum\nend",
    ),
    "leibniz_series": (
        3,
        "func work() -> Int {\n    var sum = 0.0\n    var sign = 1.0\n    for k in 0 ..< 10_000_000 {\n        sum += sign / Double(2 * k + 1)\n        sign = -sign\n    }\n"
        "    return Int(4e12 * sum)\n}",
        "def work():\n    sum, sign = 0.0, 1.0\n    for k in range(10**7):\n        sum += sign / (2 * k + 1)\n        sign = -sign\n    return int(4e12 * sum)",
        "local function work()\n  local sum, sign = 0.0, 1.0\n  for k = 0, 9999999 do sum = sum + sign / (2 * k + 1); sign = -sign end\n  return math.floor(4e12 * sum)\nend",
    ),
    "sieve": (
        30,
        "func work() -> Int {\n    let n = 1_000_000\n    var isPrime = [Bool](repeating: true, count: n + 1)\n    var count = 0\n    for i in 2 ... n {\n        if isPrime[i] {\n"
        "            count += 1\n            for j in stride(from: i * i, through: n, by: i) { isPrime[j] = false }\n        }\n    }\n    return count\n}",
        "def work():\n    n = 10**6\n    is_prime = [True] * (n + 1)\n    count = 0\n    for i in range(2, n + 1):\n        if is_prime[i]:\n            count += 1\n"
        "            for j in range(i * i, n + 1, i): is_prime[j] = False\n    return count",
        "local function work()\n  local n, prime, count = 1000000, {}, 0\n  for i = 1, n do prime[i] = true end\n  for i = 2, n do\n    if prime[i] then\n      count = count + 1\n"
        "      for j = i * i, n, i do prime[j] = false end\n    end\n  end\n  return count\nend",
    ),
    "nested_arrays": (
        15,
        "func work() -> Int {\n    let n = 120\n    var a = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)\n    var b = a, c = a\n"
        "    for i in 0 ..< n { for j in 0 ..< n { a[i][j] = Double(i + j); b[i][j] = Double(i - j) } }\n"
        "    for i in 0 ..< n {\n        for j in 0 ..< n {\n            var sum = 0.0\n            for k in 0 ..< n { sum += a[i][k] * b[k][j] }\n            c[i][j] = sum\n        }\n    }\n"
        "    var total = 0.0\n    for row in c { for x in row { total += x } }\n    return Int(total)\n}",
        "def work():\n    n = 120\n    a = [[0.0] * n for _ in range(n)]\n    b = [[0.0] * n for _ in range(n)]\n    c = [[0.0] * n for _ in range(n)]\n"
        "    for i in range(n):\n        for j in range(n):\n            a[i][j] = float(i + j)\n            b[i][j] = float(i - j)\n"
        "    for i in range(n):\n        for j in range(n):\n            sum = 0.0\n            for k in range(n): sum += a[i][k] * b[k][j]\n            c[i][j] = sum\n"
        "    total = 0.0\n    for row in c:\n        for x in row: total += x\n    return int(total)",
        "local function work()\n  local n, a, b, c = 120, {}, {}, {}\n  for i = 0, n - 1 do\n    a[i], b[i], c[i] = {}, {}, {}\n    for j = 0, n - 1 do a[i][j] = i + j + 0.0; b[i][j] = i - j + 0.0 end\n  end\n"
        "  for i = 0, n - 1 do\n    for j = 0, n - 1 do\n      local sum = 0.0\n      for k = 0, n - 1 do sum = sum + a[i][k] * b[k][j] end\n      c[i][j] = sum\n    end\n  end\n"
        "  local total = 0.0\n  for i = 0, n - 1 do for j = 0, n - 1 do total = total + c[i][j] end end\n  return math.floor(total)\nend",
    ),
    "fibonacci_27": (
        30,
        "func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }\nfunc work() -> Int { fib(27) }",
        "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\ndef work(): return fib(27)",
        "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end\nlocal function work() return fib(27) end",
    ),
    "string_of_pieces": (
        60,
        "func work() -> Int {\n    var text = \"\"\n    for i in 0 ..< 100_000 { text += String(i % 10) + \",\" }\n    return text.count\n}",
        "def work():\n    text = \"\"\n    for i in range(10**5): text += str(i % 10) + \",\"\n    return len(text)",
        "local function work()\n  local pieces = {}\n  for i = 0, 99999 do pieces[#pieces + 1] = tostring(i % 10) .. \",\" end\n  return #table.concat(pieces)\nend",
    ),
    "dictionary_of_keys": (
        4,
        "func work() -> Int {\n    var counts: [String: Int] = [:]\n    var x = 1\n    for _ in 0 ..< 1_000_000 {\n        x = (x * 16807) % 2147483647\n        let key = \"k\\(x % 5000)\"\n"
        "        counts[key, default: 0] += 1\n    }\n    return counts.count\n}",
        "def work():\n    counts, x = {}, 1\n    for _ in range(10**6):\n        x = (x * 16807) % 2147483647\n        key = f\"k{x % 5000}\"\n        counts[key] = counts.get(key, 0) + 1\n"
        "    return len(counts)",
        "local function work()\n  local counts, x, n = {}, 1, 0\n  for i = 1, 1000000 do\n    x = (x * 16807) % 2147483647\n    local key = \"k\" .. x % 5000\n    local old = counts[key]\n"
        "    if old then counts[key] = old + 1 else counts[key] = 1; n = n + 1 end\n  end\n  return n\nend",
    ),
}


def measured(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ended.stdout.decode().strip()


def commands(times, swift, python, lua):
    loop = f"var total = 0\nfor _ in 0 ..< {times} {{ total += work() }}\nprint(total)"
    yield "engram", [ENGRAM, "eval", "-e", f"{swift}\n{loop}"]
    yield "cpython", [sys.executable, "-c", f"{python}\ntotal = 0\nfor _ in range({times}): total += work()\nprint(total)"]
    if LUA: yield "lua", [LUA, "-e", f"{lua}\nlocal total = 0\nfor i = 1, {times} do total = total + work() end\nprint(total)"]


EMPTY = (1, "func work() -> Int { 0 }", "def work(): return 0", "local function work() return 0 end")
seconds, good = {}, True
for _ in range(a.rounds):
    for name, program in {"empty": EMPTY, **PROGRAMS}.items():
        answers = {}
        for peer, command in commands(*program):
            time, answers[peer] = measured(command)
            seconds.setdefault((name, peer), []).append(time)
        if len(set(answers.values())) > 1:
            print(f"{name}: {answers}", file=sys.stderr)
            good = False
medians = {key: statistics.median(times) for key, times in seconds.items()}
for name, (times, *_) in PROGRAMS.items():
    net = {peer: (medians[name, peer] - medians["empty", peer]) / times for peer in ("engram", "cpython", "lua") if (name, peer) in medians}
    for peer, time in net.items(): print(json.dumps({"bench": "language." + name, "peer": peer, "cpu_s": round(time, 5), "repeats": a.rounds}))
    print(json.dumps({"ratio": "language." + name, **{f"{peer}_over_engram": round(time / net["engram"], 2) for peer, time in net.items() if peer != "engram"}}))
sys.exit(0 if good else 1)
