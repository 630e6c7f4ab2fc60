import { expect, test } from 'vitest';
import { commandSchema } from '../contract/commands.ts';
import { alarmSchema } from '../contract/alarms.ts';
import type { AlarmId } from '../contract/ids.ts';
import { createWorld } from '../kernel/world.ts';
import { alarmOfToday } from './alarm-of-today.ts';
import { did, facility, put, ring, showTime } from './facility.fixture.ts';
import { foldAlarm } from './fold.ts';
import type { AlarmEvent } from './fold.ts';

const warm = { of: 'A01', metric: 'temperature', rule: 'inlet-warning', value: 29 } as const;

function ringing() {
  const lab = facility(1);
  const id = ring(lab, warm);
  return { ...lab, id, alarm: () => lab.world.alarms.get(id) };
}

test('FR-130-370 notes are kept in order with who wrote them and when, and what was said while acknowledging stays', () => {
  const { world, id, alarm } = ringing();
  did(world, { type: 'alarm.acknowledge', id, note: 'On my way' });
  showTime(world, 60);
  did(world, { type: 'alarm.annotate', id, note: '  Filter is clogged ' });
  showTime(world, 120);
  did(world, { type: 'alarm.annotate', id, note: 'A new one comes at noon' });
  expect(alarm()).toMatchObject({
    note: 'On my way',
    notes: [
      { at: 1_767_600_060_000, by: 'test', text: 'Filter is clogged' },
      { at: 1_767_600_120_000, by: 'test', text: 'A new one comes at noon' },
    ],
  });
});

test('FR-130-370 a note is written beside an alarm that is over too, but not beside none, and a hundred are enough', () => {
  const { world, id, alarm } = ringing();
  did(world, { type: 'alarm.resolve', id });
  for (let n = 0; n < 100; n += 1) did(world, { type: 'alarm.annotate', id, note: `Note ${n}` });
  expect(alarm()?.notes).toHaveLength(100);
  expect(put(world, { type: 'alarm.annotate', id, note: 'One more' })).toMatchObject({
    refusal: { code: 'too-many', where: 'id' },
  });
  const gone = 'alarm-99' as AlarmId;
  expect(put(world, { type: 'alarm.annotate', id: gone, note: 'Hm' })).toMatchObject({
    refusal: { code: 'not-found', where: 'id' },
  });
  expect(commandSchema.safeParse({ type: 'alarm.annotate', id, note: '   ' }).success).toBe(false);
});

test('FR-130-371 an alarm is given to somebody, to somebody else, and taken from them', () => {
  const { world, id, alarm } = ringing();
  expect(alarm()?.assignedTo).toBeNull();
  did(world, { type: 'alarm.assign', id, to: 'ann' });
  did(world, { type: 'alarm.assign', id, to: 'ben' });
  expect(alarm()?.assignedTo).toBe('ben');
  expect(put(world, { type: 'alarm.assign', id, to: 'ben' })).toMatchObject({
    refusal: { code: 'wrong-state', message: 'alarm-1 is ben’s already', where: 'to' },
  });
  did(world, { type: 'alarm.assign', id, to: null });
  expect(alarm()?.assignedTo).toBeNull();
  expect(put(world, { type: 'alarm.assign', id, to: null })).toMatchObject({ refusal: { where: 'to' } });
});

test('FR-130-371 what is over is given to nobody any more', () => {
  const { world, id, alarm } = ringing();
  did(world, { type: 'alarm.assign', id, to: 'ann' });
  did(world, { type: 'alarm.acknowledge', id });
  did(world, { type: 'alarm.resolve', id });
  expect(put(world, { type: 'alarm.assign', id, to: 'ben' })).toMatchObject({
    refusal: { code: 'wrong-state', where: 'id' },
  });
  expect(alarm()?.assignedTo).toBe('ann');
});

test('FR-130-372 an alarm of an older version has no notes and is nobody’s', () => {
  const { alarm } = ringing();
  const { notes, assignedTo, ...old } = alarm() as NonNullable<ReturnType<typeof alarm>>;
  expect([notes, assignedTo]).toEqual([[], null]);
  expect(alarmOfToday(old)).toEqual(alarm());
  expect(alarmSchema.parse(old)).toEqual(alarm());
});

test('FR-130-372 notes and who takes care of it are folded from the log and kept in a snapshot', () => {
  const { world, id, alarm } = ringing();
  const events: AlarmEvent[] = [{ type: 'alarm.raised', alarm: structuredClone(alarm()) as never }];
  for (const input of [
    { type: 'alarm.annotate', id, note: 'Seen' },
    { type: 'alarm.assign', id, to: 'ann' },
  ] as const)
    events.push(...(did(world, input).events as AlarmEvent[]));
  const again = createWorld();
  for (const event of events) foldAlarm(again, structuredClone(event));
  expect(again.alarms.get(id)).toEqual(alarm());
  const restored = createWorld();
  restored.alarms.restore(structuredClone(world.alarms.open()), 1);
  expect(restored.alarms.get(id)).toEqual(alarm());
});
