"""Brackets, parents, replies, welcomes: what holds of every message."""
import json
import os

from base import Case, OwnKernelCase, Subject
from client import DELIMITER, Client, Silence, kinds, text


class InfoTests(Case):
    def test_kernel_info_has_its_fields(self):
        info = self.client.ask("kernel_info_request").content
        self.assertEqual(info["status"], "ok")
        for field in ("protocol_version", "implementation", "implementation_version", "language_info", "banner"):
            self.assertIn(field, info)
        for field in ("name", "version", "mimetype", "file_extension"):
            self.assertIn(field, info["language_info"])
        self.assertTrue(info["language_info"]["file_extension"].startswith("."))

    def test_kernel_info_on_control_is_the_same(self):
        one, other = (self.client.ask("kernel_info_request", channel=channel).content for channel in ("shell", "control"))
        # Some greet with another text each time.
        self.assertEqual({**one, "banner": ""}, {**other, "banner": ""})

    def test_one_version_is_announced(self):
        from jupyter_client.kernelspec import KernelSpecManager

        reply = self.client.ask("kernel_info_request")
        version = reply.content["protocol_version"]
        self.assertEqual(reply.header["version"], version)
        with open(os.path.join(KernelSpecManager().get_kernel_spec(Subject.name).resource_dir, "kernel.json")) as file:
            self.assertEqual(json.load(file).get("kernel_protocol_version"), version)

    def test_supported_features_is_a_list(self):
        self.assertIsInstance(self.client.ask("kernel_info_request").content["supported_features"], list)

    def test_the_heartbeat_echoes_any_bytes(self):
        for payload in (b"ping", b"", b"\0\xff" * 1000):
            self.client.hb.send(payload)
            self.assertTrue(self.client.hb.poll(2000))
            self.assertEqual(self.client.hb.recv(), payload)

    def test_the_heartbeat_echoes_while_a_cell_runs(self):
        request = self.start(Subject.cells["busy"])
        for _ in range(20):
            self.client.hb.send(b"alive")
            self.assertTrue(self.client.hb.poll(1000))
            self.client.hb.recv()
        self.stop(request)


class SubscriberTests(Case):
    def test_a_subscriber_is_welcomed_first(self):
        late = self.client.subscriber()
        self.client.run(Subject.cells["one"])
        message = self.client.receive(late)
        self.assertEqual((message.type, message.parent, message.content), ("iopub_welcome", {}, {"subscription": ""}))

    def test_every_subscriber_is_welcomed(self):
        for _ in range(5):
            message = self.client.receive(self.client.subscriber(), 2)
            self.assertEqual((message.type, message.parent), ("iopub_welcome", {}))

    def test_a_subscriber_to_a_topic_is_welcomed(self):
        message = self.client.receive(self.client.subscriber(topic=b"kernel"), 2)
        self.assertEqual((message.type, message.content), ("iopub_welcome", {"subscription": "kernel"}))

    def test_a_late_subscriber_hears_the_rest(self):
        request = self.start(Subject.cells["short_sleep"] + "\n" + Subject.cells["print"])
        late = self.client.subscriber()
        messages = self.client.publications(request, source=late)
        self.assertEqual(text(messages), "alpha\n")

    def test_every_subscriber_hears_everything(self):
        others = [self.new_client() for _ in range(3)]
        request = self.client.execute(Subject.cells["print"])
        for client in (self.client, *others):
            messages = client.publications(request)
            self.assertEqual(kinds(messages)[0], "busy")
            self.assertEqual(text(messages), "alpha\n")

    def test_subscribers_that_leave_are_forgotten(self):
        for _ in range(50):
            self.client.subscriber().close()
        self.assertEqual(self.client.run(Subject.cells["one"])[0].content["status"], "ok")


class FirstSubscriberTests(OwnKernelCase):
    def new_client(self):
        client = Client(self.kernel, subscribes=False)
        self.addCleanup(client.close)
        return client

    def test_the_first_subscriber_hears_a_cell_that_came_before_it(self):
        request = self.client.execute(Subject.cells["print"])
        self.client.reply(request, timeout=30)
        first = self.client.subscriber()
        self.assertEqual(self.client.receive(first).type, "iopub_welcome")
        messages = self.client.publications(request, source=first)
        self.assertEqual((kinds(messages)[0], text(messages)), ("busy", "alpha\n"))

    def test_no_cell_waits_for_a_subscriber_that_does_not_come(self):
        for _ in range(3):
            self.assertEqual(self.client.reply(self.client.execute(Subject.cells["print"]), timeout=30).content["status"], "ok")


