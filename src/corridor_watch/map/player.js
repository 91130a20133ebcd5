// Time: a window that rolls or grows over the period. While it plays nothing is asked of the
// server; when it rests, one message says where.

import { dayOf, element, icon, isoOf, monthOf, number, told } from "./page.js";

const PLAY = "M6 4l10 6-10 6z";
const PAUSE = "M6 4v12M14 4v12";
const BACK = "M13 4l-7 6 7 6";
const AHEAD = "M7 4l7 6-7 6";
const SPANS = ["30", "month", "90", "365", "grow"];
const SPEEDS = [0.25, 1, 2, 4];
const BARS = 120;
// Days that pass in a second at speed 1: a year in some twelve seconds.
const DAYS_A_SECOND = 30;
// With reduced motion the window jumps by itself, this often.
const STILL_MS = 1000;

export class Player {
  constructor(map) {
    this.map = map;
    this.span = "90";
    this.speed = 1;
    this.root = element("div", { class: "cw-map-player", role: "group" });
    map.root.append(this.root);
    this.isStill = matchMedia("(prefers-reduced-motion: reduce)");
  }

  update(data, grains) {
    this.stop();
    Object.assign(this, { data, grains, words: data.words, first: data.first, last: data.last });
    this.end = null;
    this.#build();
    this.#all();
  }

