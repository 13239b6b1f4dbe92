"""Clients that do not read, and what the kernel's process takes meanwhile. The kernelspec `engram` is found through JUPYTER_PATH."""
import contextlib
import pathlib
import sqlite3
import sys
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Conformance"))

from client import Client, Kernel, text

# 129 MB of text, many times what may wait for a client.
COUNT = 10_000_000
CELL = f'for index in 0 ..< {COUNT} {{ print("line", index) }}\nsleep(4)\nprint("the end")'
SIZE = len("line 0\n") + sum(9 * 10**digits * len(f"line {10 ** digits}\n") for digits in range(7))


class LoadTests(unittest.TestCase):
    def setUp(self):
        self.kernel = Kernel("engram")
        self.addCleanup(self.kernel.close)
        self.client = self.new_client()
        self.client.wait_until_ready()
        self.client.run("1 + 1")
        self.before, self.peak, self.watches = self.kernel.memory(), 0, True
        watch = threading.Thread(target=self.watch)
        watch.start()
        self.addCleanup(watch.join)
        self.addCleanup(setattr, self, "watches", False)

    def new_client(self, **options):
        client = Client(self.kernel, **options)
        self.addCleanup(client.close)
        return client

    def watch(self):
        while self.watches:
            self.peak = max(self.peak, self.kernel.memory())
            time.sleep(0.01)

    def stall(self):
        """A subscriber that was welcomed, and reads no more until it is asked to."""
        stalled = self.client.subscriber(limit=1)
        self.addCleanup(stalled.close)
        self.assertEqual(self.client.receive(stalled).type, "iopub_welcome")
        return stalled

    def finish(self, request, messages):
        """What holds however the output went. Returns what is said of what was left out."""
        self.assertEqual(self.client.reply(request).content["status"], "ok")
        self.assertLess(self.peak - self.before, 200 << 20)
        notes = [line for line in text(messages).splitlines() if line.startswith("[")]
        self.assertGreater(len(notes), 0)
        self.assertIn("all of it is kept in the session file", notes[0])
        path = notes[0].split("the session file ")[1].rstrip("]")
        with contextlib.closing(sqlite3.connect(path)) as database:
            stored = database.execute("SELECT sum(length(content)) FROM outputs WHERE kind = 'stream'").fetchone()[0]
        self.assertEqual(stored, SIZE + len("the end\n"))
        return notes[0]

    def test_who_reads_gets_all_and_who_stalled_is_told(self):
        stalled = self.stall()
        request = self.client.execute(CELL)
        read, late = [], []
        # The one that stalled reads again when the cell has printed nearly all.
        while sum(len(message.content["text"]) for message in read if message.type == "stream") < SIZE:
            read.append(self.client.receive("iopub", 60))
        other = threading.Thread(target=lambda: late.extend(self.client.publications(request, 30, source=stalled)))
        other.start()
        read += self.client.publications(request, 30)
        other.join()
        note = self.finish(request, read)
        self.assertIn("was left behind", note)
        self.assertEqual(len(text(read)) - len(note) - 1, SIZE + len("the end\n"))
        self.assertIn(note, text(late))
        self.assertLess(len(text(late)), SIZE)
        self.assertTrue(text(late).split(note)[0].endswith("the end\n"))

    def test_where_nobody_reads_the_oldest_is_left_out(self):
        alone = self.new_client(subscribes=False)
        self.client.iopub.close()
        self.client.iopub = self.stall()
        request = self.client.execute(CELL)
        # Control answers meanwhile.
        for _ in range(20):
            alone.ask("kernel_info_request", channel="control")
            time.sleep(0.5)
        self.client.kept[request] = self.client.reply(request, timeout=60)
        messages = self.client.publications(request, 30)
        note = self.finish(request, messages)
        self.assertIn("kB of output are left out here", note)
        self.assertTrue(text(messages).endswith("the end\n"))


if __name__ == "__main__":
    unittest.main()
