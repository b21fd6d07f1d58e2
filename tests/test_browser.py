"""The lessons in a real JupyterLab, in a real browser: what a reader meets."""

import shutil
import time

import browsing
import lab
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

browsing.skip_without_a_browser()

HARMLESS: dict[str, str] = {}  # what may be said in the console, and why

COVERS = ".jp-Dialog, .Toastify__toast, .jp-Notification"
BAD = '.jp-RenderedText[data-mime-type$="error"], .jp-RenderedText[data-mime-type$="stderr"]'
TRUSTED = """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
    .filter(cell => cell.type === 'code').map(cell => cell.trusted)"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    notebooks = tmp_path_factory.mktemp("beside") / "notebooks"
    shutil.copytree(lab.CHECKOUT / "notebooks", notebooks)
    (notebooks / "homework.ipynb").write_text(a_stranger_s_notebook(), encoding="utf-8")
    with lab.running(tmp_path_factory.mktemp("lab"), notebooks) as server:
        yield server


def a_stranger_s_notebook():
    """One whose saved output runs a script wherever it is trusted."""
    script = "<b>mark me</b><script>window.stranger = 'was here'</script>"
    output = new_output("display_data", {"text/html": script})
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
    cells = [new_code_cell("1 + 1", outputs=[output])]
    return nbformat.writes(new_notebook(metadata=metadata, cells=cells))


@pytest.fixture(scope="module")
def reader(browser):
    """A browser that has been here before: it need not load JupyterLab for each test again."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    yield context
    context.close()


@pytest.fixture
def page(reader):
    """A page that fails its test if the console reports an error that is not known."""
    page = reader.new_page()
    with browsing.quiet(page, HARMLESS):
        yield page
        page.close()


def test_nothing_covers_the_first_lesson(server, page):
    server.open(page, "00_start_here.ipynb")
    page.wait_for_timeout(3000)  # JupyterLab asks its questions a little after it has loaded
    assert page.locator(COVERS).all_inner_texts() == []
    assert "not trusted" not in page.locator("body").inner_text().lower()
    assert all(page.evaluate(TRUSTED))


def test_a_stranger_s_notebook_beside_the_lessons_runs_nothing(server, page):
    server.open(page, "homework.ipynb")
    page.get_by_text("mark me").wait_for()
    assert not any(page.evaluate(TRUSTED))
    assert page.evaluate("() => window.stranger") is None


def wait_for_another(picture, before):
    until = time.monotonic() + 20
    while picture.get_attribute("src") == before:
        if time.monotonic() > until:
            pytest.fail("the slider has moved, its picture has not")
        time.sleep(0.05)


def test_a_slider_moves_its_picture(server, page):
    server.open(page, "05_training_curve.ipynb")
    lab.run_all(page)
    assert page.locator(BAD).all_inner_texts() == []
    output = page.locator(".jp-OutputArea-output").filter(has=page.locator(".noUi-handle")).first
    handle, picture = output.locator(".noUi-handle").first, output.locator("img").first
    handle.scroll_into_view_if_needed()
    for key in ("ArrowRight", "ArrowLeft", "End", "Home"):
        before = picture.get_attribute("src")
        handle.press(key)
        wait_for_another(picture, before)
        width = picture.evaluate("async image => { await image.decode(); return image.width }")
        assert width > 100
    page.wait_for_timeout(1000)  # a late complaint of the last picture
    assert page.locator(BAD).all_inner_texts() == []


def test_before_a_run_pictures_drawn_before_move(server, page):
    server.open(page, "05_training_curve.ipynb")
    frames = page.locator("mazurnet-frames")
    frames.scroll_into_view_if_needed()
    picture = frames.locator("img")
    before = picture.get_attribute("src")
    frames.locator("input").press("ArrowRight")
    wait_for_another(picture, before)
    assert frames.locator("output").inner_text() == "0.13"


def test_the_menu_exports_slides(server, page):
    server.open(page, "04_updates.ipynb")
    page.get_by_role("menubar").get_by_text("File", exact=True).click()
    page.get_by_text("Save and Export Notebook As").hover()
    page.get_by_role("menuitem", name="Mazurnet_slides").wait_for()
    address = (
        f"{server.url}/nbconvert/mazurnet_slides/notebooks/04_updates.ipynb?token={server.token}"
    )
    answer = page.request.get(f"{address}&download=true")
    assert answer.ok
    assert answer.headers["content-disposition"].endswith("04_updates.slides.html")
    assert "mazurnet slides" in answer.text()


def test_the_modules_that_a_lesson_names_open_beside_it(server, page):
    module = server.notebooks.parent / "mazurnet" / "chain.py"
    module.parent.mkdir(exist_ok=True)
    module.write_text("# a module\n", encoding="utf-8")
    server.open(page, "03_hidden_deltas.ipynb")
    link = page.get_by_role("link", name="chain.py").last
    link.scroll_into_view_if_needed()
    link.click()
    page.get_by_role("tab", name="chain.py").wait_for()
