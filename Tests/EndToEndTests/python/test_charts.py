"""Every kind of chart as JupyterLab draws it, in a real browser: without a warning, and with the same domains and labels as our own SVG. `make browser-test`.

The charts are the goldens of ChartsTests. Vega-Lite is asked to draw SVG in the place of a canvas, so that its labels can be read. With ENGRAM_SCREENSHOTS=folder the pages are kept there.
"""
import json
import pathlib
import re
import unittest
import xml.etree.ElementTree as ElementTree

import nbformat
from nbconvert import HTMLExporter

import test_browser
from test_browser import PageTests, ROOT

GOLDENS = ROOT / "Tests" / "ChartsTests" / "Goldens"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
VEGA = "application/vnd.vegalite.v5+json"
# Labels of axes, as Vega marks them up, in the order in which they stand in the document.
READ = """output => {
    const texts = (root, role) => [...root.querySelectorAll('.' + role + ' text')].map(text => text.textContent)
    return [...output.querySelectorAll('.role-axis')].filter(axis => axis.getAttribute('aria-label')).map(axis => ({about: axis.getAttribute('aria-label'), labels: texts(axis, 'role-axis-label')}))
}"""


def setUpModule():
    test_browser.setUpModule()


def chart_notebook(names):
    """A notebook of outputs only, one chart each."""
    cells = []
    for name in names:
        # Of the images the goldens keep no more than their place.
        document = json.loads((GOLDENS / f"{name}.vl.json").read_text().replace("base64,…", "base64," + PIXEL))
        document["usermeta"] = {"embedOptions": {"renderer": "svg"}}
        cells.append({
            "id": name, "cell_type": "code", "metadata": {}, "source": f"// {name}", "execution_count": 1,
            "outputs": [{"output_type": "display_data", "metadata": {}, "data": {VEGA: document, "text/plain": name}}]})
    kernel = {"display_name": "Swift (Engram)", "language": "swift", "name": "engram"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}


def our_labels(name):
    """The labels under and beside the axes of our own SVG: one list for each group of texts that are all of the small size."""
    root = ElementTree.parse(GOLDENS / f"{name}.svg").getroot()
    found = []
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        texts = [child for child in group if child.tag.endswith("text")]
        if group.get("font-size") == "11" and group.get("fill") and texts and all(text.get("font-size") is None and text.get("text-anchor") is None for text in texts):
            found.append([text.text for text in texts])
    return found


def domains(document):
    """All domains of positions that the document asks for, as numbers."""
    found = []
    def walk(part):
        if isinstance(part, dict):
            for axis in ("x", "y"):
                channel = part.get("encoding", {}).get(axis, {}) if isinstance(part.get("encoding"), dict) else {}
                scale = channel.get("scale")
                # Pictures of brains have no axes, and the page says no domain of theirs.
                if scale and channel.get("axis", {}) is not None:
                    found.append(scale["domain"])
            for value in part.values():
                walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)
    walk(document)
    return found


class ChartTests(PageTests):
    def setUp(self):
        super().setUp()
        self.warnings = []
        self.page.on("console", lambda message: self.warnings.append(message.text) if message.type in ("warning", "error") else None)

    def test_every_kind_is_drawn_with_our_domains_and_labels(self):
        names = sorted(path.name[:-len(".vl.json")] for path in GOLDENS.glob("*.vl.json"))
        self.assertGreater(len(names), 10)
        for name in names:
            with self.subTest(name):
                file = self.lab.home / "notebooks" / f"chart-{name}.ipynb"
                file.write_text(json.dumps(chart_notebook([name])))
                self.warnings.clear()
                self.visit(f"lab/tree/chart-{name}.ipynb", ".jp-OutputArea-output svg.marks")
                self.page.wait_for_timeout(300)
                self.picture(name)
                axes = self.page.locator(".jp-OutputArea-output .vega-embed").first.evaluate(READ)
                drawn = sorted(tuple(axis["labels"]) for axis in axes if axis["labels"])
                # In both pictures a label may stand more than once, in panels.
                ours = sorted(tuple(labels) for labels in our_labels(name))
                self.assertEqual(drawn, ours)
                document = json.loads((GOLDENS / f"{name}.vl.json").read_text())
                told = [tuple(float(number.replace("−", "-").replace(",", "")) for number in re.search(r"values from (\S+) to (\S+)$", axis["about"]).groups())
                        for axis in axes if "values from" in axis["about"]]
                asked = [tuple(domain) for domain in domains(document)]
                self.assertEqual(len(told), len(asked), f"{told} {asked}")
                for low, high in asked:
                    # Vega rounds what it says of a domain to the distance of its own few ticks; a reversed axis is told from its other end.
                    room = 0.1 * abs(high - low)
                    near = [pair for pair in told if all(abs(a - b) <= max(room, 0.06 * abs(b)) for a, b in zip(sorted(pair), (low, high)))]
                    self.assertTrue(near, f"{(low, high)} is not among {told}")
                self.assertEqual([text for text in self.warnings if "vega" in text.lower() or "WARN" in text], [])

    def test_pages_without_scripts_show_every_picture(self):
        for path in sorted((ROOT / "notebooks").glob("0*.ipynb")):
            notebook = nbformat.read(path, as_version=4)
            charts = sum(VEGA in output.get("data", {}) for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs)
            exported, _ = HTMLExporter().from_notebook_node(notebook)
            context = self.browser.new_context(java_script_enabled=False)
            self.addCleanup(context.close)
            page = context.new_page()
            file = self.lab.home / (path.stem + ".html")
            file.write_text(exported)
            page.goto(f"file://{file}", wait_until="commit")
            page.wait_for_timeout(1500)
            drawings = page.locator(".jp-RenderedSVG img, .jp-RenderedSVG svg[role=img]")
            self.assertEqual(drawings.count(), charts, path.name)
            for number in range(charts):
                box = drawings.nth(number).bounding_box()
                self.assertGreater(min(box["width"], box["height"]), 80, f"{path.name}, picture {number}")

    def test_a_chart_changes_in_place_while_its_cell_runs(self):
        self.new_notebook()
        cell = self.run_cell(
            'display(plot([0.0, 1.0]).title("epoch 0"), id: "live")\nfor epoch in 1 ... 60 {\n'
            'usleep(100_000)\nupdateDisplay(plot((0 ..< epoch + 2).map { Double($0 * epoch) }).title("epoch \\(epoch)"), id: "live")\n}', wait=False)
        cell.locator("canvas").wait_for()
        looks = set()
        for _ in range(12):
            looks.add(self.page.evaluate("() => document.querySelector('.jp-OutputArea-output canvas')?.toDataURL() ?? ''"))
            self.page.wait_for_timeout(150)
        self.assertGreater(len(looks), 3, "the picture did not change while the cell ran")
        self.page.wait_for_timeout(6000)
        self.assertEqual(cell.locator("canvas").count(), 1)

    def test_a_bar_of_progress_comes_and_goes(self):
        self.new_notebook()
        cell = self.run_cell("for _ in progress(0 ..< 40) { usleep(100_000) }\nprint(\"done\")", wait=False)
        cell.locator(".jp-OutputArea-output", has_text=re.compile(r"\d+ of 40")).wait_for()
        self.picture("bar")
        cell.locator('.jp-OutputArea-output:has-text("done")').wait_for(timeout=30_000)
        self.page.wait_for_timeout(300)
        self.assertNotIn("of 40", cell.locator(".jp-OutputArea").inner_text())
        self.assertEqual(cell.locator(".jp-OutputArea").inner_text().strip(), "done")
        self.picture("gone")


del PageTests

if __name__ == "__main__":
    unittest.main()
