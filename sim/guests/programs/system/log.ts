import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { logPipe } from '../../system/init/init.ts';

/** syslog(3): facility and level in one number, 86 is authpriv.info, 30 daemon.info. */
export function* log(
  system: System,
  line: { readonly priority: number; readonly as: Bytes; readonly message: Bytes },
): Step<void> {
  if (!system.files.stat(logPipe).ok) return;
  const opened = yield* system.descriptors.open(logPipe, { access: 'both' }, 0);
  if (!opened.ok) return;
  yield* system.descriptors.write(
    opened.value,
    `<${line.priority}>${line.as}[${system.pid}]: ${line.message}\n`,
  );
  system.descriptors.close(opened.value);
}
