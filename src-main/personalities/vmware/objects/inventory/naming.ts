/** Names are one of a kind in their place: who has one already is told with the refusal. */
import type { CommandInput } from '../../../../../sim/contract/commands.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { textAt } from '../../wire/ask.ts';
import type { Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Call } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { does } from '../machine/doing.ts';
import type { Did } from '../machine/doing.ts';

/** Of 1 to 80 characters, as vCenter has it. */
export function nameIn(call: Call, path: string): Answer<string> {
  const name = escapedName(textAt(call.args, path) ?? '');
  if (name !== '' && name.length <= 80) return done(name);
  return faulted('InvalidName', `The name '${name}' is not valid.`, { name });
}

/** `holder` is what has the name, or where it would have stood. */
export const duplicate = (name: string, object: Ref): Answer<never> =>
  faulted('DuplicateName', `The name '${name}' already exists.`, { name, object });

export async function doesNamed(
  call: Call,
  command: CommandInput,
  { name, parent }: Named,
): Promise<Answer<Did>> {
  const did = await does(call, command);
  if (did.ok || did.fault.type !== 'DuplicateName') return did;
  const { inventory } = call.vc.world();
  for (const other of inventory.childrenOf(parent))
    if (other.name.toLowerCase() === name.toLowerCase()) return duplicate(name, call.vc.refs.of(other));
  return duplicate(name, call.self);
}

type Named = { readonly name: string; readonly parent: EntityId };

/** What was made, as a reference. */
export function madeRef(call: Call, did: Did): Answer<Ref> {
  const ref = call.vc.refs.ofId(did.ids[0] as EntityId | undefined);
  return ref === undefined ? invalidArgument('name', 'What was made is gone again.') : done(ref);
}
