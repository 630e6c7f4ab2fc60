/** From a call to a command of the world, and back as a task. */
import { commandSchema } from '../../../../../sim/contract/commands.ts';
import type { CommandInput, Receipt } from '../../../../../sim/contract/commands.ts';
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { refusalFromIssues } from '../../../../../sim/contract/result.ts';
import type { Refusal } from '../../../../../sim/contract/result.ts';
import { decide } from '../../../../../sim/index.ts';
import type { Worked } from '../../tasks/tasks.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call } from '../managed.ts';
import type { Ref, Value } from '../../wire/value.ts';

/** The command's own ids, and the world's tasks that it began. */
export type Did = { readonly ids: readonly string[]; readonly follows: readonly string[] };

const isTask = (id: string): boolean => /^task-\d+$/.test(id);

export const didOf = ({ ids }: Receipt): Did => ({
  ids: ids.filter((id) => !isTask(id)),
  follows: ids.filter(isTask),
});

export async function does(call: Call, command: CommandInput): Promise<Answer<Did>> {
  const receipt = await call.vc.execute(command, call.caller);
  return receipt.ok ? done(didOf(receipt.value)) : refusedAs(call, command, receipt.refusal);
}

/** Whether the world would do it: it is asked, and nothing is done. */
export function judged(call: Call, command: CommandInput): Answer<null> {
  const { vc, caller } = call;
  const parsed = commandSchema.safeParse(command);
  if (!parsed.success) return refusedBy(refusalFromIssues(parsed.error.issues));
  const decision = decide(vc.world(), parsed.data, vc.actorOf(caller));
  return decision.ok ? done(null) : refusedAs(call, command, decision.refusal);
}

function refusedAs(call: Call, command: CommandInput, refusal: Refusal): Answer<never> {
  const taken = refusal.code === 'name-taken' && 'name' in command ? command.name : undefined;
  return typeof taken === 'string' ? nameTaken(call, command, taken) : refusedBy(refusal);
}

/** vSphere names who has it. */
function nameTaken({ vc, self }: Call, command: CommandInput, name: string): Answer<never> {
  const { inventory } = vc.world();
  const own = 'id' in command && command.id !== undefined ? inventory.get(command.id as EntityId) : undefined;
  const parent = 'parent' in command && command.parent !== undefined ? command.parent : own?.parent;
  const holder = [...inventory.childrenOf((parent ?? null) as EntityId | null)].find(
    (each) => each.kind === 'vm' && each.name.toLowerCase() === name.toLowerCase(),
  );
  const object = holder === undefined ? self : vc.refs.of(holder);
  return faulted('DuplicateName', `The name '${name}' already exists.`, { name, object });
}

/** A command whose end is the end of the work. */
export async function worksAs(call: Call, command: CommandInput): Promise<Answer<Worked>> {
  const did = await does(call, command);
  return did.ok ? done({ follows: did.value.follows }) : did;
}

type Begun = {
  /** `VirtualMachine.powerOn`. */
  readonly descriptionId: string;
  readonly entity: Entity;
  readonly work: () => Promise<Answer<Worked>>;
};

/** A task on the object that was called. */
export const begin = (call: Call, { descriptionId, entity, work }: Begun): Answer<Ref> =>
  call.vc.tasks.run(call, {
    name: call.method,
    descriptionId,
    // A snapshot or a browser is no entity of the tree: its owner is.
    entity: call.vc.refs.of(entity),
    entityName: entity.name,
    work,
  });

/** For calls that answer with nothing. */
export async function doesPlainly(call: Call, command: CommandInput): Promise<Answer> {
  const did = await does(call, command);
  return did.ok ? done(undefined) : did;
}

export const textOf = (value: Value): string | undefined => (typeof value === 'string' ? value : undefined);
export const numberOf = (value: Value): number | undefined => (typeof value === 'number' ? value : undefined);
