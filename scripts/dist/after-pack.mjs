import { Arch } from 'electron-builder';
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import { FUSES } from './fuses.mjs';

/**
 * electron-builder calls this before it signs: what is burnt in here, no switch and no variable of a user undoes.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager, arch }) {
  const name = packager.appInfo.productFilename;
  const places = /** @type {Record<string, string>} */ ({
    darwin: `${name}.app`,
    mas: `${name}.app`,
    win32: `${name}.exe`,
  });
  const binary = join(
    appOutDir,
    places[electronPlatformName] ??
      /** @type {{executableName?: string}} */ (packager).executableName ??
      name,
  );
  // An arm64 Mac runs nothing without at least its own signature, and flipping breaks that.
  const isArmMac = electronPlatformName === 'darwin' && arch === Arch.arm64;
  await flipFuses(binary, { ...FUSES, resetAdHocDarwinSignature: isArmMac });
}
