// Days picked on charts over time: a click on a bar, or a span drawn across.
//
// Plotly draws and shows what is hovered. Its own selection takes either clicks or a box, never both,
// and holds the page where a finger touches it: so hands are read here. What was picked is drawn by
// the server, with the next figure.

const MOVED = 5; // px: less is a click
const DAY = 86400000;

class Hands {
  constructor(parent) {
    this.adds = false;
    this.line = document.createElement("div");
    this.line.className = "cw-picks";
    this.how = document.createElement("span");
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.addEventListener("click", () => this.press(!this.adds));
    this.line.append(this.how, this.button);
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
    on("keydown", (event) => event.key === "Escape" && this.drop());
    this.press(false);
  }

  update(data, tell) {
    this.tell = tell;
    this.charts = data.charts;
    this.span = data.span.map((day) => Date.parse(day));
    this.how.textContent = data.how;
    this.button.textContent = data.adds;
  }

  press(adds) {
    this.adds = adds;
    this.button.setAttribute("aria-pressed", String(adds));
  }

  plotUnder(event) {
    const chart = event.target.closest?.(this.charts.map((name) => `.st-key-${name}`).join(","));
    const box = chart?.querySelector(".nsewdrag")?.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    const inside = box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    return inside ? box : null;
  }

  begin(event) {
    const box = event.isPrimary && event.button === 0 ? this.plotUnder(event) : null;
    this.from = box ? { box, x: event.clientX, scrolled: window.scrollY } : null;
  }

  move(event) {
    if (!this.from || !event.isPrimary) return;
    const { box, x } = this.from;
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
    const { box, x, to, drawn } = this.from;
    this.drop();
    const ends = [x, drawn ? to : x].sort((a, b) => a - b);
    const [first, last] = ends.map((at) => this.day((at - box.left) / box.width));
    this.tell("picked", { first, last, drawn: Boolean(drawn), adds: event.shiftKey || this.adds });
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
