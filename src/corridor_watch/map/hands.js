// What a hand does on the map: pick marks, draw a box, a lasso or a circle, measure, zoom.

import { Teller } from "../corridor-watch.timeline/told.js";
import { element, icon, kilometres, number } from "./page.js";
import { save } from "./picture.js";

const TOOLS = {
  pick: "M4 2l11 7-5 1 3 6-2 1-3-6-4 4z",
  box: "M3 4h14v12H3z",
  lasso: "M10 4c5 0 7 2 7 4s-2 5-7 5-7-2-7-5 2-4 7-4zm-4 8c-1 3 1 4 2 5",
  circle: "M10 3a7 7 0 1 0 .01 0M10 10l5-5",
  measure: "M3 14L14 3l3 3L6 17zM7 10l2 2m0-5l2 2m1-4l1 1",
};
const VIEW = { closer: "M10 4v12M4 10h12", wider: "M4 10h12", home: "M3 10l7-6 7 6v7H3z" };
// A hand draws hundreds of corners; an address holds some dozens.
const MOST_CORNERS = 60;
const LEAST_PX = 5;

const round = (place, digits = 4) => place.map((value) => Number(value.toFixed(digits)));

export class Hands {
  constructor(map) {
    this.map = map;
    this.tool = "pick";
    this.adds = false;
    this.teller = new Teller();
    this.bar = element("div", { class: "cw-map-tools", role: "toolbar" });
    this.sheet = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    this.sheet.classList.add("cw-map-sheet");
    this.shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    this.sheet.append(this.shape);
    this.note = element("div", { class: "cw-map-note", "aria-live": "polite" });
    map.stage.append(this.sheet, this.bar, this.note);
    map.drawing.watchers.add(() => this.#redraw());
    map.drawing.clicked = (info, event) => this.#clicked(info, event);
    this.sheet.addEventListener("pointerdown", (event) => this.#down(event));
    this.sheet.addEventListener("pointermove", (event) => this.#drag(event));
    this.sheet.addEventListener("pointerup", (event) => this.#up(event));
    this.sheet.addEventListener("pointercancel", () => this.#forget());
  }

  update({ words }) {
    this.words = words;
    this.bar.setAttribute("aria-label", words.tools);
    const tools = Object.entries(TOOLS).map(([name, path]) =>
      this.#button(`tool-${name}`, path, () => this.take(name), name === this.tool));
    const adds = this.#button("adds", "M10 4v12M4 10h12M2 2h16v16H2z", () => this.#toggleAdds(), this.adds);
    const { drawing } = this.map;
    const moves = { closer: () => drawing.zoom(1), wider: () => drawing.zoom(-1), home: () => drawing.home() };
    const views = Object.entries(VIEW).map(([name, path]) => this.#button(name, path, moves[name]));
    const inView = this.#button("in-view", "M2 6V2h4M14 2h4v4M18 14v4h-4M6 18H2v-4M6 10h8", () => this.#inView());
    const saves = this.map.paper
      ? [this.#button("save", "M10 3v9M6 9l4 4 4-4M4 16h12", () => save(this.map))]
      : [];
    this.bar.replaceChildren(...tools, adds, inView, ...views, ...saves);
    this.take(this.tool);
  }

  #button(name, path, press, pressed) {
    const label = this.words[name];
    return element(
      "button",
      {
        type: "button", class: "cw-map-tool", "data-cw-tool": name, title: label, "aria-label": label, onclick: press,
        "aria-pressed": pressed === undefined ? null : String(pressed),
      },
      icon(path),
    );
  }

  #press(name, pressed) {
    this.bar.querySelector(`[data-cw-tool="${name}"]`)?.setAttribute("aria-pressed", String(pressed));
  }

  take(name) {
    this.tool = name;
    for (const each of Object.keys(TOOLS)) this.#press(`tool-${each}`, each === name);
    this.sheet.classList.toggle("cw-map-draws", name !== "pick");
    this.#forget();
    this.#note(name === "pick" ? "" : this.words[`how-${name}`]);
  }

  #toggleAdds() {
    this.adds = !this.adds;
    this.#press("adds", this.adds);
  }

  #note(text) {
    this.note.textContent = text;
  }

  #tell(terms, adds) {
    this.teller.tell(this.map.tell, { terms, adds: Boolean(adds || this.adds) });
  }

  /** Select nothing. */
  clear() {
    this.take("pick");
    this.teller.tell(this.map.tell, { terms: [], adds: false });
  }

  #clicked({ object }, event) {
    const adds = event?.srcEvent?.shiftKey;
    if (object?.m !== undefined || object?.term) this.pick(object, adds);
    else if (!adds && !this.adds) this.#tell([]);
  }

  /** Select what a drawn thing stands for: its marks, or what it says itself. */
  pick({ m, term }, adds) {
    const { names } = this.map.data;
    this.#tell(term ? [term] : [m].flat().map((mark) => `mark:${names[mark]}`), adds);
  }

  #inView() {
    const [west, south, east, north] = round(this.map.drawing.bounds());
    this.#tell([`area:${ring([[west, south], [east, south], [east, north], [west, north]])}`]);
  }

  #place(event) {
    const box = this.sheet.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  #ground(spot) {
    return this.map.drawing.viewport().unproject(spot);
  }

