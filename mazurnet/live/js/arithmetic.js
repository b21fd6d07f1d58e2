// Printed by mazurnet/live/printed.py from the derivation of lessons 01 to 04.

export function one_frozen_together(history, rounds, i1, i2, target_o1, target_o2, w1,
          w2, w3, w4, w5, w6, w7, w8, b1, b2, eta) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1 = b1 + i1*w1 + i2*w2;
    const net_h2 = b1 + i1*w3 + i2*w4;
    const out_h1 = 1/(1 + Math.exp(-net_h1));
    const out_h2 = 1/(1 + Math.exp(-net_h2));
    const net_o1 = b2 + out_h1*w5 + out_h2*w6;
    const net_o2 = b2 + out_h1*w7 + out_h2*w8;
    const out_o1 = 1/(1 + Math.exp(-net_o1));
    const out_o2 = 1/(1 + Math.exp(-net_o2));
    const shared_0 = out_o1 - target_o1;
    const E_o1 = (1/2)*(shared_0*shared_0);
    const shared_1 = out_o2 - target_o2;
    const E_o2 = (1/2)*(shared_1*shared_1);
    const E_total = E_o1 + E_o2;
    const delta_o1 = out_o1*shared_0*(1 - out_o1);
    const delta_o2 = out_o2*shared_1*(1 - out_o2);
    const delta_h1 = out_h1*(1 - out_h1)*(delta_o1*w5 + delta_o2*w7);
    const delta_h2 = out_h2*(1 - out_h2)*(delta_o1*w6 + delta_o2*w8);
    const shared_2 = delta_h1*eta;
    const w1_new = w1 - i1*shared_2;
    const w2_new = w2 - i2*shared_2;
    const shared_3 = delta_h2*eta;
    const w3_new = w3 - i1*shared_3;
    const w4_new = w4 - i2*shared_3;
    const shared_4 = delta_o1*eta;
    const w5_new = w5 - out_h1*shared_4;
    const w6_new = w6 - out_h2*shared_4;
    const shared_5 = delta_o2*eta;
    const w7_new = w7 - out_h1*shared_5;
    const w8_new = w8 - out_h2*shared_5;
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    if (round === rounds) return {net_h1, net_h2, out_h1, out_h2, net_o1, net_o2,
              out_o1, out_o2, E_o1, E_o2, E_total, delta_o1, delta_o2, delta_h1,
              delta_h2, w1_new, w2_new, w3_new, w4_new, w5_new, w6_new, w7_new, w8_new,
              dE_dw1: delta_h1*i1, dE_dw2: delta_h1*i2, dE_dw3: delta_h2*i1, dE_dw4:
              delta_h2*i2, dE_dw5: delta_o1*out_h1, dE_dw6: delta_o1*out_h2, dE_dw7:
              delta_o2*out_h1, dE_dw8: delta_o2*out_h2};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
  }
}

export function one_frozen_output_first(history, rounds, i1, i2, target_o1, target_o2,
          w1, w2, w3, w4, w5, w6, w7, w8, b1, b2, eta) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1 = b1 + i1*w1 + i2*w2;
    const net_h2 = b1 + i1*w3 + i2*w4;
    const out_h1 = 1/(1 + Math.exp(-net_h1));
    const out_h2 = 1/(1 + Math.exp(-net_h2));
    const net_o1 = b2 + out_h1*w5 + out_h2*w6;
    const net_o2 = b2 + out_h1*w7 + out_h2*w8;
    const out_o1 = 1/(1 + Math.exp(-net_o1));
    const out_o2 = 1/(1 + Math.exp(-net_o2));
    const shared_0 = out_o1 - target_o1;
    const E_o1 = (1/2)*(shared_0*shared_0);
    const delta_o1 = out_o1*shared_0*(1 - out_o1);
    const shared_1 = out_o2 - target_o2;
    const E_o2 = (1/2)*(shared_1*shared_1);
    const delta_o2 = out_o2*shared_1*(1 - out_o2);
    const shared_2 = delta_o1*eta;
    const w5_new = w5 - out_h1*shared_2;
    const w6_new = w6 - out_h2*shared_2;
    const E_total = E_o1 + E_o2;
    const shared_3 = delta_o2*eta;
    const w7_new = w7 - out_h1*shared_3;
    const w8_new = w8 - out_h2*shared_3;
    const delta_h1 = out_h1*(1 - out_h1)*(delta_o1*w5_new + delta_o2*w7_new);
    const delta_h2 = out_h2*(1 - out_h2)*(delta_o1*w6_new + delta_o2*w8_new);
    const shared_4 = delta_h1*eta;
    const w1_new = w1 - i1*shared_4;
    const w2_new = w2 - i2*shared_4;
    const shared_5 = delta_h2*eta;
    const w3_new = w3 - i1*shared_5;
    const w4_new = w4 - i2*shared_5;
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    if (round === rounds) return {net_h1, net_h2, out_h1, out_h2, net_o1, net_o2,
              out_o1, out_o2, E_o1, delta_o1, E_o2, delta_o2, w5_new, w6_new, E_total,
              w7_new, w8_new, delta_h1, delta_h2, w1_new, w2_new, w3_new, w4_new,
              dE_dw1: delta_h1*i1, dE_dw2: delta_h1*i2, dE_dw3: delta_h2*i1, dE_dw4:
              delta_h2*i2, dE_dw5: delta_o1*out_h1, dE_dw6: delta_o1*out_h2, dE_dw7:
              delta_o2*out_h1, dE_dw8: delta_o2*out_h2};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
  }
}

export function one_shared_together(history, rounds, i1, i2, target_o1, target_o2, w1,
          w2, w3, w4, w5, w6, w7, w8, b1, b2, eta) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1 = b1 + i1*w1 + i2*w2;
    const net_h2 = b1 + i1*w3 + i2*w4;
    const out_h1 = 1/(1 + Math.exp(-net_h1));
    const out_h2 = 1/(1 + Math.exp(-net_h2));
    const net_o1 = b2 + out_h1*w5 + out_h2*w6;
    const net_o2 = b2 + out_h1*w7 + out_h2*w8;
    const out_o1 = 1/(1 + Math.exp(-net_o1));
    const out_o2 = 1/(1 + Math.exp(-net_o2));
    const shared_0 = out_o1 - target_o1;
    const E_o1 = (1/2)*(shared_0*shared_0);
    const shared_1 = out_o2 - target_o2;
    const E_o2 = (1/2)*(shared_1*shared_1);
    const E_total = E_o1 + E_o2;
    const delta_o1 = out_o1*shared_0*(1 - out_o1);
    const delta_o2 = out_o2*shared_1*(1 - out_o2);
    const delta_h1 = out_h1*(1 - out_h1)*(delta_o1*w5 + delta_o2*w7);
    const delta_h2 = out_h2*(1 - out_h2)*(delta_o1*w6 + delta_o2*w8);
    const shared_2 = delta_h1*eta;
    const w1_new = w1 - i1*shared_2;
    const w2_new = w2 - i2*shared_2;
    const shared_3 = delta_h2*eta;
    const w3_new = w3 - i1*shared_3;
    const w4_new = w4 - i2*shared_3;
    const shared_4 = delta_o1*eta;
    const w5_new = w5 - out_h1*shared_4;
    const w6_new = w6 - out_h2*shared_4;
    const shared_5 = delta_o2*eta;
    const w7_new = w7 - out_h1*shared_5;
    const w8_new = w8 - out_h2*shared_5;
    const b1_new = b1 - eta*(delta_h1 + delta_h2);
    const b2_new = b2 - eta*(delta_o1 + delta_o2);
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    history[at++] = b1;
    history[at++] = b2;
    if (round === rounds) return {net_h1, net_h2, out_h1, out_h2, net_o1, net_o2,
              out_o1, out_o2, E_o1, E_o2, E_total, delta_o1, delta_o2, delta_h1,
              delta_h2, w1_new, w2_new, w3_new, w4_new, w5_new, w6_new, w7_new, w8_new,
              b1_new, b2_new, dE_dw1: delta_h1*i1, dE_dw2: delta_h1*i2, dE_dw3:
              delta_h2*i1, dE_dw4: delta_h2*i2, dE_dw5: delta_o1*out_h1, dE_dw6:
              delta_o1*out_h2, dE_dw7: delta_o2*out_h1, dE_dw8: delta_o2*out_h2, dE_db1:
              delta_h1 + delta_h2, dE_db2: delta_o1 + delta_o2};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
    b1 = b1_new;
    b2 = b2_new;
  }
}

export function one_shared_output_first(history, rounds, i1, i2, target_o1, target_o2,
          w1, w2, w3, w4, w5, w6, w7, w8, b1, b2, eta) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1 = b1 + i1*w1 + i2*w2;
    const net_h2 = b1 + i1*w3 + i2*w4;
    const out_h1 = 1/(1 + Math.exp(-net_h1));
    const out_h2 = 1/(1 + Math.exp(-net_h2));
    const net_o1 = b2 + out_h1*w5 + out_h2*w6;
    const net_o2 = b2 + out_h1*w7 + out_h2*w8;
    const out_o1 = 1/(1 + Math.exp(-net_o1));
    const out_o2 = 1/(1 + Math.exp(-net_o2));
    const shared_0 = out_o1 - target_o1;
    const E_o1 = (1/2)*(shared_0*shared_0);
    const delta_o1 = out_o1*shared_0*(1 - out_o1);
    const shared_1 = out_o2 - target_o2;
    const E_o2 = (1/2)*(shared_1*shared_1);
    const delta_o2 = out_o2*shared_1*(1 - out_o2);
    const shared_2 = delta_o1*eta;
    const w5_new = w5 - out_h1*shared_2;
    const w6_new = w6 - out_h2*shared_2;
    const E_total = E_o1 + E_o2;
    const shared_3 = delta_o2*eta;
    const w7_new = w7 - out_h1*shared_3;
    const w8_new = w8 - out_h2*shared_3;
    const b2_new = b2 - eta*(delta_o1 + delta_o2);
    const delta_h1 = out_h1*(1 - out_h1)*(delta_o1*w5_new + delta_o2*w7_new);
    const delta_h2 = out_h2*(1 - out_h2)*(delta_o1*w6_new + delta_o2*w8_new);
    const shared_4 = delta_h1*eta;
    const w1_new = w1 - i1*shared_4;
    const w2_new = w2 - i2*shared_4;
    const shared_5 = delta_h2*eta;
    const w3_new = w3 - i1*shared_5;
    const w4_new = w4 - i2*shared_5;
    const b1_new = b1 - eta*(delta_h1 + delta_h2);
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    history[at++] = b1;
    history[at++] = b2;
    if (round === rounds) return {net_h1, net_h2, out_h1, out_h2, net_o1, net_o2,
              out_o1, out_o2, E_o1, delta_o1, E_o2, delta_o2, w5_new, w6_new, E_total,
              w7_new, w8_new, b2_new, delta_h1, delta_h2, w1_new, w2_new, w3_new,
              w4_new, b1_new, dE_dw1: delta_h1*i1, dE_dw2: delta_h1*i2, dE_dw3:
              delta_h2*i1, dE_dw4: delta_h2*i2, dE_dw5: delta_o1*out_h1, dE_dw6:
              delta_o1*out_h2, dE_dw7: delta_o2*out_h1, dE_dw8: delta_o2*out_h2, dE_db1:
              delta_h1 + delta_h2, dE_db2: delta_o1 + delta_o2};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
    b1 = b1_new;
    b2 = b2_new;
  }
}

