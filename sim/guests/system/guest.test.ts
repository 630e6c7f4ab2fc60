import { describe, expect, it } from 'vitest';
import { baseNames } from '../bases/distribution.ts';
import { createGuestBench } from './guest.fixture.ts';

describe('a guest', () => {
  for (const base of baseNames)
    it(`FR-190-110 of ${base} boots and lets its first user in`, () => {
      const bench = createGuestBench({ base });
      const user = {
        'debian-12': 'debian',
        'ubuntu-22.04': 'ubuntu',
        'rhel-9': 'cloud-user',
        'alpine-3.19': 'alpine',
      }[base];
      const ran = bench.run(
        'echo "$USER $HOME $SHELL"; cd /etc; pwd; read -r line < os-release; echo "$line"',
        { user },
      );
      expect(bench.faults).toEqual([]);
      expect(ran.output).toContain(
        `${user} /home/${user} /bin/${base === 'alpine-3.19' ? 'ash' : 'bash'}\n/etc\n`,
      );
      expect(ran.output).toMatch(/NAME="(Debian|Ubuntu|Red Hat|Alpine)/);
      expect(ran.status).toBe(0);
    });

  it('FR-190-111 shows firmware, loader, kernel and units on its console', () => {
    const shown = createGuestBench({}).shown();
    for (const said of [
      'Coldaisle BIOS',
      'GRUB loading',
      'Linux version 6.1.0-28-amd64',
      '[  OK  ] Reached target multi-user.target',
    ])
      expect(shown).toContain(said);
  });

  it('FR-190-112 knows its name from its own files, also after a restart', () => {
    const bench = createGuestBench({});
    expect(bench.run('read -r name < /etc/hostname; echo "$name"').output).toBe('web-01\n');
    bench.run('echo renamed > /etc/hostname');
    const again = createGuestBench({ delta: bench.guest.delta() });
    expect(again.host.name).toBe('renamed');
  });

  it('FR-190-113 checks a password against its shadow file', () => {
    const bench = createGuestBench({});
    const answers: boolean[] = [];
    for (const password of ['coldaisle', 'wrong'])
      bench.guest.checkPassword('debian', password, (isIt) => answers.push(isIt));
    bench.guest.checkPassword('daemon', '', (isIt) => answers.push(isIt));
    bench.settle();
    expect(answers.filter((isIt) => isIt)).toHaveLength(1);
    expect(answers).toHaveLength(3);
  });

  it('FR-190-114 is switched off in order, and says whether it comes back', () => {
    const off = createGuestBench({});
    off.guest.shutDown('off');
    off.settle();
    off.pass(1000);
    expect(off.ended).toEqual(['off']);
    expect(off.shown()).toContain('reboot: Power down');
    const back = createGuestBench({});
    back.guest.shutDown('reboot');
    back.settle();
    back.pass(1000);
    expect(back.ended).toEqual(['reboot']);
  });
});
