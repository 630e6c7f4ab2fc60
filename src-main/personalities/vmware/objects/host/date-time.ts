/** `HostDateTimeSystem`: a host's clock is the lab's. */
import type { Vc } from '../../vc.ts';
import { dataAt, textAt, textListAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Clock = { readonly zone: string; readonly servers: readonly string[]; readonly protocol: string };
const usual: Clock = { zone: 'UTC', servers: [], protocol: 'ntp' };
const keyOf = ({ id }: Host): string => hostKey(id, 'date-time');
export const clockOf = (vc: Vc, host: Host): Clock => settingOf(vc, keyOf(host), usual);

/** ESXi itself keeps UTC. */
const zones = [{ key: 'UTC', name: 'UTC', description: 'UTC', gmtOffset: 0 }] as const;

export function dateTimeOf(vc: Vc, host: Host): Data {
  const { zone, servers, protocol } = clockOf(vc, host);
  return {
    _type: 'HostDateTimeInfo',
    timeZone: zones.find(({ key }) => key === zone) ?? zones[0],
    systemClockProtocol: protocol,
    ntpConfig: {
      server: [...servers],
      configFile: [...servers.map((server) => `server ${server}`), 'driftfile /etc/ntp.drift'],
    },
    enabled: true,
  };
}

const update: Method<Host> = (call, host) => {
  const config = dataAt(call.args, 'config') ?? {};
  const before = clockOf(call.vc, host);
  const zone = textAt(config, 'timeZone') ?? before.zone;
  if (!zones.some(({ key }) => key === zone))
    return invalidArgument('config.timeZone', `There is no time zone ${zone}.`);
  const servers =
    dataAt(config, 'ntpConfig') === undefined ? before.servers : textListAt(config, 'ntpConfig.server');
  const protocol = textAt(config, 'protocol') ?? before.protocol;
  return writePaper(call, keyOf(host), { zone, servers, protocol });
};

export const dateTimeSystem = (): AnyManaged =>
  hostSystem('dateTimeSystem', {
    properties: { dateTimeInfo: (host, { vc }) => dateTimeOf(vc, host) },
    methods: {
      QueryAvailableTimeZones: () => done(zones.map((zone) => ({ ...zone }))),
      QueryDateTime: ({ vc }) => done(isoOf(vc.now())),
      UpdateDateTimeConfig: update,
      RefreshDateTimeSystem: () => done(undefined),
      UpdateDateTime: () =>
        faulted('NotSupported', 'A host’s clock is the lab’s: set the lab’s time in the control room.'),
    },
  });
