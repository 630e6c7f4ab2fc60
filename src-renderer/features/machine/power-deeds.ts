/** The buttons of machines: which there are, which work now, and pressing them on one or on many. */
import { create } from 'zustand';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import { powerFrom } from '../../../sim/contract/power-verbs.table.ts';
import { execute } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import { countText } from '../../ui/numbers.ts';
import { showDone, showRefusal } from '../../ui/toasts.ts';
import { machineVerbs, verbTable } from './power-verbs.table.ts';
import type { Verb } from './power-verbs.table.ts';

/** What must be known of a machine to press its buttons. */
export type Powered = Pick<MachineRow, 'id' | 'name' | 'kind' | 'power' | 'isTemplate'> & {
  /** Of a host. */
  readonly mode?: 'normal' | 'entering-maintenance' | 'maintenance';
};

export const verbsFor = (kind: Powered['kind']): readonly Verb[] => machineVerbs[kind];

/** Null where it works now. */
export function verbRefusal(verb: Verb, machine: Powered): string | null {
  const words = text().machine;
  const { name, kind, power } = machine;
  const wrong = words.isState(name, words.states[power]);
  if (!verbsFor(kind).includes(verb)) return words.notFor(words.verbs[verb]);
  if (machine.isTemplate) return words.isTemplate(name);
  if (verb === 'enter' || verb === 'leave') {
    const isIn = machine.mode !== undefined && machine.mode !== 'normal';
    return isIn === (verb === 'leave')
      ? null
      : words.isState(name, isIn ? words.states.maintenance : words.states.on);
  }
  if (kind === 'host') return (power === 'on') === (verb !== 'on') ? null : wrong;
  const from: readonly string[] = powerFrom[verb];
  return from.includes(power) ? null : wrong;
}

function commandFor(verb: Verb, { id, kind }: Powered): CommandInput {
  if (verb === 'enter' || verb === 'leave')
    return { type: 'host.mode', id, mode: verb === 'enter' ? 'maintenance' : 'normal' };
  if (kind === 'host') {
    const pressed = verb === 'on' || verb === 'reboot' ? verb : 'off';
    return { type: 'host.power', id, verb: pressed, machines: verb === 'on' ? 'refuse' : 'force' };
  }
  return { type: 'machine.power', id, verb };
}

type Asking = { readonly verb: Verb; readonly machines: readonly Powered[] } | null;
export const usePowerAsk = create<{ readonly asking: Asking }>(() => ({ asking: null }));
export const closePowerAsk = (): void => usePowerAsk.setState({ asking: null });

const asks = (verb: Verb, machines: readonly Powered[]): boolean =>
  verbTable[verb].asks !== 'never' ||
  (verb !== 'on' && verb !== 'leave' && machines.some(({ kind }) => kind === 'host'));

/** Asks first where something could be lost. */
export function press(verb: Verb, machines: readonly Powered[]): void {
  if (machines.length === 0) return;
  if (asks(verb, machines)) usePowerAsk.setState({ asking: { verb, machines } });
  else void pressNow(verb, machines);
}

const atOnce = 8;

/** One command each, some at a time; a refusal of one keeps none of the others back. */
export async function pressNow(verb: Verb, machines: readonly Powered[]): Promise<void> {
  const words = text().machine;
  const waiting = [...machines];
  const refusals: { readonly message: string; readonly hint: string | undefined }[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const answer = await execute(commandFor(verb, next));
      if (!answer.ok) refusals.push({ message: answer.refusal.message, hint: answer.refusal.hint });
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, machines.length) }, work));
  const done = machines.length - refusals.length;
  const [first] = refusals;
  const [only] = machines;
  if (first !== undefined) {
    const message =
      machines.length === 1 ? first.message : words.refusedMany(countText(refusals.length), first.message);
    showRefusal({ code: 'wrong-state', message, ...(first.hint === undefined ? {} : { hint: first.hint }) });
  }
  if (done > 0 && only !== undefined)
    showDone(
      machines.length === 1
        ? words.done(words.verbs[verb], only.name)
        : words.doneMany(words.verbs[verb], countText(done), countText(machines.length)),
    );
}

/** Opens a terminal on it, which starts its system where nobody has been inside yet. */
export const consolePath = (name: string): string => `/consoles?open=${encodeURIComponent(name)}`;
export const machinePath = (id: EntityId): string => `/machine?id=${encodeURIComponent(id)}`;
