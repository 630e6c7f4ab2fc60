import { python3 } from '../ansible/python3.ts';
import type { Program } from '../kernel/program.ts';
import { archivePrograms } from '../programs/archive/archive.table.ts';
import { filePrograms } from '../programs/files/files.table.ts';
import { packagePrograms } from '../programs/packages/packages.table.ts';
import { processPrograms } from '../programs/processes/processes.table.ts';
import { scp } from '../programs/remote/scp.ts';
import { screenPrograms } from '../programs/screens/screens.table.ts';
import { rcService, rcStatus, rcUpdate } from '../programs/system/openrc.ts';
import { systemPrograms } from '../programs/system/system.table.ts';
import { storagePrograms } from '../programs/storage/storage.table.ts';
import { textPrograms } from '../programs/text/text.table.ts';
import { handTools } from '../programs/tools/tools.table.ts';
import { vmwareTools } from '../programs/vmware/vmware-tools.ts';
import { bash } from '../shell/bash.ts';
import { basename } from './session.ts';

const own: ReadonlyMap<string, Program> = new Map([
  ['bash', bash],
  ['python3', python3],
  ['scp', scp],
  ['rc-service', rcService],
  ['rc-update', rcUpdate],
  ['rc-status', rcStatus],
  ...textPrograms,
  ...filePrograms,
  ...processPrograms,
  ...screenPrograms,
  ...systemPrograms,
  ...packagePrograms,
  ...archivePrograms,
  ...handTools,
  ...storagePrograms,
  ...vmwareTools,
]);

/** Alpine's one file for many programs: it is what it is called as. */
const busybox: Program = (system) => {
  const called = basename(system.arguments[0] ?? '').replace(/^-/, '');
  if (called !== 'busybox') return applet(called)(system);
  const [, name, ...rest] = system.arguments;
  if (name === undefined) return introduce(system);
  return applet(name)({ ...system, arguments: [name, ...rest] });
};

function applet(name: string): Program {
  if (name === 'sh' || name === 'ash') return bash;
  const program = own.get(name === 'init' ? 'systemd' : name);
  return program ?? ((system) => refuse(system, name));
}

function* refuse(system: Parameters<Program>[0], name: string): ReturnType<Program> {
  yield* system.descriptors.write(2, `${name}: applet not found\n`);
  return 127;
}

function* introduce(system: Parameters<Program>[0]): ReturnType<Program> {
  const names = ['ash', 'sh', ...own.keys()].toSorted().join(', ');
  yield* system.descriptors.write(
    1,
    `BusyBox v1.36.1 multi-call binary.\n\nCurrently defined functions:\n\t${names}\n`,
  );
  return 0;
}

/** All that a guest can run, by the name in a file's first line. */
export const guestPrograms: ReadonlyMap<string, Program> = new Map([...own, ['busybox', busybox]]);
