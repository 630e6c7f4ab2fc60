import { expect, test } from 'vitest';
import { createModuleBench } from './modules.fixture.ts';

test('FR-190-284 file makes, changes, links and removes, says what it changed, and does nothing twice', () => {
  const { module, run } = createModuleBench({});
  const site = { path: '/srv/a/b', state: 'directory', owner: 'debian', mode: '0750' };
  expect(module('file', site)).toMatchObject({
    changed: true,
    owner: 'debian',
    mode: '0750',
    state: 'directory',
  });
  expect(run('stat -c "%U %a" /srv/a /srv/a/b').output).toBe('debian 750\ndebian 750\n');
  expect(module('file', site)).toMatchObject({ changed: false });
  expect(module('file', { path: '/srv/a/b/f', state: 'touch', mode: 'u=rw,go=' })).toMatchObject({
    changed: true,
    mode: '0600',
    dest: '/srv/a/b/f',
  });
  expect(module('file', { path: '/srv/a', recurse: true, group: 'sudo', state: 'directory' })).toMatchObject({
    changed: true,
  });
  expect(run('stat -c %G /srv/a/b/f').output).toBe('sudo\n');
  const link = { path: '/root/site', src: '/srv/a/b', state: 'link' };
  expect(module('file', link)).toMatchObject({ changed: true, dest: '/root/site', state: 'link' });
  expect(module('file', link)).toMatchObject({ changed: false });
  expect(module('file', { path: '/srv/a', state: 'absent' })).toMatchObject({
    changed: true,
    state: 'absent',
  });
  expect(module('file', { path: '/srv/a', state: 'absent' })).toMatchObject({ changed: false });
});

test('FR-190-284 file refuses in the words of the real one', () => {
  const { module } = createModuleBench({});
  expect(module('file', { path: '/nowhere', mode: '0644', state: 'file' }).msg).toBe(
    'file (/nowhere) is absent, cannot continue',
  );
  expect(module('file', { path: '/etc/motd', owner: 'nobody-here' }).msg).toBe(
    'chown failed: failed to look up user nobody-here',
  );
  expect(module('file', { path: '/etc/motd', state: 'directory' }).msg).toBe(
    '/etc/motd already exists as a file',
  );
  expect(module('file', { path: '/root/l', src: '/nowhere', state: 'link' }).msg).toMatch(
    /^src file does not exist, use "force=yes"/,
  );
  expect(module('file', { path: '/etc/motd', src: '/etc/hosts', state: 'link' }).msg).toBe(
    'refusing to convert from file to symlink for /etc/motd',
  );
});

test('FR-190-284 copy brings a file with its mode, keeps a copy of the old one, and checks its sum', () => {
  const { module, run, read } = createModuleBench({});
  run('printf "hello\\n" > /tmp/source');
  const sum = 'f572d396fae9206628714fb2ce00f72e94f2258f';
  const given = { src: '/tmp/source', dest: '/etc/motd', mode: '0640', backup: true, checksum: sum };
  const told = module('copy', given);
  expect(told).toMatchObject({ changed: true, checksum: sum, mode: '0640', size: 6, dest: '/etc/motd' });
  expect(told.backup_file).toMatch(/^\/etc\/motd\.\d+\.2023-11-14@22:14:\d\d~$/);
  expect(read(told.backup_file as string)).toContain('lives in a lab');
  expect(module('copy', given)).toMatchObject({ changed: false });
  expect(module('copy', { ...given, checksum: '00' }).msg).toMatch(/does not match the expected checksum/);
  expect(module('copy', { src: '/tmp/source', dest: '/no/where', remote_src: true }).msg).toBe(
    'Destination directory /no does not exist',
  );
  expect(module('copy', { src: '/tmp/source', dest: '/srv/new/', remote_src: true })).toMatchObject({
    dest: '/srv/new/source',
    changed: true,
  });
});

test('FR-190-284 what validate refuses is not copied', () => {
  const { module, run, read } = createModuleBench({});
  run('echo "server {" > /tmp/bad; echo "frob all" > /tmp/rule');
  const told = module('copy', {
    src: '/tmp/bad',
    dest: '/etc/nginx/nginx.conf',
    remote_src: true,
    validate: 'nginx -t -c %s',
  });
  expect(told).toMatchObject({ failed: true, exit_status: 1 });
  expect(told.msg).toMatch(/^failed to validate: rc:1 error:/);
  expect(read('/etc/nginx/nginx.conf')).not.toBe('server {\n');
  expect(run('ls /tmp').output).toBe('bad\nrule\n');
});

