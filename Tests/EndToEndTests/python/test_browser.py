"""JupyterLab and Notebook 7 in a real browser, as a user meets them: `make browser-test`.

Needs Playwright's Python package and a Chromium (Debian's, or the one that CHROMIUM names); skipped where they are not. The kernelspec `engram` is found through
JUPYTER_PATH. With ENGRAM_SCREENSHOTS=folder a picture of every page is kept there.
"""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

ROOT = pathlib.Path(__file__).resolve().parents[3]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PICTURES = os.environ.get("ENGRAM_SCREENSHOTS")
# Errors are shown so, too.
FAILURE = '[data-mime-type="application/vnd.jupyter.stderr"]'


def setUpModule():
    if sync_playwright is None:
        raise unittest.SkipTest("Playwright is not installed")
    if CHROMIUM is None:
        raise unittest.SkipTest("there is no Chromium")


class Lab:
    """A server of its own with the page of JupyterLab, or of Notebook 7, on a copy of the notebooks."""

    def __init__(self, theme, module="jupyterlab"):
        self.home = pathlib.Path(tempfile.mkdtemp())
        shutil.copytree(ROOT / "notebooks", self.home / "notebooks")
        settings = self.home / "settings" / "@jupyterlab" / "apputils-extension"
        settings.mkdir(parents=True)
        (settings / "themes.jupyterlab-settings").write_text(f'{{"theme": "{theme}"}}')
        (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        environment = {name: value for name, value in os.environ.items() if name != "ENGRAM_HAXBY"}
        environment |= {
            "JUPYTER_CONFIG_DIR": str(self.home / "config"), "JUPYTER_DATA_DIR": str(self.home / "data"), "JUPYTER_RUNTIME_DIR": str(self.home / "runtime"),
            "JUPYTERLAB_SETTINGS_DIR": str(self.home / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(self.home / "workspaces"), "ENGRAM_HOME": str(self.home / "engram"),
        }
        command = [sys.executable, "-m", module, "--no-browser", f"--port={port}", "--ServerApp.port_retries=0", "--ip=127.0.0.1", "--IdentityProvider.token=engram"]
        command += [f"--notebook-dir={self.home / 'notebooks'}"] + (["--allow-root"] if os.geteuid() == 0 else [])
        self.log = open(self.home / "log", "w")
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)
        for _ in range(600):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{self.address}/api?token=engram", timeout=1).close()
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        text = (self.home / "log").read_text()
        self.close()
        raise RuntimeError(f"{module} did not start:\n" + text)

    def kernels(self):
        """The processes of the kernels that the server has started."""
        found = []
        for status in pathlib.Path("/proc").glob("[0-9]*/status"):
            with contextlib.suppress(OSError):
                if f"\nPPid:\t{self.process.pid}\n" in status.read_text() and b"kernel\0" in (status.parent / "cmdline").read_bytes():
                    found.append(int(status.parent.name))
        return sorted(found)

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()
        shutil.rmtree(self.home, ignore_errors=True)


class PageTests(unittest.TestCase):
    """A browser, and what a user does with it."""

    theme = "JupyterLab Light"
    module = "jupyterlab"
    known_errors = ()

    @classmethod
    def setUpClass(cls):
        cls.lab = Lab(cls.theme, cls.module)
        cls.addClassCleanup(cls.lab.close)
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        # Root may not use Chromium's sandbox.
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.page = self.browser.new_page(viewport={"width": 1300, "height": 1000})
        self.page.set_default_timeout(15_000)
        self.addCleanup(self.page.close)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.connected = False
        self.page.on("websocket", lambda socket: socket.on("framereceived", self.hear))

    def tearDown(self):
        self.picture("end")
        self.assertEqual([error for error in self.errors if error not in self.known_errors], [], "errors of the page's own")

    def picture(self, name):
        if PICTURES:
            pathlib.Path(PICTURES).mkdir(parents=True, exist_ok=True)
            time.sleep(0.3)
            self.page.screenshot(path=f"{PICTURES}/{type(self).__name__}-{self._testMethodName}-{name}.png")

    def hear(self, frame):
        if b"kernel_info_reply" in (frame.encode() if isinstance(frame, str) else frame):
            self.connected = True

    def wait_for_kernel(self):
        """The page says idle before it has a kernel, and then runs nothing."""
        for _ in range(600):
            if self.connected:
                return self.wait_for_idle()
            self.page.wait_for_timeout(50)
        self.fail("the page did not connect to a kernel")

    # Steps of a user

    def visit(self, path, selector):
        self.page.goto(f"{self.lab.address}/{path}{'&' if '?' in path else '?'}token=engram&reset")
        self.page.wait_for_selector(selector)

    def menu(self, name, item):
        self.page.click(f'.lm-MenuBar-itemLabel:text-is("{name}")')
        self.page.click(f'.lm-Menu-itemLabel:text-is("{item}")')

    def wait_for_idle(self, timeout=120_000):
        self.page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', state="attached", timeout=timeout)

    def new_notebook(self):
        self.visit("lab", ".jp-LauncherCard")
        self.page.click('.jp-LauncherCard[data-category="Notebook"]:has-text("Swift (Engram)")')
        self.page.wait_for_selector(".jp-Notebook .jp-Cell .cm-content")
        self.wait_for_kernel()

    def type(self, code):
        """Types into the notebook's last cell."""
        self.page.locator(".jp-Notebook .jp-CodeCell").last.locator(".cm-content").click()
        # Not key by key: the editor would close brackets and indent on its own.
        self.page.keyboard.insert_text(code)

    def append_cell(self):
        """Makes an empty cell the notebook's last, by keys. While a page still draws its cells, a click on the last one may come to nothing, and the keys with it."""
        for _ in range(30):
            self.page.locator(".jp-Notebook .jp-Cell").last.click()
            self.page.keyboard.press("Escape")
            self.page.keyboard.press("b")
            self.page.wait_for_timeout(500)
            last = self.page.locator(".jp-Notebook .jp-Cell").last
            if "jp-CodeCell" in last.get_attribute("class") and not last.locator(".cm-content").inner_text().strip():
                return
        self.fail("no cell was appended")

    def run_cell(self, code, wait=True):
        """Types and runs a cell; returns what it shows."""
        count = self.page.locator(".jp-Notebook .jp-CodeCell").count()
        self.type(code)
        self.page.keyboard.press("Shift+Enter")
        self.page.wait_for_function(f"document.querySelectorAll('.jp-Notebook .jp-CodeCell').length > {count}")
        cell = self.page.locator(".jp-Notebook .jp-CodeCell").nth(count - 1)
        if wait:
            self.page.wait_for_function(
                "index => /\\[\\d+\\]/.test(document.querySelectorAll('.jp-Notebook .jp-CodeCell')[index].querySelector('.jp-InputPrompt').textContent)", arg=count - 1)
        return cell


class BrowserTests(PageTests):
    """JupyterLab, as users meet it."""

    def test_the_launcher_shows_the_kernel_and_its_logo(self):
        self.visit("lab", ".jp-LauncherCard")
        card = self.page.locator('.jp-LauncherCard[data-category="Notebook"]:has-text("Swift (Engram)")')
        self.assertEqual(card.count(), 1)
        self.assertGreater(card.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)"), 0)

    def notebook(self, name):
        """Runs a notebook from the menu, and counts its charts: as many as it was saved with, drawn by Vega-Lite, with something on them."""
        cells = json.loads((ROOT / "notebooks" / name).read_text())["cells"]
        charts = sum("application/vnd.vegalite.v5+json" in output.get("data", {}) for cell in cells for output in cell.get("outputs", []))
        self.assertGreater(charts, 0)
        self.visit(f"lab/tree/{name}", ".jp-Notebook .jp-Cell")
        self.wait_for_kernel()
        self.menu("Edit", "Clear Outputs of All Cells")
        self.assertEqual(self.page.locator(".jp-OutputArea-output").count(), 0)
        self.menu("Run", "Run All Cells")
        self.page.wait_for_function("[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].every(p => /\\[\\d+\\]/.test(p.textContent))", timeout=120_000)
        self.wait_for_idle()
        if PICTURES:
            panel = self.page.locator(".jp-WindowedPanel-outer")
            for number in range(40):
                panel.evaluate(f"panel => panel.scrollTop = {number} * 850")
                self.picture(f"{number:02}")
                if panel.evaluate("panel => panel.scrollTop + panel.clientHeight >= panel.scrollHeight - 2"):
                    break
        self.assertEqual(self.page.locator(FAILURE).count(), 0)
        self.page.wait_for_function(f"document.querySelectorAll('.jp-OutputArea-output canvas').length == {charts}")
        drawn = self.page.evaluate(
            """() => [...document.querySelectorAll('.jp-OutputArea-output canvas')].map(canvas => {
                const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
                return new Set(new Uint32Array(pixels.buffer)).size
            })""")
        # A picture without marks has text and axes only, in shades of few colours.
        self.assertTrue(all(colours > 20 for colours in drawn), drawn)

    def test_the_page_of_the_readme(self):
        """With ENGRAM_SCREENSHOTS the picture that ends in `readme` is the one to put into docs/jupyterlab.png."""
        self.page.set_viewport_size({"width": 1180, "height": 820})
        self.visit("lab/tree/01-reservoirs.ipynb", ".jp-Notebook .jp-Cell")
        self.wait_for_kernel()
        self.page.keyboard.press("Control+b")
        self.menu("Run", "Run All Cells")
        cell = self.page.locator('.jp-CodeCell:has(.cm-line:has-text("fit.forecast(steps: 500)"))')
        cell.locator("canvas").wait_for(timeout=120_000)
        self.wait_for_idle()
        cell.locator(".jp-OutputArea").evaluate("area => area.scrollIntoView({block: 'center'})")
        cell.locator('.cm-line:has-text("fit.forecast(steps: 500)")').click()
        self.page.keyboard.press("End")
        for _ in "ecast(steps: 500)":
            self.page.keyboard.press("ArrowLeft")
        self.page.locator(".jp-WindowedPanel-outer").evaluate("panel => panel.scrollTop += 200")
        self.page.keyboard.press("Shift+Tab")
        tooltip = self.page.wait_for_selector(".jp-Tooltip")
        self.picture("readme")
        self.assertIn("func forecast(steps: Int) throws -> Vector", tooltip.inner_text())
        self.assertIn("Goes on where training ended", tooltip.inner_text())

    def test_the_reservoir_notebook(self):
        self.notebook("01-reservoirs.ipynb")

    def test_the_encoding_notebook(self):
        self.notebook("02-encoding.ipynb")

    def test_the_spiking_notebook(self):
        self.notebook("03-spiking.ipynb")

    def test_the_balance_notebook(self):
        self.notebook("04-balance.ipynb")

    def test_the_memory_notebook(self):
        self.notebook("05-memory.ipynb")

    def test_the_notebook_of_what_and_when(self):
        self.notebook("06-what-and-when.ipynb")

    def test_the_notebook_of_representations(self):
        self.notebook("07-representations.ipynb")

    def test_a_kernel_that_dies_is_followed_by_one_that_knows(self):
        before = set(self.lab.kernels())
        self.new_notebook()
        self.run_cell("var rates = [4.0, 8.5]; func twice(_ x: Double) -> Double { 2 * x }")
        (kernel,) = set(self.lab.kernels()) - before
        self.connected = False
        os.kill(kernel, signal.SIGKILL)
        # The server looks every few seconds.
        self.page.click(".jp-Dialog .jp-mod-accept", timeout=60_000)
        self.wait_for_kernel()
        shown = self.run_cell("print(twice(rates[1]))").inner_text()
        self.assertIn("restored the state after cell [1]", shown)
        self.assertIn("17.0", shown)
        self.assertIn("[2]:", shown)

    def test_what_came_while_the_page_was_closed_is_shown_again(self):
        self.new_notebook()
        self.run_cell('sleep(2)\nprint("while nobody looked")', wait=False)
        self.menu("File", "Save Notebook")
        self.page.wait_for_timeout(500)
        path = self.page.url.split("?")[0].split("/lab/")[1]
        self.page.goto("about:blank")
        time.sleep(3)
        self.connected = False
        self.visit("lab/" + path, ".jp-Notebook .jp-Cell .cm-content")
        self.wait_for_kernel()
        self.assertIn("while nobody looked", self.run_cell("try session.show(cell: 1)").locator(".jp-OutputArea").inner_text())

    def test_swift_is_highlighted(self):
        self.new_notebook()
        self.type('let name = "reservoir" // a comment')
        # The page fetches the language's rules when it first needs them.
        self.page.wait_for_function(
            """() => {
                const spans = [...document.querySelectorAll('.jp-Notebook .cm-line span')]
                const colours = new Set(spans.filter(s => ['let', '"reservoir"', '// a comment'].includes(s.textContent.trim())).map(s => getComputedStyle(s).color))
                return colours.size == 3
            }""")

    def test_tab_completes(self):
        self.new_notebook()
        self.run_cell("let spikes = [0.1, 0.4]")
        self.type("spikes.ma")
        self.page.keyboard.press("Tab")
        self.page.wait_for_selector(".jp-Completer:not(.lm-mod-hidden)")
        names = self.page.locator(".jp-Completer-match").all_text_contents()
        self.assertIn("map", names)
        self.assertIn("max", names)
        self.picture("popup")
        self.page.keyboard.press("Escape")
        self.page.keyboard.insert_text("p { $0 * 2 } + spi")
        self.page.keyboard.press("Tab")
        self.page.wait_for_selector('.jp-Completer-match:has-text("spikes")')
        self.page.keyboard.press("Enter")
        self.page.wait_for_function("[...document.querySelectorAll('.jp-Notebook .cm-line')].some(line => line.innerText.includes('} + spikes'))")

    def test_shift_tab_explains(self):
        self.new_notebook()
        self.type("Reservoir(")
        for _ in range(3):
            self.page.keyboard.press("ArrowLeft")
        self.page.keyboard.press("Shift+Tab")
        tooltip = self.page.wait_for_selector(".jp-Tooltip")
        self.picture("tooltip")
        self.assertIn("Reservoir", tooltip.inner_text())
        self.assertIn("spectralRadius", tooltip.inner_text())

    def test_an_error_names_its_place(self):
        self.new_notebook()
        cell = self.run_cell("func pick(_ index: Int) -> Int {\n    let numbers = [1, 2, 3]\n    return numbers[index]\n}\npick(7)")
        text = cell.locator(FAILURE).inner_text()
        self.assertIn("Index out of range", text)
        self.assertIn("line 3", text)
        wrong = self.run_cell("let list = [1]\nlist.cuont").locator(FAILURE).inner_text()
        self.assertIn("has no member 'cuont'", wrong)
        self.assertIn("did you mean 'count'?", wrong)

    def test_an_endless_loop_is_interrupted_and_variables_are_kept(self):
        self.new_notebook()
        self.run_cell("var n = 41")
        loop = self.run_cell("while true { n += 0 }", wait=False)
        self.page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="busy"]', state="attached")
        self.menu("Kernel", "Interrupt Kernel")
        loop.locator(FAILURE).wait_for()
        self.assertIn("KeyboardInterrupt", loop.inner_text())
        self.assertIn("42", self.run_cell("n + 1").locator(".jp-OutputArea-output").inner_text())

    def test_a_restart_forgets(self):
        self.new_notebook()
        self.run_cell("let kept = 1")
        self.connected = False
        self.menu("Kernel", "Restart Kernel…")
        self.page.click(".jp-Dialog .jp-mod-accept")
        self.wait_for_kernel()
        cell = self.run_cell("kept")
        self.assertIn("cannot find 'kept' in scope", cell.inner_text())
        self.assertIn("[1]:", cell.inner_text())

    def test_displays_change_in_place(self):
        self.new_notebook()
        cell = self.run_cell('display("epoch 0", id: "p")\ndisplay("the *error*", as: .markdown)\ndisplay(plot([1.0, 4.0, 9.0]).title("inside a cell"))\nprint("end")')
        cell.locator("canvas").wait_for()
        self.assertEqual(cell.locator("em").inner_text(), "error")
        self.run_cell('updateDisplay("epoch 9", id: "p")')
        self.assertIn("epoch 9", cell.inner_text())
        self.assertNotIn("epoch 0", cell.locator(".jp-OutputArea").inner_text())
        cleared = self.run_cell('print("old")\nclearOutput()\nprint("new")').locator(".jp-OutputArea").inner_text()
        self.assertEqual(cleared.split(), ["new"])

    def test_a_cell_asks(self):
        self.new_notebook()
        cell = self.run_cell('let name = try ask("Subject: ") ?? ""\nlet key = try askPassword() ?? ""\nprint("\\(name), \\(key.count) letters")', wait=False)
        field = self.page.wait_for_selector("input.jp-Stdin-input")
        self.picture("field")
        self.assertIn("Subject:", cell.inner_text())
        field.fill("s01")
        field.press("Enter")
        field = self.page.wait_for_selector('input.jp-Stdin-input[type="password"]')
        field.fill("secret")
        field.press("Enter")
        cell.get_by_text("s01, 6 letters").wait_for()
        self.assertNotIn("secret", cell.inner_text())


