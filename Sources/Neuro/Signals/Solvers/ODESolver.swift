/// How a differential equation is solved between the samples of a series. A score on a chaotic series depends on it: after some Lyapunov times two solvers part.
///
/// The adaptive ones choose their own steps, so that the error of a step, by the root of the mean square over the variables, is below `absolute` + `relative` · |x|, and the samples are read
/// from the polynomial that belongs to each step. They do what SciPy's `solve_ivp` does with the same method and tolerances and `t_eval`, but for the last step, which is not shortened: a longer
/// series begins with a shorter one.
public enum ODESolver: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The classical method of order 4, with so many equal steps from one sample to the next, 1 to 10,000.
    case rungeKutta4(substeps: Int)
    /// The pair of orders 3 and 2 of Bogacki and Shampine, doi:10.1016/0893-9659(89)90079-7, with a cubic between. SciPy's defaults are 1e-3 and 1e-6, which on the Lorenz attractor agrees with the
    /// exact solution for less than ten units of time.
    case rk23(relative: Double, absolute: Double)
    /// The pair of orders 5 and 4 of Dormand and Prince, doi:10.1016/0771-050X(80)90013-3, with the quartic of Shampine, doi:10.1090/S0025-5718-1986-0815836-3.
    case rk45(relative: Double, absolute: Double)
    /// The pair of order 8 of Dormand and Prince with the polynomial of order 7 of Hairer, Nørsett and Wanner (Solving Ordinary Differential Equations I, II.10, doi:10.1007/978-3-540-78862-1): for
    /// tolerances of 1e-8 and below.
    case dop853(relative: Double, absolute: Double)

    /// The solver as it is written in a cell.
    public var description: String {
        switch self {
        case .rungeKutta4(let substeps): ".rungeKutta4(substeps: \(substeps))"
        case .rk23(let relative, let absolute): ".rk23(relative: \(relative), absolute: \(absolute))"
        case .rk45(let relative, let absolute): ".rk45(relative: \(relative), absolute: \(absolute))"
        case .dop853(let relative, let absolute): ".dop853(relative: \(relative), absolute: \(absolute))"
        }
    }

    func check() throws {
        switch self {
        case .rungeKutta4(let substeps):
            guard 1 ... 10_000 ~= substeps else { throw NeuroError.invalid(name: "substeps", value: "\(substeps)", must: "from 1 to 10,000") }
        case .rk23(let relative, let absolute), .rk45(let relative, let absolute), .dop853(let relative, let absolute):
            // Below a hundred units in the last place the error estimates are rounding.
            guard relative.isFinite, relative >= 100 * 0x1p-52 else {
                throw NeuroError.invalid(name: "relative", value: "\(relative)", must: "finite and at least 2.3e-14, which doubles can resolve")
            }
            try Check.positive(absolute, "absolute")
        }
    }
}
