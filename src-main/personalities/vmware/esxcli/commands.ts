/** All commands of esxcli that a host knows here, by name space. */
import { addressCommands } from './addresses.ts';
import type { Command } from './command.ts';
import { connectionCommands } from './connections.ts';
import { firewallCommands } from './firewall.ts';
import { hardwareCommands } from './hardware.ts';
import { iscsiCommands } from './iscsi.ts';
import { machineCommands } from './machines.ts';
import { nicCommands } from './nics.ts';
import { optionCommands } from './options.ts';
import { softwareCommands } from './software.ts';
import { storageCommands } from './storage.ts';
import { switchCommands } from './switches.ts';
import { systemCommands } from './system.ts';

export const allCommands: readonly Command[] = [
  ...systemCommands,
  ...optionCommands,
  ...hardwareCommands,
  ...nicCommands,
  ...addressCommands,
  ...switchCommands,
  ...connectionCommands,
  ...firewallCommands,
  ...machineCommands,
  ...storageCommands,
  ...iscsiCommands,
  ...softwareCommands,
];

/** `network.vm` of `network.vm.list`. */
export const spaceOf = ({ path }: Command): string => path.slice(0, path.lastIndexOf('.'));
export const wordOf = ({ path }: Command): string => path.slice(path.lastIndexOf('.') + 1);

/** Its commands; empty where there is no such name space. */
export const commandsIn = (space: string): readonly Command[] =>
  allCommands.filter((command) => spaceOf(command) === space);

export const nameSpaces = (): readonly string[] => [...new Set(allCommands.map(spaceOf))].toSorted();
