import { fromBase64, toBase64 } from '../../base64.ts';
import type { Bytes } from '../../bytes.ts';
import { plainTexts, wholeFile } from '../text/files.ts';
import { has, valueOf } from '../text/options.ts';
import { complain, coreForm, marked, put, tool, wrongCall } from '../text/tool.ts';

const form = coreForm('diw:', { decode: 'd', 'ignore-garbage': 'i', wrap: 'w' }, '[OPTION]... [FILE]');

export const base64 = tool(form, function* (self, given) {
  const [name = '-', extra] = given.operands;
  if (extra !== undefined) return yield* wrongCall(self, form, `extra operand ${marked(extra)}`);
  const width = valueOf(given, 'w') ?? '76';
  if (!/^\d+$/.test(width)) {
    yield* complain(self, `invalid wrap size: ${marked(width)}`);
    return 1;
  }
  const text = yield* wholeFile(self, name, plainTexts);
  if (text === null) return 1;
  if (!has(given, 'd')) {
    put(self, wrapped(toBase64(text), Number(width)));
    return 0;
  }
  const bare = has(given, 'i') ? text.replace(/[^A-Za-z0-9+/=]/g, '') : text.replaceAll('\n', '');
  const good = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?/.exec(bare)?.[0] ?? '';
  put(self, fromBase64(good));
  if (good.length === bare.length && bare.length % 4 === 0) return 0;
  yield* complainAfter(self);
  return 1;
});

function* complainAfter(self: Parameters<typeof complain>[0]): ReturnType<typeof complain> {
  const { output } = self;
  self.output = '';
  yield* self.system.descriptors.write(1, output);
  yield* complain(self, 'invalid input');
}

const wrapped = (text: Bytes, width: number): Bytes =>
  width === 0 || text === ''
    ? text
    : (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((line) => `${line}\n`).join('');
