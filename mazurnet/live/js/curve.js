// The error, round by round: a log axis, the current round marked, the curve before as a ghost.

import { html, pointedAt, say, set, svg } from "./dom.js";
import { powerOfTen, short } from "./numbers.js";
import { LAST, errorAt } from "./training.js";

const FLOOR = -12; // powers of ten; what falls below leaves the picture

/**
 * The curve in `box`. `go(round)` is called when a reader presses or drags on it, `point` and
 * `hold` as in the network, for E_total.
 */
export function curveIn(box, { go, point, hold }) {
  const grid = svg("g", { class: "grid" });
  const [ghost, curve, mark] = [svg("path", { class: "ghost" }), svg("path", { class: "curve" }), svg("path", { class: "mark" })];
  const dot = svg("circle", { class: "dot", r: 5 });
  const [ghostName, curveName] = ["ghost-name", "curve-name"].map((name) => svg("text", { class: name, "text-anchor": "end" }));
  const window = svg("svg", { class: "window" }, ghost, curve); // what falls below the axis leaves it
  const picture = svg("svg", { "aria-hidden": true }, grid, window, ghostName, curveName, mark, dot);
  const caption = pointedAt(html("b", { class: "caption", tabindex: 0, role: "img" }), "E_total", { point, hold });
  box.append(picture, caption);
  let frame = null; // left, right, top, foot
  let scale = null; // the highest and the lowest power of ten

  picture.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    picture.setPointerCapture(event.pointerId);
    if (event.pointerType !== "touch") drag(event); // a finger may only be scrolling by
  });
  picture.addEventListener("click", drag);
  picture.addEventListener("pointermove", (event) => picture.hasPointerCapture(event.pointerId) && drag(event));
  function drag(event) {
    const box = picture.getBoundingClientRect();
    const at = ((event.clientX - box.left) * picture.clientWidth) / box.width; // a slide may be scaled
    const along = (at - frame.left) / (frame.right - frame.left);
    go(Math.round(Math.min(Math.max(along, 0), 1) * LAST));
  }

  const x = (round) => frame.left + (round / LAST) * (frame.right - frame.left);
  const y = (power) => frame.top + ((scale.top - power) / (scale.top - scale.low)) * (frame.foot - frame.top);

  function path(run) {
    const columns = Math.max(Math.round((frame.right - frame.left) * 1.5), 100);
    let d = "";
    for (let n = 0; n <= columns; n++) {
      const round = Math.min(Math.round((n * LAST) / columns), run.rounds);
      const power = Math.max(Math.log10(Math.max(errorAt(run, round), 1e-300)), scale.low - 1);
      d += `${d ? "L" : "M"}${x(round).toFixed(1)} ${y(power).toFixed(1)}`;
      if (round === run.rounds) break;
    }
    return d;
  }

  function draw(run, old) {
    const powers = [run, old].filter(Boolean).flatMap((r) => [errorAt(r, 0), errorAt(r, r.rounds)].map(Math.log10));
    const low = Math.max(Math.min(-6, 3 * Math.floor(Math.min(...powers) / 3)), FLOOR);
    scale = { low, top: Math.min(Math.max(1, Math.ceil(Math.max(...powers))), 300) };
    const most = frame.flat ? Math.max(Math.floor((frame.foot - frame.top) / (20 * frame.u)), 2) : 10;
    const every = 3 * Math.ceil((scale.top - low) / (3 * most));
    const ticks = [];
    for (let power = low; power <= scale.top; power += every) {
      ticks.push(svg("path", { d: `M${frame.left} ${y(power)}H${frame.right}` }));
      ticks.push(svg("text", { x: frame.left - 6, y: y(power), "text-anchor": "end", dy: "0.32em" }, powerOfTen(power)));
    }
    for (const round of [0, LAST / 2, LAST]) {
      const anchor = round === LAST ? "end" : round ? "middle" : "start";
      const text = round.toLocaleString("en") + (round ? "" : " rounds");
      ticks.push(svg("text", { x: x(round), y: frame.foot + 18 * frame.u, "text-anchor": anchor }, text));
    }
    grid.replaceChildren(...ticks);
    set(curve, { d: path(run) });
    set(ghost, { d: old ? path(old) : "" });
    name(ghostName, old, "before");
    name(curveName, run, `after ${run.rounds.toLocaleString("en")}`);
    if (old && frame.flat) keepApart(18 * frame.u);
  }

  // Two curves that end alike, where a decade is lower than a line of text.
  function keepApart(line) {
    const [one, two] = [curveName, ghostName].map((label) => Number(label.getAttribute("y")));
    if (Math.abs(one - two) < line) set(ghostName, { y: one + (one + line < frame.foot ? line : -line) });
  }

  // Below the end of a curve, where a falling one leaves room; above, where the axis is near.
  function name(label, of, words) {
    say(label, of ? `${words}: ${short(errorAt(of, of.rounds))}` : "");
    if (!of) return;
    const end = y(Math.max(Math.log10(Math.max(errorAt(of, of.rounds), 1e-300)), scale.low));
    const below = end + 18 * frame.u < frame.foot;
    set(label, { x: frame.right - 8 * frame.u, y: end + (below ? 18 : -8) * frame.u });
  }

  return {
    /** Fits the picture to a size, a `flat` one with room for few words. */
    fit(width, height, u, flat = false) {
      frame = { left: 42 * u, right: width - 10 * u, top: 30 * u, foot: height - 26 * u, u, flat };
      set(picture, { viewBox: `0 0 ${width} ${height}`, width, height });
      const [x, y] = [frame.left, frame.top - 2];
      const size = { width: frame.right - x + 2, height: frame.foot - y };
      set(window, { x, y, ...size, viewBox: `${x} ${y} ${size.width} ${size.height}` });
    },
    draw,
    /** Marks a round. */
    mark(run, round) {
      const error = errorAt(run, round);
      const power = Math.min(Math.max(Math.log10(Math.max(error, 1e-300)), scale.low), scale.top);
      set(mark, { d: `M${x(round)} ${frame.top}V${frame.foot}` });
      set(dot, { cx: x(round), cy: y(power) });
      dot.classList.toggle("below", Math.log10(error) < scale.low);
      say(caption, `E_total ${short(error)}`);
      set(caption, { "aria-label": caption.textContent });
    },
  };
}
