"""The end of the process, and its ports."""
import os
import signal
import subprocess
import sys
import time
import unittest

from base import OwnKernelCase, Subject


class EndTests(OwnKernelCase):
    def shutdown(self, restart=False, channel="control"):
        request = self.client.send("shutdown_request", {"restart": restart}, channel=channel)
        reply = self.client.reply(request, channel)
        self.assertEqual((reply.type, reply.content["status"], reply.content["restart"]), ("shutdown_reply", "ok", restart))
        while True:
            message = self.client.receive("iopub")
            if message.type == "shutdown_reply":
                break
        self.assertEqual((message.request, message.content["restart"]), (request, restart))
        self.assertTrue(self.kernel.has_ended())

    def test_shutdown_on_control(self):
        self.shutdown()

    def test_shutdown_on_shell(self):
        self.shutdown(channel="shell")

    def test_shutdown_for_a_restart(self):
        self.shutdown(restart=True)

    def test_shutdown_while_a_cell_runs(self):
        self.start(Subject.cells["busy"])
        self.client.send("interrupt_request", channel="control")
        self.shutdown()

    def test_a_termination_signal_ends_it(self):
        os.kill(self.kernel.process.pid, signal.SIGTERM)
        self.assertTrue(self.kernel.has_ended())

    def test_a_taken_port_is_an_error(self):
        second = subprocess.run(
            self.kernel.argv, env=self.kernel.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=20)
        self.assertNotEqual(second.returncode, 0)

    def test_a_restart_on_the_same_file(self):
        self.client.run(Subject.cells["define"])
        self.shutdown(restart=True)
        self.kernel.process = subprocess.Popen(
            self.kernel.argv, env=self.kernel.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        client = self.new_client()
        reply = client.run(Subject.cells["kept"][0])[0].content
        self.assertEqual((reply["status"], reply["execution_count"]), ("error", 1))


class ParentTests(unittest.TestCase):
    def test_it_dies_with_its_parent(self):
        script = (
            "import os, subprocess, sys\n"
            "sys.path.insert(0, sys.argv[1])\n"
            "os.environ['JPY_PARENT_PID'] = str(os.getpid())\n"
            "from client import Client, Kernel\n"
            "kernel = Kernel(sys.argv[2])\n"
            "Client(kernel).wait_until_ready()\n"
            "print(kernel.process.pid, flush=True)\n"
            "os.kill(os.getpid(), 9)\n"
        )
        ended = subprocess.run([sys.executable, "-c", script, os.path.dirname(os.path.abspath(__file__)), Subject.name], stdout=subprocess.PIPE, timeout=60)
        pid = int(ended.stdout)
        end = time.monotonic() + 5
        while time.monotonic() < end and self.is_alive(pid):
            time.sleep(0.05)
        self.assertFalse(self.is_alive(pid))

    def is_alive(self, pid):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False
