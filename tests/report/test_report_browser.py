"""The report in a real browser: on a wide screen, on a phone, in the dark, on paper, and under attack."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stories import seeds_story
from test_report_escaping import HOSTILE, everything_is

from curator.report import write


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    story = seeds_story()
    return write(story, tmp_path_factory.mktemp("report") / "report.html", evidence=story.evidence).path


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that notes in `complaints` what it asks for beyond itself, and every error."""
    opened = browser.new_page()
    opened.complaints = []
    opened.on("request", lambda request: opened.complaints.append(request.url))
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on("dialog", lambda dialog: opened.complaints.append(f"dialog: {dialog.message}"))
    yield opened
    opened.close()


def show(page: Any, path: Path) -> None:
    page.goto(path.as_uri())
    assert page.complaints == [path.as_uri()]


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2560])
def test_nothing_runs_over_the_side_of_any_screen(page: Any, report: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    show(page, report)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_two_sides_of_a_contradiction_stand_beside_each_other_or_below_on_a_phone(
    page: Any, report: Path
) -> None:
    def places() -> list[dict[str, float]]:
        return [page.locator("#x1 .side").nth(n).bounding_box() for n in range(2)]

    page.set_viewport_size({"width": 1280, "height": 800})
    show(page, report)
    left, right = places()
    assert left["y"] == right["y"] and left["x"] + left["width"] < right["x"]
    page.set_viewport_size({"width": 390, "height": 800})
    upper, lower = places()
    assert upper["x"] == lower["x"] and upper["y"] + upper["height"] <= lower["y"]


def test_words_can_be_looked_for_in_any_spelling(page: Any, report: Path) -> None:
    show(page, report)
    page.get_by_label("Show only what contains").fill("kalin deraa")
    assert page.locator(".item:visible").count() == 1
    assert page.locator("#k2").is_visible()
    assert page.locator("#found").text_content().startswith("1 of ")
    page.get_by_label("Show only what contains").fill("")
    assert page.locator(".item:not([hidden])").count() == page.locator(".item").count()


def test_everything_is_there_without_a_script(browser: Any, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    assert not page.locator("#filter").is_visible()
    assert page.locator(".contradiction").count() == 3
    assert page.locator("#x1 .side").nth(1).is_visible()
    page.locator("#rejected summary").click()
    assert page.get_by_text("Reason: a caption, not a claim.").is_visible()
    context.close()


CONTRAST = """
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (colour, under) => {
    canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const under = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (!colour.endsWith(", 0)")) return colour;
    }
    return "white";
  };
  const found = [];
  for (const e of document.querySelectorAll("main *")) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.getClientRects().length) continue;
    const style = getComputedStyle(e);
    let opacity = 1;
    for (let p = e; p; p = p.parentElement) opacity *= getComputedStyle(p).opacity;
    const ground = under(e);
    const faded = style.color.replace("rgb(", "rgba(").replace(")", `, ${opacity})`);
    const [a, b] = [light(rgb(faded, ground)), light(rgb(ground, "white"))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) found.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.trim().slice(0, 30)}`);
  }
  return found;
}
"""  # noqa: E501


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground_in_light_and_dark(
    browser: Any, report: Path, scheme: str
) -> None:
    """The Web Content Accessibility Guidelines ask for a contrast of 4.5 to 1 (level AA)."""
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(report.as_uri())
    page.locator("#rejected summary").click()
    assert page.evaluate(CONTRAST) == []
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert (ground == "rgb(253, 252, 250)") is (scheme == "light")


def test_on_paper_everything_is_open_and_dark_on_light(browser: Any, report: Path, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(report.as_uri())
    page.pdf(path=tmp_path / "report.pdf", format="A4")
    context.close()
    paper = pypdf.PdfReader(tmp_path / "report.pdf")
    text = unicodedata.normalize("NFKC", " ".join(sheet.extract_text() for sheet in paper.pages))
    text = " ".join(text.split())
    assert "Reason: a caption, not a claim." in text
    assert "“Confirmed” does not mean true." in text
    assert "Show only what contains" not in text
    assert 3 <= len(paper.pages) <= 10


def test_hostile_text_runs_nothing_and_loads_nothing(page: Any, tmp_path: Path) -> None:
    path = write(everything_is("".join(HOSTILE)), tmp_path / "report.html", title="".join(HOSTILE)).path
    show(page, path)
    page.mouse.move(200, 200)
    page.keyboard.press("Tab")
    assert page.complaints == [path.as_uri()]
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, base, link").count() == 0


def test_the_policy_of_the_page_stops_what_would_slip_through(page: Any, tmp_path: Path) -> None:
    """A second wall: should a tag ever get past the escaping, the browser runs and loads nothing of it."""
    path = write(seeds_story(), tmp_path / "report.html").path
    breach = "<script>document.title = 'breached'</script><img src='https://evil.example/x.png'>"
    path.write_text(path.read_text().replace("<main", f"{breach}<main", 1))
    reached: list[str] = []
    page.route("https://evil.example/**", lambda route: (reached.append(route.request.url), route.abort()))
    page.goto(path.as_uri())
    assert page.locator("img").count() == 1
    assert page.title() != "breached"
    assert reached == []
