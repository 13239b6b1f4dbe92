"""What people run around a kernel: nbconvert, papermill, nbval, nbgrader, the console.

The kernelspec `engram` is found through JUPYTER_PATH.
"""
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import nbformat
import pexpect
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

ROOT = pathlib.Path(__file__).resolve().parents[3]
KERNELSPEC = {"name": "engram", "display_name": "Swift (Engram)", "language": "swift"}


class ToolCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, *cells):
        notebook = new_notebook(cells=list(cells), metadata={"kernelspec": KERNELSPEC, "language_info": {"name": "swift"}})
        nbformat.write(notebook, self.folder / name)
        return self.folder / name

    def environment(self):
        # nbgrader looks for a program of its environment on the path.
        return {**os.environ, "HOME": str(self.folder), "PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"], "TERM": "dumb"}

    def run_tool(self, *arguments, status=0):
        ended = subprocess.run(
            [sys.executable, "-m", *map(str, arguments)], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            timeout=120, env=self.environment())
        self.assertEqual(ended.returncode, status, ended.stdout)
        return ended.stdout

    def stdout(self, path):
        cells = nbformat.read(path, as_version=4).cells
        return "".join(output.text for cell in cells if cell.cell_type == "code" for output in cell.outputs if output.output_type == "stream")


class ConversionTests(ToolCase):
    def test_a_page_with_pictures(self):
        self.write("in.ipynb", new_markdown_cell("# A curve"), new_code_cell("plot([1.0, 4.0, 9.0])"), new_code_cell('display(plot([2.0, 1.0]))\nprint("below")'))
        self.run_tool("nbconvert", "--to", "html", "--execute", "in.ipynb", "--output", "out.html")
        page = (self.folder / "out.html").read_text()
        self.assertEqual(len(re.findall(r'<div class="jp-RenderedSVG', page)), 2)
        self.assertIn("below", page)

    def test_a_script(self):
        self.write("in.ipynb", new_code_cell("let answer = 42"))
        self.run_tool("nbconvert", "--to", "script", "in.ipynb")
        script = [path for path in self.folder.glob("in.*") if path.suffix != ".ipynb"]
        self.assertIn("let answer = 42", script[0].read_text())


class PapermillTests(ToolCase):
    def test_parameters(self):
        self.write(
            "in.ipynb", new_code_cell('let rate = 1.0 // spikes per second\nlet name: String = "none"\nlet seeds = [0]', metadata={"tags": ["parameters"]}),
            new_code_cell("print(rate * 2, name, seeds.reduce(0, +), weights[\"a\"] ?? 0, on, empty.count, missing == nil, tiny)"))
        parameters = 'rate: 2.5\nname: "a \\"voxel\\"\\n🧠 \\\\(x)"\nseeds: [1, 2, -4]\nweights: {a: 1, b: 2.5}\n"on": true\nempty: []\nmissing: null\ntiny: 1.0e-7'
        self.run_tool("papermill", "in.ipynb", "out.ipynb", "-y", parameters)
        self.assertEqual(self.stdout(self.folder / "out.ipynb"), '5.0 a "voxel"\n🧠 \\(x) -1 1.0 true 0 true 1e-07\n')
        injected = nbformat.read(self.folder / "out.ipynb", as_version=4).cells[1]
        self.assertEqual(injected.metadata["tags"], ["injected-parameters"])
        # A run of what was run takes the new ones.
        self.run_tool("papermill", "out.ipynb", "again.ipynb", "-y", parameters + "\nseeds: [5]")
        self.assertIn("5.0 a", self.stdout(self.folder / "again.ipynb"))

    def test_the_parameters_are_listed(self):
        self.write("in.ipynb", new_code_cell('let rate = 1.0 // spikes per second\nvar name: String = "none"', metadata={"tags": ["parameters"]}))
        text = self.run_tool("papermill", "in.ipynb", "--help-notebook")
        self.assertRegex(text, r"rate: Unknown type \(default 1\.0\)\s+spikes per second")
        self.assertRegex(text, r'name: String \(default "none"\)')

    def test_a_failure_is_told(self):
        self.write("in.ipynb", new_code_cell("let numbers = [1]\nnumbers[3]"), new_code_cell("1"))
        self.assertIn("RuntimeError", self.run_tool("papermill", "in.ipynb", "out.ipynb", status=1))


