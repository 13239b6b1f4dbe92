import CZeroMQ
import Display
import Foundation
import Jupyter
import Testing

/// A kernel with a scripted engine, over real sockets.
@Suite(.serialized) struct KernelTests {
    @Test func kernelInfoOnShellAndControl() throws {
        try withKernel { (_, _, client) throws in
            for socket in [client.shell, client.control] {
                let id = client.send("kernel_info_request", .empty, on: socket)
                let reply = try client.reply(to: id, on: socket)
                #expect(reply.type == "kernel_info_reply")
                #expect(reply.content["status"]?.string == "ok")
                #expect(reply.content["protocol_version"]?.string == "5.5")
                #expect(reply.header["version"]?.string == "5.5")
                #expect(reply.content["language_info"]?["name"]?.string == "script")
                #expect(try client.publications(of: id).map(\.state) == ["busy", "idle"])
            }
        }
    }

    @Test func aCellInOrder() throws {
        try withKernel { (_, _, client) throws in
            let id = client.execute("print hello\nresult 2")
            let reply = try client.reply(to: id)
            #expect(reply.content["status"]?.string == "ok")
            #expect(reply.content["execution_count"]?.integer == 1)
            #expect(reply.content["user_expressions"] == .empty)
            #expect(reply.content["payload"] == [])
            let messages = try client.publications(of: id)
            #expect(messages.map(\.type) == ["status", "execute_input", "stream", "execute_result", "status"])
            #expect(messages[1].content == ["code": "print hello\nresult 2", "execution_count": 1])
            #expect(messages[2].content == ["name": "stdout", "text": "hello\n"])
            #expect(messages[3].content["data"] == ["text/plain": "2"])
            #expect(messages[3].content["execution_count"]?.integer == 1)
            #expect(Set(messages.map { $0.header["msg_id"]?.string ?? "" }).count == messages.count)
        }
    }

    /// The parent header is the request's, byte for byte, fields included that the kernel does not know.
    @Test func parentHeaderIsNotWrittenAnew() throws {
        try withKernel { (_, _, client) throws in
            let id = client.execute("result 1")
            let reply = try client.reply(to: id)
            #expect(reply.parent["extra"]?.string == "field")
            #expect(try client.publications(of: id).allSatisfy { $0.parentBytes == reply.parentBytes })
        }
    }

    @Test func anErrorIsOneMessageAndTheReply() throws {
        try withKernel { (_, _, client) throws in
            let id = client.execute("nonsense")
            let reply = try client.reply(to: id)
            #expect(reply.content["status"]?.string == "error")
            #expect(reply.content["ename"]?.string == "ScriptError")
            #expect(reply.content["evalue"]?.string == "no command nonsense")
            #expect(reply.content["traceback"]?.array?.count == 2)
            #expect(reply.content["execution_count"]?.integer == 1)
            let messages = try client.publications(of: id)
            #expect(messages.map(\.type) == ["status", "execute_input", "error", "status"])
            #expect(messages[2].content["traceback"] == reply.content["traceback"])
        }
    }

    @Test func countingAndSilence() throws {
        try withKernel { (_, _, client) throws in
            func count(_ code: String, _ options: [(String, JSON)] = []) throws -> Int? {
                try client.reply(to: client.execute(code, options)).content["execution_count"]?.integer
            }
            #expect(try count("", [("silent", true)]) == 0)
            #expect(try count("result a") == 1)
            #expect(try count("result b", [("store_history", false)]) == 1)
            #expect(try count("result c", [("silent", true)]) == 1)
            #expect(try count("fail") == 2)
            let id = client.execute("print a\nresult b", [("silent", true)])
            #expect(try client.publications(of: id).map(\.type) == ["status", "status"])
        }
    }

