import { expect, test } from 'vitest';
import { createModuleBench, newPayload, oldPayload, toldBy } from './modules.fixture.ts';
import { payloadIn } from './payload.ts';

test('FR-190-280 a module is recognised in what ansible-core sends, as 2.14 and as 2.19 write it', () => {
  const given = { data: `it's "quoted" \\ and\nnew`, _ansible_check_mode: false };
  const expected = { module: 'ping', parameters: given };
  expect(payloadIn(oldPayload('ansible.modules.ping', given))).toEqual(expected);
  expect(payloadIn(newPayload('ansible.modules.ping', given))).toEqual(expected);
  expect(payloadIn(oldPayload('ansible_collections.ansible.posix.plugins.modules.sysctl', {}))).toEqual({
    module: 'ansible.posix.sysctl',
    parameters: {},
  });
  expect(payloadIn("print('hello')")).toBeNull();
});

test('FR-190-280 python3 runs a module from a file and from its input, and says so of anything else', () => {
  const bench = createModuleBench({});
  const source = newPayload('ansible.modules.ping', { data: 'hé' });
  const piped = bench.run('/usr/bin/python3 && sleep 0', { input: source });
  expect(toldBy(piped)).toMatchObject({
    ping: 'hé',
    changed: false,
    invocation: { module_args: { data: 'hé' } },
  });
  bench.run('cat > /tmp/AnsiballZ_ping.py', { input: source });
  expect(toldBy(bench.run('python3 /tmp/AnsiballZ_ping.py'))).toMatchObject({ ping: 'hé' });
  expect(bench.run('python3', { input: "print('hello')" })).toMatchObject({
    status: 1,
    output: '',
    error: expect.stringContaining("runs nothing but Ansible's modules") as string,
  });
  expect(bench.run("python3 -c 'print(1)'").status).toBe(1);
  expect(bench.run('python3 -V').output).toBe('Python 3.11.2\n');
  expect(bench.run('python3 /nowhere.py')).toMatchObject({
    status: 2,
    error: "python3: can't open file '/nowhere.py': No such file or directory\n",
  });
});

test('FR-190-281 a module that is not known is refused with those that are', () => {
  const bench = createModuleBench({});
  const told = bench.module('git', { repo: 'x', dest: 'y' });
  expect(told).toMatchObject({ failed: true, changed: false });
  expect(told.msg).toMatch(
    /^the module git is not among those .*: ansible\.posix\.authorized_key, apt, .*yum$/,
  );
});

test('FR-190-281 options are read by type, alias and choice, and what is wrong is named as Ansible does', () => {
  const bench = createModuleBench({});
  const wrong = (name: string, given: Record<string, unknown>): unknown => bench.module(name, given).msg;
  expect(wrong('ping', { dat: 1, _ansible_module_name: 'ping' })).toBe(
    'Unsupported parameters for (ping) module: dat. Supported parameters include: data.',
  );
  expect(wrong('stat', {})).toBe('missing required arguments: path');
  expect(wrong('file', { path: '/x', state: 'gone' })).toBe(
    'value of state must be one of: absent, directory, file, hard, link, touch, got: gone',
  );
  expect(wrong('stat', { path: '/etc', follow: 'perhaps' })).toBe(
    "argument 'follow' is of type <class 'str'> and we were unable to convert to bool",
  );
  expect(wrong('file', { path: '/etc', attr: '+i' })).toMatch(/does not know the option attributes/);
  expect(bench.module('stat', { dest: '~/.bashrc', follow: 'yes' })).toMatchObject({
    stat: { exists: true, path: '/root/.bashrc', isreg: true },
  });
});

