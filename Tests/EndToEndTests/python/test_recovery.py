"""Kernels that are killed at random moments, commits included: each next one has every cell whose reply was sent.

ENGRAM_KILLS says how often (20 unless set; the bar of the project is 1000), ENGRAM_KILL_SEED which moments.
"""
import glob
import os
import random
import signal
import sqlite3
import tempfile
import threading
import time
import unittest

from jupyter_client import KernelManager

BEGIN = [
    "struct Tally { var n = 0; var sum = 0 }\nvar tally = Tally()\nvar list: [Double] = []; var big = Array(repeating: 0.0, count: 200_000); var draws: [Int] = []",
    "func counter() -> () -> Int { var n = 0; return { n += 1; return n } }\nlet bump = counter(); var last = 0; var names: [String: Int] = [:]",
]
STEP = """tally.n += 1; tally.sum = tally.sum &* 31 &+ tally.n
list.append(Double(tally.n)); big[tally.n * 7919 % 200_000] += 1; last = bump()
draws.append(Int.random(in: 0 ..< 1_000_000)); names["k\\(tally.n % 10)"] = tally.n"""
SHOW = 'print(tally.n, tally.sum, list.count, list.last ?? 0, big.reduce(0, +), last, draws.count, draws, names.values.sorted(), separator: "|")'


def wrapped(value):
    return (value + 2**63) % 2**64 - 2**63


def expected(n, draws):
    total = 0
    for i in range(1, n + 1):
        total = wrapped(total * 31 + i)
    names = {}
    for i in range(1, n + 1):
        names[f"k{i % 10}"] = i
    shown = "[" + ", ".join(str(v) for v in sorted(names.values())) + "]"
    return f"{n}|{total}|{n}|{float(n)}|{float(n)}|{n}|{n}|[{', '.join(map(str, draws[:n]))}]|{shown}"


class Kernel:
    def __init__(self):
        self.manager = KernelManager(kernel_name="engram")
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        self.pid = self.manager.provisioner.pid

    def run(self, code, timeout=60):
        """What a cell printed, once its reply is here; None if none came."""
        message = self.client.execute(code, allow_stdin=False)
        text, end, replied = "", time.monotonic() + timeout, False
        idle = False
        while time.monotonic() < end and not (idle and replied):
            for channel in (self.client.iopub_channel, self.client.shell_channel):
                while channel.msg_ready():
                    answer = channel.get_msg(timeout=1)
                    if answer["parent_header"].get("msg_id") != message:
                        continue
                    kind = answer["msg_type"]
                    if kind == "stream":
                        text += answer["content"]["text"]
                    elif kind == "error":
                        raise AssertionError(answer["content"]["evalue"])
                    elif kind == "execute_reply":
                        replied = True
                    elif kind == "status" and answer["content"]["execution_state"] == "idle":
                        idle = True
            if replied and not self.is_alive():
                return text
            if not self.is_alive():
                return None
            time.sleep(0.0005)
        return text if replied else None

    def is_alive(self):
        try:
            with open(f"/proc/{self.pid}/stat") as stat:
                return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False

    def kill(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


class RecoveryTests(unittest.TestCase):
    def test_kills(self):
        kills = int(os.environ.get("ENGRAM_KILLS", "20"))
        seed = int(os.environ.get("ENGRAM_KILL_SEED", str(int(time.time()))))
        print(f"ENGRAM_KILLS={kills} ENGRAM_KILL_SEED={seed}")
        source = random.Random(seed)
        home = tempfile.mkdtemp(prefix="engram-kills-")
        before = {name: os.environ.get(name) for name in ("ENGRAM_HOME", "JPY_SESSION_NAME")}
        os.environ["ENGRAM_HOME"] = home
        os.environ["JPY_SESSION_NAME"] = "/kills/notes.ipynb"
        try:
            replied, draws, notebook = 0, [], 0
            lost = 0
            kernel = None
            for kill in range(kills):
                # A new notebook now and then, so that states stay small.
                if kill % 50 == 0:
                    notebook += 1
                    os.environ["JPY_SESSION_NAME"] = f"/kills/notes-{notebook}.ipynb"
                    replied, draws = 0, []
                    kernel = Kernel()
                    for cell in BEGIN:
                        kernel.run(cell)
                else:
                    kernel = Kernel()
                    shown = kernel.run(SHOW)
                    lines = shown.strip().split("\n")
                    self.assertIn("restored the state after cell", lines[0])
                    n = int(lines[-1].split("|")[0])
                    # The commit comes before the reply: one cell more may be there than was told.
                    self.assertIn(n, (replied, replied + 1), f"kill {kill}, seed {seed}")
                    drawn = [int(v) for v in lines[-1].split("|")[7].strip("[]").split(",") if v.strip()]
                    self.assertEqual(drawn[: len(draws)], draws[: len(drawn)])
                    draws = drawn
                    self.assertEqual(lines[-1], expected(n, draws), f"kill {kill}, seed {seed}")
                    replied = n
                timer = threading.Timer(source.random() * 0.05, kernel.kill)
                timer.start()
                while True:
                    if kernel.run(STEP) is None:
                        break
                    replied += 1
                timer.join()
                kernel.close()
                for path in glob.glob(home + "/sessions/*.sqlite"):
                    if f"notes-{notebook}." in path:
                        with sqlite3.connect(path) as database:
                            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
            self.assertFalse(glob.glob(home + "/sessions/*damaged*"))
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value


if __name__ == "__main__":
    unittest.main()
