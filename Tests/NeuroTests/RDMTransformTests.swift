import Linear
import Neuro
import Testing

@Suite struct RDMTransformTests {
    let reference = RepresentationReference.shared
    let rdm: RDM

    init() throws { rdm = try reference.rdms("subjects")[0] }

    /// Neither the picture of dissimilarities nor their Bures similarity depends on their unit, up to the ends of the numbers.
    @Test(arguments: [1e-300, 1e160, 1e300]) func mapsOfAnyUnit(unit: Double) throws {
        let plain = try RDM([3, 4, 5, 2, 6, 4]), other = try RDM([1, 5, 2, 3, 3, 4])
        func scaled(_ rdm: RDM) throws -> RDM { try RDM(rdm.dissimilarities * unit) }
        for squared in [true, false] {
            let length = squared ? unit.squareRoot() : unit
            for (map, expected) in [
                (try scaled(plain).classicalScaling(squared: squared), try plain.classicalScaling(squared: squared)),
                (try scaled(plain).metricScaling(squared: squared, starts: 1), try plain.metricScaling(squared: squared, starts: 1)),
            ] {
                #expect(abs(map.stress - expected.stress) < 1e-6)
                #expect(zip(map.coordinates.elements, expected.coordinates.elements).allSatisfy { abs($0 / length - $1) < 1e-3 })
            }
        }
        #expect(abs(try scaled(plain).similarity(to: scaled(other), by: .bures) - plain.similarity(to: other, by: .bures)) < 1e-9)
    }

    @Test(arguments: [(0.2, 0.8), (0.0, 1.0), (0.1, 0.8), (0.5, 0.5)])
    func geotopologicalTransformIsItsDefinition(_ lower: Double, _ upper: Double) throws {
        let expected = reference.numbers("rgtm-\(lower)-\(upper)")
        let transformed = try rdm.geotopological(lower: lower, upper: upper)
        #expect(difference(transformed.dissimilarities, expected) < 1e-12)
        // It sees order alone.
        #expect(difference(try RDM(rdm.dissimilarities * 10).geotopological(lower: lower, upper: upper).dissimilarities, expected) < 1e-12)
        #expect(difference(try RDM(rdm.dissimilarities * -1e300).geotopological().dissimilarities.map { 1 - $0 }, reference.numbers("rgtm-0.2-0.8")) < 1e-12)
    }

    @Test func smallDistancesKeepTheirProportion() throws {
        // Ten distances from .01 to .5 between quantiles .1 and .8: ranks 0 … 1 in ninths, and 1 only from .8 on.
        let small = try RDM(Vector.linspace(from: 0.01, through: 0.5, count: 10)).geotopological(lower: 0.1, upper: 0.8)
        let expected = (0 ..< 10).map { max(0, min(1, (Double($0) / 9 - 0.1) / 0.7)) }
        #expect(difference(small.dissimilarities, expected) < 1e-12)
        #expect(small.dissimilarities.elements.count { $0 == 1 } == 2)
        #expect(small.conditions == ["0", "1", "2", "3", "4"])
    }

    @Test func otherTransforms() throws {
        #expect(difference(try rdm.geotopologicalSigmoid(steepness: 7, midpoint: 0.4).dissimilarities, reference.numbers("rgtm-sigmoid")) < 1e-12)
        for quantile in [0.15, 0.4] {
            #expect(difference(try rdm.geodesic(quantile: quantile).dissimilarities, reference.numbers("rgdm-\(quantile)")) < 1e-12)
        }
        #expect(difference(try rdm.geodesic(neighbors: 2).dissimilarities, reference.numbers("rgdm-neighbors-2")) < 1e-12)
        #expect(try RDM([4, 1, .nan, 1, 9, -1]).ranked().dissimilarities.elements.map { $0.isNaN ? -1 : $0 } == [4, 2.5, -1, 2.5, 5, 1])
        #expect(try RDM([4, 0, 9]).squareRoot().dissimilarities == [2, 0, 3])
        #expect(try RDM([-4, 0, 9]).squareRoot().dissimilarities == [0, 0, 3])
        #expect(try RDM([4, 2, 6]).scaledToUnit().dissimilarities == [0.5, 0, 1])
    }

