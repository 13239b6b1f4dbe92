/// A picture of numbers: layers of marks (lines, bands, points, error bars, bars, coloured cells, arrows, rules, notes) over common axes.
///
/// `plot`, `band`, `scatter`, `errorBars`, `bars`, `histogram`, `heatMap`, `contours`, `vectorField`, `complexPlane` and `raster` make one, `overlay` lays
/// one over another, `rightAxis` gives the other an axis of its own, and `panels` sets several side by side. The methods below change one thing each and give back the changed chart, so they chain:
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
/// each column of pixels (one that turns back, the points where it bends); more than 8,000 points, and a table of more than 10,000 cells, are drawn as an image.
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
    // What follows is optional because sessions hold charts that were saved without it.
    /// What stands at the right, for the layers that belong there.
    package var right: ChartAxis?
    /// Whether the picture stands alone, without axes, as a slice of a brain does.
    package var hidesAxes: Bool?
    /// Which axes of the panels go from the same number to the same number.
    package var sharedAxes: SharedAxes?
    /// Of the whole picture; that of a panel says nothing. Nil follows the page.
    package var chosenTheme: ChartTheme?

    package struct SharedAxes: Equatable, Sendable, Codable {
        package var x, y: Bool
    }

    package init(layers: [Layer] = []) { self.layers = layers }

    /// Applies a change to this chart, or to every panel of it.
    func changed(_ change: (inout Chart) throws -> Void) rethrows -> Chart {
        var chart = self
        if panels.isEmpty {
            try change(&chart)
        } else {
            chart.panels = try panels.map { try $0.changed(change) }
        }
        return chart
    }
}
