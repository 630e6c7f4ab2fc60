import { expect, test } from 'vitest';
import type { Actor } from '../../../sim/contract/actors.ts';
import { entitySchema } from '../../../sim/contract/entities.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { createInventory } from '../../../sim/inventory/inventory.ts';
import { silentLog } from '../../host/log.ts';
import type { Broker, Message, MessageListener, MessageMark } from '../broker.ts';
import { createFilterTrie } from '../filter-trie.ts';
import { createCommands } from './commands.ts';
import { verbsFor } from './things.ts';

const operator: Actor = { origin: 'api', name: 'mqtt', role: 'operator' };

function stock() {
  const inventory = createInventory();
  const put = (id: `${string}-${string}`, parent: string | null, spec: object): void => {
    const [kind = '', name = ''] = id.split('-');
    inventory.put(entitySchema.parse({ id, kind, name, parent, links: {}, aliases: {}, spec }));
  };
  const position = { x: 1, y: 1 };
  put('site-s', null, { timezone: 'UTC' });
  put('room-r', 'site-s', { width: 10, depth: 10, envelope: 'A1' });
  put('crac-c', 'room-r', { model: 'm', ratedCooling: 70, setpoint: 22, position });
  put('ups-u', 'room-r', { model: 'm', ratedPower: 100, position });
  put('battery-b', 'ups-u', { model: 'm', cells: 40, capacity: 100 });
  put('genset-g', 'site-s', { model: 'm', ratedPower: 200 });
  put('genset-x', 'site-s', { model: 'm', ratedPower: 200 });
  put('ats-x', 'site-s', { model: 'm', ratedPower: 200 });
  return inventory;
}

function bench(outcome: (command: unknown) => Promise<Result<unknown>> = async () => accepted(null)) {
  const inventory = stock();
  const trie = createFilterTrie<MessageListener>();
  const sent: Message[] = [];
  const done: unknown[] = [];
  const clients: (string | null)[] = [];
  const broker = {
    publish: (message: Message) => sent.push(message),
    subscribe: (filter: string, listener: MessageListener) => {
      const own: MessageListener = (...heard) => listener(...heard);
      trie.add(filter, own);
      return () => trie.remove(filter, own);
    },
  } as unknown as Broker;
  const commands = createCommands({
    broker,
    world: () => ({ inventory }),
    isSensorTopic: (topic) => topic === 'dc/s/r/rack-A/cmd/power',
    execute: (command, actor) => {
      done.push([command, actor]);
      return outcome(command);
    },
    actorOf: (client) => {
      clients.push(client);
      return operator;
    },
    log: silentLog,
  });
  const say = async (topic: string, payload: unknown, more: Partial<MessageMark> = {}): Promise<unknown> => {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const mark = { retain: false, client: null, ...more };
    for (const listener of trie.match(topic)) listener(topic, Buffer.from(text), mark);
    await new Promise((resolve) => setImmediate(resolve));
    const answers = sent.splice(0);
    expect(answers.every(({ qos, retain }) => qos === 1 && !retain)).toBe(true);
    return answers.map((one) => [one.topic, JSON.parse(String(one.payload))])[0];
  };
  return { say, take: () => done.splice(0), commands, inventory, clients };
}

test.each([
  ['dc/s/power/u/cmd/ups-eco', {}, { type: 'plant.order', target: 'ups-u', verb: 'ups-eco', value: null }],
  [
    'dc/s/power/g/cmd/genset-start',
    {},
    { type: 'plant.order', target: 'genset-g', verb: 'genset-start', value: null },
  ],
  ['dc/s/r/cmd/leak-dry', {}, { type: 'plant.order', target: 'room-r', verb: 'leak-dry', value: null }],
  [
    'dc/s/power/u/b/cmd/cell-replace',
    { value: 7 },
    { type: 'plant.order', target: 'battery-b', verb: 'cell-replace', value: 7 },
  ],
  [
    'dc/s/cooling/c/cmd/setpoint',
    { value: 21.5 },
    { type: 'inventory.change', id: 'crac-c', spec: { setpoint: 21.5 } },
  ],
  [
    'dc/s/cooling/c/cmd/setpoint',
    '21.5',
    { type: 'inventory.change', id: 'crac-c', spec: { setpoint: 21.5 } },
  ],
])('FR-140-080 %s becomes a command at the door, and is answered', async (topic, payload, command) => {
  const { say, take } = bench();
  expect(await say(topic, payload)).toEqual([`${topic}/response`, { ok: true }]);
  expect(take()).toEqual([[command, operator]]);
});

