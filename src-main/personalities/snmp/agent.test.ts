import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settingsSchema } from '../../../sim/contract/settings.ts';
import { createAgent } from './agent.ts';
import type { Agent } from './agent.ts';
import { createCounters } from './counters.ts';
import type { Counters } from './counters.ts';
import { createEngineClock, engineIdOf } from './engine.ts';
import { createKeyring } from './keyring.ts';
import { createMib, scalar } from './mib.ts';
import { createBerReader } from './wire/ber-reader.ts';
import { integer, octets, oidValue, sequence, wrapped } from './wire/ber.ts';
import { oidOf, oidText } from './wire/oid.ts';
import { tags } from './wire/tags.table.ts';
import { localKey, stretchedKey } from './wire/usm.ts';
import { encodeV3, readScopedPdu, readV3 } from './wire/v3-message.ts';
import type { SecurityLevel, V3Outgoing } from './wire/v3-message.ts';
import { integerOf } from './wire/values.ts';

const engine = engineIdOf('lab', 'ups-1' as never);
const object = oidOf('1.3.6.1.9.1');
const get = wrapped(
  0xa0,
  integer(42),
  integer(0),
  integer(0),
  sequence(sequence(oidValue([...object, 0]), wrapped(tags.null))),
);

type Bench = { readonly agent: Agent; readonly counters: Counters; readonly pass: (seconds: number) => void };

function bench(): Bench {
  let now = 1000;
  const counters = createCounters();
  const settings = settingsSchema.parse({}).faces.snmp;
  const agent = createAgent({
    engine,
    counters,
    clock: createEngineClock(1_800_000_000, () => now),
    keyring: createKeyring(() => settings),
    mib: () => createMib([scalar(object, () => integerOf(5))]),
    mostOctets: 8192,
  });
  return {
    agent,
    counters,
    pass: (seconds) => {
      now += seconds;
    },
  };
}

const keys = {
  auth: localKey(stretchedKey('coldaisle-auth'), engine),
  privacy: localKey(stretchedKey('coldaisle-priv'), engine),
};
const boots = 1_800_000_000 - 1_767_225_600;

/** A manager's request. */
function asked(level: SecurityLevel, more: Partial<V3Outgoing> = {}): Buffer {
  return encodeV3({
    id: 9,
    level: 'none',
    engine,
    boots,
    time: 0,
    user: 'coldaisle',
    keys: null,
    salt: Buffer.alloc(8, 7),
    pdu: get,
    ...(level === 'none' ? {} : { level, keys }),
    context: '',
    reports: 'wanted',
    ...more,
  });
}

type Heard = {
  readonly tag: number;
  readonly requestId: number;
  readonly oid: string;
  readonly value: number;
};

function heard(reply: Buffer | null): Heard | null {
  if (reply === null) return null;
  const reader = createBerReader(reply).enter(tags.sequence);
  reader.integer();
  const message = readV3(reader, reply);
  if (message === null || message.level === 'privacy') throw new Error('not a plain SNMPv3 message');
  const { pdu } = readScopedPdu(message.data);
  const tag = pdu.nextTag();
  const inside = pdu.enter(tag);
  const requestId = inside.integer();
  inside.skip();
  inside.skip();
  const binding = inside.enter(tags.sequence).enter(tags.sequence);
  return {
    tag,
    requestId,
    oid: oidText(binding.oid()),
    value: binding.octets(binding.nextTag()).readUInt8(0),
  };
}

const report = (oid: string, value: number, requestId = 42): object => ({ tag: 0xa8, requestId, oid, value });
const usm = '1.3.6.1.6.3.15.1.1';

test('FR-130-108 RFC 3414’s own example: the password maplesyrup on its engine', () => {
  const example = Buffer.from('000000000000000000000002', 'hex');
  expect(localKey(stretchedKey('maplesyrup'), example).toString('hex')).toBe(
    '6695febc9288e36282235fc7151f128497b38f3f',
  );
});

test('FR-130-108 who does not know the engine yet is told it, and counted', () => {
  const { agent, counters } = bench();
  const discovery = asked('none', { engine: Buffer.alloc(0), boots: 0, user: '' });
  const reply = agent.answer(discovery);
  expect(heard(reply)).toEqual(report(`${usm}.4.0`, 1));
  expect(reply?.includes(engine)).toBe(true);
  expect(counters.unknownEngines).toBe(1);
});

