import Formats
import Foundation
import Linear
import Neuro
import Testing

/// Maps and made-up tasks.
@Suite struct DatasetTaskTests {
    /// Rounding grows 1.5-fold a step with Hénon's map and 1.7-fold with Ikeda's: to some 1e-11 and 1e-9 in thirty steps.
    @Test func mapsAgreeWithNumpy() throws {
        let r = try DatasetReference.load()
        #expect(largestDifference(try Dataset.henon(steps: 30, start: (0.1, 0.2), discarding: 0).elements, r.henon) < 1e-10)
        #expect(largestDifference(try Dataset.ikeda(steps: 30, start: (0.1, 0.2), discarding: 0).elements, r.ikeda) < 1e-7)
        #expect(largestDifference(try Dataset.superimposedSines(steps: 200).elements, r.sines) < 1e-12)
        #expect(try Dataset.henon(steps: 10, discarding: 20) == Dataset.henon(steps: 30, discarding: 0)[rows: 20...])
        // sin(0.2 · 1e6) of the one sine, far beyond one turn.
        #expect(abs(try Dataset.superimposedSines(steps: 1_000_001, count: 1)[1_000_000] - sin(200_000)) < 1e-9)
    }

    /// The exponents by the maps' derivatives along the series; the bands are three standard errors of these lengths. The largest eigenvalue of products of Jacobians by one vector.
    @Test func lyapunovExponentsOfMaps() throws {
        func exponent(_ points: Matrix, _ jacobian: (Double, Double) -> (Double, Double, Double, Double)) -> Double {
            var q = (1.0, 0.3), sum = 0.0
            for t in 0 ..< points.rows {
                let (a, b, c, d) = jacobian(points.elements[2 * t], points.elements[2 * t + 1])
                q = (a * q.0 + b * q.1, c * q.0 + d * q.1)
                let length = (q.0 * q.0 + q.1 * q.1).squareRoot()
                sum += log(length)
                q = (q.0 / length, q.1 / length)
            }
            return sum / Double(points.rows)
        }
        let henon = exponent(try Dataset.henon(steps: 100_000)) { x, _ in (-2.8 * x, 1, 0.3, 0) }
        #expect(abs(henon - 0.419) < 0.005, "\(henon)")
        let ikeda = exponent(try Dataset.ikeda(steps: 100_000)) { x, y in
            let r = 1 + x * x + y * y, angle = 0.4 - 6 / r
            let (c, s, dx, dy) = (cos(angle), sin(angle), 12 * x / (r * r), 12 * y / (r * r))
            let (u, v) = (-(x * s + y * c), x * c - y * s)
            return (0.9 * (c + u * dx), 0.9 * (-s + u * dy), 0.9 * (s + v * dx), 0.9 * (c + v * dy))
        }
        #expect(abs(ikeda - 0.508) < 0.01, "\(ikeda)")
        let full = try Dataset.logistic(steps: 100_000, rate: 4, start: 0.3).elements
        let logistic = full.map { log(abs(4 * (1 - 2 * $0))) }.reduce(0, +) / 100_000
        #expect(abs(logistic - log(2)) < 0.01, "\(logistic)")
        // Of 1 / π√(x (1 − x)): a quarter lies below sin²(π/8), the mean is a half.
        #expect(abs(Double(full.filter { $0 < 0.146_446_609_406_726_24 }.count) / 100_000 - 0.25) < 0.01)
    }

