#!/usr/bin/env node
import './node-guard.mjs';
import { existsSync } from 'node:fs';

// The build where there is one; from a fresh clone Node reads the TypeScript itself.
const built = new URL('../out/main/dvm.js', import.meta.url);
const source = new URL('../src-main/cli/dvm.ts', import.meta.url);
await import(existsSync(built) ? built.href : source.href);
