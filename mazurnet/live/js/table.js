// The table of examples: what goes in, what should come out, what does.

import { html, say } from "./dom.js";
import { short } from "./numbers.js";

const HEADS = ["", "i1", "i2", "o1", "target", "o2", "target"];

/** A table of `rows` examples in `box`; `choose(row)` is called when a reader picks one. */
export function tableIn(box, choose) {
  let rows = [];

  function rebuild(count) {
    rows = Array.from({ length: count }, (_, n) => {
      const input = html("input", { type: "radio", name: "row", value: n + 1, "aria-label": `show row ${n + 1}` });
      const cells = HEADS.slice(1).map(() => html("td"));
      return { input, cells, line: html("tr", {}, html("td", {}, input), ...cells) };
    });
    const head = html("tr", {}, ...HEADS.map((words) => html(words ? "th" : "td", words ? { scope: "col" } : {}, words)));
    const table = html("table", {}, html("caption", {}, "Four examples. The picture shows the one chosen; E_total and the gradients are sums over all four."), html("thead", {}, head), html("tbody", {}, ...rows.map(({ line }) => line)));
    box.replaceChildren(...(count > 1 ? [table] : []));
    box.hidden = count < 2;
  }
  box.addEventListener("change", (event) => choose(Number(event.target.value)));
  box.addEventListener("click", (event) => {
    const line = rows.findIndex(({ line }) => line.contains(event.target));
    if (line >= 0) choose(line + 1);
  });

  return {
    /** Shows every example; `look(row)(name)` gives its numbers. */
    show(count, row, look) {
      if (rows.length !== count) rebuild(count);
      if (count < 2) return;
      rows.forEach(({ input, cells, line }, n) => {
        const at = look(n + 1);
        input.checked = n + 1 === row;
        line.classList.toggle("chosen", input.checked);
        const numbers = [at("i1"), at("i2"), at("out_o1"), at("target_o1"), at("out_o2"), at("target_o2")];
        numbers.forEach((number, k) => say(cells[k], short(number)));
        [2, 4].forEach((k) => cells[k].classList.toggle("wrong", Math.abs(numbers[k] - numbers[k + 1]) > 0.4));
      });
    },
  };
}
