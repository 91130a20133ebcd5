// What somebody picks is told to the server, which hears only the last of what comes in one run.

const KEPT_MS = 30000;
const MOST = 8;

/** Tells each thing with a number, and with it what was told a moment ago: nothing is lost. */
export class Teller {
  constructor() {
    this.from = Math.random().toString(36).slice(2);
    this.count = 0;
    this.told = [];
  }

  /** Tell something by a component's `setTriggerValue`. */
  tell(set, what) {
    const now = performance.now();
    this.told = this.told.filter(({ at }) => now - at < KEPT_MS).slice(1 - MOST);
    this.count += 1;
    this.told.push({ at: now, number: this.count, what });
    const picks = this.told.map(({ number, what: each }) => ({ ...each, number }));
    set("picked", { from: this.from, picks });
  }
}
