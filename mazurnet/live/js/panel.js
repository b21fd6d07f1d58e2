// The panel: every control around the pictures, and the player they stop.

import { SPEEDS, button, choice, phaseChoice, rateSlider, roundSlider } from "./controls.js";
import { html, part, say } from "./dom.js";
import { field } from "./fields.js";
import { player } from "./player.js";
import { withBiases } from "./training.js";
import { summary } from "./words.js";

const TASKS = { article: "the article's example", XOR: "XOR", AND: "AND", OR: "OR", NAND: "NAND" };
const BIASES = { frozen: "frozen", shared: "one a layer, learning", each: "one a neuron, learning" };
const ORDERS = { together: "all at once", output_first: "output layer first" };

/** The controls of a session, as boxes to put on the screen. */
export function panelOf(shown) {
  let owed = 0; // rounds that the player has not shown yet

  /** The same act, once the player has stopped. */
  const stopped = (act) => (...args) => {
    playing.pause();
    return act(...args);
  };

  function tick(seconds) {
    const speed = SPEEDS[speeds.select.value];
    owed += seconds * (speed || 1);
    const whole = Math.floor(owed);
    owed -= whole;
    if (whole && !speed) shown.nextPhase();
    else if (whole) shown.goTo(shown.round + whole);
    if (shown.atTheEnd()) playing.pause();
  }

  function startOrStop() {
    if (playing.playing) return playing.pause();
    if (shown.atTheEnd()) shown.goTo(0);
    playing.play();
  }

  const playing = player(tick, (on) => {
    play.show(on ? "❚❚ Pause" : "▶ Play");
    owed = 0;
  });
  const phases = phaseChoice((phase) => shown.change({ phase }));
  const task = choice("task", TASKS, stopped(shown.chooseTask));
  const biases = choice("biases", BIASES, (kind) => shown.change({ training: withBiases(shown.training, kind) }));
  const order = choice("order", ORDERS, (kind) => shown.change({ training: { ...shown.training, order: kind } }));

  const rate = rateSlider((eta) => shown.setRate(eta));
  const rounds = roundSlider(stopped(shown.goTo));
  const rateField = field("eta", { text: String, change: shown.setRate });
  const roundField = field("round", { label: "0 to 10,000", text: String, step: 1, whole: true, change: stopped(shown.setRound) });

  const back = button("To round 0", "Back to the start", stopped(() => shown.goTo(0)));
  const phase = button("Next phase", "One phase further", stopped(shown.nextPhase));
  const round = button("Next round", "One round further", stopped(() => shown.goTo(shown.round + 1)));
  const play = button("▶ Play", "Play the rounds, or pause", startOrStop);
  const speeds = choice("speed", Object.fromEntries(Object.keys(SPEEDS).map((words) => [words, words])), () => {});
  speeds.show("100 rounds a second");
  const said = html("p", { class: "said-aloud", role: "status" });
  const inWords = () => summary(shown.run, shown.round, shown.phase, shown.look()(shown.row), shown.row);
  const describe = button("Describe", "Say this round in words", stopped(() => say(said, inWords())));
  const reset = button("Reset", "The article's numbers, biases frozen, eta 0.5, round 0", stopped(shown.reset));

  const slider = (words, { input }, { box }) => part("slider", html("span", { class: "name" }, words), input, box);
  return {
    stopped,
    head: part("bar", phases.box, part("choices", task.box, biases.box, order.box)),
    sliders: part("sliders", slider("learning rate η", rate, rateField), slider("round", rounds, roundField)),
    acts: part(
      "bar",
      part("buttons", back.button, phase.button, round.button, play.button, speeds.box),
      part("buttons", describe.button, reset.button),
    ),
    said,

    /** Shows where everything stands. */
    draw() {
      for (const control of [rate, rateField]) control.show(shown.eta);
      for (const control of [rounds, roundField]) control.show(shown.round);
      phases.show(shown.phase);
      task.show(shown.training.task);
      biases.show(shown.training.biases);
      order.show(shown.training.order);
    },

    end: () => playing.pause(),
  };
}
