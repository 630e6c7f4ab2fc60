import type { CommandInput } from '../../sim/contract/commands.ts';
import type { EntityOf } from '../../sim/contract/entities.ts';
import type { Client } from './client.ts';
import { findMachine } from './find-machine.ts';
import { done, type Outcome } from './outcome.ts';
import type { Call } from './verb.ts';

export const machine = {
  label: 'NAME',
  times: 'once',
  completes: 'get vms',
  help: 'Its name or id',
} as const;

/** Sends a command and says what came of it: the ids that it gave out go to standard output. */
export async function send(
  call: Call,
  client: Client,
  said: { readonly command: CommandInput; readonly words: string },
): Promise<Outcome<undefined>> {
  const receipt = await client.command(said.command);
  if (!receipt.ok) return receipt;
  const task = receipt.value.ids.find((id) => id.startsWith('task-'));
  call.console.words(task === undefined ? `${said.words}.` : `${said.words}: ${task}.`);
  return done;
}

type Deed = (client: Client, vm: EntityOf<'vm'>) => Promise<Outcome<undefined>>;

export async function toOne(call: Call, name: string, deed: Deed): Promise<Outcome<undefined>> {
  const client = await call.host();
  if (!client.ok) return client;
  const vm = await findMachine(client.value, name, ['vm']);
  return vm.ok ? deed(client.value, vm.value) : vm;
}
