import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';

type TerminalQuestion = { readonly prompt: Bytes; readonly echo: 'shown' | 'hidden' };

/** Asks whoever sits at the terminal, whatever the input is; null: nobody does, or he ended. */
export function* askTerminal(system: System, { prompt, echo }: TerminalQuestion): Step<Bytes | null> {
  const opened = yield* system.descriptors.open('/dev/tty', { access: 'both' }, 0);
  if (!opened.ok) return null;
  const terminal = opened.value;
  const modes = system.terminal.modes();
  yield* system.descriptors.write(terminal, prompt);
  if (echo === 'hidden') system.terminal.changeModes({ ...modes, echo: false });
  let line: Bytes | null = '';
  for (;;) {
    const byte = yield* system.descriptors.read(terminal, 1);
    if (!byte.ok || byte.value === '') line = line === '' ? null : line;
    if (!byte.ok || byte.value === '' || byte.value === '\n') break;
    line += byte.value;
  }
  if (echo === 'hidden') {
    system.terminal.changeModes(modes);
    yield* system.descriptors.write(terminal, '\n');
  }
  system.descriptors.close(terminal);
  return line;
}
