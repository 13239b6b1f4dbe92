"""Completion, inspection, history and comms."""
import os

from base import Case, OwnKernelCase, Subject
from client import Kernel, kinds


class AssistanceTests(Case):
    def test_completion_replaces_what_was_typed(self):
        setup, typed, whole = Subject.cells["completion"]
        self.client.run(setup)
        reply = self.client.ask("complete_request", {"code": typed, "cursor_pos": len(typed)}).content
        self.assertEqual((reply["status"], reply["cursor_start"], reply["cursor_end"]), ("ok", 0, len(typed)))
        self.assertIn(whole, reply["matches"])
        self.assertIn("metadata", reply)

    def test_cursors_count_code_points(self):
        setup, typed, whole = Subject.cells["completion"]
        self.client.run(setup)
        line = '"🧠🧠e\u0301"\n' + typed
        reply = self.client.ask("complete_request", {"code": line, "cursor_pos": len(line)}).content
        self.assertEqual((reply["cursor_start"], reply["cursor_end"]), (len(line) - len(typed), len(line)))
        self.assertIn(whole, reply["matches"])

    def test_cursors_beyond_the_text_do_no_harm(self):
        for cursor in (-5, 10_000):
            self.assertIn("status", self.client.ask("complete_request", {"code": "pri", "cursor_pos": cursor}).content)
            self.assertIn("status", self.client.ask("inspect_request", {"code": "print", "cursor_pos": cursor}).content)

    def test_types_stand_beside_the_matches(self):
        reply = self.client.ask("complete_request", {"code": "pri", "cursor_pos": 3}).content
        types = reply["metadata"]["_jupyter_types_experimental"]
        self.assertEqual([entry["text"] for entry in types], reply["matches"])

    def test_inspection(self):
        reply = self.client.ask("inspect_request", {"code": Subject.cells["inspect"], "cursor_pos": 2, "detail_level": 0}).content
        self.assertEqual((reply["status"], reply["found"]), ("ok", True))
        self.assertTrue(reply["data"]["text/plain"])

    def test_inspection_of_nothing(self):
        reply = self.client.ask("inspect_request", {"code": "nowhere_defined", "cursor_pos": 3, "detail_level": 0}).content
        self.assertEqual((reply["status"], reply["found"], reply["data"]), ("ok", False, {}))

    def test_completeness(self):
        for name in ("complete", "incomplete", "invalid"):
            self.assertEqual(self.client.ask("is_complete_request", {"code": Subject.cells[name]}).content["status"], name)

    def test_an_incomplete_cell_says_how_to_go_on(self):
        self.assertEqual(self.client.ask("is_complete_request", {"code": Subject.cells["incomplete"]}).content["indent"], Subject.cells["indent"])


class HistoryTests(OwnKernelCase):
    def rows(self, **query):
        reply = self.client.ask("history_request", {"output": False, "raw": True, **query}).content
        self.assertEqual(reply["status"], "ok")
        return reply["history"]

    def test_history_tail(self):
        for code in (Subject.cells["one"], Subject.cells["define"]):
            self.client.run(code)
        rows = self.rows(hist_access_type="tail", n=2)
        self.assertEqual([row[2] for row in rows], [Subject.cells["one"], Subject.cells["define"]])
        self.assertEqual([row[1] for row in rows], [1, 2])

    def test_history_range(self):
        self.client.run(Subject.cells["one"])
        self.client.run(Subject.cells["define"])
        session = self.rows(hist_access_type="tail", n=1)[0][0]
        self.assertEqual(self.rows(hist_access_type="range", session=0, start=1, stop=2), [[session, 1, Subject.cells["one"]]])

    def test_history_search(self):
        for code in (Subject.cells["one"], Subject.cells["define"], Subject.cells["one"]):
            self.client.run(code)
        self.assertEqual([row[2] for row in self.rows(hist_access_type="search", pattern="*kept*")], [Subject.cells["define"]])
        self.assertEqual(len(self.rows(hist_access_type="search", pattern=Subject.cells["one"], unique=True)), 1)
        self.assertEqual(len(self.rows(hist_access_type="search", pattern="*", n=2)), 2)

    def test_history_with_results(self):
        code, value = Subject.cells["result"]
        self.client.run(code)
        row = self.rows(hist_access_type="tail", n=1, output=True)[0]
        self.assertEqual((row[2][0], row[2][1]), (code, value))

    def test_uncounted_cells_are_not_in_it(self):
        self.client.run(Subject.cells["one"])
        self.client.run(Subject.cells["define"], store_history=False)
        self.client.run(Subject.cells["define"], silent=True)
        self.assertEqual([row[2] for row in self.rows(hist_access_type="tail", n=3)][-1:], [Subject.cells["one"]])

    def test_the_first_number_is_one(self):
        self.assertEqual(self.client.run(Subject.cells["one"])[0].content["execution_count"], 1)

    def test_past_sessions_are_remembered(self):
        self.client.run(Subject.cells["define"])
        self.client.send("shutdown_request", {"restart": False}, channel="control")
        self.assertTrue(self.kernel.has_ended())
        folder = self.kernel.folder.name
        self.kernel = Kernel(Subject.name, {"ENGRAM_HOME": folder, "IPYTHONDIR": folder})
        self.addCleanup(self.kernel.close)
        self.client = self.new_client()
        self.client.run(Subject.cells["one"])
        rows = self.rows(hist_access_type="tail", n=2)
        self.assertEqual([row[2] for row in rows], [Subject.cells["define"], Subject.cells["one"]])
        self.assertLess(rows[0][0], rows[1][0])


class CommTests(Case):
    def test_an_unknown_target_is_closed(self):
        request = self.client.send("comm_open", {"comm_id": "c1", "target_name": "nowhere", "data": {}})
        closed = [message for message in self.client.publications(request) if message.type == "comm_close"]
        self.assertEqual([message.content["comm_id"] for message in closed], ["c1"])
        self.assertNotIn("c1", self.client.ask("comm_info_request").content["comms"])

    def open(self, name):
        if Subject.cells["comm_target"]:
            self.client.run(Subject.cells["comm_target"])
        request = self.client.send("comm_open", {"comm_id": name, "target_name": Subject.cells["echo_target"], "data": {}})
        self.assertEqual(kinds(self.client.publications(request))[-1], "idle")

    def test_messages_and_buffers_go_both_ways(self):
        self.open("c2")
        buffers = [b"\0\1\2", b"", os.urandom(200_000)]
        request = self.client.send("comm_msg", {"comm_id": "c2", "data": {"x": [1, {"y": "ü"}]}}, metadata={"m": 1}, buffers=buffers)
        answers = [message for message in self.client.publications(request) if message.type == "comm_msg"]
        self.assertEqual(len(answers), 1)
        self.assertEqual((answers[0].content["comm_id"], answers[0].content["data"], answers[0].metadata["m"]), ("c2", {"x": [1, {"y": "ü"}]}, 1))
        self.assertEqual(answers[0].buffers, buffers)

    def test_open_comms_are_listed_until_they_are_closed(self):
        self.open("c3")
        target = Subject.cells["echo_target"]
        reply = self.client.ask("comm_info_request", {"target_name": target}).content
        self.assertEqual((reply["status"], reply["comms"].get("c3")), ("ok", {"target_name": target}))
        self.assertNotIn("c3", self.client.ask("comm_info_request", {"target_name": "another"}).content["comms"])
        self.client.publications(self.client.send("comm_close", {"comm_id": "c3", "data": {}}))
        self.assertNotIn("c3", self.client.ask("comm_info_request").content["comms"])
