import type { Bytes } from '../../bytes.ts';
import { lineAt } from '../say.ts';
import type { Shell, Source } from '../shell.ts';
import type { SyntaxFault } from './fault.ts';

/** Says what is wrong, with the line where a reader is to look. */
export function tellFault(shell: Shell, source: Source, fault: SyntaxFault): void {
  const last = lineAt(source, source.text.length) + (source.text.endsWith('\n') ? 0 : 1);
  const line =
    fault.kind === 'end' || (fault.kind === 'quote' && fault.isLate) ? last : lineAt(source, fault.at);
  const before =
    shell.isInteractive && source.name === ''
      ? `${shell.name}: `
      : `${placeName(shell, source)}line ${line}: `;
  const say = (message: Bytes): void => {
    shell.complaints += `${before}${message}\n`;
  };
  switch (fault.kind) {
    case 'token':
      say(`syntax error near unexpected token \`${fault.token}'`);
      if (!shell.isInteractive || source.name !== '') say(`\`${lineText(source.text, fault.at)}'`);
      break;
    case 'end':
      say('syntax error: unexpected end of file');
      break;
    case 'quote':
      say(`unexpected EOF while looking for matching \`${fault.closing}'`);
      break;
    case 'test':
      say(fault.message);
      break;
    default:
      fault satisfies never;
  }
}

function placeName(shell: Shell, source: Source): Bytes {
  const name = source.name === '' ? shell.name : source.name;
  if (source.name !== '' && shell.readsFrom !== 'file') return `${name}: `;
  return shell.readsFrom === 'string' ? `${name}: -c: ` : `${name}: `;
}

function lineText(text: Bytes, at: number): Bytes {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}
