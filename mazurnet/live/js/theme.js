// Light or dark: as the page around it is.

/** Marks `screen` light or dark, now and whenever the page changes; returns what ends it. */
export function followTheme(screen) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const tell = () => (screen.dataset.theme = isDark(screen, system) ? "dark" : "light");
  const watch = new MutationObserver(tell);
  watch.observe(document.body, { attributes: true });
  system.addEventListener("change", tell);
  tell();
  return () => {
    watch.disconnect();
    system.removeEventListener("change", tell);
  };
}

// JupyterLab and VS Code say it on the body; another page follows the system if it says it can.
function isDark(screen, system) {
  const { jpThemeLight, vscodeThemeKind = "" } = document.body.dataset;
  if (jpThemeLight) return jpThemeLight === "false";
  if (vscodeThemeKind) return /dark|contrast$/.test(vscodeThemeKind);
  return system.matches && getComputedStyle(document.documentElement).colorScheme.includes("dark");
}