    @Test func userExpressions() throws {
        try withKernel { (_, _, client) throws in
            let expressions: JSON = ["good": "x", "wrong": "bad"]
            let values = try client.reply(to: client.execute("result 1", [("user_expressions", expressions)])).content["user_expressions"]
            #expect(values?["good"]?["data"] == ["text/plain": "<x>"])
            #expect(values?["wrong"]?["status"]?.string == "error")
            #expect(values?["wrong"]?["ename"]?.string == "ScriptError")
            let failed = try client.reply(to: client.execute("fail", [("user_expressions", expressions)])).content
            #expect(failed["user_expressions"] == nil)
        }
    }

    @Test func aFailureAbortsWhatIsQueued() throws {
        try withKernel { (_, _, client) throws in
            let ids = ["sleep 50000\nfail", "print never", "print never"].map { client.execute($0) }
            let replies = try ids.map { try client.reply(to: $0) }
            #expect(replies.map { $0.content["ename"]?.string } == ["ScriptError", "ExecutionAborted", "ExecutionAborted"])
            #expect(replies.allSatisfy { $0.content["status"]?.string == "error" })
            #expect(try client.publications(of: ids[2]).map(\.type) == ["status", "status"])
            #expect(try client.reply(to: client.execute("print again")).content["status"]?.string == "ok")
        }
    }

    @Test func withoutStopOnErrorTheQueueRuns() throws {
        try withKernel { (_, _, client) throws in
            let ids = [client.execute("sleep 50000\nfail", [("stop_on_error", false)]), client.execute("print still")]
            #expect(try ids.map { try client.reply(to: $0).content["status"]?.string } == ["error", "ok"])
        }
    }

    @Test func interruptByMessage() throws {
        try withKernel { (_, _, client) throws in
            let id = client.execute("loop")
            let queued = client.execute("print never")
            while let message = client.receive(client.iopub) { if message.type == "execute_input" { break } }
            let interrupt = client.send("interrupt_request", .empty, on: client.control)
            #expect(try client.reply(to: interrupt, on: client.control).content == ["status": "ok"])
            #expect(try client.reply(to: id).content["ename"]?.string == "KeyboardInterrupt")
            #expect(try client.reply(to: queued).content["ename"]?.string == "ExecutionAborted")
            #expect(try client.reply(to: client.execute("result 1")).content["status"]?.string == "ok", "the flag must be down again")
        }
    }

    @Test func aRestFollowsTheStartAndEachFlood() throws {
        try withKernel { (_, engine, client) throws in
            func rests(_ count: Int) -> Bool {
                for _ in 0 ..< 500 where engine.restCount < count { usleep(20_000) }
                return engine.restCount == count
            }
            #expect(rests(1))
            // Nothing of note.
            _ = try client.reply(to: client.execute("result 1"))
            usleep(500_000)
            #expect(rests(1))
            for _ in 0 ..< 200 { client.execute("print " + String(repeating: "x", count: 10_000)) }
            _ = try client.reply(to: client.execute("result 2"))
            #expect(rests(2))
        }
    }

    @Test func interruptWhenIdleDoesNothing() throws {
        try withKernel { (_, _, client) throws in
            for _ in 0 ..< 5 { client.send("interrupt_request", .empty, on: client.control) }
            #expect(try client.reply(to: client.execute("result 1")).content["status"]?.string == "ok")
        }
    }

    @Test func interruptsNeverGetLostOrLinger() throws {
        try withKernel { (_, _, client) throws in
            for _ in 0 ..< 100 {
                let id = client.execute("loop")
                usleep(UInt32.random(in: 0 ..< 1500))
                client.send("interrupt_request", .empty, on: client.control)
                // Shell and control are two connections: an interrupt that came first finds nothing to stop.
                while true {
                    if let reply = try? client.reply(to: id, within: 0.2) {
                        #expect(["KeyboardInterrupt", "ExecutionAborted"].contains(reply.content["ename"]?.string ?? ""))
                        break
                    }
                    client.send("interrupt_request", .empty, on: client.control)
                }
                #expect(try client.reply(to: client.execute("print x")).content["status"]?.string == "ok")
            }
        }
    }

