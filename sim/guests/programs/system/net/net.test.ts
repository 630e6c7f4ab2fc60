import { describe, expect, it } from 'vitest';
import { createSettings } from '../../../network/settings.ts';
import type { Wire } from '../../../network/wire.ts';
import type { GuestBench } from '../../../system/guest.fixture.ts';
import { createGuestBench } from '../../../system/guest.fixture.ts';

const own = { 'web-01': '10.0.0.11', 'web-02': '10.0.0.12' } as const;

/** Two machines on one cable. */
function createPair(): {
  readonly near: GuestBench;
  readonly far: GuestBench;
  readonly cable: { isCut: boolean };
} {
  const cable = { isCut: false };
  const benches: { far: GuestBench | null } = { far: null };
  const wireOf = (address: string): Wire => ({
    ...createSettings(() => ({
      interfaces: [
        {
          name: 'eth0',
          hardware: '52:54:00:12:34:56',
          mtu: 1500,
          isUp: true,
          addresses: [{ address, prefix: 24 }],
        },
      ],
      gateway: '10.0.0.1',
    })),
    nameServers: () => ['10.0.0.1'],
    servesNames: (server) => server === '10.0.0.1',
    domain: () => 'lab.internal',
    resolve: (name) =>
      Object.entries(own).find(([known]) => [known, `${known}.lab.internal`].includes(name))?.[1] ?? null,
    nameOf: (to) => {
      const name = Object.entries(own).find(([, known]) => known === to)?.[0];
      return name === undefined ? null : `${name}.lab.internal`;
    },
    neighbours: () => [],
    forget: () => undefined,
    traffic: () => ({ received: { bytes: 0, packets: 0 }, sent: { bytes: 0, packets: 0 } }),
    count: () => undefined,
    reach: (to) =>
      cable.isCut || to !== own['web-02']
        ? { ok: false, reason: 'unreachable', hops: [] }
        : { ok: true, milliseconds: 0.5, hops: [] },
    dial: (to, port) => {
      if (cable.isCut) return { kind: 'silent' };
      const endpoint =
        to === own['web-02']
          ? (benches.far?.guest.dial({ address: to, port }, { address, port: 40_000 }) ?? null)
          : null;
      return endpoint === null ? { kind: 'refused' } : { kind: 'open', endpoint, milliseconds: 1 };
    },
  });
  const near = createGuestBench({ name: 'web-01', wire: wireOf(own['web-01']) });
  const far = createGuestBench({ name: 'web-02', wire: wireOf(own['web-02']) });
  benches.far = far;
  return { near, far, cable };
}

describe('the network of a guest', () => {
  it('FR-190-126 shows addresses, routes and sockets as the lab has them', () => {
    const { near } = createPair();
    expect(near.run('ip -br a').output).toBe(
      'lo               UNKNOWN        127.0.0.1/8 \neth0             UP             10.0.0.11/24 \n',
    );
    expect(near.run('ip a').output).toContain('    inet 10.0.0.11/24 brd 10.0.0.255 scope global eth0\n');
    expect(near.run('ip r').output).toBe(
      'default via 10.0.0.1 dev eth0 \n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.11 \n',
    );
    const { output } = near.run('ss -tlnp');
    expect(output).toMatch(/LISTEN 0 +128 +0\.0\.0\.0:80 +0\.0\.0\.0:\* users:\(\("nginx",pid=\d+,fd=3\)\)/);
    expect(output).toContain('("sshd",pid=');
    expect(near.run('ip a show eth9')).toMatchObject({ error: 'Device "eth9" does not exist.\n', status: 1 });
  });

  it('FR-190-127 curl asks the own web server and says what is wrong', () => {
    const { near } = createPair();
    const answer = near.run(
      'curl -s -o /tmp/page -w "%{http_code}" http://localhost/; read -r line < /tmp/page; echo " $line"',
    );
    expect(answer.output).toBe('200 <!DOCTYPE html>\n');
    expect(near.run('curl -sI localhost/nothing').output).toMatch(
      /^HTTP\/1\.1 404 Not Found\r\nServer: nginx\/1\.22\.1\r\n/,
    );
    expect(near.run('curl -f localhost/nothing')).toMatchObject({
      error: 'curl: (22) The requested URL returned error: 404\n',
      status: 22,
    });
    expect(near.run('curl localhost:81')).toMatchObject({
      error: "curl: (7) Failed to connect to localhost port 81 after 0 ms: Couldn't connect to server\n",
      status: 7,
    });
    expect(near.run('curl nobody.here')).toMatchObject({
      error: 'curl: (6) Could not resolve host: nobody.here\n',
      status: 6,
    });
    near.run('systemctl stop nginx');
    expect(near.run('curl -s localhost').status).toBe(7);
    expect(
      near.run('while read -r line; do echo "$line"; done < /var/log/nginx/access.log').output,
    ).toContain('"GET / HTTP/1.1" 200 ');
    expect(near.faults).toEqual([]);
  });

  it('FR-190-128 one guest reaches another over the wire, until the cable is cut', () => {
    const { near, far, cable } = createPair();
    far.run('echo "from afar" > /var/www/html/index.html');
    const asked = near.run('curl -s http://web-02/ > /tmp/answer &');
    far.settle();
    near.settle();
    near.pass(10);
    far.settle();
    near.settle();
    expect(asked.status).toBe(0);
    expect(near.run('read -r line < /tmp/answer; echo "$line"').output).toBe('from afar\n');
    const reached = near.run('ping -c 2 web-02');
    expect(reached.output).toMatch(
      /^PING web-02 \(10\.0\.0\.12\) 56\(84\) bytes of data\.\n64 bytes from 10\.0\.0\.12: icmp_seq=1 ttl=64 time=0\.\d{3} ms\n/,
    );
    expect(reached.output).toContain('2 packets transmitted, 2 received, 0% packet loss');
    cable.isCut = true;
    const lost = near.run('ping -c 1 web-02');
    expect(lost.output).toContain('From 10.0.0.11 icmp_seq=1 Destination Host Unreachable\n');
    expect(lost.status).toBe(1);
    expect(near.run('ping -c 1 nowhere')).toMatchObject({
      error: 'ping: nowhere: Name or service not known\n',
      status: 2,
    });
  });

  it('FR-190-129 nginx hands on to another server, and says 502 where there is none', () => {
    const { near } = createPair();
    near.run(
      "printf 'server { listen 8080; location / { proxy_pass http://127.0.0.1:9; } location = /own { return 200 mine; } }' > /etc/nginx/conf.d/more.conf; nginx -s reload",
    );
    expect(near.run('curl -s localhost:8080/own').output).toBe('mine');
    expect(near.run('curl -s -o /dev/null -w "%{http_code}" localhost:8080/').output).toBe('502');
    near.run(
      "printf 'server { listen 8080; location / { proxy_pass http://127.0.0.1:80; } }' > /etc/nginx/conf.d/more.conf; systemctl reload nginx",
    );
    expect(near.run('curl -s -o /dev/null -w "%{http_code}" localhost:80/').output).toBe('200');
    near.run("printf 'server { listen 22; }' > /etc/nginx/conf.d/more.conf");
    const refused = near.run('systemctl restart nginx; journalctl -u nginx -o cat');
    expect(refused.output).toContain(
      'nginx: [emerg] bind() to 0.0.0.0:22 failed (98: Address already in use)',
    );
    expect(near.faults).toEqual([]);
  });
});
