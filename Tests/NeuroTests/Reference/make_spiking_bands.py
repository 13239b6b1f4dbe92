"""The rates by which SpikingNetworkTests knows the standard networks: NEST 3.10 and Brian2 2.9 on the parameters that Networks.swift states, several seeds each.
usage: make_spiking_bands.py [seeds] > spiking_bands.json     (pip install nest-simulator==3.10.0 brian2==2.9.0 "numpy<2.4")
For each network, simulator and seed: mean rates (Hz) of excitatory and inhibitory neurons after the stretch that is discarded, mean CV of intervals of the first 500
excitatory neurons, and the standard deviation of the population count in 1 ms over that of a Poisson process of the rate (1 for independent neurons)."""
import json, sys
import numpy as np

SEEDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
REGIMES = {"synchronousRegular": (3, 2, 300), "fastOscillation": (6, 4, 400), "asynchronousIrregular": (5, 2, 400), "slowOscillation": (4.5, 0.9, 1100)}
rows = []


def measures(network, simulator, seed, times, cells, ne, n, start, end):
    kept = times >= start
    times, cells = times[kept], cells[kept]
    span = (end - start) / 1000
    variations = []
    for cell in range(500):
        gaps = np.diff(np.sort(times[cells == cell]))
        if len(gaps) > 1:
            variations.append(gaps.std() / gaps.mean())
    counts = np.histogram(times, np.arange(start, end + 0.5, 1.0))[0]
    rows.append({"network": network, "simulator": simulator, "seed": seed, "rate_exc": round(float((cells < ne).sum() / ne / span), 2),
                 "rate_inh": round(float((cells >= ne).sum() / (n - ne) / span), 2), "cv": round(float(np.mean(variations)), 3) if variations else None,
                 "swing": round(float(counts.std() / np.sqrt(counts.mean())), 2) if len(times) else None})
    print(rows[-1], file=sys.stderr, flush=True)


def nest_networks():
    import nest
    nest.set_verbosity("M_ERROR") if hasattr(nest, "set_verbosity") else None

    def begin(seed):
        nest.ResetKernel()
        nest.resolution = 0.1
        nest.rng_seed = seed
        nest.print_time = False

    def finish(name, seed, A, ne, start, end):
        recorder = nest.Create("spike_recorder")
        nest.Connect(A, recorder)
        nest.Simulate(float(end))
        events = recorder.events
        measures(name, "nest", seed, events["times"], events["senders"] - A[0].global_id, ne, len(A), start, end)

    for seed in range(1, SEEDS + 1):
        rng = np.random.default_rng(seed)
        begin(seed)
        A = nest.Create("iaf_cond_exp", 4000, dict(C_m=200.0, g_L=10.0, E_L=-60.0, V_th=-50.0, V_reset=-60.0, t_ref=5.0, tau_syn_ex=5.0, tau_syn_in=10.0, E_ex=0.0, E_in=-80.0))
        A.V_m = -60 + 5 * (rng.standard_normal(4000) - 1)
        A.g_ex = np.maximum(0, (4 + 1.5 * rng.standard_normal(4000)) * 10)
        A.g_in = np.maximum(0, (20 + 12 * rng.standard_normal(4000)) * 10)
        E, I = A[:3200], A[3200:]
        nest.Connect(E, A, {"rule": "pairwise_bernoulli", "p": 0.02}, {"weight": 6.0, "delay": 0.1})
        nest.Connect(I, A, {"rule": "pairwise_bernoulli", "p": 0.02}, {"weight": -67.0, "delay": 0.1})
        finish("coba", seed, A, 3200, 500, 1000)
        begin(seed)
        A = nest.Create("iaf_psc_exp", 4000, dict(tau_m=20.0, C_m=20.0, E_L=-49.0, V_th=-50.0, V_reset=-60.0, t_ref=5.0, tau_syn_ex=5.0, tau_syn_in=10.0))
        A.V_m = -60 + 10 * rng.random(4000)
        E, I = A[:3200], A[3200:]
        nest.Connect(E, A, {"rule": "pairwise_bernoulli", "p": 0.02}, {"weight": 1.62, "delay": 0.1})
        nest.Connect(I, A, {"rule": "pairwise_bernoulli", "p": 0.02}, {"weight": -9.0, "delay": 0.1})
        finish("cuba", seed, A, 3200, 0, 1000)
        for name, (g, eta, end) in REGIMES.items():
            if name == "synchronousRegular" and seed > 2:
                continue
            begin(seed)
            A = nest.Create("iaf_psc_delta", 12500, dict(tau_m=20.0, C_m=1.0, E_L=0.0, V_m=0.0, V_th=20.0, V_reset=10.0, t_ref=2.0))
            E, I = A[:10000], A[10000:]
            nest.Connect(nest.Create("poisson_generator", params={"rate": eta * 10000.0}), A, syn_spec={"weight": 0.1, "delay": 0.1})
            nest.Connect(E, A, {"rule": "fixed_indegree", "indegree": 1000}, {"weight": 0.1, "delay": 1.5})
            nest.Connect(I, A, {"rule": "fixed_indegree", "indegree": 250}, {"weight": -0.1 * g, "delay": 1.5})
            finish("brunel." + name, seed, A, 10000, 100, end)


def brian_networks():
    import brian2 as b
    from brian2 import ms, mV, nS, pF
    b.prefs.codegen.target = "numpy"
    for seed in range(1, SEEDS + 1):
        b.start_scope()
        b.seed(seed)
        b.defaultclock.dt = 0.1 * ms
        G = b.NeuronGroup(4000, """dv/dt = (10*nS*(-60*mV - v) + ge*(0*mV - v) + gi*(-80*mV - v))/(200*pF) : volt (unless refractory)
            dge/dt = -ge/(5*ms) : siemens
            dgi/dt = -gi/(10*ms) : siemens""", threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exponential_euler")
        G.v = "-60*mV + 5*(randn() - 1)*mV"
        G.ge = "clip((4 + 1.5*randn())*10, 0, 1000)*nS"
        G.gi = "clip((20 + 12*randn())*10, 0, 1000)*nS"
        S = [b.Synapses(G, G, on_pre="ge += 6*nS"), b.Synapses(G, G, on_pre="gi += 67*nS")]
        S[0].connect("i < 3200", p=0.02)
        S[1].connect("i >= 3200", p=0.02)
        M = b.SpikeMonitor(G)
        b.Network(G, M, *S).run(1000 * ms)
        measures("coba", "brian2", seed, np.asarray(M.t / ms), np.asarray(M.i), 3200, 4000, 500, 1000)


nest_networks()
brian_networks()
print(json.dumps({"rows": rows}, indent=0))
