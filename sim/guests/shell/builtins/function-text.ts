import type { Bytes } from '../../bytes.ts';
import type { FunctionDefinition } from '../shell.ts';

/** As it was written, with bash's head and braces on lines of their own. */
export function functionText({ name, node, source }: FunctionDefinition): Bytes {
  const { body } = node;
  const text = source.text;
  const inner =
    body.type === 'BraceGroup'
      ? text.slice(body.body.pos, body.body.end).trim().replace(/;$/, '')
      : text.slice(body.pos, body.end);
  const lines = inner.split('\n').flatMap((line) => (/[{}'"`$]|<</.test(line) ? [line] : line.split(/;\s+/)));
  const indented = lines.map((line) => `    ${line.trim()}`);
  const joined = indented.map((line, at) =>
    at < indented.length - 1 && !/(;|\bdo|\bthen|\belse|[{(&|])$/.test(line) ? `${line};` : line,
  );
  return `${name} () \n{ \n${joined.join('\n')}\n}`;
}
