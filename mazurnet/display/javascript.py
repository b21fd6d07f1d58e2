"""JavaScript: small modules put together into one text, and a text put into a page."""

import re
from functools import cache
from pathlib import Path

IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:function|const|class) (\w+))", re.MULTILINE)


@cache
def bundle(entry: Path) -> str:
    """A module and all it imports as one text, each in a scope of its own.

    It stands in for a bundler, and asks for no more than these modules use: imports by name, from
    beside them, and exports before a function, a constant or a class.
    """
    written: dict[str, str] = {}

    def write(name: str) -> None:
        if name in written:
            return
        source = entry.with_name(f"{name}.js").read_text(encoding="utf-8")
        for _, below in IMPORT.findall(source):
            write(below)
        body = IMPORT.sub(lambda line: _from_its_scope(*line.groups()), source)
        if name != entry.stem:
            names = ", ".join(EXPORT.findall(body))
            body = f"const {name}_js = (() => {{\n{body}return {{ {names} }};\n}})();\n"
        written[name] = EXPORT.sub("", body)

    write(entry.stem)
    return "\n".join(written.values())


def _from_its_scope(names: str, module: str) -> str:
    return f"const {{{names.replace(' as ', ': ')}}} = {module}_js;\n"


def script(source: str, kind: str = "module") -> str:
    """A `<script>` of that type, or none, which ends where it should, whatever the source says."""
    inside = source.replace("</script", r"<\/script")
    attribute = f' type="{kind}"' if kind else ""
    return f"<script{attribute}>\n{inside}</script>"
