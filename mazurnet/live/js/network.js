// The network as a picture: names in the circles, values outside, weights on the edges.

import { html, pointedAt, say, set, svg } from "./dom.js";
import { NEURONS, arrow, edges } from "./geometry.js";
import { short } from "./numbers.js";
import { PHASES } from "./training.js";

const CAPTION = { forward: "forward →", update: "step" };
const WIDTH_OF_WEIGHT = 4.9; // pixels of line for a weight of 1, in a picture as wide as a lesson's
const WIDTH_OF_GRADIENT = 111; // pixels of line for a gradient of 1
const [HAIRLINE, WIDEST, LESSON] = [0.8, 17, 960];

/**
 * The picture in `box`. `point(name)` is called when a reader points at an edge or a neuron,
 * `hold(name)` when the keyboard is on it, both with null when they leave; `pick(name)` when an
 * edge is clicked on.
 */
export function networkIn(box, { point, hold, pick }) {
  const neurons = Object.fromEntries(NEURONS.map((name) => [name, neuron(name, point, hold)]));
  const picture = svg("svg", { role: "group", "aria-label": "The network" });
  const caption = html("b", { class: "caption" });
  const said = html("div", { class: "labels" }, ...NEURONS.map((name) => neurons[name].said));
  box.append(picture, caption, said);
  let arrows = [];
  let lines = null;
  let biases = "";

  function rebuild(kind) {
    biases = kind;
    arrows = edges(kind).map((edge) => edgeWith(edge, { point, pick }));
    picture.replaceChildren(...arrows.map((a) => a.group), ...NEURONS.map((n) => neurons[n].group));
  }

  return {
    /** Fits the picture to a layout. */
    fit(wanted, kind) {
      if (kind !== biases) rebuild(kind);
      lines = wanted;
      const { width, height, R, gap, place, top } = lines;
      set(picture, { viewBox: `0 0 ${width} ${height}`, width, height });
      for (const name of NEURONS) {
        const [x, y] = place[name];
        set(neurons[name].group, { transform: `translate(${x} ${y})` });
        set(neurons[name].ring, { r: R });
        const below = y !== top;
        neurons[name].said.style.translate = `${x}px ${y + (below ? R + gap : -R - gap)}px`;
        neurons[name].said.classList.toggle("below", below);
      }
    },

    /** Shows one phase of a round: `at` gives each number by name. */
    draw(at, phase, learns) {
      const back = phase.endsWith("deltas");
      const hidden = phase !== "output deltas";
      box.dataset.pass = back ? "backward" : phase;
      say(caption, CAPTION[phase] ?? "← backward");
      for (const part of arrows) {
        const learning = learns.includes(part.edge.name);
        const turn = back ? hidden || part.edge.to[0] === "o" : true;
        const today = phase === "forward" || (learning && turn);
        const size = today ? sizeOf(part.edge.name, at, phase, learning) : at(part.edge.name);
        drawEdge(part, lines, size, today, back && today);
      }
      for (const name of NEURONS) tell(neurons[name], name, at, phase);
    },
  };
}

function edgeWith(edge, { point, pick }) {
  const [line, head, hit] = [svg("path"), svg("polygon"), svg("path", { class: "hit" })];
  const group = svg("g", { class: "edge", "data-name": edge.name }, line, head, hit);
  hit.addEventListener("pointerenter", () => point(edge.name));
  hit.addEventListener("pointerleave", () => point(null));
  hit.addEventListener("click", () => pick(edge.name));
  return { edge, group, line, head, hit };
}

// What the width of an arrow shows: a gradient on the way back, a weight otherwise.
function sizeOf(name, at, phase, learning) {
  if (!learning || phase === "forward") return at(name);
  return at(phase === "update" ? `${name}_new` : `dE_d${name}`);
}

function drawEdge({ edge, group, line, head, hit }, lines, size, today, back) {
  const share = Math.min(Math.max(lines.width / LESSON, 0.5), 1);
  const wide = Math.abs(size) * (back ? WIDTH_OF_GRADIENT : WIDTH_OF_WEIGHT);
  const width = today ? Math.max(Math.min(wide, WIDEST) * share, HAIRLINE) : HAIRLINE;
  const dash = `${6 * Math.sqrt(width)} ${3 * Math.sqrt(width) + 1}`;
  const shape = arrow(edge, lines, width, back);
  group.style.display = edge.name.startsWith("b_") ? "none" : ""; // it stands by its neuron
  group.classList.toggle("quiet", !today);
  set(line, { d: shape.line, "stroke-width": width, "stroke-dasharray": size < 0 ? dash : undefined });
  set(head, { points: shape.head });
  set(hit, { d: shape.line });
}

function neuron(name, point, hold) {
  const ring = svg("circle");
  const letter = svg("text", { "aria-hidden": true }, name[0], svg("tspan", { dy: "0.3em" }, name[1]));
  const group = svg("g", { class: "neuron", tabindex: 0, role: "img", "data-name": name }, ring, letter);
  pointedAt(group, name, { point, hold });
  const [out, delta] = [html("span", { class: "out" }), html("span", { class: "delta" })];
  return { group, ring, out, delta, said: html("div", { class: "said" }, delta, out) };
}

function tell({ group, out, delta }, name, at, phase) {
  const reached = { o: 1, h: 2, i: PHASES.length }[name[0]];
  const blamed = PHASES.indexOf(phase) >= reached;
  if (name[0] !== "i") say(out, short(at(`out_${name}`)));
  say(delta, blamed ? `δ ${short(at(`delta_${name}`))}` : "");
  const told = name[0] === "i" ? [short(at(name))] : [`out ${out.textContent}`, blamed && delta.textContent.replace("δ", "delta")];
  set(group, { "aria-label": `${name}: ${told.filter(Boolean).join(", ")}` });
}
