import CKernels
import Linear
import Testing

/// The kernels of spiking networks against plain loops, bit for bit, on sizes that leave a rest beside whole pieces and vectors.
struct SpikingKernelTests {
    private static let count = 613

    /// Numbers that cover spikes, refractory neurons and arrivals.
    private func numbers(_ stream: Int, in range: Range<Double>) throws -> [Float] {
        var random = Random(seed: 31, stream: stream)
        return try random.uniform(count: Self.count, in: range).elements.map { Float($0) }
    }

    /// Memory of a whole number of vectors, so that a kernel that wrote beyond the count would be seen.
    private final class Numbers {
        let base: UnsafeMutablePointer<Float>
        init(_ values: [Float]) {
            base = .allocate(capacity: values.count + 64)
            base.initialize(repeating: 77, count: values.count + 64)
            for (i, value) in values.enumerated() { base[i] = value }
        }
        deinit { base.deallocate() }
        var values: [Float] { (0 ..< SpikingKernelTests.count).map { base[$0] } }
        var isIntact: Bool { (SpikingKernelTests.count ..< SpikingKernelTests.count + 64).allSatisfy { base[$0] == 77 } }
    }

    private var quiet: engram_drive {
        var drive = engram_drive()
        drive.gain = 1
        drive.pulsed = -1
        return drive
    }

    private func exponential(_ x: Float) -> Float {
        var (x, y) = (x, Float(0))
        engram_exp_f32(&x, &y, 1)
        return y
    }