export function one_each_together(history, rounds, i1, i2, target_o1, target_o2, w1, w2,
          w3, w4, w5, w6, w7, w8, eta, b_h1, b_h2, b_o1, b_o2) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1 = b_h1 + i1*w1 + i2*w2;
    const net_h2 = b_h2 + i1*w3 + i2*w4;
    const out_h1 = 1/(1 + Math.exp(-net_h1));
    const out_h2 = 1/(1 + Math.exp(-net_h2));
    const net_o1 = b_o1 + out_h1*w5 + out_h2*w6;
    const net_o2 = b_o2 + out_h1*w7 + out_h2*w8;
    const out_o1 = 1/(1 + Math.exp(-net_o1));
    const out_o2 = 1/(1 + Math.exp(-net_o2));
    const shared_0 = out_o1 - target_o1;
    const E_o1 = (1/2)*(shared_0*shared_0);
    const shared_1 = out_o2 - target_o2;
    const E_o2 = (1/2)*(shared_1*shared_1);
    const E_total = E_o1 + E_o2;
    const delta_o1 = out_o1*shared_0*(1 - out_o1);
    const delta_o2 = out_o2*shared_1*(1 - out_o2);
    const delta_h1 = out_h1*(1 - out_h1)*(delta_o1*w5 + delta_o2*w7);
    const delta_h2 = out_h2*(1 - out_h2)*(delta_o1*w6 + delta_o2*w8);
    const shared_2 = delta_h1*eta;
    const w1_new = w1 - i1*shared_2;
    const w2_new = w2 - i2*shared_2;
    const shared_3 = delta_h2*eta;
    const w3_new = w3 - i1*shared_3;
    const w4_new = w4 - i2*shared_3;
    const shared_4 = delta_o1*eta;
    const w5_new = w5 - out_h1*shared_4;
    const w6_new = w6 - out_h2*shared_4;
    const shared_5 = delta_o2*eta;
    const w7_new = w7 - out_h1*shared_5;
    const w8_new = w8 - out_h2*shared_5;
    const b_h1_new = b_h1 - shared_2;
    const b_h2_new = b_h2 - shared_3;
    const b_o1_new = b_o1 - shared_4;
    const b_o2_new = b_o2 - shared_5;
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    history[at++] = b_h1;
    history[at++] = b_h2;
    history[at++] = b_o1;
    history[at++] = b_o2;
    if (round === rounds) return {net_h1, net_h2, out_h1, out_h2, net_o1, net_o2,
              out_o1, out_o2, E_o1, E_o2, E_total, delta_o1, delta_o2, delta_h1,
              delta_h2, w1_new, w2_new, w3_new, w4_new, w5_new, w6_new, w7_new, w8_new,
              b_h1_new, b_h2_new, b_o1_new, b_o2_new, dE_dw1: delta_h1*i1, dE_dw2:
              delta_h1*i2, dE_dw3: delta_h2*i1, dE_dw4: delta_h2*i2, dE_dw5:
              delta_o1*out_h1, dE_dw6: delta_o1*out_h2, dE_dw7: delta_o2*out_h1, dE_dw8:
              delta_o2*out_h2, dE_db_h1: delta_h1, dE_db_h2: delta_h2, dE_db_o1:
              delta_o1, dE_db_o2: delta_o2};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
    b_h1 = b_h1_new;
    b_h2 = b_h2_new;
    b_o1 = b_o1_new;
    b_o2 = b_o2_new;
  }
}

export function one_each_output_first(history, rounds, i1, i2, target_o1, target_o2, w1,
          w2, w3, w4, w5, w6, w7, w8, eta, b_h1, b_h2, b_o1, b_o2) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1 = b_h1 + i1*w1 + i2*w2;
    const net_h2 = b_h2 + i1*w3 + i2*w4;
    const out_h1 = 1/(1 + Math.exp(-net_h1));
    const out_h2 = 1/(1 + Math.exp(-net_h2));
    const net_o1 = b_o1 + out_h1*w5 + out_h2*w6;
    const net_o2 = b_o2 + out_h1*w7 + out_h2*w8;
    const out_o1 = 1/(1 + Math.exp(-net_o1));
    const out_o2 = 1/(1 + Math.exp(-net_o2));
    const shared_0 = out_o1 - target_o1;
    const E_o1 = (1/2)*(shared_0*shared_0);
    const delta_o1 = out_o1*shared_0*(1 - out_o1);
    const shared_1 = out_o2 - target_o2;
    const E_o2 = (1/2)*(shared_1*shared_1);
    const delta_o2 = out_o2*shared_1*(1 - out_o2);
    const shared_2 = delta_o1*eta;
    const w5_new = w5 - out_h1*shared_2;
    const w6_new = w6 - out_h2*shared_2;
    const b_o1_new = b_o1 - shared_2;
    const E_total = E_o1 + E_o2;
    const shared_3 = delta_o2*eta;
    const w7_new = w7 - out_h1*shared_3;
    const w8_new = w8 - out_h2*shared_3;
    const b_o2_new = b_o2 - shared_3;
    const delta_h1 = out_h1*(1 - out_h1)*(delta_o1*w5_new + delta_o2*w7_new);
    const delta_h2 = out_h2*(1 - out_h2)*(delta_o1*w6_new + delta_o2*w8_new);
    const shared_4 = delta_h1*eta;
    const w1_new = w1 - i1*shared_4;
    const w2_new = w2 - i2*shared_4;
    const b_h1_new = b_h1 - shared_4;
    const shared_5 = delta_h2*eta;
    const w3_new = w3 - i1*shared_5;
    const w4_new = w4 - i2*shared_5;
    const b_h2_new = b_h2 - shared_5;
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    history[at++] = b_h1;
    history[at++] = b_h2;
    history[at++] = b_o1;
    history[at++] = b_o2;
    if (round === rounds) return {net_h1, net_h2, out_h1, out_h2, net_o1, net_o2,
              out_o1, out_o2, E_o1, delta_o1, E_o2, delta_o2, w5_new, w6_new, b_o1_new,
              E_total, w7_new, w8_new, b_o2_new, delta_h1, delta_h2, w1_new, w2_new,
              b_h1_new, w3_new, w4_new, b_h2_new, dE_dw1: delta_h1*i1, dE_dw2:
              delta_h1*i2, dE_dw3: delta_h2*i1, dE_dw4: delta_h2*i2, dE_dw5:
              delta_o1*out_h1, dE_dw6: delta_o1*out_h2, dE_dw7: delta_o2*out_h1, dE_dw8:
              delta_o2*out_h2, dE_db_h1: delta_h1, dE_db_h2: delta_h2, dE_db_o1:
              delta_o1, dE_db_o2: delta_o2};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
    b_h1 = b_h1_new;
    b_h2 = b_h2_new;
    b_o1 = b_o1_new;
    b_o2 = b_o2_new;
  }
}

