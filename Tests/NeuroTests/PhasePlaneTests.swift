import Linear
import Neuro
import Testing

/// Fixed points against published values and the definition.
struct PhasePlaneTests {
    @Test func theFixedPointsOfIzhikevichAreThoseOfTheParabola() throws {
        // RS at rest: 0.04 v² + 4.8 v + 140 = 0 at v = −70 and −50.
        let plane = try Izhikevich.regularSpiking.phasePlane(current: 0)
        #expect(plane.fixedPoints.count == 2)
        #expect(abs(plane.fixedPoints[0].v + 70) < 1e-9 && plane.fixedPoints[0].isStable)
        #expect(abs(plane.fixedPoints[1].v + 50) < 1e-9 && plane.fixedPoints[1].kind == .saddle)
        #expect(plane.stable?.elements == [plane.fixedPoints[0].v, plane.fixedPoints[0].u])
        // They meet at I = 4, and are gone beyond: then the neuron fires for ever.
        #expect(try Izhikevich.regularSpiking.phasePlane(current: 4.01).fixedPoints.isEmpty)
        // The resonator's rest is a focus that turns unstable before it vanishes (Andronov-Hopf): 0.08 v + 5 = a.
        #expect(try Izhikevich.resonator.phasePlane(current: 0).fixedPoints[0].kind == .focus)
        let v = (0.1 - 5) / 0.08, critical = -(0.04 * v * v + (5 - 0.26) * v + 140)
        #expect(try Izhikevich.resonator.phasePlane(current: critical - 0.01).fixedPoints[0].isStable)
        #expect(try !Izhikevich.resonator.phasePlane(current: critical + 0.001).fixedPoints[0].isStable)
    }

    @Test func atFixedPointsNothingMoves() throws {
        let izhikevich = try Izhikevich2007().phasePlane(current: 40.pA)
        #expect(izhikevich.fixedPoints.count == 2)
        for point in izhikevich.fixedPoints {
            #expect(abs(0.7 * (point.v + 60) * (point.v + 40) - point.u + 40) < 1e-9)
            #expect(abs(-2 * (point.v + 60) - point.u) < 1e-9)
        }
        // Brette and Gerstner's neuron has its rheobase between 650 and 720 pA (Hopf), and loses its fixed points further up.
        let adex = try AdEx().phasePlane(current: 400.pA)
        #expect(adex.fixedPoints.count == 2)
        #expect(adex.fixedPoints[0].isStable && adex.fixedPoints[1].kind == .saddle)
        // A network neuron settles where the plane says.
        var net = try SpikingNetwork(dt: 0.1.ms)
        let cells = try net.add(1, AdEx())
        try net.set(.current, of: cells, to: 400)
        try net.run(3.seconds)
        #expect(abs(try net.get(.v, of: cells)[0] - adex.fixedPoints[0].v) < 1e-3)
        #expect(abs(try net.get(.u, of: cells)[0] - adex.fixedPoints[0].u) < 1e-2)
        #expect(try AdEx().phasePlane(current: 2_000.pA).fixedPoints.isEmpty)
        // The nullclines cross there.
        for (plane, point) in [(izhikevich, izhikevich.fixedPoints[0]), (adex, adex.fixedPoints[0])] {
            let gap = zip(plane.vNullcline.elements, plane.uNullcline.elements).map { $0 - $1 }
            let place = try #require(plane.v.elements.firstIndex { $0 >= point.v })
            #expect(gap[place - 1] * gap[place] <= 0)
        }
        #expect(throws: NeuroError.self) { try AdEx().phasePlane(current: 400.pA, range: 1 ... 1) }
        #expect(throws: NeuroError.self) { try Izhikevich().phasePlane(current: .nan) }
    }
}
