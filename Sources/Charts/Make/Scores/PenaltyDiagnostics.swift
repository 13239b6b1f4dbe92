import Linear

/// Whether the penalties of a ridge regression were searched where they should be: how often each was chosen, and how the cross-validated score depends on it.
///
/// ```swift
/// try penaltyDiagnostics(fit.candidates, scores: fit.scores, chosen: fit.alphas)
/// ```
/// Many voxels at an end of the grid say that it should go further; those without any signal always choose the largest penalty.
/// - Parameters:
///   - candidates: the penalties that were tried, all above 0.
///   - scores: the cross-validated score of each, one row for each penalty, one column for each target; a single column for one penalty for all. NaN is left out.
///   - chosen: the penalty of each target, or one for all.
///   - name: what the scores are.
/// - Throws: `ChartError.differentLengths` unless there is a row for each penalty; `ChartError.outOfRange` for penalties that are not above 0, or none.
public func penaltyDiagnostics(_ candidates: Vector, scores: Matrix, chosen: Vector, name: String = "CV score") throws -> Chart {
    guard candidates.count > 0, candidates.elements.allSatisfy({ Scale.holds($0, isLogarithmic: true) }) else {
        throw ChartError.outOfRange(argument: "candidates", value: "\(candidates.elements.prefix(5))", allowed: "at least one penalty, all above 0")
    }
    guard scores.rows == candidates.count else {
        throw ChartError.differentLengths(first: "candidates", firstCount: candidates.count, second: "the rows of scores", secondCount: scores.rows)
    }
    let order = candidates.elements.indices.sorted { candidates.elements[$0] < candidates.elements[$1] }
    let alphas = order.map { candidates.elements[$0] }
    let edges = penaltyEdges(alphas)
    return try panels([chosenPenalties(alphas, edges, chosen.elements), penaltyPath(alphas, order, scores, name)]).xRange(edges[0] ... edges[alphas.count])
}

/// Half the way, by factors, from each penalty to its neighbours.
private func penaltyEdges(_ alphas: [Double]) -> [Double] {
    guard let first = alphas.first, let last = alphas.last, alphas.count > 1, first < last else { return alphas.flatMap { [$0 / 2, $0 * 2] } }
    let inner = zip(alphas, alphas.dropFirst()).map { $0.squareRoot() * $1.squareRoot() }
    return [first * (first / inner[0])] + inner + [last * (last / inner[inner.count - 1])]
}

private func chosenPenalties(_ alphas: [Double], _ edges: [Double], _ chosen: [Double]) -> Chart {
    var counts = [Int](repeating: 0, count: alphas.count), others = 0
    for value in chosen {
        // Chosen penalties are copies of candidates, but may have been rounded to single precision.
        if let nearest = alphas.indices.min(by: { (alphas[$0] - value).magnitude < (alphas[$1] - value).magnitude }), (alphas[nearest] - value).magnitude <= 1e-5 * value.magnitude
        {
            counts[nearest] += 1
        } else {
            others += 1
        }
    }
    let bars = alphas.indices.map { Layer.Bar(from: edges[$0], to: edges[$0 + 1], height: Double(counts[$0])) }
    let found = chosen.count - others
    let atEnds = alphas.count > 1 ? counts[0] + counts[counts.count - 1] : 0
    let title = found == 0 ? "Chosen penalties" : "\(ScoreText.percent(Double(atEnds) / Double(found))) at an end of the grid"
    return Chart(layers: [Layer(.bars(bars), color: .blue)]).logX().title(title).xLabel("penalty α").yLabel(others == 0 ? "targets" : "targets (\(others) with another penalty)")
}

private func penaltyPath(_ alphas: [Double], _ order: [Int], _ scores: Matrix, _ name: String) throws -> Chart {
    var means: [Double] = [], low: [Double] = [], high: [Double] = []
    for row in order {
        let there = scores.elements[row * scores.columns ..< (row + 1) * scores.columns].filter(Scale.isDrawable).sorted()
        means.append(there.isEmpty ? .nan : there.reduce(0) { $0 + $1 / Double(there.count) })
        low.append(there.isEmpty ? .nan : Binning.quantile(there, 0.25))
        high.append(there.isEmpty ? .nan : Binning.quantile(there, 0.75))
        try Progress.check()
    }
    var chart = Chart()
    if scores.columns > 1 { chart.layers.append(Layer(.band(x: Numbers(alphas), low: Numbers(low), high: Numbers(high)), name: "middle half", color: .blue)) }
    chart.layers.append(Layer(.line(x: Numbers(alphas), y: Numbers(means)), name: "mean", color: .blue))
    var points = Layer(.points(x: Numbers(alphas), y: Numbers(means)), color: .blue)
    points.pointRadius = 2.6
    chart.layers.append(points)
    if let best = means.indices.filter({ !means[$0].isNaN }).max(by: { means[$0] < means[$1] }) {
        chart = chart.verticalLine(at: alphas[best], name: "best for all", color: .orange)
    }
    return chart.logX().title("\(name) over \(scores.columns) target\(scores.columns == 1 ? "" : "s")").xLabel("penalty α").yLabel(name)
}