export function four_frozen_together(history, rounds, w1, w2, w3, w4, w5, w6, w7, w8,
          b1, b2, eta, i1_1, i1_2, i1_3, i1_4, i2_1, i2_2, i2_3, i2_4, target_o1_1,
          target_o1_2, target_o1_3, target_o1_4, target_o2_1, target_o2_2, target_o2_3,
          target_o2_4) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1_1 = b1 + i1_1*w1 + i2_1*w2;
    const net_h2_1 = b1 + i1_1*w3 + i2_1*w4;
    const out_h1_1 = 1/(1 + Math.exp(-net_h1_1));
    const out_h2_1 = 1/(1 + Math.exp(-net_h2_1));
    const net_o1_1 = b2 + out_h1_1*w5 + out_h2_1*w6;
    const net_o2_1 = b2 + out_h1_1*w7 + out_h2_1*w8;
    const out_o1_1 = 1/(1 + Math.exp(-net_o1_1));
    const out_o2_1 = 1/(1 + Math.exp(-net_o2_1));
    const shared_0 = out_o1_1 - target_o1_1;
    const E_o1_1 = (1/2)*(shared_0*shared_0);
    const shared_1 = out_o2_1 - target_o2_1;
    const E_o2_1 = (1/2)*(shared_1*shared_1);
    const E_total_1 = E_o1_1 + E_o2_1;
    const net_h1_2 = b1 + i1_2*w1 + i2_2*w2;
    const net_h2_2 = b1 + i1_2*w3 + i2_2*w4;
    const out_h1_2 = 1/(1 + Math.exp(-net_h1_2));
    const out_h2_2 = 1/(1 + Math.exp(-net_h2_2));
    const net_o1_2 = b2 + out_h1_2*w5 + out_h2_2*w6;
    const net_o2_2 = b2 + out_h1_2*w7 + out_h2_2*w8;
    const out_o1_2 = 1/(1 + Math.exp(-net_o1_2));
    const out_o2_2 = 1/(1 + Math.exp(-net_o2_2));
    const shared_2 = out_o1_2 - target_o1_2;
    const E_o1_2 = (1/2)*(shared_2*shared_2);
    const shared_3 = out_o2_2 - target_o2_2;
    const E_o2_2 = (1/2)*(shared_3*shared_3);
    const E_total_2 = E_o1_2 + E_o2_2;
    const net_h1_3 = b1 + i1_3*w1 + i2_3*w2;
    const net_h2_3 = b1 + i1_3*w3 + i2_3*w4;
    const out_h1_3 = 1/(1 + Math.exp(-net_h1_3));
    const out_h2_3 = 1/(1 + Math.exp(-net_h2_3));
    const net_o1_3 = b2 + out_h1_3*w5 + out_h2_3*w6;
    const net_o2_3 = b2 + out_h1_3*w7 + out_h2_3*w8;
    const out_o1_3 = 1/(1 + Math.exp(-net_o1_3));
    const out_o2_3 = 1/(1 + Math.exp(-net_o2_3));
    const shared_4 = out_o1_3 - target_o1_3;
    const E_o1_3 = (1/2)*(shared_4*shared_4);
    const shared_5 = out_o2_3 - target_o2_3;
    const E_o2_3 = (1/2)*(shared_5*shared_5);
    const E_total_3 = E_o1_3 + E_o2_3;
    const net_h1_4 = b1 + i1_4*w1 + i2_4*w2;
    const net_h2_4 = b1 + i1_4*w3 + i2_4*w4;
    const out_h1_4 = 1/(1 + Math.exp(-net_h1_4));
    const out_h2_4 = 1/(1 + Math.exp(-net_h2_4));
    const net_o1_4 = b2 + out_h1_4*w5 + out_h2_4*w6;
    const net_o2_4 = b2 + out_h1_4*w7 + out_h2_4*w8;
    const out_o1_4 = 1/(1 + Math.exp(-net_o1_4));
    const out_o2_4 = 1/(1 + Math.exp(-net_o2_4));
    const shared_6 = out_o1_4 - target_o1_4;
    const E_o1_4 = (1/2)*(shared_6*shared_6);
    const shared_7 = out_o2_4 - target_o2_4;
    const E_o2_4 = (1/2)*(shared_7*shared_7);
    const E_total_4 = E_o1_4 + E_o2_4;
    const E_total = E_total_1 + E_total_2 + E_total_3 + E_total_4;
    const delta_o1_1 = out_o1_1*shared_0*(1 - out_o1_1);
    const delta_o2_1 = out_o2_1*shared_1*(1 - out_o2_1);
    const delta_o1_2 = out_o1_2*shared_2*(1 - out_o1_2);
    const delta_o2_2 = out_o2_2*shared_3*(1 - out_o2_2);
    const delta_o1_3 = out_o1_3*shared_4*(1 - out_o1_3);
    const delta_o2_3 = out_o2_3*shared_5*(1 - out_o2_3);
    const delta_o1_4 = out_o1_4*shared_6*(1 - out_o1_4);
    const delta_o2_4 = out_o2_4*shared_7*(1 - out_o2_4);
    const delta_h1_1 = out_h1_1*(1 - out_h1_1)*(delta_o1_1*w5 + delta_o2_1*w7);
    const delta_h2_1 = out_h2_1*(1 - out_h2_1)*(delta_o1_1*w6 + delta_o2_1*w8);
    const delta_h1_2 = out_h1_2*(1 - out_h1_2)*(delta_o1_2*w5 + delta_o2_2*w7);
    const delta_h2_2 = out_h2_2*(1 - out_h2_2)*(delta_o1_2*w6 + delta_o2_2*w8);
    const delta_h1_3 = out_h1_3*(1 - out_h1_3)*(delta_o1_3*w5 + delta_o2_3*w7);
    const delta_h2_3 = out_h2_3*(1 - out_h2_3)*(delta_o1_3*w6 + delta_o2_3*w8);
    const delta_h1_4 = out_h1_4*(1 - out_h1_4)*(delta_o1_4*w5 + delta_o2_4*w7);
    const delta_h2_4 = out_h2_4*(1 - out_h2_4)*(delta_o1_4*w6 + delta_o2_4*w8);
    const w1_new = w1 - eta*(delta_h1_1*i1_1 + delta_h1_2*i1_2 + delta_h1_3*i1_3 +
              delta_h1_4*i1_4);
    const w2_new = w2 - eta*(delta_h1_1*i2_1 + delta_h1_2*i2_2 + delta_h1_3*i2_3 +
              delta_h1_4*i2_4);
    const w3_new = w3 - eta*(delta_h2_1*i1_1 + delta_h2_2*i1_2 + delta_h2_3*i1_3 +
              delta_h2_4*i1_4);
    const w4_new = w4 - eta*(delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 +
              delta_h2_4*i2_4);
    const w5_new = w5 - eta*(delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 +
              delta_o1_3*out_h1_3 + delta_o1_4*out_h1_4);
    const w6_new = w6 - eta*(delta_o1_1*out_h2_1 + delta_o1_2*out_h2_2 +
              delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4);
    const w7_new = w7 - eta*(delta_o2_1*out_h1_1 + delta_o2_2*out_h1_2 +
              delta_o2_3*out_h1_3 + delta_o2_4*out_h1_4);
    const w8_new = w8 - eta*(delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 +
              delta_o2_3*out_h2_3 + delta_o2_4*out_h2_4);
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    if (round === rounds) return {net_h1_1, net_h2_1, out_h1_1, out_h2_1, net_o1_1,
              net_o2_1, out_o1_1, out_o2_1, E_o1_1, E_o2_1, E_total_1, net_h1_2,
              net_h2_2, out_h1_2, out_h2_2, net_o1_2, net_o2_2, out_o1_2, out_o2_2,
              E_o1_2, E_o2_2, E_total_2, net_h1_3, net_h2_3, out_h1_3, out_h2_3,
              net_o1_3, net_o2_3, out_o1_3, out_o2_3, E_o1_3, E_o2_3, E_total_3,
              net_h1_4, net_h2_4, out_h1_4, out_h2_4, net_o1_4, net_o2_4, out_o1_4,
              out_o2_4, E_o1_4, E_o2_4, E_total_4, E_total, delta_o1_1, delta_o2_1,
              delta_o1_2, delta_o2_2, delta_o1_3, delta_o2_3, delta_o1_4, delta_o2_4,
              delta_h1_1, delta_h2_1, delta_h1_2, delta_h2_2, delta_h1_3, delta_h2_3,
              delta_h1_4, delta_h2_4, w1_new, w2_new, w3_new, w4_new, w5_new, w6_new,
              w7_new, w8_new, dE_dw1: delta_h1_1*i1_1 + delta_h1_2*i1_2 +
              delta_h1_3*i1_3 + delta_h1_4*i1_4, dE_dw2: delta_h1_1*i2_1 +
              delta_h1_2*i2_2 + delta_h1_3*i2_3 + delta_h1_4*i2_4, dE_dw3:
              delta_h2_1*i1_1 + delta_h2_2*i1_2 + delta_h2_3*i1_3 + delta_h2_4*i1_4,
              dE_dw4: delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 +
              delta_h2_4*i2_4, dE_dw5: delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 +
              delta_o1_3*out_h1_3 + delta_o1_4*out_h1_4, dE_dw6: delta_o1_1*out_h2_1 +
              delta_o1_2*out_h2_2 + delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4, dE_dw7:
              delta_o2_1*out_h1_1 + delta_o2_2*out_h1_2 + delta_o2_3*out_h1_3 +
              delta_o2_4*out_h1_4, dE_dw8: delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 +
              delta_o2_3*out_h2_3 + delta_o2_4*out_h2_4};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
  }
}

