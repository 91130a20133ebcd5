// Drawing: a deck.gl for the ground, which stays, and one above it for the marks, which play.
//
// The ground costs most without a graphics card (lines, letters); drawn apart, it is drawn again
// only when the camera moves.

import { Looks } from "./grains.js";
import { Rest } from "./rest.js";

const LIBRARY = new URL("./deck.gl-9.4.0.min.js", import.meta.url).href;
const FADED = 0.2;
// What draws in place of a graphics card. To smooth edges costs much there; circles and letters are
// smooth by themselves.
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render/i;
// What moves too fast to be read or clicked is not drawn: numbers, inner rings, unseen hit areas.
const AT_REST = new Set([
  "counts", "halo-counts", "near-ring-1", "near-ring-2", "near", "beside-inside", "report-inside",
]);
// Areas without anything in a window stay as rows that nothing shows or opens: deck.gl fills wrong
// triangles when polygons are left out of a layer that it has drawn before.
const AREAS = new Set(["rates", "districts"]);
// For the same reason a new map begins its areas anew, under a name of their own.
const FILLED = new Set(["GeoJsonLayer", "PolygonLayer", "SolidPolygonLayer", "BitmapLayer"]);
const UNSEEN = { c: [0, 0, 0, 0], place: "", m: undefined, term: undefined };
/** A camera is remembered by what the map is of, as long as the tab is open. */
const KEPT = "cw-cameras";
const MOST_KEPT = 12;
const cameras = remembered();
/** camera -> the drawings that it moves: one, or those of maps side by side. */
const moved = new Map();
let library;

function remembered() {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(KEPT)));
  } catch {
    return new Map(); // kept by something else, or not allowed
  }
}

/** Remember where a map is looked at, also for a page that is loaded anew. */
function remember(camera, { longitude, latitude, zoom }) {
  cameras.delete(camera);
  cameras.set(camera, { longitude, latitude, zoom });
  try {
    sessionStorage.setItem(KEPT, JSON.stringify([...cameras].slice(-MOST_KEPT)));
  } catch {
    // A browser that keeps nothing: as long as the page is open, then.
  }
}

/** Load deck.gl once for all maps. */
function loaded() {
  library ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = LIBRARY;
    script.onload = () => done(globalThis.deck);
    script.onerror = () => failed(new Error("deck.gl could not be loaded"));
    document.head.append(script);
  });
  return library;
}

let able;
let isSoftware = false;

/** Tell whether this browser has what deck.gl draws with. */
export function canDraw() {
  if (able === undefined) {
    const brush = document.createElement("canvas").getContext("webgl2");
    able = brush !== null;
    isSoftware = able && SOFTWARE.test(rendererOf(brush));
    brush?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return able;
}

function rendererOf(brush) {
  const told = brush.getExtension("WEBGL_debug_renderer_info");
  return told ? brush.getParameter(told.UNMASKED_RENDERER_WEBGL) : "";
}

/** Read "@@=c" as "the field c of a row"; anything else stays what it is. Data are never read. */
function property(value) {
  if (typeof value === "string" && value.startsWith("@@=")) {
    const field = value.slice(3);
    return (row) => row[field];
  }
  if (Array.isArray(value) || value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, property(each)]));
}

