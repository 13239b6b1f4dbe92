import Linear

/// How often samples of each class (row) were taken for each class (column).
///
/// ```swift
/// let confusion = try ConfusionMatrix(truth: ["cat", "cat", "house"], predicted: ["cat", "house", "house"])
/// print(confusion.accuracy, confusion.balancedAccuracy)      // 0.666…, 0.75
/// ```
public struct ConfusionMatrix: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The classes, in the order of rows and columns.
    public let classes: [String]
    /// Counts: true classes in rows, predicted ones in columns.
    public let counts: Matrix

    /// Counts what was taken for what.
    ///
    /// - Parameters:
    ///   - truth: the class of each sample.
    ///   - predicted: what each sample was taken for.
    ///   - classes: the order of rows and columns; sorted by name where nil.
    /// - Throws: `NeuroError` if there are no samples, the two differ in number, or `classes` leaves out one that occurs or names one twice.
    public init(truth: [String], predicted: [String], classes: [String]? = nil) throws {
        guard truth.count == predicted.count, !truth.isEmpty else {
            throw NeuroError.shape(name: "predicted", shape: [predicted.count], must: "as many labels as truth, \(truth.count), and at least one")
        }
        let names = classes ?? Set(truth + predicted).sorted()
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() where places.updateValue(place, forKey: name) != nil {
            throw NeuroError.invalid(name: "classes", value: "\(names)", must: "different from each other")
        }
        var counts = [Double](repeating: 0, count: try Allocation.count(of: [names.count, names.count], named: "the confusion matrix", as: Double.self))
        for (label, guess) in zip(truth, predicted) {
            guard let row = places[label], let column = places[guess] else {
                throw NeuroError.invalid(name: "classes", value: "\(names)", must: "all that occur, \"\(places[label] == nil ? label : guess)\" among them")
            }
            counts[row * names.count + column] += 1
        }
        (self.classes, self.counts) = (names, try Matrix(rows: names.count, columns: names.count, elements: counts))
    }

    /// The share of samples whose class was found.
    public var accuracy: Double { counts.diagonal().sum() / counts.sum() }

    /// For each class the share of its samples that were found; 0 for a class without samples.
    public var recalls: Vector { shares(counts.sum(each: .row)) }

    /// For each class the share of what was taken for it that is of it; 0 for a class that nothing was taken for.
    public var precisions: Vector { shares(counts.sum(each: .column)) }

    /// The mean recall of the classes that have samples: the accuracy if each had as many as the others.
    public var balancedAccuracy: Double {
        let occurring = counts.sum(each: .row).elements.count { $0 > 0 }
        return occurring > 0 ? recalls.sum() / Double(occurring) : 0
    }

    /// Each row divided by its sum: the share of samples of a class that was taken for each class. A class without samples has a row of zeros.
    public func rates() -> Matrix {
        let sums = counts.sum(each: .row).elements
        let width = classes.count
        return Matrix(unsafeUninitializedRows: width, columns: width) { target in
            for place in 0 ..< width * width {
                let sum = sums[place / width]
                target.initializeElement(at: place, to: sum > 0 ? counts.elements[place] / sum : 0)
            }
        }
    }

    private func shares(_ sums: Vector) -> Vector {
        Vector(zip(counts.diagonal().elements, sums.elements).map { $1 > 0 ? $0 / $1 : 0 })
    }

    /// A table: a line for each true class, with the counts of what its samples were taken for.
    public var description: String {
        let width = classes.count
        let cells = (0 ..< width).map { row in (0 ..< width).map { String(Int(counts.elements[row * width + $0])) } }
        let name = classes.map(\.count).max() ?? 0
        let digits = cells.joined().map(\.count).max() ?? 1
        func pad(_ text: String, _ length: Int) -> String { String(repeating: " ", count: max(0, length - text.count)) + text }
        return zip(classes, cells).map { label, row in
            label + String(repeating: " ", count: name - label.count) + row.map { "  " + pad($0, digits) }.joined()
        }.joined(separator: "\n")
    }

    private enum CodingKeys: String, CodingKey { case classes, counts }

    /// Reads a matrix that was saved, if it is one of counts.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        classes = try saved.decode([String].self, forKey: .classes)
        counts = try saved.decode(Matrix.self, forKey: .counts)
        guard counts.rows == classes.count, counts.columns == classes.count, counts.elements.allSatisfy({ $0 >= 0 && $0 < 1e15 && $0 == $0.rounded() }) else {
            throw NeuroError.shape(name: "counts", shape: counts.shape, must: "\(classes.count) x \(classes.count) counts, one row and column for each class")
        }
    }
}
