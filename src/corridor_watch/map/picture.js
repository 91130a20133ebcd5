// The map as it is seen now, saved as a picture: both drawings, with words above and below.

const PAD = 16;
const LINE = 1.4;

/** Break words into lines of a width, in the font that the brush has now. */
function broken(brush, text, wide) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && brush.measureText(longer).width > wide) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Return blocks of text as lines with a font and a place below `top`, and where they end. */
function placed(brush, blocks, wide, top) {
  const rows = [];
  for (const { text, font, size, ink } of blocks) {
    brush.font = font;
    for (const line of broken(brush, text, wide)) {
      rows.push({ line, font, ink, y: top + size });
      top += size * LINE;
    }
  }
  return [rows, top];
}

/** Draw the map onto a canvas, with title, sentences and sources. */
export function pictured({ drawing, stage, paper }) {
  const { clientWidth: wide, clientHeight: tall } = stage;
  const scale = devicePixelRatio || 1;
  const looks = getComputedStyle(stage);
  const font = (weight, size) => `${weight} ${size}px ${looks.fontFamily}`;
  const ink = looks.color;
  const words = (lines, size, weight = 400) =>
    lines.map((text) => ({ text, size, ink, font: font(weight, size) }));
  const canvas = document.createElement("canvas");
  const brush = canvas.getContext("2d");
  const [above, top] = placed(brush, [...words([paper.title], 20, 600), ...words(paper.lines, 13)], wide, PAD);
  const [below, end] = placed(brush, words(paper.credits, 11), wide, top + tall + PAD);
  canvas.width = (wide + 2 * PAD) * scale;
  canvas.height = (end + PAD) * scale;
  brush.scale(scale, scale);
  brush.fillStyle = looks.backgroundColor;
  brush.fillRect(0, 0, wide + 2 * PAD, end + PAD);
  for (const deck of [drawing.ground, drawing.top]) {
    // What is drawn is there until the browser shows it: it is drawn and taken in one go.
    deck.redraw("picture");
    brush.drawImage(deck.getCanvas(), PAD, top, wide, tall);
  }
  for (const row of [...above, ...below]) {
    brush.font = row.font;
    brush.fillStyle = row.ink;
    brush.fillText(row.line, PAD, row.y);
  }
  return canvas;
}

/** Hand the picture to the viewer as a PNG file. */
export function save(map) {
  pictured(map).toBlob((file) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = map.paper.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }, "image/png");
}
