import CZlib
import Display
import Linear

extension Chart {
    /// Writes the picture to a file: as SVG, as PNG or as Vega-Lite, by the ending of its name.
    ///
    /// ```swift
    /// try chart.save("figure1.svg", width: .millimeters(85))
    /// try chart.save("figure1.png", width: .inches(3.5), dpi: 600)
    /// ```
    /// The picture is laid out anew for the size that is asked for, so that text keeps its size: 8 points for the numbers at the axes, 9 for their labels. An SVG
    /// names its size in millimetres, a PNG its dots per inch. The letters of a PNG are drawn by Engram itself, those of an SVG by whoever shows it.
    /// - Parameters:
    ///   - path: ends in `.svg`, `.png`, or `.json` (also `.vl.json`), which has no size on paper. A file that is there is replaced.
    ///   - width: of the whole picture with its labels, from 20 mm to 2 m. Without it the picture is as large as in the notebook, at 96 pixels to the inch.
    ///   - height: of the whole picture; without it in the proportion that the chart has.
    ///   - dpi: dots per inch of a PNG, 36 to 1,200.
    /// - Throws: `ChartError.outOfRange` for another ending, size or resolution; `ChartError.unwritable` where the file cannot be written.
    public func save(_ path: String, width: Length? = nil, height: Length? = nil, dpi: Double = 300) throws {
        guard (36 ... 1_200).contains(dpi) else { throw ChartError.outOfRange(argument: "dpi", value: "\(dpi)", allowed: "from 36 to 1,200") }
        for (length, name) in [(width, "width"), (height, "height")] {
            guard let length, !(20 ... 2_000).contains(length.millimeters) else { continue }
            throw ChartError.outOfRange(argument: name, value: "\(length.millimeters) mm", allowed: "from 20 mm to 2 m")
        }
        let bytes: [UInt8]
        if path.hasSuffix(".svg") {
            bytes = Array(drawing(width, height).text().utf8)
        } else if path.hasSuffix(".png") {
            let drawing = drawing(width, height)
            guard drawing.width * drawing.height * (dpi / 96) * (dpi / 96) <= 2e8 else {
                throw ChartError.outOfRange(argument: "dpi", value: "\(dpi)", allowed: "such that the picture has at most 200 million pixels")
            }
            bytes = drawing.png(dpi: dpi)
        } else if path.hasSuffix(".json") {
            bytes = VegaLite.document(self).indented
        } else {
            throw ChartError.outOfRange(argument: "path", value: "“\(path)”", allowed: "a name that ends in .svg, .png or .json")
        }
        try Self.write(bytes, to: path)
    }

    /// The picture at a size on paper.
    package func drawing(_ width: Length?, _ height: Length?) -> SVGDrawing {
        let natural = SVGDrawing(self, Frame.frames(self))
        guard width != nil || height != nil else { return natural }
        let wanted = (
            width: width?.pixels ?? (height?.pixels ?? 0) * natural.width / natural.height, height: height?.pixels ?? (width?.pixels ?? 0) * natural.height / natural.width
        )
        var chart = self, drawing = natural
        // The room that labels need depends on the size of the axes, so the size is approached.
        for _ in 0 ..< 3 {
            let grown = chart.resized(by: (wanted.width - drawing.width, wanted.height - drawing.height), columns: panels.isEmpty ? 1 : panelColumns)
            (chart, drawing) = (grown, SVGDrawing(grown, Frame.frames(grown)))
        }
        drawing.paper = (wanted.width, wanted.height)
        return drawing
    }

    /// With axes that are longer by as much in all, or shorter.
    private func resized(by change: (width: Double, height: Double), columns: Int) -> Chart {
        var chart = self
        let frames = Frame.frames(self)
        let rows = Double((frames.count + columns - 1) / columns)
        func size(_ frame: Frame) -> (Double, Double) { (max(40, frame.width + change.width / Double(columns)), max(30, frame.height + change.height / rows)) }
        if panels.isEmpty, let frame = frames.first {
            (chart.width, chart.height) = size(frame)
        } else {
            for (index, frame) in frames.enumerated() { (chart.panels[index].width, chart.panels[index].height) = size(frame) }
        }
        return chart
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        // "T": as it is, without gzip.
        guard !path.utf8.contains(0), let file = gzopen(path, "wbT") else { throw ChartError.unwritable(file: path) }
        var start = 0
        while start < bytes.count {
            let count = min(1 << 20, bytes.count - start)
            let written = bytes.withUnsafeBytes { gzwrite(file, $0.baseAddress?.advanced(by: start), UInt32(count)) }
            guard Int(written) == count else {
                gzclose(file)
                throw ChartError.unwritable(file: path)
            }
            start += count
        }
        guard gzclose(file) == Z_OK else { throw ChartError.unwritable(file: path) }
    }
}

extension SVGDrawing {
    /// The same picture in pixels, of which so many make an inch.
    package func png(dpi: Double) -> [UInt8] {
        let size = paper ?? (width, height)
        // Where the layout did not meet the size, the picture is a little larger or smaller as a whole.
        let scale = min(size.width / width, size.height / height) * dpi / 96
        var painter = CanvasPainter(width: size.width * dpi / 96 / scale, height: size.height * dpi / 96 / scale, scale: scale, theme)
        painter.draw(items)
        return PNG.encode(painter.canvas, dpi: dpi)
    }
}
