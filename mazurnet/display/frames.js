// <mazurnet-frames>: a slider over pictures that were drawn before, for where no kernel runs.

const MOVING = /^(Arrow|Home$|End$)/;

class Frames extends HTMLElement {
  connectedCallback() {
    if (this.slider) return;
    const { name, values, start, first, others } = JSON.parse(this.querySelector("script").textContent);
    this.values = values;
    this.first = first;
    this.others = others;
    this.picture = this.querySelector("img");
    const label = document.createElement("label");
    this.slider = document.createElement("input");
    this.number = document.createElement("output");
    Object.assign(this.slider, { type: "range", min: 0, max: values.length - 1, value: start });
    label.append(`${name} `, this.slider, " ", this.number);
    this.prepend(label);
    this.slider.addEventListener("input", () => this.show());
    // The keys that move it must not turn a slide; any other key is for the slides again.
    for (const kind of ["keydown", "keyup"]) {
      label.addEventListener(kind, (event) => {
        if (MOVING.test(event.key)) event.stopPropagation();
        else if (event.key !== "Tab" && event.key !== "Shift") this.slider.blur();
      });
    }
    this.show();
  }

  show() {
    const { alt, splices } = this.others[this.slider.value];
    const svg = [...this.first];
    for (const [from, many, lines] of [...splices].reverse()) svg.splice(from, many, ...lines);
    this.picture.src = `data:image/svg+xml,${encodeURIComponent(svg.join("\n"))}`;
    this.picture.alt = alt;
    this.number.value = this.values[this.slider.value];
    this.slider.setAttribute("aria-valuetext", this.number.value);
  }
}

if (!customElements.get("mazurnet-frames")) customElements.define("mazurnet-frames", Frames);