export function four_frozen_output_first(history, rounds, w1, w2, w3, w4, w5, w6, w7,
          w8, b1, b2, eta, i1_1, i1_2, i1_3, i1_4, i2_1, i2_2, i2_3, i2_4, target_o1_1,
          target_o1_2, target_o1_3, target_o1_4, target_o2_1, target_o2_2, target_o2_3,
          target_o2_4) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1_1 = b1 + i1_1*w1 + i2_1*w2;
    const net_h2_1 = b1 + i1_1*w3 + i2_1*w4;
    const net_h1_2 = b1 + i1_2*w1 + i2_2*w2;
    const net_h2_2 = b1 + i1_2*w3 + i2_2*w4;
    const net_h1_3 = b1 + i1_3*w1 + i2_3*w2;
    const net_h2_3 = b1 + i1_3*w3 + i2_3*w4;
    const net_h1_4 = b1 + i1_4*w1 + i2_4*w2;
    const net_h2_4 = b1 + i1_4*w3 + i2_4*w4;
    const out_h1_1 = 1/(1 + Math.exp(-net_h1_1));
    const out_h2_1 = 1/(1 + Math.exp(-net_h2_1));
    const out_h1_2 = 1/(1 + Math.exp(-net_h1_2));
    const out_h2_2 = 1/(1 + Math.exp(-net_h2_2));
    const out_h1_3 = 1/(1 + Math.exp(-net_h1_3));
    const out_h2_3 = 1/(1 + Math.exp(-net_h2_3));
    const out_h1_4 = 1/(1 + Math.exp(-net_h1_4));
    const out_h2_4 = 1/(1 + Math.exp(-net_h2_4));
    const net_o1_1 = b2 + out_h1_1*w5 + out_h2_1*w6;
    const net_o2_1 = b2 + out_h1_1*w7 + out_h2_1*w8;
    const net_o1_2 = b2 + out_h1_2*w5 + out_h2_2*w6;
    const net_o2_2 = b2 + out_h1_2*w7 + out_h2_2*w8;
    const net_o1_3 = b2 + out_h1_3*w5 + out_h2_3*w6;
    const net_o2_3 = b2 + out_h1_3*w7 + out_h2_3*w8;
    const net_o1_4 = b2 + out_h1_4*w5 + out_h2_4*w6;
    const net_o2_4 = b2 + out_h1_4*w7 + out_h2_4*w8;
    const out_o1_1 = 1/(1 + Math.exp(-net_o1_1));
    const out_o2_1 = 1/(1 + Math.exp(-net_o2_1));
    const out_o1_2 = 1/(1 + Math.exp(-net_o1_2));
    const out_o2_2 = 1/(1 + Math.exp(-net_o2_2));
    const out_o1_3 = 1/(1 + Math.exp(-net_o1_3));
    const out_o2_3 = 1/(1 + Math.exp(-net_o2_3));
    const out_o1_4 = 1/(1 + Math.exp(-net_o1_4));
    const out_o2_4 = 1/(1 + Math.exp(-net_o2_4));
    const shared_0 = out_o1_1 - target_o1_1;
    const E_o1_1 = (1/2)*(shared_0*shared_0);
    const delta_o1_1 = out_o1_1*shared_0*(1 - out_o1_1);
    const shared_1 = out_o2_1 - target_o2_1;
    const E_o2_1 = (1/2)*(shared_1*shared_1);
    const delta_o2_1 = out_o2_1*shared_1*(1 - out_o2_1);
    const shared_2 = out_o1_2 - target_o1_2;
    const E_o1_2 = (1/2)*(shared_2*shared_2);
    const delta_o1_2 = out_o1_2*shared_2*(1 - out_o1_2);
    const shared_3 = out_o2_2 - target_o2_2;
    const E_o2_2 = (1/2)*(shared_3*shared_3);
    const delta_o2_2 = out_o2_2*shared_3*(1 - out_o2_2);
    const shared_4 = out_o1_3 - target_o1_3;
    const E_o1_3 = (1/2)*(shared_4*shared_4);
    const delta_o1_3 = out_o1_3*shared_4*(1 - out_o1_3);
    const shared_5 = out_o2_3 - target_o2_3;
    const E_o2_3 = (1/2)*(shared_5*shared_5);
    const delta_o2_3 = out_o2_3*shared_5*(1 - out_o2_3);
    const shared_6 = out_o1_4 - target_o1_4;
    const E_o1_4 = (1/2)*(shared_6*shared_6);
    const delta_o1_4 = out_o1_4*shared_6*(1 - out_o1_4);
    const shared_7 = out_o2_4 - target_o2_4;
    const E_o2_4 = (1/2)*(shared_7*shared_7);
    const delta_o2_4 = out_o2_4*shared_7*(1 - out_o2_4);
    const E_total_1 = E_o1_1 + E_o2_1;
    const E_total_2 = E_o1_2 + E_o2_2;
    const E_total_3 = E_o1_3 + E_o2_3;
    const w5_new = w5 - eta*(delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 +
              delta_o1_3*out_h1_3 + delta_o1_4*out_h1_4);
    const w6_new = w6 - eta*(delta_o1_1*out_h2_1 + delta_o1_2*out_h2_2 +
              delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4);
    const E_total_4 = E_o1_4 + E_o2_4;
    const w7_new = w7 - eta*(delta_o2_1*out_h1_1 + delta_o2_2*out_h1_2 +
              delta_o2_3*out_h1_3 + delta_o2_4*out_h1_4);
    const w8_new = w8 - eta*(delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 +
              delta_o2_3*out_h2_3 + delta_o2_4*out_h2_4);
    const E_total = E_total_1 + E_total_2 + E_total_3 + E_total_4;
    const delta_h1_1 = out_h1_1*(1 - out_h1_1)*(delta_o1_1*w5_new + delta_o2_1*w7_new);
    const delta_h1_2 = out_h1_2*(1 - out_h1_2)*(delta_o1_2*w5_new + delta_o2_2*w7_new);
    const delta_h1_3 = out_h1_3*(1 - out_h1_3)*(delta_o1_3*w5_new + delta_o2_3*w7_new);
    const delta_h1_4 = out_h1_4*(1 - out_h1_4)*(delta_o1_4*w5_new + delta_o2_4*w7_new);
    const delta_h2_1 = out_h2_1*(1 - out_h2_1)*(delta_o1_1*w6_new + delta_o2_1*w8_new);
    const delta_h2_2 = out_h2_2*(1 - out_h2_2)*(delta_o1_2*w6_new + delta_o2_2*w8_new);
    const delta_h2_3 = out_h2_3*(1 - out_h2_3)*(delta_o1_3*w6_new + delta_o2_3*w8_new);
    const delta_h2_4 = out_h2_4*(1 - out_h2_4)*(delta_o1_4*w6_new + delta_o2_4*w8_new);
    const w1_new = w1 - eta*(delta_h1_1*i1_1 + delta_h1_2*i1_2 + delta_h1_3*i1_3 +
              delta_h1_4*i1_4);
    const w2_new = w2 - eta*(delta_h1_1*i2_1 + delta_h1_2*i2_2 + delta_h1_3*i2_3 +
              delta_h1_4*i2_4);
    const w3_new = w3 - eta*(delta_h2_1*i1_1 + delta_h2_2*i1_2 + delta_h2_3*i1_3 +
              delta_h2_4*i1_4);
    const w4_new = w4 - eta*(delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 +
              delta_h2_4*i2_4);
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    if (round === rounds) return {net_h1_1, net_h2_1, net_h1_2, net_h2_2, net_h1_3,
              net_h2_3, net_h1_4, net_h2_4, out_h1_1, out_h2_1, out_h1_2, out_h2_2,
              out_h1_3, out_h2_3, out_h1_4, out_h2_4, net_o1_1, net_o2_1, net_o1_2,
              net_o2_2, net_o1_3, net_o2_3, net_o1_4, net_o2_4, out_o1_1, out_o2_1,
              out_o1_2, out_o2_2, out_o1_3, out_o2_3, out_o1_4, out_o2_4, E_o1_1,
              delta_o1_1, E_o2_1, delta_o2_1, E_o1_2, delta_o1_2, E_o2_2, delta_o2_2,
              E_o1_3, delta_o1_3, E_o2_3, delta_o2_3, E_o1_4, delta_o1_4, E_o2_4,
              delta_o2_4, E_total_1, E_total_2, E_total_3, w5_new, w6_new, E_total_4,
              w7_new, w8_new, E_total, delta_h1_1, delta_h1_2, delta_h1_3, delta_h1_4,
              delta_h2_1, delta_h2_2, delta_h2_3, delta_h2_4, w1_new, w2_new, w3_new,
              w4_new, dE_dw1: delta_h1_1*i1_1 + delta_h1_2*i1_2 + delta_h1_3*i1_3 +
              delta_h1_4*i1_4, dE_dw2: delta_h1_1*i2_1 + delta_h1_2*i2_2 +
              delta_h1_3*i2_3 + delta_h1_4*i2_4, dE_dw3: delta_h2_1*i1_1 +
              delta_h2_2*i1_2 + delta_h2_3*i1_3 + delta_h2_4*i1_4, dE_dw4:
              delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 + delta_h2_4*i2_4,
              dE_dw5: delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 + delta_o1_3*out_h1_3 +
              delta_o1_4*out_h1_4, dE_dw6: delta_o1_1*out_h2_1 + delta_o1_2*out_h2_2 +
              delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4, dE_dw7: delta_o2_1*out_h1_1 +
              delta_o2_2*out_h1_2 + delta_o2_3*out_h1_3 + delta_o2_4*out_h1_4, dE_dw8:
              delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 + delta_o2_3*out_h2_3 +
              delta_o2_4*out_h2_4};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
  }
}