test('FR-190-282 command and shell tell status, output and errors apart, and fail as the real ones', () => {
  const bench = createModuleBench({});
  expect(bench.module('command', { _raw_params: `echo "a b" 'c $HOME' ~` })).toMatchObject({
    changed: true,
    rc: 0,
    stdout: 'a b c /root /root',
    cmd: ['echo', 'a b', 'c /root', '/root'],
  });
  expect(
    bench.module('command', { _raw_params: 'echo out; echo err >&2; exit 3', _uses_shell: true }),
  ).toMatchObject({ failed: true, rc: 3, stdout: 'out', stderr: 'err', msg: 'non-zero return code' });
  expect(bench.module('command', { _raw_params: 'nonsense' })).toMatchObject({
    failed: true,
    rc: 2,
    msg: "[Errno 2] No such file or directory: b'nonsense'",
  });
  expect(bench.module('command', { _raw_params: 'pwd', chdir: '/nowhere' })).toMatchObject({
    failed: true,
    msg: "Unable to change directory before execution: [Errno 2] No such file or directory: '/nowhere'",
  });
  expect(bench.module('command', { argv: ['cat'], stdin: 'given', chdir: '/tmp' })).toMatchObject({
    stdout: 'given',
  });
  expect(bench.module('command', { _raw_params: `echo "open` })).toMatchObject({
    failed: true,
    msg: 'No closing quotation',
  });
});

test('FR-190-282 a command is not run where its file is there, nor in check mode', () => {
  const bench = createModuleBench({});
  const made = { _raw_params: 'touch /root/made', creates: '/root/ma*' };
  expect(bench.module('command', made)).toMatchObject({ changed: true });
  expect(bench.module('command', made)).toMatchObject({
    changed: false,
    stdout: 'skipped, since /root/ma* exists',
  });
  expect(bench.module('command', { _raw_params: 'rm /x', removes: '/x' })).toMatchObject({ changed: false });
  expect(bench.module('command', { _raw_params: 'rm /root/made', _ansible_check_mode: true })).toMatchObject({
    skipped: true,
    changed: false,
  });
  expect(bench.read('/root/made')).toBe('');
});

test('FR-190-283 facts are what the lab says of the machine', () => {
  const bench = createModuleBench({ name: 'web-07.lab' });
  const { ansible_facts: facts } = bench.module('setup', {}) as { ansible_facts: Record<string, unknown> };
  expect(facts).toMatchObject({
    ansible_hostname: 'web-07',
    ansible_nodename: 'web-07.lab',
    ansible_distribution: 'Debian',
    ansible_distribution_major_version: '12',
    ansible_os_family: 'Debian',
    ansible_pkg_mgr: 'apt',
    ansible_service_mgr: 'systemd',
    ansible_memtotal_mb: 2048,
    ansible_processor_vcpus: 2,
    ansible_user_id: 'root',
    ansible_date_time: { iso8601: '2023-11-14T22:14:20Z', weekday: 'Tuesday' },
  });
  const some = bench.module('setup', { filter: ['ansible_mem*', 'kernel'], gather_subset: ['hardware'] });
  expect(Object.keys(some.ansible_facts as object).toSorted()).toEqual([
    'ansible_kernel',
    'ansible_memfree_mb',
    'ansible_memory_mb',
    'ansible_memtotal_mb',
    'gather_subset',
    'module_setup',
  ]);
  expect(bench.module('setup', { gather_subset: ['weather'] }).msg).toMatch(/^Bad subset 'weather'/);
  const bare = bench.module('setup', {
    gather_subset: ['!all'],
    filter: ['ansible_pkg_mgr', 'ansible_memtotal_mb'],
  });
  expect(bare.ansible_facts).toMatchObject({ ansible_pkg_mgr: 'apt' });
  expect(bare.ansible_facts).not.toHaveProperty('ansible_memtotal_mb');
});

const others = [
  { base: 'rhel-9', name: 'RedHat', packages: 'dnf', services: 'systemd' },
  { base: 'alpine-3.19', name: 'Alpine', packages: 'apk', services: 'openrc' },
  { base: 'ubuntu-22.04', name: 'Ubuntu', packages: 'apt', services: 'systemd' },
] as const;

test.each(others)('FR-190-283 $base is told from the others', ({ base, name, packages, services }) => {
  const bench = createModuleBench({ base });
  expect(bench.module('setup', { gather_subset: ['!all'] }).ansible_facts).toMatchObject({
    ansible_distribution: name,
    ansible_pkg_mgr: packages,
    ansible_service_mgr: services,
  });
});
