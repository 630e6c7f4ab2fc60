import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type LabKeys = {
  /** Of the machines: one for all, for they are one gateway. */
  readonly host: string;
  /** `ssh-ed25519 AAAA…` of the host, and of the key that every user of every guest lets in. */
  readonly hostPublic: string;
  readonly labPublic: string;
  /** Files for OpenSSH's client. */
  readonly identityFile: string;
  readonly knownHostsFile: string;
  readonly alias: string;
};

/** Made when they are first asked for, and kept with the lab: a client that knows it shall know it tomorrow. */
export function keysOf(lab: { readonly id: string; readonly directory: string }): LabKeys {
  const directory = join(lab.directory, 'ssh');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const host = pairIn(join(directory, 'host_ed25519'), 'coldaisle');
  const own = pairIn(join(directory, 'lab_ed25519'), `coldaisle-${lab.id}`);
  const alias = `coldaisle-${lab.id}`;
  const knownHostsFile = join(directory, 'known_hosts');
  writeFileSync(knownHostsFile, `${alias} ${host.shared}\n`, { mode: 0o600 });
  return {
    host: host.secret,
    hostPublic: host.shared,
    labPublic: own.shared,
    identityFile: join(directory, 'lab_ed25519'),
    knownHostsFile,
    alias,
  };
}

function pairIn(file: string, comment: string): { readonly secret: string; readonly shared: string } {
  if (!existsSync(file) || !existsSync(`${file}.pub`)) {
    const made = newPair(comment);
    writeFileSync(file, made.secret, { mode: 0o600 });
    writeFileSync(`${file}.pub`, `${made.shared} ${comment}\n`, { mode: 0o644 });
  }
  // A key that others may read is refused by ssh.
  chmodSync(file, 0o600);
  return { secret: readFileSync(file, 'utf8'), shared: plainKey(readFileSync(`${file}.pub`, 'utf8')) };
}

/** Type and key, without the comment. */
const plainKey = (line: string): string => line.trim().split(/\s+/).slice(0, 2).join(' ');

const type = 'ssh-ed25519';

/** As OpenSSH writes it (PROTOCOL.key). One in two hundred of those that ssh2 makes cannot be read by OpenSSH. */
function newPair(comment: string): { readonly secret: string; readonly shared: string } {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const point = Buffer.from(jwk.x ?? '', 'base64url');
  const secret = Buffer.from(jwk.d ?? '', 'base64url');
  const shared = Buffer.concat([word(type), word(point)]);
  const check = randomBytes(4);
  const inner = [check, check, word(type), word(point), word(Buffer.concat([secret, point])), word(comment)];
  const bare = Buffer.concat(inner);
  const padding = Buffer.from(Array.from({ length: (8 - (bare.length % 8)) % 8 }, (_, at) => at + 1));
  const one = Buffer.from([0, 0, 0, 1]);
  const outer = [Buffer.from('openssh-key-v1\0'), word('none'), word('none'), word(''), one, word(shared)];
  const body = Buffer.concat([...outer, word(Buffer.concat([bare, padding]))]).toString('base64');
  const lines = body.match(/.{1,70}/g) ?? [];
  return {
    secret: ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join(
      '\n',
    ),
    shared: `${type} ${shared.toString('base64')}`,
  };
}

/** Its length, then itself. */
function word(text: string | Buffer): Buffer {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const size = Buffer.alloc(4);
  size.writeUInt32BE(bytes.length);
  return Buffer.concat([size, bytes]);
}
