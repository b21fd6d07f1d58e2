// Controls: sliders, switches and buttons, all of the browser's own kind.

import { html, say } from "./dom.js";
import { FASTEST, LAST, PHASES, SLOWEST } from "./training.js";

const DECADE = 20; // key presses from one power of ten to the next

export const SPEEDS = { // rounds a second
  "a phase a second": 0,
  "a round a second": 1,
  "10 rounds a second": 10,
  "100 rounds a second": 100,
  "1,000 rounds a second": 1000,
};

/** The learning rate: a slider that counts in powers of ten. */
export function rateSlider(change) {
  const input = html("input", {
    type: "range", min: Math.log10(SLOWEST), max: Math.log10(FASTEST), step: 1 / DECADE,
    "aria-label": "learning rate eta",
  });
  input.addEventListener("input", () => change(Number((10 ** input.value).toPrecision(2))));
  return {
    input,
    show(eta) {
      const nearest = Math.round(Math.log10(eta) * DECADE) / DECADE;
      if (Number(input.value) !== nearest) input.value = nearest;
      input.setAttribute("aria-valuetext", String(eta));
    },
  };
}

/** The round: a slider from 0 to 10,000. */
export function roundSlider(change) {
  const input = html("input", { type: "range", min: 0, max: LAST, step: 1, "aria-label": "round" });
  input.addEventListener("input", () => change(Number(input.value)));
  return { input, show: (round) => (input.value = round) };
}

/** The four phases of a round, as a row of radio buttons. */
export function phaseChoice(change) {
  const inputs = PHASES.map((phase) => html("input", { type: "radio", name: "phase", value: phase }));
  const labels = inputs.map((input, n) => html("label", { "data-phase": n }, input, html("span", {}, PHASES[n])));
  const box = html("div", { class: "phases", role: "radiogroup", "aria-label": "phase of the round" }, ...labels);
  box.addEventListener("change", (event) => change(event.target.value));
  return { box, show: (phase) => inputs.forEach((input) => (input.checked = input.value === phase)) };
}

/** A choice of a few, each with its words. */
export function choice(label, options, change) {
  const entries = Object.entries(options).map(([value, words]) => html("option", { value }, words));
  const select = html("select", {}, ...entries);
  select.addEventListener("change", () => change(select.value));
  return {
    box: html("label", { class: "choice" }, html("span", {}, label), select),
    select,
    show: (value) => (select.value = value),
  };
}

/** A button. */
export function button(words, title, press) {
  const made = html("button", { type: "button", title }, words);
  made.addEventListener("click", press);
  return { button: made, show: (text) => say(made, text) };
}