class BracketTests(Case):
    def assertBracketed(self, kind, content=None, channel="shell"):
        request = self.client.send(kind, content, channel=channel)
        messages = kinds(self.client.publications(request))
        self.assertEqual((messages[0], messages[-1], messages.count("busy"), messages.count("idle")), ("busy", "idle", 1, 1), kind)
        reply = self.client.reply(request, channel)
        self.assertEqual(reply.type, kind.replace("_request", "_reply"))
        self.assertIn("status", reply.content, kind)
        with self.assertRaises(Silence):
            self.client.reply(request, channel, 0.05)

    def test_kernel_info_is_bracketed(self):
        self.assertBracketed("kernel_info_request")

    def test_completion_is_bracketed(self):
        self.assertBracketed("complete_request", {"code": "a", "cursor_pos": 1})

    def test_inspection_is_bracketed(self):
        self.assertBracketed("inspect_request", {"code": "print", "cursor_pos": 3, "detail_level": 0})

    def test_completeness_is_bracketed(self):
        self.assertBracketed("is_complete_request", {"code": "1"})

    def test_history_is_bracketed(self):
        self.assertBracketed("history_request", {"hist_access_type": "tail", "n": 1, "output": False, "raw": True})

    def test_comm_info_is_bracketed(self):
        self.assertBracketed("comm_info_request")

    def test_control_is_bracketed(self):
        self.assertBracketed("kernel_info_request", channel="control")

    def test_an_interrupt_is_bracketed(self):
        if self.kernel.interrupt_mode == "message":
            self.assertBracketed("interrupt_request", channel="control")

    def test_a_comm_message_is_bracketed(self):
        request = self.client.send("comm_msg", {"comm_id": "nobody", "data": {}})
        states = kinds(self.client.publications(request))
        self.assertEqual((states[0], states[-1]), ("busy", "idle"))

    def test_the_parent_is_the_header_as_it_was(self):
        request = self.client.send("kernel_info_request", unknown_field={"a": [1, "ü"]})
        parent = self.client.reply(request).parent
        self.assertEqual((parent["msg_id"], parent.get("unknown_field")), (request, {"a": [1, "ü"]}))
        for message in self.client.publications(request):
            self.assertEqual(message.parent["session"], self.client.session)

    def test_replies_go_to_who_asked(self):
        other = self.new_client()
        requests = {client: [client.send("kernel_info_request") for _ in range(5)] for client in (self.client, other)}
        for client, asked in requests.items():
            self.assertEqual([client.receive("shell").request for _ in asked], asked)

    def test_every_message_has_an_id_of_its_own_and_one_session(self):
        request = self.client.execute(Subject.cells["order"])
        messages = self.client.publications(request) + [self.client.reply(request)]
        self.assertEqual(len({message.header["msg_id"] for message in messages}), len(messages))
        self.assertEqual(len({message.header["session"] for message in messages}), 1)
        for message in messages:
            self.assertRegex(message.header["date"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$")

    def test_frames_before_the_delimiter_come_back(self):
        header = self.client.header("kernel_info_request")
        self.client.shell.send_multipart([b"first", b"", b"third", *self.client.frames(header, {})])
        self.assertTrue(self.client.shell.poll(5000))
        self.assertEqual(frames_before(self.client.shell), [b"first", b"", b"third"])

    def test_unknown_requests_are_answered(self):
        request = self.client.send("sing_request", {"song": 1})
        self.assertEqual(self.client.reply(request, timeout=2).content["status"], "error")
        self.assertEqual(kinds(self.client.publications(request)), ["busy", "idle"])

    def test_unknown_messages_do_no_harm(self):
        for kind in ("sing", "execute_reply", "", "🧠"):
            self.client.send(kind, {"x": 1})
            self.client.send(kind, {"x": 1}, channel="control")
        self.assertEqual(self.client.run(Subject.cells["one"])[0].content["status"], "ok")

    def test_unknown_and_missing_fields_are_tolerated(self):
        request = self.client.send("execute_request", {"code": Subject.cells["one"], "tomorrow": [None]}, metadata={"cellId": "c-1", "x": {}})
        self.assertEqual(self.client.reply(request).content["status"], "ok")
        self.client.publications(request)


def frames_before(one):
    frames = one.recv_multipart()
    return frames[: frames.index(DELIMITER)]
