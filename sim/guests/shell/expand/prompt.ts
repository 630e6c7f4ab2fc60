import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { timeText } from '../builtins/strftime.ts';
import type { Shell } from '../shell.ts';
import { valueOf } from '../variables/store.ts';
import { compiledText, expandText } from './expand.ts';
import { userName } from './tilde.ts';

/** A prompt as it is shown: escapes, then expansion. */
export function* promptText(shell: Shell, source: Bytes): Step<Bytes> {
  const text = source.includes('\\') ? escapesOf(shell, source) : source;
  if (!shell.shellOptions.has('promptvars') || !/[$`\\]/.test(text)) return text;
  const { unwind } = shell;
  const shown = yield* expandText(shell, compiledText(shell, text, 'here'));
  shell.unwind = unwind;
  return shown;
}

function escapesOf(shell: Shell, source: Bytes): Bytes {
  return source.replace(
    /\\(D\{([^}]*)\}|[0-7]{3}|.)/gs,
    (whole, escape: string, format: string | undefined) => {
      if (format !== undefined) return timeOf(shell, format === '' ? '%X' : format);
      if (/^[0-7]{3}$/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8) & 0xff);
      return letter(shell, escape) ?? whole;
    },
  );
}

function timeOf(shell: Shell, format: string): Bytes {
  return timeText(format, Math.floor(shell.system.now() / 1000));
}

function letter(shell: Shell, escape: string): Bytes | null {
  switch (escape) {
    case 'u':
      return userName(shell);
    case 'h':
      return shell.system.machine.hostname().split('.')[0] ?? '';
    case 'H':
      return shell.system.machine.hostname();
    case 'w':
      return protectedText(shortened(shell));
    case 'W':
      return protectedText(lastStep(shell));
    case '$':
      return shell.system.processes.who().uid === 0 ? '#' : '\\$';
    case 's':
      return shell.name.replace(/^-/, '').replace(/.*\//, '');
    case 'j':
      return String(shell.jobs.all.size);
    case '!':
      return String(shell.history.length + 1);
    case '#':
      return String(shell.history.length + 1);
    case 'l':
      return shell.system.terminal.name()?.replace(/^pts\//, '') ?? 'tty';
    default:
      return plain(shell, escape);
  }
}

function plain(shell: Shell, escape: string): Bytes | null {
  switch (escape) {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'a':
      return '\u0007';
    case 'e':
      return '\u001b';
    case '\\':
      return '\\\\';
    case '[':
      return '\u0001';
    case ']':
      return '\u0002';
    case 'v':
      return '5.2';
    case 'V':
      return '5.2.15';
    default:
      return clock(shell, escape);
  }
}

const clocks: Readonly<Record<string, string>> = {
  t: '%H:%M:%S',
  T: '%I:%M:%S',
  '@': '%I:%M %p',
  A: '%H:%M',
  d: '%a %b %d',
};

function clock(shell: Shell, escape: string): Bytes | null {
  const format = clocks[escape];
  return format === undefined ? null : timeOf(shell, format);
}

/** A directory's name is not a command. */
const protectedText = (text: Bytes): Bytes => text.replace(/[$`\\]/g, '\\$&');

function shortened(shell: Shell): Bytes {
  const where = valueOf(shell, 'PWD') ?? shell.system.files.workingDirectory();
  const home = valueOf(shell, 'HOME') ?? '';
  if (home === '' || home === '/') return where;
  return where === home || where.startsWith(`${home}/`) ? `~${where.slice(home.length)}` : where;
}

function lastStep(shell: Shell): Bytes {
  const text = shortened(shell);
  return text === '/' || text === '~' ? text : (text.split('/').at(-1) ?? text);
}
