// A deck: reveal.js with what a lesson's slides need of it.

const printed = /print-pdf/.test(location.search);
const alone = self === top; // not in the small frames of the speaker's window
const phone = innerWidth < 600 && alone && !printed; // there a slide is as tall as the screen
const width = phone ? 430 : 1280;
const height = phone ? Math.max(900, Math.round((width * innerHeight) / innerWidth)) : 720;
const { style, classList } = document.documentElement;
style.setProperty("--width", `${width}px`);
style.setProperty("--height", `${height}px`);
classList.toggle("phone", phone);

// On paper the still pictures stay; on a screen they give way to the live network.
if (!printed) {
  for (const source of document.querySelectorAll('script[type="application/x-live"]')) {
    const live = document.createElement("script");
    live.type = "module";
    live.textContent = source.textContent;
    document.body.append(live);
  }
}

// A clicker turns the slide, whatever was touched last; and paper is laid out before it is printed.
const alive = (node) => /^mazurnet-/.test(node?.localName ?? "");
const CLICKS = { PageDown: () => Reveal.next(), PageUp: () => Reveal.prev() };
addEventListener(
  "keydown",
  (event) => {
    const clicked = event.key in CLICKS && event.composedPath().some(alive);
    const prints = event.key.toLowerCase() === "p" && (event.ctrlKey || event.metaKey) && !printed;
    if (!clicked && !prints) return;
    event.preventDefault();
    event.stopPropagation();
    if (clicked) CLICKS[event.key]();
    else location.href = `${location.pathname}?print-pdf&now`;
  },
  true,
);

// A phone that is turned, or a window that becomes as narrow, has another layout.
addEventListener("resize", () => {
  if (alone && !printed && innerWidth < 600 !== phone) location.reload();
});

// What is too large for its slide gets smaller letters until it fits.

function fit() {
  for (const body of document.querySelectorAll(".body")) {
    for (const box of [body, ...body.querySelectorAll(WIDE)]) box.style.fontSize = "";
    for (let tries = 0; tries < 6; tries += 1) {
      for (const box of body.querySelectorAll(WIDE)) shrink(box, reach(box) / room(box, body));
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

const WIDE = phone ? ".formula:not(.lines), .lines > span, table" : ".formula, table";
const ends = (box, side) => [...box.children].map((part) => part.getBoundingClientRect()[side]);
const reach = (box) => Math.max(...ends(box, "right")) - box.getBoundingClientRect().left;
const room = (box, body) => body.getBoundingClientRect().right - box.getBoundingClientRect().left;
const extent = (box) => Math.max(...ends(box, "bottom")) - Math.min(...ends(box, "top"));

Reveal.initialize({
  width,
  height,
  margin: 0,
  minScale: 0.1,
  maxScale: 4,
  center: false,
  controls: false,
  hash: true,
  keyboardCondition: () => !alive(document.activeElement),
  navigationMode: "linear",
  slideNumber: "c/t",
  transition: "none",
  viewDistance: 2,
  scrollActivationWidth: phone ? 600 : 0,
  scrollSnap: false,
  pdfSeparateFragments: false,
  pdfMaxPagesPerSlide: 1,
  plugins: [RevealNotes],
}).then(fit);
Reveal.on("slidechanged", () => {
  fit();
  if (alive(document.activeElement)) document.activeElement.blur(); // keys belong to the deck again
});
Reveal.on("pdf-ready", () => {
  fit();
  if (!/&now/.test(location.search)) return;
  addEventListener("afterprint", () => history.back());
  print();
});
const rescale = () => style.setProperty("--scale", phone ? 1 : Reveal.getScale());
Reveal.on("ready", rescale);
Reveal.on("resize", rescale);
document.fonts.ready.then(fit);
