import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GuestBench } from '../../system/guest.fixture.ts';
import { createGuestBench } from '../../system/guest.fixture.ts';
import type { Terminal } from '../../terminal/terminal.ts';

type Desk = {
  readonly bench: GuestBench;
  readonly terminal: Terminal;
  readonly type: (keys: string) => string;
  readonly fold: () => boolean;
};

function sit(bench: GuestBench): Desk {
  let shown = '';
  const terminal = bench.guest.openTerminal({
    columns: 80,
    rows: 24,
    send: (bytes) => {
      shown += bytes;
    },
  });
  const environment = new Map([['TERM', 'xterm']]);
  const lines = { kind: 'terminal', terminal } as const;
  bench.guest.openSession({ user: 'root', command: null, environment, lines });
  bench.settle();
  bench.guest.takeChanges();
  return {
    bench,
    terminal,
    type: (keys) => {
      shown = '';
      terminal.input(keys);
      bench.settle();
      bench.guest.takeChanges();
      return shown;
    },
    fold: () => bench.guest.fold(),
  };
}

const told = [
  'ps -eo pid,ppid,pgid,sess,tty,stat,user,ni,args',
  'declare -p | grep -v ^declare.*BASH_ARG; declare -f; alias; trap; shopt; set -o; history; jobs; dirs',
  'for one in /proc/[0-9]*; do cat $one/stat; tr "\\0" " " <$one/environ; ls -l $one/fd; done',
  'ls -liR /run /tmp /root /var/log; cat /proc/mounts /proc/sys/kernel/random/uuid; df -i; df; ss -ltnp',
  'cat /var/log/*.log /run/systemd/units; systemctl status --no-pager; echo $RANDOM $SECONDS $! $? $_ $$',
] as const;

/** Everything that one can see of a machine from inside. */
const portrait = (desk: Desk): string => told.map((command) => desk.type(`${command}\r`)).join('');

const commands = [
  'x=1; y[3]=z; declare -A m=([a]=b [c]=d); declare -i n=7; export E=mc2; readonly q=5',
  'f() { local a=$1; echo "f $a $x"; }; f 3',
  "alias ll='ls -l'; ll /root",
  'cd /tmp; mkdir -p a/b/c; echo hi >a/b/c/d; ln -s a link; ln a/b/c/d twin; chmod 600 twin; pushd a',
  'rm -rf /tmp/a; rm -f /etc/motd; mv /etc/hostname /root/; cd /',
  'mount -t tmpfs -o size=1m ram /mnt && mkdir /mnt/in && echo hi >/mnt/in/file; mount --bind /mnt/in /srv; cat /srv/file',
  'umount /srv; mount -o remount,ro /mnt; umount -l /mnt; findmnt -l',
  'set -o vi; set -o emacs; shopt -s extglob nullglob; umask 027; ulimit -n 100',
  "trap 'echo bye' EXIT; trap 'echo usr1' USR1; trap '' TERM; trap - INT; kill -USR1 $$",
  'false; echo $?; (exit 3); echo ${PIPESTATUS[@]}; true | false',
  'sleep 1000 &',
  'kill %1 2>/dev/null; wait',
  'systemctl restart nginx; curl -s localhost | head -3',
  'systemctl stop cron; systemctl is-active cron nginx ssh',
  'systemctl start cron; journalctl -n 5 --no-pager',
  'echo "* * * * * root echo tick >>/root/ticks" >/etc/cron.d/tick',
  'nginx -s reload; pkill -HUP sshd; kill -9 $(pgrep -f "nginx: worker" | head -1)',
  'read -t 1 word </dev/null; exec 3>/tmp/three; echo out >&3',
  'exec 3>&-; mkfifo /tmp/pipe; tail -1 /var/log/nginx/access.log',
  'useradd -m ada; su - ada -c "id; pwd"; hostname other; date +%s',
  'bash',
  'exit',
  'echo half a line\u0001\u000bback',
  '!!',
  'cat <<EOF',
  'EOF',
  'vi /tmp/v\r:q!',
] as const;

const pass = (desk: Desk, milliseconds: number): void => {
  desk.bench.pass(milliseconds);
  desk.bench.guest.takeChanges();
};

test('FR-190-336 a machine that was put away between all commands answers as one that never was', () => {
  let folds = 0;
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom(...commands),
          fc.constantFrom(0, 900, 61_000),
          fc.constantFrom('', '\x1b[A', 'ab\x7f'),
        ),
        { minLength: 1, maxLength: 7 },
      ),
      (story) => {
        const one = sit(createGuestBench({}));
        const other = sit(createGuestBench({}));
        const put = (): void => {
          if (other.fold()) folds += 1;
        };
        for (const [command, milliseconds, keys] of story) {
          put();
          expect(other.type(`${command}\r`)).toBe(one.type(`${command}\r`));
          put();
          pass(one, milliseconds);
          pass(other, milliseconds);
          put();
          expect(other.type(keys)).toBe(one.type(keys));
          put();
          expect(other.type('\x03')).toBe(one.type('\x03'));
        }
        put();
        expect(portrait(other)).toBe(portrait(one));
        put();
        expect(other.bench.guest.delta()).toEqual(one.bench.guest.delta());
        expect(other.bench.faults).toEqual([]);
        expect(other.bench.guest.log()).toEqual(one.bench.guest.log());
      },
    ),
    { numRuns: 8, seed: 190_336 },
  );
  expect(folds).toBeGreaterThan(20);
});

