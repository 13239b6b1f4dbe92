import Charts
import Display
import Linear
import Testing

/// Axes take their labels from what is drawn.
@Suite struct TimeCourseTests {
    @Test func aCourseLabelsItsAxes() throws {
        let course = try TimeCourse(times: [0, 0.5, 1], values: [-65, -60, 30] as Vector, quantity: "membrane potential", unit: "mV")
        let chart = plot(course, name: "RS", color: .green)
        #expect(chart.x.title == "time (ms)" && chart.y.title == "membrane potential (mV)")
        #expect(try chart.layers == plot([0, 0.5, 1], [-65, -60, 30] as Vector, name: "RS", color: .green).layers)
        #expect(course.description == "membrane potential (mV): 3 samples, 0.0 to 1.0 ms")
    }

    @Test func severalLinesHaveTheirNames() throws {
        let values = try Matrix([[1, 2], [3, 4]])
        let chart = plot(try TimeCourse(times: [0, 2], values: values, names: ["V1", "V2"], quantity: "BOLD signal", timeUnit: "s"))
        #expect(chart.layers.map(\.name) == ["V1", "V2"] && chart.x.title == "time (s)" && chart.y.title == "BOLD signal")
        #expect(throws: LinearError.self) { try TimeCourse(times: [0], values: values, quantity: "x") }
        #expect(throws: LinearError.self) { try TimeCourse(times: [0, 1], values: values, names: ["a"], quantity: "x") }
    }

    @Test func emptyOnesMakeAPicture() throws {
        let course = try TimeCourse(times: [], values: [] as Vector, quantity: "", timeUnit: "")
        #expect(plot(course).display.entries.count == 3 && plot(course).y.title == nil && course.description == ": nothing")
    }
}
