import { ROOT } from '../paths.mjs';
import { run, runTool, say } from './run.mjs';
import { hashOfSources, isBuilt, isInstalled, markBuilt, markInstalled, unmarkBuilt } from './stale.mjs';

/** Old Node may run this: it comes before the guard, which needs what it installs. */
export async function installIfMissing() {
  if (isInstalled(ROOT)) return;
  say('Installing packages (npm ci --ignore-scripts) …');
  const npm = process.env.npm_execpath;
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...words])
    : await run('npm', words, { shell: process.platform === 'win32' });
  if (code !== 0) throw new Error('The packages could not be installed: npm says why above.');
  markInstalled(ROOT);
}

export async function buildIfStale() {
  if (!isBuilt(ROOT)) await build();
}

export async function build() {
  say('Building …');
  const hash = hashOfSources(ROOT);
  unmarkBuilt(ROOT);
  const code = await runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error('The build failed: see above.');
  markBuilt(ROOT, hash);
}
