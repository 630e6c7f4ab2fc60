/** The start token comes in the URL's fragment, which no server and no log ever sees, and leaves it at once. */
export type FragmentParts = { readonly token: string | null; readonly rest: string };

export function splitFragment(hash: string): FragmentParts {
  const parts = hash.replace(/^#/, '').split('&').filter(Boolean);
  const token = parts.find((part) => part.startsWith('token='));
  const rest = parts.filter((part) => part !== token).join('&');
  return {
    token: token === undefined ? null : decodeURIComponent(token.slice(6)),
    rest: rest === '' ? '' : `#${rest}`,
  };
}

const storageKey = 'coldaisle.token';

/** Moves the token from the fragment to this tab's storage; path and query stay as they are. */
export function takeToken(page: Window): string {
  const { token, rest } = splitFragment(page.location.hash);
  if (token !== null) {
    page.sessionStorage.setItem(storageKey, token);
    page.history.replaceState(
      page.history.state,
      '',
      `${page.location.pathname}${page.location.search}${rest}`,
    );
  }
  return token ?? page.sessionStorage.getItem(storageKey) ?? '';
}

/** For the few plain HTTP calls (upload, OpenAPI): the same token as the socket's. */
export const authorization = (page: Window): Record<string, string> => ({
  authorization: `Bearer ${page.sessionStorage.getItem(storageKey) ?? ''}`,
});
