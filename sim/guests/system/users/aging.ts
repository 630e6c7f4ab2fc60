import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { Secret } from './accounts.ts';
import { secretNamed } from './accounts.ts';

/** How old a password may be, in days; null: nobody said. */
export type Aging = {
  readonly changedOn: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly warning: number | null;
  readonly inactive: number | null;
  /** From this day on the account is closed. */
  readonly closedOn: number | null;
};

export const dayLength = 86_400_000;
const numberOf = (text: Bytes | undefined): number | null =>
  /^-?\d+$/.test(text ?? '') ? Number(text) : null;

export function agingOf({ rest }: Pick<Secret, 'rest'>): Aging {
  const [changedOn, least, most, warning, inactive, closedOn] = rest.map(numberOf);
  return {
    changedOn: changedOn ?? null,
    least: least ?? null,
    most: most ?? null,
    warning: warning ?? null,
    inactive: inactive ?? null,
    closedOn: closedOn ?? null,
  };
}

/** Without an end where it was never said, or is longer than anybody waits. */
export function expiryOf({ changedOn, most }: Aging): number | null {
  return changedOn === null || most === null || most < 0 || most >= 10_000 ? null : changedOn + most;
}

/** `closed`: nobody comes in; `old` and `reset`: only with a new password. */
export type Standing = 'open' | 'closed' | 'inactive' | 'old' | 'reset';

export function standingOf(system: System, name: Bytes): Standing {
  const secret = secretNamed(system, name);
  if (secret === null) return 'open';
  const aging = agingOf(secret);
  const today = Math.floor(system.now() / dayLength);
  if (aging.closedOn !== null && aging.closedOn >= 0 && today >= aging.closedOn) return 'closed';
  if (aging.changedOn === 0) return 'reset';
  const expiry = expiryOf(aging);
  if (expiry === null || today <= expiry) return 'open';
  const isLost = aging.inactive !== null && aging.inactive >= 0 && today > expiry + aging.inactive;
  return isLost ? 'inactive' : 'old';
}

export const closedText = 'Your account has expired; please contact your system administrator.';
export const oldText = (standing: 'old' | 'reset'): Bytes =>
  `You are required to change your password immediately (${standing === 'reset' ? 'administrator enforced' : 'password expired'}).`;

/** Whether nobody comes in by it, whatever he knows. */
export function isClosed(system: System, name: Bytes): boolean {
  const standing = standingOf(system, name);
  return standing === 'closed' || standing === 'inactive';
}