export function four_shared_together(history, rounds, w1, w2, w3, w4, w5, w6, w7, w8,
          b1, b2, eta, i1_1, i1_2, i1_3, i1_4, i2_1, i2_2, i2_3, i2_4, target_o1_1,
          target_o1_2, target_o1_3, target_o1_4, target_o2_1, target_o2_2, target_o2_3,
          target_o2_4) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1_1 = b1 + i1_1*w1 + i2_1*w2;
    const net_h2_1 = b1 + i1_1*w3 + i2_1*w4;
    const out_h1_1 = 1/(1 + Math.exp(-net_h1_1));
    const out_h2_1 = 1/(1 + Math.exp(-net_h2_1));
    const net_o1_1 = b2 + out_h1_1*w5 + out_h2_1*w6;
    const net_o2_1 = b2 + out_h1_1*w7 + out_h2_1*w8;
    const out_o1_1 = 1/(1 + Math.exp(-net_o1_1));
    const out_o2_1 = 1/(1 + Math.exp(-net_o2_1));
    const shared_0 = out_o1_1 - target_o1_1;
    const E_o1_1 = (1/2)*(shared_0*shared_0);
    const shared_1 = out_o2_1 - target_o2_1;
    const E_o2_1 = (1/2)*(shared_1*shared_1);
    const E_total_1 = E_o1_1 + E_o2_1;
    const net_h1_2 = b1 + i1_2*w1 + i2_2*w2;
    const net_h2_2 = b1 + i1_2*w3 + i2_2*w4;
    const out_h1_2 = 1/(1 + Math.exp(-net_h1_2));
    const out_h2_2 = 1/(1 + Math.exp(-net_h2_2));
    const net_o1_2 = b2 + out_h1_2*w5 + out_h2_2*w6;
    const net_o2_2 = b2 + out_h1_2*w7 + out_h2_2*w8;
    const out_o1_2 = 1/(1 + Math.exp(-net_o1_2));
    const out_o2_2 = 1/(1 + Math.exp(-net_o2_2));
    const shared_2 = out_o1_2 - target_o1_2;
    const E_o1_2 = (1/2)*(shared_2*shared_2);
    const shared_3 = out_o2_2 - target_o2_2;
    const E_o2_2 = (1/2)*(shared_3*shared_3);
    const E_total_2 = E_o1_2 + E_o2_2;
    const net_h1_3 = b1 + i1_3*w1 + i2_3*w2;
    const net_h2_3 = b1 + i1_3*w3 + i2_3*w4;
    const out_h1_3 = 1/(1 + Math.exp(-net_h1_3));
    const out_h2_3 = 1/(1 + Math.exp(-net_h2_3));
    const net_o1_3 = b2 + out_h1_3*w5 + out_h2_3*w6;
    const net_o2_3 = b2 + out_h1_3*w7 + out_h2_3*w8;
    const out_o1_3 = 1/(1 + Math.exp(-net_o1_3));
    const out_o2_3 = 1/(1 + Math.exp(-net_o2_3));
    const shared_4 = out_o1_3 - target_o1_3;
    const E_o1_3 = (1/2)*(shared_4*shared_4);
    const shared_5 = out_o2_3 - target_o2_3;
    const E_o2_3 = (1/2)*(shared_5*shared_5);
    const E_total_3 = E_o1_3 + E_o2_3;
    const net_h1_4 = b1 + i1_4*w1 + i2_4*w2;
    const net_h2_4 = b1 + i1_4*w3 + i2_4*w4;
    const out_h1_4 = 1/(1 + Math.exp(-net_h1_4));
    const out_h2_4 = 1/(1 + Math.exp(-net_h2_4));
    const net_o1_4 = b2 + out_h1_4*w5 + out_h2_4*w6;
    const net_o2_4 = b2 + out_h1_4*w7 + out_h2_4*w8;
    const out_o1_4 = 1/(1 + Math.exp(-net_o1_4));
    const out_o2_4 = 1/(1 + Math.exp(-net_o2_4));
    const shared_6 = out_o1_4 - target_o1_4;
    const E_o1_4 = (1/2)*(shared_6*shared_6);
    const shared_7 = out_o2_4 - target_o2_4;
    const E_o2_4 = (1/2)*(shared_7*shared_7);
    const E_total_4 = E_o1_4 + E_o2_4;
    const E_total = E_total_1 + E_total_2 + E_total_3 + E_total_4;
    const delta_o1_1 = out_o1_1*shared_0*(1 - out_o1_1);
    const delta_o2_1 = out_o2_1*shared_1*(1 - out_o2_1);
    const delta_o1_2 = out_o1_2*shared_2*(1 - out_o1_2);
    const delta_o2_2 = out_o2_2*shared_3*(1 - out_o2_2);
    const delta_o1_3 = out_o1_3*shared_4*(1 - out_o1_3);
    const delta_o2_3 = out_o2_3*shared_5*(1 - out_o2_3);
    const delta_o1_4 = out_o1_4*shared_6*(1 - out_o1_4);
    const delta_o2_4 = out_o2_4*shared_7*(1 - out_o2_4);
    const delta_h1_1 = out_h1_1*(1 - out_h1_1)*(delta_o1_1*w5 + delta_o2_1*w7);
    const delta_h2_1 = out_h2_1*(1 - out_h2_1)*(delta_o1_1*w6 + delta_o2_1*w8);
    const delta_h1_2 = out_h1_2*(1 - out_h1_2)*(delta_o1_2*w5 + delta_o2_2*w7);
    const delta_h2_2 = out_h2_2*(1 - out_h2_2)*(delta_o1_2*w6 + delta_o2_2*w8);
    const delta_h1_3 = out_h1_3*(1 - out_h1_3)*(delta_o1_3*w5 + delta_o2_3*w7);
    const delta_h2_3 = out_h2_3*(1 - out_h2_3)*(delta_o1_3*w6 + delta_o2_3*w8);
    const delta_h1_4 = out_h1_4*(1 - out_h1_4)*(delta_o1_4*w5 + delta_o2_4*w7);
    const delta_h2_4 = out_h2_4*(1 - out_h2_4)*(delta_o1_4*w6 + delta_o2_4*w8);
    const w1_new = w1 - eta*(delta_h1_1*i1_1 + delta_h1_2*i1_2 + delta_h1_3*i1_3 +
              delta_h1_4*i1_4);
    const w2_new = w2 - eta*(delta_h1_1*i2_1 + delta_h1_2*i2_2 + delta_h1_3*i2_3 +
              delta_h1_4*i2_4);
    const w3_new = w3 - eta*(delta_h2_1*i1_1 + delta_h2_2*i1_2 + delta_h2_3*i1_3 +
              delta_h2_4*i1_4);
    const w4_new = w4 - eta*(delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 +
              delta_h2_4*i2_4);
    const w5_new = w5 - eta*(delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 +
              delta_o1_3*out_h1_3 + delta_o1_4*out_h1_4);
    const w6_new = w6 - eta*(delta_o1_1*out_h2_1 + delta_o1_2*out_h2_2 +
              delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4);
    const w7_new = w7 - eta*(delta_o2_1*out_h1_1 + delta_o2_2*out_h1_2 +
              delta_o2_3*out_h1_3 + delta_o2_4*out_h1_4);
    const w8_new = w8 - eta*(delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 +
              delta_o2_3*out_h2_3 + delta_o2_4*out_h2_4);
    const b1_new = b1 - eta*(delta_h1_1 + delta_h1_2 + delta_h1_3 + delta_h1_4 +
              delta_h2_1 + delta_h2_2 + delta_h2_3 + delta_h2_4);
    const b2_new = b2 - eta*(delta_o1_1 + delta_o1_2 + delta_o1_3 + delta_o1_4 +
              delta_o2_1 + delta_o2_2 + delta_o2_3 + delta_o2_4);
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    history[at++] = b1;
    history[at++] = b2;
    if (round === rounds) return {net_h1_1, net_h2_1, out_h1_1, out_h2_1, net_o1_1,
              net_o2_1, out_o1_1, out_o2_1, E_o1_1, E_o2_1, E_total_1, net_h1_2,
              net_h2_2, out_h1_2, out_h2_2, net_o1_2, net_o2_2, out_o1_2, out_o2_2,
              E_o1_2, E_o2_2, E_total_2, net_h1_3, net_h2_3, out_h1_3, out_h2_3,
              net_o1_3, net_o2_3, out_o1_3, out_o2_3, E_o1_3, E_o2_3, E_total_3,
              net_h1_4, net_h2_4, out_h1_4, out_h2_4, net_o1_4, net_o2_4, out_o1_4,
              out_o2_4, E_o1_4, E_o2_4, E_total_4, E_total, delta_o1_1, delta_o2_1,
              delta_o1_2, delta_o2_2, delta_o1_3, delta_o2_3, delta_o1_4, delta_o2_4,
              delta_h1_1, delta_h2_1, delta_h1_2, delta_h2_2, delta_h1_3, delta_h2_3,
              delta_h1_4, delta_h2_4, w1_new, w2_new, w3_new, w4_new, w5_new, w6_new,
              w7_new, w8_new, b1_new, b2_new, dE_dw1: delta_h1_1*i1_1 + delta_h1_2*i1_2
              + delta_h1_3*i1_3 + delta_h1_4*i1_4, dE_dw2: delta_h1_1*i2_1 +
              delta_h1_2*i2_2 + delta_h1_3*i2_3 + delta_h1_4*i2_4, dE_dw3:
              delta_h2_1*i1_1 + delta_h2_2*i1_2 + delta_h2_3*i1_3 + delta_h2_4*i1_4,
              dE_dw4: delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 +
              delta_h2_4*i2_4, dE_dw5: delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 +
              delta_o1_3*out_h1_3 + delta_o1_4*out_h1_4, dE_dw6: delta_o1_1*out_h2_1 +
              delta_o1_2*out_h2_2 + delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4, dE_dw7:
              delta_o2_1*out_h1_1 + delta_o2_2*out_h1_2 + delta_o2_3*out_h1_3 +
              delta_o2_4*out_h1_4, dE_dw8: delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 +
              delta_o2_3*out_h2_3 + delta_o2_4*out_h2_4, dE_db1: delta_h1_1 + delta_h1_2
              + delta_h1_3 + delta_h1_4 + delta_h2_1 + delta_h2_2 + delta_h2_3 +
              delta_h2_4, dE_db2: delta_o1_1 + delta_o1_2 + delta_o1_3 + delta_o1_4 +
              delta_o2_1 + delta_o2_2 + delta_o2_3 + delta_o2_4};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
    b1 = b1_new;
    b2 = b2_new;
  }
}

export function four_shared_output_first(history, rounds, w1, w2, w3, w4, w5, w6, w7,
          w8, b1, b2, eta, i1_1, i1_2, i1_3, i1_4, i2_1, i2_2, i2_3, i2_4, target_o1_1,
          target_o1_2, target_o1_3, target_o1_4, target_o2_1, target_o2_2, target_o2_3,
          target_o2_4) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1_1 = b1 + i1_1*w1 + i2_1*w2;
    const net_h2_1 = b1 + i1_1*w3 + i2_1*w4;
    const net_h1_2 = b1 + i1_2*w1 + i2_2*w2;
    const net_h2_2 = b1 + i1_2*w3 + i2_2*w4;
    const net_h1_3 = b1 + i1_3*w1 + i2_3*w2;
    const net_h2_3 = b1 + i1_3*w3 + i2_3*w4;
    const net_h1_4 = b1 + i1_4*w1 + i2_4*w2;
    const net_h2_4 = b1 + i1_4*w3 + i2_4*w4;
    const out_h1_1 = 1/(1 + Math.exp(-net_h1_1));
    const out_h2_1 = 1/(1 + Math.exp(-net_h2_1));
    const out_h1_2 = 1/(1 + Math.exp(-net_h1_2));
    const out_h2_2 = 1/(1 + Math.exp(-net_h2_2));
    const out_h1_3 = 1/(1 + Math.exp(-net_h1_3));
    const out_h2_3 = 1/(1 + Math.exp(-net_h2_3));
    const out_h1_4 = 1/(1 + Math.exp(-net_h1_4));
    const out_h2_4 = 1/(1 + Math.exp(-net_h2_4));
    const net_o1_1 = b2 + out_h1_1*w5 + out_h2_1*w6;
    const net_o2_1 = b2 + out_h1_1*w7 + out_h2_1*w8;
    const net_o1_2 = b2 + out_h1_2*w5 + out_h2_2*w6;
    const net_o2_2 = b2 + out_h1_2*w7 + out_h2_2*w8;
    const net_o1_3 = b2 + out_h1_3*w5 + out_h2_3*w6;
    const net_o2_3 = b2 + out_h1_3*w7 + out_h2_3*w8;
    const net_o1_4 = b2 + out_h1_4*w5 + out_h2_4*w6;
    const net_o2_4 = b2 + out_h1_4*w7 + out_h2_4*w8;
    const out_o1_1 = 1/(1 + Math.exp(-net_o1_1));
    const out_o2_1 = 1/(1 + Math.exp(-net_o2_1));
    const out_o1_2 = 1/(1 + Math.exp(-net_o1_2));
    const out_o2_2 = 1/(1 + Math.exp(-net_o2_2));
    const out_o1_3 = 1/(1 + Math.exp(-net_o1_3));
    const out_o2_3 = 1/(1 + Math.exp(-net_o2_3));
    const out_o1_4 = 1/(1 + Math.exp(-net_o1_4));
    const out_o2_4 = 1/(1 + Math.exp(-net_o2_4));
    const shared_0 = out_o1_1 - target_o1_1;
    const E_o1_1 = (1/2)*(shared_0*shared_0);
    const delta_o1_1 = out_o1_1*shared_0*(1 - out_o1_1);
    const shared_1 = out_o2_1 - target_o2_1;
    const E_o2_1 = (1/2)*(shared_1*shared_1);
    const delta_o2_1 = out_o2_1*shared_1*(1 - out_o2_1);
    const shared_2 = out_o1_2 - target_o1_2;
    const E_o1_2 = (1/2)*(shared_2*shared_2);
    const delta_o1_2 = out_o1_2*shared_2*(1 - out_o1_2);
    const shared_3 = out_o2_2 - target_o2_2;
    const E_o2_2 = (1/2)*(shared_3*shared_3);
    const delta_o2_2 = out_o2_2*shared_3*(1 - out_o2_2);
    const shared_4 = out_o1_3 - target_o1_3;
    const E_o1_3 = (1/2)*(shared_4*shared_4);
    const delta_o1_3 = out_o1_3*shared_4*(1 - out_o1_3);
    const shared_5 = out_o2_3 - target_o2_3;
    const E_o2_3 = (1/2)*(shared_5*shared_5);
    const delta_o2_3 = out_o2_3*shared_5*(1 - out_o2_3);
    const shared_6 = out_o1_4 - target_o1_4;
    const E_o1_4 = (1/2)*(shared_6*shared_6);
    const delta_o1_4 = out_o1_4*shared_6*(1 - out_o1_4);
    const shared_7 = out_o2_4 - target_o2_4;
    const E_o2_4 = (1/2)*(shared_7*shared_7);
    const delta_o2_4 = out_o2_4*shared_7*(1 - out_o2_4);
    const E_total_1 = E_o1_1 + E_o2_1;
    const E_total_2 = E_o1_2 + E_o2_2;
    const E_total_3 = E_o1_3 + E_o2_3;
    const w5_new = w5 - eta*(delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 +
              delta_o1_3*out_h1_3 + delta_o1_4*out_h1_4);
    const w6_new = w6 - eta*(delta_o1_1*out_h2_1 + delta_o1_2*out_h2_2 +
              delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4);
    const E_total_4 = E_o1_4 + E_o2_4;
    const w7_new = w7 - eta*(delta_o2_1*out_h1_1 + delta_o2_2*out_h1_2 +
              delta_o2_3*out_h1_3 + delta_o2_4*out_h1_4);
    const w8_new = w8 - eta*(delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 +
              delta_o2_3*out_h2_3 + delta_o2_4*out_h2_4);
    const b2_new = b2 - eta*(delta_o1_1 + delta_o1_2 + delta_o1_3 + delta_o1_4 +
              delta_o2_1 + delta_o2_2 + delta_o2_3 + delta_o2_4);
    const E_total = E_total_1 + E_total_2 + E_total_3 + E_total_4;
    const delta_h1_1 = out_h1_1*(1 - out_h1_1)*(delta_o1_1*w5_new + delta_o2_1*w7_new);
    const delta_h1_2 = out_h1_2*(1 - out_h1_2)*(delta_o1_2*w5_new + delta_o2_2*w7_new);
    const delta_h1_3 = out_h1_3*(1 - out_h1_3)*(delta_o1_3*w5_new + delta_o2_3*w7_new);
    const delta_h1_4 = out_h1_4*(1 - out_h1_4)*(delta_o1_4*w5_new + delta_o2_4*w7_new);
    const delta_h2_1 = out_h2_1*(1 - out_h2_1)*(delta_o1_1*w6_new + delta_o2_1*w8_new);
    const delta_h2_2 = out_h2_2*(1 - out_h2_2)*(delta_o1_2*w6_new + delta_o2_2*w8_new);
    const delta_h2_3 = out_h2_3*(1 - out_h2_3)*(delta_o1_3*w6_new + delta_o2_3*w8_new);
    const delta_h2_4 = out_h2_4*(1 - out_h2_4)*(delta_o1_4*w6_new + delta_o2_4*w8_new);
    const w1_new = w1 - eta*(delta_h1_1*i1_1 + delta_h1_2*i1_2 + delta_h1_3*i1_3 +
              delta_h1_4*i1_4);
    const w2_new = w2 - eta*(delta_h1_1*i2_1 + delta_h1_2*i2_2 + delta_h1_3*i2_3 +
              delta_h1_4*i2_4);
    const w3_new = w3 - eta*(delta_h2_1*i1_1 + delta_h2_2*i1_2 + delta_h2_3*i1_3 +
              delta_h2_4*i1_4);
    const w4_new = w4 - eta*(delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 +
              delta_h2_4*i2_4);
    const b1_new = b1 - eta*(delta_h1_1 + delta_h1_2 + delta_h1_3 + delta_h1_4 +
              delta_h2_1 + delta_h2_2 + delta_h2_3 + delta_h2_4);
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    history[at++] = b1;
    history[at++] = b2;
    if (round === rounds) return {net_h1_1, net_h2_1, net_h1_2, net_h2_2, net_h1_3,
              net_h2_3, net_h1_4, net_h2_4, out_h1_1, out_h2_1, out_h1_2, out_h2_2,
              out_h1_3, out_h2_3, out_h1_4, out_h2_4, net_o1_1, net_o2_1, net_o1_2,
              net_o2_2, net_o1_3, net_o2_3, net_o1_4, net_o2_4, out_o1_1, out_o2_1,
              out_o1_2, out_o2_2, out_o1_3, out_o2_3, out_o1_4, out_o2_4, E_o1_1,
              delta_o1_1, E_o2_1, delta_o2_1, E_o1_2, delta_o1_2, E_o2_2, delta_o2_2,
              E_o1_3, delta_o1_3, E_o2_3, delta_o2_3, E_o1_4, delta_o1_4, E_o2_4,
              delta_o2_4, E_total_1, E_total_2, E_total_3, w5_new, w6_new, E_total_4,
              w7_new, w8_new, b2_new, E_total, delta_h1_1, delta_h1_2, delta_h1_3,
              delta_h1_4, delta_h2_1, delta_h2_2, delta_h2_3, delta_h2_4, w1_new,
              w2_new, w3_new, w4_new, b1_new, dE_dw1: delta_h1_1*i1_1 + delta_h1_2*i1_2
              + delta_h1_3*i1_3 + delta_h1_4*i1_4, dE_dw2: delta_h1_1*i2_1 +
              delta_h1_2*i2_2 + delta_h1_3*i2_3 + delta_h1_4*i2_4, dE_dw3:
              delta_h2_1*i1_1 + delta_h2_2*i1_2 + delta_h2_3*i1_3 + delta_h2_4*i1_4,
              dE_dw4: delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 +
              delta_h2_4*i2_4, dE_dw5: delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 +
              delta_o1_3*out_h1_3 + delta_o1_4*out_h1_4, dE_dw6: delta_o1_1*out_h2_1 +
              delta_o1_2*out_h2_2 + delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4, dE_dw7:
              delta_o2_1*out_h1_1 + delta_o2_2*out_h1_2 + delta_o2_3*out_h1_3 +
              delta_o2_4*out_h1_4, dE_dw8: delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 +
              delta_o2_3*out_h2_3 + delta_o2_4*out_h2_4, dE_db1: delta_h1_1 + delta_h1_2
              + delta_h1_3 + delta_h1_4 + delta_h2_1 + delta_h2_2 + delta_h2_3 +
              delta_h2_4, dE_db2: delta_o1_1 + delta_o1_2 + delta_o1_3 + delta_o1_4 +
              delta_o2_1 + delta_o2_2 + delta_o2_3 + delta_o2_4};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
    b1 = b1_new;
    b2 = b2_new;
  }
}