test('FR-140-080 each order of the table can be given to each kind it is for', () => {
  for (const [verb, { kinds }] of Object.entries(orderTable)) {
    for (const kind of kinds) expect(verbsFor(kind)).toContain(verb);
  }
  expect(verbsFor('rack')).toEqual([]);
});

test('FR-140-081 the answer goes where it was asked for, with the sender’s own mark', async () => {
  const { say, clients } = bench();
  const topic = 'dc/s/power/u/cmd/ups-off';
  const message = { id: 'job 7', responseTopic: 'my/answers' };
  expect(await say(topic, message, { client: 'scada' })).toEqual(['my/answers', { id: 'job 7', ok: true }]);
  expect(clients).toEqual(['scada']);
  // An answer on a sensor's topic would be taken for a reading of it.
  const onSensor = { responseTopic: 'dc/s/r/rack-A/cmd/power' };
  expect(await say('dc/s/power/u/cmd/ups-on', onSensor)).toMatchObject([
    'dc/s/power/u/cmd/ups-on/response',
    {},
  ]);
});

test('FR-140-081 what the world refuses is answered with its reason and hint', async () => {
  const { say } = bench(async () =>
    refused('wrong-state', 'u has failed', { where: 'target', hint: 'Repair it.' }),
  );
  expect(await say('dc/s/power/u/cmd/ups-eco', { id: 'a' })).toEqual([
    'dc/s/power/u/cmd/ups-eco/response',
    { id: 'a', ok: false, code: 'wrong-state', message: 'u has failed', where: 'target', hint: 'Repair it.' },
  ]);
});

test('FR-140-081 a defect of ours is answered too, and the next command is obeyed', async () => {
  let calls = 0;
  const { say } = bench(async () => {
    calls += 1;
    if (calls === 1) throw new Error('boom');
    return accepted(null);
  });
  const topic = 'dc/s/power/u/cmd/ups-eco';
  expect(await say(topic, { id: 'a' })).toMatchObject([
    `${topic}/response`,
    { id: 'a', ok: false, code: 'internal' },
  ]);
  expect(await say(topic, {})).toEqual([`${topic}/response`, { ok: true }]);
});

