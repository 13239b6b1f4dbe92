"""Teaches papermill to write a notebook's parameters in Swift. Loaded as an engine, which it is too: the ordinary one under another name."""
import math
import re

from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
DECLARATION = re.compile(r"^\s*(?:let|var)\s+(?P<name>\w+)\s*(?::\s*(?P<type>[^=]+?))?\s*=\s*(?P<value>.+?)\s*(?://\s*(?P<help>.*))?$")


class SwiftTranslator(Translator):
    @classmethod
    def translate_none(cls, val):
        return "Double?.none"

    @classmethod
    def translate_str(cls, val):
        return '"' + "".join(ESCAPES.get(c) or (c if c >= " " else f"\\u{{{ord(c):x}}}") for c in val) + '"'

    translate_escaped_str = translate_str

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "Double.nan"
        if math.isinf(val):
            return "Double.infinity" if val > 0 else "-Double.infinity"
        return repr(val)

    @classmethod
    def translate_list(cls, val):
        return "[" + ", ".join(cls.translate(one) for one in val) + "]" if val else "[Double]()"

    @classmethod
    def translate_dict(cls, val):
        return "[" + ", ".join(f"{cls.translate_str(str(key))}: {cls.translate(one)}" for key, one in val.items()) + "]" if val else "[String: Double]()"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val}"

    @classmethod
    def inspect(cls, parameters_cell):
        """The parameters that the tagged cell declares, each on a line of its own."""
        found = [DECLARATION.match(line) for line in parameters_cell.get("source", "").splitlines()]
        return [Parameter(name=one["name"], inferred_type_name=one["type"] or "None", default=one["value"], help=one["help"] or "") for one in found if one]


class Engine(NBClientEngine):
    pass


for name in ("engram", "swift"):
    papermill_translators.register(name, SwiftTranslator)
