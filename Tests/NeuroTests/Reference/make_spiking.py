"""Writes SpikingReference.swift: the firing patterns of Izhikevich 2004 and 2003 by a direct program, statement after statement as the papers' own.
usage: make_spiking.py > ../SpikingReference.swift"""


def run(a, b, c, d, v, dt, T, I, f=(5.0, 140.0), u=None, offset=None):
    u = b * v if u is None else u
    spikes = []
    for k in range(int(round(T / dt)) + 1):
        t = k * dt
        v = v + dt * (0.04 * v * v + f[0] * v + f[1] - u + I(t))
        u = u + dt * (a * b * (v - offset) if offset is not None else a * (b * v - u))
        if v > 30:
            spikes.append(round(t, 3))
            v, u = c, u + d
    return spikes, v, u


on = lambda t, lo, hi: 1.0 if lo < t < hi else 0.0
after = lambda t, lo: 1.0 if t > lo else 0.0
P = {
    "tonicSpiking": ((.02, .2, -65, 6, -70, .25, 100), lambda t: 14 * after(t, 10)),
    "phasicSpiking": ((.02, .25, -65, 6, -64, .25, 200), lambda t: .5 * after(t, 20)),
    "tonicBursting": ((.02, .2, -50, 2, -70, .25, 220), lambda t: 15 * after(t, 22)),
    "phasicBursting": ((.02, .25, -55, .05, -64, .2, 200), lambda t: .6 * after(t, 20)),
    "mixedMode": ((.02, .2, -55, 4, -70, .25, 160), lambda t: 10 * after(t, 16)),
    "spikeFrequencyAdaptation": ((.01, .2, -65, 8, -70, .25, 85), lambda t: 30 * after(t, 8.5)),
    "class1Excitable": ((.02, -.1, -55, 6, -60, .25, 300), lambda t: .075 * (t - 30) * after(t, 30)),
    "class2Excitable": ((.2, .26, -65, 0, -64, .25, 300), lambda t: -.5 + .015 * (t - 30) * after(t, 30)),
    "spikeLatency": ((.02, .2, -65, 6, -70, .2, 100), lambda t: 7.04 * on(t, 10, 13)),
    "subthresholdOscillation": ((.05, .26, -60, 0, -62, .25, 200), lambda t: 2 * on(t, 20, 25)),
    "resonator": ((.1, .26, -60, -1, -62, .25, 400), lambda t: sum(.65 * on(t, s, s + 4) for s in (40, 60, 280, 320))),
    "integrator": ((.02, -.1, -55, 6, -60, .25, 100), lambda t: sum(9 * on(t, s, s + 2) for s in (100 / 11, 100 / 11 + 5, 70, 80))),
    "reboundSpike": ((.03, .25, -60, 4, -64, .2, 200), lambda t: -15 * on(t, 20, 25)),
    "reboundBurst": ((.03, .25, -52, 0, -64, .2, 200), lambda t: -15 * on(t, 20, 25)),
    "thresholdVariability": ((.03, .25, -60, 4, -64, .25, 100), lambda t: on(t, 10, 15) - 6 * on(t, 70, 75) + on(t, 80, 85)),
    "bistability": ((.1, .26, -60, 0, -61, .25, 300), lambda t: 1.24 if 37.5 < t < 42.5 or 216 < t < 221 else .24),
    "depolarisingAfterPotential": ((1, .2, -60, -21, -70, .1, 50), lambda t: 20 * (abs(t - 10) < 1)),
    "accommodation": ((.02, 1, -55, 4, -65, .5, 400), lambda t: t / 25 if t < 200 else 0 if t < 300 else 4 * (t - 300) / 12.5 if t < 312.5 else 0),
    "inhibitionInducedSpiking": ((-.02, -1, -60, 8, -63.8, .5, 350), lambda t: 75 if 50 <= t <= 250 else 80),
    "inhibitionInducedBursting": ((-.026, -1, -45, -2, -63.8, .5, 350), lambda t: 75 if 50 <= t <= 250 else 80),
    "regularSpiking2003": ((.02, .2, -65, 8, -63, .25, 150), lambda t: 14 * after(t, 15)),
    "intrinsicallyBursting2003": ((.02, .2, -55, 4, -70, .25, 150), lambda t: 11 * after(t, 15)),
    "chattering2003": ((.02, .2, -50, 2, -70, .25, 150), lambda t: 10 * after(t, 15)),
    "fastSpiking2003": ((.1, .2, -65, 2, -70, .25, 150), lambda t: 10 * after(t, 15)),
    "thalamoCortical2003": ((.02, .25, -65, .05, -63, .25, 150), lambda t: 1.5 * after(t, 30)),
    "thalamoCorticalBurst2003": ((.02, .25, -65, .05, -87, .25, 150), lambda t: 0 if t > 45 else -25),
    "resonator2003": ((.1, .26, -65, 2, -70, .25, 100), lambda t: 10 if 60 < t < 65 else -.5 if t > 10 else -2),
    "lowThresholdSpiking2003": ((.02, .25, -65, 2, -63, .25, 250), lambda t: 10 * after(t, 25)),
}
extra = {"class1Excitable": dict(f=(4.1, 108.0)), "integrator": dict(f=(4.1, 108.0)), "accommodation": dict(u=-16.0, offset=-65.0)}
print("// Written by Reference/make_spiking.py; do not edit.\n")
print("/// What a direct program of another language computes.\nenum SpikingReference {")
print("    struct Pattern: Sendable {\n        let spikes: [Double]\n        let v: Double\n        let u: Double\n    }\n")
print("    static let patterns: [String: Pattern] = [")
for name, (p, I) in P.items():
    spikes, v, u = run(*p, I, **extra.get(name, {}))
    text = f"        \"{name}\": Pattern(spikes: {spikes!r}, v: {v!r}, u: {u!r}),"
    if len(text) > 170:
        print(f"        \"{name}\": Pattern(\n            spikes: [")
        for i in range(0, len(spikes), 16):
            print("                " + ", ".join(map(repr, spikes[i:i + 16])) + ",")
        print(f"            ], v: {v!r}, u: {u!r}),")
    else:
        print(text)
print("    ]\n}")
