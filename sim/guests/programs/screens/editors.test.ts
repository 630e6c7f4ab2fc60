import { expect, test } from 'vitest';
import { bytesOf } from '../../bytes.ts';
import { nano } from './nano.ts';
import { sitAt } from './screen-model.fixture.ts';
import { vi } from './vi.ts';

const config = 'server {\n    listen 80;\n    root /var/www;\n}\n';

const edit = (keys: string, text: string): string | null => {
  const desk = sitAt({ program: vi, words: ['vi', '/etc/x'], files: { '/etc/x': text } });
  desk.type(`${keys}:wq\r`);
  expect(desk.bench.faults).toEqual([]);
  expect(desk.status()).toBe(0);
  return desk.read('/etc/x');
};

test('FR-190-104 vi shows the file, tildes below it, its name and size, and the cursor', () => {
  const desk = sitAt({ program: vi, words: ['vi', '/etc/x'], files: { '/etc/x': config } });
  expect(desk.rows().slice(0, 6)).toEqual([
    'server {',
    '    listen 80;',
    '    root /var/www;',
    '}',
    '~',
    '~',
  ]);
  expect(desk.rows()[23]).toContain('"/etc/x" 4L, 45B');
  expect(desk.rows()[23]).toContain('1,1');
  desk.type('jw');
  expect(desk.cursor()).toEqual([1, 4]);
  desk.type('i');
  expect(desk.rows()[23]).toContain('-- INSERT --');
  desk.type('x\x1b:q\r');
  expect(desk.rows()[23]).toContain('E37: No write since last change (add ! to override)');
  desk.type(':q!\r');
  expect(desk.status()).toBe(0);
  expect(desk.read('/etc/x')).toBe(config);
});

test.each([
  ['ix\x1b', 'abc\n', 'xabc\n'],
  ['ax\x1b', 'abc\n', 'axbc\n'],
  ['Ax\x1b', 'abc\n', 'abcx\n'],
  ['$Ix\x1b', '  abc\n', '  xabc\n'],
  ['ox\ry\x1b', 'a\nb\n', 'a\nx\ny\nb\n'],
  ['jOx\x1b', 'a\nb\n', 'a\nx\nb\n'],
  ['x', 'abc\n', 'bc\n'],
  ['2x', 'abc\n', 'c\n'],
  ['$x', 'abc\n', 'ab\n'],
  ['dd', 'a\nb\nc\n', 'b\nc\n'],
  ['2dd', 'a\nb\nc\n', 'c\n'],
  ['ddp', 'a\nb\nc\n', 'b\na\nc\n'],
  ['yyP', 'a\nb\n', 'a\na\nb\n'],
  ['yyjp', 'a\nb\n', 'a\nb\na\n'],
  ['dw', 'one two three\n', 'two three\n'],
  ['2dw', 'one two three\n', 'three\n'],
  ['wdw', 'one two\n', 'one \n'],
  ['cwnew\x1b', 'one two\n', 'new two\n'],
  ['wcwx\x1b', 'a b c\n', 'a x c\n'],
  ['wD', 'one two\n', 'one \n'],
  ['wCx\x1b', 'one two\n', 'one x\n'],
  ['de', 'one two\n', ' two\n'],
  ['$db', 'one two\n', 'one o\n'],
  ['ld$', 'abc\n', 'a\n'],
  ['wd0', 'one two\n', 'two\n'],
  ['dG', 'a\nb\nc\n', ''],
  ['jdgg', 'a\nb\nc\n', 'c\n'],
  ['dj', 'a\nb\nc\n', 'c\n'],
  ['rx', 'abc\n', 'xbc\n'],
  ['J', 'a\n  b\n', 'a b\n'],
  ['~', 'abc\n', 'Abc\n'],
  ['ddu', 'a\nb\n', 'a\nb\n'],
  ['ddu\x12', 'a\nb\n', 'b\n'],
  ['x.', 'abcd\n', 'cd\n'],
  ['dd.', 'a\nb\nc\n', 'c\n'],
  ['cwx\x1bw.', 'a b c\n', 'x x c\n'],
  ['Ax\x1bj.', 'a\nb\n', 'ax\nbx\n'],
  ['dtc', 'abcd\n', 'cd\n'],
  ['dfc', 'abcd\n', 'd\n'],
  ['ci"x\x1b', 'a="b c"\n', 'a="x"\n'],
  ['wdiw', 'one two three\n', 'one  three\n'],
  ['d%', '(a) b\n', ' b\n'],
  ['Vjd', 'a\nb\nc\n', 'c\n'],
  ['vld', 'abcd\n', 'cd\n'],
  ['ywP', 'ab cd\n', 'ab ab cd\n'],
  ['>>', 'a\n', '\ta\n'],
  ['Rxy\x1b', 'abcd\n', 'xycd\n'],
  ['/two\rx', 'one two\n', 'one wo\n'],
  ['/a\rnx', 'b a a a\n', 'b a  a\n'],
  [':%s/a/b/g\r', 'aa\na\n', 'bb\nb\n'],
  [':s/\\(a\\)b/\\1-&/\r', 'ab ab\n', 'a-ab ab\n'],
  [':2d\r', 'a\nb\nc\n', 'a\nc\n'],
  [':2,$s#/#-#g\r', '/\n//\n', '/\n--\n'],
  [':2\rx', 'ab\ncd\n', 'ab\nd\n'],
  ['Gx', 'ab\ncd\n', 'ab\nd\n'],
  ['cchi\x1b', '  ab\n', '  hi\n'],
  ['iä€\x1b', 'x\n', 'ä€x\n'],
])('FR-190-104 vi: %j makes of %j %j', (keys, before, after) => {
  expect(edit(bytesOf(keys), before)).toBe(after);
});