    @Test func otherRequestsAreAnsweredBesideARunningCell() throws {
        try withKernel { (_, _, client) throws in
            let cell = client.execute("loop")
            let complete = client.send("complete_request", ["code": "pri", "cursor_pos": 3])
            #expect(try client.reply(to: complete).content["matches"] == ["print", "picture"])
            let info = client.send("kernel_info_request", .empty, on: client.control)
            #expect(try client.reply(to: info, on: client.control).type == "kernel_info_reply")
            let usage = client.send("usage_request", .empty, on: client.control)
            let content = try client.reply(to: usage, on: client.control).content
            #expect(content["pid"]?.integer == Int(getpid()))
            #expect((content["host_virtual_memory"]?["total"]?.integer ?? 0) > 0)
            client.send("interrupt_request", .empty, on: client.control)
            #expect(try client.reply(to: cell).content["ename"]?.string == "KeyboardInterrupt")
        }
    }

    @Test func completionCountsScalarsAndClamps() throws {
        try withKernel { (_, _, client) throws in
            for (position, end) in [(2, 2), (3, 3), (99, 3), (-5, 0)] {
                let id = client.send("complete_request", ["code": "é🧠x", "cursor_pos": .integer(position)])
                let content = try client.reply(to: id).content
                #expect(content["cursor_end"]?.integer == end)
                let types = content["metadata"]?["_jupyter_types_experimental"]?.array ?? []
                #expect(types.map { $0["text"] ?? .null } == content["matches"]?.array)
            }
        }
    }

    @Test func inspection() throws {
        try withKernel { (_, _, client) throws in
            let found = try client.reply(to: client.send("inspect_request", ["code": "print x", "cursor_pos": 2, "detail_level": 1])).content
            #expect(found["found"]?.bool == true)
            #expect(found["data"]?["text/plain"]?.string == "prints its argument, detail 1")
            let missing = try client.reply(to: client.send("inspect_request", ["code": "x", "cursor_pos": 1])).content
            #expect(missing == ["status": "ok", "found": false, "data": .empty, "metadata": .empty])
        }
    }

    @Test func completeness() throws {
        try withKernel { (_, _, client) throws in
            #expect(try client.reply(to: client.send("is_complete_request", ["code": "a \\"])).content == ["status": "incomplete", "indent": "  "])
            #expect(try client.reply(to: client.send("is_complete_request", ["code": "a"])).content == ["status": "complete"])
        }
    }

    @Test func historyRows() throws {
        try withKernel { (_, _, client) throws in
            for code in ["print a", "print b", "print c"] { _ = try client.reply(to: client.execute(code)) }
            let tail = try client.reply(to: client.send("history_request", ["hist_access_type": "tail", "n": 2])).content
            #expect(tail == ["status": "ok", "history": [[1, 2, "print b"], [1, 3, "print c"]]])
            let pairs = try client.reply(to: client.send("history_request", ["hist_access_type": "tail", "n": 1, "output": true])).content
            #expect(pairs["history"] == [[1, 3, ["print c", .null]]])
            let wrong = try client.reply(to: client.send("history_request", ["hist_access_type": "backwards"])).content
            #expect(wrong["status"]?.string == "error")
        }
    }

    @Test func displays() throws {
        try withKernel { (_, _, client) throws in
            let messages = try client.publications(of: client.execute("picture one\nupdate one\nclear\npicture"))
            #expect(messages.map(\.type) == ["status", "execute_input", "display_data", "update_display_data", "clear_output", "display_data", "status"])
            #expect(messages[2].content["data"]?["image/png"]?.string == "iVD/")
            #expect(messages[2].content["data"]?["application/vnd.vegalite.v5+json"] == ["mark": "line"])
            #expect(messages[2].content["transient"] == ["display_id": "one"])
            #expect(messages[3].content["transient"] == ["display_id": "one"])
            #expect(messages[4].content == ["wait": true])
            #expect(messages[5].content["transient"] == .empty)
        }
    }

