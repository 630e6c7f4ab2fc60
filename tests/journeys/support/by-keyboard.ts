/** Actions as a person without a pointer reaches them, and whether anything came of it. */
import { expect, type Page } from '@playwright/test';

export type ListedAction = {
  readonly id: string;
  readonly title: string;
  /** Why not now. */
  readonly reason: string | null;
  /** As the caps of the keys have it: `G F`, `Ctrl K`. */
  readonly caps: readonly string[];
};

declare global {
  // What the page did that does not show in it, counted from its start.
  var didUnseen: { toasts: number; prints: number; commands: number; windows: number; copies: number };
}

/** Before the page starts: counts what leaves no trace in the document. */
export async function watchUnseen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const did = { toasts: 0, prints: 0, commands: 0, windows: 0, copies: 0 };
    globalThis.didUnseen = did;
    globalThis.print = () => void (did.prints += 1);
    globalThis.open = () => {
      did.windows += 1;
      return null;
    };
    const send = Reflect.get(WebSocket.prototype, 'send') as (this: WebSocket, data: unknown) => void;
    WebSocket.prototype.send = function (data) {
      if (typeof data === 'string' && data.includes('"op":"execute"')) did.commands += 1;
      send.call(this, data);
    };
    const click: (this: HTMLAnchorElement) => void = Reflect.get(HTMLAnchorElement.prototype, 'click');
    HTMLAnchorElement.prototype.click = function () {
      if (this.download !== '') did.copies += 1;
      click.call(this);
    };
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes)
            if (node instanceof HTMLElement && node.matches('li[data-swipe-direction]')) did.toasts += 1;
      }).observe(document.body, { childList: true, subtree: true });
    });
  });
}

/** What a user could notice: where he is, what is open, chosen, pressed, drawn; and what was asked of the lab. */
export const traceOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const of = (selector: string, names: readonly string[]): string =>
      [...document.querySelectorAll(selector)]
        .map((node) => names.map((name) => node.getAttribute(name) ?? '').join('|'))
        .join('\n');
    return JSON.stringify([
      location.pathname + location.search,
      Object.entries(localStorage).toSorted(([one], [other]) => one.localeCompare(other)),
      of('html', ['class', 'lang', 'style', 'data-theme', 'data-density']),
      of('[role="dialog"]', ['aria-labelledby', 'aria-label']),
      of('[aria-pressed], [aria-checked], [aria-selected], [aria-expanded]', [
        'role',
        'aria-label',
        'aria-pressed',
        'aria-checked',
        'aria-selected',
        'aria-expanded',
      ]),
      of('.react-flow__viewport, main svg[viewBox], main svg > g[transform]', [
        'style',
        'viewBox',
        'transform',
      ]),
      [...document.querySelectorAll('main h1, main h2, main legend, main [role="tabpanel"]')].map(
        (node) => node.id + (node.tagName === 'DIV' ? '' : node.textContent),
      ),
      document.querySelectorAll(
        'main button, main input, main [role="row"], main [role="gridcell"], main figure',
      ).length,
      document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '',
      globalThis.didUnseen,
    ]);
  });

/** Once the page has come to rest. */
export async function settled(page: Page): Promise<string> {
  let last = '';
  await expect
    .poll(
      async () => {
        const now = await traceOf(page);
        const isSame = now === last;
        last = now;
        return isSame;
      },
      { intervals: [120] },
    )
    .toBe(true);
  return last;
}

const palette = (page: Page) => page.locator('[cmdk-root]');

export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  // A key pressed before the palette has the focus is a key for the page behind it.
  await expect(palette(page).getByRole('combobox')).toBeFocused();
}

export async function closePalette(page: Page): Promise<void> {
  // In the first milliseconds of a dialog it does not hear the key yet: a person is never so fast, a test is.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden({ timeout: 2000 });
  }).toPass();
}

/** All there are, as the open palette lists them. */
export const listedActions = (page: Page): Promise<readonly ListedAction[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[cmdk-item]')].map((item) => {
      const said = item.querySelector('.flex-1');
      const reason = said?.querySelector('span')?.textContent ?? null;
      const whole = said?.textContent ?? '';
      return {
        id: item.getAttribute('data-value') ?? '',
        title: (reason === null ? whole : whole.slice(0, whole.length - reason.length)).trim(),
        reason,
        caps: [...item.querySelectorAll('kbd')].map((cap) => cap.textContent),
      };
    }),
  );

/** Ctrl K, its title, Enter. Answers what the palette said of it. */
export async function reachByName(page: Page, id: string): Promise<ListedAction | null> {
  await openPalette(page);
  const action = (await listedActions(page)).find((one) => one.id === id);
  if (action === undefined) {
    await closePalette(page);
    return null;
  }
  await page.keyboard.insertText(action.title);
  const item = palette(page).locator(`[cmdk-item][data-value="${id}"]`);
  await expect(item).toBeAttached();
  // Other titles that hold this one, and things of that name, come before it.
  const place = await page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('[cmdk-item]')].findIndex(
        (one) => one.getAttribute('data-value') === wanted,
      ),
    id,
  );
  for (let step = 0; step <= place + 1; step += 1) {
    if ((await item.getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(item).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  return action;
}

const named: Readonly<Record<string, string>> = { Ctrl: 'Control', Escape: 'Escape', Enter: 'Enter' };

/** `G`, `F` → g, f; `Ctrl Shift Z` → Control+Shift+z. */
export async function pressCaps(page: Page, caps: readonly string[]): Promise<void> {
  for (const cap of caps)
    await page.keyboard.press(
      cap
        .split(' ')
        .map((key) => named[key] ?? (key.length === 1 ? key.toLowerCase() : key))
        .join('+'),
    );
}
