/**
 * A table of 100,000 devices scrolled by the wheel, as frames the page got to show. Beside it an empty list of the same
 * height under the same wheel: what this machine's browser can do at best, with its graphics card or without.
 */
import type { CDPSession, Page } from '@playwright/test';
import { atShare, goTo, inRoom, type Row } from './renderer-room.ts';

/** A generated rack has five devices: a switch and four servers. */
const racks = 20_000;
const size = { width: 1440, height: 900 };
const turns = 120;
const wheelStep = 240;
/** One frame at 60 a second; one that took half as long again was late. */
const frameMillis = 1000 / 60;

type Scroll = {
  readonly frames: readonly number[];
  readonly longTasks: readonly number[];
  readonly moved: number;
};

/** The page's own count of frames while the wheel turns once every frame. */
async function scroll(page: Page, session: CDPSession, selector: string): Promise<Scroll> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`There is nothing to scroll at ${selector}`);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.evaluate(startCounting, selector);
  for (let turn = 0; turn < turns; turn += 1) {
    const deltaY = turn < turns / 2 ? wheelStep : -wheelStep / 2;
    await session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY });
  }
  return page.evaluate(() => (window as unknown as { endCounting: () => Scroll }).endCounting());
}

function startCounting(selector: string): void {
  const element = document.querySelector(selector);
  const frames: number[] = [];
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  let moved = 0;
  let isOver = false;
  const onScroll = (): void => {
    moved += 1;
  };
  element?.addEventListener('scroll', onScroll);
  const frame = (now: number): void => {
    frames.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(frame);
  };
  requestAnimationFrame((now) => {
    last = now;
    requestAnimationFrame(frame);
  });
  Object.assign(window, {
    endCounting: (): Scroll => {
      isOver = true;
      observer.disconnect();
      element?.removeEventListener('scroll', onScroll);
      return { frames, longTasks, moved };
    },
  });
}

function rowsOf(name: string, { frames, longTasks, moved }: Scroll, note: string): readonly Row[] {
  const late = frames.filter((millis) => millis > frameMillis * 1.5);
  const dropped = late.reduce((sum, millis) => sum + Math.round(millis / frameMillis) - 1, 0);
  return [
    { name: `${name}: frame, p50`, value: atShare(frames, 0.5), unit: 'ms', note },
    { name: `${name}: frame, p95`, value: atShare(frames, 0.95), unit: 'ms' },
    { name: `${name}: frame, p99`, value: atShare(frames, 0.99), unit: 'ms' },
    {
      name: `${name}: frames dropped`,
      value: (100 * dropped) / (frames.length + dropped),
      unit: '%',
      note: `${dropped} of ${frames.length + dropped}, ${moved} scroll events`,
    },
    {
      name: `${name}: tasks over 50 ms`,
      value: longTasks.length,
      unit: '',
      note: `longest ${Math.max(0, ...longTasks).toFixed(0)} ms`,
    },
  ];
}

async function emptyList(page: Page): Promise<string> {
  await page.setContent(
    '<style>html,body{margin:0;height:100%;background:#111}#list{height:100%;overflow:auto}#list div{height:3200000px;background:linear-gradient(#222,#444)}</style><div id="list"><div></div></div>',
  );
  return '#list';
}

async function drawnBy(page: Page): Promise<string> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('webgl');
    const info = context?.getExtension('WEBGL_debug_renderer_info');
    if (context === null || info === null || info === undefined) return 'drawn in software, no WebGL';
    return `drawn by ${String(context.getParameter(info.UNMASKED_RENDERER_WEBGL))}`;
  });
}

export async function run(): Promise<Row[]> {
  return inRoom({ racks, size, path: '/assets' }, async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    await goTo(page, '/assets');
    const grid = '[role="grid"], [role="table"]';
    const count = Number(await page.locator(grid).first().getAttribute('aria-rowcount'));
    const scroller = await page.evaluate(findScroller, grid);
    const table = await scroll(page, session, scroller);
    const machine = await drawnBy(page);
    const empty = await scroll(page, session, await emptyList(page));
    return [
      ...rowsOf(`assets, ${count.toLocaleString('en')} rows`, table, machine),
      ...rowsOf('empty list of that size', empty, 'the most this machine can do'),
    ];
  });
}

/** The element that scrolls the grid: it, or one within or around it. */
function findScroller(grid: string): string {
  const table = document.querySelector(grid);
  const all = table === null ? [] : [table, ...table.querySelectorAll('*')];
  for (let around = table?.parentElement ?? null; around !== null; around = around.parentElement)
    all.push(around);
  const found = all.find(
    (element) =>
      element.scrollHeight > element.clientHeight + 100 &&
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
  );
  if (found === undefined) throw new Error('Nothing here scrolls');
  found.setAttribute('data-bench', 'scroller');
  return '[data-bench="scroller"]';
}