    @Test func pagerPayload() throws {
        try withKernel { (_, _, client) throws in
            let payload = try client.reply(to: client.execute("page text")).content["payload"]
            #expect(payload == [["source": "page", "data": ["text/plain": "text"], "start": 0]])
        }
    }

    @Test func askingForInput() throws {
        try withKernel { (_, _, client) throws in
            // An answer that nobody asked for must not be taken for the next one.
            client.send("input_reply", ["value": "stale"], on: client.stdin)
            usleep(50_000)
            let id = client.execute("print before\npassword secret?", [("allow_stdin", true)])
            let request = try #require(client.receive(client.stdin))
            #expect(request.type == "input_request")
            #expect(request.content == ["prompt": "secret?", "password": true])
            #expect(request.parentID == id)
            client.send("input_reply", ["value": "swordfish"], on: client.stdin)
            #expect(try client.reply(to: id).content["status"]?.string == "ok")
            let text = try client.publications(of: id).compactMap { $0.content["text"]?.string }
            #expect(text == ["before\n", "got swordfish"], "what was printed leaves before the question")
        }
    }

    /// JupyterLab's answer has the question as its parent, other clients' the request or none.
    @Test func answersAreKnownByTheirParents() throws {
        try withKernel { (_, _, client) throws in
            let id = client.execute("ask one?\nask two?\nask three?", [("allow_stdin", true)])
            for (parent, answer) in [("question", "1"), ("request", "2"), ("none", "3")] {
                let question = try #require(client.receive(client.stdin))
                client.send("input_reply", ["value": "stray"], on: client.stdin, parent: ["msg_id": "another"])
                let header: JSON = parent == "question" ? question.header : parent == "request" ? question.parent : .empty
                client.send("input_reply", ["value": .string(answer)], on: client.stdin, parent: header)
            }
            #expect(try client.reply(to: id).content["status"]?.string == "ok")
            #expect(try client.publications(of: id).compactMap { $0.content["text"]?.string }.joined() == "got 1got 2got 3")
        }
    }

    @Test func inputThatIsNotAllowedEndedOrInterrupted() throws {
        try withKernel { (_, _, client) throws in
            #expect(try client.reply(to: client.execute("ask now?")).content["ename"]?.string == "InputFailure")
            let ended = client.execute("ask now?", [("allow_stdin", true)])
            _ = client.receive(client.stdin)
            client.send("input_reply", ["value": "\u{4}"], on: client.stdin)
            #expect(try client.reply(to: ended).content["evalue"]?.string == "the input has ended")
            let interrupted = client.execute("ask now?", [("allow_stdin", true)])
            _ = client.receive(client.stdin)
            client.send("interrupt_request", .empty, on: client.control)
            #expect(try client.reply(to: interrupted).content["ename"]?.string == "KeyboardInterrupt")
        }
    }

    @Test func comms() throws {
        try withKernel { (kernel, _, client) throws in
            kernel.comms.register("echo") { message, send in
                guard message.kind == .message else { return }
                send(CommMessage(.message, id: message.id, data: message.data, metadata: message.metadata, buffers: message.buffers))
            }
            let unknown = client.send("comm_open", ["comm_id": "u", "target_name": "nowhere", "data": .empty])
            let answer = try client.publications(of: unknown)
            #expect(answer.map(\.type) == ["status", "comm_close", "status"])
            #expect(answer[1].content["comm_id"]?.string == "u")

            client.send("comm_open", ["comm_id": "e", "target_name": "echo", "data": .empty])
            let message = client.send("comm_msg", ["comm_id": "e", "data": ["x": [1, 2]]], metadata: ["m": 1], buffers: [[0, 255, 10], []])
            let echo = try client.publications(of: message)
            #expect(echo.map(\.type) == ["status", "comm_msg", "status"])
            #expect(echo[1].content == ["comm_id": "e", "data": ["x": [1, 2]]])
            #expect(echo[1].metadata == ["m": 1])
            #expect(echo[1].buffers == [[0, 255, 10], []])

            let info = try client.reply(to: client.send("comm_info_request", ["target_name": "echo"])).content
            #expect(info == ["status": "ok", "comms": ["e": ["target_name": "echo"]]])
            _ = try client.publications(of: client.send("comm_close", ["comm_id": "e", "data": .empty]))
            #expect(try client.reply(to: client.send("comm_info_request", .empty)).content["comms"] == .empty)
        }
    }

