import { expect, test } from 'vitest';
import { createGuestBench } from '../../system/guest.fixture.ts';

test('FR-190-296 Alpine’s services are started, stopped and told by rc-service and rc-status', () => {
  const { run } = createGuestBench({ base: 'alpine-3.19' });
  expect(run('rc-service sshd status')).toEqual({ output: ' * status: started\n', error: '', status: 0 });
  expect(run('rc-service sshd start').output).toBe(' * WARNING: sshd has already been started\n');
  expect(run('rc-service sshd stop')).toMatchObject({ output: ' * Stopping sshd ... [ ok ]\n', status: 0 });
  expect(run('rc-service sshd status')).toMatchObject({ output: ' * status: stopped\n', status: 3 });
  expect(run('rc-status').output).toMatch(/^Runlevel: default\n(?:.*\n)* sshd +\[ {2}stopped {2}\]\n/);
  expect(run('echo Frob yes > /etc/ssh/sshd_config; rc-service sshd restart')).toMatchObject({
    error: ' * ERROR: sshd failed to restart\n',
    status: 1,
  });
  expect(run('rc-service nosuch start')).toMatchObject({
    error: " * rc-service: service `nosuch' does not exist\n",
    status: 1,
  });
  expect(run('/sbin/rc-service sshd start', { user: 'alpine' })).toMatchObject({
    error: ' * sshd: superuser access required\n',
    status: 1,
  });
});

test('FR-190-296 what starts with the machine is added to its runlevel, and taken out', () => {
  const { run } = createGuestBench({ base: 'alpine-3.19' });
  expect(run('rc-update show').output).toContain(' sshd | default\n');
  expect(run('rc-update del sshd').output).toBe(' * service sshd removed from runlevel default\n');
  expect(run('rc-update del sshd').status).toBe(1);
  expect(run('rc-update add sshd default').output).toBe(' * service sshd added to runlevel default\n');
  expect(run('rc-update add sshd').output).toBe(
    " * rc-update: sshd already installed in runlevel `default'; skipping\n",
  );
  expect(run('rc-update add nosuch').error).toBe(" * rc-update: service `nosuch' does not exist\n");
});
