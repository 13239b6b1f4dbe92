"""Cells: what they give, show and leave behind, and the queue after one that failed."""
import time

from base import Case, Subject
from client import Silence, kinds, text


class ExecuteTests(Case):
    def test_a_cell_in_order(self):
        code, value = Subject.cells["result"]
        reply, messages = self.client.run(code)
        self.assertEqual(kinds(messages), ["busy", "execute_input", "execute_result", "idle"])
        self.assertEqual(messages[1].content["code"], code)
        self.assertEqual(messages[2].content["data"]["text/plain"].strip("\"'"), value)
        self.assertIn("metadata", messages[2].content)
        counts = {messages[1].content["execution_count"], messages[2].content["execution_count"], reply.content["execution_count"]}
        self.assertEqual(len(counts), 1)
        self.assertEqual((reply.content["status"], reply.content["payload"], reply.content["user_expressions"]), ("ok", [], {}))

    def test_a_cell_without_a_value_has_no_result(self):
        self.assertEqual(kinds(self.client.run(Subject.cells["nothing"])[1]), ["busy", "execute_input", "idle"])

    def test_state_is_kept(self):
        self.client.run(Subject.cells["define"])
        code, value = Subject.cells["kept"]
        self.assertEqual(self.client.run(code)[1][2].content["data"]["text/plain"], value)

    def count(self, code, **options):
        return self.client.run(code, **options)[0].content["execution_count"]

    def test_the_count_grows_by_one(self):
        first = self.count(Subject.cells["one"])
        self.assertEqual([self.count(Subject.cells["one"]), self.count(Subject.cells["wrong"]), self.count(Subject.cells["one"])], [first + 1, first + 2, first + 3])

    def test_silent_cells_are_not_counted(self):
        first = self.count(Subject.cells["one"])
        self.client.run(Subject.cells["one"], silent=True)
        self.assertEqual(self.count(Subject.cells["one"]), first + 1)

    def test_an_uncounted_cell_bears_the_last_number(self):
        first = self.count(Subject.cells["one"])
        reply, messages = self.client.run(Subject.cells["one"], store_history=False)
        self.assertEqual([reply.content["execution_count"], messages[1].content["execution_count"]], [first, first])
        self.assertEqual(self.count(Subject.cells["one"]), first + 1)

    def test_a_silent_cell_is_silent(self):
        for code in (Subject.cells["one"], Subject.cells["print"]):
            reply, messages = self.client.run(code, silent=True)
            self.assertEqual(reply.content["status"], "ok")
            self.assertNotIn("execute_input", kinds(messages))
            self.assertNotIn("execute_result", kinds(messages))

    def test_a_silent_cell_may_fail(self):
        reply, messages = self.client.run(Subject.cells["wrong"], silent=True)
        self.assertEqual(reply.content["status"], "error")
        self.assertNotIn("execute_input", kinds(messages))

    def test_an_empty_cell_is_not_counted(self):
        first = self.count(Subject.cells["one"])
        for silent in (True, False):
            reply, messages = self.client.run("", silent=silent)
            self.assertEqual((reply.content["status"], kinds(messages)[-1]), ("ok", "idle"))
        self.assertEqual(self.count(Subject.cells["one"]), first + 1)

    def test_user_expressions(self):
        values = self.client.run(Subject.cells["one"], user_expressions=Subject.cells["expressions"])[0].content["user_expressions"]
        self.assertEqual((values["good"]["status"], values["good"]["data"]["text/plain"]), ("ok", "42"))
        self.assertEqual(values["text"]["data"]["text/plain"].strip("\"'"), "ab")
        self.assertIn("metadata", values["text"])
        self.assertEqual(values["bad"]["status"], "error")
        for field in ("ename", "evalue", "traceback"):
            self.assertIn(field, values["bad"])

    def test_user_expressions_with_no_cell(self):
        values = self.client.run("", silent=True, user_expressions={"good": "40 + 2"})[0].content["user_expressions"]
        self.assertEqual(values["good"]["data"]["text/plain"], "42")

    def test_no_user_expressions_after_a_failure(self):
        reply = self.client.run(Subject.cells["wrong"], user_expressions={"good": "40 + 2"})[0]
        self.assertEqual(reply.content["status"], "error")
        self.assertFalse(reply.content.get("user_expressions"))

    def assertFails(self, code):
        reply, messages = self.client.run(code)
        self.assertEqual(kinds(messages), ["busy", "execute_input", "error", "idle"])
        for field in ("ename", "evalue", "traceback"):
            self.assertEqual(reply.content[field], messages[2].content[field])
        self.assertIsInstance(reply.content["traceback"], list)
        self.assertEqual((reply.content["status"], reply.content["execution_count"]), ("error", messages[1].content["execution_count"]))

    def test_a_failure_while_running(self):
        self.assertFails(Subject.cells["wrong"])

    def test_a_failure_before_running(self):
        self.assertFails(Subject.cells["syntax"])

    def test_a_failure_by_an_unknown_name(self):
        self.assertFails(Subject.cells["unknown_name"])

    def test_beyond_ascii(self):
        code, value = Subject.cells["unicode_result"]
        messages = self.client.run(code)[1]
        self.assertEqual(messages[1].content["code"], code)
        self.assertEqual(messages[2].content["data"]["text/plain"].strip("\"'"), value)

    def test_a_large_result(self):
        self.assertGreaterEqual(len(self.client.run(Subject.cells["big"])[1][2].content["data"]["text/plain"]), 5_000_000)

    def test_a_page_is_a_payload(self):
        payload = self.client.run(Subject.cells["page"])[0].content["payload"]
        self.assertEqual([(one["source"], one["data"]["text/plain"].strip()) for one in payload], [("page", "a long text")])

    def test_the_next_input_is_a_payload(self):
        payload = self.client.run(Subject.cells["next_input"])[0].content["payload"]
        self.assertEqual([(one["source"], one["text"], one["replace"]) for one in payload], [("set_next_input", "let next = 1", False)])


