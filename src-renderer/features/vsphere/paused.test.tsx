import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { perform } from '../../app/perform.ts';
import { english } from '../../text/catalogue.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { german } from '../../text/de/index.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { inFace } from '../states/samples.ts';
import { sampleCalls, sampleVsphere, sampleWire } from './vsphere-samples.ts';
import { letRun } from './vsphere-orders.ts';
import { VsphereView } from './vsphere-view.tsx';

const spoken = vi.hoisted((): { words: Catalogue | null } => ({ words: null }));
vi.mock('../../text/text.ts', async (load) => ({
  ...(await load<object>()),
  useText: () => spoken.words ?? english,
}));
vi.mock('../../app/perform.ts', () => ({ perform: vi.fn<typeof perform>() }));

const nothing = (): void => undefined;

type Shown = {
  readonly pause: { readonly onRun: () => void } | null;
  readonly waiting?: typeof sampleVsphere.waiting;
  readonly open?: 'waits' | 'answered';
};

const shown = ({ pause, waiting = sampleVsphere.waiting, open }: Shown): string =>
  renderToStaticMarkup(
    <MemoryRouter>
      <TooltipProvider>
        <VsphereView
          vsphere={inFace('full', { ...sampleVsphere, waiting }, sampleVsphere)}
          tab="calls"
          pause={pause}
          list={{
            calls: inFace(
              'full',
              { items: [...sampleCalls], total: sampleCalls.length },
              { items: [], total: 0 },
            ),
            wish: { text: '', onlyFaults: false, isLive: true },
            chosen: null,
            onWish: nothing,
            onOpen: nothing,
            onClear: nothing,
          }}
          call={
            open === undefined
              ? null
              : {
                  call: inFace('full', { ...sampleWire, state: open }, sampleWire),
                  onCopy: nothing,
                  onClose: nothing,
                }
          }
          strip={{ onSwitch: nothing, onCopy: nothing, onSave: nothing }}
          onTab={nothing}
          onEnd={nothing}
          onHostsOn={nothing}
        />
      </TooltipProvider>
    </MemoryRouter>,
  );

const stands = { onRun: nothing };
const counted = (page: string, part: string): number => page.split(part).length - 1;
const inPause = 'waits: the lab is paused';

afterEach(() => {
  spoken.words = null;
});

test('FR-120-696 while the lab is paused the vCenter says what of its clients waits, and offers to let it run', () => {
  const page = shown({ pause: stands });
  expect(page).toContain('1 call, 2 tasks');
  expect(page).toContain('Let the lab run');
  expect(shown({ pause: stands, waiting: { calls: 0, tasks: 1 } })).toContain('0 calls, 1 task');
  for (const quiet of [shown({ pause: null }), shown({ pause: stands, waiting: { calls: 0, tasks: 0 } })])
    expect(quiet).not.toContain('Let the lab run');
});

test('FR-120-696 its button lets the clock of the lab go on', () => {
  letRun();
  expect(perform).toHaveBeenCalledExactlyOnceWith({ type: 'clock.resume' });
});

test('FR-120-697 the row of a call that waits says so, and that it is for the lab while that is paused', () => {
  const rows = (page: string): readonly string[] =>
    page.split('role="row"').filter((row) => row.includes('WaitForUpdatesEx'));
  expect(rows(shown({ pause: stands })).map((row) => counted(row, inPause) > 0)).toEqual([true]);
  const [running = ''] = rows(shown({ pause: null }));
  expect(running).toContain('waits');
  expect(running).not.toContain(inPause);
});

test('FR-120-697 a call that is opened while it waits says how it goes on; one that is answered does not', () => {
  const goesOn = 'It goes on with the clock of the lab.';
  expect(shown({ pause: stands, open: 'waits' })).toContain(goesOn);
  expect(shown({ pause: stands, open: 'answered' })).not.toContain(goesOn);
  expect(shown({ pause: null, open: 'waits' })).not.toContain(goesOn);
});

test('FR-120-698 it is said in German too', () => {
  spoken.words = german;
  const page = shown({ pause: stands, open: 'waits' });
  expect(counted(page, 'wartet: Das Labor ist angehalten')).toBe(3);
  expect(page).toContain('1 Aufruf, 2 Aufgaben');
  expect(counted(page, 'Das Labor laufen lassen')).toBe(2);
  expect(page).not.toContain(inPause);
});
