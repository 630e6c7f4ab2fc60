import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';

export type Question = { readonly prompt: Bytes; readonly echo: 'shown' | 'hidden' };

/** One line from the terminal, or from the input where there is none; null at its end. */
export function* readAnswer(system: System, { prompt, echo }: Question): Step<Bytes | null> {
  yield* system.descriptors.write(system.descriptors.isTerminal(0) ? 1 : 2, prompt);
  const modes = system.terminal.modes();
  const isHiding = echo === 'hidden' && system.descriptors.isTerminal(0);
  if (isHiding) system.terminal.changeModes({ ...modes, echo: false });
  const line = yield* readLine(system);
  if (isHiding) {
    system.terminal.changeModes(modes);
    yield* system.descriptors.write(1, '\n');
  }
  return line;
}

/** A byte at a time: what comes after the line is for somebody else. */
export function* readLine(system: System): Step<Bytes | null> {
  let line = '';
  for (;;) {
    const byte = yield* system.descriptors.read(0, 1);
    if (!byte.ok || byte.value === '') return line === '' ? null : line;
    if (byte.value === '\n') return line;
    line += byte.value;
  }
}
