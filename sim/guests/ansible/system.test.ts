import { expect, test } from 'vitest';
import { createModuleBench } from './modules.fixture.ts';

test('FR-190-286 users and groups are brought to what was asked for, and no further', () => {
  const { module, run } = createModuleBench({});
  expect(module('group', { name: 'deploy', gid: 2001 })).toMatchObject({ changed: true, gid: 2001 });
  expect(module('group', { name: 'deploy', gid: '2001' })).toMatchObject({ changed: false });
  const wish = { name: 'ann', group: 'deploy', groups: 'sudo,www-data', shell: '/bin/bash', comment: 'Ann' };
  expect(module('user', wish)).toMatchObject({ changed: true, home: '/home/ann', shell: '/bin/bash' });
  expect(module('user', wish)).toMatchObject({ changed: false });
  expect(run('id ann; ls -d /home/ann').output).toMatch(
    /gid=2001\(deploy\) groups=2001\(deploy\),27\(sudo\),33\(www-data\)\n\/home\/ann/,
  );
  expect(module('user', { name: 'ann', groups: ['kvm'], append: true })).toMatchObject({ changed: true });
  expect(module('user', { name: 'ann', password: '$6$x$y', _ansible_check_mode: true })).toMatchObject({
    changed: true,
  });
  const hidden = module('user', { name: 'ann', password: '$6$x$y' });
  expect(hidden).toMatchObject({ changed: true });
  expect(JSON.stringify(hidden)).not.toContain('$6$x$y');
  expect(module('user', { name: 'ann', groups: ['nothere'] }).msg).toBe('Group nothere does not exist');
  expect(module('user', { name: 'ann', state: 'absent', remove: true })).toMatchObject({ changed: true });
  expect(module('user', { name: 'ann', state: 'absent' })).toMatchObject({ changed: false });
  expect(run('id ann').status).toBe(1);
});

test('FR-190-286 a key lets a user in once, and only those named where they are exclusive', () => {
  const { module, read, run } = createModuleBench({});
  const key = 'ssh-ed25519 AAAAone ann@desk';
  const allow = (given: Record<string, unknown>) =>
    module('ansible.posix.authorized_key', { user: 'debian', ...given });
  expect(allow({ key })).toMatchObject({ changed: true, keyfile: '/home/debian/.ssh/authorized_keys' });
  expect(allow({ key })).toMatchObject({ changed: false });
  expect(allow({ key: 'ssh-ed25519 AAAAtwo' })).toMatchObject({ changed: true });
  expect(run('stat -c "%U %a" /home/debian/.ssh/authorized_keys').output).toBe('debian 600\n');
  expect(allow({ key, exclusive: true })).toMatchObject({ changed: true });
  expect(read('/home/debian/.ssh/authorized_keys')).toBe(`${key}\n`);
  expect(allow({ key: 'no key' }).msg).toBe('invalid key specified: no key');
  expect(allow({ key, state: 'absent' })).toMatchObject({ changed: true });
});

test('FR-190-287 services are started, stopped, enabled and reloaded, and only where they are not so', () => {
  const { module, run } = createModuleBench({});
  const nginx = (given: Record<string, unknown>) => module('systemd', { name: 'nginx', ...given });
  expect(nginx({ state: 'started', enabled: true })).toMatchObject({
    changed: false,
    state: 'started',
    enabled: true,
  });
  expect(nginx({ state: 'stopped', _ansible_check_mode: true })).toMatchObject({ changed: true });
  expect(run('systemctl is-active nginx').output).toBe('active\n');
  expect(nginx({ state: 'stopped', enabled: 'no' })).toMatchObject({ changed: true, state: 'stopped' });
  expect(run('systemctl is-active nginx; systemctl is-enabled nginx').output).toBe('inactive\ndisabled\n');
  expect(nginx({ state: 'reloaded', masked: false, enabled: true })).toMatchObject({ changed: true });
  expect(nginx({ daemon_reload: true, state: 'restarted' })).toMatchObject({ changed: true });
  expect(module('systemd', { name: 'nothere', state: 'started' }).msg).toBe(
    'Could not find the requested service nothere: host',
  );
  run('echo "server {" > /etc/nginx/nginx.conf');
  expect(nginx({ state: 'restarted' })).toMatchObject({ failed: true });
  expect(module('service_facts', {}).ansible_facts).toMatchObject({
    services: { 'ssh.service': { state: 'running', status: 'enabled', source: 'systemd' } },
  });
});

test('FR-190-287 Alpine’s services are brought by its rc-service', () => {
  const { module, run } = createModuleBench({ base: 'alpine-3.19' });
  const sshd = (given: Record<string, unknown>) => module('service', { name: 'sshd', ...given });
  expect(sshd({ state: 'started', enabled: true })).toMatchObject({ changed: false, state: 'started' });
  expect(sshd({ state: 'stopped', _ansible_check_mode: true })).toMatchObject({ changed: true });
  expect(run('rc-service sshd status').status).toBe(0);
  expect(sshd({ state: 'stopped', enabled: false })).toMatchObject({ changed: true, state: 'stopped' });
  expect(run('rc-update show').output).not.toContain('sshd');
  expect(sshd({ state: 'restarted' })).toMatchObject({ changed: true });
  expect(run('rc-service sshd status').status).toBe(0);
  expect(module('service', { name: 'nosuch', state: 'started' }).msg).toBe(
    'Could not find the requested service nosuch: host',
  );
});

test('FR-190-289 a host name is kept, a crontab has its line once, and check mode changes neither', () => {
  const { module, run, read } = createModuleBench({});
  expect(module('hostname', { name: 'app-01', _ansible_check_mode: true })).toMatchObject({ changed: true });
  expect(run('hostname').output).toBe('web-01\n');
  expect(module('hostname', { name: 'app-01' })).toMatchObject({ changed: true });
  expect(module('hostname', { name: 'app-01' })).toMatchObject({ changed: false });
  expect(run('hostname').output + read('/etc/hostname')).toBe('app-01\napp-01\n');
  const job = { name: 'sweep', minute: '5', hour: '3', job: '/usr/bin/true' };
  expect(module('cron', { ...job, _ansible_check_mode: true })).toMatchObject({ changed: true });
  expect(run('crontab -l').output).toBe('');
  expect(module('cron', job)).toMatchObject({ changed: true, jobs: ['sweep'] });
  expect(module('cron', job)).toMatchObject({ changed: false });
  expect(run('crontab -l').output).toBe('#Ansible: sweep\n5 3 * * * /usr/bin/true\n');
  expect(module('cron', { ...job, special_time: 'daily', hour: '*', minute: '*' })).toMatchObject({
    changed: true,
  });
  expect(run('crontab -l').output).toBe('#Ansible: sweep\n@daily /usr/bin/true\n');
  expect(module('cron', { name: 'sweep', state: 'absent' })).toMatchObject({ changed: true, jobs: [] });
  expect(module('cron', { ...job, cron_file: 'sweep', user: 'debian' })).toMatchObject({ changed: true });
  expect(read('/etc/cron.d/sweep')).toBe('#Ansible: sweep\n5 3 * * * debian /usr/bin/true\n');
});
