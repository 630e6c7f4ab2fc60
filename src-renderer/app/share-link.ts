/** Links to what is seen: the view, its filters and the selection, never the token. */
import { showToast } from '../ui/toasts.ts';
import { splitFragment } from '../data/token.ts';
import { text } from '../text/text.ts';

export type Place = {
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
};

/** The overview names itself, as a bare address leads to the screen one was on last. */
export function shareLink({ origin, pathname, search, hash }: Place): string {
  const params = new URLSearchParams(search);
  params.delete('token');
  if (pathname === '/' && params.size === 0) params.set('screen', 'overview');
  const asked = params.toString();
  return `${origin}${pathname}${asked === '' ? '' : `?${asked}`}${splitFragment(hash).rest}`;
}

/** Of this view, or of another path of this address. */
export async function copyLink(path: string | null): Promise<void> {
  const words = text().wall;
  const link = path === null ? shareLink(window.location) : `${window.location.origin}${path}`;
  try {
    await navigator.clipboard.writeText(link);
    showToast({ kind: 'done', title: words.linkCopied, hint: words.linkCopiedHint });
  } catch {
    showToast({ kind: 'refused', title: words.linkNotCopied, hint: link });
  }
}

/**
 * The same view again. The browser gives the new window a copy of this one's session storage, and so the token,
 * which therefore stands in no address and no history; the desktop shell opens a window of its own and lets it in.
 */
export function openWindow(): void {
  const words = text().wall;
  const opened = window.open(shareLink(window.location), '_blank');
  if (opened === null && window.coldaisle === undefined)
    showToast({ kind: 'refused', title: words.newWindowBlocked, hint: words.newWindowHint });
}
