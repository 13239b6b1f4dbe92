import Linear
import Neuro
import Testing

/// What models record knows its times and units.
struct TimeCourseTests {
    @Test func aTraceKnowsItsPotential() throws {
        let trace = try Izhikevich.resonator.response(to: Vector(repeating: 10, count: 400), dt: 0.25.ms)
        let potential = try trace.potential
        #expect(potential.times == trace.times && potential.values.elements == trace.vWithSpikes.elements)
        #expect((potential.quantity, potential.unit, potential.timeUnit) == ("membrane potential", "mV", "ms"))
        #expect(try trace.recovery.values.elements == trace.u.elements)
    }

    @Test func ratesStandAtTheMiddleOfTheirBins() throws {
        let spikes = try Spikes(times: [101, 103, 119], neurons: [0, 1, 0], neuronCount: 2, start: 100.ms, end: 120.ms)
        let course = try spikes.rateCourse(bin: 10.ms)
        #expect(course.times.elements == [105, 115] && course.unit == "Hz")
        #expect(zip(course.values.elements, [100.0, 50]).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test func aVoxelKnowsItsRepetitionTime() throws {
        let bold = try Bold(series: Matrix([[1, 2], [3, 4], [5, 6]]), repetitionTime: 2.5)
        let course = try bold.timeCourse(of: 1)
        #expect(course.times.elements == [0, 2.5, 5] && course.values.elements == [2, 4, 6] && course.timeUnit == "s")
        #expect(throws: NeuroError.self) { try bold.timeCourse(of: 2) }
    }

    @Test func aRecordingIsNamed() throws {
        let recording = try Recording(times: [0, 1], values: Matrix([[1, 2], [3, 4]]))
        #expect(try recording.timeCourse("adaptation", unit: "pA", names: ["a", "b"]).names == ["a", "b"])
        #expect(throws: LinearError.self) { try recording.timeCourse("u", names: ["a"]) }
    }
}
