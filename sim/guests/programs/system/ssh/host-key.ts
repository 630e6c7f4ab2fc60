import type { System } from '../../../kernel/program.ts';
import type { KeyPair } from '../../../system/keys/key-file.ts';
import { newPair, pairIn, privateFile, publicLine } from '../../../system/keys/key-file.ts';

const path = '/etc/ssh/ssh_host_ed25519_key';

/** Made when somebody first wants to know it. */
export function hostKey(system: System): KeyPair {
  const { files } = system;
  const file = files.readFile(path);
  const known = file.ok ? pairIn(file.value) : null;
  if (known !== null) return known;
  const pair = newPair(system.chance, `root@${system.machine.hostname()}`);
  files.writeFile(path, privateFile(pair), 0o600);
  files.writeFile(`${path}.pub`, `${publicLine(pair.key)} ${pair.comment}\n`, 0o644);
  return pair;
}
