/** `software vib` and `software profile` where they change the host: from depots and single packages. */
import { carryOut, changeOf, plainWish } from '../patches/change.ts';
import type { Coming, Wish } from '../patches/change.ts';
import type { Depot } from '../patches/depot.ts';
import type { Profile } from '../patches/metadata.ts';
import { packagesOf } from '../patches/packages.ts';
import { comingFrom, namedAmong, openDepots, proved, readVibs } from '../patches/sources.ts';
import { idOf } from '../patches/vib.ts';
import { done, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { argOf, command, failed, flagArg, needed, switchParam, textParam } from './command.ts';
import type { Ask, Command, Param, Row, Told } from './command.ts';
import { mayChange } from './may-change.ts';
import { resultFields } from './software-words.ts';

export const depotParam = textParam('-d --depot', 'A bundle, or the index of a depot.');
export const vibParam = textParam('-v --viburl', 'A package.');
export const nameParam = textParam('-n --vibname', 'Name or id of a package.');
export const profileParam = textParam('-p --profile', 'Name of an image profile.');
const workParams: readonly Param[] = [
  switchParam('--dry-run', 'Tells what would be done, and does nothing.'),
  switchParam('-f --force', 'Does not ask for levels, dependencies and conflicts.'),
  switchParam('--no-live-install', 'Is in use after the next start only.'),
  switchParam('--no-sig-check', 'Does not ask for acceptance levels.'),
];

/** Said once and again, or once with commas. */
export const textsOf = ({ args }: Ask, name: string): readonly string[] =>
  (args.get(name) ?? []).flatMap((said) => said.split(',')).filter((said) => said !== '');

export type Offer = { readonly coming: readonly Coming[]; readonly depots: readonly Depot[] };

export async function offered(ask: Ask): Promise<Answer<Offer>> {
  const { call, host } = ask;
  const [depots, vibs] = [textsOf(ask, 'depot'), textsOf(ask, 'viburl')];
  if (depots.length + vibs.length === 0) return failed('--depot or --viburl is needed.');
  const opened = await openDepots({ call, host, argument: '--depot' }, depots);
  if (!opened.ok) return opened;
  const read = await readVibs({ call, host, argument: '--viburl' }, vibs);
  if (!read.ok) return read;
  const coming = [...opened.value.flatMap(comingFrom), ...read.value];
  const { named, unknown } = namedAmong(coming, textsOf(ask, 'vibname'));
  return unknown === undefined
    ? done({ coming: named, depots: opened.value })
    : invalidArgument('--vibname', `No package ${unknown} is in what was named.`);
}

export async function profilesOffered(
  ask: Ask,
): Promise<Answer<Offer & { readonly profiles: readonly Profile[] }>> {
  const offer = await offered(ask);
  if (!offer.ok) return offer;
  const all = offer.value.depots.flatMap(({ profiles }) => profiles);
  const name = argOf(ask, 'profile');
  const profiles = all.filter((one) => name === undefined || one.name === name);
  return profiles.length === 0 && name !== undefined
    ? failed(`There is no profile ${name} in the depot.`)
    : done({ ...offer.value, profiles });
}

/** The one that is named, with the packages that it is of. */
export async function profileOffered(ask: Ask): Promise<Answer<Offer & { readonly profile: Profile }>> {
  const found = await profilesOffered(ask);
  if (!found.ok) return found;
  const { coming, depots, profiles } = found.value;
  const [profile] = profiles;
  return profile === undefined
    ? failed('The depot has no profile.')
    : done({ profile, depots, coming: coming.filter((vib) => profile.vibIds.includes(idOf(vib))) });
}

function wishOf(ask: Ask, more: Partial<Wish>): Wish {
  const isForced = flagArg(ask, 'force') === true;
  const isUnsigned = flagArg(ask, 'nosigcheck') === true;
  const unasked = isUnsigned ? 'levels' : 'nothing';
  return {
    ...plainWish,
    ...more,
    without: isForced ? 'all' : unasked,
    isForNextStart: flagArg(ask, 'noliveinstall') === true,
  };
}

const successful = 'Operation finished successfully.';
const startNeeded =
  'The update completed successfully, but the system needs to be rebooted for the changes to be effective.';

/** Plans it, proves that the files are there, and does it where it is no trial. */
async function perform(ask: Ask, wish: Wish, depots: readonly Depot[]): Promise<Answer<Row>> {
  const { call, vc, host } = ask;
  const may = mayChange(ask, 'Host.Config.Patch');
  if (!may.ok) return may;
  const change = changeOf(vc, host, wish);
  if (!change.ok) return change;
  const { installed, removed, skipped, needsStart } = change.value;
  const isTrial = flagArg(ask, 'dryrun') === true;
  const isIdle = installed.length === 0 && removed.length === 0;
  const whole = await proved(depots, installed);
  if (!whole.ok) return whole;
  const did =
    isTrial || isIdle
      ? done(undefined)
      : await carryOut(call, host, { change: change.value, profile: wish.profile });
  if (!did.ok) return did;
  const isAwaited = needsStart && !isIdle;
  const words = isAwaited ? startNeeded : successful;
  return done({
    Message: isTrial ? 'Dryrun only, host not changed.' : isIdle ? 'Host is not changed.' : words,
    RebootRequired: isAwaited,
    VIBsInstalled: installed.map(idOf),
    VIBsRemoved: removed.map(idOf),
    VIBsSkipped: skipped.map(idOf),
  });
}

/** `update` takes what the host has in an older version; `install` all of it, older ones too. */
const putVibs =
  (verb: 'install' | 'update') =>
  async (ask: Ask): Promise<Answer<Told>> => {
    const offer = await offered(ask);
    if (!offer.ok) return offer;
    const { coming, depots } = offer.value;
    if (verb === 'install') return perform(ask, wishOf(ask, { put: coming, over: 'older' }), depots);
    const has = new Set(packagesOf(ask.vc, ask.host, 'next').map(({ name }) => name));
    return perform(ask, wishOf(ask, { put: coming.filter(({ name }) => has.has(name)) }), depots);
  };

const removeVibs = async (ask: Ask): Promise<Answer<Told>> => {
  const have = packagesOf(ask.vc, ask.host, 'next');
  const { named, unknown } = namedAmong(have, textsOf(ask, 'vibname'));
  if (unknown !== undefined) return failed(`There is no package ${unknown} on ${ask.host.name}.`);
  return perform(ask, wishOf(ask, { drop: named.map(({ name }) => name) }), []);
};

/** `install` makes the host what the profile says, and takes away what it does not name only when told to. */
const putProfile =
  (verb: 'install' | 'update') =>
  async (ask: Ask): Promise<Answer<Told>> => {
    const found = await profileOffered(ask);
    if (!found.ok) return found;
    const { coming: put, depots, profile } = found.value;
    if (verb === 'update') return perform(ask, wishOf(ask, { put, profile: profile.name }), depots);
    const kept = new Set(put.map(({ name }) => name));
    const drop = packagesOf(ask.vc, ask.host, 'next').filter(({ name }) => !kept.has(name));
    if (drop.length > 0 && flagArg(ask, 'oktoremove') !== true)
      return failed(
        `You attempted to install an image profile which would have resulted in the removal of VIBs [${drop.map(idOf).join(', ')}]. If this is not what you intended, use profile update; to install the profile and remove them, use --ok-to-remove.`,
      );
    const wish = wishOf(ask, {
      put,
      drop: drop.map(({ name }) => name),
      profile: profile.name,
      over: 'older',
    });
    return perform(ask, wish, depots);
  };

export const installingCommands: readonly Command[] = [
  ...(['install', 'update'] as const).flatMap((verb) => [
    command({
      path: `software.vib.${verb}`,
      help: verb === 'install' ? 'Puts packages on the host.' : 'Brings packages of the host up to date.',
      params: [depotParam, vibParam, nameParam, ...workParams],
      gives: resultFields,
      run: putVibs(verb),
    }),
    command({
      path: `software.profile.${verb}`,
      help: verb === 'install' ? 'Makes the host what a profile says.' : 'Brings the host up to a profile.',
      params: [
        needed(depotParam),
        needed(profileParam),
        ...workParams,
        ...(verb === 'install'
          ? [switchParam('--ok-to-remove', 'What the profile does not name goes.')]
          : []),
      ],
      gives: resultFields,
      run: putProfile(verb),
    }),
  ]),
  command({
    path: 'software.vib.remove',
    help: 'Takes packages off the host.',
    params: [needed(nameParam), ...workParams.filter(({ name }) => name !== 'nosigcheck')],
    gives: resultFields,
    run: removeVibs,
  }),
];
