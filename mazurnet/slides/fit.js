// What is too large for its slide gets smaller letters until it fits.

function fit() {
  for (const body of document.querySelectorAll(".body")) {
    for (const box of [body, ...body.querySelectorAll(wide())]) box.style.fontSize = "";
    for (let tries = 0; tries < 6; tries += 1) {
      for (const box of body.querySelectorAll(wide())) shrink(box, reach(box) / room(box, body));
      if (!shrink(body, extent(body) / body.getBoundingClientRect().height)) break;
    }
  }
}

/** Smaller letters in a box that asks for more than there is, `asked` times as much. */
function shrink(box, asked) {
  if (!Number.isFinite(asked) || asked < 1.002) return false;
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  box.style.fontSize = `${Math.floor((size(box) / size(box.parentElement) / asked) * 500) / 500}em`;
  return true;
}

const onPhone = () => document.documentElement.matches(".phone");
const wide = () => (onPhone() ? ".formula:not(.lines), .lines > span, table" : ".formula, table");
const ends = (box, side) => [...box.children].map((part) => part.getBoundingClientRect()[side]);
const reach = (box) => Math.max(...ends(box, "right")) - box.getBoundingClientRect().left;
const room = (box, body) => body.getBoundingClientRect().right - box.getBoundingClientRect().left;
const extent = (box) => Math.max(...ends(box, "bottom")) - Math.min(...ends(box, "top"));
