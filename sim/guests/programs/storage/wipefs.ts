import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { hexOf } from '../../files/disk/numbers.ts';
import { signatureOf } from '../../files/disk/superblock.ts';
import type { Step } from '../../kernel/program.ts';
import type { DeviceFacts } from '../../kernel/storage/facts.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf, complain } from '../files/command.ts';
import { has } from '../files/options.ts';
import { deviceNamed, isHeld, writeContent } from './devices.ts';
import type { Column } from './table.ts';
import { tableText } from './table.ts';

const columns: readonly Column<DeviceFacts>[] = [
  { name: 'DEVICE', of: ({ name }) => name },
  {
    name: 'OFFSET',
    of: ({ content }) => (content === null ? null : `0x${signatureOf(content.type).at.toString(16)}`),
  },
  { name: 'TYPE', of: ({ content }) => content?.type ?? null },
  { name: 'UUID', of: ({ content }) => content?.uuid ?? null },
  { name: 'LABEL', of: ({ content }) => content?.label ?? null },
];

export const wipefs = commandOf({
  short: 'abfiJnO:o:pqt:',
  long: {
    all: 'a',
    backup: 'b',
    force: 'f',
    noheadings: 'i',
    json: 'J',
    'no-act': 'n',
    output: 'O',
    offset: 'o',
    parsable: 'p',
    quiet: 'q',
    types: 't',
  },
  usage: '[options] <device>',
  version: 'from util-linux 2.38.1',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    if (call.operands.length === 0)
      complain(call, "no device specified\nTry 'wipefs --help' for more information.");
    const found: DeviceFacts[] = [];
    for (const path of call.operands) {
      const device = deviceOf(call, path);
      if (device === null) continue;
      if (has(call.options, 'a')) yield* wipe(call, path, device);
      else if (device.content !== null) found.push(device);
    }
    if (found.length > 0)
      call.output += tableText(
        columns,
        found.map((value) => ({ value, branch: '' })),
        has(call.options, 'i') ? 'bare' : 'table',
      );
  },
});

function deviceOf(call: Call, path: Bytes): DeviceFacts | null {
  const { system } = call;
  const stat = system.files.stat(path);
  const device = deviceNamed(system, path);
  if (!stat.ok) complain(call, `error: ${path}: probing initialization failed: ${messageOf(stat.errno)}`);
  else if (!system.files.mayAccess(path, 'read'))
    complain(call, `error: ${path}: probing initialization failed: Permission denied`);
  else if (device === null) complain(call, `error: ${path}: probing initialization failed: Invalid argument`);
  else return device;
  return null;
}

function* wipe(call: Call, path: Bytes, device: DeviceFacts): Step<void> {
  const { system, options } = call;
  if (isHeld(system, device) && !has(options, 'f')) {
    complain(call, `error: ${path}: probing initialization failed: Device or resource busy`);
    return;
  }
  if (device.content === null) return;
  const { at, bytes } = signatureOf(device.content.type);
  const written = has(options, 'n') ? null : yield* writeContent(system, path, null);
  const hex = hexOf(bytes).replaceAll(/(..)(?=.)/g, '$1 ');
  if (written?.ok === false) complain(call, `error: ${path}: ${messageOf(written.errno)}`);
  else if (!has(options, 'q'))
    call.output += `${path}: ${bytes.length} bytes were erased at offset 0x${at.toString(16).padStart(8, '0')} (${device.content.type}): ${hex}\n`;
}
