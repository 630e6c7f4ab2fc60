import type { Actor } from '../../../sim/contract/actors.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Entity } from '../../../sim/contract/entities.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import { commandFilters, readCommandTopic, responseTopic } from '../../../sim/contract/topics.ts';
import type { Log } from '../../host/log.ts';
import type { Broker, MessageMark } from '../broker.ts';
import { addressIn, readCommandMessage } from './message.ts';
import type { CommandAnswer, CommandMessage } from './message.ts';
import { createThings, isOrderVerb, setpointVerb, verbsFor } from './things.ts';
import type { Stock, Things } from './things.ts';

export type CommandsDeps = {
  readonly broker: Broker;
  readonly world: () => Stock;
  /** A PDU may be called `cmd`, by which its readings look like commands. */
  readonly isSensorTopic: (topic: string) => boolean;
  readonly execute: (command: CommandInput, actor: Actor) => Promise<Result<unknown>>;
  /** Who knocks: `client` is the MQTT client's id where the broker tells it. */
  readonly actorOf: (client: string | null) => Actor;
  readonly log: Log;
};

export type Commands = { readonly close: () => void };

/** More at once than people or scripts mean; a flood must not fill the door's queue. */
const mostUnderWay = 200;

/** `<thing>/cmd/<verb>`: told to the door as any other face would, and answered. */
export function createCommands(deps: CommandsDeps): Commands {
  const { broker, isSensorTopic } = deps;
  const log = deps.log.child('commands');
  const things = createThings(deps.world);
  let underWay = 0;

  const answer = (
    topic: string,
    to: Pick<CommandMessage, 'id' | 'responseTopic'>,
    outcome: Outcome,
  ): void => {
    const { id, responseTopic: other } = to;
    const text: CommandAnswer = { ...(id === undefined ? {} : { id }), ...outcome };
    const where = other === undefined || isSensorTopic(other) ? responseTopic(topic) : other;
    broker.publish({ topic: where, payload: JSON.stringify(text), qos: 1, retain: false });
  };
  const obey = async (topic: string, payload: Uint8Array, mark: MessageMark): Promise<void> => {
    const read = judge(topic, payload, { things, mark, underWay });
    if (!read.ok) return answer(topic, addressIn(payload), { ok: false, ...read.refusal });
    const { command, message } = read.value;
    const actor = deps.actorOf(mark.client);
    underWay += 1;
    try {
      const done = await deps.execute(command, actor);
      log.info('command', { topic, by: actor.name, ok: done.ok });
      answer(topic, message, done.ok ? { ok: true } : { ok: false, ...done.refusal });
    } finally {
      underWay -= 1;
    }
  };
  const hear = (topic: string, payload: Uint8Array, mark: MessageMark): void => {
    // An empty retained message is how one takes a retained one away.
    if (isSensorTopic(topic) || (payload.length === 0 && mark.retain)) return;
    obey(topic, payload, mark).catch((fault: unknown) => {
      log.error('a command failed', { topic, fault });
      const message = 'The command failed by a defect of ours; the log says more.';
      answer(topic, addressIn(payload), { ok: false, code: 'internal', message });
    });
  };
  const disposes = commandFilters.map((filter) => broker.subscribe(filter, hear));
  return {
    close: () => {
      for (const dispose of disposes) dispose();
    },
  };
}

type Outcome = { readonly ok: true } | ({ readonly ok: false } & Refusal);

type Circumstances = {
  readonly things: Things;
  readonly mark: MessageMark;
  readonly underWay: number;
};

type Judged = { readonly command: CommandInput; readonly message: CommandMessage };

function judge(
  topic: string,
  payload: Uint8Array,
  { things, mark, underWay }: Circumstances,
): Result<Judged> {
  if (mark.retain) {
    return refused('not-allowed', 'A retained command would be carried out again after every restart.', {
      where: topic,
      hint: 'Send it without the retain flag; an empty retained message takes this one away.',
    });
  }
  if (underWay >= mostUnderWay) {
    return refused('busy', `${underWay} commands are under way already.`, {
      where: topic,
      hint: 'Wait for the answer of one before you send the next.',
    });
  }
  const aim = readCommandTopic(topic);
  if (aim === null) return refused('invalid-input', 'This is no topic of a command.', { where: topic });
  const thing = things.find(aim.device);
  if (!thing.ok) return thing;
  const message = readCommandMessage(payload);
  if (!message.ok) return message;
  const command = commandFor(thing.value, aim.verb, message.value);
  return command.ok ? accepted({ command: command.value, message: message.value }) : command;
}

function commandFor(thing: Entity, verb: string, { value }: CommandMessage): Result<CommandInput> {
  const verbs = verbsFor(thing.kind);
  if (!verbs.includes(verb)) {
    const takes = verbs.length === 0 ? 'takes no commands' : `takes ${verbs.join(', ')}`;
    return refused('unsupported', `${thing.name} does not know the command ${JSON.stringify(verb)}.`, {
      where: 'verb',
      hint: `What is of kind ${thing.kind} ${takes}.`,
    });
  }
  const needsValue = verb === setpointVerb || (isOrderVerb(verb) && orderTable[verb].value === 'number');
  if (needsValue && value === undefined) {
    return refused('invalid-input', `${verb} needs a value.`, {
      where: 'value',
      hint: verb === setpointVerb ? 'Send {"value":21}, in °C.' : 'Send {"value":7}: the number of the cell.',
    });
  }
  if (isOrderVerb(verb)) {
    return accepted({
      type: 'plant.order',
      target: thing.id,
      verb,
      value: needsValue ? (value ?? null) : null,
    });
  }
  return accepted({ type: 'inventory.change', id: thing.id, spec: { setpoint: value } });
}
