// What of a chart can be picked: each bar, cell or point that carries a term in its `customdata`.

const moment = (value) => (typeof value === "string" ? Date.parse(`${value}Z`) : value);
const at = (values, index, usual) => (Array.isArray(values) ? values[index] : values) ?? usual;

function plain(text) {
  const page = new DOMParser().parseFromString(text.replaceAll("<br>", ". "), "text/html");
  return page.body.textContent;
}

/** A function that turns places of an axis into shares of the plot. */
function shares({ range, domain = [0, 1] }) {
  const [first, last] = range.map(moment);
  return (value) => domain[0] + ((domain[1] - domain[0]) * (moment(value) - first)) / (last - first);
}

function boxOf(trace, index, across, up) {
  const x = moment(trace.x[index]);
  const left = x + at(trace.offset, index, 0);
  const foot = at(trace.base, index, trace.type === "bar" ? 0 : trace.y[index]);
  const top = trace.type === "bar" ? foot + trace.y[index] : foot;
  const sides = [left, left + at(trace.width, index, 0)].map(across);
  const ends = [foot, top].map(up).sort((a, b) => a - b);
  return { left: sides[0], right: sides[1], foot: ends[0], top: ends[1] };
}

/** The stops of a chart, in the order in which keys go through them: { term, words, box }. */
export function stopsOf(chart, inOrder) {
  const { data, layout } = chart?.querySelector(".js-plotly-plot") ?? {};
  if (!data) return [];
  const [across, up] = [shares(layout.xaxis), shares(layout.yaxis)];
  const found = new Map();
  for (const trace of data) {
    trace.customdata?.forEach((term, index) => {
      if (!term || trace.y[index] === null) return;
      const box = boxOf(trace, index, across, up);
      const name = `${term} ${trace.x[index]}`;
      if (!found.has(name)) found.set(name, { name, term, words: plain(trace.text[index]), box });
    });
  }
  const stops = [...found.values()];
  return inOrder ? stops.sort((a, b) => a.term.localeCompare(b.term, "en", { numeric: true })) : stops;
}

/** Where a stop is on the screen, at least some px wide and high. */
export function onScreen(stop, plot) {
  const { box } = stop;
  const least = 12;
  const wide = Math.max((box.right - box.left) * plot.width, least);
  const tall = Math.max((box.top - box.foot) * plot.height, least);
  return {
    left: plot.left + ((box.left + box.right) / 2) * plot.width - wide / 2,
    top: plot.top + (1 - (box.foot + box.top) / 2) * plot.height - tall / 2,
    width: wide,
    height: tall,
  };
}

/** The stop at a point of the screen, or the nearest that is not far. */
export function stopAt(stops, plot, { x, y }, far) {
  let nearest = null;
  for (const stop of stops) {
    const { left, top, width, height } = onScreen(stop, plot);
    const away = Math.hypot(Math.max(left - x, x - left - width, 0), Math.max(top - y, y - top - height, 0));
    if (away <= far && (!nearest || away < nearest.away)) nearest = { stop, away };
  }
  return nearest?.stop;
}