export function four_each_together(history, rounds, w1, w2, w3, w4, w5, w6, w7, w8, eta,
          b_h1, b_h2, b_o1, b_o2, i1_1, i1_2, i1_3, i1_4, i2_1, i2_2, i2_3, i2_4,
          target_o1_1, target_o1_2, target_o1_3, target_o1_4, target_o2_1, target_o2_2,
          target_o2_3, target_o2_4) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1_1 = b_h1 + i1_1*w1 + i2_1*w2;
    const net_h2_1 = b_h2 + i1_1*w3 + i2_1*w4;
    const out_h1_1 = 1/(1 + Math.exp(-net_h1_1));
    const out_h2_1 = 1/(1 + Math.exp(-net_h2_1));
    const net_o1_1 = b_o1 + out_h1_1*w5 + out_h2_1*w6;
    const net_o2_1 = b_o2 + out_h1_1*w7 + out_h2_1*w8;
    const out_o1_1 = 1/(1 + Math.exp(-net_o1_1));
    const out_o2_1 = 1/(1 + Math.exp(-net_o2_1));
    const shared_0 = out_o1_1 - target_o1_1;
    const E_o1_1 = (1/2)*(shared_0*shared_0);
    const shared_1 = out_o2_1 - target_o2_1;
    const E_o2_1 = (1/2)*(shared_1*shared_1);
    const E_total_1 = E_o1_1 + E_o2_1;
    const net_h1_2 = b_h1 + i1_2*w1 + i2_2*w2;
    const net_h2_2 = b_h2 + i1_2*w3 + i2_2*w4;
    const out_h1_2 = 1/(1 + Math.exp(-net_h1_2));
    const out_h2_2 = 1/(1 + Math.exp(-net_h2_2));
    const net_o1_2 = b_o1 + out_h1_2*w5 + out_h2_2*w6;
    const net_o2_2 = b_o2 + out_h1_2*w7 + out_h2_2*w8;
    const out_o1_2 = 1/(1 + Math.exp(-net_o1_2));
    const out_o2_2 = 1/(1 + Math.exp(-net_o2_2));
    const shared_2 = out_o1_2 - target_o1_2;
    const E_o1_2 = (1/2)*(shared_2*shared_2);
    const shared_3 = out_o2_2 - target_o2_2;
    const E_o2_2 = (1/2)*(shared_3*shared_3);
    const E_total_2 = E_o1_2 + E_o2_2;
    const net_h1_3 = b_h1 + i1_3*w1 + i2_3*w2;
    const net_h2_3 = b_h2 + i1_3*w3 + i2_3*w4;
    const out_h1_3 = 1/(1 + Math.exp(-net_h1_3));
    const out_h2_3 = 1/(1 + Math.exp(-net_h2_3));
    const net_o1_3 = b_o1 + out_h1_3*w5 + out_h2_3*w6;
    const net_o2_3 = b_o2 + out_h1_3*w7 + out_h2_3*w8;
    const out_o1_3 = 1/(1 + Math.exp(-net_o1_3));
    const out_o2_3 = 1/(1 + Math.exp(-net_o2_3));
    const shared_4 = out_o1_3 - target_o1_3;
    const E_o1_3 = (1/2)*(shared_4*shared_4);
    const shared_5 = out_o2_3 - target_o2_3;
    const E_o2_3 = (1/2)*(shared_5*shared_5);
    const E_total_3 = E_o1_3 + E_o2_3;
    const net_h1_4 = b_h1 + i1_4*w1 + i2_4*w2;
    const net_h2_4 = b_h2 + i1_4*w3 + i2_4*w4;
    const out_h1_4 = 1/(1 + Math.exp(-net_h1_4));
    const out_h2_4 = 1/(1 + Math.exp(-net_h2_4));
    const net_o1_4 = b_o1 + out_h1_4*w5 + out_h2_4*w6;
    const net_o2_4 = b_o2 + out_h1_4*w7 + out_h2_4*w8;
    const out_o1_4 = 1/(1 + Math.exp(-net_o1_4));
    const out_o2_4 = 1/(1 + Math.exp(-net_o2_4));
    const shared_6 = out_o1_4 - target_o1_4;
    const E_o1_4 = (1/2)*(shared_6*shared_6);
    const shared_7 = out_o2_4 - target_o2_4;
    const E_o2_4 = (1/2)*(shared_7*shared_7);
    const E_total_4 = E_o1_4 + E_o2_4;
    const E_total = E_total_1 + E_total_2 + E_total_3 + E_total_4;
    const delta_o1_1 = out_o1_1*shared_0*(1 - out_o1_1);
    const delta_o2_1 = out_o2_1*shared_1*(1 - out_o2_1);
    const delta_o1_2 = out_o1_2*shared_2*(1 - out_o1_2);
    const delta_o2_2 = out_o2_2*shared_3*(1 - out_o2_2);
    const delta_o1_3 = out_o1_3*shared_4*(1 - out_o1_3);
    const delta_o2_3 = out_o2_3*shared_5*(1 - out_o2_3);
    const delta_o1_4 = out_o1_4*shared_6*(1 - out_o1_4);
    const delta_o2_4 = out_o2_4*shared_7*(1 - out_o2_4);
    const delta_h1_1 = out_h1_1*(1 - out_h1_1)*(delta_o1_1*w5 + delta_o2_1*w7);
    const delta_h2_1 = out_h2_1*(1 - out_h2_1)*(delta_o1_1*w6 + delta_o2_1*w8);
    const delta_h1_2 = out_h1_2*(1 - out_h1_2)*(delta_o1_2*w5 + delta_o2_2*w7);
    const delta_h2_2 = out_h2_2*(1 - out_h2_2)*(delta_o1_2*w6 + delta_o2_2*w8);
    const delta_h1_3 = out_h1_3*(1 - out_h1_3)*(delta_o1_3*w5 + delta_o2_3*w7);
    const delta_h2_3 = out_h2_3*(1 - out_h2_3)*(delta_o1_3*w6 + delta_o2_3*w8);
    const delta_h1_4 = out_h1_4*(1 - out_h1_4)*(delta_o1_4*w5 + delta_o2_4*w7);
    const delta_h2_4 = out_h2_4*(1 - out_h2_4)*(delta_o1_4*w6 + delta_o2_4*w8);
    const w1_new = w1 - eta*(delta_h1_1*i1_1 + delta_h1_2*i1_2 + delta_h1_3*i1_3 +
              delta_h1_4*i1_4);
    const w2_new = w2 - eta*(delta_h1_1*i2_1 + delta_h1_2*i2_2 + delta_h1_3*i2_3 +
              delta_h1_4*i2_4);
    const w3_new = w3 - eta*(delta_h2_1*i1_1 + delta_h2_2*i1_2 + delta_h2_3*i1_3 +
              delta_h2_4*i1_4);
    const w4_new = w4 - eta*(delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 +
              delta_h2_4*i2_4);
    const w5_new = w5 - eta*(delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 +
              delta_o1_3*out_h1_3 + delta_o1_4*out_h1_4);
    const w6_new = w6 - eta*(delta_o1_1*out_h2_1 + delta_o1_2*out_h2_2 +
              delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4);
    const w7_new = w7 - eta*(delta_o2_1*out_h1_1 + delta_o2_2*out_h1_2 +
              delta_o2_3*out_h1_3 + delta_o2_4*out_h1_4);
    const w8_new = w8 - eta*(delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 +
              delta_o2_3*out_h2_3 + delta_o2_4*out_h2_4);
    const b_h1_new = b_h1 - eta*(delta_h1_1 + delta_h1_2 + delta_h1_3 + delta_h1_4);
    const b_h2_new = b_h2 - eta*(delta_h2_1 + delta_h2_2 + delta_h2_3 + delta_h2_4);
    const b_o1_new = b_o1 - eta*(delta_o1_1 + delta_o1_2 + delta_o1_3 + delta_o1_4);
    const b_o2_new = b_o2 - eta*(delta_o2_1 + delta_o2_2 + delta_o2_3 + delta_o2_4);
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    history[at++] = b_h1;
    history[at++] = b_h2;
    history[at++] = b_o1;
    history[at++] = b_o2;
    if (round === rounds) return {net_h1_1, net_h2_1, out_h1_1, out_h2_1, net_o1_1,
              net_o2_1, out_o1_1, out_o2_1, E_o1_1, E_o2_1, E_total_1, net_h1_2,
              net_h2_2, out_h1_2, out_h2_2, net_o1_2, net_o2_2, out_o1_2, out_o2_2,
              E_o1_2, E_o2_2, E_total_2, net_h1_3, net_h2_3, out_h1_3, out_h2_3,
              net_o1_3, net_o2_3, out_o1_3, out_o2_3, E_o1_3, E_o2_3, E_total_3,
              net_h1_4, net_h2_4, out_h1_4, out_h2_4, net_o1_4, net_o2_4, out_o1_4,
              out_o2_4, E_o1_4, E_o2_4, E_total_4, E_total, delta_o1_1, delta_o2_1,
              delta_o1_2, delta_o2_2, delta_o1_3, delta_o2_3, delta_o1_4, delta_o2_4,
              delta_h1_1, delta_h2_1, delta_h1_2, delta_h2_2, delta_h1_3, delta_h2_3,
              delta_h1_4, delta_h2_4, w1_new, w2_new, w3_new, w4_new, w5_new, w6_new,
              w7_new, w8_new, b_h1_new, b_h2_new, b_o1_new, b_o2_new, dE_dw1:
              delta_h1_1*i1_1 + delta_h1_2*i1_2 + delta_h1_3*i1_3 + delta_h1_4*i1_4,
              dE_dw2: delta_h1_1*i2_1 + delta_h1_2*i2_2 + delta_h1_3*i2_3 +
              delta_h1_4*i2_4, dE_dw3: delta_h2_1*i1_1 + delta_h2_2*i1_2 +
              delta_h2_3*i1_3 + delta_h2_4*i1_4, dE_dw4: delta_h2_1*i2_1 +
              delta_h2_2*i2_2 + delta_h2_3*i2_3 + delta_h2_4*i2_4, dE_dw5:
              delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 + delta_o1_3*out_h1_3 +
              delta_o1_4*out_h1_4, dE_dw6: delta_o1_1*out_h2_1 + delta_o1_2*out_h2_2 +
              delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4, dE_dw7: delta_o2_1*out_h1_1 +
              delta_o2_2*out_h1_2 + delta_o2_3*out_h1_3 + delta_o2_4*out_h1_4, dE_dw8:
              delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 + delta_o2_3*out_h2_3 +
              delta_o2_4*out_h2_4, dE_db_h1: delta_h1_1 + delta_h1_2 + delta_h1_3 +
              delta_h1_4, dE_db_h2: delta_h2_1 + delta_h2_2 + delta_h2_3 + delta_h2_4,
              dE_db_o1: delta_o1_1 + delta_o1_2 + delta_o1_3 + delta_o1_4, dE_db_o2:
              delta_o2_1 + delta_o2_2 + delta_o2_3 + delta_o2_4};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
    b_h1 = b_h1_new;
    b_h2 = b_h2_new;
    b_o1 = b_o1_new;
    b_o2 = b_o2_new;
  }
}

