import CKernels
import Linear

extension Reservoir.Parameters {
    /// The recurrent weights before they are scaled: which links there are from `wiring`, their weights from `key`.
    func links(wiring: UInt64, key: UInt64) throws -> SparseRows {
        switch topology {
        case .fixedDegree: try fixedDegree(wiring, key)
        case .independent: try random(wiring, key) { _, _ in density }
        case .clusters(let count, let between):
            try random(wiring, key) { row, column in row * count / units == column * count / units ? density : density * between }
        case .smallWorld(let neighbours, let rewiring): try smallWorld(neighbours, rewiring, wiring, key)
        case .orthogonal: try full(Orthogonal.drawn(units, key: key))
        case .cycle: regular { [($0 + units - 1) % units: 1] }
        case .cycleWithJumps(let every, let strength): regular { jumps(to: $0, every, strength) }
        case .line: regular { $0 > 0 ? [$0 - 1: 1] : [:] }
        case .lineWithFeedback(let strength):
            regular { row in
                var sources: [Int: Double] = row > 0 ? [row - 1: 1] : [:]
                if row + 1 < units { sources[row + 1] = strength }
                return sources
            }
        case .symmetric: try full(symmetric(key))
        case .toeplitz: try full(toeplitz(key))
        case .chaotic: try full(chaotic(key))
        }
    }

    // MARK: Random graphs

    /// How many connections every unit receives.
    var sourcesPerUnit: Int { max(1, min(units, Int((density * Double(units)).rounded()))) }

    private func fixedDegree(_ wiring: UInt64, _ key: UInt64) throws -> SparseRows {
        var links = SparseRows(starts: (0 ... units).map { $0 * sourcesPerUnit }, columns: [], values: [])
        links.columns.reserveCapacity(units * sourcesPerUnit)
        links.values.reserveCapacity(units * sourcesPerUnit)
        let rowsPerCheck = max(1, 200_000 / sourcesPerUnit)
        for row in 0 ..< units {
            links.columns.append(contentsOf: sources(of: row, wiring))
            if row % rowsPerCheck == 0 { try Progress.check(row, of: units, part: 0, of: 3) }
        }
        for first in stride(from: 0, to: units, by: rowsPerCheck) {
            let count = min(rowsPerCheck, units - first) * sourcesPerUnit
            links.values += weights.drawn(count, key: key, stream: ReservoirStream.weights.rawValue, from: first * sourcesPerUnit)
            try Progress.check(first, of: units, part: 1, of: 3)
        }
        return links
    }

    /// The sources of one unit, ascending: every set of `sourcesPerUnit` units is equally likely (R. W. Floyd's sampling, doi:10.1145/30401.315746).
    private func sources(of row: Int, _ wiring: UInt64) -> [UInt32] {
        let count = sourcesPerUnit
        if count == units { return (0 ..< UInt32(units)).map { $0 } }
        var uniform = [Double](repeating: 0, count: count)
        engram_philox_uniform_f64(wiring, ReservoirStream.sources.rawValue, UInt64(row * count), count, &uniform)
        var chosen = Set<UInt32>(minimumCapacity: count)
        for (i, number) in uniform.enumerated() {
            let last = units - count + i
            let candidate = UInt32(min(last, Int(number * Double(last + 1))))
            chosen.insert(chosen.contains(candidate) ? UInt32(last) : candidate)
        }
        return chosen.sorted()
    }

    /// Every link for itself.
    private func random(_ wiring: UInt64, _ key: UInt64, probability: (Int, Int) -> Double) throws -> SparseRows {
        var links = SparseRows(starts: [0], columns: [], values: [])
        var uniform = [Double](repeating: 0, count: units)
        for row in 0 ..< units {
            engram_philox_uniform_f64(wiring, ReservoirStream.sources.rawValue, UInt64(row * units), units, &uniform)
            let columns = (0 ..< units).filter { uniform[$0] < probability(row, $0) }
            links.append(columns, weights.drawn(columns.count, key: key, stream: ReservoirStream.weights.rawValue, from: row * units))
            if row % max(1, 1_000_000 / units) == 0 { try Progress.check(row, of: units, part: 0, of: 3) }
        }
        return links
    }

