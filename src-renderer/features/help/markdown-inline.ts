/** What stands inside a paragraph, into plain data. Pure. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: string; readonly parts: readonly Inline[] };

const forms =
  /(`+)(?<code>.+?)\1|!\[(?<alt>[^\]]*)\]\([^)]*\)|\[(?<label>(?:[^[\]]|\[[^\]]*\])+)\]\((?<to>[^)\s]+)[^)]*\)|<(?<url>https?:[^>\s]+)>|\*\*(?<strong>.+?)\*\*|(?<![\w*])\*(?<star>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])|(?<!\w)_(?<under>[^_\s](?:[^_]*[^_\s])?)_(?!\w)|\\(?<sign>[\\`*_{}[\]()#+.!|<>~-])/g;

function inlineOf(groups: Readonly<Record<string, string | undefined>>): Inline {
  const { code, alt, label, to, url, strong, star, under, sign } = groups;
  if (code !== undefined) return { kind: 'code', text: code.trim() };
  if (label !== undefined) return { kind: 'link', to: to ?? '', parts: parseInline(label) };
  if (url !== undefined) return { kind: 'link', to: url, parts: [{ kind: 'text', text: url }] };
  if (strong !== undefined) return { kind: 'strong', parts: parseInline(strong) };
  const emphasis = star ?? under;
  if (emphasis !== undefined) return { kind: 'emphasis', parts: parseInline(emphasis) };
  // A picture is told by its words: the pictures themselves are not carried along.
  return { kind: 'text', text: sign ?? alt ?? '' };
}

export function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(forms)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push(inlineOf(match.groups ?? {}));
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

export const plainText = (text: string): string =>
  parseInline(text)
    .map((part): string => ('text' in part ? part.text : part.parts.map((one) => plainOf(one)).join('')))
    .join('');

const plainOf = (part: Inline): string => ('text' in part ? part.text : part.parts.map(plainOf).join(''));

/** Where a document's link leads: to another document, to a place in this one, out, or nowhere here. */
export type LinkTarget =
  | { readonly kind: 'document'; readonly name: string; readonly part: string | null }
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'none' };

export function linkTarget(to: string, current: string): LinkTarget {
  if (to.startsWith('https://')) return { kind: 'outside', url: to };
  if (to.startsWith('#')) return { kind: 'document', name: current, part: to.slice(1) };
  const match = /^(?:\.\/)?([\w-]+)\.md(?:#(.+))?$/.exec(to);
  if (match?.[1] === undefined) return { kind: 'none' };
  return { kind: 'document', name: match[1], part: match[2] ?? null };
}
