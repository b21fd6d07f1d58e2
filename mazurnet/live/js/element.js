// <mazurnet-live state="...">: the live network in a page without a kernel.

import { mount } from "./view.js";

/** A model that lives in the page: what the view asks of a Jupyter widget, and no more. */
export function modelOf(state) {
  const page = new EventTarget();
  return {
    get: (key) => state[key],
    set(key, value) {
      state = { ...state, [key]: value };
      page.dispatchEvent(new Event(`change:${key}`));
    },
    on: (kind, listener) => page.addEventListener(kind, listener),
    off: (kind, listener) => page.removeEventListener(kind, listener),
    save_changes() {},
  };
}

class LiveNetwork extends HTMLElement {
  connectedCallback() {
    this.model ??= modelOf(JSON.parse(this.getAttribute("state")));
    try {
      this.leave = mount(this, this.model);
    } catch (error) {
      this.shadowRoot.replaceChildren(document.createElement("slot")); // the still picture
      throw error;
    }
  }

  disconnectedCallback() {
    this.leave?.();
  }
}

if (!customElements.get("mazurnet-live")) customElements.define("mazurnet-live", LiveNetwork);
