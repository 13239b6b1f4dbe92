"""Writes GIFTI files with nibabel, copies its own small test files, and writes what nibabel reads from all of them to gifti-expected.npz, for FormatsTests.

pip install numpy==2.4.6 nibabel==5.4.2; python make_gifti.py

In the archive: for array i of file f, "f/i" holds the numbers in C order and "f/i/shape" the extents. external.gii, whose numbers lie in other files, is copied to be refused."""
import base64
import gzip
import pathlib
import re
import shutil
import zlib

import nibabel as nib
import numpy as np
from nibabel import gifti

here = pathlib.Path(__file__).parent
theirs = pathlib.Path(nib.__file__).parent / "gifti/tests/data"
rng = np.random.default_rng(3)
files = []

for name in ["ascii.gii", "ascii_flat_data.gii", "base64bin.gii"]:
    shutil.copyfile(theirs / name, here / name)
    files.append(name)
shutil.copyfile(theirs / "external.gii", here / "external.gii")

points = rng.standard_normal((7, 3)).astype("f4") * 40
triangles = rng.integers(0, 7, (5, 3)).astype("i4")
codes = {"b64": "GIFTI_ENCODING_B64BIN", "gz": "GIFTI_ENCODING_B64GZ", "text": "GIFTI_ENCODING_ASCII"}
for name, code in codes.items():
    arrays = []
    for data, intent, kind in [(points, "NIFTI_INTENT_POINTSET", "NIFTI_TYPE_FLOAT32"), (triangles, "NIFTI_INTENT_TRIANGLE", "NIFTI_TYPE_INT32")]:
        arrays.append(gifti.GiftiDataArray(data, intent=intent, datatype=kind, encoding=code))
    xml = gifti.GiftiImage(darrays=arrays, meta=gifti.GiftiMetaData({"made for": "a test of <&> and \"'"})).to_xml()
    file = f"surface-{name}-little.surf.gii"
    (here / file).write_bytes(xml)
    files.append(file)
    if name == "text":
        continue

    def turned(match):
        # nibabel writes little-endian files only, and reads both.
        raw = base64.b64decode(match[1])
        raw = zlib.decompress(raw) if name == "gz" else raw
        raw = np.frombuffer(raw, "<u4").astype(">u4").tobytes()
        return b"<Data>" + base64.b64encode(zlib.compress(raw) if name == "gz" else raw) + b"</Data>"

    file = f"surface-{name}-big.surf.gii"
    (here / file).write_bytes(re.sub(rb"<Data>(.*?)</Data>", turned, xml).replace(b"LittleEndian", b"BigEndian"))
    files.append(file)

arrays = [gifti.GiftiDataArray(rng.standard_normal(11).astype("f4"), intent="NIFTI_INTENT_TIME_SERIES", datatype="NIFTI_TYPE_FLOAT32") for _ in range(4)]
with open(here / "series.func.gii.gz", "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as g:
    g.write(gifti.GiftiImage(darrays=arrays).to_xml())
files.append("series.func.gii.gz")

arrays = [gifti.GiftiDataArray(rng.integers(0, 200, 9).astype("u1"), intent="NIFTI_INTENT_SHAPE", datatype="NIFTI_TYPE_UINT8")]
column = rng.standard_normal((4, 3)).astype("f4")
arrays.append(gifti.GiftiDataArray(column, intent="NIFTI_INTENT_NONE", datatype="NIFTI_TYPE_FLOAT32", ordering="F"))
(here / "orders.shape.gii").write_bytes(gifti.GiftiImage(darrays=arrays).to_xml())
files.append("orders.shape.gii")

table = gifti.GiftiLabelTable()
for key, label, color in [(0, "???", (1, 1, 1, 0)), (3, "V1 & V2", (0.25, 0.5, 0.75, 1)), (7, "größer", (0, 0, 0, 1))]:
    entry = gifti.GiftiLabel(key, *color)
    entry.label = label
    table.labels.append(entry)
keys = gifti.GiftiDataArray(rng.choice([0, 3, 7], 12).astype("i4"), intent="NIFTI_INTENT_LABEL", datatype="NIFTI_TYPE_INT32")
(here / "regions.label.gii").write_bytes(gifti.GiftiImage(darrays=[keys], labeltable=table).to_xml())
files.append("regions.label.gii")

expected = {}
for file in files:
    path = here / file
    image = gifti.GiftiImage.from_bytes(gzip.open(path).read()) if file.endswith(".gz") else nib.load(path)
    for index, array in enumerate(image.darrays):
        expected[f"{file}/{index}"] = np.ascontiguousarray(array.data, dtype=np.float64).ravel()
        expected[f"{file}/{index}/shape"] = np.array(array.data.shape, dtype=np.float64)
np.savez_compressed(here / "gifti-expected.npz", **expected)
