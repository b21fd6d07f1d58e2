// A session: what is shown, what a reader can do to it, and the training behind it.

import { FASTEST, LAST, PHASES, SLOWEST, fresh, look, numbersAt, train } from "./training.js";

const STATE = ["training", "eta", "round", "phase", "row"];
const GESTURE = 1000; // milliseconds within which changes belong to one drag
const PATIENCE = 150; // milliseconds before the kernel is told
const MEMORY = 20; // things told that the kernel may still repeat
const TOO_LARGE = "With that the numbers fit no computer's range.";

const said = (name, value) => `${name} ${JSON.stringify(value)}`;

/** A session on a model; `draw()` is called after every change. */
export function session(model, draw) {
  let run = null;
  let before = null; // the run whose curve stays as a ghost
  let trainedAt = 0;
  let key = "";
  let quiet = false;
  let saving = 0;
  let untold = {}; // what a reader has done since the kernel was last told
  let told = []; // what the kernel was told, and may repeat
  let message = "";

  function update() {
    if (quiet) return;
    const [training, eta] = [model.get("training"), model.get("eta")];
    const wanted = JSON.stringify([training, eta]);
    if (wanted !== key) {
      const now = performance.now();
      const tried = train(training, eta);
      if (tried.rounds < 0) return takeBack();
      if (run && now - trainedAt > GESTURE) before = { run, key };
      [run, key, trainedAt] = [tried, wanted, now];
    }
    draw();
  }

  // Numbers that not even one round can use: the last good ones stay.
  function takeBack() {
    const { training, eta } = run ?? { training: fresh(), eta: 0.5 };
    change({ training, eta }, TOO_LARGE);
  }

  function save() {
    clearTimeout(saving);
    const now = Object.entries(untold).map(([name, value]) => said(name, value));
    told = [...told, ...now].slice(-MEMORY);
    [saving, untold] = [0, {}];
    model.save_changes();
  }

  function put(wanted) {
    quiet = true;
    for (const [name, value] of Object.entries(wanted)) model.set(name, value);
    quiet = false;
  }

  // The kernel repeats what it was told, and a reader may have moved on since. What it was not
  // told is news, and counts.
  function heard() {
    if (quiet) return;
    for (const [name, value] of Object.entries(untold)) {
      const found = said(name, model.get(name));
      if (found !== said(name, value) && !told.includes(found)) delete untold[name];
    }
    put(untold);
    update();
  }

  /** Sets some of the state and draws once; the kernel hears of it in a while. */
  function change(wanted, words = "") {
    untold = { ...untold, ...wanted };
    put(wanted);
    message = words;
    update();
    saving ||= setTimeout(save, PATIENCE);
  }

  const here = () => Math.min(model.get("round"), run.rounds);
  for (const name of STATE) model.on(`change:${name}`, heard);

  return {
    update,
    change,
    get run() { return run; },
    get before() { return before?.key === key ? undefined : before?.run; },
    get message() { return message; },
    get training() { return model.get("training"); },
    get eta() { return model.get("eta"); },
    get phase() { return model.get("phase"); },
    get row() { return model.get("row"); },
    get round() { return here(); },
    look: () => look(run, here()),

    setRate(eta) {
      if (!(eta >= SLOWEST && eta <= FASTEST)) return `eta goes from ${SLOWEST} to ${FASTEST}.`;
      change({ eta });
    },

    setRound(round) {
      const whole = Number.isInteger(round) && round >= 0 && round <= run.rounds;
      if (!whole) return `The rounds are whole numbers from 0 to ${run.rounds}.`;
      change({ round });
    },

    goTo: (round) => change({ round: Math.min(Math.max(round, 0), run.rounds) }),

    nextPhase() {
      const next = PHASES.indexOf(model.get("phase")) + 1;
      if (next < PHASES.length) change({ phase: PHASES[next] });
      else if (here() < run.rounds) change({ phase: PHASES[0], round: here() + 1 });
    },

    /** A number typed into the picture is a new start, from what the picture shows. */
    edit(name, number) {
      const [training, round] = [model.get("training"), here()];
      const full = name in training.start ? name : `${name}_${model.get("row")}`;
      const started = { ...training, start: { ...numbersAt(run, round), [full]: number } };
      if (!(full in training.start)) return; // its network is gone
      if (train(started, model.get("eta")).rounds < 0) return TOO_LARGE;
      const words = round ? `A new start, with the numbers of round ${round}.` : "";
      change({ round: 0, training: started }, words);
    },

    chooseTask(task) {
      const { biases, order } = model.get("training");
      change({ row: 1, round: 0, training: fresh(task, biases, order) });
    },

    reset: () => change({ row: 1, round: 0, eta: 0.5, training: fresh() }),

    atTheEnd: () => here() >= Math.min(run.rounds, LAST),

    end() {
      for (const name of STATE) model.off(`change:${name}`, heard);
      if (saving) save();
    },
  };
}
