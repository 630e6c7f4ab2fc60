import { expect, test } from 'vitest';
import { labFileFromArguments } from './open-file.ts';

const everything = (): boolean => true;

test.each([
  [['/labs/a.coldaisle'], '/labs/a.coldaisle'],
  [['a.lab.yaml'], '/home/ann/a.lab.yaml'],
  [['../b.LAB.YML'], '/home/b.LAB.YML'],
  [
    ['.', '--allow-file-access-from-files', '/labs/a.coldaisle', '--original-process-start-time=1'],
    '/labs/a.coldaisle',
  ],
  [['/labs/old.coldaisle', '/labs/new.coldaisle'], '/labs/new.coldaisle'],
  [[], null],
  [['notes.yaml', 'a.coldaisle.exe'], null],
  [['--a.coldaisle', '-x.lab.yaml'], null],
  [['file:///labs/my%20lab.coldaisle'], '/labs/my lab.coldaisle'],
  [['https://example.com/a.coldaisle', 'file://elsewhere/labs/a.coldaisle', 'smb://x/a.coldaisle'], null],
])('the arguments %j name the lab %s', (given, expected) => {
  expect(labFileFromArguments(given, '/home/ann', everything)).toBe(expected);
});

test('a name behind which there is no file is passed over', () => {
  const exists = (path: string): boolean => path === '/labs/there.coldaisle';
  expect(labFileFromArguments(['/labs/there.coldaisle', '/labs/gone.coldaisle'], '/', exists)).toBe(
    '/labs/there.coldaisle',
  );
  expect(labFileFromArguments(['/labs/gone.coldaisle'], '/', exists)).toBeNull();
});
