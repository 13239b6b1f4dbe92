"""Writes sobol.json: the first 256 points of Sobol's sequence in 21 dimensions, by SciPy.
usage: make_search.py      (needs scipy)"""
import json, os
from scipy.stats import qmc

points = qmc.Sobol(21, scramble=False, bits=32).random(256)
with open(os.path.join(os.path.dirname(__file__), "sobol.json"), "w") as file:
    json.dump(points.tolist(), file)
