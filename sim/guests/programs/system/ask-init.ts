import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { requestPipe } from '../../system/init/requests.ts';

/** Asks the first process for something and waits for its answer; null: it cannot be asked. */
export function* askInit(system: System, verb: Bytes, name: Bytes): Step<Bytes | null> {
  const { descriptors, files } = system;
  const reply = `/run/systemd/reply-${system.pid}`;
  files.remove(reply);
  if (!files.makePipe(reply, 0o600).ok) return null;
  const own = yield* descriptors.open(reply, { access: 'both' }, 0);
  const there = yield* descriptors.open(requestPipe, { access: 'both' }, 0);
  if (!own.ok || !there.ok) {
    files.remove(reply);
    return null;
  }
  yield* descriptors.write(there.value, `${reply}\t${verb}\t${name}\n`);
  descriptors.close(there.value);
  let answer = '';
  while (!answer.endsWith('\n')) {
    const bytes = yield* descriptors.read(own.value, 256);
    if (!bytes.ok && bytes.errno !== 'EINTR') break;
    if (bytes.ok) answer += bytes.value;
  }
  descriptors.close(own.value);
  files.remove(reply);
  return answer.trim();
}
