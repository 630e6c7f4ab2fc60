import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';

export type Held = { readonly pid: number; readonly name: Bytes };

/**
 * The real lock is on the file and ends with its process; here the file says who holds it, and whoever is no more
 * holds nothing.
 */
export function holderOf(system: System, path: Bytes): Held | null {
  const content = system.files.readFile(path);
  const pid = Number.parseInt(content.ok ? content.value : '', 10);
  const found = system.processes.list().find((one) => one.pid === pid && one.state !== 'zombie');
  if (found === undefined || pid === system.pid) return null;
  return /^(apt|dpkg|dnf|yum|apk)/.test(found.name) ? { pid, name: found.name } : null;
}

/** Does something while nobody else may. */
export function* locked(system: System, path: Bytes, act: () => Step<number>): Step<number> {
  system.files.writeFile(path, `${system.pid}\n`, 0o640);
  const status = yield* act();
  system.files.writeFile(path, '', 0o640);
  return status;
}