test.each([
  ['dc/s/power/nobody/cmd/ups-eco', '{}', 'unknown-entity', 'dc/s/power/nobody', 'Take the topic'],
  ['dc/s/power/x/cmd/ats-auto', '{}', 'wrong-state', 'dc/s/power/x', 'Rename one'],
  [
    'dc/s/power/u/cmd/genset-start',
    '{}',
    'unsupported',
    'verb',
    'What is of kind ups takes ups-online, ups-eco',
  ],
  ['dc/s/power/u/cmd/explode', '{}', 'unsupported', 'verb', 'What is of kind ups takes'],
  ['dc/s/facility/cmd/explode', '{}', 'unsupported', 'verb', 'What is of kind site takes no commands'],
  ['dc/s/power/u/cmd/ups-eco', 'garbage', 'invalid-input', undefined, 'Send {}'],
  ['dc/s/power/u/cmd/ups-eco', '', 'invalid-input', undefined, 'Send {}'],
  ['dc/s/power/u/cmd/ups-eco', '"now"', 'invalid-input', '', 'Send {}'],
  ['dc/s/power/u/cmd/ups-eco', '{"valeu":1}', 'invalid-input', '', 'Send {}'],
  ['dc/s/power/u/cmd/ups-eco', '{"responseTopic":"a/#"}', 'invalid-input', 'responseTopic', 'Send {}'],
  [
    'dc/s/power/u/cmd/ups-eco',
    '{"responseTopic":"dc/s/r/cmd/leak-dry"}',
    'invalid-input',
    'responseTopic',
    'Send {}',
  ],
  ['dc/s/power/u/cmd/ups-eco', `{"id":"${'x'.repeat(5000)}"}`, 'too-large', undefined, 'Send {}'],
  ['dc/s/cooling/c/cmd/setpoint', '{}', 'invalid-input', 'value', 'Send {"value":21}'],
  ['dc/s/power/u/b/cmd/cell-replace', '{}', 'invalid-input', 'value', 'Send {"value":7}'],
])('FR-140-082 %s with %s is refused: %s', async (...row) => {
  const [topic, payload, code, where, hint] = row;
  const { say, take } = bench();
  const answer = (await say(topic, payload)) as [string, Record<string, unknown>];
  expect(answer).toMatchObject([`${topic}/response`, { ok: false, code, message: expect.any(String) }]);
  expect([answer[1]['where'], String(answer[1]['hint']).startsWith(hint)]).toEqual([where, true]);
  expect(take()).toEqual([]);
});

test('FR-140-082 garbage that names itself is answered under that name', async () => {
  const { say } = bench();
  const answer = await say('dc/s/power/u/cmd/ups-eco', { id: 'a', responseTopic: 'b', value: 'high' });
  expect(answer).toMatchObject(['b', { id: 'a', ok: false, where: 'value' }]);
});

test('FR-140-083 a retained command is refused; taking it away is no command', async () => {
  const { say, take } = bench();
  const topic = 'dc/s/power/u/cmd/ups-off';
  const answer = await say(topic, { id: 'a' }, { retain: true });
  expect(answer).toMatchObject([
    `${topic}/response`,
    { id: 'a', ok: false, code: 'not-allowed', where: topic },
  ]);
  expect(await say(topic, '', { retain: true })).toBeUndefined();
  expect(take()).toEqual([]);
});

test('FR-140-083 answers and the readings of a PDU called cmd are no commands', async () => {
  const { say, take } = bench();
  expect(await say('dc/s/power/u/cmd/ups-off/response', { ok: true })).toBeUndefined();
  expect(await say('dc/s/r/rack-A/cmd/power', '3.2')).toBeUndefined();
  expect(take()).toEqual([]);
});

test('FR-140-083 a flood is answered with busy instead of being queued without end', async () => {
  const gate = Promise.withResolvers<Result<unknown>>();
  const { say, take } = bench(() => gate.promise);
  const topic = 'dc/s/power/u/cmd/ups-off';
  for (let n = 0; n < 200; n += 1) await say(topic, {});
  expect(await say(topic, {})).toMatchObject([`${topic}/response`, { ok: false, code: 'busy' }]);
  expect(take()).toHaveLength(200);
  gate.resolve(accepted(null));
  await new Promise((resolve) => setImmediate(resolve));
  expect(await say(topic, {})).toBeDefined();
  expect(take()).toHaveLength(1);
});

test('FR-140-083 a renamed thing takes commands under its new name at once; after close nothing is heard', async () => {
  const { say, inventory, commands, take } = bench();
  await say('dc/s/power/u/cmd/ups-eco', {});
  const ups = [...inventory.all()].find(({ kind }) => kind === 'ups');
  if (ups !== undefined) inventory.put({ ...ups, name: 'v' });
  expect(await say('dc/s/power/v/cmd/ups-eco', {})).toMatchObject([expect.any(String), { ok: true }]);
  expect(take()).toHaveLength(2);
  commands.close();
  expect(await say('dc/s/power/v/cmd/ups-eco', {})).toBeUndefined();
});
