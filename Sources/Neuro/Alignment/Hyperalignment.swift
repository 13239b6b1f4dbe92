import Linear

/// Brings several subjects into one space: their mean is the template, each is aligned to it, the mean of the aligned subjects is the next template, and so on.
///
/// ```swift
/// let fit = try Hyperalignment(iterations: 5).fit(subjects)
/// let common = try fit.transform(heldOut[2], subject: 2)
/// ```
///
/// After the iterated template of Haxby et al. (2011, doi:10.1016/j.neuron.2011.08.026), as fmralign's local template has it; with `.orthogonal` it is generalised Procrustes analysis. Subjects have the
/// same voxels in number, row i of each is the response to the same stimulus, and their columns should be centred. For subjects with other numbers of voxels see `SharedResponseModel`.
public struct Hyperalignment: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How a subject is aligned to the template.
    public let method: Alignment
    /// How many templates there are, one after the other.
    public let iterations: Int
    /// Whether each template is scaled to the mean norm of the subjects, since a mean is shorter than what it is of.
    public let rescalesTemplate: Bool

    /// - Parameters:
    ///   - method: `.orthogonal` by default.
    ///   - iterations: how many templates; 5 by default.
    ///   - rescalesTemplate: false by default. With `.scaledOrthogonal` true keeps the template from shrinking from one iteration to the next.
    /// - Throws: `NeuroError.invalid` if there is not at least one iteration.
    public init(method: Alignment = .orthogonal, iterations: Int = 5, rescalesTemplate: Bool = false) throws {
        try Check.atLeast(1, iterations, "iterations")
        (self.method, self.iterations, self.rescalesTemplate) = (method, iterations, rescalesTemplate)
    }

    /// Finds the template and a map to it for each subject.
    ///
    /// - Parameter subjects: samples x voxels of each subject, all of the same shape; at least two.
    /// - Throws: `NeuroError` if there are fewer than two subjects, they differ in shape, or one is empty or holds a NaN or an infinity.
    /// - Complexity: `iterations` times that of the method for each subject.
    public func fit(_ subjects: [Matrix]) throws -> HyperalignmentFit {
        guard subjects.count >= 2, let first = subjects.first else { throw NeuroError.shape(name: "subjects", shape: [subjects.count], must: "at least two subjects") }
        for (index, subject) in subjects.enumerated() {
            try Check.finite(subject, "subjects[\(index)]")
            guard subject.shape == first.shape else {
                throw NeuroError.shape(name: "subjects[\(index)]", shape: subject.shape, must: "\(first.rows) x \(first.columns), as the first")
            }
        }
        let norm = subjects.reduce(0) { $0 + $1.norm() } / Double(subjects.count)
        var (aligned, template, alignments, distances) = (subjects, first, [AlignmentFit](), [Double]())
        for iteration in 0 ..< iterations {
            template = try Self.mean(aligned)
            let length = template.norm()
            if rescalesTemplate, length > 0 { template = template * (norm / length) }
            (alignments, aligned) = ([], [])
            var distance = 0.0
            for (index, subject) in subjects.enumerated() {
                let alignment = try Progress.stretch(iteration * subjects.count + index, of: iterations * subjects.count) {
                    try Progress.check(0)
                    return try method.fit(subject, template)
                }
                let moved = try alignment.transform(subject)
                let error = try (moved - template).norm()
                distance += error * error / Double(template.count) / Double(subjects.count)
                alignments.append(alignment)
                aligned.append(moved)
            }
            guard distance.isFinite else { throw NeuroError.diverged(what: "the squared distance of subjects and template is not finite: the responses are too large; scale them") }
            distances.append(distance)
        }
        return try HyperalignmentFit(template: template, alignments: alignments, distances: Vector(distances))
    }

    private static func mean(_ subjects: [Matrix]) throws -> Matrix {
        var sum = subjects[0]
        for subject in subjects.dropFirst() { sum = try sum + subject }
        return sum / Double(subjects.count)
    }

    /// The call as it is written in a cell.
    public var description: String { "Hyperalignment(method: \(method), iterations: \(iterations)\(rescalesTemplate ? ", rescalesTemplate: true" : ""))" }

    private enum CodingKeys: String, CodingKey { case method, iterations, rescalesTemplate }

    /// Reads settings that were saved, if they are such.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            method: saved.decode(Alignment.self, forKey: .method), iterations: saved.decode(Int.self, forKey: .iterations),
            rescalesTemplate: saved.decode(Bool.self, forKey: .rescalesTemplate))
    }
}

/// A template and the maps of subjects to it.
public struct HyperalignmentFit: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The template, samples x voxels.
    public let template: Matrix
    /// The map of each subject to the template.
    public let alignments: [AlignmentFit]
    /// For each iteration the mean squared distance of the aligned subjects from its template.
    public let distances: Vector

    init(template: Matrix, alignments: [AlignmentFit], distances: Vector) throws {
        guard let method = alignments.first?.method, alignments.allSatisfy({ $0.shape[1] == template.columns && $0.method == method }) else {
            throw NeuroError.shape(name: "template", shape: template.shape, must: "of as many columns as the alignments map to")
        }
        (self.template, self.alignments, self.distances) = (template, alignments, distances)
    }

    /// Responses of a subject of the fit in the common space.
    ///
    /// - Parameters:
    ///   - x: samples x voxels, of any number of samples.
    ///   - subject: which, from 0.
    /// - Throws: `NeuroError` if there is no such subject, or `x` has another number of voxels, is empty or holds a NaN or an infinity.
    public func transform(_ x: Matrix, subject: Int) throws -> Matrix {
        guard alignments.indices.contains(subject) else {
            throw NeuroError.invalid(name: "subject", value: "\(subject)", must: "from 0 to \(alignments.count - 1)")
        }
        return try alignments[subject].transform(x)
    }

    /// The map of a subject who was not in the fit to the template; its `transform` then takes further responses there.
    ///
    /// - Parameter subject: samples x voxels: responses to the stimuli of the template.
    /// - Throws: `NeuroError` as `Alignment.fit`.
    public func align(_ subject: Matrix) throws -> AlignmentFit { try alignments[0].method.fit(subject, template) }

    /// One line: the extents and how near the subjects are to the template.
    public var description: String {
        "hyperalignment of \(alignments.count) subjects, template \(template.rows) x \(template.columns), mean squared distance \(distances.elements.last ?? 0)"
    }

    private enum CodingKeys: String, CodingKey { case template, alignments, distances }

    /// Reads a fit that was saved, if its extents agree.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            template: saved.decode(Matrix.self, forKey: .template), alignments: saved.decode([AlignmentFit].self, forKey: .alignments),
            distances: saved.decode(Vector.self, forKey: .distances))
    }
}