    @Test func everySubscriberIsWelcomedFirst() throws {
        try withKernel { (kernel, _, client) throws in
            for index in 0 ..< 3 {
                let late = try Socket(.subscriber, in: client.context, linger: 0)
                defer { late.close() }
                late.set(ZMQ_SUBSCRIBE, Array((index == 1 ? "kernel" : "").utf8))
                // Traffic all the while, so that something else could come first.
                client.execute("lines 50")
                try late.connect(kernel.endpoints[.iopub] ?? "")
                let first = try #require(client.receive(late))
                #expect(first.type == "iopub_welcome")
                #expect(first.content["subscription"]?.string == (index == 1 ? "kernel" : ""))
                #expect(first.parent == .empty)
            }
        }
    }

    @Test func heartbeatEchoesAlsoWhileACellRuns() throws {
        try withKernel { (_, _, client) throws in
            let id = client.execute("loop")
            // Until it runs: what comes on control may overtake it.
            while let message = client.receive(client.iopub), message.type != "execute_input" {}
            for payload in [Array("ping".utf8), [], [0, 1, 255]] {
                client.heartbeat.send([payload], wait: true)
                #expect(client.heartbeat.receive(wait: true) == [payload])
            }
            client.send("interrupt_request", .empty, on: client.control)
            _ = try client.reply(to: id)
        }
    }

    @Test func unknownRequestsGetAnErrorAndTheNextOneIsServed() throws {
        try withKernel { (_, _, client) throws in
            let id = client.send("frobnicate_request", ["x": 1])
            let reply = try client.reply(to: id)
            #expect(reply.type == "frobnicate_reply")
            #expect(reply.content["status"]?.string == "error")
            #expect(try client.publications(of: id).map(\.state) == ["busy", "idle"])
            let note = client.send("frobnicate", .empty)
            #expect(try client.publications(of: note).map(\.state) == ["busy", "idle"])
        }
    }

    @Test func unsignedAndMalformedMessagesAreDropped() throws {
        try withKernel { (_, _, client) throws in
            let frames = [Message.delimiter, Array("0".utf8), [123], [], [255], Array("{}".utf8)]
            for index in 0 ..< 10_000 {
                let socket = [client.shell, client.control, client.stdin][index % 3]
                switch index % 4 {
                case 0: client.send("execute_request", ["code": "print never"], on: socket, signature: String(repeating: "a", count: 64))
                case 1: client.send("execute_request", ["code": "print never"], on: socket, signature: "")
                case 2: socket.send(Array(frames.prefix(index % 7)) + [[]], wait: true)
                default: socket.send([(0 ..< 20).map { _ in UInt8.random(in: 0 ... 255) }], wait: true)
                }
            }
            let reply = try client.reply(to: client.execute("result 1"))
            #expect(reply.content["execution_count"]?.integer == 1, "nothing before it ran")
        }
    }

