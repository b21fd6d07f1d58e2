// Geometry: where neurons and labels stand, in pixels, and the shape of an arrow.

import { edges as listed } from "./facts.js";

export const NEURONS = ["i1", "i2", "h1", "h2", "o1", "o2"];

/** The arrows of the network: `{ name, from, to }`. */
export function edges(biases) {
  return listed[biases === "each" ? "each" : "shared"].map(([name, from, to]) => ({ name, from, to }));
}

/** The neuron that a weight or a bias feeds; a shared bias also feeds the next one. */
export function fedBy(name) {
  return [...edges("shared"), ...edges("each")].find((edge) => edge.name === name).to;
}

// Measures in units: the room above and below, and by how much a label stands off its place.
// A crossing edge that falls or rises has its label a share of the way along.
const wide = {
  R: 31, top: 106, foot: 88, left: 44, right: 146, gap: 5, own: -36, within: [16, 34], bias: [-12, 0],
  level: 0.5, above: -36, below: 18, fall: 0.3, rise: 0.3, clear: -5,
};
const narrow = { // labels stand inside, and what belongs to a neuron outside
  R: 19, top: 122, tall: 260, foot: 106, left: 38, right: 44, gap: 5, own: 0, bias: [0, 0],
  level: 0.5, above: 26, below: -44, fall: 0.32, rise: 0.32, clear: 0,
};
const narrowWithOwn = { ...narrow, top: 172, foot: 150 }; // biases, outside as well
const flatWide = {
  ...wide, top: 65, tall: 180, foot: 65, gap: 12, own: -43, bias: [-21, -3],
  above: -31, below: 16, fall: 0.28, rise: 0.33,
};
const flatNarrow = {
  ...narrow, top: 103, tall: 212, foot: 102, own: -7, within: [16, 28], bias: [-15, -6],
  level: 0.46, below: -40, fall: 0.38, rise: 0.38,
};

function measures(isNarrow, biases, flat) {
  if (flat) return isNarrow ? flatNarrow : flatWide;
  if (!isNarrow) return wide;
  return biases === "each" ? narrowWithOwn : narrow;
}

/**
 * Places for a picture of this width, `flat` ones on a slide; `u` is a unit of text, a fourteenth
 * of the letter size.
 */
export function layout(width, u, biases, flat) {
  const isNarrow = width < 500 * u;
  const by = measures(isNarrow, biases, flat);
  const R = by.R * u;
  const top = by.top * u;
  const foot = top + (by.tall ? by.tall * u : Math.min(Math.max(0.33 * width, 220 * u), 250 * u));
  const [left, right] = [by.left * u, width - by.right * u];
  const middle = left + (right - left) * 0.49;
  const place = {
    i1: [left, top], h1: [middle, top], o1: [right, top],
    i2: [left, foot], h2: [middle, foot], o2: [right, foot],
    b1: [middle, (top + foot) / 2], b2: [right, (top + foot) / 2],
  };
  for (const neuron of ["h1", "h2", "o1", "o2"]) {
    const [x, y] = place[neuron];
    const inward = y === top ? 1 : -1;
    const stack = (neuron[0] === "o" ? 92 : 56) + (inward > 0 ? 17 : 0);
    const off = by.within ? by.within[inward > 0 ? 0 : 1] * u : -stack * u - 2 * R;
    place[`b_${neuron}`] = [x, y + inward * (R + off)];
  }
  return { width, height: foot + by.foot * u, R, u, by, gap: by.gap * u, narrow: isNarrow, top, foot, place };
}

/** Where the number of an edge stands: beside a level one, a third along a crossing one. */
export function labelAt({ name, from, to }, { place, top, u, by }) {
  const [[x0, y0], [x1, y1]] = [place[from], place[to]];
  if (name.startsWith("b_")) return [x0 + by.own * u, y0];
  if (name.startsWith("b")) return [x0 + by.bias[0] * u, y0 + by.bias[1] * u];
  const upper = y0 === top;
  if (y0 === y1) return [x0 + (x1 - x0) * by.level, y0 + (upper ? by.above : by.below) * u];
  const along = upper ? by.fall : by.rise;
  const clear = upper ? 0 : by.clear; // of the arrow's head, on the way back
  return [x0 + (x1 - x0) * along, y0 + (y1 - y0) * along + clear * u];
}

/** Where an input and a target stand: outside their neuron. */
export function outside(name, { place, top, narrow, R, u }) {
  const target = name.startsWith("target");
  const [x, y] = place[target ? name.slice(7) : name];
  const away = y === top ? -1 : 1;
  if (!target) return [x, y + away * (R + 16 * u)];
  return narrow ? [x - 56 * u, y + away * (R + (away < 0 ? 70 : 52) * u)] : [x + R + 12 * u, y - 18 * u];
}

/** The line and the head of an arrow along an edge, as attributes of a path and a polygon. */
export function arrow({ name, from, to }, lines, width, back) {
  const { place, R, u } = lines;
  const bias = name.startsWith("b");
  const gaps = [(bias ? 17 : 5) * u + (bias ? 0 : R), R + 5 * u];
  let [[x0, y0], [x1, y1]] = [place[from], place[to]];
  if (back) [x0, y0, x1, y1] = [x1, y1, x0, y0];
  const [leave, arrive] = back ? gaps.reverse() : gaps;
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  [x0, y0, x1, y1] = [x0 + ux * leave, y0 + uy * leave, x1 - ux * arrive, y1 - uy * arrive];
  const half = 3.5 * u + width * 0.9;
  const [nx, ny] = [x1 - ux * 2.2 * half, y1 - uy * 2.2 * half];
  return {
    line: `M${px(x0)} ${px(y0)}L${px(nx)} ${px(ny)}`,
    head: [[x1, y1], [nx - uy * half, ny + ux * half], [nx + uy * half, ny - ux * half]]
      .map((point) => point.map(px).join(" "))
      .join(" "),
  };
}

function px(number) {
  return Math.round(number * 100) / 100;
}