class OutputTests(Case):
    def test_streams_have_names(self):
        self.assertEqual(text(self.client.run(Subject.cells["print"])[1]), "alpha\n")
        self.assertEqual(text(self.client.run(Subject.cells["complain"])[1], "stderr"), "beta\n")

    def test_what_was_printed_leaves_before_a_display(self):
        messages = [message for message in self.client.run(Subject.cells["order"])[1] if message.type in ("stream", "display_data")]
        self.assertEqual((messages[0].content.get("text"), messages[1].type), ("a\n", "display_data"))
        self.assertEqual((text(messages[2:]), text(messages[2:], "stderr")), ("d\n", "c\n"))

    def test_output_is_seen_while_the_cell_goes_on(self):
        request = self.client.execute(Subject.cells["tick"])
        while True:
            message = self.client.receive("iopub", 1.0)
            if message.type == "stream":
                break
        self.assertEqual(message.content["text"], "now\n")
        with self.assertRaises(Silence):
            self.client.reply(request, timeout=0.2)
        self.client.publications(request)

    def test_many_lines_are_few_messages(self):
        begin = time.monotonic()
        messages = self.client.run(Subject.cells["print_many"](20_000))[1]
        self.assertEqual(text(messages), "".join("line %d\n" % index for index in range(20_000)))
        self.assertLessEqual(sum(message.type == "stream" for message in messages), 50 * (time.monotonic() - begin) + 2)

    def test_alternating_streams_are_complete(self):
        messages = self.client.run(Subject.cells["alternate"])[1]
        self.assertEqual(text(messages), "".join(f"o {index}\n" for index in range(300)))
        self.assertEqual(text(messages, "stderr"), "".join(f"e {index}\n" for index in range(300)))

    def test_a_display(self):
        message = self.client.run(Subject.cells["display"])[1][2]
        self.assertEqual(message.type, "display_data")
        self.assertIn("shown", message.content["data"]["text/plain"])
        self.assertEqual(message.content["metadata"], {})

    def test_an_update_reaches_an_earlier_cell(self):
        first = self.client.run(Subject.cells["named"]("one"))[1][2]
        second = self.client.run(Subject.cells["update"]("one"))[1][2]
        self.assertEqual((first.type, second.type), ("display_data", "update_display_data"))
        self.assertEqual([message.content["transient"]["display_id"] for message in (first, second)], ["one", "one"])
        self.assertIn("second", second.content["data"]["text/plain"])

    def test_rich_output_has_plain_text_too(self):
        data = [message for message in self.client.run(Subject.cells["html"])[1] if message.type in ("display_data", "execute_result")][0].content["data"]
        self.assertEqual(data["text/html"], "<b>bold</b>")
        self.assertIn("text/plain", data)

    def test_clearing(self):
        for wait in (False, True):
            messages = [message for message in self.client.run(Subject.cells["clear"](wait))[1] if message.type == "clear_output"]
            self.assertEqual([message.content["wait"] for message in messages], [wait])


class AbortTests(Case):
    def queue(self, first, others=3, **options):
        requests = [self.client.execute(first, **options)] + [self.client.execute(Subject.cells["one"]) for _ in range(others)]
        return requests

    def test_a_failure_aborts_the_queue(self):
        requests = self.queue(Subject.cells["slow_wrong"])
        replies = [self.client.reply(request).content for request in requests]
        self.assertEqual([reply["status"] for reply in replies], ["error"] * 4)
        for reply in replies:
            self.assertIn("ename", reply)

    def test_aborted_cells_are_bracketed_and_not_shown(self):
        requests = self.queue(Subject.cells["slow_wrong"])
        shown = [kinds(self.client.publications(request)) for request in requests]
        self.assertEqual(shown[1:], [["busy", "idle"]] * 3)
        for request in requests:
            self.client.reply(request)

    def test_what_comes_later_runs(self):
        for request in self.queue(Subject.cells["slow_wrong"]):
            self.client.reply(request)
        self.client.drain(0.1)
        self.assertEqual(self.client.run(Subject.cells["one"])[0].content["status"], "ok")

    def test_other_requests_are_served_in_an_aborted_queue(self):
        requests = self.queue(Subject.cells["slow_wrong"], 1)
        info = self.client.send("kernel_info_request")
        self.assertEqual(self.client.reply(info).content["status"], "ok")
        for request in requests:
            self.client.reply(request)

    def test_without_stop_on_error_the_queue_runs(self):
        requests = self.queue(Subject.cells["slow_wrong"], stop_on_error=False)
        self.assertEqual([self.client.reply(request).content["status"] for request in requests], ["error", "ok", "ok", "ok"])