    @Test func geodesicsAreShortestPaths() throws {
        // Points on a line, one far: with the two closest pairs as edges, of ranks 0 and 1/5, the way from end to end is their sum, and the far one has none.
        let line = try RDM([1, 3, 10, 2, 9, 8])
        let lengths = try line.geodesic(quantile: 0.25, ranked: false).dissimilarities.elements
        #expect(lengths.map { $0.isNaN } == [false, false, true, false, true, true])
        #expect(lengths[0] == 0 && abs(lengths[3] - 0.2) < 1e-15 && lengths[1] == lengths[3])
        // Two far groups: no path between, unless ranks say how far.
        let groups = try RDM([1, 9, 9, 9, 9, 2])
        #expect(try groups.geodesic(quantile: 0.3, ranked: false).dissimilarities.elements.map { $0.isNaN } == [false, true, true, true, true, false])
        #expect(try groups.geodesic(quantile: 0.3).dissimilarities.elements == [1, 4.5, 4.5, 4.5, 4.5, 2])
    }

    @Test func mapsReproduceDistances() throws {
        var random = Random(seed: 3)
        let places = try random.normal(rows: 7, columns: 3)
        // Per channel, of which there are three here.
        let squared = try RDM.euclidean(places)
        let exact = try squared.classicalScaling(dimensions: 3)
        #expect(exact.stress < 1e-12)
        #expect(difference(try RDM.euclidean(exact.coordinates).dissimilarities * 3, squared.dissimilarities.elements) < 1e-12)
        #expect(try exact.coordinates.mean(each: .column).elements.allSatisfy { abs($0) < 1e-12 } || exact.coordinates.mean(each: .row).elements.allSatisfy { abs($0) < 1e-12 })
        // The classical coordinates are principal components: their variances are the eigenvalues, in order.
        let gram = try exact.coordinates.gram()
        #expect(try abs(gram[0, 1]) + abs(gram[0, 2]) + abs(gram[1, 2]) < 1e-12 && gram[0, 0] >= gram[1, 1] && gram[1, 1] >= gram[2, 2])
        // Majorisation finds a better plane than the classical one, and the exact solution where there is one.
        let plane = try squared.classicalScaling(), better = try squared.metricScaling()
        #expect(better.stress < plane.stress && better.stress > 0.01)
        #expect(try squared.metricScaling(dimensions: 3).stress < 1e-6)
        #expect(try squared.metricScaling() == better)
        let plain = squared.squareRoot()
        #expect(difference(try plain.classicalScaling(dimensions: 3, squared: false).coordinates.elements, exact.coordinates.elements) < 1e-10)
        // Three points at distance 1: an equilateral triangle fits, a line does not. Its best stress is known: 0.5, 0.5, 1 scaled to ⅔ leaves 1/√9.
        let triangle = try RDM([1, 1, 1])
        #expect(try triangle.metricScaling().stress < 1e-6)
        #expect(abs(try triangle.metricScaling(dimensions: 1).stress - 1 / 3) < 1e-6)
    }

    @Test func whatCannotBeTransformedIsAnError() throws {
        let same = try RDM([2, 2, 2])
        #expect(throws: NeuroError.self) { try same.scaledToUnit() }
        #expect(throws: NeuroError.self) { try same.geotopological() }
        #expect(throws: NeuroError.self) { try same.geodesic(quantile: 0.5) }
        #expect(throws: NeuroError.self) { try RDM([.nan, .nan, .nan]).geotopological() }
        #expect(throws: NeuroError.self) { try rdm.geotopological(lower: 0.6, upper: 0.4) }
        #expect(throws: NeuroError.self) { try rdm.geotopological(lower: .nan, upper: 0.4) }
        #expect(throws: NeuroError.self) { try rdm.geotopologicalSigmoid(steepness: -1) }
        #expect(throws: NeuroError.self) { try rdm.geotopologicalSigmoid(midpoint: 2) }
        #expect(throws: NeuroError.self) { try rdm.geodesic(quantile: 0) }
        #expect(throws: NeuroError.self) { try rdm.geodesic(neighbors: 0) }
        #expect(throws: NeuroError.self) { try rdm.classicalScaling(dimensions: 10) }
        #expect(throws: NeuroError.self) { try rdm.metricScaling(dimensions: 0) }
        #expect(throws: NeuroError.self) { try rdm.metricScaling(starts: -1) }
        #expect(throws: NeuroError.self) { try RDM([1, .nan, 2]).classicalScaling() }
        // More neighbours than there are is a complete graph.
        #expect(try rdm.geodesic(neighbors: 100).dissimilarities == rdm.geodesic(quantile: 1).dissimilarities)
    }
}
