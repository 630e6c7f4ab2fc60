/** `software`: what is installed on the host. */
import { done } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { acceptanceOf, profileOf } from '../objects/host/image.ts';
import { awaitsStart } from '../patches/packages.ts';
import type { Package } from '../patches/packages.ts';
import { namedAmong } from '../patches/sources.ts';
import { textAt } from '../wire/ask.ts';
import { argOf, command, failed, flagArg, needed, textParam, through } from './command.ts';
import type { Ask, Command, Told } from './command.ts';
import { installingCommands, nameParam, textsOf } from './installing.ts';
import { sourceCommands } from './software-sources.ts';
import {
  imageAsked,
  installedRow,
  levels,
  rebootingParam,
  spokenLevel,
  summaryFields,
  wholeFields,
  wholeRow,
} from './software-words.ts';

const image = (ask: Ask): readonly Package[] => imageAsked(ask, awaitsStart(ask.vc, ask.host));

const vibs = (ask: Ask) => done(image(ask).map((one) => installedRow(ask, one)));

const tellVibs = (ask: Ask): Answer<Told> => {
  const { named, unknown } = namedAmong(image(ask), textsOf(ask, 'vibname'));
  return unknown === undefined
    ? done(named.map((one) => wholeRow(one, installedRow(ask, one))))
    : failed(`There is no package ${unknown} on ${ask.host.name}.`);
};

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
    params: [rebootingParam],
    gives: summaryFields,
    columns: ['Name', 'Version', 'Vendor', 'Acceptance Level', 'Install Date', 'Platforms'],
    run: vibs,
  }),
  command({
    path: 'software.vib.get',
    help: 'Tells all of packages of the host.',
    params: [nameParam, rebootingParam],
    gives: wholeFields,
    run: tellVibs,
  }),
  command({
    path: 'software.profile.get',
    help: 'Tells from which image the host was made.',
    params: [rebootingParam],
    gives: {
      is: 'one',
      name: 'ImageProfile',
      fields: { AcceptanceLevel: 'text', Name: 'text', VIBs: 'texts', Vendor: 'text' },
    },
    run: (ask) => {
      const { vc, host } = ask;
      const profile = profileOf(vc, host, flagArg(ask, 'rebootingimage') === true ? 'next' : 'running');
      return done({
        AcceptanceLevel: spokenLevel(acceptanceOf(vc, host)),
        Name: textAt(profile, 'name'),
        VIBs: image(ask).map(({ name, version }) => `${name} ${version}`),
        Vendor: textAt(profile, 'vendor'),
      });
    },
  }),
  ...installingCommands,
  ...sourceCommands,
  command({
    path: 'software.acceptance.get',
    help: 'Tells from whom packages are taken.',
    gives: { is: 'text' },
    run: ({ vc, host }) => done(spokenLevel(acceptanceOf(vc, host))),
  }),
  command({
    path: 'software.acceptance.set',
    help: 'Sets from whom packages are taken.',
    params: [needed(textParam('-l --level', Object.keys(levels).join(', ')))],
    run: setLevel,
  }),
];
