// Charts as a PNG: the sheet of the SVG file, filled with the pictures that the page has for paper.

const PLACE = /<!--(\S+) (.*?)-->/g;
const FINE = 2;

/** The picture of a chart of that name, as SVG that stands at a place of the sheet. */
function pictureOf(name, place) {
  const { src } = document.querySelector(`img[data-cw-chart="${CSS.escape(name)}"]`);
  const bytes = Uint8Array.from(atob(src.split(",")[1]), (sign) => sign.charCodeAt(0));
  return new TextDecoder().decode(bytes).replace("<svg ", () => `<svg ${place} `);
}

/** Hand the sheet to the viewer as a PNG file. */
async function save({ frame, file }) {
  const sheet = frame.replace(PLACE, (_, name, place) => pictureOf(name, place));
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([sheet], { type: "image/svg+xml" }));
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth * FINE;
  canvas.height = picture.naturalHeight * FINE;
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  const made = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(made);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export default function ({ data, parentElement }) {
  let button = parentElement.querySelector("button.cw-save");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "cw-save";
    parentElement.append(button);
  }
  button.textContent = data.kind;
  button.onclick = () => save(data);
}
