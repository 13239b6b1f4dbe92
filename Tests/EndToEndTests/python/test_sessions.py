"""Sessions where the file cannot be written or read: the cell's result is shown all the same, the user is told, and nothing saved before is lost."""
import glob
import os
import resource
import shutil
import sqlite3
import tempfile
import time
import unittest

from test_recovery import Kernel


class SessionTests(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="engram-sessions-")
        self.before = {name: os.environ.get(name) for name in ("ENGRAM_HOME", "JPY_SESSION_NAME", "ENGRAM_SESSION_BUDGET")}
        os.environ["ENGRAM_HOME"] = self.home
        os.environ["JPY_SESSION_NAME"] = "/sessions/notes.ipynb"
        self.kernels = []

    def tearDown(self):
        for kernel in self.kernels:
            kernel.close()
        for name, value in self.before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
        shutil.rmtree(self.home, ignore_errors=True)

    def start(self):
        self.kernels.append(Kernel())
        return self.kernels[-1]

    def die(self, kernel):
        kernel.kill()
        kernel.close()
        self.kernels.remove(kernel)

    @property
    def file(self):
        return glob.glob(self.home + "/sessions/*.sqlite")[0]

    def test_full_disk(self):
        """A limit on the length of files stands for a disk that is full: the same write fails, with another number."""
        kernel = self.start()
        kernel.run("var kept = (0 ..< 200_000).map { Double($0) }; var n = 1")
        length = max(os.path.getsize(path) for path in glob.glob(self.home + "/sessions/*"))
        resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE, (length, resource.RLIM_INFINITY))
        shown = kernel.run("n = 2; let large = (0 ..< 500_000).map { Double($0) + 0.5 }; print(large[3])")
        self.assertIn("3.5\n", shown)
        self.assertIn("[this cell is not saved:", shown)
        self.assertIn("File too large", shown)
        # Told once, not after every cell.
        self.assertEqual(kernel.run("print(n)"), "2\n")
        resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        kernel.run("n += 1")
        self.die(kernel)
        next = self.start()
        shown = next.run("print(kept[199_999], n, large[499_999])")
        self.assertIn("restored the state after cell [4]", shown)
        self.assertIn("199999.0 3 499999.5\n", shown)

    def test_full_disk_until_death(self):
        kernel = self.start()
        kernel.run("var n = 1")
        kernel.run("n = 2")
        length = max(os.path.getsize(path) for path in glob.glob(self.home + "/sessions/*"))
        resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE, (length, resource.RLIM_INFINITY))
        shown = "".join(kernel.run(f"n = {k}; let a{k} = (0 ..< 100_000).map {{ Double($0 * {k}) }}") for k in range(3, 8))
        self.assertIn("not saved", shown)
        self.die(kernel)
        with sqlite3.connect(self.file) as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        self.assertIn("2\n", self.start().run("print(n)"))

    def test_locked_file(self):
        kernel = self.start()
        kernel.run("var n = 1")
        other = sqlite3.connect(self.file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        start = time.monotonic()
        shown = kernel.run("n = 2; print(n * 10)")
        self.assertIn("20\n", shown)
        self.assertIn("[this cell is not saved:", shown)
        self.assertIn("locked", shown)
        self.assertLess(time.monotonic() - start, 10)
        other.execute("ROLLBACK")
        other.close()
        kernel.run("let m = 5")
        self.die(kernel)
        self.assertIn("2 5\n", self.start().run("print(n, m)"))

    def test_newer_version(self):
        kernel = self.start()
        kernel.run("var n = 1")
        self.die(kernel)
        with sqlite3.connect(self.file) as database:
            database.execute("INSERT INTO grdb_migrations VALUES ('99 from the future')")
        with sqlite3.connect(self.file) as database:
            before = list(database.iterdump())
        kernel = self.start()
        shown = kernel.run("print(6 * 7)")
        self.assertIn("written by a later version of Engram", shown)
        self.assertIn("this session is not saved", shown)
        self.assertIn("42\n", shown)
        self.die(kernel)
        with sqlite3.connect(self.file) as database:
            self.assertEqual(list(database.iterdump()), before)

    def test_damaged_values(self):
        """A byte changed in the file of values: the one value is named and lost, the others are there."""
        kernel = self.start()
        kernel.run("let good = (0 ..< 200_000).map { Double($0) }; let small = 3")
        kernel.run("let bad = (0 ..< 200_000).map { Double($0) * 2 + 1 }")
        self.die(kernel)
        (values,) = glob.glob(self.home + "/sessions/*-values-*")
        with open(values, "r+b") as file:
            file.seek(200_000 * 8 + 900_000)
            byte = file.read(1)
            file.seek(-1, os.SEEK_CUR)
            file.write(bytes([byte[0] ^ 4]))
        kernel = self.start()
        self.assertIn("3 199999.0\n", kernel.run("print(small, good[199_999])"))
        with self.assertRaisesRegex(AssertionError, "the value of 'bad' could not be restored: .*the bytes of a value were changed"):
            kernel.run("print(bad[5])")

    def test_damaged_database(self):
        kernel = self.start()
        kernel.run("let n = 1")
        self.die(kernel)
        size = os.path.getsize(self.file)
        for path in glob.glob(self.file + "-wal"):
            os.remove(path)
        with open(self.file, "r+b") as file:
            file.write(os.urandom(size))
        kernel = self.start()
        shown = kernel.run("print(6 * 7)")
        self.assertIn("is damaged", shown)
        self.assertIn("set aside", shown)
        self.assertIn("42\n", shown)
        self.assertTrue(glob.glob(self.home + "/sessions/*.damaged-*"))

    def test_budget(self):
        os.environ["ENGRAM_SESSION_BUDGET"] = "20MB"
        kernel = self.start()
        kernel.run("var a = [0.0]")
        for k in range(20):
            kernel.run(f"a = (0 ..< 250_000).map {{ Double($0) * 1.5 + {k} }}")
        taken = sum(os.stat(path).st_blocks * 512 for path in glob.glob(self.home + "/sessions/*"))
        self.assertLess(taken, 26_000_000)
        self.die(kernel)
        self.assertIn("20.5\n", self.start().run("print(a[1])"))


if __name__ == "__main__":
    unittest.main()
