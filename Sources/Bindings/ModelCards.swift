import Display
import Linear
import Neuro

// Models show what they are: their parameters, their sizes, what they have learnt. The machine makes the card of most from their description and their properties
// (`Machine+Cards`); these have more to say, or say it better.

extension ReservoirFit: Displayable {
    package var display: MIMEBundle {
        MIMEBundle(
            plain: description,
            card: ModelCard(
                "Trained reservoir",
                [
                    ("states", "\(node.features)"), ("readout", "\(readout.features) features to \(readout.outputs) outputs"),
                    ("reads", readsInputs ? "states and inputs" : "states"),
                    ("error of training", "\(DataTable.text(trainingError)) (NRMSE)"),
                ]))
    }
}

extension SpikingNetwork: Displayable {
    package var display: MIMEBundle {
        MIMEBundle(
            plain: description,
            card: ModelCard(
                "Spiking network",
                [
                    ("neurons", "\(neuronCount)"), ("synapses", "\(synapseCount), \(ByteCount.text(synapseBytes))"), ("time step", "\(timeStep)"), ("has run for", "\(time)"),
                    ("seed", "\(seed)"),
                ]))
    }
}

extension Hopfield: Displayable {
    package var display: MIMEBundle {
        MIMEBundle(
            plain: description,
            card: ModelCard("Hopfield network", [("units", "\(size)"), ("rule", "\(rule)".trimmingPrefix(".").description), ("stored", patterns.map { "\($0)" } ?? "nothing yet")]))
    }
}

extension RidgeFitOf: Displayable {
    package var display: MIMEBundle {
        MIMEBundle(plain: description, card: ridgeCard(coefficients.rows, coefficients.columns, alphas.elements, candidates.count))
    }
}

private func ridgeCard(_ features: Int, _ targets: Int, _ alphas: [Double], _ candidates: Int) -> ModelCard {
    var penalties = "none"
    if let lowest = alphas.min(), let highest = alphas.max() { penalties = lowest == highest ? "\(lowest)" : "from \(lowest) to \(highest), by target" }
    return ModelCard(
        "Ridge regression",
        [("features", "\(features)"), ("targets", "\(targets)"), ("penalty", penalties)]
            + (candidates > 0 ? [("chosen among", "\(candidates) penalties, by cross-validation")] : []))
}

extension MIMEBundle {
    fileprivate init(plain: String, card: ModelCard) {
        self.init(plain: plain)
        self["text/html"] = .text(card.html)
    }
}
