"""Writes histograms.csv: numpy's counts, edges and quantiles, for HistogramTests. Needs numpy 2."""
import pathlib
import numpy

samples = [0.5, 1.5, 1.5, 2.25, 2.5, 3.0, -1.0, 4.0, 4.0, 0.0, 3.99, 2.0, -0.25, 1.0]
with open(pathlib.Path(__file__).with_name("histograms.csv"), "w") as file:
    for bins in (1, 2, 5, 7, 10):
        counts, edges = numpy.histogram(samples, bins)
        for low, high, count in zip(edges, edges[1:], counts):
            file.write(f"{bins},{low!r},{high!r},{count}\n".replace("np.float64(", "").replace(")", ""))
    for fraction in (0.25, 0.5, 0.75, 0.9):
        file.write(f"quantile,{fraction},{float(numpy.quantile(samples, fraction))!r},0\n")
