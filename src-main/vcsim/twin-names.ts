/** vcsim lets two machines of a folder have one name; the lab does not: the second gets a number behind it. */
import type { Actor } from '../../sim/contract/actors.ts';
import type { LightHost } from './light-host.ts';

const mostTwins = 50;

type Naming = { readonly type: string; readonly name: string };

const isNaming = (command: unknown): command is Naming =>
  typeof command === 'object' &&
  command !== null &&
  'type' in command &&
  (command.type === 'machine.create' || command.type === 'machine.clone') &&
  'name' in command &&
  typeof command.name === 'string';

export const withTwinNames =
  (execute: LightHost['execute']): LightHost['execute'] =>
  async (command: unknown, actor: Actor) => {
    let result = await execute(command, actor);
    if (!isNaming(command)) return result;
    for (let at = 2; at <= mostTwins && !result.ok && result.refusal.code === 'name-taken'; at += 1)
      result = await execute({ ...command, name: `${command.name} (${at})` }, actor);
    return result;
  };
