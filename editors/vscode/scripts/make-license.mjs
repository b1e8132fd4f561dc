// Writes LICENSE.txt for the package: both licences of the repository, of which a user may choose one, and those of the
// libraries in the bundle. Which libraries these are is read from what the bundler says it took in.

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const read = (...parts) => readFileSync(join(here, ...parts), "utf8").trim();
const rule = `\n\n${"=".repeat(72)}\n\n`;

const inputs = Object.keys(JSON.parse(read("out", "meta.json")).inputs);
const folders = new Set(inputs.map((file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
const libraries = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(read(folder, "package.json"));
  const file = readdirSync(join(here, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file || !existsSync(join(here, folder, file))) {
    throw new Error(`${name} has no licence file, but it is in the bundle`);
  }
  return `This package contains ${name} ${version} (${license}):\n\n${read(folder, file)}`;
});

const own = `glossator is licensed under either of the two licences below, at your option:
the MIT licence, or the Apache License, Version 2.0.`;
const texts = [own, read("../../LICENSE-MIT"), read("../../LICENSE-APACHE"), ...libraries];
writeFileSync(join(here, "LICENSE.txt"), texts.join(rule) + "\n");
