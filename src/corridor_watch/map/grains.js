// What happened, by mark and day: counts that the browser adds up for any window of time.

/** Columns of the Arrow table: mark, day (since 1970), type (number), incidents, killed, unknown. */
export class Grains {
  constructor(table, look) {
    const column = (name) => table.getChild(name).toArray();
    this.mark = column("mark");
    this.day = column("day");
    this.type = column("type");
    this.incidents = column("incidents");
    this.killed = column("killed");
    this.unknown = column("unknown");
    this.look = look;
    this.marks = look.marks;
    this.beside = new Set(look.beside);
    this.sums = null;
  }

  get length() {
    return this.day.length;
  }

  /** Where days from `day` on begin: rows are sorted by day. */
  from(day) {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.day[middle] < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Add up the days first–last: arrays by mark, and the figures of what is measured. */
  window(first, last) {
    const sums = (this.sums ??= {
      n: new Uint32Array(this.marks),
      killed: new Uint32Array(this.marks),
      civilian: new Uint32Array(this.marks),
      unknown: new Uint32Array(this.marks),
      other: new Int8Array(this.marks),
      latest: new Int32Array(this.marks),
    });
    for (const name of ["n", "killed", "civilian", "unknown", "latest"]) sums[name].fill(0);
    sums.other.fill(-1);
    sums.total = { incidents: 0, killed: 0, unknown: 0, known: 0 };
    const end = this.from(last + 1);
    for (let at = this.from(first); at < end; at += 1) this.#add(sums, at);
    return sums;
  }

  #add(sums, at) {
    const mark = this.mark[at];
    const n = this.incidents[at];
    sums.n[mark] += n;
    sums.killed[mark] += this.killed[at];
    sums.unknown[mark] += this.unknown[at];
    if (this.type[at] === this.look.civilians) sums.civilian[mark] += n;
    else if (sums.other[mark] < 0) sums.other[mark] = this.type[at];
    sums.latest[mark] = this.day[at];
    if (this.beside.has(mark)) return;
    sums.total.incidents += n;
    sums.total.killed += this.killed[at];
    sums.total.unknown += this.unknown[at];
    sums.total.known += n - this.unknown[at];
  }
}

/** How a mark looks in a window. The measures come from the server, with what it drew itself. */
export class Looks {
  constructor(look, sums, last) {
    Object.assign(this, { look, sums, last });
  }

  colour(mark) {
    const { n, civilian, other } = this.sums;
    const isCivilian = 2 * civilian[mark] >= n[mark];
    return this.look.colours[isCivilian ? this.look.civilians : other[mark]] ?? this.look.unknown;
  }

  radius(mark) {
    const { least, root, most } = this.look.radius;
    return Math.min(least + root * Math.sqrt(this.sums.killed[mark]), most);
  }

  age(mark) {
    return this.last - this.sums.latest[mark];
  }

  fade(mark) {
    const age = this.age(mark);
    return this.look.recency.find(([days]) => age <= days)?.[1] ?? this.look.older;
  }

  /** The colour of a district with so many incidents, by the classes of the whole period. */
  rate(n, km2) {
    const { area, ends, colours, few, least } = this.look.rates;
    const at = ends.findIndex((end) => (area * n) / km2 <= end);
    const [r, g, b, a] = colours.at(at);
    return [r, g, b, n < least ? a * few : a];
  }

  fill(mark) {
    const { base, root, most } = this.look.shade;
    return Math.min(base + root * Math.sqrt(this.sums.n[mark]), most);
  }
}
