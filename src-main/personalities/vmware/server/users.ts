/** Who may log in. Passwords are kept as scrypt hashes, and compared in the same time whether right or wrong. */
import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Who somebody is, once they have shown it. */
export type Account = {
  /** As vCenter writes it: `VSPHERE.LOCAL\Administrator`; on a host, and where no domain was given, the bare name. */
  readonly name: string;
  readonly fullName: string;
};

/** One of the users that stand in the papers (key `users`, by name in small letters: `jane@lab.local`). */
export type StoredUser = {
  readonly hash: string;
  readonly fullName: string;
  readonly isEnabled: boolean;
};

/** One that the product brings: its password stands in the settings, or on the command line. */
export type BuiltInUser = { readonly name: string; readonly fullName: string; readonly password: string };

export type UsersDeps = {
  readonly builtIn: () => readonly BuiltInUser[];
  readonly stored: () => Readonly<Record<string, StoredUser>>;
  /** `anyone`: any name with any password, as vcsim does; neither may be empty. */
  readonly open: 'anyone' | 'known';
};

export type Users = {
  readonly check: (name: string, password: string) => Promise<Account | null>;
  /** One who is known without a password: by a certificate or a token. */
  readonly find: (name: string) => Account | null;
};

export function createUsers(deps: UsersDeps): Users {
  // A key of this process alone: what stands in memory opens nothing elsewhere.
  const secret = randomBytes(32);
  const digest = (text: string): Buffer => createHmac('sha256', secret).update(text).digest();
  /** Hash → the password that fitted it: scrypt is slow on purpose, and some clients log in for every call. */
  const proven = new Map<string, Buffer>();
  const fits = async (password: string, hash: string): Promise<boolean> => {
    const known = proven.get(hash);
    if (known !== undefined && timingSafeEqual(known, digest(password))) return true;
    if (!(await isPassword(password, hash))) return false;
    if (proven.size >= 1000) proven.clear();
    proven.set(hash, digest(password));
    return true;
  };
  return {
    find: (name) => findAccount(deps, name),
    check: async (name, password) => {
      if (name === '' || password === '') return null;
      if (deps.open === 'anyone') return { name: shown(name), fullName: shown(name) };
      const account = findAccount(deps, name);
      const own = deps.stored()[idOf(name)];
      const builtIn = deps.builtIn().find((user) => idOf(user.name) === idOf(name));
      if (account === null) return null;
      if (own !== undefined) return (await fits(password, own.hash)) ? account : null;
      return timingSafeEqual(digest(password), digest(builtIn?.password ?? '')) ? account : null;
    },
  };
}

function findAccount(deps: UsersDeps, name: string): Account | null {
  const id = idOf(name);
  const own = deps.stored()[id];
  if (own !== undefined) return own.isEnabled ? { name: shown(name), fullName: own.fullName } : null;
  const builtIn = deps.builtIn().find((user) => idOf(user.name) === id);
  return builtIn === undefined ? null : { name: shown(builtIn.name), fullName: builtIn.fullName };
}

/** `VSPHERE.LOCAL\Jane`, `jane@vsphere.local` and `Jane@VSPHERE.local` are one. */
export function idOf(name: string): string {
  const [domain, user] = name.split('\\');
  return (user === undefined ? name : `${user}@${domain}`).toLowerCase();
}

/** `administrator@vsphere.local` → `VSPHERE.LOCAL\Administrator`. */
function shown(name: string): string {
  const [user = '', domain] = name.split('@');
  if (domain === undefined) return name;
  return `${domain.toUpperCase()}\\${user.charAt(0).toUpperCase()}${user.slice(1)}`;
}

const derive = promisify<string, Buffer, number, { readonly N: number }, Buffer>(scrypt);
const cost = 16_384;
const length = 32;

/** `scrypt$16384$<salt>$<key>`, both in base64. */
export async function hashOf(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, length, { N: cost });
  return ['scrypt', cost, salt.toString('base64'), key.toString('base64')].join('$');
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [kind, rounds = '', salt = '', key = ''] = hash.split('$');
  const kept = Buffer.from(key, 'base64');
  const N = Number(rounds);
  // A mailed lab may say anything here; a larger cost would take the memory of the host.
  if (kind !== 'scrypt' || N !== cost || kept.length !== length) return false;
  return timingSafeEqual(kept, await derive(password, Buffer.from(salt, 'base64'), length, { N }));
}