    @Test(arguments: [false, true])
    func leakyNeuronsWithTwoCurrents(isDriven: Bool) throws {
        let n = Self.count
        let (v, x, z, a, b) = (
            Numbers(try numbers(1, in: -60 ..< -49)), Numbers(try numbers(2, in: 0 ..< 3)), Numbers(try numbers(3, in: -3 ..< 0)), Numbers(try numbers(4, in: 0 ..< 2)),
            Numbers(try numbers(5, in: -9 ..< 0))
        )
        let current = try numbers(6, in: -1 ..< 1)
        var free = (0 ..< n).map { Int32($0 % 7) }
        var (pv, px, pz, pa, pb, pfree) = (v.values, x.values, z.values, a.values, b.values, free)
        var receptors = [engram_receptor](repeating: engram_receptor(), count: 2)
        for (i, (state, arrived)) in [(x, a), (z, b)].enumerated() {
            receptors[i].kind = 1
            receptors[i].x1 = state.base
            receptors[i].arrived = arrived.base
            receptors[i].d1 = i == 0 ? 0.98 : 0.99
            receptors[i].j1 = 1
            receptors[i].k1 = i == 0 ? 0.0049 : 0.00495
        }
        var spikes = [UInt32](repeating: 0, count: n + 64), found: [UInt32] = []
        for step in 3 ..< 9 {
            var drive = quiet
            drive.gain = 0.25
            let count = current.withUnsafeBufferPointer { current in
                if isDriven { drive.current = current.baseAddress }
                return free.withUnsafeMutableBufferPointer { free in
                    receptors.withUnsafeBufferPointer { receptors in
                        var cells = engram_lif(
                            v: v.base, free: free.baseAddress, leak: 0.995, rest: -0.245, threshold: -50, reset: -60, refractory: 3, equilibrium: -49, rate: 0.005,
                            receptors: receptors.baseAddress, receptor_count: 2)
                        return engram_lif_step(&cells, &drive, 0, n, Int64(step), &spikes)
                    }
                }
            }
            // The same by the equations.
            found = []
            for i in 0 ..< n {
                var input: Float = isDriven ? current[i] * 0.25 : 0
                input += 0.0049 * px[i]
                input += 0.00495 * pz[i]
                px[i] = 0.98 * px[i] + 1 * pa[i]
                pz[i] = 0.99 * pz[i] + 1 * pb[i]
                (pa[i], pb[i]) = (0, 0)
                var y: Float = 0.995 * pv[i] + (-0.245 + input)
                if pfree[i] > Int32(step) { y = -60 }
                if y >= -50 {
                    found.append(UInt32(i))
                    y = -60
                    pfree[i] = Int32(step) + 1 + 3
                }
                pv[i] = y
            }
            #expect(Array(spikes.prefix(count)) == found)
            if step == 3 { #expect(found.count > 5) }
        }
        #expect(v.values == pv && x.values == px && z.values == pz && a.values == pa && b.values == pb && free == pfree)
        #expect(v.isIntact && x.isIntact && z.isIntact && a.isIntact && b.isIntact)
    }

    @Test func leakyNeuronsWithConductances() throws {
        let n = Self.count
        let (v, g, h, a) = (
            Numbers(try numbers(1, in: -65 ..< -50)), Numbers(try numbers(2, in: 0 ..< 4)), Numbers(try numbers(3, in: 0 ..< 4)), Numbers(try numbers(4, in: 0 ..< 1))
        )
        let (pv, pg, ph, pa) = (v.values, g.values, h.values, a.values)
        var free = [Int32](repeating: 0, count: n)
        var receptor = engram_receptor()
        receptor.kind = 2
        (receptor.x1, receptor.x2, receptor.arrived) = (g.base, h.base, a.base)
        (receptor.d1, receptor.d2, receptor.m, receptor.j1, receptor.j2) = (0.9, 0.8, 0.1, 0.5, 0.25)
        (receptor.k1, receptor.k2, receptor.reversal, receptor.magnesium) = (1, -0.5, 5, 0.28)
        var cells = engram_lif()
        var spikes = [UInt32](repeating: 0, count: n + 64)
        var drive = quiet
        let count = free.withUnsafeMutableBufferPointer { free in
            withUnsafePointer(to: &receptor) { receptor in
                cells = engram_lif(
                    v: v.base, free: free.baseAddress, leak: 0.995, rest: 0, threshold: -50, reset: -60, refractory: 3, equilibrium: -60, rate: 0.005, receptors: receptor,
                    receptor_count: 1)
                return engram_lif_step(&cells, &drive, 0, n, 0, &spikes)
            }
        }
        var expected: [UInt32] = []
        for i in 0 ..< n {
            let value = (1 * pg[i] + -0.5 * ph[i]) / (1 + 0.28 * exponential(-0.062 * pv[i]))
            let all: Float = 1 + value, target = (-60 + 0 + value * 5) / all
            var y = target + (pv[i] - target) * exponential(-0.005 * all)
            if y >= -50 {
                expected.append(UInt32(i))
                y = -60
            }
            #expect(v.base[i] == y)
            #expect(g.base[i] == 0.9 * pg[i] + 0.1 * ph[i] + 0.5 * pa[i])
            #expect(h.base[i] == 0.8 * ph[i] + 0.25 * pa[i])
        }
        #expect(Array(spikes.prefix(count)) == expected)
    }

    @Test(arguments: [Int32(0), 1, 2])
    func izhikevichNeurons(scheme: Int32) throws {
        let n = Self.count
        let (v, u, arrived) = (Numbers(try numbers(1, in: -70 ..< 29)), Numbers(try numbers(2, in: -15 ..< 0)), Numbers(try numbers(3, in: -5 ..< 20)))
        let (a, b, c, d) = (try numbers(4, in: 0.02 ..< 0.1), try numbers(5, in: 0.2 ..< 0.25), try numbers(6, in: -65 ..< -50), try numbers(7, in: 2 ..< 8))
        var (pv, pu) = (v.values, u.values)
        let pa = arrived.values
        var receptor = engram_receptor()
        (receptor.arrived, receptor.k1) = (arrived.base, 1)
        var noise = [Float](repeating: 0, count: n)
        engram_spiking_noise(1, 9, 8, 7, 0, n, &noise)
        var drive = quiet
        (drive.noise, drive.scale, drive.shift, drive.seed, drive.stream) = (1, 3, 0.5, 9, 8)
        (drive.pulsed, drive.pulse) = (300, 20)
        var spikes = [UInt32](repeating: 0, count: n + 64)
        let count = withUnsafePointer(to: &receptor) { receptor in
            a.withUnsafeBufferPointer { a in
                b.withUnsafeBufferPointer { b in
                    c.withUnsafeBufferPointer { c in
                        d.withUnsafeBufferPointer { d in
                            var cells = engram_izhikevich(
                                v: v.base, u: u.base, a: a.baseAddress, b: b.baseAddress, c: c.baseAddress, d: d.baseAddress, scheme: scheme, dt: 0.5, peak: 30,
                                receptors: receptor, receptor_count: 1)
                            return engram_izhikevich_step(&cells, &drive, 0, n, 7, &spikes)
                        }
                    }
                }
            }
        }
        func slope(_ v: Float, _ u: Float, _ input: Float) -> Float { (0.04 * v + 5) * v + 140 - u + input }
        var expected: [UInt32] = []
        for i in 0 ..< n {
            var input: Float = 3 * noise[i] + 0.5
            if i == 300 { input += 20 }
            input += 1 * pa[i]
            let (x, w) = (pv[i], pu[i])
            var y = x
            if scheme == 0 {
                y += 0.25 * slope(y, w, input)
                y += 0.25 * slope(y, w, input)
            } else {
                y += 0.5 * slope(x, w, input)
            }
            pu[i] = w + 0.5 * (a[i] * (b[i] * (scheme == 2 ? x : y) - w))
            if scheme == 1 ? y > 30 : y >= 30 {
                expected.append(UInt32(i))
                y = c[i]
                pu[i] += d[i]
            }
            pv[i] = y
        }
        #expect(Array(spikes.prefix(count)) == expected)
        #expect(expected.count > 10)
        #expect(v.values == pv && u.values == pu)
        #expect(arrived.values.allSatisfy { $0 == 0 } && v.isIntact && u.isIntact && arrived.isIntact)
    }

    @Test func otherNeurons() throws {
        let n = Self.count
        var receptor = engram_receptor()
        let arrived = Numbers(try numbers(3, in: -5 ..< 20))
        let pa = arrived.values
        (receptor.arrived, receptor.k1) = (arrived.base, 40)
        var drive = quiet
        var spikes = [UInt32](repeating: 0, count: n + 64)
        let (v, u) = (Numbers(try numbers(1, in: -60 ..< 30)), Numbers(try numbers(2, in: -50 ..< 100)))
        let (pv, pu) = (v.values, u.values)
        let found = withUnsafePointer(to: &receptor) { receptor in
            func all(_ value: Float) -> engram_parameter { engram_parameter(own: nil, shared: value) }
            var cells = engram_izhikevich07(
                v: v.base, u: u.base, dt_over_c: all(0.0025), k: all(0.7), vr: all(-60), vt: all(-40), dt_a: all(0.0075), b: all(-2), c: all(-50), d: all(100), peak: all(35),
                scheme: 0, receptors: receptor, receptor_count: 1)
            return engram_izhikevich07_step(&cells, &drive, 0, n, 0, &spikes)
        }
        #expect(found > 0)
        for i in 0 ..< n {
            let (x, w) = (pv[i], pu[i])
            let y = x + 0.0025 * (0.7 * (x + 60) * (x + 40) - w + 40 * pa[i]), next = w + 0.0075 * (-2 * (x + 60) - w)
            #expect(v.base[i] == (y >= 35 ? -50 : y))
            #expect(u.base[i] == (y >= 35 ? next + 100 : next))
        }
        let (q, w) = (Numbers(try numbers(8, in: -70 ..< -35)), Numbers(try numbers(9, in: 0 ..< 100)))
        let (pq, pw) = (q.values, w.values)
        var free = (0 ..< n).map { Int32($0 % 3) }
        let count = free.withUnsafeMutableBufferPointer { free in
            withUnsafePointer(to: &receptor) { receptor in
                var cells = engram_adex(
                    v: q.base, w: w.base, free: free.baseAddress, dt_over_c: 0.01, leak: 30, rest: -70, slope: 2, threshold: -50, peak: 20, reset: -68, dt_over_tw: 0.001, a: 4,
                    b: 80, scheme: 0, refractory: 5, receptors: receptor, receptor_count: 1)
                return engram_adex_step(&cells, &drive, 0, n, 1, &spikes)
            }
        }
        #expect(count > 0)
        for i in 0 ..< n {
            let (x, z) = (pq[i], pw[i])
            var y = x + 0.01 * (30 * (-70 - x) + 60 * exponential((x + 50) * 0.5) - z + 0)
            var next = z + 0.001 * (4 * (x + 70) - z)
            if i % 3 > 1 { y = -68 }
            if y >= 20 {
                y = -68
                next += 80
                #expect(free[i] == 1 + 1 + 5)
            }
            #expect(q.base[i] == y && w.base[i] == next)
        }
    }

    @Test func normalNumbersAreNormal() throws {
        let count = 1 << 20
        var numbers = [Float](repeating: 0, count: count)
        engram_spiking_noise(1, 5, 6, 3, 0, count, &numbers)
        let doubles = numbers.map { Double($0) }
        func moment(_ power: Int) -> Double { doubles.reduce(0) { sum, x in sum + (0 ..< power).reduce(1.0) { p, _ in p * x } } / Double(count) }
        // Standard errors: .001, .0014, .0024, .01.
        #expect(abs(moment(1)) < 0.004)
        #expect(abs(moment(2) - 1) < 0.006)
        #expect(abs(moment(3)) < 0.012)
        #expect(abs(moment(4) - 3) < 0.04)
        #expect(abs(Double(doubles.count { abs($0) > 2 }) / Double(count) - 0.0455) < 0.0008)
        // A part made alone is the same; another step is another sequence.
        var part = [Float](repeating: 0, count: 300)
        engram_spiking_noise(1, 5, 6, 3, 512, 300, &part)
        #expect(part == Array(numbers[512 ..< 812]))
        engram_spiking_noise(1, 5, 6, 4, 512, 300, &part)
        #expect(part != Array(numbers[512 ..< 812]))
    }

    /// The words are Philox's, at the places that the header says, and a normal number is Box and Muller's in single precision.
    @Test func noiseIsMadeOfTheGeneratorsWords() {
        var words = [UInt32](repeating: 0, count: 4 * 64)
        let step: UInt64 = 9
        engram_philox_words(11, 12, step << 32 | 64, 64, &words)
        var uniform = [Float](repeating: 0, count: 256), normal = uniform
        engram_spiking_noise(2, 11, 12, 9, 256, 256, &uniform)
        engram_spiking_noise(1, 11, 12, 9, 256, 256, &normal)
        for i in 0 ..< 64 {
            for w in 0 ..< 4 { #expect(uniform[64 * w + i] == Float(words[4 * i + w] >> 8) * 0x1p-24) }
            for w in [0, 2] {
                var (u, logarithm) = (Float(Int32(words[4 * i + w] >> 1 | 1)) * 0x1p-31, Float(0))
                engram_log_f32(&u, &logarithm, 1)
                let radius = Double(-2 * logarithm).squareRoot(), turns = Double(words[4 * i + w + 1] >> 8) * 0x1p-24 * 2 * Double.pi
                var (x, cosine, sine) = (turns, 0.0, 0.0)
                engram_cos_f64(&x, &cosine, 1)
                engram_sin_f64(&x, &sine, 1)
                #expect(abs(Double(normal[64 * w + i]) - radius * cosine) < 2e-6)
                #expect(abs(Double(normal[64 * (w + 1) + i]) - radius * sine) < 2e-6)
            }
        }
    }

    @Test func poissonNumbersFollowTheirLaw() {
        // Mean 2: P(0) = .1353, P(<=1) = .4060, …
        var thresholds: [UInt32] = []
        var term = 0.1353352832366127, sum = term
        for k in 1 ... 16 {
            thresholds.append(UInt32(sum * 0x1p32))
            term *= 2 / Double(k)
            sum += term
        }
        let count = 100_000
        var numbers = [Float](repeating: 0, count: count)
        engram_spiking_poisson(thresholds, thresholds.count, 0.5, 1, 2, 3, 0, count, &numbers)
        let drawn = numbers.map { Double($0) / 0.5 }
        let mean = drawn.reduce(0, +) / Double(count), variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
        #expect(abs(mean - 2) < 0.018)
        #expect(abs(variance - 2) < 0.04)
        #expect(abs(Double(drawn.count { $0 == 0 }) / Double(count) - 0.1353) < 0.0045)
        var words = [UInt32](repeating: 0, count: 256)
        engram_philox_words(1, 2, 3 << 32, 64, &words)
        for i in 0 ..< 64 { for w in 0 ..< 4 { #expect(drawn[64 * w + i] == Double(thresholds.count { words[4 * i + w] >= $0 })) } }
    }

    @Test func spikesReachTheirTargets() throws {
        // Three sources onto two parts of 300 neurons, rows of many lengths; plain loops over the same lists.
        var random = Random(seed: 3)
        let parts = 2, neurons = 600, slots = 8
        var starts: [UInt32] = [0], targets: [UInt16] = [], weights: [Float] = [], delays: [UInt8] = []
        for row in 0 ..< 50 * parts {
            let length = (row * 7) % 23
            let drawn = random.integer(in: 1 ... 8)
            for k in 0 ..< length {
                targets.append(UInt16(random.integer(in: 0 ... 299)))
                weights.append(Float(random.uniform()))
                delays.append(UInt8(min(8, drawn + k / 4)))
            }
            starts.append(UInt32(targets.count))
        }
        let origins: [UInt32] = [0, 300], sources: [UInt32] = [0, 3, 4, 9, 17, 18, 19, 40, 49], scales = sources.map { 0.5 + Float($0) / 50 }
        for (hasWeights, hasDelays, hasScales) in [(true, true, false), (true, false, true), (false, false, false), (false, true, true)] {
            var ring = [Float](repeating: 0.25, count: neurons * slots), expected = ring
            let step = 21
            starts.withUnsafeBufferPointer { starts in
                targets.withUnsafeBufferPointer { targets in
                    weights.withUnsafeBufferPointer { weights in
                        delays.withUnsafeBufferPointer { delays in
                            origins.withUnsafeBufferPointer { origins in
                                var rows = engram_rows()
                                (rows.starts, rows.parts, rows.origins, rows.targets) = (starts.baseAddress, parts, origins.baseAddress, targets.baseAddress)
                                if hasWeights { rows.weights = weights.baseAddress }
                                rows.weight = 0.3
                                if hasDelays { rows.delays = delays.baseAddress }
                                rows.delay = 5
                                engram_spiking_deliver(&rows, sources, hasScales ? scales : nil, sources.count, Int64(step), &ring, slots - 1, neurons, 0, 2)
                            }
                        }
                    }
                }
            }
            for (k, source) in sources.enumerated() {
                for p in 0 ..< parts {
                    for s in Int(starts[Int(source) * parts + p]) ..< Int(starts[Int(source) * parts + p + 1]) {
                        let slot = (step + (hasDelays ? Int(delays[s]) : 5) - 1) % slots
                        expected[slot * neurons + Int(origins[p]) + Int(targets[s])] += (hasWeights ? weights[s] : 0.3) * (hasScales ? scales[k] : 1)
                    }
                }
            }
            #expect(ring == expected)
        }
    }

    @Test func spikesOnTheirWayArriveAsIfTheyWereAddedAtOnce() throws {
        // Sources onto two parts with delays of their own, whole numbers for weights so that sums are exact in any order; slots so small that they fill and settle early.
        let sources = 40, parts = 2, size = 100, slots = 8, stride = 208
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var starts: [UInt32] = [0], targets: [UInt16] = [], weights: [Float] = [], delays: [UInt8] = []
        for _ in 0 ..< sources * parts {
            let count = random(30)
            delays += (0 ..< count).map { _ in UInt8(1 + random(slots)) }.sorted()
            for _ in 0 ..< count {
                targets.append(UInt16(random(size)))
                weights.append(Float(random(9) - 4))
            }
            starts.append(UInt32(targets.count))
        }
        let origins: [UInt32] = [0, 104], spiking = (0 ..< UInt32(sources)).filter { $0 % 3 > 0 }, scales = spiking.map { Float($0 % 4) }
        var rows = engram_rows()
        var direct = [Float](repeating: 0, count: slots * stride), sorted = direct
        var events = [UInt64](repeating: 0, count: parts * slots << 3), counts = [UInt32](repeating: 0, count: parts * slots)
        starts.withUnsafeBufferPointer { starts in
            targets.withUnsafeBufferPointer { targets in
                weights.withUnsafeBufferPointer { weights in
                    delays.withUnsafeBufferPointer { delays in
                        origins.withUnsafeBufferPointer { origins in
                            events.withUnsafeMutableBufferPointer { events in
                                counts.withUnsafeMutableBufferPointer { counts in
                                    (rows.starts, rows.parts, rows.origins) = (starts.baseAddress, parts, origins.baseAddress)
                                    (rows.targets, rows.delays, rows.weight) = (targets.baseAddress, delays.baseAddress, 2)
                                    var queue = engram_events(events: events.baseAddress, counts: counts.baseAddress, slots: slots, shift: 3)
                                    for (step, weighted, scaled) in [(3, true, false), (4, true, true), (9, false, true), (10, false, false)] {
                                        rows.weights = weighted ? weights.baseAddress : nil
                                        scales.withUnsafeBufferPointer { scales in
                                            let scales = scaled ? scales.baseAddress : nil
                                            engram_spiking_deliver(&rows, spiking, scales, spiking.count, Int64(step), &direct, slots - 1, stride, 0, 2)
                                            // Each part by itself, as two threads would; rows of the second begin a part further on.
                                            for part in 0 ..< 2 {
                                                engram_spiking_sort(&rows, spiking, scales, spiking.count, Int64(step), &queue, &sorted, stride, part, part + 1, 0)
                                            }
                                        }
                                    }
                                    sorted.withUnsafeMutableBufferPointer { sorted in
                                        guard let base = sorted.baseAddress else { return }
                                        for part in 0 ..< 2 {
                                            for slot in 0 ..< slots {
                                                engram_spiking_settle(&queue, part, slot, base + slot * stride + Int(origins[part]), size)
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        #expect(direct.contains { $0 != 0 })
        #expect(sorted == direct)
        #expect(counts.allSatisfy { $0 == 0 })
    }

    @Test func denseRowsReachTheirTargets() throws {
        let weights = try numbers(1, in: -1 ..< 1)
        var arriving = [Float](repeating: 0.5, count: 40), expected = arriving
        engram_spiking_deliver_dense(weights, 43, 40, [0, 2, 5, 11], nil, 4, &arriving)
        for source in [0, 2, 5, 11] { for i in 0 ..< 40 { expected[i] += weights[source * 43 + i] * 1 } }
        #expect(arriving == expected)
    }
}