test('FR-190-104 vi says what it cannot do', () => {
  const desk = sitAt({ program: vi, words: ['vi', '/etc/x'], files: { '/etc/x': 'abc\n' } });
  const says = (keys: string): string => {
    desk.type(keys);
    return desk.rows()[23] ?? '';
  };
  expect(says(':nonsense\r')).toContain('E492: Not an editor command: nonsense');
  expect(says('/zzz\r')).toContain('E486: Pattern not found: zzz');
  expect(says(':w /no/dir\r')).toContain("E212: Can't open file for writing");
  expect(says(':set number\r')).not.toContain('E518');
  expect(desk.rows()[0]).toBe('  1 abc');
  expect(says('u')).toContain('Already at oldest change');
  desk.type('ZZ');
  expect(desk.status()).toBe(0);
});

test('FR-190-105 an editor sends only the lines that changed, and draws anew after a resize', () => {
  const desk = sitAt({ program: vi, words: ['vi', '/etc/x'], files: { '/etc/x': config } });
  const whole = desk.sent();
  desk.type('x');
  expect(desk.sent()).toBeLessThan(whole / 2);
  desk.resize(60, 10);
  expect(desk.rows().slice(0, 4)).toEqual(['erver {', '    listen 80;', '    root /var/www;', '}']);
  expect(desk.rows()[9]).toContain('1,1');
});

test('FR-190-106 nano edits, searches, cuts, pastes, writes and asks before it leaves', () => {
  const desk = sitAt({ program: nano, words: ['nano', '/etc/x'], files: { '/etc/x': config } });
  expect(desk.rows()[0]).toContain('GNU nano 7.2');
  expect(desk.rows()[21]).toContain('[ Read 4 lines ]');
  expect(desk.rows()[23]).toContain('^X Exit');
  desk.type('# mine\r');
  expect(desk.rows()[0]).toContain('Modified');
  desk.type('\x17root\r\x0b\x15\x15');
  desk.type('\x0f');
  expect(desk.rows()[21]).toContain('File Name to Write: /etc/x');
  desk.type('\r');
  expect(desk.rows()[21]).toContain('[ Wrote 6 lines ]');
  expect(desk.read('/etc/x')).toBe(
    '# mine\nserver {\n    listen 80;\n    root /var/www;\n    root /var/www;\n}\n',
  );
  desk.type('x\x18');
  expect(desk.rows()[21]).toContain('Save modified buffer?');
  desk.type('n');
  expect(desk.status()).toBe(0);
  expect(desk.read('/etc/x')).toContain('root');
});

test('FR-190-106 nano writes what is changed on the way out, and says what it cannot write', () => {
  const desk = sitAt({ program: nano, words: ['nano', '/no/dir'] });
  desk.type('hi\x18y\r');
  expect(desk.rows()[21]).toContain('[ Error writing /no/dir: No such file or directory ]');
  desk.type('\x18y\x15/new\r');
  expect(desk.status()).toBe(0);
  expect(desk.read('/new')).toBe('hi\n');
});
