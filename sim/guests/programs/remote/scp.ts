import type { Program } from '../../kernel/program.ts';
import { copyBetween } from './scp-client.ts';
import { send } from './scp-source.ts';
import { receive } from './scp-sink.ts';
import type { Copying } from './scp-talk.ts';
import { createTalk } from './scp-talk.ts';

/** Copies to and from another machine. At the far end it is started as `scp -t PATH` to bring files and as `scp -f PATH…` to take some. */
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
    talk: createTalk(system, { input: 0, output: 1, isNear: false }),
    isDeep: flags.has('r'),
    keepsTimes: flags.has('p'),
    wantsDirectory: flags.has('d'),
  };
  const [target] = paths;
  if (flags.has('t') && target !== undefined && paths.length === 1) return yield* receive(copying, target);
  if (flags.has('f') && paths.length > 0) return yield* send(copying, paths);
  return yield* copyBetween(system);
};
