// The view: one live network on the page.

import { curveIn } from "./curve.js";
import { html, part, say } from "./dom.js";
import { showFormula } from "./formula.js";
import { layout } from "./geometry.js";
import { keepKeys } from "./keys.js";
import { labelsIn } from "./labels.js";
import { networkIn } from "./network.js";
import { panelOf } from "./panel.js";
import { session } from "./session.js";
import { slide } from "./stage.js";
import { css } from "./style.js";
import { tableIn } from "./table.js";
import { breakSums } from "./terms.js";
import { followTheme } from "./theme.js";
import { modeOf, rowsOf } from "./training.js";
import { warning } from "./words.js";

/** Shows the model in `host`, under a shadow root; returns what ends it. */
export function mount(host, model) {
  const stage = host.hasAttribute("stage"); // it stands on a slide
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const shown = session(model, changed);
  const panel = panelOf(shown);
  const [network, curve, examples] = [part("network"), part("curve"), part("examples")];
  const formula = html("div", { class: "formula", role: "region", "aria-label": "formula", tabindex: 0 });
  const note = html("p", { class: "note" });
  const side = part("side", curve, examples);
  const screen = part("live", part("screen", panel.head, network, side, panel.sliders, panel.acts, formula, note, panel.said));
  root.replaceChildren(html("style", {}, stage ? css + slide : css), screen);

  let [pointed, held] = [null, null]; // what the mouse is on, what the keyboard is on
  const point = (name) => tellFormula((pointed = name));
  const hold = (name) => tellFormula((held = name));
  const picture = networkIn(network, { point, hold, pick: (name) => labels.pick(name) });
  const labels = labelsIn(network, { edit: panel.stopped(shown.edit), point, hold });
  const plot = curveIn(curve, { go: panel.stopped(shown.goTo), point, hold });
  const table = tableIn(examples, (row) => shown.change({ row }));

  // What is drawn: places when the size or the network is another, the curve when the training
  // is, numbers always.

  let fitted = ""; // what the layout was made for
  let drawn = null; // the run whose curve is there

  function changed() {
    say(panel.said, ""); // it was about what was there before
    refresh();
  }

  function refresh() {
    fit();
    if (!fitted) return;
    if (drawn !== shown.run) plot.draw(shown.run, shown.before);
    drawn = shown.run;
    if (network.clientWidth) draw();
  }

  function fit() {
    const { training } = shown;
    table.show(rowsOf(training), shown.row, shown.look());
    const width = network.clientWidth;
    const u = parseFloat(getComputedStyle(screen).fontSize) / 14;
    const wanted = [width, u, training.biases, rowsOf(training)].join();
    if (!width || wanted === fitted) return; // not on the page yet, or nothing new
    fitted = wanted;
    screen.style.setProperty("--wide", screen.offsetWidth);
    drawn = null;
    const lines = layout(width, u, training.biases, stage);
    network.classList.toggle("narrow", lines.narrow);
    network.style.height = `${lines.height}px`;
    picture.fit(lines, training.biases);
    if (labels.fit(lines, training.biases)) [pointed, held] = [null, null]; // they are gone
    const beside = curve.offsetLeft > network.offsetLeft + 10;
    const room = beside ? lines.height - (examples.hidden ? 0 : examples.offsetHeight + 8 * u) : 220 * u;
    if (stage) plot.fit(curve.clientWidth, Math.max(curve.clientHeight, 80 * u), u, stage);
    else plot.fit(curve.clientWidth, Math.max(room, 150 * u), u);
  }

  function draw() {
    const at = shown.look()(shown.row);
    const { learns } = shown.run.program;
    picture.draw(at, shown.phase, learns);
    labels.draw(at, shown.phase, learns);
    plot.mark(shown.run, shown.round);
    panel.draw();
    tellFormula();
    say(note, [shown.message, warning(shown.run, at)].filter(Boolean).join(" "));
  }

  function tellFormula() {
    const at = shown.look()(shown.row);
    showFormula(formula, pointed ?? held, shown.phase, shown.run, modeOf(shown.training), at);
    if (stage) breakSums(formula);
  }

  const size = new ResizeObserver(refresh);
  const leaveTheme = followTheme(screen);
  const leaveKeys = keepKeys(host, screen);
  host.addEventListener("rest", panel.end); // its slide was left
  shown.update();
  size.observe(screen);

  return () => {
    panel.end();
    host.removeEventListener("rest", panel.end);
    size.disconnect();
    leaveTheme();
    leaveKeys();
    shown.end();
    root.replaceChildren(); // radio buttons of one name keep each other alive
  };
}
