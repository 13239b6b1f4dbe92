"""Writes a small head and its masks by nilearn and scipy, and an image that is too long for NIfTI-1, for FormatsTests.

pip install numpy==2.4.6 nibabel==5.4.2 nilearn==0.14.1 scipy; python make_masks.py

head.nii.gz: two volumes of air, a brain with a thread to a piece of skull, and a far speck. head-mask-0: compute_epi_mask(opening=False). head-mask-1 and -2: its threshold without smoothing, then nilearn's
_post_process_mask with opening 1 and 2 (the latter with cutoffs of .3 and .7)."""
import gzip
import pathlib

import nibabel as nib
import numpy as np
from nilearn.masking import _post_process_mask, compute_epi_mask

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(7)


def save(name, image):
    with open(here / name, "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as g:
        g.write(image.to_bytes())


shape = (18, 20, 16)
x, y, z = np.meshgrid(*(np.arange(n) for n in shape), indexing="ij")
head = rng.uniform(0, 60, shape)
brain = ((x - 8) / 6.2) ** 2 + ((y - 9) / 7.1) ** 2 + ((z - 7) / 5.3) ** 2 < 1
head[brain] += 500 + 100 * rng.random(brain.sum())
head[8, 16:19, 7] = 520  # a thread
head[5:12, 18:20, 5:10] = 540  # and what hangs on it
head[0, 0, 15] = 700
head[8, 9, 7] = 20  # a hole
affine = np.array([[-3.0, 0, 0, 26], [0, 3, 0, -30], [0, 0, 3.5, -20], [0, 0, 0, 1]])
volumes = np.stack([head + 2, head - 2], axis=3).astype("i2")
image = nib.Nifti1Image(volumes, affine)
image.header["descrip"] = b""
save("head.nii.gz", image)
save("head-mask-0.nii.gz", nib.Nifti1Image(compute_epi_mask(image, opening=False).get_fdata().astype("u1"), affine))
mean = volumes.astype(float).mean(axis=3)
for name, lower, upper, opening in [("head-mask-1.nii.gz", 0.2, 0.85, 1), ("head-mask-2.nii.gz", 0.3, 0.7, 2)]:
    ranked = np.sort(mean.ravel())
    a, b = int(np.floor(lower * ranked.size)), min(int(np.floor(upper * ranked.size)), ranked.size - 1)
    i = np.argmax(ranked[a + 1 : b + 1] - ranked[a:b])
    mask, _ = _post_process_mask(mean >= 0.5 * (ranked[a + i] + ranked[a + i + 1]), affine, opening=opening)
    save(name, nib.Nifti1Image(mask.astype("u1"), affine))

wide = nib.Nifti2Image((np.arange(33000) % 7).astype("u1").reshape(33000, 1, 1), affine)
wide.header.set_xyzt_units("mm", "sec")
wide.header["descrip"] = b"too long for the first version"
wide.header["scl_slope"], wide.header["scl_inter"] = 1, 0
raw = bytearray(wide.to_bytes())
with open(here / "wide.nii.gz", "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as g:
    g.write(bytes(raw))
