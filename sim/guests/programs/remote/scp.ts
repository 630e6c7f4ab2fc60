import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { send } from './scp-source.ts';
import { receive } from './scp-sink.ts';
import type { Copying } from './scp-talk.ts';
import { createTalk } from './scp-talk.ts';

/** The far end of `scp -O`: the client starts it as `scp -t PATH` to bring files and as `scp -f PATH…` to take some. */
export const scp: Program = function* (system) {
  const words = system.arguments.slice(1);
  const end = words.indexOf('--');
  const flagged = end === -1 ? words : words.slice(0, end);
  const flags = new Set(
    flagged
      .filter((word) => /^-[a-zA-Z]+$/.test(word))
      .join('')
      .replaceAll('-', ''),
  );
  const paths = end === -1 ? words.filter((word) => !/^-[a-zA-Z]+$/.test(word)) : words.slice(end + 1);
  const copying: Copying = {
    system,
    talk: createTalk(system),
    isDeep: flags.has('r'),
    keepsTimes: flags.has('p'),
    wantsDirectory: flags.has('d'),
  };
  const [target] = paths;
  if (flags.has('t') && target !== undefined && paths.length === 1) return yield* receive(copying, target);
  if (flags.has('f') && paths.length > 0) return yield* send(copying, paths);
  return yield* decline(system);
};

const usage: Bytes =
  'scp: in this guest it answers clients from outside (scp -O host:file .), and starts no copy itself.\n' +
  'From guest to guest: ssh HOST cat FILE > FILE\n';

function* decline(system: System): Step<number> {
  yield* system.descriptors.write(2, usage);
  return 1;
}
