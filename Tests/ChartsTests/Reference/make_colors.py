"""Writes colors.csv: 256 colours of each scale as matplotlib has them, for ColorScaleTests. Needs matplotlib 3.10."""
import pathlib
from matplotlib import colormaps

with open(pathlib.Path(__file__).with_name("colors.csv"), "w") as file:
    for name, ours in [("viridis", "viridis"), ("magma", "magma"), ("RdBu_r", "diverging"), ("gray", "grays")]:
        for step in range(256):
            r, g, b, _ = colormaps[name](step / 255)
            file.write(f"{ours},{step},{round(r * 255)},{round(g * 255)},{round(b * 255)}\n")
