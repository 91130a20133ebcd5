// The map of incidents: deck.gl draws what pydeck describes.
//
// Two components meet here by the name of a map. "ground" brings what is drawn and what can be
// played: it is sent again only when filter or theme change. "now" brings what changes with a
// click: which marks are selected, what is outlined. So that a click never sends the map again.

import { Drawing, canDraw } from "./drawing.js";
import { Grains } from "./grains.js";
import { Hands } from "./hands.js";
import { Player } from "./player.js";
import { Reader } from "./reader.js";
import { element } from "./page.js";

/** name -> the map that stands on the page now. */
const maps = new Map();
/** name -> what a "now" brought before its map was there. */
const early = new Map();

class CorridorMap {
  constructor(parent, data, tell) {
    this.root = element("div", { class: "cw-map" });
    parent.append(this.root);
    this.stage = element("div", { class: "cw-map-stage" });
    this.root.append(this.stage);
    this.said = element("div", { class: "cw-hidden", role: "status", "aria-live": "polite" });
    this.root.append(this.said);
    this.update(data, tell);
  }

  update(data, tell) {
    this.tell = tell;
    this.paper = data.paper;
    if (data.version === this.data?.version) return;
    this.data = data;
    this.stage.style.height = `${data.height}px`;
    this.stage.setAttribute("aria-label", data.words.alt);
    this.stage.setAttribute("role", data.tools ? "application" : "img");
    const grains = data.grains ? new Grains(data.grains, data.look) : null;
    this.drawing ??= new Drawing(this.stage);
    this.drawing.describe(data, grains);
    if (data.tools) {
      this.hands ??= new Hands(this);
      this.hands.update(data);
      this.reader ??= new Reader(this);
      this.reader.update();
    }
    if (grains && data.player) {
      this.player ??= new Player(this);
      this.player.update(data, grains);
    }
    this.stage.dataset.cwReady = data.version;
    if (!canDraw()) tell("undrawable", true);
  }

  /** Show what a click changed: marks (number of the mark -> share of it) and outlines. */
  show(now) {
    this.drawing.select(now.selected, now.outlines);
    const centre = JSON.stringify(now.centre);
    if (now.centre && centre !== this.centre) this.drawing.travel(...now.centre);
    this.centre = centre;
    this.root.dataset.cwSelected = now.selected ? String(Object.keys(now.selected).length) : "";
  }

  say(text) {
    this.said.textContent = text;
  }

  remove() {
    this.player?.stop();
    this.drawing.remove();
    this.root.remove();
  }
}

function ground({ data, parentElement, setTriggerValue }) {
  const name = data.name;
  let map = maps.get(name);
  if (!map || !parentElement.contains(map.root)) {
    map?.remove();
    map = new CorridorMap(parentElement, data, setTriggerValue);
    maps.set(name, map);
    if (early.has(name)) map.show(early.get(name));
    // For tests and for whoever looks from the console; nothing else reads it.
    parentElement.corridorMap = map;
  } else {
    map.update(data, setTriggerValue);
  }
  return () => {
    if (maps.get(name) === map) maps.delete(name);
    early.delete(name);
    map.remove();
  };
}

function now({ data }) {
  early.set(data.of, data);
  maps.get(data.of)?.show(data);
}

export default function (component) {
  return component.data.of === undefined ? ground(component) : now(component);
}
