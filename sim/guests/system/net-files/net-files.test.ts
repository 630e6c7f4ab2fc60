import { describe, expect, it } from 'vitest';
import type { BaseName } from '../../bases/distribution.ts';
import { cabled } from '../../network/cabled.fixture.ts';
import type { GuestBench } from '../guest.fixture.ts';
import { createGuestBench } from '../guest.fixture.ts';

const told = ({ run }: GuestBench, command: string): string => {
  const { output, error } = run(command);
  return output + error;
};
const machine = (base: BaseName): GuestBench => createGuestBench({ base, wire: cabled() });
const card = 'ip -br a show eth0 | tr -s " "';

describe('cards by what files say', () => {
  it('FR-190-455 Debian names its cards in a file, and ifdown and ifup go by it', () => {
    const own = machine('debian-12');
    expect(told(own, 'grep -v "^#" /etc/network/interfaces')).toBe(
      'source /etc/network/interfaces.d/*\n\nauto lo\niface lo inet loopback\n\nauto eth0\niface eth0 inet dhcp\n',
    );
    expect(told(own, 'systemctl is-active networking; ifup eth0')).toBe(
      'active\nifup: interface eth0 already configured\n',
    );
    expect(told(own, `ifdown eth0; ${card}; ip r; ifdown eth0`)).toBe(
      'eth0 DOWN \nifdown: interface eth0 not configured\n',
    );
    expect(told(own, `ifup eth0; ${card}; ip r s default`)).toBe(
      'eth0 UP 10.0.0.11/24 \ndefault via 10.0.0.1 dev eth0 \n',
    );
    own.run(
      `printf 'auto eth0\\niface eth0 inet static\\n  address 10.0.0.50\\n  netmask 255.255.255.128\\n  gateway 10.0.0.2\\n  up ip route add 10.8.0.0/16 via 10.0.0.3\\n' > /etc/network/interfaces`,
    );
    expect(told(own, card)).toBe('eth0 UP 10.0.0.11/24 \n');
    expect(told(own, `systemctl restart networking; ${card}; ip r`)).toBe(
      `eth0 UP 10.0.0.50/25 
default via 10.0.0.2 dev eth0 proto static 
10.0.0.0/25 dev eth0 proto kernel scope link src 10.0.0.50 
10.8.0.0/16 via 10.0.0.3 dev eth0 
`,
    );
  });

  it('FR-190-455 a file that cannot be read is told with its line, and its unit fails', () => {
    const own = machine('debian-12');
    own.run("printf 'auto eth0\\naddress 10.0.0.50/24\\n' > /etc/network/interfaces");
    expect(own.run('ifup eth0')).toMatchObject({
      error:
        '/etc/network/interfaces:2: misplaced option\nifup: couldn\'t read interfaces file "/etc/network/interfaces"\n',
      status: 1,
    });
    expect(told(own, 'systemctl restart networking 2> /dev/null; systemctl is-active networking')).toBe(
      'failed\n',
    );
    expect(told(own, 'journalctl -u networking --no-pager | grep -c "misplaced option"')).toMatch(/^[1-9]/);
    own.run("printf 'auto eth0\\niface eth0 inet static\\n' > /etc/network/interfaces; ifdown eth0");
    expect(own.run('ifup eth0')).toMatchObject({
      error:
        'Missing required variable: address\nMissing required configuration variables for interface eth0/inet.\nifup: failed to bring up eth0\n',
      status: 1,
    });
    expect(own.run('ifup eth9')).toMatchObject({ error: 'ifup: unknown interface eth9\n', status: 1 });
    expect(own.run('/usr/sbin/ifup eth0', { user: 'debian' }).status).toBe(1);
  });

  it('FR-190-455 Alpine goes by the same file, and reads those of a directory', () => {
    const own = machine('alpine-3.19');
    expect(told(own, 'grep eth0 /etc/network/interfaces')).toBe('auto eth0\niface eth0 inet dhcp\n');
    own.run(
      "mkdir -p /etc/network/interfaces.d; printf 'source /etc/network/interfaces.d/*\\n' > /etc/network/interfaces; printf 'auto eth0\\niface eth0 inet static\\naddress 10.0.0.60/24\\n' > /etc/network/interfaces.d/eth0",
    );
    expect(told(own, `ifdown eth0; ifup -a; ${card}; ip r`)).toBe(
      'eth0 UP 10.0.0.60/24 \n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.60 \n',
    );
  });

  it('FR-190-456 Ubuntu keeps its network in netplan: apply brings it up, and says where a file is wrong', () => {
    const own = machine('ubuntu-22.04');
    expect(told(own, 'netplan get; stat -c %a /etc/netplan/50-cloud-init.yaml')).toBe(
      'network:\n  version: 2\n  ethernets:\n    eth0:\n      dhcp4: true\n600\n',
    );
    const file = (lines: readonly string[]): string =>
      `printf '${['network:', '  version: 2', '  ethernets:', '    eth0:', ...lines].join('\\n')}\\n' > /etc/netplan/50-cloud-init.yaml`;
    own.run(
      file([
        '      addresses: [10.0.0.70/24, 10.0.0.71/24]',
        '      routes:',
        '        - to: default',
        '          via: 10.0.0.1',
        '        - to: 10.8.0.0/16',
        '          via: 10.0.0.3',
        '      nameservers:',
        '        addresses: [10.0.0.53]',
      ]),
    );
    own.run('ip addr add 10.0.0.99/24 dev eth0');
    expect(told(own, `netplan apply; ${card}; ip r; grep nameserver /etc/resolv.conf`)).toBe(
      `eth0 UP 10.0.0.70/24 10.0.0.71/24 
default via 10.0.0.1 dev eth0 proto static 
10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.70 
10.8.0.0/16 via 10.0.0.3 dev eth0 proto static 
nameserver 10.0.0.53
`,
    );
    expect(told(own, 'ip link set eth0 down; ip link set eth0 up; ip r s default')).toBe(
      'default via 10.0.0.1 dev eth0 proto static \n',
    );
    own.run(file(['      adresses: [10.0.0.80/24]']));
    expect(own.run('netplan apply')).toMatchObject({
      error: `/etc/netplan/50-cloud-init.yaml:5:7: Error in network definition: unknown key 'adresses'
      adresses: [10.0.0.80/24]
      ^
`,
      status: 1,
    });
    own.run(file(['      addresses: [10.0.0.80]']));
    expect(own.run('netplan generate').error).toContain("address '10.0.0.80' is missing /prefixlength");
    own.run(file(['\\taddresses: [10.0.0.80/24]']));
    expect(own.run('netplan apply').error).toContain('tabs are not allowed for indent');
    expect(told(own, card)).toBe('eth0 UP 10.0.0.70/24 10.0.0.71/24 \n');
  });

  it('FR-190-456 netplan try takes back what nobody says yes to', () => {
    const own = machine('ubuntu-22.04');
    own.run("sed -i 's|dhcp4: true|addresses: [10.0.0.70/24]|' /etc/netplan/50-cloud-init.yaml");
    expect(own.run('netplan try', { input: '' })).toMatchObject({ status: 1 });
    expect(told(own, card)).toBe('eth0 UP 10.0.0.11/24 \n');
    expect(own.run('netplan try', { input: '\n' }).output).toContain('Configuration accepted.');
    expect(told(own, card)).toBe('eth0 UP 10.0.0.70/24 \n');
  });
});
