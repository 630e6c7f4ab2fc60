/** Where the peers are; what was not obtained is said once, and its tests skip themselves. */
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingVmwarePeers, vmwarePlaces } from '../../../scripts/peers/vmware-places.mjs';

export const places = vmwarePlaces();
const missing = missingVmwarePeers();
/** Why the tests against these clients are skipped; null when all of them are here. */
export const reason =
  missing.length === 0 ? null : `${missing.join(', ')} not here: npm run test:peers obtains them`;
export const pyvmomiVersions = Object.keys(places.python);

const OURS = fileURLToPath(new URL('../../../bin/vcsim.mjs', import.meta.url));
export type ServerName = 'real' | 'ours';

/** A folder for PATH that holds govc and the `vcsim` to be tested. */
export function programsOf(server: ServerName): string {
  const folder = mkdtempSync(join(tmpdir(), `coldaisle-${server}-`));
  mkdirSync(folder, { recursive: true });
  symlinkSync(places.govc, join(folder, 'govc'));
  if (server === 'real') symlinkSync(places.vcsim, join(folder, 'vcsim'));
  else {
    const program = join(folder, 'vcsim');
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${OURS}" "$@"\n`);
    chmodSync(program, 0o755);
  }
  return folder;
}
