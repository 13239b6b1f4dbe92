"""Writes what nilearn says of derivatives of responses and of bases of regressors, and SPM's own responses, for HRFTests of NeuroTests.

pip install numpy==2.4.6 scipy nilearn==0.14.1; python make_hrf.py spm_hrfs.mat

spm_hrfs.mat is nipy's nipy/modalities/fmri/tests/spm_hrfs.mat (BSD), which SPM wrote: 54 responses of other shapes.
hrf-derivatives.tsv: derivative, model, repetition time, oversampling, samples. hrf-spm.tsv: step, peak, undershoot, their widths, SPM's ratio, samples.
hrf-bases.tsv: basis, scans, repetition time, oversampling, onsets, durations, amplitudes, the regressors scan after scan."""
import pathlib
import sys
import numpy as np
import scipy.io
from nilearn.glm.first_level import compute_regressor
from nilearn.glm.first_level.hemodynamic_models import glover_dispersion_derivative, glover_time_derivative, spm_dispersion_derivative, spm_time_derivative

here = pathlib.Path(__file__).parent


def words(values):
    return " ".join(repr(float(v)) for v in np.asarray(values).ravel())


def write(name, rows):
    (here / name).write_text("\n".join("\t".join(row) for row in rows) + "\n")


write("hrf-derivatives.tsv", [
    [kind, name, repr(tr), str(oversampling), words(model(tr, oversampling))]
    for kind, name, model in (("time", "glover", glover_time_derivative), ("time", "spm", spm_time_derivative),
                              ("dispersion", "glover", glover_dispersion_derivative), ("dispersion", "spm", spm_dispersion_derivative))
    for tr, oversampling in ((2.0, 1), (0.72, 4), (1.5, 20))])

mat = scipy.io.loadmat(sys.argv[1], squeeze_me=True)
write("hrf-spm.tsv", [[repr(float(p)) for p in parameters] + [" ".join(f"{v:.10g}" for v in samples)] for parameters, samples in zip(mat["params"], mat["hrfs"])])

rows = []
for model in ("spm + derivative", "spm + derivative + dispersion", "glover + derivative + dispersion", "fir"):
    for scans, tr, oversampling in ((50, 2.0, 50), (60, 1.35, 8), (40, 2.5, 1)):
        onsets, durations, amplitudes = [-6.0, 5.3, 14.1, 14.5, 60.0], [3.0, 0.0, 5.0, 2.0, 100.0], [1.0, -0.5, 2.0, 1.25, 0.3]
        regressors, _ = compute_regressor(np.array([onsets, durations, amplitudes]), model, np.arange(scans) * tr, oversampling=oversampling, fir_delays=[0, 1, 3])
        rows.append([model, str(scans), repr(tr), str(oversampling), words(onsets), words(durations), words(amplitudes), words(regressors)])
write("hrf-bases.tsv", rows)
