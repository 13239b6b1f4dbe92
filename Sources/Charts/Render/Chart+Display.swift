import Display
import Linear

extension Chart: Displayable, CustomStringConvertible {
    /// Vega-Lite, SVG and a sentence.
    ///
    /// There is no `image/png` beside them: JupyterLab, when it finds none, adds one of the whole picture with its axes, which is what pages that know
    /// neither of the two then show. An image of the cells alone would stand in its way.
    package var display: MIMEBundle {
        Abandonable.value(operations: 100 * Double(size), otherwise: MIMEBundle()) { rendered }
    }

    /// How many numbers are drawn.
    private var size: Int {
        let own = layers.reduce(0) { sum, layer in
            switch layer.mark {
            case .line(let x, _), .points(let x, _): sum + x.values.count
            case .bars(let bars): sum + bars.count
            case .cells(let cells): sum + cells.rows * cells.columns
            case .band(let x, _, _), .spans(let x, _, _, _), .arrows(let x, _, _, _, _): sum + x.values.count
            case .notes(let notes): sum + notes.count
            case .rule, .region: sum
            }
        }
        return panels.reduce(own) { $0 + $1.size }
    }

    private var rendered: MIMEBundle {
        var bundle = MIMEBundle()
        let frames = Frame.frames(self)
        bundle["application/vnd.vegalite.v5+json"] = .json(VegaLite.document(self, frames).text)
        bundle["image/svg+xml"] = .text(SVG.document(self, frames))
        bundle["text/plain"] = .text(Summary.text(self, frames))
        return bundle
    }

    /// The chart in one sentence: what is drawn, how many marks, from where to where.
    public var description: String { Summary.text(self) }
}
