"""What all cases share: the kernel under test, and a client of it."""
import os
import signal
import time
import unittest

from client import Client, Kernel
from languages import LANGUAGES


class Subject:
    """The kernel under test, one process for all cases that do not end it."""

    name, kernel, cells = "engram", None, None

    @classmethod
    def begin(cls, name):
        """Returns the name of the implementation."""
        cls.name, cls.kernel = name, Kernel(name)
        client = Client(cls.kernel)
        client.wait_until_ready()
        info = client.ask("kernel_info_request").content
        client.close()
        cls.cells = LANGUAGES[info["language_info"]["name"]]
        return info["implementation"]

    @classmethod
    def end(cls):
        cls.kernel.close()


class Case(unittest.TestCase):
    """A client of the kernel that all cases share."""

    def setUp(self):
        self.kernel = Subject.kernel
        self.client = self.new_client()

    def new_client(self, **options):
        client = Client(self.kernel, **options)
        self.addCleanup(client.close)
        if options.get("subscribes", True):
            client.wait_until_ready()
        return client

    def start(self, code, **options):
        """Begins a cell and waits until it runs."""
        request = self.client.execute(code, **options)
        while True:
            message = self.client.receive("iopub")
            if message.request == request and message.type == "execute_input":
                time.sleep(0.1)
                return request

    def interrupt(self):
        request = self.client.send("interrupt_request", channel="control")
        self.assertEqual(self.client.reply(request, "control").content["status"], "ok")

    def stop(self, request):
        """Interrupts the cell and forgets it."""
        if self.kernel.interrupt_mode == "message":
            self.interrupt()
        else:
            os.kill(self.kernel.process.pid, signal.SIGINT)
        self.client.reply(request)
        self.client.publications(request)


class OwnKernelCase(Case):
    """A kernel of the case's own, which may end in it."""

    environment = {}

    def setUp(self):
        self.kernel = Kernel(Subject.name, self.environment)
        self.addCleanup(self.kernel.close)
        self.client = self.new_client()