    @Test func aReplayedRequestRunsOnce() throws {
        try withKernel { (_, _, client) throws in
            let header = Array(#"{"msg_id":"replayed","msg_type":"execute_request","session":"s"}"#.utf8)
            let signed = [header, Array("{}".utf8), Array("{}".utf8), Array(#"{"code":"result 1"}"#.utf8)]
            for _ in 0 ..< 3 { client.shell.send([Message.delimiter, client.signer.signature(of: signed)] + signed, wait: true) }
            #expect(try client.reply(to: client.execute("result 2")).content["execution_count"]?.integer == 2)
        }
    }

    @Test func manyPrintedLinesAreFewMessagesAndComplete() throws {
        try withKernel { (_, _, client) throws in
            let began = ContinuousClock.now
            let messages = try client.publications(of: client.execute("lines 200000"), within: 30)
            let seconds = (ContinuousClock.now - began) / .seconds(1)
            let texts = messages.filter { $0.type == "stream" }.compactMap { $0.content["text"]?.string }
            #expect(texts.joined() == (0 ..< 200_000).map { "line \($0)\n" }.joined())
            #expect(Double(texts.count) <= 50 * seconds + 2)
            #expect(messages.last?.state == "idle")
        }
    }

    @Test func streamsKeepTheirOrder() throws {
        try withKernel { (_, _, client) throws in
            let messages = try client.publications(of: client.execute("print a\ncomplain b\nprint c\nresult d\nprint e"))
            #expect(messages.map { $0.content["name"]?.string ?? $0.type } == ["status", "execute_input", "stdout", "stderr", "stdout", "execute_result", "stdout", "status"])
        }
    }

    @Test func aThousandQueuedCellsAnswerInOrder() throws {
        try withKernel { (_, _, client) throws in
            let ids = (0 ..< 1000).map { client.execute("result \($0)") }
            let replies = ids.compactMap { _ in client.receive(client.shell) }
            #expect(replies.map(\.parentID) == ids)
            #expect(replies.map { $0.content["execution_count"]?.integer } == (1 ... 1000).map { $0 })
        }
    }

    @Test func shutdownAnswersEverywhere() throws {
        for onControl in [true, false] {
            try withKernel { (_, engine, client) throws in
                let socket = onControl ? client.control : client.shell
                let id = client.send("shutdown_request", ["restart": true], on: socket)
                #expect(try client.reply(to: id, on: socket).content == ["status": "ok", "restart": true])
                #expect(try client.publications(of: id).map(\.type) == ["status", "shutdown_reply", "status"])
                #expect(engine.shutdowns == [true])
            }
        }
    }

    @Test func shutdownInterruptsARunningCell() throws {
        try withKernel { (_, engine, client) throws in
            let cell = client.execute("loop")
            let queued = client.execute("print never")
            while let message = client.receive(client.iopub) { if message.type == "execute_input" { break } }
            let id = client.send("shutdown_request", ["restart": false], on: client.control)
            #expect(try client.reply(to: id, on: client.control).content["status"]?.string == "ok")
            #expect(try client.reply(to: cell).content["ename"]?.string == "KeyboardInterrupt")
            #expect(try client.reply(to: queued).content["ename"]?.string == "ExecutionAborted")
            #expect(engine.shutdowns == [false])
        }
    }

    @Test func aCellThatCannotBeStoppedDoesNotKeepTheKernel() throws {
        try withKernel { (_, _, client) throws in
            client.execute("stuck 4")
            while let message = client.receive(client.iopub) { if message.type == "execute_input" { break } }
            let began = ContinuousClock.now
            let id = client.send("shutdown_request", ["restart": false], on: client.control)
            #expect(try client.reply(to: id, on: client.control).content["status"]?.string == "ok")
            #expect(ContinuousClock.now - began < .seconds(2.4))
        }
    }

    @Test func aTakenPortIsAnErrorAtOnce() throws {
        try withKernel { (kernel, _, _) throws in
            let taken = Int(kernel.endpoints[.shell]?.split(separator: ":").last ?? "") ?? 0
            let ports: [Channel: Int] = [.shell: taken, .control: 0, .stdin: 0, .iopub: 0, .heartbeat: 0]
            #expect(throws: ConnectionError.self) { try Kernel(Connection(ports: ports, key: ""), engine: ScriptedEngine()) }
        }
    }
}
