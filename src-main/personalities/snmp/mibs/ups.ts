/** UPS-MIB, RFC 1628: what is not a line. */
import { cell, scalar } from '../mib.ts';
import type { MibEntry } from '../mib.ts';
import { isDepleted, isLow, lowBatteryMinutes, upsAlarms } from '../ups-alarms.table.ts';
import type { UpsFacts } from '../ups-facts.ts';
import { gaugeOf, integerOf, oidValueOf, textOf, ticksOf } from '../wire/values.ts';
import type { SnmpValue } from '../wire/values.ts';
import { given } from '../readings.ts';
import { bypassObjects, inputObjects, outputObjects } from './ups-lines.ts';
import { group, scalars, tenths, upsMib } from './ups-tree.ts';
import type { Read, Ups } from './ups-tree.ts';

const wellKnownAlarms = [...upsMib, group.alarm, 3];
const noTestInitiated = [...upsMib, group.test, 7, 1];
const batteryStatus = { unknown: 1, normal: 2, low: 3, depleted: 4 } as const;
const noTestsSoFar = 6;
const audibleDisabled = 1;
const onBattery = 2;

export function upsObjects(scope: Ups): MibEntry[] {
  return [
    ...identity(scope),
    ...battery(scope),
    ...inputObjects(scope),
    ...outputObjects(scope),
    ...bypassObjects(scope),
    ...alarms(scope),
    scalar([...upsMib, group.test, 1], () => oidValueOf(noTestInitiated)),
    scalar([...upsMib, group.test, 3], () => integerOf(noTestsSoFar)),
    ...config(scope),
  ];
}

const identity = ({ device }: Ups): MibEntry[] =>
  scalars(group.ident, [
    [1, () => textOf('Coldaisle (simulated)')],
    [2, () => textOf(device.spec.model)],
    [3, () => textOf('simulated')],
    [4, () => textOf('Coldaisle')],
    [5, () => textOf(device.name)],
  ]);

type Measured = 'runtime' | 'charge' | 'voltage' | 'current' | 'temperature';

function battery({ world, watch, device }: Ups): MibEntry[] {
  const fact =
    (name: Measured, as: (value: number) => SnmpValue): Read =>
    () =>
      given(watch.look(device.id).facts[name], as);
  const secondsOnBattery: Read = () => {
    const { facts, since } = watch.look(device.id);
    if (facts.state === null) return null;
    return integerOf(world.clock.tick - (since.get(onBattery) ?? world.clock.tick));
  };
  return scalars(group.battery, [
    [1, () => integerOf(statusOf(watch.look(device.id).facts))],
    [2, secondsOnBattery],
    [3, fact('runtime', (minutes) => integerOf(Math.floor(minutes)))],
    [4, fact('charge', integerOf)],
    [5, fact('voltage', tenths)],
    [6, fact('current', tenths)],
    [7, fact('temperature', integerOf)],
  ]);
}

function statusOf(facts: UpsFacts): number {
  if (isDepleted(facts)) return batteryStatus.depleted;
  if (facts.charge === null && facts.runtime === null) return batteryStatus.unknown;
  return isLow(facts) ? batteryStatus.low : batteryStatus.normal;
}

/** A row is there while its alarm stands; its index is the alarm's number. */
function alarms(scope: Ups): MibEntry[] {
  const { watch, device } = scope;
  const row = [...upsMib, group.alarm, 2, 1];
  const rows = upsAlarms.flatMap(({ number }) => {
    const since = (): number | undefined => watch.look(device.id).since.get(number);
    return [
      cell([...row, 2], [number], () =>
        since() === undefined ? null : oidValueOf([...wellKnownAlarms, number]),
      ),
      cell([...row, 3], [number], () => given(since() ?? null, (tick) => ticksOf(tick * 100))),
    ];
  });
  return [...scalars(group.alarm, [[1, () => gaugeOf(watch.look(device.id).since.size)]]), ...rows];
}

const config = ({ device }: Ups): MibEntry[] =>
  scalars(group.config, [
    [6, () => integerOf(device.spec.ratedPower * 1000)],
    [7, () => integerOf(lowBatteryMinutes)],
    [8, () => integerOf(audibleDisabled)],
  ]);
