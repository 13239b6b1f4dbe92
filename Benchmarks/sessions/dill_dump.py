"""What dill's dump of a whole namespace costs beside a gigabyte of arrays that do not change: the counterpart of `bench session`.

python3 Benchmarks/sessions/dill_dump.py [MEGABYTES]      needs numpy and dill
"""
import json
import os
import statistics
import sys
import tempfile
import time

import dill
import numpy

megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 1024
n = 0
arrays = [numpy.full(131_072, float(i)) for i in range(megabytes)]
times = []
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "session.pkl")
    for _ in range(3):
        n += 1
        start = time.monotonic()
        with open(path, "wb") as file:
            dill.dump({"n": n, "arrays": arrays}, file)
        times.append(time.monotonic() - start)
    with open(path, "rb") as file:
        again = dill.load(file)
    assert again["n"] == n and again["arrays"][-1][7] == megabytes - 1
print(json.dumps({"bench": "session-commit", "peer": "dill " + dill.__version__, "params": {"megabytes": megabytes, "changed": "one int"},
                  "wall_s": statistics.median(times), "repeats": len(times)}))
