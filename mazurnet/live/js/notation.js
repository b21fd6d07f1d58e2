// Notation: a formula, the formula with its numbers, the result, as MathML.

import { differs, formulas } from "./formulas.js";
import { decimalParts } from "./numbers.js";

const GREEK = { delta: "δ", eta: "η" };
const NAME = /^(net|out|target|delta|eta|[iwbE])_?([ho]?\d|total)?(_new)?(?:_(\d))?$/;

/** Whether there is a formula for a quantity in this mode. */
export function hasFormula(name, mode) {
  return key(name, mode) in formulas;
}

/** The three lines of `steps`: what is asked for, and what it equals, line after line. */
export function steps(name, mode, at) {
  const formula = formulas[key(name, mode)];
  return {
    left: named(name),
    lines: [
      filled(formula, named),
      filled(formula, (quantity) => number(at(quantity), true)),
      number(at(name)),
    ],
  };
}

/** A name as MathML: w5 as w with a low 5, dE_dw5 as a fraction. */
export function named(name) {
  if (name.startsWith("dE_d")) {
    const [over, under] = [named("E_total"), named(name.slice(4))];
    return `<mfrac><mrow><mi>∂</mi>${over}</mrow><mrow><mi>∂</mi>${under}</mrow></mfrac>`;
  }
  const [, letters, place = "", fresh = "", row] = name.match(NAME);
  const base = `<mi>${GREEK[letters] ?? letters}</mi>`;
  if (!place) return base;
  const low = `<mtext>${place}${fresh && " new"}</mtext>`;
  return row
    ? `<msubsup>${base}${low}<mtext>(${row})</mtext></msubsup>`
    : `<msub>${base}${low}</msub>`;
}

/** A number as MathML; as a factor it stands in parentheses if it has a sign or a power of ten. */
export function number(value, factor = false) {
  const { digits, power } = decimalParts(value);
  const minus = digits.startsWith("-") ? "<mo>−</mo>" : "";
  const tens = power === null ? "" : `<mo>×</mo><msup><mn>10</mn><mn>${minused(power)}</mn></msup>`;
  const text = `${minus}<mn>${digits.replace("-", "")}</mn>${tens}`;
  return factor && (minus || tens) ? `<mrow><mo>(</mo>${text}<mo>)</mo></mrow>` : text;
}

function key(name, mode) {
  return [name, ...(differs[name] ?? []).map((part) => mode[part])].join(" ");
}

function filled(formula, write) {
  return formula.replace(/<mtext>(.*?)<\/mtext>/g, (_, name) => write(name));
}

function minused(power) {
  return String(power).replace("-", "−");
}
