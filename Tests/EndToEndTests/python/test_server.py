"""The kernel behind Jupyter's server, which cuts off what comes too fast.

The kernelspec `engram` is found through JUPYTER_PATH.
"""
import json
import os
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


class ServerTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        command = [
            sys.executable, "-m", "jupyter_server", "--no-browser", f"--port={self.address.split(':')[1]}", "--ServerApp.port_retries=0", "--ip=127.0.0.1",
            "--IdentityProvider.token=engram", f"--ServerApp.root_dir={folder.name}",
        ] + (["--allow-root"] if os.geteuid() == 0 else [])
        server = subprocess.Popen(command, env={**os.environ, "HOME": folder.name}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        for _ in range(300):
            try:
                self.call("/api")
                break
            except OSError:
                time.sleep(0.1)

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
        texts = []
        while True:
            message = json.loads(channels.recv())
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
