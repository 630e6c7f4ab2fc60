import { randomBytes } from 'node:crypto';
import type { Settings } from '../../../sim/contract/settings.ts';
import { localKey, saltLength, stretchedKey } from './wire/usm.ts';
import type { LocalKeys } from './wire/usm.ts';

export type SnmpSettings = Settings['faces']['snmp'];

/** The user's keys as the settings say them now; the same object while they stay the same. */
export type StretchedKeys = { readonly auth: Buffer; readonly privacy: Buffer };

export type Keyring = {
  readonly settings: () => SnmpSettings;
  readonly stretched: () => StretchedKeys;
  readonly salt: () => Buffer;
};

/** One for all agents: stretching a password takes milliseconds, making it local to an engine none. */
export function createKeyring(settings: () => SnmpSettings): Keyring {
  let kept: { authKey: string; privKey: string; keys: StretchedKeys } | null = null;
  // From a random start, so that a restart does not repeat it, and up, so that nothing else does.
  let salts = randomBytes(saltLength).readBigUInt64BE();
  return {
    settings,
    stretched: () => {
      const { authKey, privKey } = settings();
      if (kept?.authKey !== authKey || kept.privKey !== privKey) {
        kept = { authKey, privKey, keys: { auth: stretchedKey(authKey), privacy: stretchedKey(privKey) } };
      }
      return kept.keys;
    },
    salt: () => {
      salts = BigInt.asUintN(64, salts + 1n);
      const salt = Buffer.alloc(saltLength);
      salt.writeBigUInt64BE(salts);
      return salt;
    },
  };
}

/** Keys of one engine, made when they are first needed. */
export function createLocalKeys(keyring: Keyring, engine: Buffer): () => LocalKeys {
  let kept: { from: StretchedKeys; keys: LocalKeys } | null = null;
  return () => {
    const from = keyring.stretched();
    if (kept?.from !== from) {
      const keys = { auth: localKey(from.auth, engine), privacy: localKey(from.privacy, engine) };
      kept = { from, keys };
    }
    return kept.keys;
  };
}
