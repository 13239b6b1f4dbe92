import SwiftSyntax

/// Near names, for "did you mean".
extension Checker {
    /// `did you mean 'spectralRadius'?` or nothing: a note beside the error.
    func suggestion(for name: String, among candidates: [String]) -> [Note] {
        guard question == nil, let near = nearName(to: name, among: candidates) else { return [] }
        return [Note("did you mean '\(near)'?")]
    }

    func nearName(to name: String, among candidates: [String]) -> String? {
        let limit = max(1, (name.count + 1) / 3)
        var best: (name: String, distance: Int)?
        for candidate in Set(candidates) where abs(candidate.count - name.count) <= limit && candidate != name {
            let distance = editDistance(Array(name.utf8), Array(candidate.utf8), limit: limit)
            guard distance <= limit else { continue }
            if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// Optimal string alignment distance: insertions, deletions, changes, exchanged neighbours.
    private func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        var beforePrevious = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0 ... b.count)
        for i in 0 ..< a.count {
            var current = [i + 1] + [Int](repeating: 0, count: b.count)
            for j in 0 ..< b.count {
                let same = lowercased(a[i]) == lowercased(b[j])
                var least = Swift.min(previous[j + 1] + 1, current[j] + 1, previous[j] + (same ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = Swift.min(least, beforePrevious[j - 1] + 1) }
                current[j + 1] = least
            }
            if current.min()! > limit { return limit + 1 }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[b.count]
    }

    private func lowercased(_ byte: UInt8) -> UInt8 { (65 ... 90).contains(byte) ? byte + 32 : byte }
}
