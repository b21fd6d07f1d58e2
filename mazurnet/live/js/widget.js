// The live network as a Jupyter widget.

import { html } from "./dom.js";
import { mount } from "./view.js";

export default {
  render({ model, el }) {
    const host = html("div");
    el.append(host);
    return mount(host, model);
  },
};
