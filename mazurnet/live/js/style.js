// Style: the palette of the lessons, and where things stand.

export const css = /* css */ `
:host { display: block; width: 100%; min-width: 0; }
.live {
  --forward: #0072B2; --backward: #C44E00; --update: #6B2143;
  --ink: #222222; --quiet: #6E6E6E; --paper: #FFFFFF; --line: #D4D4D4; --face: #F3F3F3;
  container-type: inline-size; box-sizing: border-box; padding: 0.6em 0.7em;
  font: var(--mazurnet-size, 14px)/1.35 system-ui, "Segoe UI", "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); border-radius: 6px; text-align: left; color-scheme: light;
  direction: ltr; text-transform: none; letter-spacing: normal; word-spacing: normal; text-indent: 0; white-space: normal; text-shadow: none;
}
.live[data-theme="dark"] {
  --forward: #5CB8F0; --backward: #F59A55; --update: #E79CC4;
  --ink: #E6E6E6; --quiet: #A3A3A3; --paper: #161616; --line: #474747; --face: #2A2A2A;
  color-scheme: dark;
}
.live *, .live *::before { box-sizing: border-box; }
.live p { margin: 0.3em 0 0; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--forward); outline-offset: 2px; }

.bar, .buttons, .choices, .sliders { display: flex; flex-wrap: wrap; gap: 0.5em 0.7em; align-items: center; }
.bar { justify-content: space-between; }
button, select, input { font: inherit; color: inherit; }
button, select {
  background: var(--face); border: 1px solid var(--line); border-radius: 4px;
  padding: 0.2em 0.6em; min-height: 2em; cursor: pointer; margin: 0;
}
button:hover, select:hover { border-color: var(--quiet); }
.choice { display: inline-flex; gap: 0.4em; align-items: center; color: var(--quiet); }
.choice select { color: var(--ink); max-width: 15em; }

.phases { display: inline-flex; flex-wrap: wrap; border: 1px solid var(--line); border-radius: 4px; overflow: hidden; }
.phases label { position: relative; cursor: pointer; }
.phases input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
.phases span { display: block; padding: 0.25em 0.7em; }
.phases label + label span { border-left: 1px solid var(--line); }
.phases input:checked + span { background: var(--forward); color: var(--paper); }
.phases [data-phase="1"] input:checked + span, .phases [data-phase="2"] input:checked + span { background: var(--backward); }
.phases [data-phase="3"] input:checked + span { background: var(--update); }
.phases input:focus-visible + span { outline: 2px solid var(--ink); outline-offset: -3px; }

@media print {
  .live { width: calc(var(--wide) * 1px); zoom: min(1, 690 / var(--wide)); print-color-adjust: exact; break-inside: avoid; }
}
@media (forced-colors: active) {
  .phases input:checked + span { forced-color-adjust: none; background: Highlight !important; color: HighlightText; }
}
.screen { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5em 1em; }
.side { order: 1; min-width: 0; }
.note, .said-aloud { order: 2; }
@container (min-width: 54em) {
  .screen { grid-template-columns: minmax(0, 1.9fr) minmax(19em, 1fr); }
  .screen > * { grid-column: 1 / -1; }
  .screen > .network { grid-column: 1; }
  .screen > .side { grid-column: 2; order: 0; }
}
@container (max-width: 36em) {
  .phases { display: flex; flex: 1; font-size: 0.93em; }
  .phases label { flex: auto; text-align: center; }
  .phases span { padding: 0.3em 0.2em; }
  .live .field input { min-height: 24px; }
}
@container (max-width: 24em) {
  .phases { display: grid; grid-template-columns: 1fr 1fr; }
}
.network, .curve { position: relative; min-width: 0; }
.network, .curve, .formula { contain: layout style; }
.network svg, .curve svg { display: block; overflow: visible; }
.curve svg.window { overflow: hidden; }
.caption { position: absolute; top: 0; left: 0; color: var(--pass); }
.network { --pass: var(--forward); }
.network[data-pass="backward"] { --pass: var(--backward); }
.network[data-pass="update"] { --pass: var(--update); }
.edge { stroke: var(--pass); fill: var(--pass); }
.edge path { fill: none; }
.edge polygon { stroke: none; }
.edge.quiet { stroke: var(--quiet); fill: var(--quiet); }
.edge .hit { stroke: transparent; stroke-width: 16; pointer-events: stroke; }
.neuron circle { fill: var(--paper); stroke: var(--ink); stroke-width: 1.6; }
.neuron text { font: italic 1.5em "STIX Two Text", "Cambria", "DejaVu Serif", serif; fill: var(--ink); text-anchor: middle; dominant-baseline: central; }
.neuron tspan { font-size: 0.65em; font-style: normal; }
.neuron:focus { outline: none; }
.neuron:focus-visible circle { stroke: var(--forward); stroke-width: 4; }

.labels > * { position: absolute; left: 0; top: 0; }
.said { display: flex; flex-direction: column; align-items: center; width: 0; height: 0; justify-content: flex-end; white-space: nowrap; pointer-events: none; }
.said.below { flex-direction: column-reverse; }
.out { color: var(--forward); }
.delta { color: var(--backward); }
.label { width: 0; height: 0; display: flex; flex-direction: column; align-items: center; margin-top: -0.75em; }
.label .row { display: inline-flex; align-items: baseline; gap: 0.15em; background: var(--paper); border-radius: 3px; padding: 0 0.15em; }
.label .name { font-style: italic; font-family: "STIX Two Text", "Cambria", "DejaVu Serif", serif; }
.label sub { font-size: max(0.75em, 12px); line-height: 0; font-style: normal; }
.label .more { background: var(--paper); white-space: nowrap; line-height: 1.15; color: var(--pass); border-radius: 3px; padding: 0 0.2em; }
.label .more:empty { display: none; }
.target { align-items: flex-start; }
.target .row { flex-direction: column; gap: 0; padding: 0; }
.narrow .target .row { flex-direction: row; }
.target .more { color: var(--forward); }
.target .name { font-style: normal; font-family: inherit; color: var(--quiet); }
.field { position: relative; display: inline-block; }
.field input {
  width: 4.4em; padding: 0.05em 0.2em; text-align: left; margin: 0; background: transparent;
  border: 1px solid transparent; border-bottom: 1px dotted var(--quiet); border-radius: 3px; min-height: 1.5em;
}
.input .field input { text-align: center; }
.field input:hover { border: 1px solid var(--quiet); }
.field input:focus { border: 1px solid var(--forward); background: var(--paper); }
.label:focus-within { z-index: 2; }
.field input[aria-invalid] { border: 1px solid var(--backward); }
.refusal:empty { display: none; }
.refusal {
  position: absolute; z-index: 3; top: calc(100% + 3px); left: 50%; transform: translateX(-50%); width: max-content; max-width: 15em;
  background: var(--paper); color: var(--ink); border: 2px solid var(--backward); border-radius: 4px; padding: 0.2em 0.5em; font-style: normal; white-space: normal;
}
.narrow .label, .narrow .said { font-size: 0.93em; }

.curve .caption { left: auto; right: 0.7em; color: var(--forward); cursor: help; }
.grid path { stroke: var(--line); stroke-width: 1; }
.grid text, .ghost-name { fill: var(--quiet); font-size: 0.9em; }
.curve-name { fill: var(--forward); font-size: 0.9em; }
.ghost-name, .curve-name { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.curve path.curve { fill: none; stroke: var(--forward); stroke-width: 2; stroke-linejoin: round; }
.curve path.ghost { fill: none; stroke: var(--quiet); stroke-width: 1.5; stroke-linejoin: round; stroke-dasharray: 1 4; stroke-linecap: round; }
.mark { stroke: var(--ink); stroke-width: 1; }
.dot { fill: var(--forward); stroke: var(--paper); stroke-width: 2; }
.dot.below { fill: var(--paper); stroke: var(--forward); }
.curve svg { cursor: ew-resize; touch-action: pan-y; }

table { border-collapse: collapse; width: 100%; font-size: 0.93em; }
caption { text-align: left; color: var(--quiet); }
th { font-weight: normal; color: var(--quiet); }
th, td { padding: 0.1em 0.3em; text-align: right; border: none; }
tr.chosen { box-shadow: inset 0 0 0 1px var(--quiet); }
tbody tr { cursor: pointer; }
td:nth-child(4), td:nth-child(6) { color: var(--forward); }
td.wrong { color: var(--backward); text-decoration: underline dotted; }

.sliders { gap: 0.3em 1.4em; }
.slider { flex: 1 1 20em; display: flex; align-items: center; gap: 0.6em; min-width: 0; }
.slider > input { flex: 1 1 6em; min-width: 4em; margin: 0; accent-color: var(--forward); }
.slider .field input { width: 4.4em !important; border: 1px solid var(--line); }
.slider .name { white-space: nowrap; }

.formula { padding-top: 0.4em; border-top: 1px solid var(--line); min-height: 7.2em; overflow-x: auto; display: flex; flex-wrap: wrap; gap: 0 2.5em; }
.worked { display: grid; grid-template-columns: auto auto; justify-content: start; align-content: start; align-items: baseline; gap: 0.15em 0.3em; white-space: nowrap; }
math { font-size: 1.12em; }
.note:empty { display: none; }
.note { color: var(--quiet); }
.said-aloud:not(:empty) { border-left: 3px solid var(--line); padding-left: 0.6em; }
`;