class DarkBrowserTests(BrowserTests):
    """The same pages on a dark ground, where a chart's text must be light."""

    theme = "JupyterLab Dark"

    def test_text_of_a_chart_is_light(self):
        self.new_notebook()
        cell = self.run_cell('plot([1.0, 4.0, 9.0]).title("on a dark page")')
        cell.locator("canvas").wait_for()
        brightest = cell.locator("canvas").evaluate(
            """canvas => {
                const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
                let best = 0
                for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] > 200) best = Math.max(best, Math.min(pixels[i], pixels[i + 1], pixels[i + 2]))
                return best
            }""")
        self.assertGreater(brightest, 220)


class NotebookPageTests(PageTests):
    """The page of Notebook 7."""

    module = "notebook"
    # Of Notebook 7.6 itself, with any kernel.
    known_errors = ("Cannot read properties of undefined (reading 'schema')",)

    def test_a_notebook_runs(self):
        self.visit("notebooks/01-reservoirs.ipynb", ".jp-Notebook .jp-Cell")
        self.wait_for_kernel()
        self.menu("Run", "Run All Cells")
        self.page.wait_for_function("[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].every(p => /\\[\\d+\\]/.test(p.textContent))", timeout=120_000)
        self.wait_for_idle()
        self.assertEqual(self.page.locator(FAILURE).count(), 0)
        self.page.locator(".jp-OutputArea-output canvas").first.wait_for()

    def test_cells_complete_explain_and_are_interrupted(self):
        self.visit("notebooks/02-encoding.ipynb", ".jp-Notebook .jp-Cell")
        self.wait_for_kernel()
        self.append_cell()
        self.assertIn("42", self.run_cell("var n = 41\nn + 1").locator(".jp-OutputArea-output").inner_text())
        self.type("n.isMul")
        self.page.keyboard.press("Tab")
        self.page.wait_for_selector('.jp-Completer-match:has-text("isMultiple")')
        self.page.keyboard.press("Enter")
        self.page.wait_for_function("[...document.querySelectorAll('.jp-Notebook .cm-line')].some(line => line.innerText.includes('n.isMultiple'))")
        self.page.keyboard.press("Shift+Enter")
        loop = self.run_cell("while true { n += 0 }", wait=False)
        self.page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="busy"]', state="attached")
        self.menu("Kernel", "Interrupt Kernel")
        loop.locator(FAILURE).wait_for()
        self.assertIn("KeyboardInterrupt", loop.inner_text())


if __name__ == "__main__":
    unittest.main()
