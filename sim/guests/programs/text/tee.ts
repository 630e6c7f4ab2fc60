import { messageOf } from '../../answer.ts';
import { has } from './options.ts';
import { readBlock, sourceOf } from './source.ts';
import { coreForm, fail, failOf, flush, put, tool, writeAll } from './tool.ts';
import { turn } from '../../kernel/program-tools.ts';

export const tee = tool(
  coreForm(
    'aip',
    { append: 'a', 'ignore-interrupts': 'i', 'output-error': 'output-error?' },
    '[OPTION]... [FILE]...',
  ),
  function* (self, given) {
    if (has(given, 'i')) self.system.processes.onSignal('INT', 'ignore');
    const isAppending = has(given, 'a');
    const opened: { readonly name: string; readonly descriptor: number }[] = [];
    for (const name of given.operands) {
      const answer = yield* self.system.descriptors.open(
        name,
        { access: 'write', create: true, truncate: !isAppending, append: isAppending },
        0o666,
      );
      if (answer.ok) opened.push({ name, descriptor: answer.value });
      else yield* failOf(self, name, answer.errno);
    }
    const source = sourceOf(self.system, '-', 0);
    for (let block = yield* readBlock(source); block !== ''; block = yield* readBlock(source)) {
      put(self, block);
      yield* flush(self);
      for (const { name, descriptor } of opened) {
        const answer = yield* writeAll(self.system, descriptor, block);
        if (!answer.ok) yield* fail(self, `${name}: ${messageOf(answer.errno)}`);
      }
      if (self.system.isTired()) yield turn;
    }
  },
);
