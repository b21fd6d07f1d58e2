// Training: ten thousand rounds of a network, and every number of any one of them.

import { programs } from "./arithmetic.js";
import { owners, start, tasks } from "./facts.js";

export const LAST = 10000;
export const PHASES = ["forward", "output deltas", "hidden deltas", "update"];
export const SLOWEST = 0.01;
export const FASTEST = 1000;

const COLUMNS = ["i1", "i2", "target_o1", "target_o2"];

/** A task with its own numbers: `{ task, biases, order, start }`. */
export function fresh(task = "article", biases = "frozen", order = "together") {
  const numbers = { ...start };
  tasks[task].forEach((row, n) => {
    const name = (column) => (tasks[task].length > 1 ? `${column}_${n + 1}` : column);
    COLUMNS.forEach((column, k) => (numbers[name(column)] = row[k]));
  });
  return withBiases({ task, biases: "frozen", order, start: numbers }, biases);
}

/** The same training with its biases frozen, shared, or each its own. */
export function withBiases(training, biases) {
  const numbers = { ...training.start };
  for (const [bias, own] of Object.entries(owners)) {
    const values = own.map((name) => numbers[name] ?? numbers[bias]);
    [bias, ...own].forEach((name) => delete numbers[name]);
    if (biases === "each") own.forEach((name, n) => (numbers[name] = values[n]));
    else numbers[bias] = values[0];
  }
  return { ...training, biases, start: numbers };
}

/** How many examples a training has. */
export function rowsOf(training) {
  return tasks[training.task].length;
}

/** What tells the printed programs and formulas apart. */
export function modeOf({ task, biases, order }) {
  return { rows: tasks[task].length > 1 ? "four" : "one", biases, order };
}

/** Ten thousand rounds: the error and all that learns, row after row, in `history`. */
export function train(training, eta) {
  const program = programs[Object.values(modeOf(training)).join("_")];
  const width = 1 + program.learns.length;
  const history = new Float64Array((LAST + 1) * width);
  program.train(history, LAST, ...handedIn(program, { ...training.start, eta }));
  const run = { training, eta, program, width, history, rounds: lastFinite(history, width) };
  if (run.rounds < 0 || !isFinite(run, 0)) return { ...run, rounds: -1 };
  if (isFinite(run, run.rounds)) return run;
  let [good, bad] = [0, run.rounds];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isFinite(run, middle)) good = middle;
    else bad = middle;
  }
  return { ...run, rounds: good };
}

/** E_total at one round. */
export function errorAt(run, round) {
  return run.history[round * run.width];
}

/** The numbers of one round that a reader can change. */
export function numbersAt(run, round) {
  const numbers = { ...run.training.start };
  run.program.learns.forEach((name, n) => (numbers[name] = run.history[round * run.width + 1 + n]));
  return numbers;
}

/** Every quantity of one round: `look(run, round)(row)(name)`; a single example is row 1. */
export function look(run, round) {
  const values = valuesAt(run, round);
  return (row) => (name) => values[name] ?? values[`${name}_${row}`];
}

function valuesAt(run, round) {
  const numbers = { ...numbersAt(run, round), eta: run.eta };
  const one = new Float64Array(run.width); // of the same kind as a whole history, for speed
  return { ...numbers, ...run.program.train(one, 0, ...handedIn(run.program, numbers)) };
}

// A net can leave the range while the error stays in it: 1/(1 + infinity) is 0.
function isFinite(run, round) {
  return Object.values(valuesAt(run, round)).every(Number.isFinite);
}

function handedIn(program, numbers) {
  return program.needs.map((name) => numbers[name]);
}

// A weight that left the range never comes back, so the last row tells of the weights.
function lastFinite(history, width) {
  let sum = 0;
  for (let at = 0; at < history.length; at += width) sum += history[at];
  for (const last of history.subarray(-width)) sum += last;
  if (Number.isFinite(sum)) return LAST;
  const first = history.findIndex((number) => !Number.isFinite(number));
  return first < 0 ? LAST : Math.floor(first / width) - 1;
}
