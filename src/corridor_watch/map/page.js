// Small things of the page: elements, days, numbers.

const DAY = 86_400_000;

/** Return an element with attributes and children. Text is never read as markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** Return an icon, drawn with strokes in a square of 20. */
export function icon(path) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  made.setAttribute("viewBox", "0 0 20 20");
  made.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  made.append(line);
  return made;
}

/** Days since 1970 <-> "2018-06-17". */
export const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
export const dayOf = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);

/** First and last day of the month of a day. */
export function monthOf(day) {
  const [year, month] = isoOf(day).split("-").map(Number);
  return [Date.UTC(year, month - 1, 1) / DAY, Date.UTC(year, month, 0) / DAY];
}

/** Write a day as the page does: "17 Jun 2018". */
export function told(day, language) {
  const moment = new Date(day * DAY);
  const month = moment.toLocaleString(language, { month: "short", timeZone: "UTC" });
  return `${moment.getUTCDate()}\u00a0${month.slice(0, 3)}\u00a0${moment.getUTCFullYear()}`;
}

export const number = (value, language) => value.toLocaleString(language);

/** Great-circle distance of two [longitude, latitude] in km (haversine, mean radius). */
export function kilometres([lon1, lat1], [lon2, lat2]) {
  const r = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * r) / 2) ** 2 +
    Math.cos(lat1 * r) * Math.cos(lat2 * r) * Math.sin(((lon2 - lon1) * r) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(a));
}
