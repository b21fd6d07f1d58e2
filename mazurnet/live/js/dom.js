// Elements, made and changed in one line.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with attributes and children. */
export function html(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** A box of a class with what belongs into it. */
export function part(name, ...children) {
  return html("div", { class: name }, ...children);
}

/** An SVG element with attributes and children. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Writes attributes; one that is undefined is taken away. */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  return element;
}

/** Writes text, if it is another one: an equal text would still be laid out again. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Calls `point(name)` when the mouse is on an element and `hold(name)` when the keyboard is. */
export function pointedAt(element, name, { point, hold }) {
  element.addEventListener("pointerenter", () => point(name));
  element.addEventListener("pointerleave", () => point(null));
  element.addEventListener("focus", () => hold(name));
  element.addEventListener("blur", () => hold(null));
  return element;
}

function filled(element, attributes, children) {
  set(element, attributes).append(...children);
  return element;
}
