"""What cells and front ends say to each other, beyond what jupyter_kernel_test asks: displays, input, history, expressions, aborted queues, resources.

The kernelspec `engram` is found through JUPYTER_PATH, session files lie under ENGRAM_HOME.
"""
import os
import time
import unittest

from jupyter_client import KernelManager


class ProtocolTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manager = KernelManager(kernel_name="engram")
        cls.manager.start_kernel()
        cls.client = cls.manager.client()
        cls.client.start_channels()
        cls.client.wait_for_ready(timeout=30)

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel()

    def setUp(self):
        # Nothing of an earlier test may be taken for an answer in this one.
        for channel in (self.client.shell_channel, self.client.iopub_channel, self.client.stdin_channel):
            while channel.msg_ready():
                channel.get_msg(timeout=1)

    def reply(self, request, channel="shell"):
        while True:
            message = getattr(self.client, f"get_{channel}_msg")(timeout=20)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def outputs(self, request):
        """What iopub says about a request, up to its idle, without states and the echo of the input."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=20)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return messages
            if message["msg_type"] not in ("status", "execute_input"):
                messages.append((message["msg_type"], message["content"]))

    def run_cell(self, code, **options):
        request = self.client.execute(code, **{"allow_stdin": False, **options})
        return self.reply(request), self.outputs(request)

    def ask(self, kind, **content):
        message = self.client.session.msg(kind, content)
        self.client.shell_channel.send(message)
        return self.reply(message["header"]["msg_id"])

    # What a cell shows

    def test_a_display_comes_between_what_is_printed_around_it(self):
        reply, outputs = self.run_cell('print("before")\ndisplay([1.5, 2])\nprint("after")')
        self.assertEqual(reply["status"], "ok")
        self.assertEqual([kind for kind, _ in outputs], ["stream", "display_data", "stream"])
        self.assertEqual(outputs[1][1], {"data": {"text/plain": "[1.5, 2.0]"}, "metadata": {}, "transient": {}})

    def test_a_chart_is_displayed_in_every_form(self):
        _, outputs = self.run_cell('for n in 1 ... 2 { display(try plot([1.0, 2.0], [0.0, Double(n)])) }')
        self.assertEqual([kind for kind, _ in outputs], ["display_data", "display_data"])
        self.assertEqual(set(outputs[0][1]["data"]), {"application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"})

    def test_values_of_a_cells_own_types_are_displayed_as_results_are(self):
        _, shown = self.run_cell("struct Spike { var time = 0.5 }\ndisplay(Spike())")
        _, result = self.run_cell("Spike()")
        self.assertEqual(shown[0][1]["data"], result[0][1]["data"])

    def test_an_update_names_what_another_cell_displayed(self):
        _, first = self.run_cell('display("epoch 0", id: "progress")')
        self.assertEqual(first, [("display_data", {"data": {"text/plain": "epoch 0"}, "metadata": {}, "transient": {"display_id": "progress"}})])
        _, second = self.run_cell('updateDisplay("epoch 1", id: "progress")')
        self.assertEqual(second, [("update_display_data", {"data": {"text/plain": "epoch 1"}, "metadata": {}, "transient": {"display_id": "progress"}})])

    def test_progress_is_for_those_who_watch(self):
        loop = "for _ in progress(0 ..< 60) { usleep(10_000) }"
        # A program that runs notebooks does not let a cell ask, and gets the same outputs however long a loop takes.
        self.assertEqual(self.run_cell(loop)[1], [])
        _, outputs = self.run_cell(loop, allow_stdin=True)
        kinds = [kind for kind, _ in outputs]
        self.assertEqual(kinds, ["display_data"] + ["update_display_data"] * (len(kinds) - 1))
        self.assertTrue(2 <= len(kinds) <= 10, kinds)
        self.assertIn("of 60", outputs[0][1]["data"]["text/plain"])
        self.assertEqual(len({content["transient"]["display_id"] for _, content in outputs}), 1)
        # What is left is a display without content.
        self.assertEqual(outputs[-1][1]["data"], {})
        _, again = self.run_cell("try session.show(cell: " + str(self.run_cell(loop, allow_stdin=True)[0]["execution_count"]) + ")")
        self.assertEqual(again, [])

    def test_texts_of_other_types(self):
        for name, kind in [("markdown", "text/markdown"), ("latex", "text/latex"), ("html", "text/html"), ("svg", "image/svg+xml")]:
            _, outputs = self.run_cell(f'display("x", as: .{name})')
            self.assertEqual(outputs[0][1]["data"], {kind: "x", "text/plain": "x"})

    def test_clearing(self):
        for argument, wait in [("", False), ("wait: true", True)]:
            _, outputs = self.run_cell(f'print("a")\nclearOutput({argument})\nprint("b")')
            self.assertEqual([kind for kind, _ in outputs], ["stream", "clear_output", "stream"])
            self.assertEqual(outputs[1][1], {"wait": wait})

    def test_pages_are_payloads_of_the_reply(self):
        reply, outputs = self.run_cell('page("first")\npage("second")')
        self.assertEqual(outputs, [])
        self.assertEqual([(p["source"], p["data"], p["start"]) for p in reply["payload"]], [("page", {"text/plain": text}, 0) for text in ("first", "second")])

    def test_a_failed_cell_has_shown_what_came_before(self):
        reply, outputs = self.run_cell('display("seen")\nlet none: [Int] = []\nprint(none[0])')
        self.assertEqual(reply["status"], "error")
        self.assertEqual([kind for kind, _ in outputs], ["display_data", "error"])

    def test_a_silent_cell_shows_nothing(self):
        _, outputs = self.run_cell('display("x")\nclearOutput()\nprint("y")', silent=True)
        self.assertEqual(outputs, [])

    # What a cell asks

    def answer(self, code, *answers):
        """Runs a cell, answers what it asks, and returns what it asked, what it printed, and the reply."""
        request = self.client.execute(code, allow_stdin=True)
        asked = []
        for answer in answers:
            message = self.client.get_stdin_msg(timeout=20)
            self.assertEqual(message["msg_type"], "input_request")
            self.assertEqual(message["parent_header"]["msg_id"], request)
            asked.append((message["content"]["prompt"], message["content"]["password"]))
            self.client.input(answer)
        reply = self.reply(request)
        return asked, "".join(content["text"] for kind, content in self.outputs(request) if kind == "stream"), reply

    def test_a_cell_asks_for_lines(self):
        code = 'let name = try ask("Subject: ") ?? "nobody"\nprint("line?")\nlet line = readLine() ?? "none"\nprint(name + "/" + line)'
        asked, printed, reply = self.answer(code, "s 01", "größer")
        self.assertEqual(asked, [("Subject: ", False), ("", False)])
        self.assertEqual((printed, reply["status"]), ("line?\ns 01/größer\n", "ok"))

    def test_a_password_is_hidden(self):
        asked, printed, _ = self.answer('print((try askPassword("Key: ") ?? "").count)', "secret")
        self.assertEqual((asked, printed), ([("Key: ", True)], "6\n"))

    def test_the_end_of_the_input_is_nil(self):
        _, printed, _ = self.answer('print(readLine() == nil, try ask() == nil)', "\x04", "\x04")
        self.assertEqual(printed, "true true\n")

    def test_without_anyone_to_ask_there_is_a_plain_error(self):
        for code, name in [("let line = readLine()", "RuntimeError"), ('let line = try ask("?")', "InputFailure"), ("let line = try askPassword()", "InputFailure")]:
            reply, outputs = self.run_cell(code)
            self.assertEqual((reply["ename"], reply["evalue"]), (name, "this front end cannot be asked for input"))
            self.assertEqual([kind for kind, _ in outputs], ["error"])
        _, outputs = self.run_cell('do { print(try ask("?") ?? "") } catch { print("caught:", error) }')
        self.assertEqual(outputs[0][1]["text"], "caught: this front end cannot be asked for input\n")

    def test_a_cell_that_waits_for_a_line_can_be_interrupted(self):
        for code in ["let line = readLine()", 'do { print(try ask("?") ?? "") } catch { print("caught") }']:
            request = self.client.execute(code, allow_stdin=True)
            self.client.get_stdin_msg(timeout=20)
            self.manager.interrupt_kernel()
            self.assertEqual(self.reply(request)["ename"], "KeyboardInterrupt")
            self.assertEqual([kind for kind, _ in self.outputs(request)], ["error"])
        self.assertEqual(self.run_cell("1 + 1")[0]["status"], "ok")

    # What a front end asks beside cells

    def test_user_expressions(self):
        reply, _ = self.run_cell("let rate = 2.5", user_expressions={"good": "rate * 2", "text": '"a" + "b"', "wrong": "nothing", "trap": "[1][3]"})
        values = reply["user_expressions"]
        self.assertEqual(values["good"], {"status": "ok", "data": {"text/plain": "5.0"}, "metadata": {}})
        self.assertEqual(values["text"]["data"], {"text/plain": '"ab"'})
        self.assertEqual((values["wrong"]["status"], values["wrong"]["ename"]), ("error", "CompileError"))
        self.assertEqual((values["trap"]["status"], values["trap"]["ename"]), ("error", "RuntimeError"))

    def test_an_error_aborts_the_queue_and_other_requests_are_served(self):
        slow = "var n = 0\nfor i in 0 ..< 3_000_000 { n &+= i }\nlet bad: [Int] = []\nprint(bad[0])"
        requests = [self.client.execute(slow)] + [self.client.execute("print(1)") for _ in range(3)]
        info = self.client.kernel_info()
        replies = {}
        while len(replies) < 5:
            message = self.client.get_shell_msg(timeout=30)
            replies[message["parent_header"]["msg_id"]] = message["content"]
        self.assertEqual([replies[request]["ename"] for request in requests], ["RuntimeError"] + ["ExecutionAborted"] * 3)
        self.assertEqual(replies[info]["status"], "ok")
        self.assertEqual(self.run_cell("print(1)")[0]["status"], "ok")

    def test_without_stop_on_error_the_queue_runs(self):
        requests = [self.client.execute("nothing", stop_on_error=False), self.client.execute("1 + 1")]
        self.assertEqual([self.reply(request)["status"] for request in requests], ["error", "ok"])

    def test_an_incomplete_cell_tells_how_to_indent(self):
        for code, status, indent in [
            ("let a = 1", "complete", None), ("func f() {", "incomplete", "    "), ("if true {\n    for i in 0 ..< 3 {", "incomplete", "        "), (")", "invalid", None),
        ]:
            reply = self.ask("is_complete_request", code=code)
            self.assertEqual((reply["status"], reply.get("indent")), (status, indent), code)

    def test_resources(self):
        message = self.client.session.msg("usage_request", {})
        self.client.control_channel.send(message)
        usage = self.reply(message["header"]["msg_id"], "control")
        self.assertEqual(usage["pid"], self.manager.provisioner.pid)
        self.assertGreater(usage["kernel_memory"], 1_000_000)
        self.assertGreaterEqual(usage["kernel_cpu"], 0)
        self.assertGreater(usage["host_virtual_memory"]["total"], usage["host_virtual_memory"]["available"])

    def test_an_unknown_comm_target_is_closed(self):
        message = self.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "nowhere", "data": {}})
        message["buffers"] = [b"\0\1\2"]
        self.client.shell_channel.send(message)
        self.assertEqual(self.outputs(message["header"]["msg_id"]), [("comm_close", {"comm_id": "c1", "data": {}})])
        self.assertEqual(self.ask("comm_info_request", target_name="nowhere"), {"status": "ok", "comms": {}})

    def test_an_unknown_request_is_answered(self):
        self.assertEqual(self.ask("sing_request")["status"], "error")

    def test_positions_count_code_points(self):
        # 🧠 is two UTF-16 units and one code point, é here two code points and one character.
        code = 'let brain = "🧠e\u0301"; brai'
        reply = self.ask("complete_request", code=code, cursor_pos=len(code))
        self.assertEqual((reply["cursor_start"], reply["cursor_end"]), (len(code) - 4, len(code)))
        names = [entry["text"] for entry in reply["metadata"]["_jupyter_types_experimental"]]
        self.assertEqual(names, reply["matches"])

    # What a front end asks while a cell is written

    def complete(self, code):
        reply = self.ask("complete_request", code=code, cursor_pos=len(code))
        return [(entry["text"], entry["type"]) for entry in reply["metadata"]["_jupyter_types_experimental"]]

    def test_completion_knows_the_types_of_half_typed_code(self):
        self.run_cell("let counted = [1, 2, 3]\nenum Mode { case fast, slow }\nfunc start(_ mode: Mode, after delay: Double = 0) {}")
        self.assertEqual(self.complete("counted.map { $0.isMul"), [("isMultiple", "method")])
        self.assertEqual(self.complete("start(."), [("fast", "enum"), ("slow", "enum")])
        self.assertEqual(self.complete("start(.fast, "), [("after:", "param")])
        self.assertEqual(self.complete("Reservoir(uni"), [("units:", "param")])
        self.assertEqual(self.complete("for c in counted { whi"), [("while", "keyword")])
        self.assertEqual(self.complete("// counted."), [])

    def test_help_is_that_of_the_overload_with_its_source(self):
        self.run_cell("/// Doubles.\n/// - Parameter x: what is doubled.\nfunc twice(_ x: Int) -> Int { x * 2 }\nfunc twice(_ x: String) -> String { x + x }")
        reply = self.ask("inspect_request", code="twice(3)", cursor_pos=2, detail_level=1)
        self.assertTrue(reply["found"])
        page = reply["data"]["text/markdown"]
        for part in ("```swift\nfunc twice(_ x: Int) -> Int\n```", "Doubles.", "- `x`: what is doubled.", "func twice(_ x: Int) -> Int { x * 2 }", "declared in cell ["):
            self.assertIn(part, page)
        self.assertNotIn("String", page)
        self.assertFalse(self.ask("inspect_request", code="nothingOfTheKind", cursor_pos=3, detail_level=0)["found"])

    def test_completion_and_help_beside_a_running_cell(self):
        self.run_cell("let besides = [0.5]")
        request = self.client.execute("while true {}")
        time.sleep(0.3)
        self.assertEqual(self.complete("besides.fir"), [("first", "property"), ("firstIndex", "method")])
        self.assertTrue(self.ask("inspect_request", code="besides", cursor_pos=3, detail_level=0)["found"])
        self.manager.interrupt_kernel()
        self.assertEqual(self.reply(request)["ename"], "KeyboardInterrupt")


class HistoryTests(unittest.TestCase):
    """A kernel after another one under the same name, as a notebook has that is opened again."""

    def setUp(self):
        self.name = f"history-{time.time_ns()}.ipynb"

    def session(self, *cells):
        manager = KernelManager(kernel_name="engram")
        manager.start_kernel(env={**os.environ, "JPY_SESSION_NAME": self.name})
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=30)
        self.addCleanup(lambda: manager.has_kernel and manager.shutdown_kernel(now=True))
        self.addCleanup(client.stop_channels)
        for cell in cells:
            client.execute_interactive(cell, timeout=30, allow_stdin=False, output_hook=lambda _: None)
        return manager, client

    def rows(self, client, **query):
        reply = client.history(reply=True, timeout=20, **{"raw": True, "output": False, **query})
        self.assertEqual(reply["content"]["status"], "ok")
        return reply["content"]["history"]

    def test_past_sessions_are_remembered(self):
        first, client = self.session("let a = 1", "a + 1")
        first.shutdown_kernel()
        _, client = self.session("let b = 2", "b + 40", "let b = 3")
        self.assertEqual(self.rows(client, hist_access_type="tail", n=4), [[1, 2, "a + 1"], [2, 1, "let b = 2"], [2, 2, "b + 40"], [2, 3, "let b = 3"]])
        self.assertEqual(self.rows(client, hist_access_type="tail", n=1), [[2, 3, "let b = 3"]])
        # 0 is the present session, a negative number counts back from it, a positive one is a session's own.
        self.assertEqual(self.rows(client, hist_access_type="range", session=0, start=1, stop=3), [[2, 1, "let b = 2"], [2, 2, "b + 40"]])
        for number in (-1, 1):
            self.assertEqual(self.rows(client, hist_access_type="range", session=number, start=1, stop=9), [[1, 1, "let a = 1"], [1, 2, "a + 1"]])
        self.assertEqual(self.rows(client, hist_access_type="range", session=-7, start=1, stop=9), [])
        self.assertEqual(self.rows(client, hist_access_type="range", session=0, start=2, stop=3, output=True), [[2, 2, ["b + 40", "42"]]])
        self.assertEqual(self.rows(client, hist_access_type="search", pattern="let *"), [[1, 1, "let a = 1"], [2, 1, "let b = 2"], [2, 3, "let b = 3"]])
        self.assertEqual(self.rows(client, hist_access_type="search", pattern="let b = ?", n=1), [[2, 3, "let b = 3"]])
        self.assertEqual(self.rows(client, hist_access_type="search", pattern="b = "), [])

    def test_the_same_text_once(self):
        _, client = self.session("1 + 1", "2 + 2", "1 + 1")
        self.assertEqual(self.rows(client, hist_access_type="search", pattern="*", unique=True), [[1, 2, "2 + 2"], [1, 3, "1 + 1"]])

    def test_cells_that_are_not_stored_are_not_in_it(self):
        _, client = self.session("1 + 1")
        client.execute("2 + 2", store_history=False, reply=True, timeout=20)
        client.execute("3 + 3", silent=True, reply=True, timeout=20)
        self.assertEqual(self.rows(client, hist_access_type="tail", n=9), [[1, 1, "1 + 1"]])


if __name__ == "__main__":
    unittest.main()
