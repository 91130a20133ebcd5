// What is picked on charts: a click on a bar, a cell or a stretch, days drawn across, or keys.
//
// Plotly draws and shows what is hovered. Its own selection takes either clicks or a box, never both,
// and holds the page where a finger touches it: so hands are read here. What was picked is drawn by
// the server, with the next figure.

import { Reader } from "./reader.js";
import { stopAt, stopsOf } from "./stops.js";
import { Teller } from "./told.js";

const MOVED = 5; // px: less is a click
const DAY = 86400000;
const FAR = 26; // px: as far from a mark a click still means it

class Hands {
  constructor(parent) {
    this.adds = false;
    this.teller = new Teller();
    this.line = document.createElement("div");
    this.line.className = "cw-picks";
    this.how = document.createElement("span");
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.addEventListener("click", () => this.press(!this.adds));
    this.reader = new Reader(this);
    this.line.append(this.how, this.button, this.reader.said);
    parent.append(this.line);
    this.band = document.createElement("div");
    this.band.className = "cw-picks-band";
    this.heard = new AbortController();
    const on = (name, hear) =>
      document.addEventListener(name, hear, { signal: this.heard.signal, capture: true });
    on("pointerdown", (event) => this.begin(event));
    on("pointermove", (event) => this.move(event));
    on("pointerup", (event) => this.end(event));
    on("pointercancel", () => this.drop());
    on("keydown", (event) => {
      if (event.key === "Escape") this.drop();
      this.reader.key(event);
    });
    on("focusout", (event) => this.reader.leave(event));
    this.press(false);
  }

  update(data, tell) {
    this.tell = (what) => this.teller.tell(tell, what);
    this.charts = data.charts;
    this.span = data.span.map((day) => Date.parse(day));
    this.inOrder = data.order;
    this.words = data.words;
    this.reader.mark();
    this.how.textContent = data.how;
    this.button.textContent = data.adds;
  }

  press(adds) {
    this.adds = adds;
    this.button.setAttribute("aria-pressed", String(adds));
  }

  get places() {
    return this.charts.map((name) => `.st-key-${name}`).join(",");
  }

  holds(chart) {
    return chart.matches(this.places);
  }

  nameOf(chart) {
    return this.places.split(",").find((place) => chart.matches(place));
  }

  plotUnder(event) {
    const chart = event.target.closest?.(this.places);
    const box = chart?.querySelector(".nsewdrag")?.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    const inside = box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    return inside ? { chart, box } : null;
  }

  begin(event) {
    if (!event.target.closest?.("[data-cw-picks]")) this.reader.free();
    const under = event.isPrimary && event.button === 0 ? this.plotUnder(event) : null;
    this.from = under ? { ...under, x: event.clientX, y: event.clientY } : null;
  }

  move(event) {
    if (!this.from || !event.isPrimary) return;
    const { box, x } = this.from;
    if (!this.span.length) return;
    const to = Math.min(Math.max(event.clientX, box.left), box.right);
    if (!this.from.drawn && Math.abs(to - x) < MOVED) return;
    this.from.drawn = true;
    this.from.to = to;
    Object.assign(this.band.style, {
      left: `${Math.min(x, to)}px`,
      width: `${Math.abs(to - x)}px`,
      top: `${box.top}px`,
      height: `${box.height}px`,
    });
    if (!this.band.isConnected) document.body.append(this.band);
  }

  end(event) {
    if (!this.from || !event.isPrimary) return;
    const { chart, box, x, to, drawn } = this.from;
    const moved = Math.hypot(event.clientX - x, event.clientY - this.from.y);
    this.drop();
    const adds = event.shiftKey || this.adds;
    if (!this.span.length) {
      const stop = moved < MOVED && stopAt(stopsOf(chart, true), box, { x, y: event.clientY }, FAR);
      if (!stop) return;
      this.reader.point(chart, stop);
      this.tell({ ends: [stop.term, stop.term], adds });
      return;
    }
    const ends = [x, drawn ? to : x].sort((a, b) => a - b);
    const [first, last] = ends.map((at) => this.day((at - box.left) / box.width));
    this.tell({ first, last, drawn: Boolean(drawn), adds });
  }

  day(share) {
    const [first, last] = this.span;
    const at = first + share * (last - first);
    return new Date(Math.min(Math.floor(at / DAY) * DAY, last)).toISOString().slice(0, 10);
  }

  drop() {
    this.from = null;
    this.band.remove();
  }

  remove() {
    this.heard.abort();
    this.drop();
    this.reader.remove();
    this.line.remove();
  }
}

const hands = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  if (!hands.has(parentElement)) hands.set(parentElement, new Hands(parentElement));
  hands.get(parentElement).update(data, setTriggerValue);
  return () => {
    hands.get(parentElement)?.remove();
    hands.delete(parentElement);
  };
}
