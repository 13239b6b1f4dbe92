"""Draws every golden Vega-Lite document with Vega-Lite 5.6, the version in JupyterLab, into the folder named on the command line, to be looked at.

Needs vl-convert-python 0.11.2, which carries that version. Exit status 1 if one of them does not draw.
"""
import pathlib
import sys

import vl_convert

goldens = pathlib.Path(__file__).parent.parent / "Goldens"
target = pathlib.Path(sys.argv[1])
target.mkdir(parents=True, exist_ok=True)
failed = False
for path in sorted(goldens.glob("*.vl.json")):
    try:
        (target / (path.stem + ".png")).write_bytes(vl_convert.vegalite_to_png(path.read_text(), "5.6", 2.0))
    except ValueError as problem:
        failed = True
        print(path.name, problem)
sys.exit(1 if failed else 0)
