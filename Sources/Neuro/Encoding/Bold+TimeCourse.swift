import Linear

extension Bold {
    /// The series of one voxel, scan by scan at the repetition time, as `plot` shows it: time in seconds, from the first scan on.
    ///
    /// Runs follow each other without a gap.
    /// - Parameter voxel: its number in the order of the mask.
    /// - Throws: `NeuroError.invalid` for a voxel that is not there.
    public func timeCourse(of voxel: Int) throws -> TimeCourse {
        guard (0 ..< series.columns).contains(voxel) else { throw NeuroError.invalid(name: "voxel", value: "\(voxel)", must: "from 0 to \(series.columns - 1)") }
        let values = series.elements
        let times = (0 ..< series.rows).map { Double($0) * repetitionTime }
        return try TimeCourse(
            times: Vector(times), values: Vector((0 ..< series.rows).map { Double(values[$0 * series.columns + voxel]) }), quantity: "BOLD signal", timeUnit: "s")
    }
}
