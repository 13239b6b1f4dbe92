import Linear

/// Labels as numbers: which class, in the order of their names, each sample is of.
struct ClassLabels {
    /// The classes, sorted.
    let names: [String]
    /// The place in `names` of each sample's class.
    let indices: [Int]

    init(_ labels: [String], samples: Int) throws {
        guard labels.count == samples else {
            throw NeuroError.shape(name: "labels", shape: [labels.count], must: "one label for each of the \(samples) samples")
        }
        names = Set(labels).sorted()
        guard names.count >= 2 else { throw NeuroError.invalid(name: "labels", value: "\(names)", must: "of at least two classes") }
        let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        indices = labels.compactMap { places[$0] }
    }

    /// Targets of some samples (rows) for classes (columns): 1 for the class of the sample, −1 for the others.
    static func targets(_ indices: [Int], classes: Int) -> Matrix {
        Matrix(unsafeUninitializedRows: indices.count, columns: classes) { target in
            for (row, index) in indices.enumerated() {
                for column in 0 ..< classes { target.initializeElement(at: row * classes + column, to: column == index ? 1 : -1) }
            }
        }
    }

    /// The place of the largest of the values of a row; of equals the first.
    static func winner(_ values: ArraySlice<Double>) -> Int {
        var best = values.startIndex
        for place in values.indices where values[place] > values[best] { best = place }
        return best - values.startIndex
    }
}
