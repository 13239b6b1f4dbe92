"""Writes the small files that FormatsTests reads, with nibabel and numpy, and what they hold as text.

pip install numpy==2.4.6 nibabel==5.4.2; python make.py

expected.tsv: file, shape, voxel size (mm), seconds from volume to volume, affine (row after row), values. Values of an image are volume after volume,
each as numpy's ravel() gives it (z fastest); values of an array in C order."""
import gzip
import pathlib
import numpy as np
import nibabel as nib

here = pathlib.Path(__file__).parent
rows = []
rng = np.random.default_rng(2)


def words(values):
    return " ".join(repr(float(v)) for v in np.asarray(values).ravel())


def image(name, data, order="<", cls=nib.Nifti1Image, slope=None, form="s", units=("mm", "sec"), zooms=(2.0, 3.0, 4.0, 0.8)):
    affine = np.array([[-2, 0.5, 0, 10], [0.25, 3, 0, -20], [0, 0.125, 4, 30.5], [0, 0, 0, 1]])
    header = (nib.Nifti2Header if cls is nib.Nifti2Image else nib.Nifti1Header)(endianness=order)
    header.set_data_dtype(data.dtype.newbyteorder(order))
    header.set_data_shape(data.shape)
    header.set_zooms(zooms[: data.ndim])
    header.set_xyzt_units(*units)
    header["descrip"] = b"made for a test"
    if form == "s":
        header.set_sform(affine, 2)
    elif form == "q":  # a true rotation: a quarter turn about z, then a tilt, and a left-handed image
        c, s = np.cos(0.3), np.sin(0.3)
        turn = np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1]]) @ np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
        q = np.eye(4)
        q[:3, :3] = turn @ np.diag([2.0, 3.0, -4.0])
        q[:3, 3] = [5, 6, 7]
        header.set_qform(q, 1)
    stored = data
    raw = np.asarray(stored, dtype=header.get_data_dtype()).tobytes(order="F")
    header["vox_offset"] = 544 if cls is nib.Nifti2Image else 352
    header["magic"] = b"n+2\0\r\n\x1a\n"[:8] if cls is nib.Nifti2Image else b"n+1"
    if slope:
        header["scl_slope"], header["scl_inter"] = slope
    blob = header.binaryblock + b"\0\0\0\0" + raw
    path = here / name
    if name.endswith(".gz"):
        with open(path, "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as g:
            g.write(blob)
    else:
        path.write_bytes(blob)
    back = nib.load(path)
    values = back.get_fdata(dtype=np.float64)
    volumes = [values] if values.ndim == 3 else [values[..., t] for t in range(values.shape[3])]
    zoom = back.header.get_zooms()
    tr = float(str(zoom[3])) * {"sec": 1, "msec": 1e-3, "usec": 1e-6}[units[1]] if values.ndim > 3 else 0
    scale = {"mm": 1, "meter": 1000, "micron": 1e-3}[units[0]]
    rows.append([name, " ".join(map(str, back.shape)), words(np.array(zoom[:3], float) * scale), repr(tr), words(back.affine), words([v.ravel() for v in volumes])])


shape = (3, 2, 2, 2)
for dtype in "u1 i1 u2 i2 u4 i4 u8 i8 f4 f8".split():
    kind = np.dtype(dtype)
    if kind.kind == "f":
        data = rng.standard_normal(shape).astype(kind)
    else:
        info = np.iinfo(kind)
        data = rng.integers(max(info.min, -(2**53)), min(info.max, 2**53), shape, dtype=kind)
    for order in "<>":
        image(f"{dtype}{'le' if order == '<' else 'be'}.nii", data, order)
small = rng.integers(-1000, 1000, shape).astype("i2")
image("scaled.nii.gz", small, slope=(0.25, -3.0))
image("scaled_be.nii.gz", small, ">", slope=(2.0, 0.0))
image("slope0.nii", small, slope=(0.0, 9.0))
image("qform.nii", small[..., 0], form="q")
image("noform.nii", small[..., 0], form="none")
image("units.nii", small, units=("meter", "msec"), zooms=(0.002, 0.003, 0.004, 2500.0))
image("version2.nii.gz", small, cls=nib.Nifti2Image, slope=(0.5, 1.0))
image("version2_be.nii", small, ">", cls=nib.Nifti2Image)
mask = np.zeros(shape[:3], "u1")
mask[0, 1, 0] = mask[2, 0, 1] = mask[2, 1, 1] = mask[1, 0, 0] = 1
image("mask.nii.gz", mask)
masked = nib.load(here / "scaled.nii.gz").get_fdata()[mask > 0].T
rows.append(["scaled.nii.gz[mask.nii.gz]", " ".join(map(str, masked.shape)), "", "", "", words(masked)])


def array(name, data, version=None):
    with open(here / name, "wb") as f:
        np.lib.format.write_array(f, data, version)
    rows.append([name, " ".join(map(str, data.shape)), "", "", "", words(np.ascontiguousarray(data).astype(np.float64))])


for dtype in "b1 u1 i1 u2 i2 u4 i4 u8 i8 f4 f8".split():
    data = (rng.standard_normal((3, 4)) * 100 if dtype != "b1" else rng.standard_normal((3, 4)) > 0).astype(dtype) if dtype[0] in "bif" else rng.integers(0, 200, (3, 4)).astype(dtype)
    array(f"{dtype}.npy", data)
array("be.npy", rng.standard_normal((2, 5)).astype(">f8"))
array("be16.npy", rng.integers(-9, 9, 6).astype(">i2"))
array("fortran.npy", np.asfortranarray(rng.standard_normal((3, 5))))
array("fortran3.npy", np.asfortranarray(rng.standard_normal((2, 3, 4)).astype("f4")))
array("vector.npy", rng.standard_normal(7))
array("scalar.npy", np.array(2.5))
array("empty.npy", np.zeros((0, 4)))
array("version2.npy", rng.standard_normal((2, 2)), (2, 0))
array("version3.npy", rng.standard_normal((2, 2)), (3, 0))
np.save(here / "complex.npy", np.zeros(2, complex))
np.save(here / "records.npy", np.zeros(2, dtype=[("a", "f8")]))

(here / "expected.tsv").write_text("\n".join("\t".join(row) for row in rows) + "\n")
