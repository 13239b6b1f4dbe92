"""ipykernel beside Engram: from the start of the process to the first kernel_info_reply, and the round trip of the cell `1 + 1`, in alternation.
usage: kernel.py --bench PATH [--rounds 5] [--cells 300]      (needs ipykernel, pyzmq; `engram` is looked for beside PATH)
The client speaks the wire protocol itself, so that what it adds is the same small amount on both sides. A round trip ends when both the reply and the
idle status are here. Prints JSON lines and the ratios of the medians. Exit status 1 if a cell fails."""
import argparse, hashlib, hmac, json, os, shutil, socket, statistics, subprocess, sys, tempfile, time, uuid

import zmq

p = argparse.ArgumentParser()
p.add_argument("--bench", required=True)
p.add_argument("--rounds", type=int, default=5)
p.add_argument("--cells", type=int, default=300)
a = p.parse_args()
ENGRAM = os.path.join(os.path.dirname(os.path.abspath(a.bench)), "engram")
PEERS = {
    "engram": [ENGRAM, "kernel", "--connection-file"],
    "ipykernel": [sys.executable, "-m", "ipykernel_launcher", "-f"],
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
        self.shell, self.iopub = self.context.socket(zmq.DEALER), self.context.socket(zmq.SUB)
        self.iopub.setsockopt(zmq.SUBSCRIBE, b"")
        for one, name in ((self.shell, "shell_port"), (self.iopub, "iopub_port")):
            one.setsockopt(zmq.LINGER, 0)
            one.setsockopt(zmq.RECONNECT_IVL, 2)
            one.connect(f"tcp://127.0.0.1:{ports[name]}")
        environment = {**os.environ, "ENGRAM_HOME": self.folder, "IPYTHONDIR": self.folder}
        self.process = subprocess.Popen([*command, file], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ask(self, kind, content):
        header = {
            "msg_id": uuid.uuid4().hex, "session": self.session, "username": "bench", "date": "2026-01-01T00:00:00Z", "msg_type": kind, "version": "5.4",
        }
        parts = [json.dumps(part).encode() for part in (header, {}, {}, content)]
        signature = hmac.new(self.key.encode(), b"".join(parts), hashlib.sha256).hexdigest().encode()
        self.shell.send_multipart([b"<IDS|MSG>", signature, *parts])
        return header["msg_id"]

    def take(self, one, timeout=60_000):
        if not one.poll(timeout):
            raise TimeoutError("the kernel does not answer")
        frames = one.recv_multipart()
        at = frames.index(b"<IDS|MSG>")
        header, parent, _, content = (json.loads(part) for part in frames[at + 2 : at + 6])
        return header["msg_type"], parent.get("msg_id"), content

    def reply(self, request):
        while True:
            _, parent, content = self.take(self.shell)
            if parent == request:
                return content

    def until_idle(self, request):
        while True:
            kind, parent, content = self.take(self.iopub)
            if parent == request and kind == "status" and content["execution_state"] == "idle":
                return

    def run(self, code):
        request = self.ask(
            "execute_request",
            {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True},
        )
        content = self.reply(request)
        self.until_idle(request)
        return content["status"]

    def close(self):
        self.process.kill()
        self.process.wait()
        self.context.destroy(linger=0)
        shutil.rmtree(self.folder, ignore_errors=True)


starts, trips, good = {name: [] for name in PEERS}, {name: [] for name in PEERS}, True
for _ in range(a.rounds):
    for name, command in PEERS.items():
        begin = time.perf_counter()
        client = Client(command)
        try:
            client.reply(client.ask("kernel_info_request", {}))
            starts[name].append(time.perf_counter() - begin)
            # The subscription may come later than the first replies: until one idle is seen, nothing is measured.
            for _ in range(100):
                client.reply(client.ask("kernel_info_request", {}))
                if client.iopub.poll(50):
                    break
            for cell in range(a.cells + 20):
                begin = time.perf_counter()
                good = client.run("1 + 1") == "ok" and good
                if cell >= 20:
                    trips[name].append(time.perf_counter() - begin)
        finally:
            client.close()
for bench, measured in (("kernel.start", starts), ("kernel.round_trip", trips)):
    middle = {name: statistics.median(values) for name, values in measured.items()}
    for name, seconds in middle.items():
        print(json.dumps({"bench": bench, "peer": name, "wall_s": round(seconds, 6), "repeats": len(measured[name])}))
    print(json.dumps({"ratio": bench, "ipykernel_over_engram": round(middle["ipykernel"] / middle["engram"], 2)}))
sys.exit(0 if good else 1)
