/// A picture of numbers: lines, points, bars, coloured cells and rules over common axes.
///
/// `plot`, `scatter`, `heatMap`, `histogram` and `bars` make one; the methods below change one thing each and give back the changed chart, so they chain:
/// ```swift
/// try plot(times, voltage, name: "model")
///     .overlay(scatter(measuredTimes, measuredVoltage, name: "recorded"))
///     .title("Membrane potential").xLabel("time", unit: "ms").yLabel("V", unit: "mV")
/// ```
/// As the last expression of a cell it is drawn under the cell. It carries its numbers, not a drawing: it is drawn when shown, as Vega-Lite for the
/// notebook and as SVG for everything else.
///
/// Numbers that are NaN, infinite or beyond ±1e300 are left out: a line has a gap there, a cell no colour. Series with more points than the picture has
/// room for are thinned when drawn, so that a million points cost no more than a few thousand: a line keeps the first, lowest, highest and last point of
/// each column of pixels (one that turns back, the points where it bends); of points a sample of about 5,000 and every outlier; a table of more than
/// 10,000 cells is drawn as an image.
public struct Chart: Equatable, Sendable, Codable {
    package var layers: [Layer] = []
    /// Charts side by side; where there are any, `layers` is empty.
    package var panels: [Chart] = []
    package var panelColumns = 1
    package var titleText: String?
    package var x = ChartAxis()
    package var y = ChartAxis()
    package var colorLabel: String?
    package var colorUnit: String?
    /// Of the area between the axes, in pixels.
    package var width: Double?
    package var height: Double?
    package var showsLegend = true

    package init(layers: [Layer] = []) { self.layers = layers }

    /// Applies a change to this chart, or to every panel of it.
    func changed(_ change: (inout Chart) -> Void) -> Chart {
        var chart = self
        if panels.isEmpty {
            change(&chart)
        } else {
            chart.panels = panels.map { $0.changed(change) }
        }
        return chart
    }
}
