// Makes the pictures of the README from those that the tests in the workbench have taken: the same, with 256 colours.
//
// usage: node scripts/pictures.mjs      after `npm run test:workbench`

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const NAMES = ["hover", "misquotation", "source", "insert", "view"];

for (const name of NAMES) {
  const picture = read(readFileSync(path.join(here, "test-workbench/.screenshots", `${name}.png`)));
  writeFileSync(path.join(here, "images", `${name}.png`), write(picture));
}

/** Reads a PNG of 8 bits a channel without interlacing, as browsers write it. */
function read(file) {
  let [width, height, channels] = [0, 0, 0];
  const parts = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") {
      [width, height, channels] = [data.readUInt32BE(0), data.readUInt32BE(4), { 2: 3, 6: 4 }[data[9]]];
    } else if (type === "IDAT") {
      parts.push(data);
    }
    at += 12 + length;
  }
  const bytes = inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const pixels = Buffer.alloc(height * row);
  for (let y = 0; y < height; y++) {
    const filter = bytes[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const left = x >= channels ? pixels[y * row + x - channels] : 0;
      const up = y > 0 ? pixels[(y - 1) * row + x] : 0;
      const corner = x >= channels && y > 0 ? pixels[(y - 1) * row + x - channels] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[y * row + x] = bytes[y * (row + 1) + 1 + x] + guess;
    }
  }
  return { width, height, channels, pixels };
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Writes a PNG with a palette: the 256 commonest colours, of which each pixel gets the nearest. */
function write({ width, height, channels, pixels }) {
  const bins = new Map();
  const color = (at) => [pixels[at], pixels[at + 1], pixels[at + 2]];
  const bin = ([r, g, b]) => ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);
  for (let at = 0; at < pixels.length; at += channels) {
    const rgb = color(at);
    const known = bins.get(bin(rgb)) ?? { count: 0, sum: [0, 0, 0] };
    known.count++;
    known.sum = known.sum.map((sum, i) => sum + rgb[i]);
    bins.set(bin(rgb), known);
  }
  const commonest = [...bins.values()].sort((a, b) => b.count - a.count).slice(0, 256);
  const palette = commonest.map(({ count, sum }) => sum.map((value) => Math.round(value / count)));
  const nearest = new Map();
  const index = (rgb) => {
    const known = nearest.get(bin(rgb));
    if (known !== undefined) {
      return known;
    }
    const distances = palette.map((other) => other.reduce((sum, value, i) => sum + (value - rgb[i]) ** 2, 0));
    const best = distances.indexOf(Math.min(...distances));
    nearest.set(bin(rgb), best);
    return best;
  };
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = index(color((y * width + x) * channels));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const chunk = (type, data) => {
    const out = Buffer.alloc(12 + data.length);
    out.writeUInt32BE(data.length, 0);
    out.write(type, 4, "latin1");
    data.copy(out, 8);
    out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
    return out;
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk("IHDR", header), chunk("PLTE", Buffer.from(palette.flat())), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}
