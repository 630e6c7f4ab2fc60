import { describe, expect, it } from 'vitest';
import { flagTable } from './flags.table.ts';
import { readCommandLine, usage } from './go-flags.ts';

const read = (line: string) => {
  const done = readCommandLine(line === '' ? [] : line.split(' '));
  if (!done.ok) throw new Error(done.refusal.message);
  return done.value;
};

describe('the flags of vcsim', () => {
  it('FR-020-030 left out, flags are what they are in vcsim: one datacenter, one cluster of three hosts, one host apart', () => {
    const { flags, said, words } = read('');
    expect(flags).toMatchObject({ dc: 1, cluster: 1, host: 3, 'standalone-host': 1, vm: 2, ds: 1, pg: 1 });
    expect(flags).toMatchObject({ app: 0, pool: 0, pod: 0, folder: 0, nsx: 0, 'pg-nsx': 0 });
    expect(flags).toMatchObject({ l: '127.0.0.1:8989', E: '-', tls: true, autostart: true, esx: false });
    expect(flags).toMatchObject({ 'api-version': '6.5', tunnel: -1, delay: 0, 'delay-jitter': 0 });
    expect([said.size, words]).toEqual([0, []]);
  });

  const cases: readonly (readonly [string, string, unknown])[] = [
    ['-vm 5', 'vm', 5],
    ['-vm=5', 'vm', 5],
    ['--vm 5', 'vm', 5],
    ['--vm=0x10', 'vm', 16],
    ['-vm 017', 'vm', 15],
    ['-vm 0', 'vm', 0],
    ['-tunnel -0b1', 'tunnel', -1],
    ['-tunnel -1', 'tunnel', -1],
    ['-esx', 'esx', true],
    ['-esx=T', 'esx', true],
    ['-tls=false', 'tls', false],
    ['-tls=0 -tls', 'tls', true],
    ['-delay-jitter .5', 'delay-jitter', 0.5],
    ['-l 0.0.0.0:0', 'l', '0.0.0.0:0'],
    ['-username=', 'username', ''],
    ['-method-delay A:1,B:2', 'method-delay', 'A:1,B:2'],
    ['-password a=b', 'password', 'a=b'],
  ];
  it.each(cases)('FR-020-030 flags are written as for every Go program: %s', (line, name, value) => {
    const { flags, said } = read(line);
    expect(Object.entries(flags).find(([flag]) => flag === name)?.[1]).toBe(value);
    expect(said.has(name)).toBe(true);
  });

  it('FR-020-030 the first word that is no flag ends them, and so do two dashes', () => {
    expect(read('-vm 1 uuidgen -vm 2')).toMatchObject({ flags: { vm: 1 }, words: ['uuidgen', '-vm', '2'] });
    expect(read('-esx false')).toMatchObject({ flags: { esx: true }, words: ['false'] });
    expect(read('-- -vm 2')).toMatchObject({ flags: { vm: 2 }, words: ['-vm', '2'] });
    expect(read('-')).toMatchObject({ words: ['-'] });
    expect(read('-h').wantsHelp).toBe(true);
  });

  it.each([
    ['-nope', 'flag provided but not defined: -nope'],
    ['-vm x', 'invalid value "x" for flag -vm: parse error'],
    ['-vm 1.5', 'invalid value "1.5" for flag -vm: parse error'],
    ['-vm 08', 'invalid value "08" for flag -vm: parse error'],
    ['-vm 99999999999999999999', 'invalid value "99999999999999999999" for flag -vm: value out of range'],
    ['-vm', 'flag needs an argument: -vm'],
    ['-esx=maybe', 'invalid boolean value "maybe" for -esx: parse error'],
    ['-delay-jitter x', 'invalid value "x" for flag -delay-jitter: parse error'],
    ['---vm', 'bad flag syntax: ---vm'],
    ['-=5', 'bad flag syntax: -=5'],
  ])('FR-020-312 what cannot be read is refused in the words of Go’s flags: %s', (line, message) => {
    const done = readCommandLine(line.split(' '));
    expect(!done.ok && done.refusal.message).toBe(message);
  });

  it('FR-020-312 help is laid out as Go’s: kind, what it does, what it is where left out unless that is nothing', () => {
    const lines = usage('vcsim').split('\n');
    expect(lines[0]).toBe('Usage of vcsim:');
    const after = (line: string): string | undefined => lines[lines.indexOf(line) + 1];
    expect(after('  -l string')).toMatch(/^ {4}\t.*\(default "127\.0\.0\.1:8989"\)$/);
    expect(after('  -dc int')).toMatch(/^ {4}\t.*\(default 1\)$/);
    expect(after('  -delay-jitter float')).not.toContain('default');
    expect(after('  -tls')).toMatch(/\(default true\)$/);
    expect(after('  -esx')).not.toContain('default');
  });

  it('FR-020-030 help names every flag', () => {
    const text = usage('vcsim');
    for (const name of Object.keys(flagTable)) expect(text).toContain(`\n  -${name}`);
  });
});
