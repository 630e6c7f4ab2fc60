import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../start/run.mjs';

/**
 * The signing keys and the release come from whoever publishes; here nothing leaves the machine.
 * @param {import('./arguments.mjs').DistOptions} options
 * @returns {Promise<number>} exit code
 */
export async function buildElectronPackages({ target, out, isUnpacked }) {
  const system = { linux: '--linux', win32: '--win', darwin: '--mac' }[target.platform];
  const folder = join(out, 'electron');
  rmSync(folder, { recursive: true, force: true });
  const words = [
    system,
    ...(isUnpacked ? ['dir'] : []),
    `--${target.arch}`,
    '--publish',
    'never',
    `--config.directories.output=${folder}`,
  ];
  return runTool('electron-builder/cli.js', words);
}
