import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textIn } from '../vmware-lab.fixture.ts';
import type { SoapAnswer } from '../vmware-lab.fixture.ts';
import { loginOf, openGuestLab } from './guest-lab.fixture.ts';
import type { GuestLab } from './guest-lab.fixture.ts';

let lab: GuestLab;
beforeAll(async () => {
  lab = await openGuestLab();
});
afterAll(() => lab.close());

const value = ({ values }: SoapAnswer): string => values[0]?.text ?? '';

/** A file by the address that it got. */
function transfer(url: string, method: 'GET' | 'PUT', body?: string) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(url, { method, ca: lab.ca }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test('FR-020-132 files of the guest are listed, made, moved, changed and removed with the rights of its user', async () => {
  const did = async (method: string, inner: string, login?: string): Promise<string> =>
    (await lab.inside(method, inner, login)).fault;
  const asUser = loginOf('debian', 'coldaisle');
  expect(
    await did(
      'MakeDirectoryInGuest',
      '<directoryPath>/srv/a/b</directoryPath><createParentDirectories>false</createParentDirectories>',
    ),
  ).toBe('FileNotFound');
  expect(
    await did(
      'MakeDirectoryInGuest',
      '<directoryPath>/srv/a/b</directoryPath><createParentDirectories>true</createParentDirectories>',
    ),
  ).toBe('');
  expect(
    await did(
      'MakeDirectoryInGuest',
      '<directoryPath>/srv/a/b</directoryPath><createParentDirectories>true</createParentDirectories>',
    ),
  ).toBe('FileAlreadyExists');
  expect(
    await did(
      'MakeDirectoryInGuest',
      '<directoryPath>/root/x</directoryPath><createParentDirectories>false</createParentDirectories>',
      asUser,
    ),
  ).toBe('GuestPermissionDenied');
  await lab.shell('echo one > /srv/a/one; echo two > /srv/a/two; ln -s one /srv/a/link');
  const listed = await lab.inside(
    'ListFilesInGuest',
    '<filePath>/srv/a</filePath><maxResults>4</maxResults>',
  );
  const files = listed.values[0]?.children.filter(({ name }) => name === 'files') ?? [];
  expect(files.map((file) => `${textIn(file, 'path')} ${textIn(file, 'type')}`)).toEqual([
    '. directory',
    '.. directory',
    'b directory',
    'link symlink',
  ]);
  expect(textIn(listed.values[0], 'remaining')).toBe('2');
  const one = await lab.inside(
    'ListFilesInGuest',
    '<filePath>/srv/a</filePath><matchPattern>^tw</matchPattern>',
  );
  expect(textIn(one.values[0], 'files.path')).toBe('two');
  expect(textIn(one.values[0], 'files.size')).toBe('4');
  const move = '<srcFilePath>/srv/a/one</srcFilePath><dstFilePath>/srv/a/two</dstFilePath>';
  expect(await did('MoveFileInGuest', `${move}<overwrite>false</overwrite>`)).toBe('FileAlreadyExists');
  expect(await did('MoveFileInGuest', `${move}<overwrite>true</overwrite>`)).toBe('');
  expect(await lab.shell('cat /srv/a/two; ls /srv/a')).toBe('one\nb\nlink\ntwo\n');
  expect(
    await did(
      'ChangeFileAttributesInGuest',
      '<guestFilePath>/srv/a/two</guestFilePath><fileAttributes xsi:type="GuestPosixFileAttributes"><modificationTime>2026-01-02T03:04:05Z</modificationTime><ownerId>1000</ownerId><permissions>416</permissions></fileAttributes>',
    ),
  ).toBe('');
  expect(await lab.shell('stat -c "%U %a %Y" /srv/a/two')).toBe('debian 640 1767323045\n');
  expect(await did('DeleteFileInGuest', '<filePath>/srv/a</filePath>')).toBe('NotAFile');
  expect(
    await did('DeleteDirectoryInGuest', '<directoryPath>/srv/a</directoryPath><recursive>false</recursive>'),
  ).toBe('DirectoryNotEmpty');
  expect(
    await did(
      'MoveDirectoryInGuest',
      '<srcDirectoryPath>/srv/a</srcDirectoryPath><dstDirectoryPath>/srv/c</dstDirectoryPath>',
    ),
  ).toBe('');
  expect(
    await did('DeleteDirectoryInGuest', '<directoryPath>/srv/c</directoryPath><recursive>true</recursive>'),
  ).toBe('');
  expect(await did('DeleteFileInGuest', '<filePath>/srv/c/two</filePath>')).toBe('FileNotFound');
  const temporary = value(
    await lab.inside('CreateTemporaryFileInGuest', '<prefix>pre</prefix><suffix>.sh</suffix>', asUser),
  );
  expect(temporary).toMatch(/^\/tmp\/pre\w+\.sh$/);
  expect(await lab.shell(`stat -c '%U %a' ${temporary}`)).toBe('debian 600\n');
});

test('FR-020-133 a file goes into the guest and out of it by an address that is good for once', async () => {
  const put = (more: string): Promise<SoapAnswer> =>
    lab.inside(
      'InitiateFileTransferToGuest',
      `<guestFilePath>/tmp/up</guestFilePath><fileAttributes xsi:type="GuestPosixFileAttributes"><permissions>448</permissions></fileAttributes>${more}`,
    );
  const url = value(await put('<fileSize>6</fileSize><overwrite>false</overwrite>'));
  expect(await transfer(url, 'PUT', 'grüß')).toMatchObject({ status: 200 });
  expect(await transfer(url, 'PUT', 'grüß')).toMatchObject({ status: 404 });
  expect(await lab.shell('stat -c "%a %s" /tmp/up; cat /tmp/up')).toBe('700 6\ngr\xc3\xbc\xc3\x9f');
  expect((await put('<fileSize>6</fileSize><overwrite>false</overwrite>')).fault).toBe('FileAlreadyExists');
  const again = value(await put('<fileSize>7</fileSize><overwrite>true</overwrite>'));
  expect(await transfer(again, 'PUT', 'short')).toMatchObject({ status: 400 });
  const down = await lab.inside('InitiateFileTransferFromGuest', '<guestFilePath>/tmp/up</guestFilePath>');
  expect(textIn(down.values[0], 'size')).toBe('6');
  const from = textIn(down.values[0], 'url') ?? '';
  expect(await transfer(from, 'GET')).toEqual({ status: 200, text: 'grüß' });
  expect(await transfer(from, 'GET')).toMatchObject({ status: 404 });
  expect(
    (await lab.inside('InitiateFileTransferFromGuest', '<guestFilePath>/tmp</guestFilePath>')).fault,
  ).toBe('NotAFile');
});