  #build() {
    const { words } = this;
    const button = (name, path, press) =>
      element("button", { type: "button", class: "cw-map-tool", "data-cw-play": name, title: words[name], "aria-label": words[name], onclick: press }, icon(path));
    const choice = (name, values, label, change) =>
      element(
        "select",
        { class: "cw-map-choice", "data-cw-play": name, "aria-label": words[name], onchange: (event) => change(event.target.value) },
        ...values.map((value) => element("option", { value, selected: String(value) === String(this[name]) ? "" : null }, label(value))),
      );
    this.toggle = button("play", PLAY, () => (this.plays ? this.pause() : this.start()));
    this.bars = element("canvas", { class: "cw-map-bars", "aria-hidden": "true" });
    this.slider = element("input", {
      type: "range", min: this.first, max: this.last, step: 1, value: this.last, class: "cw-map-slider",
      "aria-label": words.cursor, oninput: () => this.#dragged(), onchange: () => this.#rest(),
    });
    const day = (name) =>
      element("input", { type: "date", "data-cw-play": name, class: "cw-map-day", min: isoOf(this.first), max: isoOf(this.last), "aria-label": words[name], onchange: () => this.#typed(name) });
    [this.from, this.to] = [day("from"), day("to")];
    this.figures = element("output", { class: "cw-map-figures" });
    this.root.setAttribute("aria-label", words.playback);
    this.root.replaceChildren(
      element(
        "div",
        { class: "cw-map-row" },
        button("back", BACK, () => this.step(-1)), this.toggle, button("ahead", AHEAD, () => this.step(1)),
        choice("span", SPANS, (value) => words[`span-${value}`], (value) => this.#spanned(value)),
        choice("speed", SPEEDS, (value) => `${value === 0.25 ? "¼" : value}×`, (value) => (this.speed = Number(value))),
        element("span", { class: "cw-map-days" }, this.from, "–", this.to),
        element("button", { type: "button", class: "cw-map-whole", "data-cw-play": "whole", onclick: () => this.#whole() }, words.whole),
        this.figures,
      ),
      element("div", { class: "cw-map-track" }, this.bars, this.slider),
    );
    this.strip = null;
    if (this.data.road) this.#road();
    this.root.onkeydown = (event) => this.#key(event);
    this.#paint();
  }

  #road() {
    this.strip = element("canvas", { class: "cw-map-strip", "aria-hidden": "true" });
    this.along = element("output", { class: "cw-map-along" });
    this.root.append(element("div", { class: "cw-map-road" }, this.data.road.name, this.along), this.strip);
  }

  #key(event) {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
      if (event.key !== " " || event.target.type !== "range") return;
    }
    const acts = { " ": () => this.toggle.click(), ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1) };
    if (event.target instanceof HTMLButtonElement && event.key === " ") return;
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  /** First and last day of the window that ends at `end`. */
  window(end) {
    if (this.typed) return this.typed;
    if (this.span === "month") {
      const [begin, close] = monthOf(end);
      return [Math.max(begin, this.first), Math.min(close, this.last)];
    }
    const begin = this.span === "grow" ? this.first : end - Number(this.span) + 1;
    return [Math.max(begin, this.first), end];
  }

  start() {
    this.typed = null;
    if (this.end >= this.last) this.end = null;
    if (this.end === null) this.end = Math.min(this.#next(1), this.last);
    this.#mark(true);
    if (this.isStill.matches) {
      this.timer = setInterval(() => this.#advance(this.#next(1) - this.end), STILL_MS);
    } else {
      let before = performance.now();
      const frame = (moment) => {
        if (!this.plays) return;
        const days = Math.floor(((moment - before) / 1000) * DAYS_A_SECOND * this.speed);
        if (days >= 1) {
          before = moment;
          this.#advance(days);
        }
        this.frame = requestAnimationFrame(frame);
      };
      this.frame = requestAnimationFrame(frame);
    }
    this.#show();
  }

  #advance(days) {
    this.end = Math.min(this.end + days, this.last);
    this.#show();
    if (this.end >= this.last) this.pause();
  }

  pause() {
    this.stop();
    this.#rest();
  }

  stop() {
    if (!this.plays) return;
    clearInterval(this.timer);
    cancelAnimationFrame(this.frame);
    this.#mark(false);
    // What plays is drawn without its numbers: now they are there again.
    this.map.drawing.draw();
  }

  step(way) {
    this.stop();
    this.typed = null;
    this.end = Math.max(this.first, Math.min(this.#next(way), this.last));
    this.#show();
    this.#rest();
  }

  /** The day that the window ends on one step from here. */
  #next(way) {
    const from = this.end ?? (way > 0 ? this.first - 1 : this.last);
    if (this.span !== "month") return from + way * (this.span === "grow" ? 30 : Number(this.span));
    if (this.end === null && way > 0) return monthOf(this.first)[1];
    const [begin, close] = monthOf(from);
    return monthOf(way > 0 ? close + 1 : begin - 1)[1];
  }

  #spanned(value) {
    this.span = value;
    this.typed = null;
    if (this.end === null) this.end = this.last;
    this.#show();
    this.#rest();
  }

  #dragged() {
    this.stop();
    this.typed = null;
    this.end = Number(this.slider.value);
    this.#show();
  }

  /** Take the days that were typed; an end that is passed by the other moves along with it. */
  #typed(name) {
    const [from, to] = [dayOf(this.from.value), dayOf(this.to.value)];
    if (Number.isNaN(from) || Number.isNaN(to)) return;
    this.stop();
    const [first, last] = [from, to].map((day) => Math.max(this.first, Math.min(day, this.last)));
    this.typed = first <= last ? [first, last] : name === "from" ? [first, first] : [last, last];
    this.end = this.typed[1];
    this.#show();
    this.#rest();
  }

