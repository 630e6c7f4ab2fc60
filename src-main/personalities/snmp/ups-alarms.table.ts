import type { UpsFacts } from './ups-facts.ts';

/** Minutes left at which a battery counts as low: upsConfigLowBattTime. */
export const lowBatteryMinutes = 2;

/** Below this a side is dead: every mains in use has more between two phases. */
export const leastVolts = 80;

const isRunningOut = ({ state }: UpsFacts): boolean => state === 'on-battery';

export const isLow = ({ runtime }: UpsFacts): boolean => runtime !== null && runtime <= lowBatteryMinutes;

export const isDepleted = (facts: UpsFacts): boolean =>
  (facts.strings.length > 0 && facts.strings.every((string) => string === 'exhausted')) || facts.charge === 0;

/** upsWellKnownAlarms of RFC 1628 that the model can bring about; the number ends the alarm's OID. */
export const upsAlarms = [
  {
    name: 'upsAlarmBatteryBad',
    number: 1,
    holds: ({ health, strings }: UpsFacts) =>
      (health !== null && health < 80) || strings.includes('disconnected'),
  },
  { name: 'upsAlarmOnBattery', number: 2, holds: isRunningOut },
  { name: 'upsAlarmLowBattery', number: 3, holds: (facts: UpsFacts) => isRunningOut(facts) && isLow(facts) },
  { name: 'upsAlarmDepletedBattery', number: 4, holds: isDepleted },
  {
    name: 'upsAlarmTempBad',
    number: 5,
    holds: ({ temperature }: UpsFacts) => temperature !== null && temperature > 40,
  },
  {
    name: 'upsAlarmInputBad',
    number: 6,
    holds: ({ inputVoltage }: UpsFacts) => inputVoltage !== null && inputVoltage < leastVolts,
  },
  { name: 'upsAlarmOutputOverload', number: 8, holds: ({ load }: UpsFacts) => load !== null && load > 100 },
  { name: 'upsAlarmOnBypass', number: 9, holds: ({ state }: UpsFacts) => state === 'on-bypass' },
  { name: 'upsAlarmUpsOutputOff', number: 14, holds: ({ state }: UpsFacts) => state === 'off' },
  { name: 'upsAlarmGeneralFault', number: 18, holds: ({ state }: UpsFacts) => state === 'failed' },
] as const;

export type UpsAlarmNumber = (typeof upsAlarms)[number]['number'];
