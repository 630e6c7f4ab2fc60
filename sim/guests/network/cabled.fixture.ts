import { createSettings } from './settings.ts';
import type { Wire } from './wire.ts';
import { noWire } from './wire.ts';

/** One card of 10.0.0.11 behind the gateway 10.0.0.1, and nobody else on its cable. */
export const cabled = (): Wire => ({
  ...noWire,
  ...createSettings(() => ({
    interfaces: [
      {
        name: 'eth0',
        hardware: '52:54:00:12:34:56',
        mtu: 1500,
        isUp: true,
        addresses: [{ address: '10.0.0.11', prefix: 24 }],
      },
    ],
    gateway: '10.0.0.1',
  })),
});