export function four_each_output_first(history, rounds, w1, w2, w3, w4, w5, w6, w7, w8,
          eta, b_h1, b_h2, b_o1, b_o2, i1_1, i1_2, i1_3, i1_4, i2_1, i2_2, i2_3, i2_4,
          target_o1_1, target_o1_2, target_o1_3, target_o1_4, target_o2_1, target_o2_2,
          target_o2_3, target_o2_4) {
  for (let round = 0, at = 0; ; round++) {
    const net_h1_1 = b_h1 + i1_1*w1 + i2_1*w2;
    const net_h2_1 = b_h2 + i1_1*w3 + i2_1*w4;
    const net_h1_2 = b_h1 + i1_2*w1 + i2_2*w2;
    const net_h2_2 = b_h2 + i1_2*w3 + i2_2*w4;
    const net_h1_3 = b_h1 + i1_3*w1 + i2_3*w2;
    const net_h2_3 = b_h2 + i1_3*w3 + i2_3*w4;
    const net_h1_4 = b_h1 + i1_4*w1 + i2_4*w2;
    const net_h2_4 = b_h2 + i1_4*w3 + i2_4*w4;
    const out_h1_1 = 1/(1 + Math.exp(-net_h1_1));
    const out_h2_1 = 1/(1 + Math.exp(-net_h2_1));
    const out_h1_2 = 1/(1 + Math.exp(-net_h1_2));
    const out_h2_2 = 1/(1 + Math.exp(-net_h2_2));
    const out_h1_3 = 1/(1 + Math.exp(-net_h1_3));
    const out_h2_3 = 1/(1 + Math.exp(-net_h2_3));
    const out_h1_4 = 1/(1 + Math.exp(-net_h1_4));
    const out_h2_4 = 1/(1 + Math.exp(-net_h2_4));
    const net_o1_1 = b_o1 + out_h1_1*w5 + out_h2_1*w6;
    const net_o2_1 = b_o2 + out_h1_1*w7 + out_h2_1*w8;
    const net_o1_2 = b_o1 + out_h1_2*w5 + out_h2_2*w6;
    const net_o2_2 = b_o2 + out_h1_2*w7 + out_h2_2*w8;
    const net_o1_3 = b_o1 + out_h1_3*w5 + out_h2_3*w6;
    const net_o2_3 = b_o2 + out_h1_3*w7 + out_h2_3*w8;
    const net_o1_4 = b_o1 + out_h1_4*w5 + out_h2_4*w6;
    const net_o2_4 = b_o2 + out_h1_4*w7 + out_h2_4*w8;
    const out_o1_1 = 1/(1 + Math.exp(-net_o1_1));
    const out_o2_1 = 1/(1 + Math.exp(-net_o2_1));
    const out_o1_2 = 1/(1 + Math.exp(-net_o1_2));
    const out_o2_2 = 1/(1 + Math.exp(-net_o2_2));
    const out_o1_3 = 1/(1 + Math.exp(-net_o1_3));
    const out_o2_3 = 1/(1 + Math.exp(-net_o2_3));
    const out_o1_4 = 1/(1 + Math.exp(-net_o1_4));
    const out_o2_4 = 1/(1 + Math.exp(-net_o2_4));
    const shared_0 = out_o1_1 - target_o1_1;
    const E_o1_1 = (1/2)*(shared_0*shared_0);
    const delta_o1_1 = out_o1_1*shared_0*(1 - out_o1_1);
    const shared_1 = out_o2_1 - target_o2_1;
    const E_o2_1 = (1/2)*(shared_1*shared_1);
    const delta_o2_1 = out_o2_1*shared_1*(1 - out_o2_1);
    const shared_2 = out_o1_2 - target_o1_2;
    const E_o1_2 = (1/2)*(shared_2*shared_2);
    const delta_o1_2 = out_o1_2*shared_2*(1 - out_o1_2);
    const shared_3 = out_o2_2 - target_o2_2;
    const E_o2_2 = (1/2)*(shared_3*shared_3);
    const delta_o2_2 = out_o2_2*shared_3*(1 - out_o2_2);
    const shared_4 = out_o1_3 - target_o1_3;
    const E_o1_3 = (1/2)*(shared_4*shared_4);
    const delta_o1_3 = out_o1_3*shared_4*(1 - out_o1_3);
    const shared_5 = out_o2_3 - target_o2_3;
    const E_o2_3 = (1/2)*(shared_5*shared_5);
    const delta_o2_3 = out_o2_3*shared_5*(1 - out_o2_3);
    const shared_6 = out_o1_4 - target_o1_4;
    const E_o1_4 = (1/2)*(shared_6*shared_6);
    const delta_o1_4 = out_o1_4*shared_6*(1 - out_o1_4);
    const shared_7 = out_o2_4 - target_o2_4;
    const E_o2_4 = (1/2)*(shared_7*shared_7);
    const delta_o2_4 = out_o2_4*shared_7*(1 - out_o2_4);
    const E_total_1 = E_o1_1 + E_o2_1;
    const E_total_2 = E_o1_2 + E_o2_2;
    const E_total_3 = E_o1_3 + E_o2_3;
    const w5_new = w5 - eta*(delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 +
              delta_o1_3*out_h1_3 + delta_o1_4*out_h1_4);
    const w6_new = w6 - eta*(delta_o1_1*out_h2_1 + delta_o1_2*out_h2_2 +
              delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4);
    const b_o1_new = b_o1 - eta*(delta_o1_1 + delta_o1_2 + delta_o1_3 + delta_o1_4);
    const E_total_4 = E_o1_4 + E_o2_4;
    const w7_new = w7 - eta*(delta_o2_1*out_h1_1 + delta_o2_2*out_h1_2 +
              delta_o2_3*out_h1_3 + delta_o2_4*out_h1_4);
    const w8_new = w8 - eta*(delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 +
              delta_o2_3*out_h2_3 + delta_o2_4*out_h2_4);
    const b_o2_new = b_o2 - eta*(delta_o2_1 + delta_o2_2 + delta_o2_3 + delta_o2_4);
    const E_total = E_total_1 + E_total_2 + E_total_3 + E_total_4;
    const delta_h1_1 = out_h1_1*(1 - out_h1_1)*(delta_o1_1*w5_new + delta_o2_1*w7_new);
    const delta_h1_2 = out_h1_2*(1 - out_h1_2)*(delta_o1_2*w5_new + delta_o2_2*w7_new);
    const delta_h1_3 = out_h1_3*(1 - out_h1_3)*(delta_o1_3*w5_new + delta_o2_3*w7_new);
    const delta_h1_4 = out_h1_4*(1 - out_h1_4)*(delta_o1_4*w5_new + delta_o2_4*w7_new);
    const delta_h2_1 = out_h2_1*(1 - out_h2_1)*(delta_o1_1*w6_new + delta_o2_1*w8_new);
    const delta_h2_2 = out_h2_2*(1 - out_h2_2)*(delta_o1_2*w6_new + delta_o2_2*w8_new);
    const delta_h2_3 = out_h2_3*(1 - out_h2_3)*(delta_o1_3*w6_new + delta_o2_3*w8_new);
    const delta_h2_4 = out_h2_4*(1 - out_h2_4)*(delta_o1_4*w6_new + delta_o2_4*w8_new);
    const w1_new = w1 - eta*(delta_h1_1*i1_1 + delta_h1_2*i1_2 + delta_h1_3*i1_3 +
              delta_h1_4*i1_4);
    const w2_new = w2 - eta*(delta_h1_1*i2_1 + delta_h1_2*i2_2 + delta_h1_3*i2_3 +
              delta_h1_4*i2_4);
    const b_h1_new = b_h1 - eta*(delta_h1_1 + delta_h1_2 + delta_h1_3 + delta_h1_4);
    const w3_new = w3 - eta*(delta_h2_1*i1_1 + delta_h2_2*i1_2 + delta_h2_3*i1_3 +
              delta_h2_4*i1_4);
    const w4_new = w4 - eta*(delta_h2_1*i2_1 + delta_h2_2*i2_2 + delta_h2_3*i2_3 +
              delta_h2_4*i2_4);
    const b_h2_new = b_h2 - eta*(delta_h2_1 + delta_h2_2 + delta_h2_3 + delta_h2_4);
    history[at++] = E_total;
    history[at++] = w1;
    history[at++] = w2;
    history[at++] = w3;
    history[at++] = w4;
    history[at++] = w5;
    history[at++] = w6;
    history[at++] = w7;
    history[at++] = w8;
    history[at++] = b_h1;
    history[at++] = b_h2;
    history[at++] = b_o1;
    history[at++] = b_o2;
    if (round === rounds) return {net_h1_1, net_h2_1, net_h1_2, net_h2_2, net_h1_3,
              net_h2_3, net_h1_4, net_h2_4, out_h1_1, out_h2_1, out_h1_2, out_h2_2,
              out_h1_3, out_h2_3, out_h1_4, out_h2_4, net_o1_1, net_o2_1, net_o1_2,
              net_o2_2, net_o1_3, net_o2_3, net_o1_4, net_o2_4, out_o1_1, out_o2_1,
              out_o1_2, out_o2_2, out_o1_3, out_o2_3, out_o1_4, out_o2_4, E_o1_1,
              delta_o1_1, E_o2_1, delta_o2_1, E_o1_2, delta_o1_2, E_o2_2, delta_o2_2,
              E_o1_3, delta_o1_3, E_o2_3, delta_o2_3, E_o1_4, delta_o1_4, E_o2_4,
              delta_o2_4, E_total_1, E_total_2, E_total_3, w5_new, w6_new, b_o1_new,
              E_total_4, w7_new, w8_new, b_o2_new, E_total, delta_h1_1, delta_h1_2,
              delta_h1_3, delta_h1_4, delta_h2_1, delta_h2_2, delta_h2_3, delta_h2_4,
              w1_new, w2_new, b_h1_new, w3_new, w4_new, b_h2_new, dE_dw1:
              delta_h1_1*i1_1 + delta_h1_2*i1_2 + delta_h1_3*i1_3 + delta_h1_4*i1_4,
              dE_dw2: delta_h1_1*i2_1 + delta_h1_2*i2_2 + delta_h1_3*i2_3 +
              delta_h1_4*i2_4, dE_dw3: delta_h2_1*i1_1 + delta_h2_2*i1_2 +
              delta_h2_3*i1_3 + delta_h2_4*i1_4, dE_dw4: delta_h2_1*i2_1 +
              delta_h2_2*i2_2 + delta_h2_3*i2_3 + delta_h2_4*i2_4, dE_dw5:
              delta_o1_1*out_h1_1 + delta_o1_2*out_h1_2 + delta_o1_3*out_h1_3 +
              delta_o1_4*out_h1_4, dE_dw6: delta_o1_1*out_h2_1 + delta_o1_2*out_h2_2 +
              delta_o1_3*out_h2_3 + delta_o1_4*out_h2_4, dE_dw7: delta_o2_1*out_h1_1 +
              delta_o2_2*out_h1_2 + delta_o2_3*out_h1_3 + delta_o2_4*out_h1_4, dE_dw8:
              delta_o2_1*out_h2_1 + delta_o2_2*out_h2_2 + delta_o2_3*out_h2_3 +
              delta_o2_4*out_h2_4, dE_db_h1: delta_h1_1 + delta_h1_2 + delta_h1_3 +
              delta_h1_4, dE_db_h2: delta_h2_1 + delta_h2_2 + delta_h2_3 + delta_h2_4,
              dE_db_o1: delta_o1_1 + delta_o1_2 + delta_o1_3 + delta_o1_4, dE_db_o2:
              delta_o2_1 + delta_o2_2 + delta_o2_3 + delta_o2_4};
    w1 = w1_new;
    w2 = w2_new;
    w3 = w3_new;
    w4 = w4_new;
    w5 = w5_new;
    w6 = w6_new;
    w7 = w7_new;
    w8 = w8_new;
    b_h1 = b_h1_new;
    b_h2 = b_h2_new;
    b_o1 = b_o1_new;
    b_o2 = b_o2_new;
  }
}

