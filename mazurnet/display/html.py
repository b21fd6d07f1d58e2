"""HTML: templates filled in, with everything escaped that is not HTML of ours."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Markup", "filled"]


def filled(template: Path, **values: Any) -> Markup:
    """A template with these values in it; each is escaped unless it is `Markup`.

    Raises jinja2.UndefinedError if one is missing.
    """
    return Markup(_templates(template.parent).get_template(template.name).render(**values))


@cache
def _templates(folder: Path) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # no lesson fills a page

    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
