// The round in words: for a reader who cannot see it, and what a picture cannot say.

import { short } from "./numbers.js";
import { LAST, errorAt } from "./training.js";

const FLAT = 2e-4; // a slope of the squash fifty times smaller than at the article's targets
const WIDE = { frozen: "the biases are frozen", shared: "each layer's shared bias learns", each: "every neuron's own bias learns" };

/** The whole round, in sentences. */
export function summary(run, round, phase, at, row) {
  const { biases, order, task } = run.training;
  const neurons = ["h1", "h2", "o1", "o2"];
  const weights = run.program.learns.map((name) => `${name} ${short(at(name))}`);
  const said = ["o1", "o2"].map((o) => `${o} says ${short(at(`out_${o}`))} and should say ${short(at(`target_${o}`))}`);
  const parts = [
    `${task === "article" ? "The article's example" : task}, round ${round} of ${LAST}, ${phase}.`,
    `Learning rate ${run.eta}; ${WIDE[biases]}; ${order === "together" ? "all weights are updated at once" : "the output layer is updated first"}.`,
    `E_total is ${short(at("E_total"))}; it was ${short(errorAt(run, 0))} at the start.`,
    `${task === "article" ? "" : `In example ${row}, `}${said.join("; ")}.`,
    `Outputs: ${neurons.map((n) => `${n} ${short(at(`out_${n}`))}`).join(", ")}.`,
    `Deltas: ${neurons.map((n) => `${n} ${short(at(`delta_${n}`))}`).join(", ")}.`,
    `Weights: ${weights.join(", ")}.`,
  ];
  return parts.join(" ");
}

/** What should be said about extreme numbers, or nothing. */
export function warning(run, at) {
  if (run.rounds < LAST) {
    return `After round ${run.rounds} the numbers no longer fit a computer's range. The curve ends there.`;
  }
  const flat = ["o1", "o2", "h1", "h2"].filter((n) => at(`out_${n}`) * (1 - at(`out_${n}`)) < FLAT);
  if (!flat.length) return "";
  const slope = at(`out_${flat[0]}`) * (1 - at(`out_${flat[0]}`));
  const size = slope ? short(slope) : "too small for a computer's numbers";
  return `Saturated: ${flat.join(" and ")}. The squash is flat there: the slope of ${flat[0]} is ${size}, and hardly any blame passes.`;
}
