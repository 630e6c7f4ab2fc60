/** `/appliance`: the machine that vCenter itself would run on; what of it is simulated is read only. */
import { isoOf } from '../wire/value.ts';
import { noSuch, told } from './reply.ts';
import { param } from './rest-call.ts';
import type { Operation, RestCall } from './rest-call.ts';

/** Its parts are as well as the program that plays them: it answers. */
const healthParts = [
  'system',
  'applmgmt',
  'database-storage',
  'load',
  'mem',
  'storage',
  'swap',
  'software-packages',
];

const version = ({ vc }: RestCall): object => ({
  version: `${vc.about.version}.00000`,
  product: 'VMware vCenter Server',
  build: vc.about.build,
  type: 'vCenter Server with an embedded Platform Services Controller',
  summary: 'Simulated by Coldaisle',
  releasedate: '',
  install_time: isoOf(vc.world().now() - vc.world().clock.tick * 1000),
});

const time = ({ vc }: RestCall): object => {
  const now = isoOf(vc.now());
  return {
    seconds_since_epoch: vc.now() / 1000,
    date: now.slice(0, 10),
    time: now.slice(11, 19),
    timezone: 'UTC',
  };
};

const hostName = ({ request }: RestCall): string => new URL(request.origin).hostname;

export const applianceOperations: readonly Operation[] = [
  { on: 'GET /appliance/system/version', run: (call) => told(version(call)) },
  { on: 'GET /appliance/system/uptime', run: ({ vc }) => told(vc.world().clock.tick) },
  { on: 'GET /appliance/system/time', run: (call) => told(time(call)) },
  { on: 'GET /appliance/system/time/timezone', run: () => told('UTC') },
  {
    on: 'GET /appliance/health/{part}',
    run: (call) => {
      const part = param(call, 'part');
      return healthParts.includes(part) ? told('green') : noSuch('health item', part);
    },
  },
  { on: 'GET /appliance/health/system/lastcheck', run: ({ vc }) => told(isoOf(vc.now())) },
  { on: 'GET /appliance/access/ssh', run: () => told(false) },
  { on: 'GET /appliance/access/shell', run: () => told({ enabled: false, timeout: 0 }) },
  { on: 'GET /appliance/access/consolecli', run: () => told(false) },
  { on: 'GET /appliance/access/dcui', run: () => told(false) },
  { on: 'GET /appliance/networking/dns/hostname', run: (call) => told(hostName(call)) },
  { on: 'GET /appliance/timesync', run: () => told('HOST') },
];
