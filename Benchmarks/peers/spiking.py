"""NEST and Brian2 beside Engram on the same networks and stretches of time, in alternation, in one run; a table at the end.
usage: spiking.py --bench PATH [--nest PYTHON] [--brian PYTHON] [--cases cuba,brunel,...] [--rounds 3] [--table FILE]
PATH is the built `bench` program; PYTHON an interpreter with nest-simulator==3.10, or brian2==2.9.0 "numpy<2.4" setuptools cython (and a C++ compiler beside it).
Cases: izhikevich2003, cuba, brunel, sparse10k, sparse10k-delays, sparse10k-stdp, sparse100k, sparse100k-delays, sparse100k-stdp. One thread each. Wiring is not counted, nor
is what Brian2 compiles: only the run. A peer is built once for a case and then runs `rounds` times from the same state; Engram runs before the first peer and after each.
Last, Engram with two threads beside one on 10^7 synapses. Prints every measurement as a JSON line, then the ratios of the medians, and writes them to FILE as a table of
Markdown. All of it takes about half an hour on a quiet machine. Exit status 1 if the rates disagree."""
import argparse, json, os, statistics, subprocess, sys, tempfile, time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
CASES = {
    "izhikevich2003": (["--case", "izhikevich2003"], 1000), "cuba": (["--case", "cuba"], 1000), "brunel": (["--case", "brunel"], 300),
    "sparse10k": (["--case", "sparse", "--neurons", "10000"], 1000), "sparse10k-delays": (["--case", "sparse", "--neurons", "10000", "--delay", "20"], 1000),
    "sparse10k-stdp": (["--case", "sparse", "--neurons", "10000", "--stdp"], 1000),
    "sparse100k": (["--case", "sparse", "--neurons", "100000"], 1000), "sparse100k-delays": (["--case", "sparse", "--neurons", "100000", "--delay", "20"], 1000),
    "sparse100k-stdp": (["--case", "sparse", "--neurons", "100000", "--stdp"], 1000),
}
p = argparse.ArgumentParser()
p.add_argument("--bench"); p.add_argument("--nest"); p.add_argument("--brian")
p.add_argument("--cases", default=",".join(CASES)); p.add_argument("--rounds", type=int, default=3); p.add_argument("--table")
p.add_argument("--limit", type=float, default=900, help="seconds for one peer on one case, building included; what takes longer has no row")
p.add_argument("--peer", help=argparse.SUPPRESS)
a = p.parse_args()


def emit(case, peer, wall, cpu, rates):
    print(json.dumps({"bench": "spiking." + case, "peer": peer, "wall_s": wall, "cpu_s": cpu, "rate_exc_hz": round(rates[0], 2), "rate_inh_hz": round(rates[1], 2)}), flush=True)


