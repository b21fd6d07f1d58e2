// The numbers in the picture: a field for each weight, bias, input and target.

import { html, say } from "./dom.js";
import { field } from "./fields.js";
import { edges, fedBy, labelAt, outside } from "./geometry.js";
import { short } from "./numbers.js";
import { PHASES } from "./training.js";

const GIVEN = ["i1", "i2", "target_o1", "target_o2"];

/**
 * The labels in `box`. `edit(name, number)` changes a number or refuses in words; `point(name)` and
 * `hold(name)` are called when a reader points at a label or types in it, with null when they leave.
 */
export function labelsIn(box, { edit, point, hold }) {
  const layer = html("div", { class: "labels" });
  let labels = {};
  let arrows = [];
  box.append(layer);

  function made(name) {
    const number = field(name, { change: (value) => edit(name, value) });
    const more = html("span", { class: "more" });
    const kind = name.startsWith("target") ? "target" : name[0] === "i" ? "input" : "weight";
    const row = html("span", { class: "row" }, ...titled(name, kind), number.box);
    const whole = html("div", { class: `label ${kind}` }, row, more);
    number.input.addEventListener("focus", () => hold(name));
    number.input.addEventListener("blur", () => hold(null));
    whole.addEventListener("pointerenter", () => point(name));
    whole.addEventListener("pointerleave", () => point(null));
    return { ...number, whole, more };
  }

  return {
    /** Puts every label in its place; says whether they are new. */
    fit(lines, biases) {
      const names = [...new Set(edges(biases).map(({ name }) => name)), ...GIVEN];
      const others = names.join() !== Object.keys(labels).join();
      if (others) {
        arrows = edges(biases);
        labels = Object.fromEntries(names.map((name) => [name, made(name)]));
        layer.replaceChildren(...names.map((name) => labels[name].whole));
      }
      const put = (name, [x, y]) => (labels[name].whole.style.translate = `${x}px ${y}px`);
      for (const edge of arrows) put(edge.name, labelAt(edge, lines));
      for (const name of GIVEN) put(name, outside(name, lines));
      return others;
    },

    /** Puts the keyboard into a number. */
    pick: (name) => labels[name].input.focus(),

    /** Writes every number, and below it what the phase adds: a gradient, a new weight, an error. */
    draw(at, phase, learns) {
      for (const [name, { show, more }] of Object.entries(labels)) {
        show(at(name));
        say(more, added(name, at, PHASES.indexOf(phase), learns));
      }
    },
  };
}

function added(name, at, turn, learns) {
  if (name.startsWith("target")) return `error ${short(at(name.replace("target", "E")))}`;
  if (!learns.includes(name)) return "";
  if (turn === 3) return `⇒ ${short(at(`${name}_new`))}`;
  return turn >= (fedBy(name)[0] === "o" ? 1 : 2) ? short(at(`dE_d${name}`), true) : "";
}

function titled(name, kind) {
  if (kind === "input") return [];
  if (kind === "target") return [html("span", { class: "name" }, "target")];
  return [html("span", { class: "name" }, name[0], html("sub", {}, name.slice(1).replace("_", "")))];
}