export class Drawing {
  constructor(stage) {
    this.stage = stage;
    this.window = null;
    this.selected = null;
    this.outlines = [];
    this.asked = 0;
    this.watchers = new Set();
    this.clicked = () => {};
    this.rest = new Rest(stage);
    this.size = new ResizeObserver(() => this.#place());
    this.size.observe(stage);
  }

  /** Take what is to be drawn: a deck as pydeck writes it, and what can be played. */
  async describe(data, grains) {
    this.data = data;
    this.grains = grains;
    this.described = JSON.parse(data.deck);
    const first = this.described.initialViewState;
    this.first = first;
    this.#follow(`${data.camera} ${first.longitude} ${first.latitude} ${first.zoom}`);
    this.over = new Set(data.over);
    const asked = (this.asked += 1);
    if (!canDraw()) return;
    this.deck = await loaded();
    if (asked !== this.asked || this.isGone) return;
    this.#mount();
    this.ground.setProps({ layers: this.#layers((layer) => !this.over.has(layer.id)) });
    this.marks = this.described.layers.filter((layer) => this.over.has(layer.id));
    this.draw();
  }

  #mount() {
    const { scrollZoom } = this.described.views[0].controller;
    const controller = { scrollZoom, dragRotate: false, touchRotate: false, keyboard: false };
    if (this.ground) {
      this.top.setProps({ controller });
      this.#move(this.view);
      return;
    }
    const shared = {
      parent: this.stage,
      views: new this.deck.MapView({ id: "map", repeat: false }),
      viewState: this.view,
      useDevicePixels: true,
    };
    this.ground = new this.deck.Deck({
      ...shared,
      id: `${this.data.name}-ground`,
      controller: false,
      pickingRadius: 0,
      onLoad: () => this.rest.keep(this.ground),
    });
    this.top = new this.deck.Deck({
      ...shared,
      id: `${this.data.name}-marks`,
      deviceProps: { webgl: { antialias: !isSoftware } },
      controller,
      pickingRadius: 3,
      onViewStateChange: ({ viewState }) => this.#move(viewState),
      onClick: (info, event) => this.clicked(info, event),
      getTooltip: ({ object }) => this.#tooltip(object),
      getCursor: ({ isDragging, isHovering }) => (isDragging ? "grabbing" : isHovering ? "pointer" : "grab"),
      onLoad: () => this.rest.keep(this.top),
      onAfterRender: () => (this.frames = (this.frames ?? 0) + 1),
    });
  }

  #place() {
    this.rest.wake();
    for (const watcher of this.watchers) watcher();
  }

  #follow(camera) {
    moved.get(this.camera)?.delete(this);
    this.camera = camera;
    moved.set(camera, (moved.get(camera) ?? new Set()).add(this));
    this.view = { ...this.first, ...cameras.get(camera) };
  }

