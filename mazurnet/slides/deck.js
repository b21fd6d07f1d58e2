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
const alive = (node) => Boolean(node?.closest?.("mazurnet-live, mazurnet-frames"));
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
Reveal.on("slidechanged", ({ previousSlide }) => {
  fit();
  for (const live of previousSlide?.querySelectorAll("mazurnet-live") ?? []) live.dispatchEvent(new Event("rest"));
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