  #whole() {
    this.stop();
    this.end = this.typed = null;
    this.#all();
    this.#tell(null);
  }

  #all() {
    this.map.drawing.play();
    this.#follow([this.first, this.last], this.grains.window(this.first, this.last));
  }

  #show() {
    const days = this.window(this.end);
    this.#follow(days, this.map.drawing.play(...days));
  }

  #follow(days, sums) {
    const { words } = this;
    const { incidents, killed, unknown, known } = sums.total;
    this.days = days;
    this.slider.value = days[1];
    this.slider.setAttribute("aria-valuetext", `${told(days[0], words.language)} – ${told(days[1], words.language)}`);
    [this.from.value, this.to.value] = days.map(isoOf);
    const deaths = known || !incidents ? number(killed, words.language) : words.unknown;
    const more = unknown ? ` · ${words["deaths-unknown"]}: ${number(unknown, words.language)}` : "";
    this.figures.textContent = `${words.incidents}: ${number(incidents, words.language)} · ${words.killed}: ${deaths}${more}`;
    this.root.dataset.cwWindow = days.map(isoOf).join("/");
    this.#paint();
    if (this.strip) this.#profile(sums);
  }

  #rest() {
    if (this.end === null) return;
    this.map.say(`${this.slider.getAttribute("aria-valuetext")}. ${this.figures.textContent}`);
    this.#tell(this.days.map(isoOf));
  }

  #tell(days) {
    this.map.tell("rested", { days, version: this.data.version });
  }

  #mark(plays) {
    const name = plays ? "pause" : "play";
    this.plays = this.map.drawing.isPlaying = plays;
    this.root.dataset.cwPlays = String(plays);
    this.toggle.replaceChildren(icon(plays ? PAUSE : PLAY));
    this.toggle.title = this.words[name];
    this.toggle.setAttribute("aria-label", this.words[name]);
  }

  #canvas(canvas) {
    const scale = devicePixelRatio || 1;
    const { clientWidth: wide, clientHeight: tall } = canvas;
    canvas.width = wide * scale;
    canvas.height = tall * scale;
    const brush = canvas.getContext("2d");
    brush.scale(scale, scale);
    return { brush, wide, tall, ink: getComputedStyle(canvas).color };
  }

  /** Bars of the whole period, those of the window strong. */
  #paint() {
    const { brush, wide, tall, ink } = this.#canvas(this.bars);
    if (!wide) return;
    const every = this.last - this.first + 1;
    const bars = Math.min(BARS, every);
    const counts = this.#counts(bars, every);
    const most = Math.max(1, ...counts);
    const [from, to] = this.days ?? [this.first, this.last];
    brush.fillStyle = ink;
    counts.forEach((count, at) => {
      const [begin, end] = [at, at + 1].map((edge) => this.first + (edge * every) / bars);
      brush.globalAlpha = end > from && begin <= to ? 1 : 0.28;
      const high = (count / most) * (tall - 2);
      brush.fillRect((at * wide) / bars, tall - high, Math.max(wide / bars - 1, 1), high);
    });
  }

  #counts(bars, every) {
    if (this.kept?.of === this.grains) return this.kept.counts;
    const counts = new Array(bars).fill(0);
    const { day, incidents, mark, beside } = this.grains;
    for (let at = 0; at < day.length; at += 1) {
      if (!beside.has(mark[at])) counts[Math.min(bars - 1, Math.floor(((day[at] - this.first) * bars) / every))] += incidents[at];
    }
    this.kept = { of: this.grains, counts };
    return counts;
  }

  /** The road by stretches of 10 km, in this window. */
  #profile(sums) {
    const { brush, wide, tall, ink } = this.#canvas(this.strip);
    const { length, km } = this.data.road;
    const stretches = new Array(Math.ceil(length / 10)).fill(0);
    km.forEach((at, mark) => {
      if (at !== null && !this.grains.beside.has(mark)) stretches[Math.min(stretches.length - 1, Math.floor(at / 10))] += sums.n[mark];
    });
    this.strip.dataset.cwStretches = stretches.join(",");
    const all = stretches.reduce((sum, count) => sum + count, 0);
    this.along.textContent = `${this.words.incidents}: ${number(all, this.words.language)} · 0–${Math.round(length)} km`;
    const most = Math.max(1, ...stretches);
    brush.fillStyle = ink;
    stretches.forEach((count, at) => {
      brush.globalAlpha = count ? 0.25 + (0.75 * count) / most : 0.08;
      brush.fillRect((at * wide) / stretches.length, 0, wide / stretches.length - 1, tall);
    });
  }
}