  #move(view) {
    if (!this.ground) return;
    remember(this.camera, view);
    this.#show(view);
    const { longitude, latitude, zoom } = view;
    for (const other of moved.get(this.camera)) {
      if (other !== this) other.#show({ ...other.first, longitude, latitude, zoom });
    }
  }

  #show(view) {
    const { minZoom, maxZoom } = this.first;
    this.view = { ...view, minZoom, maxZoom, pitch: 0, bearing: 0 };
    this.ground?.setProps({ viewState: this.view });
    this.top?.setProps({ viewState: this.view });
    this.#place();
  }

  zoom(by) {
    const { minZoom, maxZoom } = this.first;
    this.#move({ ...this.view, zoom: Math.max(minZoom, Math.min(maxZoom, this.view.zoom + by)) });
  }

  home() {
    this.#move({ ...this.first });
  }

  /** Move to [longitude, latitude]. */
  go([longitude, latitude]) {
    if (this.ground) this.#move({ ...this.view, longitude, latitude });
  }

  /** Move there, and near enough to see what lies round it; before there is a map, it opens there. */
  travel(longitude, latitude, zoom) {
    const view = { ...this.view, longitude, latitude, zoom: Math.max(this.view.zoom, zoom) };
    if (this.ground) this.#move(view);
    else this.view = view;
  }

  /** What is seen now; undefined until there is a deck that can say it. */
  viewport() {
    return this.top?.isInitialized ? this.top.getViewports()[0] : undefined;
  }

  /** West, south, east, north of what is seen. */
  bounds() {
    return this.viewport().getBounds();
  }

  select(selected, outlines) {
    this.selected = selected ?? null;
    this.outlines = outlines ? JSON.parse(outlines) : [];
    if (this.marks) this.draw();
  }

  /** Show the days first–last alone; without them everything, as the server drew it. */
  play(first, last) {
    this.window = first === undefined ? null : [first, last];
    this.sums = this.window && this.grains.window(first, last);
    if (this.marks) this.draw();
    return this.sums;
  }

  draw() {
    const looks = this.window && new Looks(this.data.look, this.sums, this.window[1]);
    const shown = this.isPlaying ? this.marks.filter(({ id }) => !AT_REST.has(id)) : this.marks;
    const marks = shown.map((layer) => this.#layer(layer, this.#rows(layer, looks)));
    this.top.setProps({ layers: [...marks, ...this.outlines.map((each) => this.#layer(each))] });
    this.rest.wake();
  }

  #layers(wanted) {
    return this.described.layers.filter(wanted).map((layer) => this.#layer(layer));
  }

  #layer(described, data = described.data) {
    const { "@@type": type, data: _data, id: name, ...rest } = described;
    const id = FILLED.has(type) ? `${name}-${this.asked}` : name;
    return new this.deck[type]({ ...property(rest), id, data });
  }

  /** Return the rows of a layer of marks for what is selected and played. */
  #rows({ id, data: own }, looks) {
    if (!looks && !this.selected) return own;
    // Other marks than at rest may be recent in a window.
    const exact = looks && id === "recent" && this.marks.find((layer) => layer.id === "exact");
    const data = exact ? exact.data : own;
    const isCollection = !Array.isArray(data);
    let rows = isCollection ? data.features : data;
    if (looks) rows = rows.flatMap((row) => played(id, row, looks, this.data.look));
    if (this.selected && id === "halo-counts") rows = rows.filter((row) => this.#isSelected(row));
    else if (this.selected) rows = rows.map((row) => (this.#isSelected(row) ? row : shaded(row)));
    return isCollection ? { ...data, features: rows } : rows;
  }

  #isSelected(row) {
    return row.m === undefined || several(row).some((mark) => this.selected[mark]);
  }

  #tooltip(object) {
    if (!object?.place) return null;
    const lines = ["place", "what", "how"].map((field) => {
      const line = document.createElement("div");
      line.textContent = object[field];
      line.className = `cw-map-tip-${field}`;
      return line.outerHTML;
    });
    return { html: lines.join(""), className: "deck-tooltip cw-map-tip" };
  }

  remove() {
    this.isGone = true;
    moved.get(this.camera)?.delete(this);
    this.size.disconnect();
    this.ground?.finalize();
    this.top?.finalize();
  }
}

const several = (row) => (Array.isArray(row.m) ? row.m : [row.m]);

function shaded(row) {
  const faded = ([r, g, b, a = 255]) => [r, g, b, a * FADED];
  const { c, l } = row;
  return { ...row, ...(c && { c: faded(c) }), ...(l && { l: faded(l) }) };
}

/** Return a row as it looks in a window: none when nothing of it happened in these days. */
function played(id, row, looks, look) {
  const marks = several(row);
  const n = marks.reduce((sum, mark) => sum + looks.sums.n[mark], 0);
  if (n === 0) return AREAS.has(id) ? [{ ...row, ...UNSEEN }] : [];
  const mark = marks[0];
  const told = { ...row, n, ...words(row, n, marks, looks, look) };
  if (id === "exact" || id === "beside" || id === "beside-inside") {
    const wider = id === "exact" ? 0 : 2;
    return [{ ...told, r: looks.radius(mark) + wider, ...(row.c && { c: [...looks.colour(mark), 255 * looks.fade(mark)] }) }];
  }
  if (id === "recent") return looks.age(mark) <= look.recent ? [{ ...row, r: looks.radius(mark) }] : [];
  if (id.startsWith("near")) return [near(told, mark, looks, look)];
  if (id === "districts") return [{ ...told, c: [...looks.colour(mark), looks.fill(mark)] }];
  if (id === "counts" || id === "halo-counts") return count(told, n);
  if (id === "rates") return [{ ...told, c: looks.rate(n, row.km2) }];
  if (id === "heat") return [{ ...row, n }];
  return [told];
}

function near(row, mark, looks, look) {
  const fade = looks.fade(mark) / look.recency[0][1];
  const inside = [...looks.colour(mark), Math.max(look.disc.inside * fade, look.disc.least)];
  return { ...row, ...(row.c && { c: inside }), ...(row.l && { l: [...looks.colour(mark), look.disc.rim * fade] }) };
}

function count(row, n) {
  if (row.u === "+") return [{ ...row, t: `+${n}` }];
  return n > 1 || row.u === "all" ? [{ ...row, t: String(n) }] : [];
}

/** Return the tooltip's line for a window: what the server wrote is of all days. */
function words(row, n, marks, looks, look) {
  if (row.what === undefined) return {};
  const sum = (values) => marks.reduce((total, mark) => total + values[mark], 0);
  const [killed, unknown] = [sum(looks.sums.killed), sum(looks.sums.unknown)];
  const deaths = unknown === n ? look.words.unknown : `${killed}${unknown ? "+" : ""}`;
  return { what: `${look.words.incidents}: ${n} · ${look.words.killed}: ${deaths}`, how: "" };
}
