/** XML and JSON as people read them. What was cut short is laid out as far as it goes. */
const step = '  ';

export function formatWire(given: string): string {
  const text = given.trim();
  if (text === '') return '';
  if (text.startsWith('{') || text.startsWith('[') || text.startsWith('"')) return formatJson(text);
  return text.startsWith('<') ? formatXml(text) : given;
}

function formatJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, step);
  } catch {
    return text;
  }
}

/** Tags, comments, declarations and CDATA; and the text between them. */
const pieces = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<[^>]*>|[^<]+|</g;

type Line = { readonly depth: number; text: string };

/** An element that holds only text stays in one line. */
function formatXml(text: string): string {
  const lines: Line[] = [];
  let depth = 0;
  let isOpen = false;
  for (const piece of text.match(pieces) ?? []) {
    const kind = kindOf(piece);
    const last = lines.at(-1);
    if (kind === 'text') {
      if (piece.trim() === '') continue;
      if (isOpen && last !== undefined) last.text += piece.trim();
      else lines.push({ depth, text: piece.trim() });
      continue;
    }
    if (kind === 'close') {
      depth = Math.max(0, depth - 1);
      if (isOpen && last !== undefined) last.text += piece;
      else lines.push({ depth, text: piece });
    } else lines.push({ depth, text: piece });
    isOpen = kind === 'open';
    if (isOpen) depth += 1;
  }
  return lines.map((line) => step.repeat(line.depth) + line.text).join('\n');
}

function kindOf(piece: string): 'text' | 'open' | 'close' | 'alone' {
  if (piece.startsWith('<![CDATA[') || !piece.startsWith('<') || !piece.endsWith('>')) return 'text';
  if (piece.startsWith('</')) return 'close';
  return piece.startsWith('<?') || piece.startsWith('<!') || piece.endsWith('/>') ? 'alone' : 'open';
}
