import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { accountNamed, accountOfUid, secretNamed, secretsOf } from '../../../system/users/accounts.ts';
import { agingOf, dayLength, expiryOf, type Aging } from '../../../system/users/aging.ts';
import { dayOf } from '../../../packages/rows.ts';
import { momentOf, monthNames, two } from '../time-text.ts';
import { complain, readOptions, writeSecrets, written, type Options } from './change-files.ts';

const long = {
  '--lastday': 'd',
  '--expiredate': 'E',
  '--inactive': 'I',
  '--list': 'l',
  '--mindays': 'm',
  '--maxdays': 'M',
  '--warndays': 'W',
  '--iso8601': 'i',
};

/** Tells and sets how old a user's password may become. */
export const chage: Program = function* (system) {
  const options = readOptions(system.arguments, { flags: 'li', values: 'dEImMW', long });
  const { flags, values, words, fault } = options;
  if (fault !== null) return yield* complain(system, 'chage', { message: fault, status: 2 });
  const [name, extra] = words;
  const isList = flags.has('l');
  if (name === undefined || extra !== undefined || isList === values.size > 0) return yield* usage(system);
  if (!mayAsk(system, name, isList))
    return yield* complain(system, 'chage', { message: 'Permission denied.', status: 1 });
  const secret = secretNamed(system, name);
  if (accountNamed(system, name) === null || secret === null)
    return yield* complain(system, 'chage', {
      message: `user '${name}' does not exist in /etc/passwd`,
      status: 1,
    });
  if (!isList) return yield* change(system, name, options);
  yield* system.descriptors.write(1, listed(agingOf(secret), flags.has('i')));
  return 0;
};

/** Whoever is not root may look at his own. */
function mayAsk(system: System, name: Bytes, isList: boolean): boolean {
  const uid = system.processes.realWho().uid;
  return uid === 0 || (isList && accountOfUid(system, uid)?.name === name);
}

function* usage(system: System): Step<number> {
  yield* system.descriptors.write(2, 'Usage: chage [options] LOGIN\n');
  return 2;
}

function listed(aging: Aging, isIso: boolean): Bytes {
  const { changedOn, least, most, warning, inactive, closedOn } = aging;
  const day = (number: number | null): Bytes =>
    number === null || number < 0 ? 'never' : dateText(number, isIso);
  const expiry = expiryOf(aging);
  const isReset = changedOn === 0;
  const must = 'password must be changed';
  const lost = expiry === null || inactive === null || inactive < 0 ? null : expiry + inactive;
  return [
    `Last password change\t\t\t\t\t: ${isReset ? must : day(changedOn)}`,
    `Password expires\t\t\t\t\t: ${isReset ? must : day(expiry)}`,
    `Password inactive\t\t\t\t\t: ${isReset ? must : day(lost)}`,
    `Account expires\t\t\t\t\t\t: ${day(closedOn)}`,
    `Minimum number of days between password change\t\t: ${least ?? -1}`,
    `Maximum number of days between password change\t\t: ${most ?? -1}`,
    `Number of days of warning before password expires\t: ${warning ?? -1}\n`,
  ].join('\n');
}

function dateText(day: number, isIso: boolean): Bytes {
  const { year, month, day: ofMonth } = momentOf(day * dayLength);
  return isIso
    ? `${year}-${two(month + 1)}-${two(ofMonth)}`
    : `${monthNames[month] ?? ''} ${two(ofMonth)}, ${year}`;
}

/** Where in the line of /etc/shadow, behind the password. */
const places = { d: 0, m: 1, M: 2, W: 3, I: 4, E: 5 } as const;
const faults = {
  d: 'date',
  E: 'date',
  I: 'numeric argument',
  m: 'numeric argument',
  M: 'numeric argument',
  W: 'numeric argument',
} as const;

function* change(system: System, name: Bytes, { values }: Options): Step<number> {
  const fields = new Map<number, Bytes>();
  for (const letter of ['d', 'E', 'I', 'm', 'M', 'W'] as const) {
    const text = values.get(letter);
    if (text === undefined) continue;
    const field =
      faults[letter] === 'date' ? dayText(text) : /^-?\d+$/.test(text) && Number(text) >= -1 ? text : null;
    if (field === null)
      return yield* complain(system, 'chage', { message: `invalid ${faults[letter]} '${text}'`, status: 2 });
    fields.set(places[letter], field === '-1' ? '' : field);
  }
  const secrets = secretsOf(system).map((secret) => {
    if (secret.name !== name) return secret;
    const rest = Array.from({ length: 7 }, (_, at) => fields.get(at) ?? secret.rest[at] ?? '');
    return { ...secret, rest };
  });
  return yield* written(system, 'chage', [writeSecrets(system, secrets)]);
}

/** A number of days since 1970, or a date. */
function dayText(text: Bytes): Bytes | null {
  if (/^-?\d+$/.test(text)) return Number(text) >= -1 ? text : null;
  if (!/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return null;
  const at = dayOf(text);
  const { year, month, day } = momentOf(at);
  const isThere = text.split('-').map(Number).join() === [year, month + 1, day].join();
  return isThere ? String(at / dayLength) : null;
}
