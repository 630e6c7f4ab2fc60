/** `software`: what is installed on the host. */
import { done } from '../objects/fault.ts';
import { acceptanceOf, packagesOf, profileOf } from '../objects/host/image.ts';
import { textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { isoOf } from '../wire/value.ts';
import { argOf, command, failed, needed, textParam, through } from './command.ts';
import type { Ask, Command, Row } from './command.ts';

/** `2023-09-21`. */
const dayOf = (time: string): string => time.slice(0, 10);

const levels = {
  VMwareCertified: 'vmware_certified',
  VMwareAccepted: 'vmware_accepted',
  PartnerSupported: 'partner',
  CommunitySupported: 'community',
} as const;

const spoken = (level: string): string =>
  Object.entries(levels).find(([, word]) => word === level)?.[0] ?? level;

function vibRow({ vc }: Ask, vib: Data): Row {
  const [name, version, vendor] = ['name', 'version', 'vendor'].map((field) => textAt(vib, field) ?? '');
  return {
    AcceptanceLevel: spoken(textAt(vib, 'acceptanceLevel') ?? ''),
    CreationDate: dayOf(textAt(vib, 'creationDate') ?? ''),
    ID: `${vendor}_bootbank_${name}_${version}`,
    InstallDate: dayOf(textAt(vib, 'installDate') ?? isoOf(vc.world().clock.epoch)),
    Name: name,
    Platforms: ['host'],
    Status: '',
    Vendor: vendor,
    Version: version,
  };
}

const vibs = (ask: Ask) => done(packagesOf(ask.vc, ask.host).map((vib) => vibRow(ask, vib)));

const setLevel = (ask: Ask) => {
  const level = argOf(ask, 'level') ?? '';
  const word = Object.entries(levels).find(([name]) => name === level)?.[1];
  if (word === undefined) return failed(`--level is one of ${Object.keys(levels).join(', ')}.`);
  return through(ask, 'imageConfigManager', {
    method: 'UpdateHostImageAcceptanceLevel',
    args: { newAcceptanceLevel: word },
  });
};

export const softwareCommands: readonly Command[] = [
  command({
    path: 'software.vib.list',
    help: 'Lists the packages of the host.',
    gives: {
      is: 'rows',
      name: 'SummaryExt',
      fields: {
        AcceptanceLevel: 'text',
        CreationDate: 'text',
        ID: 'text',
        InstallDate: 'text',
        Name: 'text',
        Platforms: 'texts',
        Status: 'text',
        Vendor: 'text',
        Version: 'text',
      },
    },
    columns: ['Name', 'Version', 'Vendor', 'Acceptance Level', 'Install Date', 'Platforms'],
    run: vibs,
  }),
  command({
    path: 'software.profile.get',
    help: 'Tells from which image the host was made.',
    gives: {
      is: 'one',
      name: 'ImageProfile',
      fields: { AcceptanceLevel: 'text', Name: 'text', VIBs: 'texts', Vendor: 'text' },
    },
    run: ({ vc, host }) => {
      const profile = profileOf(vc, host);
      return done({
        AcceptanceLevel: spoken(acceptanceOf(vc, host)),
        Name: textAt(profile, 'name'),
        VIBs: packagesOf(vc, host).map(
          (vib) => `${textAt(vib, 'name') ?? ''} ${textAt(vib, 'version') ?? ''}`,
        ),
        Vendor: textAt(profile, 'vendor'),
      });
    },
  }),
  command({
    path: 'software.acceptance.get',
    help: 'Tells from whom packages are taken.',
    gives: { is: 'text' },
    run: ({ vc, host }) => done(spoken(acceptanceOf(vc, host))),
  }),
  command({
    path: 'software.acceptance.set',
    help: 'Sets from whom packages are taken.',
    params: [needed(textParam('-l --level', Object.keys(levels).join(', ')))],
    run: setLevel,
  }),
];
