// Printed by mazurnet/live/printed.py from the derivation of lessons 01 to 04.

export const tasks = {
  "article": [[0.05, 0.1, 0.01, 0.99]],
  "AND": [[0.0, 0.0, 0.01, 0.99], [0.0, 1.0, 0.01, 0.99], [1.0, 0.0, 0.01, 0.99], [1.0, 1.0, 0.99, 0.01]],
  "OR": [[0.0, 0.0, 0.01, 0.99], [0.0, 1.0, 0.99, 0.01], [1.0, 0.0, 0.99, 0.01], [1.0, 1.0, 0.99, 0.01]],
  "NAND": [[0.0, 0.0, 0.99, 0.01], [0.0, 1.0, 0.99, 0.01], [1.0, 0.0, 0.99, 0.01], [1.0, 1.0, 0.01, 0.99]],
  "XOR": [[0.0, 0.0, 0.01, 0.99], [0.0, 1.0, 0.99, 0.01], [1.0, 0.0, 0.99, 0.01], [1.0, 1.0, 0.01, 0.99]],
};

export const start = {
  "w1": 0.15,
  "w2": 0.2,
  "w3": 0.25,
  "w4": 0.3,
  "w5": 0.4,
  "w6": 0.45,
  "w7": 0.5,
  "w8": 0.55,
  "b1": 0.35,
  "b2": 0.6,
};

export const owners = {
  "b1": ["b_h1", "b_h2"],
  "b2": ["b_o1", "b_o2"],
};

export const meaning = {
  "i1": "first input",
  "i2": "second input",
  "target_o1": "what o1 should say",
  "target_o2": "what o2 should say",
  "w1": "weight from i1 to h1",
  "w2": "weight from i2 to h1",
  "w3": "weight from i1 to h2",
  "w4": "weight from i2 to h2",
  "w5": "weight from h1 to o1",
  "w6": "weight from h2 to o1",
  "w7": "weight from h1 to o2",
  "w8": "weight from h2 to o2",
  "b1": "bias of h1 and h2",
  "b2": "bias of o1 and o2",
  "net_h1": "all that flows into h1",
  "net_h2": "all that flows into h2",
  "out_h1": "what h1 says: net_h1, squashed",
  "out_h2": "what h2 says: net_h2, squashed",
  "net_o1": "all that flows into o1",
  "net_o2": "all that flows into o2",
  "out_o1": "what o1 says: net_o1, squashed",
  "out_o2": "what o2 says: net_o2, squashed",
  "E_o1": "error of o1",
  "E_o2": "error of o2",
  "E_total": "error of the network",
  "delta_o1": "how fast E_total grows with net_o1",
  "delta_o2": "how fast E_total grows with net_o2",
  "delta_h1": "how fast E_total grows with net_h1",
  "delta_h2": "how fast E_total grows with net_h2",
  "eta": "learning rate: how far one step goes",
};

export const edges = {
  "shared": [["w1", "i1", "h1"], ["w2", "i2", "h1"], ["b1", "b1", "h1"], ["w3", "i1", "h2"], ["w4", "i2", "h2"], ["b1", "b1", "h2"], ["w5", "h1", "o1"], ["w6", "h2", "o1"], ["b2", "b2", "o1"], ["w7", "h1", "o2"], ["w8", "h2", "o2"], ["b2", "b2", "o2"]],
  "each": [["w1", "i1", "h1"], ["w2", "i2", "h1"], ["b_h1", "b_h1", "h1"], ["w3", "i1", "h2"], ["w4", "i2", "h2"], ["b_h2", "b_h2", "h2"], ["w5", "h1", "o1"], ["w6", "h2", "o1"], ["b_o1", "b_o1", "o1"], ["w7", "h1", "o2"], ["w8", "h2", "o2"], ["b_o2", "b_o2", "o2"]],
};