    private func smallWorld(_ neighbours: Int, _ rewiring: Double, _ wiring: UInt64, _ key: UInt64) throws -> SparseRows {
        var links = SparseRows(starts: [0], columns: [], values: [])
        // Two numbers a link: whether it is drawn anew, and what from.
        var uniform = [Double](repeating: 0, count: 2 * neighbours)
        for row in 0 ..< units {
            engram_philox_uniform_f64(wiring, ReservoirStream.sources.rawValue, UInt64(row * 2 * neighbours), 2 * neighbours, &uniform)
            var sources = Set((1 ... neighbours / 2).flatMap { [(row + $0) % units, (row + units - $0) % units] })
            for (i, source) in sources.sorted().enumerated() where uniform[2 * i] < rewiring {
                // The rank among the units that are neither this one nor a source already.
                let free = units - 1 - sources.count
                guard free > 0 else { break }
                var place = min(free - 1, Int(uniform[2 * i + 1] * Double(free)))
                for taken in (Array(sources) + [row]).sorted() where taken <= place { place += 1 }
                sources.remove(source)
                sources.insert(place)
            }
            links.append(sources.sorted(), weights.drawn(sources.count, key: key, stream: ReservoirStream.weights.rawValue, from: row * neighbours))
            if row & 255 == 0 { try Progress.check(row, of: units, part: 0, of: 3) }
        }
        return links
    }

    // MARK: Regular ones

    private func regular(_ sources: (Int) -> [Int: Double]) -> SparseRows {
        var links = SparseRows(starts: [0], columns: [], values: [])
        for row in 0 ..< units {
            let found = sources(row).sorted { $0.key < $1.key }
            links.append(found.map(\.key), found.map(\.value))
        }
        return links
    }

    private func jumps(to row: Int, _ every: Int, _ strength: Double) -> [Int: Double] {
        var sources = [(row + units - 1) % units: 1.0]
        guard row % every == 0 else { return sources }
        // The last jump comes back to the first unit only where the cycle divides into jumps.
        let count = units % every == 0 ? units / every : units / every + 1
        let place = row / every
        for other in [place - 1, place + 1] where units % every == 0 || (0 ..< count).contains(other) {
            let source = (other + count) % count * every
            if source != row { sources[source, default: 0] += strength }
        }
        return sources
    }

    // MARK: Full matrices

    private func full(_ matrix: [Double]) throws -> SparseRows {
        var links = SparseRows(starts: [0], columns: [], values: [])
        links.columns.reserveCapacity(units * units)
        links.values = matrix
        for row in 0 ..< units {
            links.columns.append(contentsOf: 0 ..< UInt32(units))
            links.starts.append((row + 1) * units)
        }
        return links
    }

    private func symmetric(_ key: UInt64) -> [Double] {
        var matrix = weights.drawn(units * units, key: key, stream: ReservoirStream.weights.rawValue)
        for row in 0 ..< units {
            for column in 0 ..< row { matrix[row * units + column] = matrix[column * units + row] }
        }
        return matrix
    }

    private func toeplitz(_ key: UInt64) -> [Double] {
        let diagonals = weights.drawn(2 * units - 1, key: key, stream: ReservoirStream.weights.rawValue)
        return (0 ..< units * units).map { diagonals[$0 / units - $0 % units + units - 1] }
    }

    private func chaotic(_ key: UInt64) -> [Double] {
        var x = 0.1 + 0.8 * (WeightLaw.uniform.drawn(1, key: key, stream: ReservoirStream.weights.rawValue)[0] + 1) / 2
        return (0 ..< units * units).map { _ in
            x = 4 * x * (1 - x)
            return 2 * x - 1
        }
    }
}

extension Topology {
    /// The largest modulus of the eigenvalues of the unscaled matrix, where it needs no search; of a line, which has none, the strength of its links.
    func radius(units n: Int) -> Double? {
        switch self {
        case .orthogonal, .cycle, .line: return 1
        case .lineWithFeedback(let strength):
            // A tridiagonal Toeplitz matrix has the eigenvalues 2 √(ab) cos(kπ/(n + 1)).
            if strength == 0 || n == 1 { return 1 }
            var (angle, cosine) = (Double.pi / Double(n + 1), 0.0)
            engram_cos_f64(&angle, &cosine, 1)
            return 2 * abs(strength).squareRoot() * cosine
        default: return nil
        }
    }
}
