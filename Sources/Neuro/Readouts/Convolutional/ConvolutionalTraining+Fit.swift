import Linear

extension ConvolutionalTraining {
    /// Learns all targets, as many at a time as take some 20 ms and little memory for a step.
    func fit(iterations: Int, learningRate: Double, seed: Int) throws -> ConvolutionalReadoutFit {
        let d = Double(x.columns)
        let perTarget = isSummed ? 2 * d * d : 4 * d * Double(x.rows)
        let group = max(1, min(targets, Int(2e9 / perTarget), Int(8e6 / d)))
        let groups = (targets + group - 1) / group
        let memory = try memory(targets: group)
        var parameters: [Double] = []
        var losses = [Double](repeating: 0, count: try Allocation.count(of: [iterations], named: "the losses", as: Double.self))
        for number in 0 ..< groups {
            let range = number * group ..< min((number + 1) * group, targets)
            try Progress.stretch(number, of: groups) {
                parameters += try descend(range, iterations: iterations, learningRate: learningRate, seed: seed, memory, &losses)
            }
        }
        return try assemble(parameters, losses: losses.map { $0 / Double(targets) })
    }

    /// Adam on some targets.
    private func descend(
        _ range: Range<Int>, iterations: Int, learningRate: Double, seed: Int, _ memory: Memory, _ losses: inout [Double]
    ) throws -> [Double] {
        var streams = range.map { Random(seed: seed, stream: $0) }
        var parameters: [Double] = []
        for index in streams.indices { parameters += try start(&streams[index]) }
        restrain(&parameters)
        var draws = [Double](repeating: 0, count: 2 * range.count)
        var first = [Double](repeating: 0, count: parameters.count)
        var second = first
        var (firstLeft, secondLeft) = (1.0, 1.0)
        for step in 0 ..< iterations {
            try Progress.check(step, of: iterations)
            if drawsPositions {
                for index in streams.indices {
                    draws[2 * index] = try streams[index].normal()
                    draws[2 * index + 1] = try streams[index].normal()
                }
            }
            evaluate(parameters, targets: range, draws: draws, memory)
            for t in 0 ..< range.count { losses[step] += memory.losses[t] }
            let rate = learningRate * 0.5 * (1 + Elementary.cos(Double.pi * Double(step) / Double(iterations)))
            firstLeft *= 0.9
            secondLeft *= 0.999
            let (rateNow, scale) = (rate / (1 - firstLeft), 1 / (1 - secondLeft))
            parameters.withUnsafeMutableBufferPointer { parameters in
                first.withUnsafeMutableBufferPointer { first in
                    second.withUnsafeMutableBufferPointer { second in
                        for i in parameters.indices {
                            let slope = memory.gradient[i]
                            first[i] = 0.9 * first[i] + 0.1 * slope
                            second[i] = 0.999 * second[i] + 0.001 * slope * slope
                            parameters[i] -= rateNow * first[i] / ((second[i] * scale).squareRoot() + 1e-8)
                        }
                    }
                }
            }
            restrain(&parameters)
        }
        return parameters
    }

    /// Parameters of standardised targets to a fit of those that were given.
    private func assemble(_ parameters: [Double], losses: [Double]) throws -> ConvolutionalReadoutFit {
        let spatial = parametersPerTarget - channels
        var masks = [Double](repeating: 0, count: try Allocation.count(of: [targets, places], named: "the masks", as: Double.self))
        var features: [Double] = []
        var (positions, widths, intercepts) = ([Double](), [Double](), [Double]())
        let means = featureMeans.elements
        for t in 0 ..< targets {
            let own = parameters[t * parametersPerTarget ..< (t + 1) * parametersPerTarget]
            masks.withUnsafeMutableBufferPointer { masks in
                Array(own).withUnsafeBufferPointer { own in
                    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2) { draws in
                        draws.update(repeating: 0)
                        guard let own = own.baseAddress, let masks = masks.baseAddress, let draws = draws.baseAddress else { return }
                        place(own, draws, into: masks + t * places)
                    }
                }
            }
            // A mask and its weights may both change their signs: the one with more light than shade is taken.
            let mask = t * places ..< (t + 1) * places
            let sign = masks[mask].reduce(0, +) < 0 ? -1.0 : 1
            for place in mask { masks[place] *= sign }
            let f = own.suffix(channels).map { $0 * sign * targetScales[t] / featureScale }
            var intercept = targetMeans.elements[t]
            for c in 0 ..< channels {
                for (p, place) in mask.enumerated() { intercept -= f[c] * masks[place] * means[c * places + p] }
            }
            features += f
            intercepts.append(intercept)
            if spatial == 3, case .gaussian2D = readout {
                positions += own.prefix(2)
                widths.append(own[own.startIndex + 2])
            }
        }
        return try ConvolutionalReadoutFit(
            readout, maps: maps, masks: Matrix(rows: targets, columns: places, elements: masks), features: Matrix(rows: targets, columns: channels, elements: features),
            intercept: Vector(intercepts), positions: widths.isEmpty ? nil : Matrix(rows: targets, columns: 2, elements: positions), widths: Vector(widths),
            losses: Vector(losses))
    }
}
