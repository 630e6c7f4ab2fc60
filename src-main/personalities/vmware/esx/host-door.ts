/** What is told a host goes through the one door, said so that it happens on that host. */
import type { CommandInput } from '../../../../sim/contract/commands.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { World } from '../../../../sim/index.ts';
import type { VcDeps } from '../create-vc.ts';

type Execute = VcDeps['execute'];
type Where = { readonly world: () => World; readonly host: EntityId };

export const hostDoor =
  (execute: Execute, where: Where): Execute =>
  (command, actor) =>
    execute(onHost(command, where), actor);

/** The host's own pool is, for the lab, a part of its cluster's. */
function onHost(command: CommandInput, { world, host }: Where): CommandInput {
  const { inventory } = world();
  const parent = inventory.get(host)?.parent ?? null;
  const cluster = parent === null ? undefined : inventory.get(parent);
  const pool = cluster?.kind === 'cluster' ? cluster.id : host;
  switch (command.type) {
    case 'machine.create':
    case 'machine.register':
      return {
        ...command,
        host,
        pool: command.pool === undefined || command.pool === host ? pool : command.pool,
      };
    case 'machine.power':
      return command.verb === 'on' ? { ...command, host } : command;
    case 'inventory.change':
      return inPool(command, host, pool);
    default:
      return command;
  }
}

type Change = Extract<CommandInput, { readonly type: 'inventory.change' }>;

function inPool(command: Change, host: EntityId, pool: EntityId): Change {
  const { spec } = command;
  if (spec === undefined || !('pool' in spec) || spec['pool'] !== host) return command;
  return { ...command, spec: { ...spec, pool } };
}
