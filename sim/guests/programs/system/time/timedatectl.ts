import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { readStates } from '../../../system/init/state.ts';
import { momentSaid } from '../../files/moment.ts';
import { clockText, dateText, longText, momentOf } from '../time-text.ts';
import { isSynchronised } from './sources.ts';

type Service = { readonly unit: Bytes; readonly isActive: boolean };
type Verb = (system: System, value: Bytes) => Step<number>;

/** What the machine's clock says and who keeps it; sets it. */
export const timedatectl: Program = function* (system) {
  const [verb = 'status', ...values] = system.arguments.slice(1).filter((word) => !word.startsWith('--'));
  const run = verbs[verb];
  if (run === undefined) {
    yield* system.descriptors.write(2, `Unknown command verb ${verb}.\n`);
    return 1;
  }
  return yield* run(system, values.join(' '));
};

const verbs: Readonly<Record<string, Verb>> = {
  status: (system) => put(system, statusText(system)),
  show: (system) => put(system, propertiesText(system)),
  'timesync-status': function* (system) {
    yield* system.descriptors.write(
      2,
      'Failed to query server: Could not activate remote peer: activation request failed: unknown unit.\n',
    );
    return 1;
  },
  'list-timezones': (system) => put(system, 'Etc/UTC\nUTC\n'),
  'set-time': setTime,
  'set-ntp': setKeeping,
  'set-timezone': function* (system, zone) {
    if (zone === 'UTC' || zone === 'Etc/UTC') return 0;
    return yield* refuse(system, 'set time zone', `Invalid or not installed time zone '${zone}'`);
  },
  'set-local-rtc': (system, value) =>
    /^(0|no|false|off)$/.test(value)
      ? put(system, '')
      : refuse(system, 'set local RTC', 'Operation not supported'),
};

function* put(system: System, text: Bytes): Step<number> {
  yield* system.descriptors.write(1, text);
  return 0;
}

function* refuse(system: System, what: Bytes, why: Bytes): Step<number> {
  yield* system.descriptors.write(2, `Failed to ${what}: ${why}\n`);
  return 1;
}

/** Who keeps the clock, of those that are installed. */
function serviceOf(system: System): Service | null {
  const unit = ['chrony.service', 'chronyd.service'].find(
    (name) =>
      system.files.stat(`/lib/systemd/system/${name}`).ok ||
      system.files.stat(`/usr/lib/systemd/system/${name}`).ok,
  );
  if (unit === undefined) return null;
  const state = readStates(system).find(({ name }) => name === unit);
  return { unit, isActive: state?.active === 'active' };
}

function statusText(system: System): Bytes {
  const now = longText(system.now());
  const moment = momentOf(system.now());
  const service = serviceOf(system);
  const rows: readonly (readonly [string, string])[] = [
    ['Local time', now],
    ['Universal time', now],
    ['RTC time', `${now.slice(0, 3)} ${dateText(moment)} ${clockText(moment)}`],
    ['Time zone', 'Etc/UTC (UTC, +0000)'],
    ['System clock synchronized', isSynchronised(system) ? 'yes' : 'no'],
    ['NTP service', service === null ? 'n/a' : service.isActive ? 'active' : 'inactive'],
    ['RTC in local TZ', 'no'],
  ];
  return rows.map(([name, value]) => `${name.padStart(25)}: ${value}\n`).join('');
}

function propertiesText(system: System): Bytes {
  const service = serviceOf(system);
  const said = (is: boolean): string => (is ? 'yes' : 'no');
  const now = longText(system.now());
  return [
    'Timezone=Etc/UTC',
    'LocalRTC=no',
    `CanNTP=${said(service !== null)}`,
    `NTP=${said(service?.isActive === true)}`,
    `NTPSynchronized=${said(isSynchronised(system))}`,
    `TimeUSec=${now}`,
    `RTCTimeUSec=${now}`,
    '',
  ].join('\n');
}

const isRoot = ({ processes }: System): boolean => processes.who().uid === 0;
const barred = 'Interactive authentication required.';

function* setTime(system: System, value: Bytes): Step<number> {
  const seconds = value === '' ? null : momentSaid(value, system.now());
  if (seconds === null) {
    yield* system.descriptors.write(2, `Failed to parse time specification '${value}': Invalid argument\n`);
    return 1;
  }
  if (serviceOf(system)?.isActive === true)
    return yield* refuse(system, 'set time', 'Automatic time synchronization is enabled');
  if (!isRoot(system)) return yield* refuse(system, 'set time', barred);
  const changed = system.machine.clock.change({
    offset: seconds * 1000 - system.steady(),
    rate: 0,
    until: null,
  });
  return changed.ok ? 0 : yield* refuse(system, 'set time', 'Operation not permitted');
}

function* setKeeping(system: System, value: Bytes): Step<number> {
  const isOn = /^(1|yes|true|on|y|t)$/.test(value);
  if (!isOn && !/^(0|no|false|off|n|f)$/.test(value)) {
    yield* system.descriptors.write(2, `Failed to parse NTP setting: Invalid argument\n`);
    return 1;
  }
  const service = serviceOf(system);
  if (service === null) return yield* refuse(system, 'set ntp', 'NTP not supported');
  if (!isRoot(system)) return yield* refuse(system, 'set ntp', barred);
  const spawned = system.processes.spawn({
    file: '/usr/bin/systemctl',
    arguments: ['systemctl', '--quiet', isOn ? 'enable' : 'disable', '--now', service.unit],
    environment: system.environment,
    descriptors: new Map(),
    group: 'parent',
  });
  if (!spawned.ok) return yield* refuse(system, 'set ntp', 'Transport endpoint is not connected');
  yield* system.processes.wait({ pid: spawned.value, isHanging: true, alsoStopped: false });
  return 0;
}