test('FR-190-336 every command alone leaves a machine the same, put away or not', () => {
  for (const command of commands) {
    const one = sit(createGuestBench({}));
    const other = sit(createGuestBench({}));
    other.fold();
    expect(other.type(`${command}\r`)).toBe(one.type(`${command}\r`));
    other.fold();
    expect(portrait(other)).toBe(portrait(one));
  }
});

test.each(['debian-12', 'ubuntu-22.04', 'rhel-9', 'alpine-3.19'] as const)(
  'FR-190-337 a shell at its prompt and the services of %s are put away',
  (base) => {
    const desk = sit(createGuestBench({ base }));
    expect(desk.fold()).toBe(true);
    expect(desk.type('echo $((6 * 7))\r')).toContain('42');
    expect(desk.fold()).toBe(true);
  },
);

test('FR-190-337 what works, waits elsewhere or has something untold stays as it is', () => {
  const desk = sit(createGuestBench({}));
  for (const [command, end] of [
    ['sleep 50', '\x03'],
    ['cat', '\x03'],
    ['less /etc/passwd', 'q'],
    ['sleep 50 &', ''],
  ] as const) {
    expect(desk.type(`${command}\r`)).not.toBe('');
    expect(desk.fold()).toBe(false);
    desk.type(end);
  }
  desk.type('kill %1; wait\r');
  expect(desk.fold()).toBe(true);
  desk.terminal.input('echo hi >/root/note\r');
  desk.bench.settle();
  expect(desk.fold()).toBe(false);
  desk.bench.guest.takeChanges();
  expect(desk.fold()).toBe(true);
});

test('FR-190-338 it wakes by itself when a sleeper is due, and only then', () => {
  const desk = sit(createGuestBench({}));
  desk.type('echo "* * * * * root echo tick >>/root/ticks" >/etc/cron.d/tick\r');
  const due = desk.bench.guest.nextWake();
  expect(desk.fold()).toBe(true);
  expect([desk.bench.guest.nextWake(), desk.bench.guest.isRunnable()]).toEqual([due, false]);
  pass(desk, 125_000);
  expect(desk.type('cat /root/ticks\r')).toContain('tick\r\n');
});

test('FR-190-338 signals, a new size, a cut line, a call and a second session reach it put away', () => {
  const desk = sit(createGuestBench({}));
  const { guest } = desk.bench;
  desk.fold();
  desk.terminal.resize(132, 50);
  desk.bench.settle();
  expect(desk.type('stty size\r')).toContain('50 132');
  desk.fold();
  expect(desk.type('\x03')).toContain('^C');
  desk.fold();
  const ports = guest.ports();
  expect(ports.map(({ port, name }) => [port, name.split(':')[0]])).toEqual(
    expect.arrayContaining([
      [22, 'sshd'],
      [80, 'nginx'],
    ]),
  );
  const memory = guest.demand();
  expect(memory.memoryBytes).toBeGreaterThan(0);
  guest.processes();
  expect([guest.ports(), guest.demand()]).toEqual([ports, memory]);
  desk.fold();
  const call = guest.dial({ address: '127.0.0.1', port: 80 }, { address: '10.0.0.9', port: 999 });
  call?.put('GET / HTTP/1.0\r\n\r\n');
  desk.bench.settle();
  expect(call?.take(4096)).toContain('200 OK');
  call?.close();
  desk.bench.settle();
  guest.takeChanges();
  expect(desk.fold()).toBe(true);
  expect(desk.bench.run('pgrep -c nginx').output).toBe('3\n');
  guest.takeChanges();
  expect(desk.fold()).toBe(true);
  desk.terminal.hangup();
  desk.bench.settle();
  expect(guest.processes().some(({ name }) => name.includes('bash'))).toBe(false);
});

test('FR-190-338 a machine put away is halted and shut down as one that is not', () => {
  const desk = sit(createGuestBench({}));
  desk.fold();
  desk.bench.guest.shutDown('off');
  pass(desk, 1000);
  pass(desk, 100_000);
  expect(desk.bench.ended).toEqual(['off']);
  const other = sit(createGuestBench({}));
  other.fold();
  other.bench.guest.halt();
  expect(other.bench.guest.processes()).toEqual([]);
});
