"""The kernel as a process: signals, its parent's death, taken ports, what is on disk when it is killed.

The kernelspec `engram` is found through JUPYTER_PATH, session files lie under ENGRAM_HOME.
"""
import glob
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

LOOP = "var n = 0\nwhile true { n += 1 }"


def argv():
    return KernelSpecManager().get_kernel_spec("engram").argv


def wait_until(condition, seconds=10.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


class ProcessTests(unittest.TestCase):
    def setUp(self):
        self.manager = KernelManager(kernel_name="engram")
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=30)
        self.pid = self.manager.provisioner.pid

    def tearDown(self):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)

    def run_cell(self, code, timeout=30):
        return self.client.execute_interactive(code, timeout=timeout, allow_stdin=False, output_hook=lambda _: None)["content"]

    def start_loop(self):
        request = self.client.execute(LOOP)
        while True:
            message = self.client.get_iopub_msg(timeout=10)
            if message["parent_header"].get("msg_id") == request and message["msg_type"] == "execute_input":
                time.sleep(0.2)
                return request

    def reply_to(self, request):
        while True:
            message = self.client.get_shell_msg(timeout=10)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def test_a_signal_interrupts_the_cell_and_keeps_the_variables(self):
        self.assertEqual(self.run_cell("let kept = 41")["status"], "ok")
        request = self.start_loop()
        os.kill(self.pid, signal.SIGINT)
        reply = self.reply_to(request)
        self.assertEqual((reply["status"], reply["ename"]), ("error", "KeyboardInterrupt"))
        self.assertEqual(self.run_cell("kept + 1")["status"], "ok")

    def test_a_message_interrupts_the_cell(self):
        request = self.start_loop()
        self.manager.interrupt_kernel()
        self.assertEqual(self.reply_to(request)["ename"], "KeyboardInterrupt")
        self.assertEqual(self.run_cell("1 + 1")["status"], "ok")

    def test_a_signal_to_an_idle_kernel_does_nothing(self):
        for _ in range(5):
            os.kill(self.pid, signal.SIGINT)
        self.assertEqual(self.run_cell("1 + 1")["status"], "ok")

    def test_shutdown_ends_the_process_quickly(self):
        self.run_cell("1 + 1")
        begin = time.monotonic()
        self.manager.shutdown_kernel()
        self.assertLess(time.monotonic() - begin, 2.0)
        self.assertFalse(is_alive(self.pid))

    def test_shutdown_ends_a_running_cell(self):
        self.start_loop()
        begin = time.monotonic()
        self.manager.shutdown_kernel()
        self.assertLess(time.monotonic() - begin, 2.0)
        self.assertFalse(is_alive(self.pid))

    def test_restart_starts_clean_on_the_same_ports(self):
        self.run_cell("let before = 1")
        self.manager.restart_kernel()
        self.client.wait_for_ready(timeout=30)
        reply = self.run_cell("before")
        self.assertEqual((reply["status"], reply["execution_count"]), ("error", 1))

    def test_a_recorded_cell_survives_a_kill(self):
        self.assertEqual(self.run_cell("let answer = 6 * 7\nprint(answer)\nanswer")["status"], "ok")
        os.kill(self.pid, signal.SIGKILL)
        rows = []
        for path in glob.glob(os.path.join(os.environ["ENGRAM_HOME"], "sessions", "*.sqlite")):
            database = sqlite3.connect(path)
            rows += database.execute(
                "SELECT cells.status, kind, CAST(content AS TEXT) FROM cells JOIN outputs ON outputs.cell = cells.id"
                " WHERE source LIKE 'let answer = 6 * 7%'"
            ).fetchall()
            database.close()
        self.assertIn(("ok", "stream", "42\n"), rows)
        self.assertIn(("ok", "result", "42"), rows)


class StartTests(unittest.TestCase):
    def test_the_kernel_dies_with_its_parent(self):
        with tempfile.TemporaryDirectory() as directory:
            script = (
                "import json, os, sys, time\n"
                "from jupyter_client import KernelManager\n"
                "manager = KernelManager(kernel_name='engram')\n"
                "manager.start_kernel()\n"
                "client = manager.client(); client.start_channels(); client.wait_for_ready(timeout=30)\n"
                "print(manager.provisioner.pid, flush=True)\n"
                "os.kill(os.getpid(), 9)\n"
            )
            parent = subprocess.run([sys.executable, "-c", script], cwd=directory, stdout=subprocess.PIPE, timeout=60)
            pid = int(parent.stdout)
            self.assertTrue(wait_until(lambda: not is_alive(pid)), "the kernel outlived its parent")

    def test_a_taken_port_is_an_error_at_once(self):
        manager = KernelManager(kernel_name="engram")
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=30)
        try:
            command = [part.replace("{connection_file}", manager.connection_file) for part in argv()]
            second = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=10)
            self.assertNotEqual(second.returncode, 0)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)

    def test_bad_connection_files_are_errors(self):
        with tempfile.TemporaryDirectory() as directory:
            for number, text in enumerate(["", "{", "[]", "{}", json.dumps({"shell_port": "one"})]):
                path = os.path.join(directory, f"{number}.json")
                with open(path, "w") as file:
                    file.write(text)
                command = [part.replace("{connection_file}", path) for part in argv()]
                end = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=10)
                self.assertGreater(end.returncode, 0, text)
                self.assertIn(path.encode(), end.stderr)


if __name__ == "__main__":
    unittest.main()
