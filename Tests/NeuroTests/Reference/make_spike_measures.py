"""Writes spike_measures.json: what elephant 1.2.1 says about six made-up spike trains.
usage: make_spike_measures.py > spike_measures.json   (pip install elephant==1.2.1)"""
import json
import numpy as np, quantities as pq, neo
from elephant import statistics as st, spike_train_dissimilarity as ds
rng = np.random.default_rng(5)
trains = []
for k in range(6):
    gaps = rng.gamma(2.0, 12.0, 60) * (1 + 0.6 * np.sin(np.arange(60) / 7 + k))
    times = np.round(np.cumsum(gaps), 3)
    trains.append([float(t) for t in times[times < 999]])
neo_trains = [neo.SpikeTrain(t * pq.ms, t_stop=1000 * pq.ms) for t in trains]
cv = [float(st.cv(st.isi(t))) for t in neo_trains]
cv2 = [float(st.cv2(st.isi(t))) for t in neo_trains]
fano = []
for t in trains:
    c = np.histogram(t, np.arange(0, 1001, 100))[0]
    fano.append(float(c.var(ddof=1) / c.mean()))
vp = {str(q): ds.victor_purpura_distance(neo_trains, q / pq.ms).tolist() for q in (0.0, 0.02, 0.2, 2.0)}
vr = {str(tau): ds.van_rossum_distance(neo_trains, tau * pq.ms).tolist() for tau in (5.0, 50.0)}
print(json.dumps({"trains": trains, "cv": cv, "cv2": cv2, "fano": fano, "victor_purpura": vp, "van_rossum": vr}))
