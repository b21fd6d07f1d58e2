// Terms: a formula in pieces, so that a long one may go on in the next line.

const says = (part, sign) => part?.localName === "mo" && part.textContent === sign;
const whole = (part) => part.localName !== "mrow" || (says(part.firstElementChild, "(") && !hasPlus(part));
const hasPlus = (row) => [...row.children].some((part) => says(part, "+") || (part.localName === "mrow" && hasPlus(part)));
const flat = (row) => [...row.children].flatMap((part) => (whole(part) ? [part] : flat(part)));

/** Lets formulas in `box` end a line before a sign, or after a sum: no browser does so unasked. */
export function breakSums(box) {
  for (const fence of box.querySelectorAll("mo[stretchy]")) fence.setAttribute("stretchy", false); // it may lose its other half
  for (const formula of box.querySelectorAll("math")) {
    const pieces = [];
    let before = null;
    for (const part of flat(formula)) {
      const summed = before?.localName !== "mo" || says(before, ")");
      const sign = (says(part, "+") || says(part, "−")) && before && summed;
      if (sign) part.setAttribute("form", "infix"); // though it begins a piece
      if (!before || sign || (says(part, "·") && says(before, ")"))) pieces.push(formula.cloneNode());
      pieces.at(-1).append(part);
      before = part;
    }
    formula.replaceWith(...pieces);
  }
}
