type Media = { readonly type: string; readonly squeeze: boolean };

export const mediaTypes: Readonly<Record<string, Media | undefined>> = {
  '.html': { type: 'text/html; charset=utf-8', squeeze: true },
  '.js': { type: 'text/javascript; charset=utf-8', squeeze: true },
  '.mjs': { type: 'text/javascript; charset=utf-8', squeeze: true },
  '.css': { type: 'text/css; charset=utf-8', squeeze: true },
  '.json': { type: 'application/json', squeeze: true },
  '.map': { type: 'application/json', squeeze: true },
  '.webmanifest': { type: 'application/manifest+json', squeeze: true },
  '.svg': { type: 'image/svg+xml', squeeze: true },
  '.txt': { type: 'text/plain; charset=utf-8', squeeze: true },
  '.wasm': { type: 'application/wasm', squeeze: true },
  '.png': { type: 'image/png', squeeze: false },
  '.jpg': { type: 'image/jpeg', squeeze: false },
  '.webp': { type: 'image/webp', squeeze: false },
  '.ico': { type: 'image/x-icon', squeeze: false },
  '.ttf': { type: 'font/ttf', squeeze: true },
  '.woff': { type: 'font/woff', squeeze: false },
  '.woff2': { type: 'font/woff2', squeeze: false },
};
