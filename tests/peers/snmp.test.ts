import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Face } from '../../src-main/personalities/face.ts';
import { createSnmpFace } from '../../src-main/personalities/snmp/snmp-face.ts';
import { snmpLab } from '../../src-main/personalities/snmp/snmp-lab.fixture.ts';
import type { SnmpLab } from '../../src-main/personalities/snmp/snmp-lab.fixture.ts';
import { freePort } from './mosquitto.ts';

// Debian puts NUT's drivers where no PATH looks.
const driver = ['/lib/nut/snmp-ups', '/usr/lib/nut/snmp-ups'].find((path) => existsSync(path)) ?? 'snmp-ups';
const exporter = 'prometheus-snmp-exporter';

/** Null where it can be started; otherwise why not. */
function missing(program: string, debian: string): string | null {
  const { error } = spawnSync(program, ['-h']);
  return error === undefined ? null : `${program} is not installed (Debian: ${debian})`;
}
const reasons = {
  tools: missing('snmpwalk', 'snmp'),
  nut: missing(driver, 'nut-snmp'),
  exporter: missing(exporter, 'prometheus-snmp-exporter'),
};
for (const reason of Object.values(reasons))
  if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

const closers: (() => unknown)[] = [];
let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'coldaisle-snmp-'));
  // Its tools say a word where they must make this themselves.
  await mkdir(join(directory, 'cert_indexes'));
  closers.push(() => rm(directory, { recursive: true, force: true }));
});
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Never synchronously: the agent it talks to lives in this process. */
function run(program: string, args: readonly string[]): Promise<Ended> {
  // No MIB files, no configuration of this machine: the same words everywhere.
  const env = { ...process.env, MIBS: '', SNMPCONFPATH: directory, SNMP_PERSISTENT_DIR: directory };
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (heard.err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...heard })));
}

type Running = SnmpLab & { readonly face: Face; readonly at: (id: EntityId) => string };

async function running(): Promise<Running> {
  const lab = snmpLab();
  lab.tell({ snmp: { state: 'on', port: 0 } });
  const face = createSnmpFace(lab.deps);
  closers.push(face.close);
  await face.settled();
  return { ...lab, face, at: (id) => face.addressesOf(id)[0]?.address ?? '' };
}

const community = ['-v2c', '-c', 'public', '-On', '-r0', '-t2'];
const user = (password: string): string[] =>
  `-v3 -l authPriv -u coldaisle -On -r0 -t2 -a SHA -A ${password} -x AES -X coldaisle-priv`.split(' ');
const name = '1.3.6.1.2.1.1.5.0';
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

describe.runIf(reasons.tools === null)('net-snmp', () => {
  test('FR-130-112 snmpwalk walks the whole of every device, in order, and finds its end', async () => {
    const lab = await running();
    for (const id of [lab.ups, lab.pdu, lab.rack, lab.crac]) {
      const walked = await run('snmpwalk', [...community, lab.at(id), '1']);
      expect([walked.code, walked.err]).toEqual([0, '']);
      const found = lines(walked.out);
      expect(found.length).toBeGreaterThan(60);
      expect(found.at(-1)).toContain('No more variables left');
    }
  });

  test('FR-130-112 the command that the inspector shows is one that works', async () => {
    const lab = await running();
    const [program = '', ...args] = lab.face.addressesOf(lab.pdu)[0]?.command.split(' ') ?? [];
    const walked = await run(program, ['-On', ...args]);
    expect(lines(walked.out)).toContain('.1.3.6.1.4.1.318.1.1.26.4.3.1.5.1 = INTEGER: 487');
  });

  test('FR-130-112 snmpbulkwalk brings what snmpwalk brings, in v2c and in v3 with SHA and AES', async () => {
    const lab = await running();
    const below = [lab.at(lab.ups), '1.3.6.1.2.1.33'];
    const slow = await run('snmpwalk', [...community, ...below]);
    const quick = await run('snmpbulkwalk', [...community, ...below]);
    const secret = await run('snmpbulkwalk', [...user('coldaisle-auth'), ...below]);
    expect(lines(slow.out)).toContain('.1.3.6.1.2.1.33.1.2.4.0 = INTEGER: 97');
    expect(quick.out).toBe(slow.out);
    expect(secret.out).toBe(slow.out);
  });

  test('FR-130-112 a GETBULK of more than fits brings what fits', async () => {
    const lab = await running();
    const got = await run('snmpbulkget', [
      ...community,
      '-Cr2000',
      lab.at(lab.rack),
      '1.3',
      '1.3.6.1.2.1.47',
    ]);
    expect([got.code, got.err]).toEqual([0, '']);
    expect(lines(got.out).length).toBeGreaterThan(100);
  });

  test.each([
    ['a wrong password', user('not-the-password'), 'Authentication failure'],
    ['an unknown user', ['-v3', '-l', 'noAuthNoPriv', '-u', 'mallory', '-r0'], 'Unknown user name'],
    ['a user without proof', ['-v3', '-l', 'noAuthNoPriv', '-u', 'coldaisle', '-r0'], 'authorizationError'],
    ['another context', [...user('coldaisle-auth'), '-n', 'vlan-12'], 'Bad context'],
    ['a wrong community', ['-v2c', '-c', 'guess', '-r0', '-t0.3'], 'Timeout'],
    ['version 1', ['-v1', '-c', 'public', '-r0', '-t0.3'], 'Timeout'],
  ])('FR-130-112 snmpget with %s gets no value but a word', async (_, args, words) => {
    const lab = await running();
    const got = await run('snmpget', [...args, lab.at(lab.ups), name]);
    expect(`${got.out}${got.err}`).toMatch(new RegExp(words));
    expect(got.out).not.toContain('ups-main');
  });

  test('FR-130-112 snmpset is refused as RFC 3416 says', async () => {
    const lab = await running();
    const set = (word: string): Promise<Ended> =>
      run('snmpset', ['-v2c', '-c', word, '-r0', lab.at(lab.ups), name, 's', 'x']);
    expect((await set('public')).err).toContain('noAccess');
    expect((await set('private')).err).toContain('notWritable');
  });

  test('FR-130-112 what the instruments show at the moment is what snmpget gets', async () => {
    const lab = await running();
    const charge = async (): Promise<string> =>
      (await run('snmpget', [...community, '-Oqv', lab.at(lab.ups), '1.3.6.1.2.1.33.1.2.4.0'])).out.trim();
    expect(await charge()).toBe('97');
    lab.says(lab.ups, 'charge', 41);
    expect(await charge()).toBe('41');
    lab.says(lab.ups, 'charge', null);
    expect(await charge()).toBe('No Such Instance currently exists at this OID');
  });
});

