"""A picture: a figure on its sheet, as SVG or in pixels, and the sentence that tells it."""

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from mazurnet.display import style


@dataclass(frozen=True)
class Picture:
    """A figure and the sentence that tells it to someone who cannot see it."""

    figure: Figure
    alt: str

    @classmethod
    def of(cls, axes: Axes, alt: str) -> "Picture":
        """The figure that these axes stand on, with its sentence."""
        return cls(axes.figure.get_figure(root=True), alt)

    def svg(self) -> str:
        """The figure as SVG, the same bytes for the same data."""
        file = BytesIO()
        with rc_context(style.SETTINGS):
            self.figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
        whole_file = file.getvalue().decode()
        return whole_file[whole_file.index("<svg") :]

    def png(self) -> bytes:
        """The figure in pixels, for paper."""
        file = BytesIO()
        with rc_context(style.SETTINGS):
            self.figure.savefig(file, format="png", metadata={"Software": None})
        return file.getvalue()

    def _repr_html_(self) -> str:
        data = b64encode(self.svg().encode()).decode()
        return (
            f'<img alt="{escape(self.alt)}" src="data:image/svg+xml;base64,{data}" '
            'style="width: 100%; max-width: 960px; border-radius: 6px">'
        )

    def __repr__(self) -> str:
        return self.alt


def blank_figure(**axes: Any) -> tuple[Figure, Axes]:
    """A blank figure and its axes; `axes` are the keywords of `Figure.add_axes`.

    Without a `rect` the axes cover the sheet and are measured in its pixels, 960 by 540, y
    downward, with no ticks. Draw under `rc_context(style.SETTINGS)`.
    """
    figure = Figure(figsize=style.INCHES, facecolor=style.PAPER)
    if "rect" in axes:
        return figure, figure.add_axes(**axes)
    bare = figure.add_axes((0, 0, 1, 1), xlim=(0, 960), ylim=(540, 0))
    bare.set_axis_off()
    return figure, bare
