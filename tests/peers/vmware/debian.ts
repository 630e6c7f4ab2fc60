/** Clients of vSphere that Debian has as packages of their own. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const folders = (): readonly string[] => [
  ...(process.env.PATH ?? '').split(delimiter),
  // Where Debian puts what only root runs, and what is none of a shell's business.
  '/usr/sbin',
  '/usr/lib/python3/dist-packages',
];

/** Why tests against them are skipped, printed; null when all of them are here. */
export function missingOf(names: Readonly<Record<string, string>>): string | null {
  const missing = Object.entries(names).filter(
    ([name]) => !folders().some((folder) => existsSync(join(folder, name))),
  );
  if (missing.length === 0) return null;
  const reason = `not here: ${missing.map(([, packaged]) => packaged).join(', ')} (npm run test:peers installs what it may)`;
  process.stdout.write(`skipped: ${reason}\n`);
  return reason;
}
