// Fields: the numbers in the picture, each a place to type another one.

import { html, say, set } from "./dom.js";
import { parse, short } from "./numbers.js";
import { meaning } from "./facts.js";

const STEP = 0.01; // what an arrow key adds; with Shift ten times as much

/**
 * A field for one number. `change(number)` makes it so, or returns a refusal in words; a refused
 * number leaves the last good one in place.
 */
export function field(name, { label = meaning[name] ?? name, text = short, step = STEP, whole, change }) {
  const input = html("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: false, "aria-label": `${name}, ${label}`,
  });
  const refusal = html("span", { class: "refusal", role: "alert" });
  const box = html("span", { class: "field", "data-name": name }, input, refusal);
  let number = NaN;
  let before = "";

  const refuse = (words) => {
    say(refusal, words ? `${words} ${name} stays ${number}.` : "");
    set(input, { "aria-invalid": words ? true : undefined });
    if (words) keepInside(refusal);
  };
  const offer = (wanted) => {
    if (wanted === number) return refuse("");
    const words = change(wanted);
    refuse(words ?? "");
  };
  const typed = () => {
    if (input.value === before) return refuse("");
    const { number: wanted, refusal: words } = parse(input.value, whole);
    if (words) refuse(words);
    else offer(wanted);
    write();
  };
  const focused = () => input.getRootNode().activeElement === input;
  const write = () => {
    input.value = before = focused() ? String(number) : text(number);
    widen();
  };
  const widen = () => (input.style.width = `${Math.max(input.value.length, 4) * 0.6 + 0.8}em`);

  input.addEventListener("focus", () => {
    write();
    input.select();
  });
  input.addEventListener("blur", () => {
    typed();
    write();
  });
  input.addEventListener("input", widen);
  refusal.addEventListener("click", () => refuse(""));
  input.addEventListener("keydown", (event) => {
    const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (sign) {
      event.preventDefault();
      const { number: base = number } = parse(input.value, whole);
      offer(Number((base + sign * step * (event.shiftKey ? 10 : 1)).toPrecision(12)));
      write();
    } else if (event.key === "Enter") {
      typed();
      input.select();
    } else if (event.key === "Escape") {
      refuse("");
      write();
    }
  });

  return {
    box,
    input,
    /** Shows a number, but not over what a reader is typing. */
    show(value) {
      if (value === number) return;
      number = value;
      refuse(""); // it was about another number
      if (focused() && input.value !== before) return;
      write();
      if (focused()) input.select(); // what is typed next replaces it
    },
  };
}

// Moves a refusal beside the edge of the picture back into it.
function keepInside(refusal) {
  refusal.style.marginLeft = "";
  const [screen, box] = [refusal.closest(".live"), refusal].map((part) => part.getBoundingClientRect());
  const aside = Math.max(screen.left - box.left, 0) - Math.max(box.right - screen.right, 0);
  const scale = screen.width / refusal.closest(".live").offsetWidth; // a slide may be scaled
  refusal.style.marginLeft = `${aside / scale}px`;
}
