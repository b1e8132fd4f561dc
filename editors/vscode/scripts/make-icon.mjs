// Draws images/icon.png, 128 × 128: a page of text, one passage marked, and its gloss in the margin.
// Everything is a filled rounded box, a disc or a thick line; each pixel is the mean of 4 × 4 samples.

import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const SIZE = 128;
const SAMPLES = 4;
const INK = [31, 42, 68];
const PAPER = [250, 246, 236];
const TEXT = [168, 166, 160];
const GLOSS = [196, 64, 38];

const box = (x, y, w, h, r) => (px, py) => {
  const dx = Math.max(x + r - px, px - (x + w - r), 0);
  const dy = Math.max(y + r - py, py - (y + h - r), 0);
  return px >= x && px <= x + w && py >= y && py <= y + h && dx * dx + dy * dy <= r * r;
};
const disc = (x, y, r) => (px, py) => (px - x) ** 2 + (py - y) ** 2 <= r * r;
const without = (shape, hole) => (px, py) => shape(px, py) && !hole(px, py);
const line = (x1, y1, x2, y2, width) => (px, py) => {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const t = Math.min(1, Math.max(0, ((px - x1) * dx + (py - y1) * dy) / (dx * dx + dy * dy)));
  return (px - x1 - t * dx) ** 2 + (py - y1 - t * dy) ** 2 <= (width / 2) ** 2;
};

// One opening quotation mark, a disc with a tail that bends to the right over it.
const comma = (x, y) => [
  [disc(x, y, 5.2), GLOSS],
  [without(disc(x + 2.4, y - 2.2, 7.6), disc(x + 5.6, y - 0.6, 7.4)), GLOSS],
];

const shapes = [
  [box(0, 0, 128, 128, 24), INK],
  [box(18, 14, 92, 100, 6), PAPER],
  // The text: the marked passage is in the third and fourth line.
  ...[26, 38, 74, 86, 98].map((y, i) => [box(54, y, [46, 42, 46, 40, 28][i], 5, 2.5), TEXT]),
  [box(54, 50, 46, 5, 2.5), GLOSS],
  [box(54, 62, 34, 5, 2.5), GLOSS],
  // The mark that joins the passage to its gloss.
  [line(48, 49, 48, 68, 2.5), GLOSS],
  [line(45, 58.5, 48, 58.5, 2.5), GLOSS],
  ...comma(27, 61),
  ...comma(38.5, 61),
];

const rows = [];
for (let y = 0; y < SIZE; y++) {
  const row = Buffer.alloc(1 + SIZE * 4);
  for (let x = 0; x < SIZE; x++) {
    const sum = [0, 0, 0, 0];
    for (let i = 0; i < SAMPLES * SAMPLES; i++) {
      const px = x + ((i % SAMPLES) + 0.5) / SAMPLES;
      const py = y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
      const top = shapes.findLast(([shape]) => shape(px, py));
      if (top) {
        top[1].forEach((value, channel) => (sum[channel] += value));
        sum[3]++;
      }
    }
    for (let channel = 0; channel < 3; channel++) {
      row[1 + x * 4 + channel] = sum[3] && Math.round(sum[channel] / sum[3]);
    }
    row[1 + x * 4 + 3] = Math.round((sum[3] * 255) / (SAMPLES * SAMPLES));
  }
  rows.push(row);
}

// PNG: a signature and three chunks, each with its CRC-32.
function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
  }
  return ~value >>> 0;
}
function chunk(name, data) {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(name, 4, "latin1");
  data.copy(out, 8);
  out.writeUInt32BE(crc(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}
const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]);
writeFileSync(new URL("../images/icon.png", import.meta.url), png);
