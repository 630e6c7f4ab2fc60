import { describe, expect, it } from 'vitest';
import type { BaseName } from '../../../bases/distribution.ts';
import { cabled } from '../../../network/cabled.fixture.ts';
import type { GuestBench } from '../../../system/guest.fixture.ts';
import { createGuestBench } from '../../../system/guest.fixture.ts';

const told = ({ run }: GuestBench, command: string): string => {
  const { output, error } = run(command);
  return output + error;
};
const machine = (): GuestBench => createGuestBench({ wire: cabled() });
const kernelWay = '10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.11 \n';

describe('ip', () => {
  it('FR-190-450 adds addresses and takes them away in the words and codes of iproute2', () => {
    const own = machine();
    expect(told(own, 'ip addr add 10.0.0.9/24 dev eth0; ip a show eth0')).toBe(
      `2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000
    link/ether 52:54:00:12:34:56 brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.11/24 brd 10.0.0.255 scope global eth0
       valid_lft forever preferred_lft forever
    inet 10.0.0.9/24 scope global secondary eth0
       valid_lft forever preferred_lft forever
`,
    );
    expect(told(own, 'ip a a 10.1.0.1/16 brd + dev eth0; ip -o -4 a show to 10.1.0.0/16')).toBe(
      '2: eth0    inet 10.1.0.1/16 brd 10.1.255.255 scope global eth0\\       valid_lft forever preferred_lft forever\n',
    );
    expect(told(own, 'ip r')).toBe(
      `default via 10.0.0.1 dev eth0 \n${kernelWay}10.1.0.0/16 dev eth0 proto kernel scope link src 10.1.0.1 \n`,
    );
    for (const [command, error, status] of [
      ['ip addr add 10.0.0.9/24 dev eth0', 'RTNETLINK answers: File exists', 2],
      ['ip addr add 10.0.0.9/24', 'Not enough information: "dev" argument is required.', 1],
      ['ip addr add foo dev eth0', 'Error: any valid prefix is expected rather than "foo".', 1],
      ['ip addr add 1.2.3.4/33 dev eth0', 'Error: any valid prefix is expected rather than "1.2.3.4/33".', 1],
      ['ip addr add 1.2.3.4/24 dev nix', 'Cannot find device "nix"', 1],
      ['ip addr del 1.2.3.4/24 dev eth0', 'RTNETLINK answers: Cannot assign requested address', 2],
      ['ip addr foo', 'Command "foo" is unknown, try "ip address help".', 255],
      ['ip addr flush', 'Flush requires arguments.', 1],
      ['ip addr show dev', 'Command line is not complete. Try option "help"', 255],
      ['ip -foo a', 'Option "-foo" is unknown, try "ip -help".', 255],
    ] as const)
      expect([command, own.run(command)]).toMatchObject([command, { error: `${error}\n`, status }]);
    expect(told(own, 'ip addr del 10.0.0.9/24 dev eth0; ip addr del 10.1.0.1/16 dev eth0; ip r')).toBe(
      `default via 10.0.0.1 dev eth0 \n${kernelWay}`,
    );
    expect(own.run('ip addr del 10.0.0.11 dev eth0; ip r; ip -br a show eth0')).toMatchObject({
      output: 'eth0             UP             \n',
      error: expect.stringContaining('Warning: Executing wildcard deletion') as string,
    });
  });

  it('FR-190-450 switches cards off and on: what led over one is lost with it', () => {
    const own = machine();
    own.run('ip route add 10.9.0.0/16 via 10.0.0.2');
    expect(told(own, 'ip link set dev eth0 down; ip -br link; ip r; ip link show eth0')).toBe(
      `lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
eth0             DOWN           52:54:00:12:34:56 <BROADCAST,MULTICAST> 
2: eth0: <BROADCAST,MULTICAST> mtu 1500 qdisc fq_codel state DOWN mode DEFAULT group default qlen 1000
    link/ether 52:54:00:12:34:56 brd ff:ff:ff:ff:ff:ff
`,
    );
    expect(told(own, 'ip a show up | grep -c eth0')).toBe('0\n');
    expect(
      told(own, 'cat /sys/class/net/eth0/operstate; curl -s -m 1 http://10.0.0.11/ | head -c 9'),
    ).toContain('<!DOCTYPE');
    expect(told(own, 'ip route add default via 10.0.0.1')).toBe('Error: Nexthop has invalid gateway.\n');
    expect(told(own, 'ip link set eth0 up mtu 1400; ip r')).toBe(kernelWay);
    expect(told(own, 'ip link show eth0 | head -1')).toContain('<BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400');
    for (const [command, error, status] of [
      ['ip link set', 'Not enough information: "dev" argument is required.', 255],
      ['ip link set nix up', 'Cannot find device "nix"', 1],
      ['ip link set eth0 foo', 'Error: either "dev" is duplicate, or "foo" is a garbage.', 255],
      ['ip link set eth0 mtu 10', 'Error: mtu less than device minimum.', 2],
      ['ip link add x type dummy', 'RTNETLINK answers: Operation not supported', 2],
    ] as const)
      expect([command, own.run(command)]).toMatchObject([command, { error: `${error}\n`, status }]);
  });

  it('FR-190-450 a way out comes back with its card where somebody watches over it, and else not', () => {
    const way = (base: BaseName): string =>
      told(
        createGuestBench({ base, wire: cabled() }),
        'ip link set eth0 down; ip link set eth0 up; ip r s default',
      );
    const out = 'default via 10.0.0.1 dev eth0 \n';
    expect([way('rhel-9'), way('ubuntu-22.04')]).toEqual([out, out]);
    expect([way('debian-12'), way('alpine-3.19')]).toEqual(['', '']);
  });

  it('FR-190-450 sets ways, in the order of the kernel, and tells which one a packet goes', () => {
    const own = machine();
    own.run('ip route add 10.9.0.0/16 via 10.0.0.2 metric 100; ip route add 10.9.0.0/16 via 10.0.0.3');
    own.run('ip route add 10.5.5.0/24 dev eth0');
    expect(told(own, 'ip route')).toBe(
      `default via 10.0.0.1 dev eth0 
${kernelWay}10.5.5.0/24 dev eth0 scope link 
10.9.0.0/16 via 10.0.0.3 dev eth0 
10.9.0.0/16 via 10.0.0.2 dev eth0 metric 100 
`,
    );
    expect(told(own, 'ip route get 10.9.1.1; ip r g 10.5.5.5; ip r g 8.8.8.8; ip r g 10.0.0.11')).toBe(
      `10.9.1.1 via 10.0.0.3 dev eth0 src 10.0.0.11 uid 0 
    cache 
10.5.5.5 dev eth0 src 10.0.0.11 uid 0 
    cache 
8.8.8.8 via 10.0.0.1 dev eth0 src 10.0.0.11 uid 0 
    cache 
local 10.0.0.11 dev lo src 10.0.0.11 uid 0 
    cache <local> 
`,
    );
    for (const [command, error, status] of [
      ['ip route add 10.9.0.0/16 via 10.0.0.4', 'RTNETLINK answers: File exists', 2],
      ['ip route add default via 10.0.0.5', 'RTNETLINK answers: File exists', 2],
      ['ip route add 1.1.1.0/24 via 9.9.9.9', 'Error: Nexthop has invalid gateway.', 2],
      ['ip route add 10.5.5.1/24 dev eth0', 'Error: Invalid prefix for given prefix length.', 2],
      ['ip route add 5.5.5.0/24 dev nix', 'Cannot find device "nix"', 1],
      ['ip route add foo via 10.0.0.1', 'Error: any valid prefix is expected rather than "foo".', 1],
      ['ip route del 9.9.9.0/24', 'RTNETLINK answers: No such process', 2],
      ['ip route flush', '"ip route flush" requires arguments.', 1],
      ['ip route get 999', 'Error: any valid prefix is expected rather than "999".', 1],
    ] as const)
      expect([command, own.run(command)]).toMatchObject([command, { error: `${error}\n`, status }]);
    expect(told(own, 'ip route replace default via 10.0.0.5; ip r s default')).toBe(
      'default via 10.0.0.5 dev eth0 \n',
    );
    own.run('ip route del 10.9.0.0/16 metric 100; ip route del default; ip route del 10.5.5.0/24');
    expect(told(own, 'ip route; ip route get 8.8.8.8')).toBe(
      `${kernelWay}10.9.0.0/16 via 10.0.0.3 dev eth0 \nRTNETLINK answers: Network is unreachable\n`,
    );
  });

  it('FR-190-450 lets root alone change, and tells programs in JSON', () => {
    const own = machine();
    const denied = { error: 'RTNETLINK answers: Operation not permitted\n', status: 2 };
    for (const command of [
      'ip addr add 10.0.0.9/24 dev eth0',
      'ip link set eth0 down',
      'ip route del default',
      'ip addr flush dev eth0',
    ])
      expect(own.run(command, { user: 'debian' })).toMatchObject(denied);
    own.run('ip a add 10.0.0.9/24 dev eth0');
    const cards = JSON.parse(own.run('ip -j a show eth0').output) as unknown;
    expect(cards).toEqual([
      {
        ifindex: 2,
        ifname: 'eth0',
        flags: ['BROADCAST', 'MULTICAST', 'UP', 'LOWER_UP'],
        mtu: 1500,
        qdisc: 'fq_codel',
        operstate: 'UP',
        group: 'default',
        txqlen: 1000,
        link_type: 'ether',
        address: '52:54:00:12:34:56',
        broadcast: 'ff:ff:ff:ff:ff:ff',
        addr_info: [
          {
            family: 'inet',
            local: '10.0.0.11',
            prefixlen: 24,
            broadcast: '10.0.0.255',
            scope: 'global',
            label: 'eth0',
            valid_life_time: 4_294_967_295,
            preferred_life_time: 4_294_967_295,
          },
          {
            family: 'inet',
            local: '10.0.0.9',
            prefixlen: 24,
            scope: 'global',
            secondary: true,
            label: 'eth0',
            valid_life_time: 4_294_967_295,
            preferred_life_time: 4_294_967_295,
          },
        ],
      },
    ]);
    expect(JSON.parse(own.run('ip -j r').output)).toEqual([
      { dst: 'default', gateway: '10.0.0.1', dev: 'eth0', flags: [] },
      { dst: '10.0.0.0/24', dev: 'eth0', protocol: 'kernel', scope: 'link', prefsrc: '10.0.0.11', flags: [] },
    ]);
    expect(own.run('ip -j -br a show eth0').output).toBe(
      '[{"ifname":"eth0","operstate":"UP","addr_info":[{"local":"10.0.0.11","prefixlen":24},{"local":"10.0.0.9","prefixlen":24}]}]\n',
    );
    expect(own.run('ip -j n; ip -6 a; ip -6 r').output).toBe('[]\n');
  });
});