  #down(event) {
    this.sheet.setPointerCapture(event.pointerId);
    const spot = this.#place(event);
    if (this.tool === "measure" && this.path?.length === 1) {
      this.path.push(this.#ground(spot));
      this.#redraw();
      return;
    }
    this.start = spot;
    this.path = [this.#ground(spot)];
    this.adding = event.shiftKey;
    this.#redraw();
  }

  #drag(event) {
    if (!this.path) return;
    const spot = this.#place(event);
    if (this.tool === "measure") {
      this.ahead = this.path.length === 1 ? this.#ground(spot) : null;
    } else if (this.start) {
      if (this.tool === "lasso") this.path.push(this.#ground(spot));
      else this.path[1] = this.#ground(spot);
    }
    this.#redraw();
  }

  #up(event) {
    if (!this.start || this.tool === "measure") return;
    const spot = this.#place(event);
    const moved = Math.hypot(spot[0] - this.start[0], spot[1] - this.start[1]);
    if (moved >= LEAST_PX || this.path.length > LEAST_PX) this.#tell([this.#term()], this.adding);
    this.start = null;
    this.take("pick");
  }

  /** Return what was drawn as a term of a selection: "area:lon,lat;…" or "circle:lon,lat,km". */
  #term() {
    if (this.tool === "circle") {
      const km = kilometres(this.path[0], this.path[1]);
      return `circle:${round(this.path[0]).join(",")},${Number(km.toPrecision(3))}`;
    }
    return `area:${ring(this.#corners())}`;
  }

  #corners() {
    if (this.tool === "lasso") return thinned(this.path);
    const [[west, south], [east, north]] = this.path;
    return [[west, south], [east, south], [east, north], [west, north]];
  }

  #forget() {
    this.start = this.path = this.ahead = null;
    this.#redraw();
  }

  #redraw() {
    const { words } = this;
    const viewport = this.map.drawing.viewport();
    if (!viewport || !this.path) {
      this.shape.setAttribute("d", "");
      return;
    }
    const at = (place) => viewport.project(place).slice(0, 2).map((value) => value.toFixed(1)).join(" ");
    if (this.tool === "measure") {
      const ends = [...this.path, ...(this.ahead && this.path.length === 1 ? [this.ahead] : [])];
      this.shape.setAttribute("d", `M${ends.map(at).join("L")}`);
      if (ends.length === 2) {
        const km = kilometres(...ends);
        this.#note(`${number(Number(km.toFixed(km < 10 ? 1 : 0)), words.language)}\u00a0km`);
      }
      return;
    }
    if (this.path.length < 2) return;
    if (this.tool === "circle") {
      const [x, y] = viewport.project(this.path[0]);
      const [u, v] = viewport.project(this.path[1]);
      const r = Math.hypot(u - x, v - y).toFixed(1);
      this.shape.setAttribute("d", `M${x} ${y}m-${r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 -${2 * r} 0`);
      const km = kilometres(this.path[0], this.path[1]);
      this.#note(`${number(Number(km.toPrecision(3)), words.language)}\u00a0km`);
      return;
    }
    this.shape.setAttribute("d", `M${this.#corners().map(at).join("L")}Z`);
  }
}

const ring = (corners) => corners.map((corner) => round(corner).join(",")).join(";");

/** Leave out corners that say least (Visvalingam's areas), until an address can hold them. */
function thinned(path) {
  const corners = [...path];
  const area = (at) => {
    const [[ax, ay], [bx, by], [cx, cy]] = [corners.at(at - 1), corners[at], corners[(at + 1) % corners.length]];
    return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
  };
  while (corners.length > MOST_CORNERS) {
    let least = 0;
    for (let at = 1; at < corners.length; at += 1) if (area(at) < area(least)) least = at;
    corners.splice(least, 1);
  }
  return corners;
}