def nest(case):
    import numpy as np, nest
    nest.set_verbosity("M_ERROR") if hasattr(nest, "set_verbosity") else None
    U, ms = nest.random.uniform, CASES[case][1]
    nest.ResetKernel()
    nest.local_num_threads = 1; nest.rng_seed = 1; nest.print_time = False
    rng = np.random.default_rng(1)
    skip = 0.0
    if case == "cuba":
        nest.resolution = 0.1
        A = nest.Create("iaf_psc_exp", 4000, dict(tau_m=20.0, C_m=20.0, E_L=-49.0, V_th=-50.0, V_reset=-60.0, t_ref=5.0, tau_syn_ex=5.0, tau_syn_in=10.0))
        A.V_m = -60 + 10 * rng.random(4000)
        E, I = A[:3200], A[3200:]
        nest.Connect(E, A, {"rule": "pairwise_bernoulli", "p": 0.02}, {"weight": 1.62, "delay": 0.1})
        nest.Connect(I, A, {"rule": "pairwise_bernoulli", "p": 0.02}, {"weight": -9.0, "delay": 0.1})
    elif case == "brunel":
        nest.resolution = 0.1
        A = nest.Create("iaf_psc_delta", 12500, dict(tau_m=20.0, C_m=1.0, E_L=0.0, V_m=0.0, V_th=20.0, V_reset=10.0, t_ref=2.0))
        E, I, skip = A[:10000], A[10000:], 100.0
        noise = nest.Create("poisson_generator", params={"rate": 20000.0})
        nest.Connect(noise, A, syn_spec={"weight": 0.1, "delay": 1.5})
        nest.Connect(E, A, {"rule": "fixed_indegree", "indegree": 1000}, {"weight": 0.1, "delay": 1.5})
        nest.Connect(I, A, {"rule": "fixed_indegree", "indegree": 250}, {"weight": -0.5, "delay": 1.5})
    else:
        nest.resolution = 1.0
        n = 1000 if case == "izhikevich2003" else 100000 if "100k" in case else 10000
        ne = n * 4 // 5
        re, ri = rng.random(ne), rng.random(n - ne)
        base = dict(consistent_integration=False, V_m=-65.0, V_th=30.0)
        E = nest.Create("izhikevich", ne, dict(base, a=0.02, b=0.2, U_m=-13.0)); I = nest.Create("izhikevich", n - ne, base)
        E.set(c=-65 + 15 * re**2, d=8 - 6 * re**2)
        I.set(a=0.02 + 0.08 * ri, b=0.25 - 0.05 * ri, c=-65.0, d=2.0, U_m=-65 * (0.25 - 0.05 * ri))
        A = E + I
        for cells, std in ((E, 5.0), (I, 2.0)):
            nest.Connect(nest.Create("noise_generator", params={"mean": 0.0, "std": std, "dt": 1.0}), cells)
        if case == "izhikevich2003":
            nest.Connect(E, A, "all_to_all", {"weight": U(0.0, 0.5), "delay": 1.0}); nest.Connect(I, A, "all_to_all", {"weight": U(-1.0, 0.0), "delay": 1.0})
        else:
            syn = {"weight": U(0.0, 4.0), "delay": nest.random.uniform_int(20) + 1.0 if "delays" in case else 1.0}
            if "stdp" in case:
                syn.update(synapse_model="stdp_synapse", tau_plus=20.0, alpha=1.05, mu_plus=0.0, mu_minus=0.0, Wmax=10.0)
                syn["lambda"] = 0.001
            rule = {"rule": "fixed_outdegree", "outdegree": 100}
            nest.Connect(E, A, rule, syn); nest.Connect(I, A, rule, {"weight": U(-12.0, 0.0), "delay": 1.0})
    seen = (E[:min(2000, len(E))], I[:min(500, len(I))])
    # (NEST cannot go back: each round is the next stretch of the same length. Only the first has a transient to skip.)
    for round in range(a.rounds):
        begin = round * ms + (skip if round == 0 else 0.0)
        recorders = nest.Create("spike_recorder", 2, {"start": begin, "stop": (round + 1.0) * ms})
        for cells, recorder in zip(seen, recorders):
            nest.Connect(cells, recorder)
        nest.Prepare()
        t, c = time.perf_counter(), time.process_time()
        nest.Run(float(ms))
        wall, cpu = time.perf_counter() - t, time.process_time() - c
        nest.Cleanup()
        emit(case, "nest", wall, cpu, [r.n_events / len(cells) / ((round + 1.0) * ms - begin) * 1e3 for cells, r in zip(seen, recorders)])


