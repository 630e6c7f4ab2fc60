/** `node --import` this: whatever asks for Electron gets the fake, and nothing tries to download the real one. */
import { registerHooks } from 'node:module';

const fake = new URL('electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: fake, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
