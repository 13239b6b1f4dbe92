"""A Jupyter client over plain ZeroMQ: it writes and reads the frames itself, so that nothing of a client library stands between a test and the wire."""
import hashlib
import hmac
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import uuid

import zmq
from jupyter_client.kernelspec import KernelSpecManager

DELIMITER = b"<IDS|MSG>"
CHANNELS = ("shell", "control", "stdin", "iopub", "hb")


class Silence(AssertionError):
    """Nothing came in time."""


class Message:
    def __init__(self, frames):
        at = frames.index(DELIMITER)
        self.topic, self.signature, self.signed = frames[:at], frames[at + 1], frames[at + 2 : at + 6]
        self.header, self.parent, self.metadata, self.content = (json.loads(frame) for frame in self.signed)
        self.buffers = frames[at + 6 :]
        self.type = self.header["msg_type"]
        self.arrived = time.monotonic()

    @property
    def request(self):
        return (self.parent or {}).get("msg_id")

    @property
    def state(self):
        return self.content.get("execution_state") if self.type == "status" else None

    def __repr__(self):
        return f"<{self.type} {self.content}>"


class Kernel:
    """A kernel process of a kernelspec, on ports of our choosing."""

    def __init__(self, name, environment=None):
        spec = KernelSpecManager().get_kernel_spec(name)
        self.interrupt_mode = spec.interrupt_mode
        self.folder = tempfile.TemporaryDirectory()
        self.key = uuid.uuid4().hex
        taken = [socket.create_server(("127.0.0.1", 0)) for _ in CHANNELS]
        self.ports = {channel: one.getsockname()[1] for channel, one in zip(CHANNELS, taken)}
        for one in taken:
            one.close()
        self.file = os.path.join(self.folder.name, "kernel-conformance.json")
        with open(self.file, "w") as out:
            document = {f"{channel}_port": port for channel, port in self.ports.items()}
            json.dump({**document, "ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": self.key, "kernel_name": name}, out)
        os.chmod(self.file, 0o600)
        self.argv = [part.replace("{connection_file}", self.file) for part in spec.argv]
        # As Jupyter does: a kernel in Python runs in this environment.
        if self.argv[0] in ("python", "python3"):
            self.argv[0] = sys.executable
        self.environment = {**os.environ, **spec.env, "ENGRAM_HOME": self.folder.name, "IPYTHONDIR": self.folder.name, **(environment or {})}
        self.process = subprocess.Popen(
            self.argv, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

    def memory(self):
        """Bytes resident."""
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def has_ended(self, seconds=5):
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def close(self):
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()


class Client:
    """One front end. Every message that comes is checked for what holds of all messages: signature, header, an id that was not there before."""

    def __init__(self, kernel, subscribes=True, session=None):
        self.kernel, self.session, self.count = kernel, session or uuid.uuid4().hex, 0
        self.context = zmq.Context()
        self.seen = set()
        self.kept = {}
        for channel in ("shell", "control", "stdin"):
            setattr(self, channel, self.connect(zmq.DEALER, channel, identity=self.session.encode()))
        self.hb = self.connect(zmq.REQ, "hb")
        if subscribes:
            self.iopub = self.subscriber()

    def connect(self, kind, channel, identity=None, topic=None, limit=0):
        one = self.context.socket(kind)
        one.setsockopt(zmq.LINGER, 0)
        one.setsockopt(zmq.RECONNECT_IVL, 5)
        one.setsockopt(zmq.SNDHWM, 0)
        one.setsockopt(zmq.RCVHWM, limit)
        if identity is not None:
            one.setsockopt(zmq.ROUTING_ID, identity)
        if topic is not None:
            one.setsockopt(zmq.SUBSCRIBE, topic)
        one.connect(f"tcp://127.0.0.1:{self.kernel.ports[channel]}")
        return one

    def subscriber(self, topic=b"", limit=0):
        return self.connect(zmq.SUB, "iopub", topic=topic, limit=limit)

    def close(self):
        self.context.destroy(linger=0)

    # Sending

    def header(self, kind, **fields):
        self.count += 1
        return {
            "msg_id": f"{self.session}_{self.count}", "session": self.session, "username": "tester", "date": "2026-01-01T00:00:00.000000Z",
            "msg_type": kind, "version": "5.4", **fields,
        }

    def sign(self, parts):
        return hmac.new(self.kernel.key.encode(), b"".join(parts), hashlib.sha256).hexdigest().encode()

    def frames(self, header, content, parent=None, metadata=None, buffers=()):
        parts = [json.dumps(part).encode() for part in (header, parent or {}, metadata or {}, content)]
        return [DELIMITER, self.sign(parts), *parts, *buffers]

    def send(self, kind, content=None, channel="shell", parent=None, metadata=None, buffers=(), **fields):
        header = self.header(kind, **fields)
        getattr(self, channel).send_multipart(self.frames(header, content or {}, parent, metadata, buffers))
        return header["msg_id"]

    def execute(self, code, channel="shell", metadata=None, **options):
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True, **options}
        return self.send("execute_request", content, channel=channel, metadata=metadata)

    # Receiving

    def receive(self, channel, timeout=10.0):
        one = getattr(self, channel) if isinstance(channel, str) else channel
        if not one.poll(int(timeout * 1000)):
            raise Silence(f"nothing on {channel} within {timeout} s")
        message = Message(one.recv_multipart())
        assert message.signature == self.sign(message.signed), f"wrong signature of {message}"
        for field in ("msg_id", "session", "username", "date", "msg_type", "version"):
            assert field in message.header, f"{message} has no {field}"
        return message

    def reply(self, request, channel="shell", timeout=10.0):
        """The reply to a request; those to others are kept for when they are asked for."""
        if request in self.kept:
            return self.kept.pop(request)
        end = time.monotonic() + timeout
        while True:
            message = self.receive(channel, max(0.01, end - time.monotonic()))
            if message.request == request:
                return message
            self.kept[message.request] = message

    def publications(self, request, timeout=10.0, source="iopub"):
        """All that iopub says about a request, up to its idle."""
        messages, end = [], time.monotonic() + timeout
        while True:
            message = self.receive(source, max(0.01, end - time.monotonic()))
            if message.request == request:
                messages.append(message)
                if message.state == "idle":
                    return messages

    def run(self, code, timeout=20.0, **options):
        """Reply and publications of a cell."""
        request = self.execute(code, **options)
        return self.reply(request, timeout=timeout), self.publications(request, timeout)

    def ask(self, kind, content=None, channel="shell", timeout=10.0):
        return self.reply(self.send(kind, content, channel=channel), channel, timeout)

    def wait_until_ready(self, timeout=30.0):
        """Until the subscription lives and nothing of the start is under way."""
        end = time.monotonic() + timeout
        while True:
            request = self.send("kernel_info_request")
            self.reply(request, timeout=end - time.monotonic())
            try:
                return self.publications(request, 0.05)
            except Silence:
                if time.monotonic() > end:
                    raise

    def drain(self, seconds=0.0):
        """Forgets what is there, until nothing comes for so long."""
        again = True
        while again:
            again = False
            for channel in ("shell", "control", "stdin", "iopub"):
                while hasattr(self, channel) and getattr(self, channel).poll(int(seconds * 1000)):
                    getattr(self, channel).recv_multipart()
                    again = True
        self.kept = {}


def text(messages, stream="stdout"):
    return "".join(message.content["text"] for message in messages if message.type == "stream" and message.content["name"] == stream)


def kinds(messages):
    """The types, states by their name."""
    return [message.state or message.type for message in messages]
