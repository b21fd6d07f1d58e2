// Stage: the same network on a slide. It is read from the last row, and nothing may scroll.

export const slide = /* css */ `
:host { container-type: inline-size; }
.live { --mazurnet-size: 18px; --script: 13px; position: relative; border: none; padding: 2px 4px; }
.screen { gap: 5px 16px; }
.bar, .buttons, .choices, .phases { flex-wrap: nowrap; }
.bar, .buttons, .choices { gap: 0.5em; }
.choice { gap: 0.3em; }
.choices .choice:first-child span, caption { position: absolute; clip-path: inset(50%); white-space: nowrap; }
button, select { padding: 0.1em 0.3em; min-height: 1.9em; }
button { padding: 0.1em 0.6em; }
.phases { flex: none; }
.phases span { padding: 0.2em 0.4em; }

.network { z-index: 1; } /* a refusal lies over what stands below */
.network:not(.narrow) .caption { top: 50%; translate: 0 -50%; }
.network:not(.narrow) .said { flex-direction: row-reverse; gap: 0.5em; justify-content: center; align-items: end; }
.network:not(.narrow) .said.below { align-items: start; }
.neuron tspan { font-size: 0.67em; }
.label { margin-top: -0.63em; }
.label .name { font-size: 1.25em; }
.label sub { font-size: 0.8em; vertical-align: -0.15em; }
.target .name { font-size: 1em; }
.label .row { line-height: 1.26em; }
.label .field input { min-height: 0; padding-block: 0; line-height: 1.2; }

.side { display: flex; flex-direction: column; gap: 6px; }
.curve { flex: 1; min-height: 0; }
.curve > svg { position: absolute; }
.grid text, .ghost-name, .curve-name, table { font-size: 1em; }
th, td { padding: 0 0.2em; }
td input { margin: 0; }
select { flex: none; }
.sliders { flex-direction: column; align-items: stretch; gap: 4px; }
.slider { flex: none; }

.formula { height: 8.5em; min-height: 0; overflow: hidden; padding-top: 2px; flex-wrap: nowrap; gap: 0 2em; }
.worked { white-space: normal; line-height: 1.15; row-gap: 0; }
.worked:has(span:nth-child(even) mfrac) { row-gap: 0.25em; }
math { font-size: 1em; math-style: normal; }
:is(msub, msup, msubsup) > :not(:first-child) { font-size: max(0.72em, var(--script)); }
.note, .said-aloud { position: absolute; z-index: 2; right: 0; bottom: 0; max-width: 36em; }
.note, .said-aloud:not(:empty) { padding: 0.2em 0.5em; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.said-aloud { left: 0; max-width: none; }

@container (min-width: 54em) {
  .screen { grid-template-rows: auto 1fr; }
  .screen > .network { grid-row: 2 / 4; }
  .screen > .sliders { grid-column: 2; }
}
@container (max-width: 600px) {
  .live { --mazurnet-size: 13px; --script: 12px; }
  .screen, .bar { gap: 4px; }
  .bar, .choices { flex-wrap: wrap; }
  .buttons { display: contents; }
  .phases { flex: 1; }
  .label .row { gap: 0; padding: 0; }
  .curve { flex: none; height: 6.5em; }
  .curve:has(+ .examples:not([hidden])) { height: 1.4em; } /* of the curve its error is left */
  .curve:has(+ .examples:not([hidden])) > svg { display: none; }
  table { line-height: 1.2; }
  .formula { flex-wrap: wrap; height: 12.2em; gap: 0 1.5em; }
  button, select { min-height: 1.8em; }
  .worked:has(span:nth-child(even) mfrac) { row-gap: 0.1em; }
  math { font-size: 0.93em; }
}
@media print {
  .live { zoom: 1; }
}
`;
