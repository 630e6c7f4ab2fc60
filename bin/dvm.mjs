#!/usr/bin/env node
import './node-guard.mjs';
import { existsSync, readdirSync, statSync } from 'node:fs';

const built = new URL('../out/main/dvm.js', import.meta.url);
const source = new URL('../src-main/cli/dvm.ts', import.meta.url);
const folders = ['../src-main/cli/', '../sim/contract/'].map((folder) => new URL(folder, import.meta.url));

/** The build where it is as new as what it was made of; in a clone Node reads the TypeScript itself. */
function choose() {
  if (!existsSync(source) || !process.features.typescript) return built;
  return existsSync(built) && statSync(built).mtimeMs >= Math.max(...folders.map(newestIn)) ? built : source;
}

/** @param {URL} folder */
function newestIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(new URL(file, folder)).mtimeMs));
}

await import('./compile-cache.mjs');
await import(choose().href);
