/** `/appliance`: the machine that vCenter itself would run on; what of it is simulated is read only. */
import { isIPv4 } from 'node:net';
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

const onlyInterface = 'nic0';

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

/** Its one interface: where the client found it. Only of an address of this computer the network is known. */
function interfaceOf(call: RestCall): object {
  const name = hostName(call);
  const address = isIPv4(name) ? name : '127.0.0.1';
  const prefix = address.startsWith('127.') ? 8 : 32;
  return {
    name: onlyInterface,
    status: 'up',
    mac: '00:00:00:00:00:00',
    ipv4: { configurable: false, mode: 'STATIC', address, prefix, default_gateway: '' },
  };
}

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
  { on: 'GET /appliance/networking/interfaces', run: (call) => told([interfaceOf(call)]) },
  {
    on: 'GET /appliance/networking/interfaces/{interface_name}',
    run: (call) => {
      const name = param(call, 'interface_name');
      return name === onlyInterface ? told(interfaceOf(call)) : noSuch('interface', name);
    },
  },
  { on: 'GET /appliance/timesync', run: () => told('HOST') },
];
