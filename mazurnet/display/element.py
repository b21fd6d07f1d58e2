"""Elements: what moves in a page, as HTML around the still that stands where no script runs."""

from html import escape

from mazurnet.display import javascript


def element(name: str, inside: str, source: str, **attributes: str | bool) -> str:
    """An element of ours, `inside` of which stands its still, and the script that brings it alive.

    An attribute that is True has no value, and one that is False is left out.
    """
    written = "".join(
        f" {key}" if value is True else f' {key}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not False
    )
    return f"<{name}{written}>{inside}</{name}>{javascript.script(source)}"