class ComparisonTests(ToolCase):
    def test_outputs_are_as_they_were(self):
        cells = [
            new_code_cell('let d = ["b": 2, "a": 1]\nd'), new_code_cell("var random = Random(seed: 1)\nrandom.uniform()"), new_code_cell("plot([1.0, 2.0])"),
            new_code_cell('print("printed")\nfputs("said\\n", stderr)'), new_code_cell("struct Spike { let time = 0.5 }\nSpike()"),
            new_code_cell("[1][4]", metadata={"tags": ["raises-exception"]}), new_code_cell("Int.random(in: 0 ..< 1000)"),
        ]
        self.write("in.ipynb", *cells)
        self.run_tool("nbconvert", "--to", "notebook", "--execute", "--inplace", "in.ipynb")
        self.run_tool("pytest", "--nbval", "-p", "no:cacheprovider", "in.ipynb")
        changed = nbformat.read(self.folder / "in.ipynb", as_version=4)
        changed.cells[0].outputs[0].data["text/plain"] = "changed"
        nbformat.write(changed, self.folder / "in.ipynb")
        self.assertIn("1 failed", self.run_tool("pytest", "--nbval", "-p", "no:cacheprovider", "in.ipynb", status=1))


class GradingTests(ToolCase):
    ANSWERS = {
        "right": {
            "moments": "let mean = values.reduce(0, +) / Double(values.count)\nvar sum = 0.0\nfor value in values { sum += (value - mean) * (value - mean) }\nreturn (mean, sum / Double(values.count))",
            "past": "var result: [Double] = []\nfor step in first ..< values.count { result.append(values[step - delay]) }\nreturn result",
        },
        # The first is off, the second was not done.
        "wrong": {"moments": "return (values.reduce(0, +) / Double(values.count), 1.25 * Double(values.count) / 4)"},
        "failing": {"moments": "return (values[99], values[0])", "past": "return Array(values[first...])"},
    }

    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / "notebooks" / "lab", self.folder, dirs_exist_ok=True)

    def submit(self, student, answers):
        notebook = nbformat.read(self.folder / "release" / "reservoir" / "memory.ipynb", as_version=4)
        stub = re.compile(r"    // YOUR CODE HERE\n    fatalError\(.*\)")
        stubs = 0
        for cell in notebook.cells:
            self.assertNotIn("SOLUTION", cell.source)
            self.assertNotIn("HIDDEN", cell.source)
            stubs += len(stub.findall(cell.source))
            answer = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
            if answer:
                cell.source = stub.sub(lambda _: answer, cell.source)
        self.assertEqual(stubs, 2)
        place = self.folder / "submitted" / student / "reservoir"
        place.mkdir(parents=True)
        nbformat.write(notebook, place / "memory.ipynb")

    def test_students_get_their_grades(self):
        self.run_tool("nbgrader", "generate_assignment", "reservoir")
        for student, answers in self.ANSWERS.items():
            self.submit(student, answers)
        self.run_tool("nbgrader", "autograde", "reservoir")
        database = sqlite3.connect(self.folder / "gradebook.db")
        rows = database.execute(
            "SELECT submitted_assignment.student_id, base_cell.name, grade.auto_score FROM grade"
            " JOIN base_cell ON base_cell.id = grade.cell_id JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id"
            " JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id"
        ).fetchall()
        database.close()
        self.assertEqual(
            {(student, name): score for student, name, score in rows},
            {
                ("right", "moments-test"): 2, ("right", "past-test"): 3, ("wrong", "moments-test"): 0, ("wrong", "past-test"): 0, ("failing", "moments-test"): 0,
                ("failing", "past-test"): 0,
            })


class ConsoleTests(ToolCase):
    def test_a_console(self):
        console = pexpect.spawn(
            sys.executable, ["-m", "jupyter_console", "--kernel", "engram", "--simple-prompt"], cwd=str(self.folder), encoding="utf-8", timeout=20,
            env=self.environment())
        try:
            console.expect("Engram")
            console.expect(r"In \[1\]: ")
            console.sendline("let x = 6 * 7")
            console.expect(r"In \[2\]: ")
            console.sendline("x")
            console.expect(r"Out\[2\]: .*42")
            console.sendline("print([1][4])")
            console.expect("RuntimeError")
            console.sendline('print("got", readLine() ?? "")')
            console.sendline("a line")
            console.expect("got a line")
            console.expect(r"In \[5\]: ")
            console.sendeof()
            console.expect("exit")
            console.sendline("y")
            console.expect(pexpect.EOF)
        finally:
            console.close(force=True)


if __name__ == "__main__":
    unittest.main()