export const programs = {
  one_frozen_together: {
    train: one_frozen_together,
    needs: ["i1", "i2", "target_o1", "target_o2", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2", "eta"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"],
  },
  one_frozen_output_first: {
    train: one_frozen_output_first,
    needs: ["i1", "i2", "target_o1", "target_o2", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2", "eta"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"],
  },
  one_shared_together: {
    train: one_shared_together,
    needs: ["i1", "i2", "target_o1", "target_o2", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2", "eta"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2"],
  },
  one_shared_output_first: {
    train: one_shared_output_first,
    needs: ["i1", "i2", "target_o1", "target_o2", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2", "eta"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2"],
  },
  one_each_together: {
    train: one_each_together,
    needs: ["i1", "i2", "target_o1", "target_o2", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "eta", "b_h1", "b_h2", "b_o1", "b_o2"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b_h1", "b_h2", "b_o1", "b_o2"],
  },
  one_each_output_first: {
    train: one_each_output_first,
    needs: ["i1", "i2", "target_o1", "target_o2", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "eta", "b_h1", "b_h2", "b_o1", "b_o2"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b_h1", "b_h2", "b_o1", "b_o2"],
  },
  four_frozen_together: {
    train: four_frozen_together,
    needs: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2", "eta", "i1_1", "i1_2", "i1_3", "i1_4", "i2_1", "i2_2", "i2_3", "i2_4", "target_o1_1", "target_o1_2", "target_o1_3", "target_o1_4", "target_o2_1", "target_o2_2", "target_o2_3", "target_o2_4"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"],
  },
  four_frozen_output_first: {
    train: four_frozen_output_first,
    needs: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2", "eta", "i1_1", "i1_2", "i1_3", "i1_4", "i2_1", "i2_2", "i2_3", "i2_4", "target_o1_1", "target_o1_2", "target_o1_3", "target_o1_4", "target_o2_1", "target_o2_2", "target_o2_3", "target_o2_4"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"],
  },
  four_shared_together: {
    train: four_shared_together,
    needs: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2", "eta", "i1_1", "i1_2", "i1_3", "i1_4", "i2_1", "i2_2", "i2_3", "i2_4", "target_o1_1", "target_o1_2", "target_o1_3", "target_o1_4", "target_o2_1", "target_o2_2", "target_o2_3", "target_o2_4"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2"],
  },
  four_shared_output_first: {
    train: four_shared_output_first,
    needs: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2", "eta", "i1_1", "i1_2", "i1_3", "i1_4", "i2_1", "i2_2", "i2_3", "i2_4", "target_o1_1", "target_o1_2", "target_o1_3", "target_o1_4", "target_o2_1", "target_o2_2", "target_o2_3", "target_o2_4"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b1", "b2"],
  },
  four_each_together: {
    train: four_each_together,
    needs: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "eta", "b_h1", "b_h2", "b_o1", "b_o2", "i1_1", "i1_2", "i1_3", "i1_4", "i2_1", "i2_2", "i2_3", "i2_4", "target_o1_1", "target_o1_2", "target_o1_3", "target_o1_4", "target_o2_1", "target_o2_2", "target_o2_3", "target_o2_4"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b_h1", "b_h2", "b_o1", "b_o2"],
  },
  four_each_output_first: {
    train: four_each_output_first,
    needs: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "eta", "b_h1", "b_h2", "b_o1", "b_o2", "i1_1", "i1_2", "i1_3", "i1_4", "i2_1", "i2_2", "i2_3", "i2_4", "target_o1_1", "target_o1_2", "target_o1_3", "target_o1_4", "target_o2_1", "target_o2_2", "target_o2_3", "target_o2_4"],
    learns: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "b_h1", "b_h2", "b_o1", "b_o2"],
  },
};
