"""What is asked beside a running cell, interrupts, and what a cell asks."""
import os
import signal
import time

from base import Case, Subject
from client import kinds, text


class BusyTests(Case):
    def test_kernel_info_on_control_beside_a_running_cell(self):
        request = self.start(Subject.cells["busy"])
        # The cell never ends by itself: what is answered was answered beside it.
        self.assertEqual(self.client.ask("kernel_info_request", channel="control").content["status"], "ok")
        self.stop(request)

    def test_usage_beside_a_running_cell(self):
        request = self.start(Subject.cells["busy"])
        usage = self.client.ask("usage_request", channel="control").content
        self.assertEqual(usage.get("pid"), self.kernel.process.pid)
        for field in ("hostname", "kernel_cpu", "kernel_memory", "cpu_count", "host_virtual_memory"):
            self.assertIn(field, usage)
        self.stop(request)

    def test_completion_beside_a_running_cell(self):
        request = self.start(Subject.cells["busy"])
        try:
            for kind, content in [
                ("complete_request", {"code": "pri", "cursor_pos": 3}), ("inspect_request", {"code": "print", "cursor_pos": 3}),
                ("is_complete_request", {"code": "1"}),
                ("history_request", {"hist_access_type": "tail", "n": 1, "output": False, "raw": True}),
            ]:
                self.assertIn("status", self.client.reply(self.client.send(kind, content), timeout=2).content, kind)
        finally:
            self.stop(request)


class InterruptTests(Case):
    def send_signal(self):
        os.kill(self.kernel.process.pid, signal.SIGINT)

    def assertStops(self, code, by=None, **options):
        """None of these cells ends by itself within the time that a reply is waited for."""
        request = self.start(code, **options)
        (by or self.interrupt)()
        reply = self.client.reply(request)
        self.assertEqual((reply.content["status"], reply.content["ename"]), ("error", "KeyboardInterrupt"))
        self.assertEqual(kinds(self.client.publications(request))[-2:], ["error", "idle"])

    def test_a_message_interrupts(self):
        self.client.run(Subject.cells["define"])
        self.assertStops(Subject.cells["busy"])
        code, value = Subject.cells["kept"]
        self.assertEqual(self.client.run(code)[1][2].content["data"]["text/plain"], value)

    def test_a_signal_interrupts(self):
        self.client.run(Subject.cells["define"])
        self.assertStops(Subject.cells["busy"], by=self.send_signal)
        code, value = Subject.cells["kept"]
        self.assertEqual(self.client.run(code)[1][2].content["data"]["text/plain"], value)

    def test_no_catch_keeps_an_interrupt(self):
        self.assertStops(Subject.cells["caught_busy"])

    def test_a_sleeping_cell_is_interrupted(self):
        self.assertStops(Subject.cells["sleep"])

    def test_a_reading_cell_is_interrupted(self):
        request = self.start(Subject.cells["input"], allow_stdin=True)
        self.client.receive("stdin")
        self.interrupt()
        self.assertEqual(self.client.reply(request).content["ename"], "KeyboardInterrupt")
        self.client.publications(request)

    def test_the_library_can_be_interrupted(self):
        self.assertIsNotNone(Subject.cells["large_library_call"])
        begin = time.monotonic()
        self.assertStops(Subject.cells["large_library_call"])
        # All nine calls of the cell take far longer, also where the machine has other things to do.
        self.assertLess(time.monotonic() - begin, 5)

    def test_an_interrupt_aborts_the_queue(self):
        request = self.start(Subject.cells["busy"])
        queued = [self.client.execute(Subject.cells["one"]) for _ in range(3)]
        time.sleep(0.1)
        self.interrupt()
        self.assertEqual([self.client.reply(one).content["status"] for one in [request, *queued]], ["error"] * 4)
        for one in [request, *queued]:
            self.client.publications(one)
        self.assertEqual(self.client.run(Subject.cells["one"])[0].content["status"], "ok")

    def test_an_idle_kernel_is_not_harmed(self):
        for _ in range(5):
            self.send_signal()
        self.interrupt()
        self.assertEqual(self.client.run(Subject.cells["one"])[0].content["status"], "ok")

    def test_an_interrupt_stops_no_later_cell(self):
        for _ in range(20):
            self.client.send("interrupt_request", channel="control")
            self.client.drain(0.01)
            self.assertEqual(self.client.run(Subject.cells["one"])[0].content["status"], "ok")

    def test_the_reply_comes_at_once(self):
        """The middle one of thirty: how long the slowest of them took says what else the machine had to do."""
        times = []
        for index in range(30):
            request = self.start(Subject.cells["busy"])
            begin = time.monotonic()
            self.client.send("interrupt_request", channel="control")
            self.client.reply(request)
            times.append(time.monotonic() - begin)
            self.client.publications(request)
        self.assertLess(sorted(times)[len(times) // 2], 0.1)

    def test_an_endless_printer_is_interrupted(self):
        request = self.client.execute(Subject.cells["endless_print"])
        time.sleep(1)
        self.interrupt()
        self.client.reply(request)
        self.client.publications(request, 30)


class StdinTests(Case):
    def question(self, request, client=None):
        message = (client or self.client).receive("stdin")
        self.assertEqual((message.type, message.request), ("input_request", request))
        return message

    def answer(self, value, client=None, parent=None):
        (client or self.client).send("input_reply", {"value": value}, channel="stdin", parent=parent)

    def test_a_cell_asks(self):
        request = self.client.execute(Subject.cells["input"], allow_stdin=True)
        question = self.question(request)
        self.assertEqual((question.content["password"], type(question.content["prompt"])), (False, str))
        self.answer("größer 🧠", parent=question.header)
        self.assertEqual(text(self.client.publications(request)), "got größer 🧠\n")
        self.assertEqual(self.client.reply(request).content["status"], "ok")

    def test_the_prompt_is_told(self):
        code, prompt = Subject.cells["prompt"]
        request = self.client.execute(code, allow_stdin=True)
        self.assertEqual(self.question(request).content["prompt"], prompt)
        self.answer("x")
        self.client.publications(request)

    def test_a_password_is_hidden(self):
        request = self.client.execute(Subject.cells["password"], allow_stdin=True)
        self.assertEqual(self.question(request).content, {"prompt": "Key: ", "password": True})
        self.answer("secret")
        self.assertEqual(text(self.client.publications(request)), "6\n")

    def test_two_questions(self):
        request = self.client.execute(Subject.cells["input_twice"], allow_stdin=True)
        for value in ("one", "two"):
            self.question(request)
            self.answer(value)
        self.assertEqual(text(self.client.publications(request)), "one two\n")

    def test_without_leave_to_ask_it_fails_at_once(self):
        reply = self.client.run(Subject.cells["input"], allow_stdin=False)[0]
        self.assertEqual(reply.content["status"], "error")
        self.assertFalse(self.client.stdin.poll(100))

    def test_a_stale_answer_is_not_taken(self):
        self.answer("stale")
        time.sleep(0.2)
        request = self.client.execute(Subject.cells["input"], allow_stdin=True)
        self.question(request)
        self.answer("fresh")
        self.assertEqual(text(self.client.publications(request)), "got fresh\n")

    def test_only_who_asked_is_asked(self):
        other = self.new_client()
        request = self.client.execute(Subject.cells["input"], allow_stdin=True)
        self.question(request)
        self.assertFalse(other.stdin.poll(200))
        self.answer("x")
        self.client.publications(request)