    @Test func narmaOfOtherOrders() throws {
        let r = try DatasetReference.load().narma20
        #expect(largestDifference(try Dataset.narma(order: 20, inputs: Vector(r.inputs), isBounded: true).elements, r.targets) < 1e-14)
        #expect(try Dataset.narma(order: 10, steps: 500, seed: 3) == Dataset.narma10(steps: 500, seed: 3))
        #expect(try Dataset.narma(order: 5, steps: 500, seed: 3).targets != Dataset.narma10(steps: 500, seed: 3).targets)
        #expect(throws: NeuroError.self) { try Dataset.narma(order: 40, steps: 5_000) }
        #expect(try Dataset.narma(order: 40, steps: 5_000, isBounded: true).targets.elements.allSatisfy { abs($0) < 1.2 })
        #expect(throws: NeuroError.self) { try Dataset.narma(order: 0, steps: 50) }
        #expect(try Dataset.narma(order: Int.max, steps: 20).targets.count == 20)
    }

    @Test func channel() throws {
        let r = try DatasetReference.load().channel
        #expect(largestDifference(try Dataset.channel(r.symbols), r.received) < 1e-14)
        let clean = try Dataset.channelEqualization(steps: 20_000, decibels: .infinity, seed: 2), noisy = try Dataset.channelEqualization(steps: 20_000, decibels: 12, seed: 2)
        #expect(clean.targets == noisy.targets)
        for symbol in [-3.0, -1, 1, 3] { #expect(abs(Double(clean.targets.elements.filter { $0 == symbol }.count) / 20_000 - 0.25) < 0.02) }
        let power = clean.inputs.elements.reduce(0) { $0 + $1 * $1 }
        let noise = zip(noisy.inputs.elements, clean.inputs.elements).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
        // A mean square of 20,000 normal deviates is right to 1 %: 0.05 dB; six of them.
        #expect(abs(10 * log10(power / noise) - 12) < 0.3)
        // The strongest weight is that of the symbol itself.
        #expect(try correlation(clean.inputs, clean.targets) > 0.9)
        #expect(throws: NeuroError.self) { try Dataset.channelEqualization(steps: 10, decibels: .nan) }
    }

    @Test func bitTasks() throws {
        let xor = try Dataset.delayedXOR(steps: 300, delay: 4, seed: 1), bits = xor.inputs.elements
        for t in 0 ..< 300 { #expect(try xor.targets[t] == (bits[t] != (t >= 4 ? bits[t - 4] : -1) ? 1 : 0)) }
        let parity = try Dataset.parity(steps: 300, bits: 5, delay: 3, seed: 1), stream = parity.inputs.elements
        for t in 0 ..< 300 {
            let ones = (0 ..< 5).filter { t - 3 - $0 >= 0 && stream[t - 3 - $0] == 1 }.count
            let odd = try parity.targets[t]
            #expect(odd == Double(ones % 2))
        }
        #expect(try Dataset.parity(steps: 200, bits: 2, seed: 4) == Dataset.delayedXOR(steps: 200, delay: 1, seed: 4))
        #expect(Set(bits) == [-1, 1])
        #expect(throws: NeuroError.self) { try Dataset.delayedXOR(steps: 10, delay: 0) }
        #expect(throws: NeuroError.self) { try Dataset.parity(steps: 10, bits: 0) }
        #expect(throws: NeuroError.self) { try Dataset.parity(steps: 10, delay: -1) }
        #expect(throws: LinearError.self) { try Dataset.parity(steps: 1 << 50) }
        #expect(try Dataset.parity(steps: 10, bits: Int.max, delay: Int.max).targets.elements.allSatisfy { $0 == 0 })
    }

    @Test func sinesAndSquares() throws {
        let task = try Dataset.sineSquare(steps: 1_200, seed: 2)
        for first in stride(from: 0, to: 1_200, by: 12) {
            let wave = Array(task.inputs.elements[first ..< first + 12]), label = try task.targets[first]
            #expect(task.targets.elements[first ..< first + 12].allSatisfy { $0 == label })
            let expected = (0 ..< 12).map { label == 1 ? ($0 < 6 ? 1 : -1) : sin(Double.pi * Double($0) / 6) }
            #expect(largestDifference(wave, expected) < 1e-15)
        }
        let share = task.targets.elements.reduce(0, +) / 1_200
        #expect(share > 0.3 && share < 0.7)
        #expect(throws: NeuroError.self) { try Dataset.sineSquare(steps: 10, period: 6) }
        #expect(throws: NeuroError.self) { try Dataset.superimposedSines(steps: 10, count: 9) }
    }

    @Test func badMapsAreErrors() {
        #expect(throws: NeuroError.self) { try Dataset.henon(steps: 100, start: (10, 0)) }
        #expect(throws: NeuroError.self) { try Dataset.henon(steps: 100, a: .nan) }
        #expect(throws: NeuroError.self) { try Dataset.logistic(steps: 100, rate: 4.1) }
        #expect(throws: NeuroError.self) { try Dataset.logistic(steps: 100, start: .nan) }
        #expect(throws: NeuroError.self) { try Dataset.ikeda(steps: 100, u: 1.1) }
        #expect(throws: NeuroError.self) { try Dataset.ikeda(steps: 0) }
        #expect(throws: LinearError.self) { try Dataset.henon(steps: 1 << 45) }
    }

    /// Files as they are published: frames in lines, utterances between empty lines, speaker after speaker; and one number a line.
    @Test func recordingsAreReadAsPublished() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "engram-recordings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ text: String) throws -> String {
            let path = folder.appending(path: UUID().uuidString)
            try Data(text.utf8).write(to: path)
            return path.path
        }
        func utterance(_ number: Int) -> String {
            (0 ..< 7 + number % 23).map { frame in (0 ..< 12).map { "\(Double(number) + Double(frame) / 100 - Double($0))" }.joined(separator: " ") + " \n" }.joined() + "\n"
        }
        for (count, first) in [(270, 30), (370, 31)] {
            let (sequences, speakers) = try Dataset.japaneseVowels(file((0 ..< count).map(utterance).joined()))
            #expect(sequences.count == count && speakers.count == count && Set(speakers) == Set(0 ..< 9))
            #expect(speakers.firstIndex(of: 1) == first && speakers == speakers.sorted())
            #expect(sequences[100].shape == [7 + 100 % 23, 12])
            #expect(try sequences[100][3, 2] == 98.03)
        }
        let few = try file((0 ..< 3).map(utterance).joined().trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(try Dataset.japaneseVowels(few, sizes: [1, 2]).speakers == [0, 1, 1])
        let laser = try file("86\r\n 141\n95\n")
        #expect(try Dataset.santaFeLaser(laser) == [86, 141, 95])
        let calls: [(String, () throws -> Void)] = [
            ("sizes is nil; it must be given for a file of 3 utterances; the published ones have 270 and 370", { _ = try Dataset.japaneseVowels(few) }),
            ("sizes is [2, 2]; it must be such that they add up to the 3 utterances of the file", { _ = try Dataset.japaneseVowels(few, sizes: [2, 2]) }),
            ("sizes is -1; it must be at least 0", { _ = try Dataset.japaneseVowels(few, sizes: [4, -1]) }),
            (
                "sizes is [9223372036854775807, 9223372036854775807, 5]; it must be such that they add up to the 3 utterances of the file",
                { _ = try Dataset.japaneseVowels(few, sizes: [.max, .max, 5]) }
            ),
        ]
        for (message, call) in calls {
            let error = #expect(throws: (any Error).self) { try call() }
            #expect(error.map { "\($0)" } == message)
        }
        for text in ["", "\n\n", "1 2\n3\n", "1\nx\n", "nan\n"] {
            #expect(throws: FormatError.self, "\(text)") { try Dataset.santaFeLaser(file(text)) }
            #expect(throws: FormatError.self, "\(text)") { try Dataset.japaneseVowels(file(text)) }
        }
        #expect(throws: FormatError.self) { try Dataset.santaFeLaser(file("1 2\n")) }
        #expect(throws: FormatError.self) { try Dataset.santaFeLaser("/nowhere/A.dat") }
    }
}
