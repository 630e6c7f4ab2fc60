import type { Actor } from '../contract/actors.ts';
import type { Command } from '../contract/commands.ts';
import type { ComputeCommand } from '../contract/machine-commands.ts';
import type { Result } from '../contract/result.ts';
import type { TaskCommand } from '../contract/tasks.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { decideAssociate, decideAttach, decideDetach } from './attach.ts';
import { decideBalance } from './balance.ts';
import { decideMachineConfigure } from './configure.ts';
import { decideMachineClone, decideMachineCreate } from './create.ts';
import { decideTask } from './finish.ts';
import { decideHostMode, decideHostPower, decideHostReport } from './host.ts';
import { decideMigrate } from './migrate.ts';
import { decidePanic } from './panic.ts';
import { decideMachinePower } from './power.ts';
import { decideMachineRemove, decideTemplate } from './remove.ts';
import { decideRegister, decideUnregister } from './register.ts';
import { decideConsolidate } from './consolidate.ts';
import { decidePromote } from './promote.ts';
import { decideForget, decideRevert, decideSnapshot } from './snapshots.ts';

type Computing = ComputeCommand | TaskCommand;

export const isComputing = (command: Command): command is Computing =>
  /^(?:machine|host|cluster|volume|address|task)\./.test(command.type);

export function decideCompute(world: World, command: Computing, actor: Actor): Result<Decision> {
  switch (command.type) {
    case 'machine.create':
      return decideMachineCreate(world, command, actor);
    case 'machine.clone':
      return decideMachineClone(world, command, actor);
    case 'machine.configure':
      return decideMachineConfigure(world, command);
    case 'machine.power':
      return decideMachinePower(world, command, actor);
    case 'machine.migrate':
      return decideMigrate(world, command, actor);
    case 'machine.snapshot':
      return decideSnapshot(world, command, actor);
    case 'machine.revert':
      return decideRevert(world, command, actor);
    case 'machine.forget':
      return decideForget(world, command);
    case 'machine.template':
      return decideTemplate(world, command);
    case 'machine.remove':
      return decideMachineRemove(world, command);
    case 'machine.consolidate':
      return decideConsolidate(world, command, actor);
    case 'machine.promote':
      return decidePromote(world, command, actor);
    case 'machine.unregister':
      return decideUnregister(world, command);
    case 'machine.report':
      return decidePanic(world, command, actor);
    case 'machine.register':
      return decideRegister(world, command);
    default:
      return decideAround(world, command, actor);
  }
}

type Around = Exclude<Computing, { type: `machine.${string}` }>;

/** Hosts, clusters, what tenants hang on machines, and tasks. */
function decideAround(world: World, command: Around, actor: Actor): Result<Decision> {
  switch (command.type) {
    case 'host.mode':
      return decideHostMode(world, command, actor);
    case 'host.power':
      return decideHostPower(world, command, actor);
    case 'host.report':
      return decideHostReport(world, command, actor);
    case 'cluster.balance':
      return decideBalance(world, command, actor);
    case 'volume.attach':
      return decideAttach(world, command);
    case 'volume.detach':
      return decideDetach(world, command);
    case 'address.associate':
      return decideAssociate(world, command);
    case 'task.cancel':
    case 'task.finish':
      return decideTask(world, command, actor);
    default:
      return command satisfies never;
  }
}
