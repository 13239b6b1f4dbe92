import Display
import Testing

/// Cards from what models say of themselves.
struct ModelCardTests {
    @Test func partsBecomeLines() throws {
        let card = try #require(ModelCard(reading: "SDM(size: 64, radius: 28, folds: [1, 2], rule: .oja(rate: 0.1, a: \"x, (\")) with 3 patterns", of: "SDM"))
        #expect(card.title == "SDM with 3 patterns")
        #expect(card.lines.map(\.name) == ["size", "radius", "folds", "rule"])
        #expect(card.lines.map(\.value) == ["64", "28", "[1, 2]", ".oja(rate: 0.1, a: \"x, (\")"])
        #expect(ModelCard(reading: "NVAR(delays: 2): 9 features", of: "NVAR")?.title == "NVAR: 9 features")
    }

    @Test(arguments: ["", "SDM", "SDM(", "SDM()", "SDM(3)", "SDM(a b: 3)", "SDM(a: 1]", "Other(a: 1)", "SDM(a: 1) and\nmore", "100 ms, 3 spikes"])
    func otherTextsAreNotRead(text: String) { #expect(ModelCard(reading: text, of: "SDM") == nil) }

    @Test(arguments: [
        ("KernelRidgeFit", "Kernel ridge fit"), ("EIReservoir", "EI reservoir"), ("ES2N", "ES2N"), ("BAM", "BAM"), ("Izhikevich2007", "Izhikevich2007"), ("RDM", "RDM"),
        ("GroupRidgeCV", "Group ridge CV"), ("spectralRadius", "Spectral radius"), ("", ""),
    ]) func namesAreRead(name: String, title: String) { #expect(ModelCard.title(name) == title) }

    @Test func markupStaysText() {
        #expect(ModelCard("<b>", [("<i>", "&")]).html.contains("<b>&lt;b&gt;</b>") && ModelCard("", [("<i>", "&")]).html.contains("&amp;"))
    }
}
