/// How the spins of a memory are updated. A sweep is as many updates as there are spins.
///
/// With the local field h_i and the temperature T = 1/β a spin becomes +1 with probability 1/(1 + exp(−2βh_i)); at T = 0 it becomes +1 where h_i > 0, −1 where h_i < 0, and
/// stays as it is where h_i = 0. All but `parallel` use half the exact energy difference as h_i, so that they sample the Boltzmann distribution of `energy`.
public enum Dynamics: Equatable, Sendable, CustomStringConvertible, Codable {
    /// Each spin once per sweep, in an order drawn anew for each sweep. At T = 0 the energy never rises.
    case sequential
    /// All spins at once, from the field as the theory has it. At T = 0 it may end in a cycle of two states.
    case parallel
    /// Spins picked at random, with repetition (Glauber 1963, doi:10.1063/1.1703954).
    case glauber
    /// Spins picked at random, with repetition, and turned with probability min(1, exp(−βΔE)) (Metropolis et al. 1953, doi:10.1063/1.1699114).
    case metropolis

    /// The dynamics as it is written in a cell.
    public var description: String {
        switch self {
        case .sequential: ".sequential"
        case .parallel: ".parallel"
        case .glauber: ".glauber"
        case .metropolis: ".metropolis"
        }
    }
}