def brian(case, standalone):
    import brian2 as b, numpy as np
    from brian2 import ms, mV, Hz
    ms_run, directory = CASES[case][1], tempfile.mkdtemp()
    if standalone:
        b.set_device("cpp_standalone", directory=directory, build_on_run=False)
    else:
        b.prefs.codegen.target = "cython"
    b.seed(1); np.random.seed(1)
    skip = 0
    if case in ("cuba", "brunel"):
        b.defaultclock.dt = 0.1 * ms
    else:
        b.defaultclock.dt = 1 * ms
    if case == "cuba":
        n, ne = 4000, 3200
        G = b.NeuronGroup(n, """dv/dt = (ge + gi - (v + 49*mV))/(20*ms) : volt (unless refractory)
            dge/dt = -ge/(5*ms) : volt
            dgi/dt = -gi/(10*ms) : volt""", threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exact")
        G.v = "-60*mV + rand()*10*mV"
        S = [b.Synapses(G, G, on_pre="ge += 1.62*mV"), b.Synapses(G, G, on_pre="gi -= 9*mV")]
        S[0].connect(f"i < {ne}", p=0.02); S[1].connect(f"i >= {ne}", p=0.02)
    elif case == "brunel":
        n, ne, skip = 12500, 10000, 100
        G = b.NeuronGroup(n, "dv/dt = -v/(20*ms) : volt (unless refractory)", threshold="v >= 20*mV", reset="v = 10*mV", refractory=2 * ms, method="exact")
        def sources(count, degree, first):
            return np.random.randint(first, first + count, n * degree), np.repeat(np.arange(n), degree)
        S = [b.Synapses(G, G, on_pre="v += 0.1*mV", delay=1.5 * ms), b.Synapses(G, G, on_pre="v -= 0.5*mV", delay=1.5 * ms)]
        for synapses, args in zip(S, ((10000, 1000, 0), (2500, 250, 10000))):
            i, j = sources(*args); synapses.connect(i=i, j=j)
        S.append(b.PoissonInput(G, "v", 1000, 20 * Hz, weight=0.1 * mV))
    else:
        n = 1000 if case == "izhikevich2003" else 100000 if "100k" in case else 10000
        ne = n * 4 // 5
        re, ri = np.random.rand(ne), np.random.rand(n - ne)
        G = b.NeuronGroup(n, "\n".join(x + " : 1" for x in "v u I Isyn".split()) + "\n" + "\n".join(x + " : 1 (constant)" for x in "a b c d noise".split()),
                          threshold="v >= 30", reset="v = c; u += d")
        G.run_regularly("""I = noise*randn() + Isyn
            Isyn = 0
            v += 0.5*(0.04*v*v + 5*v + 140 - u + I)
            v += 0.5*(0.04*v*v + 5*v + 140 - u + I)
            u += a*(b*v - u)""", dt=1 * ms)
        G.a = np.r_[0.02 * np.ones(ne), 0.02 + 0.08 * ri]; G.b = np.r_[0.2 * np.ones(ne), 0.25 - 0.05 * ri]
        G.c = np.r_[-65 + 15 * re**2, -65 * np.ones(n - ne)]; G.d = np.r_[8 - 6 * re**2, 2 * np.ones(n - ne)]
        G.noise = np.r_[5 * np.ones(ne), 2 * np.ones(n - ne)]
        G.v = -65; G.u = "b*v"
        if case == "izhikevich2003":
            S = [b.Synapses(G, G, "w : 1 (constant)", on_pre="Isyn_post += w")]
            S[0].connect(); S[0].w = f"(int(i < {ne})*0.5 - int(i >= {ne}))*rand()"
        elif "stdp" in case:
            SE = b.Synapses(G[:ne], G, """w : 1
                dapre/dt = -apre/(20*ms) : 1 (event-driven)
                dapost/dt = -apost/(20*ms) : 1 (event-driven)""",
                            on_pre="Isyn_post += w; apre += 1; w = clip(w - 0.0105*apost, 0, 10)", on_post="apost += 1; w = clip(w + 0.01*apre, 0, 10)")
            SE.connect(j="k for k in sample(N_post, size=100)"); SE.w = "4*rand()"
            SI = b.Synapses(G[ne:], G, "w : 1 (constant)", on_pre="Isyn_post += w")
            SI.connect(j="k for k in sample(N_post, size=100)"); SI.w = "-12*rand()"
            S = [SE, SI]
        else:
            S = [b.Synapses(G, G, "w : 1 (constant)", on_pre="Isyn_post += w")]
            S[0].connect(j="k for k in sample(N_post, size=100)"); S[0].w = f"(int(i < {ne})*4 - int(i >= {ne})*12)*rand()"
            if "delays" in case:
                S[0].delay = f"int(i < {ne})*int(rand()*20)*ms"
    M = b.SpikeMonitor(G)
    net = b.Network(G, M, *S)
    if standalone:
        net.run(ms_run * ms)
        b.device.build(directory=directory, compile=True, run=False)
    else:
        net.run(1 * ms)
        net.store()
    for round in range(a.rounds):
        if standalone:
            b.device.run(directory=directory, with_output=False, run_args=[])
            wall = cpu = float(open(os.path.join(directory, "results/last_run_info.txt")).read().split()[0])
        else:
            net.restore()
            t, c = time.perf_counter(), time.process_time()
            net.run(ms_run * ms)
            wall, cpu = time.perf_counter() - t, time.process_time() - c
        times, cells = np.asarray(M.t / ms), np.asarray(M.i)
        kept = cells[times >= skip]
        emit(case, "brian2-standalone" if standalone else "brian2-cython", wall, cpu,
             [(kept < ne).sum() / ne / (ms_run - skip) * 1e3, (kept >= ne).sum() / (n - ne) / (ms_run - skip) * 1e3])


if a.peer:
    nest(a.cases) if a.peer == "nest" else brian(a.cases, a.peer == "brian2-standalone")
    sys.exit(0)
peers = ([("nest", a.nest)] if a.nest else []) + ([(f"brian2-{mode}", a.brian) for mode in ("cython", "standalone")] if a.brian else [])
good, table = True, []


def engram(case, threads):
    out = subprocess.run([a.bench, "spiking", *CASES[case][0], "--threads", str(threads), "--repeats", str(a.rounds)], check=True, capture_output=True, text=True).stdout
    row = [r for r in map(json.loads, out.splitlines()) if r["bench"].endswith(".run")][0]
    print(json.dumps(row), flush=True)
    return row["wall_s"], row["cpu_s"], row["check"]["rate_exc_hz"]


for case in a.cases.split(","):
    rows = {"engram": [engram(case, 1)]}
    for peer, python in peers:
        try:
            done = subprocess.run([python, __file__, "--peer", peer, "--cases", case, "--rounds", str(a.rounds)], capture_output=True, text=True, timeout=a.limit)
            lines, trouble = [json.loads(l) for l in done.stdout.splitlines() if l.startswith('{"bench"')], done.stderr[-400:]
        except subprocess.TimeoutExpired:
            lines, trouble = [], f"longer than {a.limit} s"
        if not lines:
            print(json.dumps({"bench": "spiking." + case, "peer": peer, "failed": trouble}), flush=True)
        for r in lines:
            rows.setdefault(peer, []).append((r["wall_s"], r["cpu_s"], r["rate_exc_hz"]))
            print(json.dumps(r), flush=True)
        rows["engram"].append(engram(case, 1))
    median = lambda peer, k: statistics.median(r[k] for r in rows[peer])
    agree = all(abs(median(peer, 2) - median("engram", 2)) < 0.2 * median("engram", 2) for peer in rows)  # (networks of other seeds)
    good &= agree
    ratios = {peer: round(median(peer, 1) / median("engram", 1), 2) for peer in rows if peer != "engram"}
    print(json.dumps({"bench": f"spiking.{case}.ratio", "rates_agree": agree, "times_as_fast_cpu": ratios,
                      "times_as_fast_wall": {peer: round(median(peer, 0) / median("engram", 0), 2) for peer in rows if peer != "engram"}}), flush=True)
    cell = lambda peer: f"{median(peer, 1) * 1e3:.0f} ms, {ratios[peer]}x" if peer in rows else "-"
    table.append(f"| {case} | {median('engram', 1) * 1e3:.1f} ms | " + " | ".join(cell(peer) for peer in ("nest", "brian2-cython", "brian2-standalone"))
                 + f" | {median('engram', 2):.2f} | {'yes' if agree else 'NO'} |")
lines = ["| network | Engram | NEST | Brian2 cython | Brian2 standalone | excitatory rate, Hz | rates agree |", "|---|---|---|---|---|---|---|", *table, "",
         "Processor time of one thread for the run alone, medians; the factor is how many times Engram is as fast. Brian2 standalone tells wall time only: on a busy machine its",
         "factor is too large.", ""]
for case in ("sparse100k", "sparse100k-delays", "brunel"):
    pairs = [(engram(case, 1)[0], engram(case, 2)[0]) for _ in range(a.rounds)]
    gain = statistics.median(one / two for one, two in pairs)
    print(json.dumps({"bench": f"spiking.{case}.two_threads", "times_as_fast_wall": round(gain, 2)}), flush=True)
    lines.append(f"Two threads on {case}: {gain:.2f} times one (wall).")
text = "\n".join(lines) + "\n"
print(text, flush=True)
if a.table:
    with open(a.table, "w") as file:
        file.write(text)
sys.exit(0 if good else 1)
