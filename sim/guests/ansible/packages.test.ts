import { expect, test } from 'vitest';
import { online } from '../packages/online.fixture.ts';
import { createModuleBench } from './modules.fixture.ts';

test('FR-190-288 apt installs, upgrades and removes through the guest’s own packages, once', () => {
  const { module, run } = createModuleBench({ wire: online });
  const tree = { name: ['tree', 'curl'], state: 'present' };
  expect(module('apt', { ...tree, _ansible_check_mode: true })).toMatchObject({ changed: true });
  expect(run('dpkg-query -W tree').status).toBe(1);
  const told = module('apt', tree);
  expect(told).toMatchObject({ changed: true });
  expect(told.stdout).toContain('1 newly installed');
  expect(module('apt', { name: 'tree,curl' })).toMatchObject({ changed: false });
  expect(module('apt', { name: 'nosuch' })).toMatchObject({
    failed: true,
    msg: "No package matching 'nosuch' is available",
  });
  expect(module('apt', { name: 'tree', state: 'absent', purge: true })).toMatchObject({ changed: true });
  expect(module('apt', { name: 'tree', state: 'absent' })).toMatchObject({ changed: false });
  expect(module('apt', { update_cache: true })).toMatchObject({ changed: true, cache_updated: true });
  expect(module('apt', { update_cache: true, cache_valid_time: 3600, name: 'curl' })).toMatchObject({
    changed: false,
    cache_updated: false,
  });
  expect(module('apt', { upgrade: 'dist' }).failed).toBeUndefined();
  expect(module('package_facts', {}).ansible_facts).toMatchObject({
    packages: { bash: [{ source: 'apt', arch: 'amd64' }] },
  });
});

test('FR-190-288 a guest without a way to the repository says so through apt', () => {
  const { module } = createModuleBench({});
  const told = module('apt', { name: 'tree' });
  expect(told).toMatchObject({ failed: true, rc: 100 });
  expect(told.msg).toMatch(/^'apt-get -y install tree' failed: E: Failed to fetch/);
});

test('FR-190-288 dnf does so on Red Hat’s systems', () => {
  const { module, run } = createModuleBench({ base: 'rhel-9', wire: online });
  expect(module('dnf', { name: 'tree' })).toMatchObject({
    changed: true,
    rc: 0,
    results: ['Installed: tree'],
  });
  expect(run('rpm -q tree').status).toBe(0);
  expect(module('yum', { name: ['tree', 'bash'], state: 'present' })).toMatchObject({
    changed: false,
    msg: 'Nothing to do',
  });
  expect(module('dnf', { name: 'nosuch' })).toMatchObject({
    failed: true,
    msg: 'Failed to install some of the specified packages',
    failures: ['No package nosuch available.'],
  });
  expect(module('dnf', { name: 'tree', state: 'absent' })).toMatchObject({ changed: true });
  expect(module('dnf', { name: 'tree', state: 'absent' })).toMatchObject({ changed: false });
  expect(module('apt', { name: 'tree' }).msg).toMatch(/No package matching|apt-get is not on this guest/);
});

test('FR-190-288 apk does so on Alpine', () => {
  const { module, run } = createModuleBench({ base: 'alpine-3.19', wire: online });
  const apk = (given: Record<string, unknown>) => module('community.general.apk', given);
  expect(apk({ name: 'tree', update_cache: true })).toMatchObject({ changed: true });
  expect(run('apk info -e tree').status).toBe(0);
  expect(apk({ name: 'tree' })).toMatchObject({ changed: false });
  expect(apk({ name: 'nosuch' })).toMatchObject({ failed: true });
  expect(apk({ name: 'tree', state: 'absent' })).toMatchObject({ changed: true });
});
