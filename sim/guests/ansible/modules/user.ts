import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import type { Account } from '../../system/users/accounts.ts';
import { accountNamed, groupNamed, groupsOf, secretNamed } from '../../system/users/accounts.ts';
import type { Module, Task } from '../module.ts';
import type { Options } from '../options.ts';
import type { Result } from '../result.ts';
import { failure } from '../result.ts';
import { carryOut } from './groups.ts';

export const user: Module = {
  options: {
    name: { type: 'text', isRequired: true, also: ['user'] },
    state: { type: 'text', usual: 'present', choices: ['absent', 'present'] },
    uid: { type: 'number' },
    non_unique: { type: 'flag', usual: false },
    group: { type: 'text' },
    groups: { type: 'list' },
    append: { type: 'flag', usual: false },
    comment: { type: 'text' },
    home: { type: 'path' },
    shell: { type: 'path' },
    password: { type: 'text', isSecret: true },
    password_lock: { type: 'flag' },
    update_password: { type: 'text', usual: 'always', choices: ['always', 'on_create'] },
    create_home: { type: 'flag', usual: true, also: ['createhome'] },
    move_home: { type: 'flag', usual: false },
    skeleton: { type: 'text' },
    system: { type: 'flag', usual: false },
    remove: { type: 'flag', usual: false },
    force: { type: 'flag', usual: false },
    local: { type: 'unused', usual: false },
    expires: { type: 'elsewhere' },
    password_expire_max: { type: 'elsewhere' },
    password_expire_min: { type: 'elsewhere' },
    password_expire_warn: { type: 'elsewhere' },
    generate_ssh_key: { type: 'elsewhere' },
    ssh_key_bits: { type: 'unused' },
    ssh_key_comment: { type: 'unused' },
    ssh_key_file: { type: 'unused' },
    ssh_key_passphrase: { type: 'unused', isSecret: true },
    ssh_key_type: { type: 'unused' },
    umask: { type: 'elsewhere' },
    login_class: { type: 'unused' },
    role: { type: 'unused' },
    profile: { type: 'unused' },
    authorization: { type: 'unused' },
    hidden: { type: 'unused' },
    seuser: { type: 'unused' },
  },
  run: act,
};

function* act(task: Task): Step<Result> {
  const { system, options } = task;
  const name = options.text('name') ?? '';
  const base = { name, state: options.text('state') };
  const found = accountNamed(system, name);
  if (options.text('state') === 'absent') {
    if (found === null) return { ...base, changed: false };
    const flags = [...(options.flag('force') ? ['-f'] : []), ...(options.flag('remove') ? ['-r'] : [])];
    const more = { force: options.flag('force'), remove: options.flag('remove') };
    return yield* carryOut(task, ['userdel', ...flags, name], { ...base, ...more });
  }
  const missing = (options.list('groups') ?? []).find(
    (one) => one !== '' && groupNamed(system, one) === null,
  );
  if (missing !== undefined) return failure(`Group ${missing} does not exist`, base);
  const words = found === null ? createWords(options) : changeWords(system, found, options);
  const done =
    words.length === 0
      ? { ...base, changed: false }
      : yield* carryOut(task, [found === null ? 'useradd' : 'usermod', ...words, name], base);
  if ('failed' in done) return done;
  return { ...done, ...told(system, name, options) };
}

function value(letter: string, text: Bytes | null): readonly Bytes[] {
  return text === null ? [] : [letter, text];
}

const numberText = (number: number | null): Bytes | null => (number === null ? null : String(number));
const groupList = (options: Options): Bytes | null => {
  const list = options.list('groups')?.filter((one) => one !== '');
  return list === undefined ? null : list.join(',');
};

function createWords(options: Options): readonly Bytes[] {
  const groups = groupList(options);
  return [
    ...value('-u', numberText(options.number('uid'))),
    ...(options.flag('non_unique') ? ['-o'] : []),
    ...value('-g', options.text('group')),
    ...value('-G', groups === '' ? null : groups),
    ...value('-c', options.text('comment')),
    ...value('-d', options.text('home')),
    ...value('-s', options.text('shell')),
    ...value('-p', options.text('password')),
    ...value('-k', options.text('skeleton')),
    options.flag('create_home') ? '-m' : '-M',
    ...(options.flag('system') ? ['-r'] : []),
  ];
}

/** Only what is not so already: nothing left means nothing changed. */
function changeWords(system: System, now: Account, options: Options): readonly Bytes[] {
  const differs = (name: string, is: Bytes): Bytes | null => {
    const wanted = options.text(name);
    return wanted === null || wanted === is ? null : wanted;
  };
  const uid = options.number('uid');
  const home = differs('home', now.home);
  return [
    ...(uid === null || uid === now.uid ? [] : ['-u', String(uid)]),
    ...primaryWords(system, now, options.text('group')),
    ...groupWords(system, now, options),
    ...value('-c', differs('comment', now.about)),
    ...value('-d', home),
    ...(home !== null && options.flag('move_home') ? ['-m'] : []),
    ...value('-s', differs('shell', now.shell)),
    ...passwordWords(system, now, options),
  ];
}

function primaryWords(system: System, { gid }: Account, wanted: Bytes | null): readonly Bytes[] {
  if (wanted === null) return [];
  const isSame = groupNamed(system, wanted)?.gid === gid || wanted === String(gid);
  return isSame ? [] : ['-g', wanted];
}

function groupWords(system: System, { name }: Account, options: Options): readonly Bytes[] {
  const wanted = options.list('groups')?.filter((one) => one !== '');
  if (wanted === undefined) return [];
  const now = groupsOf(system)
    .filter(({ members }) => members.includes(name))
    .map((one) => one.name);
  const missing = wanted.filter((one) => !now.includes(one));
  if (options.flag('append')) return missing.length === 0 ? [] : ['-a', '-G', missing.join(',')];
  const isSame = missing.length === 0 && now.length === wanted.length;
  return isSame ? [] : ['-G', wanted.join(',')];
}

function passwordWords(system: System, { name }: Account, options: Options): readonly Bytes[] {
  const hash = secretNamed(system, name)?.hash ?? '';
  const wanted = options.text('password');
  const isNew = wanted !== null && options.text('update_password') === 'always' && wanted !== hash;
  const lock = options.truth('password_lock');
  const isLocked = hash.startsWith('!');
  return [
    ...(isNew ? ['-p', wanted] : []),
    ...(lock === true && !isLocked ? ['-L'] : []),
    ...(lock === false && isLocked ? ['-U'] : []),
  ];
}

function told(system: System, name: Bytes, options: Options): Result {
  const account = accountNamed(system, name);
  const asked = { append: options.flag('append'), move_home: options.flag('move_home') };
  if (account === null) return asked;
  const { uid, gid, about, home, shell } = account;
  const groups = groupList(options);
  return { ...asked, uid, group: gid, comment: about, home, shell, ...(groups === null ? {} : { groups }) };
}
