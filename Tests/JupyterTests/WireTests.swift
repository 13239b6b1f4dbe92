import Display
import Jupyter
import Testing

@Suite struct WireTests {
    private let signer = Signer(key: "key")
    private var frames: [[UInt8]] {
        let signed = [#"{"msg_id":"1","msg_type":"kernel_info_request","session":"s"}"#, "{}", "{}", #"{"x": 1}"#].map { Array($0.utf8) }
        return [Array("one".utf8), [0, 255], Message.delimiter, signer.signature(of: signed)] + signed + [[1, 2, 3], []]
    }

    /// RFC 4231, test case 2, with its text cut over several frames.
    @Test func signatureIsHMACSHA256() {
        let parts = ["what do ya ", "want", " for ", "nothing?"].map { Array($0.utf8) }
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        #expect(String(decoding: Signer(key: "Jefe").signature(of: parts), as: UTF8.self) == expected)
        #expect(Signer(key: "Jefe").accepts(Array(expected.utf8), of: parts))
        #expect(!Signer(key: "Jefe").accepts(Array(expected.uppercased().utf8), of: parts))
    }

    @Test func anEmptyKeySignsNothing() {
        #expect(Signer(key: "").signature(of: [[1]]) == [])
        #expect(Signer(key: "").accepts(Array("anything".utf8), of: [[1]]))
    }

    @Test func identitiesAndBuffersAreKept() throws {
        var seen = SeenSignatures()
        let message = try Message(frames: frames, signer: signer, seen: &seen)
        #expect(message.identities == [Array("one".utf8), [0, 255]])
        #expect(message.buffers == [[1, 2, 3], []])
        #expect(message.content == ["x": 1])
        #expect(message.header.bytes == frames[4])
    }

    @Test func replaysAreRefused() throws {
        var seen = SeenSignatures()
        _ = try Message(frames: frames, signer: signer, seen: &seen)
        #expect(throws: WireError.replayed) { try Message(frames: frames, signer: signer, seen: &seen) }
    }

    @Test func memoryOfSignaturesIsBounded() {
        var seen = SeenSignatures(generation: 4)
        let fresh = (UInt8(0) ..< 20).map { seen.insert([$0]) }
        #expect(fresh.allSatisfy { $0 })
        let (again, forgotten) = (seen.insert([19]), seen.insert([0]))
        #expect(!again)
        #expect(forgotten)
    }

    @Test func anyChangedByteIsNoticed() {
        for index in 3 ..< 8 {
            var changed = frames
            if changed[index].isEmpty { continue }
            changed[index][0] ^= 1
            var seen = SeenSignatures()
            #expect(throws: WireError.self) { try Message(frames: changed, signer: signer, seen: &seen) }
        }
    }

    @Test func everyCutShortMessageIsAnError() {
        for count in 0 ..< 8 {
            var seen = SeenSignatures()
            #expect(throws: WireError.self) { try Message(frames: Array(frames.prefix(count)), signer: signer, seen: &seen) }
        }
    }

    @Test(arguments: ["[]", "null", #"{"msg_id":"1"}"#, #"{"msg_type":"x"}"#, #"{"msg_id":1,"msg_type":"x"}"#, "{", ""])
    func headersThatNameNoMessage(_ header: String) {
        var seen = SeenSignatures()
        let signed = [header, "{}", "{}", "{}"].map { Array($0.utf8) }
        #expect(throws: WireError.self) { try Message(frames: [Message.delimiter, signer.signature(of: signed)] + signed, signer: signer, seen: &seen) }
    }
}
