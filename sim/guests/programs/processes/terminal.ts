import type { Program, System } from '../../kernel/program.ts';
import type { TerminalModes } from '../../kernel/terminal-facts.ts';
import { breathe, commandOf, complain, coreCommand } from '../files/command.ts';
import { has } from '../files/options.ts';
import { quoted } from '../files/quote.ts';

export const tty = coreCommand({
  short: 's',
  long: { silent: 's', quiet: 's' },
  usage: '[OPTION]...',
  misuse: 2,
  *run(call) {
    yield* breathe(call);
    const { system } = call;
    const isTerminal = system.descriptors.isTerminal(0);
    call.status = isTerminal ? 0 : 1;
    if (!has(call.options, 's'))
      call.output += isTerminal ? `/dev/${system.terminal.name() ?? 'tty'}\n` : 'not a tty\n';
  },
});

const wholeClear = '\x1b[H\x1b[2J\x1b[3J';

export const clear: Program = function* (system) {
  yield* system.descriptors.write(1, wholeClear);
  return 0;
};

export const reset: Program = function* (system) {
  system.terminal.changeModes(saneModes);
  yield* system.descriptors.write(1, `\x1bc\x1b[!p\x1b[?3;4l\x1b[4l\x1b>`);
  return 0;
};

const saneModes: TerminalModes = {
  isCooked: true,
  echo: true,
  signals: true,
  returnIsNewline: true,
  newlineIsBoth: true,
};

const words: Readonly<Record<string, Partial<TerminalModes>>> = {
  sane: saneModes,
  raw: { isCooked: false, signals: false, returnIsNewline: false, newlineIsBoth: false },
  '-raw': { isCooked: true, signals: true, returnIsNewline: true, newlineIsBoth: true },
  cooked: { isCooked: true, signals: true, returnIsNewline: true, newlineIsBoth: true },
  cbreak: { isCooked: false },
  '-cbreak': { isCooked: true },
  icanon: { isCooked: true },
  '-icanon': { isCooked: false },
  echo: { echo: true },
  '-echo': { echo: false },
  isig: { signals: true },
  '-isig': { signals: false },
  icrnl: { returnIsNewline: true },
  '-icrnl': { returnIsNewline: false },
  opost: { newlineIsBoth: true },
  '-opost': { newlineIsBoth: false },
  onlcr: { newlineIsBoth: true },
  '-onlcr': { newlineIsBoth: false },
};

/** Stands in stty's way, because `-echo` is no option. */
export const stty: Program = function* (system) {
  const command = commandOf({
    short: '',
    long: {},
    usage: '[SETTING]...',
    version: '(GNU coreutils) 9.1',
    order: 'first',
    misuse: 1,
    least: 0,
    *run(call) {
      yield* breathe(call);
      if (!system.descriptors.isTerminal(0)) {
        complain(call, `'standard input': Inappropriate ioctl for device`);
        return;
      }
      const asked = system.arguments.slice(1);
      const [first] = asked;
      if (asked.length === 0) call.output += 'speed 38400 baud; line = 0;\n-brkint -imaxbel\n';
      else if (first === '-a') call.output += allText(system);
      else if (first === '-g') call.output += `${savedText(system.terminal.modes())}\n`;
      else if (first === 'size')
        call.output += `${system.terminal.size().rows} ${system.terminal.size().columns}\n`;
      else {
        const wrong = asked.find((word) => words[word] === undefined && !/^[01]{5}$/.test(word));
        if (wrong !== undefined) {
          call.complaints += `stty: invalid argument ${quoted(wrong)}\nTry 'stty --help' for more information.\n`;
          call.status = 1;
          return;
        }
        for (const word of asked)
          system.terminal.changeModes({ ...system.terminal.modes(), ...(words[word] ?? modesOf(word)) });
      }
    },
  });
  const isAsking = /^--(help|version)$/.test(system.arguments[1] ?? '');
  return yield* command(isAsking ? system : { ...system, arguments: system.arguments.slice(0, 1) });
};

const bit = (isOn: boolean): string => (isOn ? '1' : '0');
const savedText = (modes: TerminalModes): string =>
  [modes.isCooked, modes.echo, modes.signals, modes.returnIsNewline, modes.newlineIsBoth].map(bit).join('');
const modesOf = (text: string): TerminalModes => ({
  isCooked: text[0] === '1',
  echo: text[1] === '1',
  signals: text[2] === '1',
  returnIsNewline: text[3] === '1',
  newlineIsBoth: text[4] === '1',
});

function allText({ terminal }: System): string {
  const { columns, rows } = terminal.size();
  const modes = terminal.modes();
  const flag = (isOn: boolean, name: string): string => `${isOn ? '' : '-'}${name}`;
  return [
    `speed 38400 baud; rows ${rows}; columns ${columns}; line = 0;`,
    'intr = ^C; quit = ^\\; erase = ^?; kill = ^U; eof = ^D; eol = <undef>;',
    'eol2 = <undef>; swtch = <undef>; start = ^Q; stop = ^S; susp = ^Z; rprnt = ^R;',
    'werase = ^W; lnext = ^V; discard = ^O; min = 1; time = 0;',
    '-parenb -parodd -cmspar cs8 -hupcl -cstopb cread -clocal -crtscts',
    `-ignbrk -brkint -ignpar -parmrk -inpck -istrip -inlcr -igncr ${flag(modes.returnIsNewline, 'icrnl')} ixon -ixoff`,
    '-iuclc -ixany -imaxbel -iutf8',
    `${flag(modes.newlineIsBoth, 'opost')} -olcuc -ocrnl ${flag(modes.newlineIsBoth, 'onlcr')} -onocr -onlret -ofill -ofdel nl0 cr0 tab0 bs0 vt0 ff0`,
    `${flag(modes.signals, 'isig')} ${flag(modes.isCooked, 'icanon')} iexten ${flag(modes.echo, 'echo')} echoe echok -echonl -noflsh -xcase -tostop -echoprt`,
    'echoctl echoke -flusho -extproc',
    '',
  ].join('\n');
}
