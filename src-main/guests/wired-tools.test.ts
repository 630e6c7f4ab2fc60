import { afterEach, expect, test } from 'vitest';
import { openWiredInn } from './wired.fixture.ts';
import type { WiredInn } from './wired.fixture.ts';

let inn: WiredInn | null = null;
afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});
const open = (): WiredInn => (inn = openWiredInn());

test('FR-190-210 dig, host and nslookup ask the lab for names, both ways, and say who was asked', async () => {
  const one = open();
  const asked = await one.run('web-01', 'dig web-02.lab.internal');
  expect(asked.output).toMatch(/;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: \d+\n/);
  expect(asked.output).toContain(
    ';; ANSWER SECTION:\nweb-02.lab.internal.\t3600\tIN\tA\t10.0.1.12\n\n;; Query time: ',
  );
  expect(asked.output).toContain(';; SERVER: 10.0.1.1#53(10.0.1.1) (UDP)\n');
  // Only full names: it searches no domains.
  expect((await one.run('web-01', 'dig +short web-02; dig +short web-02.lab.internal')).output).toBe(
    '10.0.1.12\n',
  );
  expect((await one.run('web-01', 'dig web-02')).output).toContain('status: NXDOMAIN');
  expect((await one.run('web-01', 'dig +noall +answer -x 10.0.2.11')).output).toBe(
    '11.2.0.10.in-addr.arpa.\t3600\tIN\tPTR\tdb-01.lab.internal.\n',
  );
  const hosts = await one.run('web-01', 'host db-01; host 10.0.2.11; host nobody');
  expect(hosts).toMatchObject({
    output:
      'db-01.lab.internal has address 10.0.2.11\n11.2.0.10.in-addr.arpa domain name pointer db-01.lab.internal.\nHost nobody not found: 3(NXDOMAIN)\n',
    status: 1,
  });
  expect((await one.run('web-01', 'nslookup db-01')).output).toBe(
    'Server:\t\t10.0.1.1\nAddress:\t10.0.1.1#53\n\nName:\tdb-01.lab.internal\nAddress: 10.0.2.11\n\n',
  );
});

test('FR-190-210 where no server of names answers, that is what is said', async () => {
  const one = open();
  await one.run('web-01', 'echo nameserver 10.0.1.77 > /etc/resolv.conf');
  expect(await one.run('web-01', 'dig web-02.lab.internal')).toMatchObject({
    output: expect.stringMatching(
      /^(;; communications error to 10\.0\.1\.77#53: timed out\n){3}[^]*;; no servers could be reached\n$/,
    ),
    status: 9,
  });
  expect((await one.run('web-01', 'host web-02')).output).toBe(
    ';; connection timed out; no servers could be reached\n',
  );
  expect((await one.run('web-01', 'dig @10.0.1.1 +short web-02.lab.internal')).output).toBe('10.0.1.12\n');
});

test('FR-190-211 traceroute shows the routers of the lab', async () => {
  const one = open();
  const way = await one.run('web-01', 'traceroute db-01');
  expect(way.output).toMatch(
    /^traceroute to db-01 \(10\.0\.2\.11\), 30 hops max, 60 byte packets\n 1 {2}10\.0\.1\.1 \(10\.0\.1\.1\)( {2}0\.\d{3} ms){3}\n 2 {2}db-01\.lab\.internal \(10\.0\.2\.11\)( {2}0\.\d{3} ms){3}\n$/,
  );
  expect((await one.run('web-01', 'traceroute -n 10.0.1.99')).output).toMatch(
    / 1 {2}10\.0\.1\.11( {2}306\d\.\d{3} ms !H){3}\n$/,
  );
  expect((await one.run('app-02', 'traceroute -n web-01')).output).toMatch(
    / 1 {2}192\.168\.5\.1 .*\n 2 {2}10\.9\.0\.1 .*\n 3 {2}10\.0\.1\.11 /,
  );
  expect((await one.run('web-01', 'traceroute nobody')).status).toBe(2);
});

test('FR-190-212 arp and ip neigh know whom the machine met on its cable', async () => {
  const one = open();
  expect((await one.run('web-01', 'ip neigh; arp -n')).output).toBe('');
  await one.run('web-01', 'ping -c 1 10.0.1.12; ping -c 1 -W 1 10.0.1.99');
  expect((await one.run('web-01', 'arp -n')).output).toBe(
    'Address                  HWtype  HWaddress           Flags Mask            Iface\n10.0.1.12                ether   00:50:56:00:01:0c   C                     ens192\n10.0.1.99                        (incomplete)                              ens192\n',
  );
  expect((await one.run('web-01', 'arp -a')).output).toContain(
    'web-02.lab.internal (10.0.1.12) at 00:50:56:00:01:0c [ether] on ens192\n',
  );
});

test('FR-190-213 nc asks ports, carries bytes and listens', async () => {
  const one = open();
  expect(await one.run('web-01', 'nc -zv web-02 80')).toMatchObject({
    error: 'Connection to web-02 (10.0.1.12) 80 port [tcp/http] succeeded!\n',
    status: 0,
  });
  expect(await one.run('web-01', 'nc -zv web-02 81')).toMatchObject({
    error: 'nc: connect to web-02 (10.0.1.12) port 81 (tcp) failed: Connection refused\n',
    status: 1,
  });
  expect((await one.run('web-01', 'nc -z -v 10.0.1.12 79-80')).error).toContain('10.0.1.12 80 port');
  const server = await one.begin('web-02', 'nc -lv 9000 > /tmp/got');
  await one.until(() => server.error.includes('Listening on 0.0.0.0 9000\n'));
  expect((await one.run('web-01', 'echo hello | nc -N web-02 9000')).status).toBe(0);
  await one.until(() => server.status !== null);
  expect(server.error).toMatch(/Connection received on 10\.0\.1\.11 \d+\n$/);
  expect((await one.run('web-02', 'cat /tmp/got')).output).toBe('hello\n');
  expect((await one.run('web-01', 'nc web-02')).error).toBe('nc: missing port number\n');
});

test('FR-190-214 wget fetches a page with the real words and statuses', async () => {
  const one = open();
  await one.run('web-02', 'echo news > /var/www/html/news.txt');
  const got = await one.run('web-01', 'cd /tmp; wget http://web-02/news.txt; cat news.txt');
  expect(got.output).toBe('news\n');
  expect(got.error).toContain('Resolving web-02 (web-02)... 10.0.1.12\n');
  expect(got.error).toContain(
    'Connecting to web-02 (web-02)|10.0.1.12|:80... connected.\nHTTP request sent, awaiting response... 200 OK\nLength: 5 [text/plain]\n',
  );
  expect((await one.run('web-01', 'cd /tmp; wget -q http://web-02/news.txt; ls news*')).output).toBe(
    'news.txt\nnews.txt.1\n',
  );
  expect((await one.run('web-01', 'wget -qO- web-02/news.txt')).output).toBe('news\n');
  const none = await one.run('web-01', 'wget http://web-02/none');
  expect(none.error).toContain(' ERROR 404: Not Found.\n');
  expect(none.status).toBe(8);
  expect(await one.run('web-01', 'wget http://nobody/')).toMatchObject({ status: 4 });
  expect((await one.run('web-01', 'wget http://web-02:81/')).error).toContain(
    'failed: Connection refused.\n',
  );
});
