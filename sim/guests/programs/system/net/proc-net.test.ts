import { expect, it } from 'vitest';
import { cabled } from '../../../network/cabled.fixture.ts';
import { createGuestBench } from '../../../system/guest.fixture.ts';

it('FR-190-459 /proc/net tells ways, sockets and neighbours in the numbers of Linux', () => {
  const { run } = createGuestBench({ wire: { ...cabled(), neighbours: () => met } });
  run('ip route add 10.9.0.0/16 via 10.0.0.2 metric 100');
  expect(run('tr -s " " < /proc/net/route').output).toBe(
    `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT 
eth0\t00000000\t0100000A\t0003\t0\t0\t0\t00000000\t0\t0\t0 
eth0\t0000000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0 
eth0\t0000090A\t0200000A\t0003\t0\t0\t100\t0000FFFF\t0\t0\t0 
`,
  );
  const sockets = run('tail -n +2 /proc/net/tcp').output;
  expect(sockets).toMatch(
    /^ {3}\d: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000 {5}0 {8}0 \d+ 1 /m,
  );
  expect(sockets).toMatch(/^ {3}\d: 00000000:0050 00000000:0000 0A /m);
  expect(run('cat /proc/net/arp').output).toBe(
    `IP address       HW type     Flags       HW address            Mask     Device
10.0.0.1         0x1         0x2         00:1b:0a:00:00:01     *        eth0
10.0.0.9         0x1         0x0         00:00:00:00:00:00     *        eth0
`,
  );
});

const met = [
  { address: '10.0.0.1', interface: 'eth0', hardware: '00:1b:0a:00:00:01' },
  { address: '10.0.0.9', interface: 'eth0', hardware: null },
];
