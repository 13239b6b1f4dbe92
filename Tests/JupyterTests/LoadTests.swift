import CZeroMQ
import Display
import Foundation
import Jupyter
import Testing

/// Clients that do not read, and servers that cut off what comes too fast.
@Suite(.serialized) struct LoadTests {
    /// A subscriber that was welcomed and then reads no more.
    private func stalled(_ kernel: Kernel, _ client: Client) throws -> Socket {
        let socket = try Socket(.subscriber, in: client.context, linger: 0)
        socket.set(ZMQ_RCVHWM, 1)
        socket.set(ZMQ_SUBSCRIBE, [])
        try socket.connect(kernel.endpoints[.iopub] ?? "")
        #expect(client.receive(socket)?.type == "iopub_welcome")
        return socket
    }

    /// What `lines` prints.
    private static func bytes(lines count: Int) -> Int {
        var sum = 0
        for index in 0 ..< count { sum += 6 + String(index).utf8.count }
        return sum
    }

    @Test func whatAStalledClientMissesIsSaidInTheStream() throws {
        try withKernel { (kernel, _, client) throws in
            // The only one.
            client.iopub.close()
            let stalled = try stalled(kernel, client)
            defer { stalled.close() }
            let id = client.execute("lines 8000000\nprint the end")
            let control = ContinuousClock.now
            _ = try client.reply(to: client.send("kernel_info_request", .empty, on: client.control), on: client.control)
            #expect(ContinuousClock.now - control < .seconds(1))
            #expect(try client.reply(to: id, within: 60).content["status"]?.string == "ok")
            // It reads again. What waits is bounded, for the rest was left out.
            let texts = try client.publications(of: id, on: stalled, within: 20).compactMap { $0.content["text"]?.string }
            #expect(texts.contains { $0.contains("of output are left out here") && $0.contains("the archive") })
            #expect(texts.last?.hasSuffix("the end\n") == true)
        }
    }

    @Test func aStalledClientIsLeftBehindAlone() throws {
        try withKernel { (kernel, _, client) throws in
            let stalled = try stalled(kernel, client)
            defer { stalled.close() }
            let id = client.execute("lines 3000000")
            let texts = try client.publications(of: id, within: 40).compactMap { $0.content["text"]?.string }
            let whole = texts.joined()
            #expect(whole.utf8.count == Self.bytes(lines: 3_000_000))
            #expect(whole.hasSuffix("line 2999999\n"))
        }
    }

    @Test func aHeldBackCellIsInterrupted() throws {
        try withKernel { (kernel, _, client) throws in
            client.iopub.close()
            let stalled = try stalled(kernel, client)
            defer { stalled.close() }
            let id = client.execute("lines 100000000")
            sleep(3)
            let began = ContinuousClock.now
            let interrupt = client.send("interrupt_request", .empty, on: client.control)
            #expect(try client.reply(to: interrupt, on: client.control).content["status"]?.string == "ok")
            _ = try client.reply(to: id)
            #expect(ContinuousClock.now - began < .seconds(2))
        }
    }

    @Test func servedStreamsKeepBelowTheServersLimit() throws {
        try withKernel(paced: true) { (_, _, client) throws in
            let id = client.execute("lines 500000")
            var arrivals: [(time: ContinuousClock.Instant, bytes: Int)] = []
            var text = ""
            while let message = client.receive(client.iopub), message.state != "idle" || message.parentID != id {
                guard message.type == "stream" else { continue }
                arrivals.append((.now, message.content.bytes.count + 400))
                text += message.content["text"]?.string ?? ""
            }
            #expect(text.utf8.count == Self.bytes(lines: 500_000))
            for (index, last) in arrivals.enumerated() {
                let window = arrivals[...index].filter { last.time - $0.time < .seconds(3) }
                let sum = window.reduce(0) { $0 + $1.bytes }
                #expect(sum < 3_000_000)
            }
        }
    }

    @Test func theKernelOpensAComm() throws {
        try withKernel { (kernel, _, client) throws in
            let received = Mutexed<[CommMessage.Kind]>([])
            let id = kernel.comms.open("widget", data: ["a": 1], buffers: [[1, 2]]) { message, _ in received.change { $0.append(message.kind) } }
            // That the kernel starts was said before anyone could hear it, and has waited.
            #expect(client.receive(client.iopub)?.content["execution_state"] == "starting")
            let opened = try #require(client.receive(client.iopub))
            #expect(opened.type == "comm_open")
            #expect(opened.content == ["comm_id": .string(id), "target_name": "widget", "data": ["a": 1]])
            #expect(opened.buffers == [[1, 2]])
            #expect(opened.parent == .empty)
            _ = try client.publications(of: client.send("comm_msg", ["comm_id": .string(id), "data": .empty]))
            #expect(try client.reply(to: client.send("comm_info_request", ["target_name": "widget"])).content["comms"]?[id] != nil)
            kernel.comms.send(CommMessage(.close, id: id))
            kernel.comms.send(CommMessage(.message, id: id))
            #expect(received.value == [.message])
            #expect(try client.reply(to: client.send("comm_info_request", .empty)).content["comms"] == .empty)
        }
    }
}

/// A value that several threads touch. The lock guards it.
private final class Mutexed<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var content: Value

    init(_ content: Value) { self.content = content }

    var value: Value { lock.withLock { content } }
    func change(_ body: (inout Value) -> Void) { lock.withLock { body(&content) } }
}
