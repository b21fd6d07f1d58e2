"""The exporter that nbconvert and JupyterLab find: `jupyter nbconvert --to mazurnet_slides`."""

from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from traitlets import default

from mazurnet.slides import cut, deck_file


class SlidesExporter(Exporter):
    """A lesson as a deck of slides: one HTML file that needs no network and no kernel."""

    export_from_notebook = "Slides that need no network"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension(self) -> str:
        return ".slides.html"

    def from_notebook_node(  # type: ignore[override]  # nbconvert's own return text, too
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """The deck of a notebook. Raises FileNotFoundError if what a deck carries is missing."""
        lesson, resources = super().from_notebook_node(nb, resources, **kwargs)
        return deck_file.deck(cut.slides(lesson)), resources
