// Keys: what is typed in here must not turn a slide or leave a cell; Ctrl+S may save the notebook.

const SUPPRESS = "data-lm-suppress-shortcuts"; // Jupyter's own word for it

/** Keeps keys that are typed in `screen`, inside `host`; returns what ends it. */
export function keepKeys(host, screen) {
  const plain = ({ ctrlKey, metaKey, altKey }) => !ctrlKey && !metaKey && !altKey;
  const stop = (event) => plain(event) && event.stopPropagation();
  // Some Jupyters look at a key before it gets here, and heed the attribute; others after.
  const mark = (event) => host.toggleAttribute(SUPPRESS, plain(event));
  for (const kind of ["keydown", "keyup", "keypress"]) screen.addEventListener(kind, stop);
  window.addEventListener("keydown", mark, true);
  return () => window.removeEventListener("keydown", mark, true);
}
