import { forEachChild, parse, type ParsedScript, type Statement, type SyntaxNode } from 'unbash';
import type { Bytes } from '../../bytes.ts';
import type { Source } from '../shell.ts';
import { faultOf, type SyntaxFault } from './fault.ts';

/** Commands that stand on one line, or hang together over several: what is given up as one. */
type Group = { readonly statements: readonly Statement[]; readonly end: number };

export type ParsedText = {
  readonly groups: readonly Group[];
  readonly fault: SyntaxFault | null;
  /** A here-document that the end of the text ended. */
  readonly openDocument: { readonly delimiter: Bytes; readonly at: number } | null;
};

export function parseText(text: Bytes): ParsedText {
  const script = parse(text);
  const fault = faultOf(text, script.errors ?? []);
  const groups = groupsOf(text, script);
  return {
    groups: fault === null ? groups : groupsBefore(text, groups, fault),
    fault,
    openDocument: text.includes('<<') ? openDocumentIn(script) : null,
  };
}

/** More lines may make it whole. */
export function isUnfinished(text: Bytes, parsed: ParsedText): boolean {
  return (
    parsed.fault?.kind === 'end' ||
    parsed.fault?.kind === 'quote' ||
    parsed.openDocument !== null ||
    /(^|[^\\])(\\\\)*\\\n?$/.test(text)
  );
}

function groupsOf(text: Bytes, script: ParsedScript): readonly Group[] {
  const groups: { statements: Statement[]; end: number }[] = [];
  for (const statement of script.commands) {
    const last = groups.at(-1);
    if (last !== undefined && !text.slice(last.end, statement.pos).includes('\n')) {
      last.statements.push(statement);
      last.end = statement.end;
    } else {
      groups.push({ statements: [statement], end: statement.end });
    }
  }
  return groups;
}

/** A shell reads line by line: what stands before the broken line has run when that is met. */
function groupsBefore(text: Bytes, groups: readonly Group[], fault: SyntaxFault): readonly Group[] {
  if (fault.kind === 'end') return groups.slice(0, -1);
  const line = text.lastIndexOf('\n', Math.min(fault.at, text.trimEnd().length) - 1) + 1;
  return groups.filter((group) => group.end <= line && group.end < fault.at);
}

function openDocumentIn(node: SyntaxNode): ParsedText['openDocument'] {
  if (node.type === 'HereDoc')
    return node.closing === undefined ? { delimiter: node.delimiter?.value ?? '', at: node.pos } : null;
  let found: ParsedText['openDocument'] = null;
  forEachChild(node, (child) => {
    if (child.type !== 'Word' && child.type !== 'Assignment') found ??= openDocumentIn(child);
  });
  return found;
}

export const sourceOf = (name: Bytes, text: Bytes, firstLine: number): Source => ({
  name,
  text,
  firstLine,
  lineStarts: null,
});
