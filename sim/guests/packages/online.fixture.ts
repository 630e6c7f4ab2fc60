import type { Wire } from '../network/wire.ts';
import { noWire } from '../network/wire.ts';

/** A machine with a cable in: what the lab's repository wants to be asked. */
export const online: Wire = {
  ...noWire,
  interfaces: () => [
    {
      name: 'eth0',
      hardware: '52:54:00:12:34:56',
      mtu: 1500,
      isUp: true,
      addresses: [{ address: '10.0.0.5', prefix: 24 }],
    },
  ],
};
