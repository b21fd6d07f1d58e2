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

/**
 * Places for a picture of this width, `flat` ones on a slide; `u` is a unit of text, a fourteenth
 * of the letter size.
 */
export function layout(width, u, biases, flat) {
  const narrow = width < 500 * u; // labels stand inside, and what belongs to a neuron outside
  const own = narrow && !flat && biases === "each";
  const R = (narrow ? 19 : 31) * u;
  const top = (narrow ? (flat ? 103 : own ? 172 : 122) : flat ? 65 : 106) * u;
  const tall = narrow ? (flat ? 212 : 260) * u : flat ? 180 * u : Math.min(Math.max(0.33 * width, 220 * u), 250 * u);
  const foot = top + tall;
  const gap = (flat && !narrow ? 12 : 5) * u; // between a neuron and its numbers
  const [left, right] = [(narrow ? 38 : 44) * u, width - (narrow ? 44 : 146) * u];
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
    const inside = inward > 0 ? 16 : narrow ? 28 : 34;
    place[`b_${neuron}`] = [x, y + inward * (R + (narrow && !flat ? -stack * u - 2 * R : inside * u))];
  }
  const height = foot + (narrow ? (flat ? 102 : own ? 150 : 106) : flat ? 65 : 88) * u;
  return { width, height, R, u, gap, narrow, flat, top, foot, place };
}

/** Where the number of an edge stands: beside a level one, a third along a crossing one. */
export function labelAt({ name, from, to }, { place, top, u, narrow, flat }) {
  const [[x0, y0], [x1, y1]] = [place[from], place[to]];
  if (name.startsWith("b_")) return [x0 - (narrow ? (flat ? 7 : 0) : flat ? 43 : 36) * u, y0];
  if (name.startsWith("b")) return [x0 - (flat ? 15 : narrow ? 0 : 12) * u, y0 - (flat ? (narrow ? 6 : 3) : 0) * u];
  const level = y0 === y1;
  const along = level ? (narrow && flat ? 0.46 : 0.5) : narrow ? (flat ? 0.38 : 0.32) : flat ? (y0 === top ? 0.28 : 0.35) : 0.3;
  const beside = y0 === top ? (narrow ? 26 : flat ? -31 : -36) : narrow ? (flat ? -40 : -44) : flat ? 16 : 18;
  const clear = y0 === top || narrow ? 0 : -5; // of the arrow's head, on the way back
  return [x0 + (x1 - x0) * along, y0 + (y1 - y0) * along + (level ? beside : clear) * u];
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
