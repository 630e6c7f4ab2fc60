import type { Bytes } from '../../bytes.ts';
import type { DeviceFacts } from '../../kernel/storage/facts.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { deviceNamed, diskIdentifier, partUuid, pathOfDevice, sourceNamed, tagsSaid } from './devices.ts';

type Tag = readonly [name: string, value: Bytes];

function tagsOf(device: DeviceFacts, system: readonly DeviceFacts[]): readonly Tag[] {
  const { content } = device;
  const part = partUuid(device);
  const parts = system.filter(({ of }) => of === device.name);
  const own: readonly Tag[] =
    content === null
      ? []
      : [
          ...(content.label === '' ? [] : [['LABEL', content.label] as const]),
          ['UUID', content.uuid],
          ...(content.type === 'swap'
            ? []
            : [['BLOCK_SIZE', content.type === 'xfs' ? '512' : String(content.blockBytes)] as const]),
          ['TYPE', content.type],
        ];
  return [
    ...own,
    ...(part === null ? [] : [['PARTUUID', part] as const]),
    ...(parts[0] === undefined
      ? []
      : [['PTUUID', diskIdentifier(parts[0])] as const, ['PTTYPE', 'dos'] as const]),
  ];
}

const nothing = 2;

export const blkid = commandOf({
  short: 'c:dghilL:n:o:O:ps:S:t:u:U:vw:',
  long: {
    label: 'L',
    uuid: 'U',
    output: 'o',
    'match-tag': 's',
    'match-token': 't',
    probe: 'p',
    'list-one': 'l',
    'cache-file': 'c',
    'garbage-collect': 'g',
  },
  usage: '[options] [<device> ...]',
  version: 'from util-linux 2.38.1  (libblkid 2.38.1, 04-Aug-2022)',
  order: 'anywhere',
  misuse: 4,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const [tag] = tagsSaid(call.options);
    if (tag === undefined) list(call);
    else {
      const path = sourceNamed(call.system, tag);
      if (path === null) call.status = nothing;
      else call.output += `${path}\n`;
    }
  },
});

function list(call: Call): void {
  const { system, options, operands } = call;
  const all = system.storage.devices();
  const asked = operands.length === 0 ? all : operands.flatMap((path) => deviceNamed(system, path) ?? []);
  const shown = options.filter(({ key }) => key === 's').map(({ value }) => value);
  const token = valueOf(options, 't');
  const found = asked.flatMap((device) => {
    const tags = tagsOf(device, all);
    if (token !== null && !tags.some(([name, value]) => `${name}=${value}` === token)) return [];
    const chosen = tags.filter(([name]) => shown.length === 0 || shown.includes(name));
    return chosen.length === 0 ? [] : [{ device, chosen }];
  });
  const form = valueOf(options, 'o') ?? 'full';
  for (const [at, { device, chosen }] of (has(options, 'l') ? found.slice(0, 1) : found).entries())
    call.output += lineOf(device, chosen, { form, isFirst: at === 0 });
  if (found.length === 0) call.status = nothing;
}

function lineOf(
  device: DeviceFacts,
  tags: readonly Tag[],
  { form, isFirst }: { form: Bytes; isFirst: boolean },
): Bytes {
  switch (form) {
    case 'value':
      return tags.map(([, value]) => `${value}\n`).join('');
    case 'device':
      return `${pathOfDevice(device)}\n`;
    case 'export':
      return `${isFirst ? '' : '\n'}DEVNAME=${pathOfDevice(device)}\n${tags.map(([name, value]) => `${name}=${value}\n`).join('')}`;
    default:
      return `${pathOfDevice(device)}: ${tags.map(([name, value]) => `${name}="${value}"`).join(' ')}\n`;
  }
}
