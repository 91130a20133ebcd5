// The map without a mouse and without eyes: every mark is reached by keys, and read out.

/** Where a district is pointed at: the middle of its first ring. */
function anchor({ type, coordinates }) {
  if (type === "Point") return coordinates;
  const corners = type === "Polygon" ? coordinates[0] : coordinates[0][0];
  return [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length);
}

/** Arrow keys go from mark to mark, Enter selects, Shift+Enter adds, Escape clears. */
export class Reader {
  constructor(map) {
    this.map = map;
    this.at = -1;
    const { stage } = map;
    stage.setAttribute("tabindex", "0");
    stage.addEventListener("keydown", (event) => this.#key(event));
    stage.addEventListener("blur", () => this.#point(null));
  }

  update() {
    this.at = -1;
    this.map.stage.setAttribute("aria-roledescription", this.map.data.words.map);
    this.map.stage.setAttribute("aria-keyshortcuts", "ArrowRight ArrowLeft Enter Escape + - 0");
  }

  /** The marks that are drawn now, from north to south, each once. */
  get marks() {
    const { top, deck } = this.map.drawing;
    if (!top || !deck) return [];
    const found = new Map();
    for (const layer of top.props.layers) {
      if (!layer.props.pickable) continue;
      const rows = Array.isArray(layer.props.data) ? layer.props.data : layer.props.data.features;
      for (const row of rows) {
        const place = row.p ?? anchor(row.geometry);
        const name = row.term ?? row.m;
        if (row.place && name !== undefined) found.set(String(name), { row, place });
      }
    }
    return [...found.values()].sort((a, b) => b.place[1] - a.place[1] || a.place[0] - b.place[0]);
  }

  #key(event) {
    if (event.target !== this.map.stage) return;
    const { drawing, hands } = this.map;
    const acts = {
      ArrowRight: () => this.#step(1), ArrowDown: () => this.#step(1),
      ArrowLeft: () => this.#step(-1), ArrowUp: () => this.#step(-1),
      Enter: () => this.#choose(event.shiftKey), " ": () => this.#choose(event.shiftKey),
      Escape: () => this.map.hands.clear(),
      "+": () => drawing.zoom(1), "=": () => drawing.zoom(1), "-": () => drawing.zoom(-1), 0: () => drawing.home(),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(hands);
  }

  #step(by) {
    const { marks } = this;
    if (!marks.length) return;
    const from = this.at < 0 && by < 0 ? 0 : this.at;
    this.at = (from + by + marks.length) % marks.length;
    const { row, place } = marks[this.at];
    this.#point(place);
    const count = `${this.at + 1}/${marks.length}`;
    this.map.say([row.place, row.what, row.how, count].filter(Boolean).join(". "));
  }

  #point(place) {
    const { drawing } = this.map;
    this.pointer ??= document.createElement("div");
    this.pointer.className = "cw-map-pointer";
    if (!place) {
      this.pointer.remove();
      return;
    }
    const [west, south, east, north] = drawing.bounds();
    const isSeen = west < place[0] && place[0] < east && south < place[1] && place[1] < north;
    if (!isSeen) drawing.go(place);
    const [x, y] = drawing.viewport().project(place);
    this.pointer.style.transform = `translate(${x}px, ${y}px)`;
    this.map.stage.append(this.pointer);
  }

  #choose(adds) {
    const chosen = this.marks[this.at];
    if (chosen) this.map.hands.pick(chosen.row, adds);
  }
}
