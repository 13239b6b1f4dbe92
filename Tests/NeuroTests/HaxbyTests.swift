import Formats
import Linear
import Neuro
import Testing

/// The whole way on real data: one axial slice of subject 1 of Haxby et al. (2001), doi:10.1126/science.1063736. The figures are those of an independent
/// computation with nibabel, nilearn and himalaya. Skipped where the data are absent (see `EncodingReference.haxby`).
@Suite(.enabled(if: EncodingReference.haxby != nil, "the Haxby slice is not here: set ENGRAM_HAXBY to its folder")) struct HaxbyTests {
    private func load() throws -> (series: Matrix, labels: [String], runs: [Int], repetitionTime: Double) {
        let folder = try #require(EncodingReference.haxby)
        let bold = try NIfTI(folder + "/bold.nii.gz")
        let mask = try NIfTI(folder + "/mask.nii.gz")
        #expect(bold.shape == [40, 20, 1, 1452])
        #expect(try mask.maskCount() == 530)
        let table = try Table(folder + "/attributes_literal.txt", header: false, separator: " ")
        let runs = try table.integers(1)
        let series = try zscoreRuns(detrendRuns(bold.series(mask: mask), runs: runs), runs: runs)
        return (series, try table.strings(0), runs, bold.repetitionTime)
    }

    private func scores(_ design: Design, _ series: Matrix, _ runs: [Int]) throws -> (r: [Double], r2: [Double]) {
        let (train, test) = try splitRuns(runs, test: [10, 11])
        let x = design.matrix
        let model = try RidgeCV(alphas: RidgeCV.alphas(from: 0.1, to: 1e4, count: 11))
        let fit = try model.fit(x.selectingRows(train), series.selectingRows(train))
        let (observed, predicted) = (try series.selectingRows(test), try fit.predict(x.selectingRows(test)))
        return (try correlationScore(observed, predicted).elements, try r2Score(observed, predicted).elements)
    }

    private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

    @Test func encodesWithTheGloverResponse() throws {
        let (series, labels, runs, repetitionTime) = try load()
        #expect(repetitionTime == 2.5)
        let design = try Design(labels: labels).convolved(with: .glover, repetitionTime: repetitionTime, runs: runs)
        #expect(design.names.count == 8)
        let (r, _) = try scores(design, series, runs)
        #expect(rounded(r.reduce(0, +) / 530) == 0.096)
        #expect(rounded(r.max() ?? 0) == 0.543)
    }

    @Test func encodesWithDelays() throws {
        let (series, labels, runs, _) = try load()
        let (r, r2) = try scores(Design(labels: labels).delayed([1, 2, 3, 4], runs: runs), series, runs)
        #expect(rounded(r.reduce(0, +) / 530) == 0.163)
        #expect(rounded(r.max() ?? 0) == 0.733)
        #expect(r.count { $0 > 0.3 } == 117)
        #expect(rounded(r2.max() ?? 0) == 0.537)
    }

    @Test func readsTheEventsOfARun() throws {
        let folder = try #require(EncodingReference.haxby) + "/whole-brain-25mm"
        let events = try Table(folder + "/run-01_events.tsv")
        let design = try Design(
            onsets: events.numbers("onset"), durations: events.numbers("duration"), kinds: events.strings("trial_type"), scans: 121, repetitionTime: 2.5)
        #expect(design.names.count == 8)
        let image = try NIfTI(folder + "/run-01.nii.gz")
        #expect(image.shape == [6, 10, 10, 121])
        let mask = try NIfTI(folder + "/mask-vt.nii.gz")
        #expect(try image.series(mask: mask).shape == [121, mask.maskCount()])
    }
}
