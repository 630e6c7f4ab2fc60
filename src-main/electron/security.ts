import type { Session, WebContents, WebPreferences } from 'electron';
import { externalLink, isOwnPage } from './url-safety.ts';

/**
 * The page gets no Node, no Electron and a sandbox of its own; Electron's own word for each, said aloud.
 * What is secure by default (webSecurity and its kin) is never mentioned, so nobody can mention it wrongly.
 */
export function webPreferences(preload: string, developing: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Chromium fetches its dictionaries from the network; nothing here may.
    spellcheck: false,
    devTools: developing,
  };
}

/** Copying text, telling of alarms, and a wall that stays on and fills its screen. */
const allowed: readonly string[] = [
  'clipboard-sanitized-write',
  'notifications',
  'screen-wake-lock',
  'fullscreen',
];

/**
 * The control room needs no camera, no place on earth and no device:
 * all else that a page can ask for is denied, and to foreign pages everything.
 */
export function limitPermissions(session: Session, origin: () => string | null): void {
  const mayHave = (permission: string, url: string): boolean =>
    allowed.includes(permission) && isOwnPage(url, origin());
  session.setPermissionRequestHandler((...[, permission, answer, { requestingUrl }]) =>
    answer(mayHave(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    mayHave(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}

export type Fence = {
  /** The gateway's origin now, or null while there is none. */
  readonly origin: () => string | null;
  readonly openExternal: (url: string) => void;
  /** The control room asked for a further window of itself. */
  readonly openOwn: (url: string) => void;
  readonly warn: (message: string) => void;
};

/** No way out of the gateway's origin: not by link, redirect, frame, new window or webview. */
export function fenceIn(contents: WebContents, fence: Fence): void {
  const stop = (event: { preventDefault: () => void }, url: string): void => {
    if (isOwnPage(url, fence.origin())) return;
    event.preventDefault();
    fence.warn(`Navigation denied: ${shown(url)}`);
  };
  contents.on('will-navigate', (event) => stop(event, event.url));
  contents.on('will-frame-navigate', (event) => stop(event, event.url));
  contents.on('will-redirect', (event) => stop(event, event.url));
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    fence.warn('A webview was denied.');
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (isOwnPage(url, fence.origin())) {
      // The shell makes it, with the same walls as the first; the page gets no hold of it.
      fence.openOwn(url);
      return { action: 'deny' };
    }
    const link = externalLink(url);
    if (link === null) fence.warn(`New window denied: ${shown(url)}`);
    else fence.openExternal(link);
    return { action: 'deny' };
  });
}

/** For the log: without what might be secret in it. */
function shown(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : 'not a URL';
}
