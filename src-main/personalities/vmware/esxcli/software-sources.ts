/** `software sources`: what depots offer, and how the host compares to it. */
import { packagesOf } from '../patches/packages.ts';
import type { Profile } from '../patches/metadata.ts';
import { compareVersions } from '../patches/versions.ts';
import { idOf } from '../patches/vib.ts';
import { done } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { profileOf } from '../objects/host/image.ts';
import { textAt } from '../wire/ask.ts';
import { command, needed } from './command.ts';
import type { Ask, Command, Row, Told } from './command.ts';
import {
  depotParam,
  nameParam,
  offered,
  profileOffered,
  profileParam,
  profilesOffered,
  vibParam,
} from './installing.ts';
import { offeredRow, spokenLevel, summaryFields, wholeFields, wholeRow } from './software-words.ts';

const listVibs = async (ask: Ask): Promise<Answer<Told>> => {
  const offer = await offered(ask);
  return offer.ok ? done(offer.value.coming.map((vib) => offeredRow(ask, vib))) : offer;
};

const tellVibs = async (ask: Ask): Promise<Answer<Told>> => {
  const offer = await offered(ask);
  return offer.ok ? done(offer.value.coming.map((vib) => wholeRow(vib, offeredRow(ask, vib)))) : offer;
};

const profileRow = (profile: Profile): Row => ({
  AcceptanceLevel: spokenLevel(profile.level),
  CreationTime: profile.createdAt,
  ModificationTime: profile.changedAt,
  Name: profile.name,
  Vendor: profile.vendor,
});

const listProfiles = async (ask: Ask): Promise<Answer<Told>> => {
  const found = await profilesOffered(ask);
  return found.ok ? done(found.value.profiles.map(profileRow)) : found;
};

const tellProfile = async (ask: Ask): Promise<Answer<Told>> => {
  const found = await profileOffered(ask);
  if (!found.ok) return found;
  const { profile } = found.value;
  return done({ ...profileRow(profile), Description: profile.description, VIBs: profile.vibIds });
};

/** By names and versions: what the profile has and the host not, and the other way round. */
const validate = async (ask: Ask): Promise<Answer<Told>> => {
  const found = await profileOffered(ask);
  if (!found.ok) return found;
  const { coming: wanted, profile } = found.value;
  const has = packagesOf(ask.vc, ask.host, 'running');
  const isIn = (all: readonly { name: string; version: string }[], one: { name: string; version: string }) =>
    all.some(({ name, version }) => name === one.name && compareVersions(version, one.version) === 0);
  const missing = wanted.filter((vib) => !isIn(has, vib));
  const foreign = has.filter((vib) => !isIn(wanted, vib));
  return done({
    Compliant: missing.length === 0 && foreign.length === 0,
    HostProfile: textAt(profileOf(ask.vc, ask.host, 'running'), 'name') ?? '',
    ValidationProfile: profile.name,
    VIBsinHostProfileonly: foreign.map(idOf),
    VIBsinValidationProfileonly: missing.map(idOf),
  });
};

const profileFields = {
  AcceptanceLevel: 'text',
  CreationTime: 'text',
  ModificationTime: 'text',
  Name: 'text',
  Vendor: 'text',
} as const;

export const sourceCommands: readonly Command[] = [
  command({
    path: 'software.sources.vib.list',
    help: 'Lists the packages that depots offer, and what they would be to the host.',
    params: [depotParam, vibParam, nameParam],
    gives: summaryFields,
    columns: ['Name', 'Version', 'Vendor', 'Creation Date', 'Acceptance Level', 'Status', 'Platforms'],
    run: listVibs,
  }),
  command({
    path: 'software.sources.vib.get',
    help: 'Tells all of packages that depots offer.',
    params: [depotParam, vibParam, nameParam],
    gives: wholeFields,
    run: tellVibs,
  }),
  command({
    path: 'software.sources.profile.list',
    help: 'Lists the image profiles of depots.',
    params: [needed(depotParam)],
    gives: { is: 'rows', name: 'ImageProfile', fields: profileFields },
    columns: ['Name', 'Vendor', 'Acceptance Level', 'Creation Time', 'Modification Time'],
    run: listProfiles,
  }),
  command({
    path: 'software.sources.profile.get',
    help: 'Tells all of an image profile.',
    params: [needed(depotParam), needed(profileParam)],
    gives: {
      is: 'one',
      name: 'ImageProfile',
      fields: { ...profileFields, Description: 'text', VIBs: 'texts' },
    },
    run: tellProfile,
  }),
  command({
    path: 'software.profile.validate',
    help: 'Compares the host with a profile of a depot.',
    params: [needed(depotParam), needed(profileParam)],
    gives: {
      is: 'one',
      name: 'ValidationResult',
      fields: {
        Compliant: 'flag',
        HostProfile: 'text',
        ValidationProfile: 'text',
        VIBsinHostProfileonly: 'texts',
        VIBsinValidationProfileonly: 'texts',
      },
    },
    run: validate,
  }),
];