describe.runIf(reasons.nut === null)('NUT', () => {
  const dump = async (lab: Running): Promise<string[]> => {
    const args = ['-s', 'coldaisle', '-d', '1', '-u', userInfo().username];
    const options = [`port=${lab.at(lab.ups)}`, 'community=public', 'snmp_version=v2c'];
    const { out } = await run(driver, [...args, ...options.flatMap((option) => ['-x', option])]);
    return lines(out);
  };

  test('FR-130-112 NUT’s snmp-ups finds the UPS-MIB by itself and reads battery, input and output', async () => {
    const lab = await running();
    const said = await dump(lab);
    for (const line of [
      'battery.charge: 97',
      'battery.runtime: 780',
      'battery.voltage: 480.20',
      'input.L1-N.voltage: 231',
      'output.L1.realpower: 14400',
      'output.phases: 3',
      'ups.model: U 100',
      'ups.status: OL',
    ]) {
      expect(said).toContain(line);
    }
    expect(said.join('\n')).toMatch(/driver\.version\.data: ietf MIB/);
  });

  test('FR-130-112 NUT’s snmp-ups sees a UPS on a battery that runs low', async () => {
    const lab = await running();
    lab.says(lab.ups, 'state', 3);
    lab.says(lab.ups, 'runtime', 1.5);
    const status = (await dump(lab)).find((line) => line.startsWith('ups.status'));
    expect(status).toMatch(/OB/);
    expect(status).toMatch(/LB/);
  });
});

const walked = `    walk: [1.3.6.1.2.1.33.1.2, 1.3.6.1.2.1.33.1.4]
    metrics:
    - {name: upsEstimatedChargeRemaining, oid: 1.3.6.1.2.1.33.1.2.4, type: gauge, help: charge}
    - name: upsOutputPower
      oid: 1.3.6.1.2.1.33.1.4.4.1.4
      type: gauge
      help: watts
      indexes: [{labelname: upsOutputLineIndex, type: gauge}]
`;
const login = `
      security_level: authPriv
      username: coldaisle
      password: coldaisle-auth
      auth_protocol: SHA
      priv_protocol: AES
      priv_password: coldaisle-priv
`;
/** Since 0.23 who asks and what is asked for stand apart. */
const configurations = {
  together: `v2:\n${walked}    version: 2\n    auth: {community: public}\nv3:\n${walked}    version: 3\n    auth:${login}`,
  apart: `auths:\n  v2: {version: 2, community: public}\n  v3:${login}      version: 3\nmodules:\n  v2:\n${walked}  v3:\n${walked}`,
};

describe.runIf(reasons.exporter === null)('Prometheus', () => {
  test('FR-130-112 the SNMP exporter scrapes a UPS, in v2c and in v3', async () => {
    const lab = await running();
    const { out, err } = await run(exporter, ['--version']);
    const minor = Number(/version 0\.(\d+)/.exec(`${out}${err}`)?.[1] ?? 99);
    const file = join(directory, 'snmp.yml');
    await writeFile(file, minor < 23 ? configurations.together : configurations.apart);
    const address = `127.0.0.1:${await freePort()}`;
    const child = spawn(exporter, [`--config.file=${file}`, `--web.listen-address=${address}`], {
      stdio: 'ignore',
    });
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    closers.push(() => {
      child.kill('SIGKILL');
      return gone;
    });
    const scrape = async (version: string): Promise<string[]> => {
      const query = new URLSearchParams({ target: lab.at(lab.ups), module: version, auth: version });
      const answer = await fetch(`http://${address}/snmp?${query.toString()}`);
      return lines(await answer.text());
    };
    await expect
      .poll(() => scrape('v2').catch(() => []), { timeout: 20_000 })
      .toContain('upsEstimatedChargeRemaining 97');
    for (const version of ['v2', 'v3']) {
      const samples = await scrape(version);
      expect(samples).toContain('upsEstimatedChargeRemaining 97');
      expect(samples).toContain('upsOutputPower{upsOutputLineIndex="2"} 14400');
    }
  });
});
