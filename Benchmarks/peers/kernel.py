"""ipykernel and xeus-python (raw mode, the fastest there is) beside Engram, in alternation: start, the cell `1 + 1`, completion, queued cells, memory, interrupts, printing.
usage: kernel.py --bench PATH [--rounds 5] [--cells 300]      (needs ipykernel, xeus-python, pyzmq; `engram` is looked for beside PATH)
The client speaks the wire protocol itself, so that what it adds is the same small amount on every side. A round trip ends when both the reply and the
idle status are here. Prints JSON lines, then the ratios, each with the bar it is held to. Exit status 1 if a cell fails; bars are told, not enforced."""
import argparse, hashlib, hmac, json, os, shutil, socket, statistics, subprocess, sys, tempfile, time, uuid

import zmq

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--rounds", type=int, default=5)
p.add_argument("--cells", type=int, default=300)
a = p.parse_args()
ENGRAM = os.path.join(os.path.dirname(os.path.abspath(a.bench)), "engram")
PYTHON = {
    "setup": "import os, time", "sleep": "time.sleep(1000)", "complete": "os.path.isf", "match": "isfile", "loop": "while True: pass", "print": "for i in range({}): print('line', i)",
    "library": None, "define": None,
}
SWIFT = {
    "setup": "let isfile = 1", "sleep": "sleep(1000)", "complete": "isf", "match": "isfile", "loop": "while true {}", "print": 'for i in 0 ..< {} {{ print("line", i) }}',
    # A decomposition of 1,500 columns, which LAPACK does not leave before it has ended.
    "define": "var random = Random(seed: 1)\nlet wide = try random.normal(rows: 1500, columns: 1500)\nlet many = try random.normal(rows: 1600, columns: 20)\n"
    "let deep = try random.normal(rows: 1600, columns: 1500)\nlet factor = try wide.transposeMultiplied(by: wide).cholesky()\n"
    "let long = try random.normal(count: 20_000_000)",
    "library": {
        "svd": "while true { let parts = try wide.singularValues() }", "eigenvalues": "while true { let parts = try wide.eigenvalues() }",
        "ridge": "while true { let fit = try RidgeCV().fit(deep, many) }", "inverse": "while true { let inverse = factor.inverse() }",
        "sort": "while true { let sorted = long.sorted() }", "chart": "while true { display(plot(long)) }",
    },
}
PEERS = {
    "engram": ([ENGRAM, "kernel", "--connection-file", "{}"], SWIFT),
    "ipykernel": ([sys.executable, "-m", "ipykernel_launcher", "-f", "{}"], PYTHON),
    "xeus-python": ([sys.executable, "-m", "xpython_launcher", "-f", "{}", "--raw"], PYTHON),
}


