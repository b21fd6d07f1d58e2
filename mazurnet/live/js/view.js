// The view: one live network on the page.

import { SPEEDS, button, choice, phaseChoice, rateSlider, roundSlider } from "./controls.js";
import { curveIn } from "./curve.js";
import { html, say } from "./dom.js";
import { field } from "./fields.js";
import { showFormula } from "./formula.js";
import { layout } from "./geometry.js";
import { keepKeys } from "./keys.js";
import { labelsIn } from "./labels.js";
import { networkIn } from "./network.js";
import { player } from "./player.js";
import { session } from "./session.js";
import { css } from "./style.js";
import { tableIn } from "./table.js";
import { followTheme } from "./theme.js";
import { modeOf, rowsOf, withBiases } from "./training.js";
import { summary, warning } from "./words.js";

const TASKS = { article: "the article's example", XOR: "XOR", AND: "AND", OR: "OR", NAND: "NAND" };
const BIASES = { frozen: "frozen", shared: "one a layer, learning", each: "one a neuron, learning" };
const ORDERS = { together: "all at once", output_first: "output layer first" };

/** Shows the model in `host`, under a shadow root; returns what ends it. */
export function mount(host, model) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const part = (name, ...children) => html("div", { class: name }, ...children);
  const [network, curve, examples] = ["network", "curve", "examples"].map((name) => part(name));
  const formula = html("div", { class: "formula", role: "region", "aria-label": "formula", tabindex: 0 });
  const note = html("p", { class: "note" });
  const said = html("p", { class: "said-aloud", role: "status" });
  const shown = session(model, () => {
    say(said, ""); // it was about what was there before
    refresh();
  });
  let [pointed, held] = [null, null]; // what the mouse is on, what the keyboard is on
  let fitted = ""; // what the layout was made for
  let drawnRun = null;
  let owed = 0; // rounds that the player has not shown yet

  // What a reader can move; whatever they do, the player stops.

  const stopped = (act) => (...args) => {
    playing.pause();
    return act(...args);
  };
  const playing = player(
    (seconds) => {
      const speed = SPEEDS[speeds.select.value];
      owed += seconds * (speed || 1);
      const whole = Math.floor(owed);
      owed -= whole;
      if (whole && !speed) shown.nextPhase();
      else if (whole) shown.goTo(shown.round + whole);
      if (shown.atTheEnd()) playing.pause();
    },
    (on) => {
      play.show(on ? "❚❚ Pause" : "▶ Play");
      owed = 0;
    },
  );
  const rate = rateSlider((eta) => shown.setRate(eta));
  const rounds = roundSlider(stopped(shown.goTo));
  const rateField = field("eta", { text: String, change: shown.setRate });
  const roundField = field("round", { label: "0 to 10,000", text: String, step: 1, whole: true, change: stopped(shown.setRound) });
  const phases = phaseChoice((phase) => shown.change({ phase }));
  const task = choice("task", TASKS, stopped(shown.chooseTask));
  const biases = choice("biases", BIASES, (kind) => shown.change({ training: withBiases(shown.training, kind) }));
  const order = choice("order", ORDERS, (kind) => shown.change({ training: { ...shown.training, order: kind } }));
  const speeds = choice("speed", Object.fromEntries(Object.keys(SPEEDS).map((words) => [words, words])), () => {});
  speeds.show("100 rounds a second");
  const back = button("To round 0", "Back to the start", stopped(() => shown.goTo(0)));
  const phase = button("Next phase", "One phase further", stopped(shown.nextPhase));
  const round = button("Next round", "One round further", stopped(() => shown.goTo(shown.round + 1)));
  const play = button("▶ Play", "Play the rounds, or pause", () => {
    if (playing.playing) return playing.pause();
    if (shown.atTheEnd()) shown.goTo(0);
    playing.play();
  });
  const reset = button("Reset", "The article's numbers, biases frozen, eta 0.5, round 0", stopped(shown.reset));
  const describe = button("Describe", "Say this round in words", stopped(() => {
    say(said, summary(shown.run, shown.round, shown.phase, shown.look()(shown.row), shown.row));
  }));

  const slider = (words, { input }, { box }) => part("slider", html("span", { class: "name" }, words), input, box);
  const parts = part(
    "screen",
    part("bar", phases.box, part("choices", task.box, biases.box, order.box)),
    network,
    part("side", curve, examples),
    part("sliders", slider("learning rate η", rate, rateField), slider("round", rounds, roundField)),
    part(
      "bar acts",
      part("buttons", back.button, phase.button, round.button, play.button, speeds.box),
      part("buttons", describe.button, reset.button),
    ),
    formula,
    note,
    said,
  );
  const screen = part("live", parts);
  root.replaceChildren(html("style", {}, css), screen);

  const point = (name) => {
    pointed = name;
    tellFormula();
  };
  const hold = (name) => {
    held = name;
    tellFormula();
  };
  const picture = networkIn(network, { point, hold, pick: (name) => labels.pick(name) });
  const labels = labelsIn(network, { edit: stopped(shown.edit), point, hold });
  const plot = curveIn(curve, { go: stopped(shown.goTo), point, hold });
  const table = tableIn(examples, (row) => shown.change({ row }));

  // What is drawn: places when the size or the network is another, the curve when the training
  // is, numbers always.

  function refresh() {
    fit();
    if (!fitted) return;
    if (drawnRun !== shown.run) plot.draw(shown.run, shown.before);
    drawnRun = shown.run;
    draw();
  }

  function fit() {
    const { training } = shown;
    table.show(rowsOf(training), shown.row, shown.look());
    const width = network.clientWidth;
    const u = parseFloat(getComputedStyle(screen).fontSize) / 14;
    const wanted = [width, u, training.biases, rowsOf(training)].join();
    if (!width || wanted === fitted) return; // not on the page yet, or nothing new
    fitted = wanted;
    drawnRun = null;
    const lines = layout(width, u, training.biases);
    network.classList.toggle("narrow", lines.narrow);
    network.style.height = `${lines.height}px`;
    picture.fit(lines, training.biases);
    labels.fit(lines, training.biases);
    const beside = curve.offsetLeft > network.offsetLeft + 10;
    const room = beside ? lines.height - (examples.hidden ? 0 : examples.offsetHeight + 8 * u) : 220 * u;
    plot.fit(curve.clientWidth, Math.max(room, 150 * u), u);
  }

  function draw() {
    const at = shown.look()(shown.row);
    const { learns } = shown.run.program;
    picture.draw(at, shown.phase, learns);
    labels.draw(at, shown.phase, learns);
    plot.mark(shown.run, shown.round);
    tellFormula(at);
    say(note, [shown.message, warning(shown.run, at)].filter(Boolean).join(" "));
    for (const control of [rate, rateField]) control.show(shown.eta);
    for (const control of [rounds, roundField]) control.show(shown.round);
    phases.show(shown.phase);
    task.show(shown.training.task);
    biases.show(shown.training.biases);
    order.show(shown.training.order);
  }

  function tellFormula(at = shown.look()(shown.row)) {
    showFormula(formula, pointed ?? held, shown.phase, shown.run, modeOf(shown.training), at);
  }

  const size = new ResizeObserver(refresh);
  const leaveTheme = followTheme(screen);
  const leaveKeys = keepKeys(host, screen);
  shown.update();
  size.observe(screen);

  return () => {
    playing.pause();
    size.disconnect();
    leaveTheme();
    leaveKeys();
    shown.end();
  };
}