test('FR-130-108 a message of more than 150 seconds ago, or of the boot before, is a replay and answered with the time', () => {
  const { agent, counters, pass } = bench();
  const recorded = asked('auth');
  expect(heard(agent.answer(recorded))).toMatchObject({ tag: 0xa2, value: 5 });
  pass(150);
  expect(heard(agent.answer(recorded))).toMatchObject({ tag: 0xa2 });
  pass(1);
  expect(heard(agent.answer(recorded))).toEqual(report(`${usm}.2.0`, 1));
  expect(heard(agent.answer(asked('auth', { boots: boots - 1, time: 151 })))).toEqual(
    report(`${usm}.2.0`, 2),
  );
  expect(counters.notInTimeWindow).toBe(2);
});

test('FR-130-108 the report of the time is signed, so that it may be believed', () => {
  const { agent } = bench();
  const reply = agent.answer(asked('auth', { time: 4000 })) ?? Buffer.alloc(0);
  const reader = createBerReader(reply).enter(tags.sequence);
  reader.integer();
  expect(readV3(reader, reply)).toMatchObject({ level: 'auth', boots, time: 0 });
});

test('FR-130-108 one flipped bit anywhere behind the digest is a wrong digest', () => {
  const { agent, counters } = bench();
  const message = asked('auth');
  message[message.length - 1] = (message.at(-1) ?? 0) ^ 1;
  expect(heard(agent.answer(message))).toEqual(report(`${usm}.5.0`, 1));
  expect(counters.wrongDigests).toBe(1);
});

test('FR-130-108 what decrypts to noise is told as such', () => {
  const { agent } = bench();
  const others = { auth: keys.auth, privacy: localKey(stretchedKey('something else'), engine) };
  expect(heard(agent.answer(asked('privacy', { keys: others })))).toEqual(report(`${usm}.6.0`, 1, 0));
});

test('FR-130-108 a context that is not here is reported', () => {
  const { agent } = bench();
  const message = asked('none', { context: 'vlan-12' });
  expect(heard(agent.answer(message))).toEqual(report('1.3.6.1.6.3.12.1.5.0', 1));
});

test('FR-130-108 who asks for no report gets none', () => {
  const { agent, counters } = bench();
  expect(agent.answer(asked('none', { user: 'mallory', reports: 'unwanted' }))).toBeNull();
  expect(counters.unknownUsers).toBe(1);
});

test('FR-130-108 another security model is dropped and counted', () => {
  const { agent, counters } = bench();
  const message = asked('none');
  const at = message.indexOf(Buffer.from('020103', 'hex'), 10);
  message[at + 2] = 2;
  expect(agent.answer(message)).toBeNull();
  expect(counters.unknownSecurityModels).toBe(1);
});

test('FR-130-108 two answers never use the same salt', () => {
  const { agent } = bench();
  const salts = new Set<string>();
  for (let n = 0; n < 50; n += 1) {
    const reply = agent.answer(asked('privacy')) ?? Buffer.alloc(0);
    const reader = createBerReader(reply).enter(tags.sequence);
    reader.integer();
    salts.add(readV3(reader, reply)?.salt.toString('hex') ?? '');
  }
  expect(salts.size).toBe(50);
});

test('FR-130-107 whatever comes over the wire, an agent answers or is silent: it never falls', () => {
  const { agent, counters } = bench();
  const whole = [asked('none'), asked('auth'), asked('privacy'), sequence(integer(1), octets('public'), get)];
  const mangled = fc
    .tuple(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 }),
      fc.nat(200),
    )
    .map(([message, changes, cut]) => {
      const copy = Buffer.from(message);
      for (const [at, byte] of changes) copy[at % copy.length] = byte;
      return copy.subarray(0, copy.length - (cut > 100 ? cut - 100 : 0));
    });
  const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.oneof(mangled, noise), (datagram) => {
      const reply = agent.answer(datagram);
      expect(reply === null || reply[0] === tags.sequence).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(counters.inPackets).toBeGreaterThanOrEqual(3000);
});

test('FR-130-107 noise is counted as noise, v1 as a wrong version', () => {
  const { agent, counters } = bench();
  agent.answer(Buffer.from('hello'));
  agent.answer(sequence(integer(0), octets('public'), get));
  expect([counters.parseErrors, counters.badVersions]).toEqual([1, 1]);
});
