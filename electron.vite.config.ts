import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// electron-vite's defaults look into src/; every input and outDir is therefore named.
// `dependencies` stay outside the bundle of main by themselves, but for those named; devDependencies are bundled.
export default defineConfig({
  main: {
    publicDir: false,
    build: {
      outDir: here('out/main'),
      // Its 95 files, languages and all, would be read at every start; only what is used of it goes into the bundle.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: {
          headless: here('src-main/headless.ts'),
          electron: here('src-main/electron/main.ts'),
          'host-process': here('src-main/electron/host-process.ts'),
          dvm: here('src-main/cli/dvm.ts'),
          vcsim: here('src-main/vcsim/main.ts'),
        },
        // Flat: what looks for resources/ by import.meta.url finds it two folders up, from chunks too.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    publicDir: false,
    build: {
      outDir: here('out/preload'),
      rolldownOptions: {
        input: { bridge: here('src-preload/bridge.ts') },
        // A sandboxed preload is one CommonJS file; the package's "type": "module" makes the extension matter.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    // Absolute: the gateway serves the control room at any path, and nothing else serves it.
    base: '/',
    plugins: [react(), tailwindcss()],
    worker: { format: 'es' },
    build: {
      outDir: here('out/renderer'),
      target: 'chrome120',
      minify: true,
      license: { fileName: 'licenses.md' },
      // The CSP allows no inline script, and data: for images and fonts only.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: here('src-renderer/index.html'),
        // What every screen needs comes in a few files: a hundred small ones cost a third more on the wire.
        output: {
          codeSplitting: {
            groups: [
              { name: 'icons', test: /lucide-react/ },
              { name: 'shell', test: /src-renderer\/(app|data|theme)\/|\.actions\.ts$/ },
            ],
          },
        },
      },
    },
  },
});
