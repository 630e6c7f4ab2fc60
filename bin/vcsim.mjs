#!/usr/bin/env node
import './node-guard.mjs';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'out', 'main', 'vcsim.js');
const source = join(root, 'src-main', 'vcsim', 'main.ts');
const folders = [
  'src-main/vcsim',
  'src-main/personalities/vmware',
  'src-main/host',
  'src-main/guests',
  'src-main/services/machines',
  'sim',
];

/** The build where it is as new as what it was made of; in a clone Node reads the TypeScript itself. */
function choose() {
  if (!existsSync(source) || !process.features.typescript) return built;
  const isFresh =
    existsSync(built) &&
    statSync(built).mtimeMs >= Math.max(...folders.map((folder) => newestIn(join(root, folder))));
  return isFresh ? built : source;
}

/** @param {string} folder */
function newestIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const compiled = files.filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file));
  return Math.max(...compiled.map((file) => statSync(join(folder, file)).mtimeMs));
}

await import('./compile-cache.mjs');
await import(pathToFileURL(choose()).href);
