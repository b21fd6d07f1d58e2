// The formula of what a reader points at, in the phase that is shown.

import { html } from "./dom.js";
import { fedBy } from "./geometry.js";
import { hasFormula, named, number, steps } from "./notation.js";
import { PHASES } from "./training.js";

const FIRST = ["E_total", "delta_o1", "delta_h1", "w5"];

/** The names whose formulas belong to a target in a phase; none for what is given. */
export function quantities(target, phase, learns) {
  const n = PHASES.indexOf(phase);
  const what = target ?? FIRST[n];
  if (/^[ho]\d$/.test(what)) {
    const blamed = n >= (what[0] === "o" ? 1 : 2);
    return blamed ? [`delta_${what}`] : [`net_${what}`, `out_${what}`, ...(what[0] === "o" ? [`E_${what}`] : [])];
  }
  if (/^[wb]/.test(what)) {
    const fed = fedBy(what);
    const turn = n >= (fed[0] === "o" ? 1 : 2);
    if (!turn) return [`net_${fed}`];
    if (!learns.includes(what)) return [];
    return [n === 3 ? `${what}_new` : `dE_d${what}`];
  }
  return what === "E_total" || what.startsWith("delta") ? [what] : [];
}

/** Three lines for each quantity, in `box`. */
export function showFormula(box, target, phase, run, mode, at) {
  const names = quantities(target, phase, run.program.learns).filter((name) => hasFormula(name, mode));
  if (names.length) return box.replaceChildren(...names.map((name) => worked(steps(name, mode, at))));
  const frozen = /^b/.test(target) && !run.program.learns.includes(target);
  const words = frozen ? "is frozen: no step changes it." : "is given, not worked out.";
  const given = html("p", {});
  given.innerHTML = `${math(`${named(target)}<mo>=</mo>${number(at(target))}`)} `;
  given.append(words);
  box.replaceChildren(given);
}

function worked({ left, lines }) {
  const grid = html("div", { class: "worked" });
  grid.innerHTML = lines
    .map((line, n) => `<span>${n ? "" : math(left)}</span><span>${math(`<mo>=</mo>${line}`)}</span>`)
    .join("");
  return grid;
}

function math(inside) {
  return `<math><mrow>${inside}</mrow></math>`;
}
