import Display
import Foundation
import Jupyter
import Testing

/// Runs `body` with a kernel that listens on free ports and a client that is connected to it; both are ended afterwards.
func withKernel(paced: Bool = false, _ body: (Kernel, ScriptedEngine, Client) throws -> Void) throws {
    let engine = ScriptedEngine()
    let key = UUID().uuidString
    let ports = Dictionary(uniqueKeysWithValues: Channel.allCases.map { ($0, 0) })
    let kernel = try Kernel(Connection(ports: ports, key: key), engine: engine, paced: paced)
    let ended = DispatchSemaphore(value: 0)
    startThread(named: "kernel", stack: 8 << 20) {
        kernel.run()
        ended.signal()
    }
    let client = try Client(kernel, key: key)
    try client.ready()
    let outcome = Result { try body(kernel, engine, client) }
    client.send("shutdown_request", ["restart": false], on: client.control)
    #expect(ended.wait(timeout: .now() + 10) == .success, "the kernel must leave when told to")
    client.close()
    try outcome.get()
}
