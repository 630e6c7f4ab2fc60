#!/usr/bin/env node
// The same as `npm start`, from any folder.
import '../scripts/start.mjs';
