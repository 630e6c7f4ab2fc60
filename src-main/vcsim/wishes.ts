/** What the flags ask for beside the inventory, read before anything large is loaded. */
import { readFileSync } from 'node:fs';
import { accepted, type Result } from '../../sim/contract/result.ts';
import { readDelays, type Delays } from './delays.ts';
import { readListen, type Listen, type Login } from './endpoint-address.ts';
import type { Flags } from './flags.table.ts';

export type Wishes = {
  readonly flags: Flags;
  readonly listen: Listen;
  readonly delays: Delays;
  /** Null: whoever gives a name and a password may come in. */
  readonly login: Login | null;
};

export function readWishes(flags: Flags): Result<Wishes> {
  const listen = readListen(flags['httptest.serve'] || flags.l);
  const delays = readDelays(flags);
  if (!listen.ok) return listen;
  if (!delays.ok) return delays;
  return accepted({ flags, listen: listen.value, delays: delays.value, login: loginOf(flags) });
}

/** What is shown where any name and password are right. */
export const anyLogin: Login = { user: 'user', password: 'pass' };

function loginOf({ username, password }: Flags): Login | null {
  if (username === '' && password === '') return null;
  return {
    user: fromFile(username) || anyLogin.user,
    password: fromFile(password) || anyLogin.password,
  };
}

/** Secrets that are mounted as files are named by their path. */
function fromFile(text: string): string {
  if (!text.includes('/')) return text;
  try {
    return readFileSync(text, 'utf8').trim();
  } catch {
    return text;
  }
}
