import Linear

extension Theory {
    /// The states of a memory over a grid of loads and temperatures.
    public struct PhaseDiagram: Equatable, Sendable, Codable {
        /// The memory.
        public let model: Model
        /// The loads α, one for each column.
        public let loads: Vector
        /// The temperatures T, one for each row.
        public let temperatures: Vector
        /// The overlap m with the pattern, temperatures x loads; 0 where nothing is recalled.
        public let overlap: Matrix
        /// The Edwards-Anderson order parameter q, temperatures x loads: above 0 with m = 0 in a spin glass, 0 in a paramagnet.
        public let order: Matrix
        /// The capacity at each temperature: the line where recall ends.
        public let capacity: Vector
    }

    /// The states over a grid of loads and temperatures, as a heat map shows them.
    ///
    /// ```swift
    /// let loads = try Vector.linspace(from: 0, through: 0.15, count: 40)
    /// let temperatures = try Vector.linspace(from: 0, through: 0.6, count: 40)
    /// let map = try Theory.phaseDiagram(.dense(order: 3), loads: loads, temperatures: temperatures)
    /// print(map.overlap.shape)   // [40, 40]
    /// ```
    ///
    /// - Parameters:
    ///   - model: the memory.
    ///   - loads: each at least 0.
    ///   - temperatures: each at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `LinearError.tooLarge` for a grid that does not fit in memory.
    /// - Complexity: about 0.1 ms for each point, 0.2 s for 40 x 40.
    public static func phaseDiagram(_ model: Model, loads: Vector, temperatures: Vector) throws -> PhaseDiagram {
        let equations = try Equations(model)
        try check(loads: loads)
        try temperatures.elements.forEach(check(temperature:))
        var overlap = try Matrix.zeros(rows: temperatures.count, columns: loads.count), order = overlap, capacity: [Double] = []
        for (row, temperature) in temperatures.elements.enumerated() {
            let branch = equations.branch(temperature)
            capacity.append(branch?.capacity ?? 0)
            for (column, load) in loads.elements.enumerated() {
                if column % 16 == 0 { try Progress.check(column, of: loads.count, part: row, of: temperatures.count) }
                let state = equations.state(load: load, temperature: temperature, branch: branch)
                try overlap.set(state.overlap, row: row, column: column)
                try order.set(state.order, row: row, column: column)
            }
        }
        return PhaseDiagram(model: model, loads: loads, temperatures: temperatures, overlap: overlap, order: order, capacity: Vector(capacity))
    }

    /// The overlaps of several memories, one in each row, at several loads, one in each column: the map over the entropy of examples and the load, or over their number.
    ///
    /// ```swift
    /// let models = entropies.map { Theory.Model.supervised(order: 3, entropy: $0) }
    /// let map = try Theory.overlaps(models, loads: loads)
    /// ```
    ///
    /// - Parameters:
    ///   - models: the memories.
    ///   - loads: each at least 0.
    ///   - temperature: T, at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `LinearError.tooLarge` for a grid that does not fit in memory.
    public static func overlaps(_ models: [Model], loads: Vector, temperature: Double = 0) throws -> Matrix {
        try check(loads: loads)
        try check(temperature: temperature)
        let all = try models.map { try Equations($0) }
        var result = try Matrix.zeros(rows: all.count, columns: loads.count)
        for (row, equations) in all.enumerated() {
            let branch = equations.branch(temperature)
            for (column, load) in loads.elements.enumerated() {
                if column % 16 == 0 { try Progress.check(column, of: loads.count, part: row, of: all.count) }
                try result.set(equations.state(load: load, temperature: temperature, branch: branch).overlap, row: row, column: column)
            }
        }
        return result
    }

    /// The overlap m of one memory at several loads: the line to draw over a simulation.
    ///
    /// - Parameters:
    ///   - model: the memory.
    ///   - loads: each at least 0.
    ///   - temperature: T, at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func overlaps(_ model: Model, loads: Vector, temperature: Double = 0) throws -> Vector {
        try overlaps([model], loads: loads, temperature: temperature).flattened
    }

    private static func check(loads: Vector) throws {
        for load in loads.elements { try Check.notNegative(load, "loads") }
    }
}
