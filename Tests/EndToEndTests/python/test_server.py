"""The kernel behind Jupyter's server, which cuts off what comes too fast.

The kernelspec `engram` is found through JUPYTER_PATH.
"""
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
import uuid

import websocket

COUNT = 500_000
# The server's limit makes this some ten seconds; what takes longer than this hangs.
LIMIT = 180


class ServerTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.log = pathlib.Path(folder.name) / "log"
        command = [
            sys.executable, "-m", "jupyter_server", "--debug", "--no-browser", f"--port={self.address.split(':')[1]}", "--ServerApp.port_retries=0", "--ip=127.0.0.1",
            "--IdentityProvider.token=engram", f"--ServerApp.root_dir={folder.name}",
        ] + (["--allow-root"] if os.geteuid() == 0 else [])
        environment = {**os.environ, "HOME": folder.name, "ENGRAM_HOME": folder.name}
        with open(self.log, "w") as log:
            self.server = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.addCleanup(self.end)
        for _ in range(600):
            try:
                return self.call("/api")
            except OSError:
                self.assertIsNone(self.server.poll(), self.log.read_text())
                time.sleep(0.1)
        self.fail("the server does not answer:\n" + self.log.read_text())

    def end(self):
        self.server.terminate()
        try:
            self.server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            # Whoever runs the tests may have the signal blocked, which is inherited.
            self.server.kill()
            self.server.wait()

    def state(self):
        """What is to be known when nothing comes any more: what the server did, and where the threads of its kernels are."""
        lines = self.log.read_text().splitlines()[-60:]
        for status in pathlib.Path("/proc").glob("[0-9]*/status"):
            try:
                fields = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
                if int(fields["PPid"]) != self.server.pid:
                    continue
                for task in sorted((status.parent / "task").iterdir()):
                    lines.append(" ".join([task.name] + [(task / file).read_text().strip() for file in ("comm", "wchan", "syscall")]))
            except (OSError, KeyError):
                continue
        return "\n".join(lines)

    def call(self, path, document=None):
        data = json.dumps(document).encode() if document else None
        request = urllib.request.Request(f"http://{self.address}{path}", data, {"Authorization": "token engram", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def test_no_line_is_cut_off(self):
        session = self.call("/api/sessions", {"path": "lines.ipynb", "name": "lines.ipynb", "type": "notebook", "kernel": {"name": "engram"}})
        channels = websocket.create_connection(f"ws://{self.address}/api/kernels/{session['kernel']['id']}/channels?token=engram", timeout=60)
        self.addCleanup(channels.close)
        request = uuid.uuid4().hex
        header = {"msg_id": request, "msg_type": "execute_request", "session": "s", "username": "u", "version": "5.4", "date": "2026-01-01T00:00:00Z"}
        content = {"code": f'for index in 0 ..< {COUNT} {{ print("line", index) }}', "silent": False, "allow_stdin": False}
        channels.send(json.dumps({"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content, "buffers": []}))
        texts, end = [], time.monotonic() + LIMIT
        while True:
            # The server's pings keep a connection alive on which nothing else comes, so that the connection's own limit would never be met.
            try:
                kind, data = channels.recv_data(control_frame=True)
            except (OSError, websocket.WebSocketException) as error:
                self.fail(f"{error!r} after {sum(map(len, texts))} characters\n{self.state()}")
            if time.monotonic() > end:
                self.fail(f"no end after {sum(map(len, texts))} characters\n{self.state()}")
            if kind != websocket.ABNF.OPCODE_TEXT:
                continue
            message = json.loads(data)
            if message["msg_type"] == "status":
                self.assertNotIn(message["content"]["execution_state"], ("restarting", "dead"), self.state())
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == "stream":
                self.assertEqual(message["content"]["name"], "stdout", message["content"]["text"])
                texts.append(message["content"]["text"])
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        self.assertTrue("".join(texts) == "".join(f"line {index}\n" for index in range(COUNT)))


if __name__ == "__main__":
    unittest.main()
