// Charts without a mouse and without eyes: each bar, cell or stretch is reached by keys and read out.

import { onScreen, stopsOf } from "./stops.js";

/** Arrow keys go from stop to stop, with Shift they take in those between; Enter, Escape. */
export class Reader {
  constructor(hands) {
    this.hands = hands;
    this.waiting = []; // keys pressed while the chart was being drawn anew
    this.said = document.createElement("span");
    this.said.className = "cw-hidden";
    this.said.setAttribute("role", "status");
    this.cursor = document.createElement("div");
    this.cursor.className = "cw-picks-cursor";
    this.watch = new MutationObserver(() => this.#soon());
    this.watch.observe(document.body, { childList: true, subtree: true });
  }

  /** Make charts that have come since reachable. */
  mark() {
    const { words, charts } = this.hands;
    for (const chart of charts.map((name) => document.querySelector(`.st-key-${name}`))) {
      const told = chart?.querySelector("[role=figure][aria-label]")?.getAttribute("aria-label");
      const label = `${told} ${words.keys}`;
      if (!told || chart.getAttribute("aria-label") === label) continue;
      if (!stopsOf(chart, true).length) continue;
      const given = { tabindex: "0", role: "application", "aria-label": label, "data-cw-picks": "",
        "aria-roledescription": words.chart,
        "aria-keyshortcuts": "ArrowRight ArrowLeft Shift+ArrowRight Shift+ArrowLeft Enter Shift+Enter Escape" };
      for (const [name, value] of Object.entries(given)) chart.setAttribute(name, value);
    }
    this.#hold();
  }

  /** Give the keys back to a chart that they have just acted on: it was drawn anew. */
  #hold() {
    const chart = this.held && document.querySelector(this.held);
    if (!chart?.hasAttribute("data-cw-picks") || document.activeElement !== document.body) return;
    this.chart = chart;
    chart.focus({ preventScroll: true });
    this.#step(0, true);
    for (const event of this.waiting.splice(0)) this.#press(chart, event);
  }

  #act(told) {
    this.held = this.hands.nameOf(this.chart);
    this.hands.tell(told);
  }

  /** Hear a key of a chart, or of the page where that has just taken the chart away. */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (target.hasAttribute?.("data-cw-picks") && this.hands.holds(target)) this.#press(target, event);
    else if (this.held && target === document.body && /^(Arrow|Enter|Escape)/.test(event.key)) {
      event.preventDefault();
      this.waiting.push(event);
      this.#soon();
    }
  }

  #press(chart, event) {
    const acts = {
      ArrowRight: () => this.#step(1, event.shiftKey), ArrowDown: () => this.#step(1, event.shiftKey),
      ArrowLeft: () => this.#step(-1, event.shiftKey), ArrowUp: () => this.#step(-1, event.shiftKey),
      Home: () => this.#step(-Infinity, event.shiftKey), End: () => this.#step(Infinity, event.shiftKey),
      Enter: () => this.#choose(event.shiftKey), " ": () => this.#choose(event.shiftKey),
      Escape: () => this.#act({ clears: true }),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    const isOther = !this.chart || this.hands.nameOf(this.chart) !== this.hands.nameOf(chart);
    Object.assign(this, isOther ? { chart, last: null, first: null } : { chart });
    acts[event.key]();
  }

  /** Put the cursor where somebody clicked. */
  point(chart, stop) {
    Object.assign(this, { chart, first: stop.name, last: stop.name });
  }

  #step(by, extends_) {
    const stops = this.#stops();
    if (!stops.length) return;
    const from = stops.findIndex(({ name }) => name === this.last);
    if (from < 0 && !by) return;
    const end = stops.length - 1;
    const to = Math.min(Math.max(from < 0 && by === -1 ? end : from + by, 0), end);
    this.last = stops[to].name;
    const known = stops.some(({ name }) => name === this.first);
    if (!extends_ || !known) this.first = this.last;
    const begin = stops.findIndex(({ name }) => name === this.first);
    this.#show(stops.slice(Math.min(begin, to), Math.max(begin, to) + 1));
    const begun = begin === to ? "" : `${stops[begin].words}. ${this.hands.words.to} `;
    this.said.textContent = `${begun}${stops[to].words}. ${to + 1}/${stops.length}`;
  }

  #stops() {
    return stopsOf(this.chart, this.hands.inOrder);
  }

  #choose(adds) {
    const stops = this.#stops();
    const ends = [this.first, this.last].map((end) => stops.find(({ name }) => name === end)?.term);
    if (ends.every(Boolean)) this.#act({ ends, adds: adds || this.hands.adds });
  }

  #show(stops) {
    const plot = this.chart.querySelector(".nsewdrag").getBoundingClientRect();
    const around = this.chart.getBoundingClientRect();
    const boxes = stops.map((stop) => {
      const box = document.createElement("div");
      const { left, top, width, height } = onScreen(stop, plot);
      Object.assign(box.style, {
        left: `${left - around.left}px`, top: `${top - around.top}px`, width: `${width}px`, height: `${height}px`,
      });
      return box;
    });
    this.cursor.replaceChildren(...boxes);
    if (this.cursor.parentElement !== this.chart) this.chart.append(this.cursor);
  }

  leave(event) {
    if (event.target !== this.chart) return;
    this.cursor.remove();
    if (event.relatedTarget) this.free();
  }

  /** Leave the keys to the page again. */
  free() {
    this.held = null;
    this.waiting.length = 0;
  }

  #soon() {
    this.waits ??= requestAnimationFrame(() => {
      this.waits = undefined;
      this.mark();
    });
  }

  remove() {
    this.watch.disconnect();
    cancelAnimationFrame(this.waits);
    this.cursor.remove();
  }
}