class Client:
    """One kernel process and the sockets that these measurements need."""

    def __init__(self, command):
        self.folder = tempfile.mkdtemp()
        self.key, self.session = uuid.uuid4().hex, uuid.uuid4().hex
        names = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"]
        taken = [socket.create_server(("127.0.0.1", 0)) for _ in names]
        ports = {name: one.getsockname()[1] for name, one in zip(names, taken)}
        for one in taken:
            one.close()
        file = os.path.join(self.folder, "kernel-measured.json")
        with open(file, "w") as out:
            json.dump({"ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": self.key, **ports}, out)
        self.context = zmq.Context()
        self.shell, self.control, self.iopub = (self.context.socket(kind) for kind in (zmq.DEALER, zmq.DEALER, zmq.SUB))
        self.iopub.setsockopt(zmq.SUBSCRIBE, b"")
        for one, name in ((self.shell, "shell_port"), (self.control, "control_port"), (self.iopub, "iopub_port")):
            one.setsockopt(zmq.LINGER, 0)
            one.setsockopt(zmq.SNDHWM, 0)
            one.setsockopt(zmq.RCVHWM, 0)
            one.setsockopt(zmq.RECONNECT_IVL, 2)
            one.connect(f"tcp://127.0.0.1:{ports[name]}")
        environment = {**os.environ, "ENGRAM_HOME": self.folder, "IPYTHONDIR": self.folder}
        self.process = subprocess.Popen([part.format(file) for part in command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

    def ask(self, kind, content, one=None):
        header = {
            "msg_id": uuid.uuid4().hex, "session": self.session, "username": "bench", "date": "2026-01-01T00:00:00Z", "msg_type": kind, "version": "5.4",
        }
        parts = [json.dumps(part).encode() for part in (header, {}, {}, content)]
        signature = hmac.new(self.key.encode(), b"".join(parts), hashlib.sha256).hexdigest().encode()
        (one or self.shell).send_multipart([b"<IDS|MSG>", signature, *parts])
        return header["msg_id"]

    def take(self, one, timeout=60_000):
        if not one.poll(timeout):
            raise TimeoutError("the kernel does not answer")
        frames = one.recv_multipart()
        at = frames.index(b"<IDS|MSG>")
        header, parent, _, content = (json.loads(part) for part in frames[at + 2 : at + 6])
        return header["msg_type"], (parent or {}).get("msg_id"), content

    def reply(self, request, timeout=60_000):
        while True:
            _, parent, content = self.take(self.shell, timeout)
            if parent == request:
                return content

    def until(self, request, wanted="idle"):
        """What iopub says about a request, up to a status or a type of message."""
        messages = []
        while True:
            kind, parent, content = self.take(self.iopub)
            if parent == request:
                messages.append((kind, content))
                if wanted in (kind, content.get("execution_state")):
                    return messages

    def ready(self):
        self.reply(self.ask("kernel_info_request", {}))
        # The subscription may come later than the first replies: until one idle is seen, nothing is measured.
        for _ in range(200):
            self.reply(self.ask("kernel_info_request", {}))
            if self.iopub.poll(20):
                break
        while self.iopub.poll(50):
            self.iopub.recv_multipart()

    def execute(self, code):
        return self.ask("execute_request", {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True})

    def run(self, code):
        request = self.execute(code)
        content = self.reply(request)
        self.until(request)
        return content["status"]

    def memory(self):
        with open(f"/proc/{self.process.pid}/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def close(self):
        self.process.kill()
        self.process.wait()
        self.context.destroy(linger=0)
        shutil.rmtree(self.folder, ignore_errors=True)


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(part * len(values)))]


FIGURES = ("start", "memory", "trip", "complete", "queue", "interrupt", "sleep", "library", "lines")
measured = {figure: {name: [] for name in PEERS} for figure in FIGURES}
good, stream_rate = True, 0.0


def check(condition):
    global good
    good = good and bool(condition)


def time_interrupts(client, code, count, pause, into):
    for index in range(count):
        request = client.execute(code)
        client.until(request, "execute_input")
        time.sleep(pause)
        begin = time.perf_counter()
        client.ask("interrupt_request", {}, client.control)
        content = client.reply(request)
        # The first is not like those after it in some kernels.
        if index > 0:
            into.append(time.perf_counter() - begin)
        check(content["status"] == "error")
        client.until(request)


for turn in range(a.rounds):
    for name, (command, cells) in PEERS.items():
        begin = time.perf_counter()
        client = Client(command)
        try:
            client.reply(client.ask("kernel_info_request", {}))
            measured["start"][name].append(time.perf_counter() - begin)
            client.ready()
            time.sleep(0.5)
            measured["memory"][name].append(client.memory())
            for cell in range(a.cells + 20):
                begin = time.perf_counter()
                check(client.run("1 + 1") == "ok")
                if cell >= 20:
                    measured["trip"][name].append(time.perf_counter() - begin)
            check(client.run(cells["setup"]) == "ok")
            for index in range(60):
                begin = time.perf_counter()
                content = client.reply(client.ask("complete_request", {"code": cells["complete"], "cursor_pos": len(cells["complete"])}))
                if index >= 10:
                    measured["complete"][name].append(time.perf_counter() - begin)
                check(any(cells["match"] in match for match in content["matches"]))
            while client.iopub.poll(50):
                client.iopub.recv_multipart()
            begin = time.perf_counter()
            requests = [client.execute("1 + 1") for _ in range(1000)]
            idle = 0
            while idle < 1000:
                kind, _, content = client.take(client.iopub)
                idle += kind == "status" and content["execution_state"] == "idle"
            replies = [client.take(client.shell)[1] for _ in requests]
            measured["queue"][name].append(time.perf_counter() - begin)
            check(replies == requests)
            # xeus-python acknowledges an interrupt and goes on for ever; in raw mode its prints do not arrive.
            if name != "xeus-python":
                time_interrupts(client, cells["loop"], 21, 0.02, measured["interrupt"][name])
                time_interrupts(client, cells["sleep"], 21, 0.02, measured["sleep"][name])
                if cells["library"]:
                    check(client.run(cells["define"]) == "ok")
                    for code in cells["library"].values():
                        time_interrupts(client, code, 8, 0.15, measured["library"][name])
            if name != "xeus-python" and turn == 0:
                begin = time.perf_counter()
                count = 1_000_000
                request = client.execute(cells["print"].format(count))
                texts = [content["text"] for kind, content in client.until(request) if kind == "stream"]
                measured["lines"][name].append(time.perf_counter() - begin)
                check("".join(texts) == "".join("line %d\n" % index for index in range(count)))
                if name == "engram":
                    stream_rate = len(texts) / measured["lines"][name][0]
        finally:
            client.close()

figures = {}
for figure, by_name in measured.items():
    for name, values in by_name.items():
        if not values:
            continue
        unit = "MB" if figure == "memory" else "s"
        figures[figure, name] = statistics.median(values)
        figures[figure + ".p99", name] = percentile(values, 0.99)
        line = {"bench": f"kernel.{figure}", "peer": name, f"p50_{unit}": round(figures[figure, name], 6), "repeats": len(values)}
        print(json.dumps({**line, **({f"p99_{unit}": round(figures[figure + ".p99", name], 6)} if len(values) >= 50 else {})}))


def bar(figure, peer, least):
    """How many times as much the peer takes, which is held to `least`."""
    if (figure, peer) in figures:
        ratio = figures[figure, peer] / figures[figure, "engram"]
        print(json.dumps({"ratio": f"kernel.{figure}", f"{peer}_over_engram": round(ratio, 2), "bar": least, "met": ratio >= least}))


for figure, least in (("start", 2), ("trip", 5), ("trip.p99", 5), ("complete", 4), ("queue", 8), ("memory", 1), ("interrupt", 1), ("lines", 1)):
    bar(figure, "ipykernel", least)
for figure in ("start", "trip", "trip.p99", "complete", "queue", "memory"):
    bar(figure, "xeus-python", 1)
for figure in ("interrupt", "sleep", "library"):
    worst = figures[figure + ".p99", "engram"]
    print(json.dumps({"limit": f"kernel.{figure}.p99", "engram_s": round(worst, 4), "bar_s": 0.1, "met": worst <= 0.1}))
print(json.dumps({"limit": "kernel.stream_messages_per_s", "engram": round(stream_rate, 1), "bar": 50, "met": stream_rate <= 50}))
sys.exit(0 if good else 1)