test('FR-190-284 stat and slurp tell a file, with its sum', () => {
  const { module, run } = createModuleBench({});
  run('printf "abc" > /tmp/f; ln -s f /tmp/l');
  expect(module('stat', { path: '/tmp/f' }).stat).toMatchObject({
    exists: true,
    isreg: true,
    size: 3,
    mode: '0644',
    pw_name: 'root',
    checksum: 'a9993e364706816aba3e25717850c26c9cd0d89d',
  });
  expect(module('stat', { path: '/tmp/l' }).stat).toMatchObject({
    islnk: true,
    lnk_target: 'f',
    lnk_source: '/tmp/f',
  });
  expect(module('stat', { path: '/tmp/x' })).toMatchObject({ changed: false, stat: { exists: false } });
  expect(module('slurp', { src: '/tmp/f' })).toMatchObject({ content: 'YWJj', encoding: 'base64' });
  expect(module('slurp', { src: '/tmp/x' }).msg).toBe('file not found: /tmp/x');
});

test('FR-190-285 lineinfile replaces, adds, removes and fills groups in, once', () => {
  const { module, run, read } = createModuleBench({});
  run('printf "a=1\\n#b=2\\nb=2\\nend" > /tmp/c');
  const edit = (given: Record<string, unknown>) => module('lineinfile', { path: '/tmp/c', ...given });
  expect(edit({ regexp: '^#?b=', line: 'b=3' })).toMatchObject({ changed: true, msg: 'line replaced' });
  expect(read('/tmp/c')).toBe('a=1\n#b=2\nb=3\nend');
  expect(edit({ regexp: '^b=', line: 'b=3' })).toMatchObject({ changed: false, msg: '' });
  expect(edit({ line: 'last' })).toMatchObject({ changed: true, msg: 'line added' });
  expect(read('/tmp/c')).toBe('a=1\n#b=2\nb=3\nend\nlast\n');
  expect(edit({ line: 'between', insertafter: '^a=' })).toMatchObject({ changed: true });
  expect(edit({ line: 'first', insertbefore: 'BOF' })).toMatchObject({ changed: true });
  expect(
    edit({
      regexp: String.raw`^(?P<key>[a-z])=(?:\s*)(\d+)$`,
      line: String.raw`\g<key> is \2`,
      backrefs: true,
      firstmatch: true,
    }),
  ).toMatchObject({ changed: true });
  expect(read('/tmp/c')).toBe('first\na is 1\nbetween\n#b=2\nb=3\nend\nlast\n');
  expect(edit({ state: 'absent', regexp: 'b=' })).toMatchObject({
    changed: true,
    found: 2,
    msg: '2 line(s) removed',
  });
  expect(edit({ regexp: 'x(?=y)', line: 'z' }).msg).toMatch(/no look-around/);
  expect(module('lineinfile', { path: '/tmp/none', line: 'x' })).toMatchObject({
    failed: true,
    rc: 257,
    msg: 'Destination /tmp/none does not exist !',
  });
});

test('FR-190-285 blockinfile keeps one block between its marks, and replace fills every place', () => {
  const { module, run, read } = createModuleBench({});
  run('printf "one\\ntwo\\n" > /tmp/c');
  const block = { path: '/tmp/c', block: 'x\ny', insertafter: '^one' };
  expect(module('blockinfile', block)).toMatchObject({ changed: true, msg: 'Block inserted' });
  expect(read('/tmp/c')).toBe('one\n# BEGIN ANSIBLE MANAGED BLOCK\nx\ny\n# END ANSIBLE MANAGED BLOCK\ntwo\n');
  expect(module('blockinfile', block)).toMatchObject({ changed: false });
  expect(module('blockinfile', { ...block, block: 'z' })).toMatchObject({ changed: true });
  expect(module('blockinfile', { path: '/tmp/c', state: 'absent' })).toMatchObject({ msg: 'Block removed' });
  expect(read('/tmp/c')).toBe('one\ntwo\n');
  expect(module('replace', { path: '/tmp/c', regexp: '^(o|t)', replace: String.raw`<\1>` })).toMatchObject({
    changed: true,
    msg: '2 replacements made',
  });
  expect(read('/tmp/c')).toBe('<o>ne\n<t>wo\n');
  expect(module('replace', { path: '/tmp/c', regexp: 'zzz', replace: '' })).toMatchObject({ changed: false });
});
