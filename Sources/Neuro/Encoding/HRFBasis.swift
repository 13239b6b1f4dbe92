import Linear

/// Which regressors a kind of event gets.
public enum HRFBasis: Equatable, Sendable, Codable {
    /// One: the response.
    case response
    /// Two: the response, and its derivative in time, for a peak that comes earlier or later.
    case timeDerivative
    /// Three: the response and its derivatives in time and dispersion, for a peak that is also narrower or wider.
    case timeAndDispersionDerivatives
    /// One for each delay in scans (a finite impulse response), whatever the response is.
    case fir(delays: [Int])

    /// What the events are convolved with.
    struct Response {
        /// What is added to the name of the event.
        let suffix: String
        let samples: [Double]
        /// Whether it is a boxcar of one scan, which is read off at its end.
        let isDelay: Bool
    }

    func responses(_ hrf: HRF, repetitionTime: Double, oversampling: Int, scans: Int) throws -> [Response] {
        let plain = Response(suffix: "", samples: try hrf.samples(repetitionTime: repetitionTime, oversampling: oversampling).elements, isDelay: false)
        func derivative() throws -> Response {
            Response(suffix: " (time)", samples: try hrf.timeDerivative(repetitionTime: repetitionTime, oversampling: oversampling).elements, isDelay: false)
        }
        switch self {
        case .response: return [plain]
        case .timeDerivative: return [plain, try derivative()]
        case .timeAndDispersionDerivatives:
            let dispersion = try hrf.dispersionDerivative(repetitionTime: repetitionTime, oversampling: oversampling)
            return [plain, try derivative(), Response(suffix: " (dispersion)", samples: dispersion.elements, isDelay: false)]
        case .fir(let delays):
            guard !delays.isEmpty, delays.allSatisfy({ 0 ... scans ~= $0 }), Set(delays).count == delays.count else {
                throw NeuroError.invalid(name: "delays", value: "\(delays)", must: "at least one number of scans, each once, from 0 to \(scans)")
            }
            return delays.map { delay in
                let samples = Array(repeating: 0, count: delay * oversampling) + Array(repeating: 1 / Double(oversampling), count: oversampling)
                return Response(suffix: " (delay \(delay))", samples: samples, isDelay: true)
            }
        }
    }
}
