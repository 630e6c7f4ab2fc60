import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { screens } from '../../app/shell.actions.ts';
import { english } from '../../text/catalogue.ts';
import { tourRack } from './tour-deeds.ts';
import { declineTour, keptTour, leaveTour, startTour, useTour, walkTour } from './tour-state.ts';
import { Invitation } from './tour-invitation.tsx';
import { tourSteps } from './tour.table.ts';

const drawn = (what: ReactNode): string => renderToStaticMarkup(<Tooltip.Provider>{what}</Tooltip.Provider>);
const rack = (name: string, kind = 'rack'): Entity =>
  ({ id: `${kind}-${name}`, name, kind, parent: null }) as unknown as Entity;

beforeEach(() => {
  vi.stubGlobal('window', { localStorage: { setItem: () => undefined, getItem: () => null } });
  useTour.setState({ phase: 'new', step: 0 });
});

describe('the tour', () => {
  test('FR-120-456 it is offered once, and neither who declined nor who has seen it is asked again', () => {
    expect(useTour.getState().phase).toBe('new');
    declineTour();
    expect(drawn(<Invitation isFolded={false} tour={useTour.getState()} />)).toBe('');
    startTour(tourSteps.length - 1);
    walkTour(1);
    expect(useTour.getState()).toEqual({ phase: 'done', step: 0 });
    expect(drawn(<Invitation isFolded={false} tour={useTour.getState()} />)).toBe('');
  });

  test('FR-120-457 it is walked both ways, left, and gone on with where it was left', () => {
    startTour(0);
    walkTour(-1);
    expect(useTour.getState()).toEqual({ phase: 'running', step: 0 });
    walkTour(1);
    walkTour(1);
    leaveTour();
    expect(useTour.getState()).toEqual({ phase: 'left', step: 2 });
    startTour(useTour.getState().step);
    expect(useTour.getState()).toEqual({ phase: 'running', step: 2 });
    startTour(99);
    expect(useTour.getState().step).toBe(tourSteps.length - 1);
  });

  test('FR-120-457 a page that was closed during the tour offers to go on and does not begin by itself', () => {
    expect(keptTour({ phase: 'running', step: 3 })).toEqual({ phase: 'left', step: 3 });
    expect(keptTour({ phase: 'done', step: 0 })).toEqual({ phase: 'done', step: 0 });
    expect(drawn(<Invitation isFolded={false} tour={{ phase: 'left', step: 3 }} />)).toContain('Go on');
    expect(drawn(<Invitation isFolded tour={{ phase: 'running', step: 3 }} />)).toBe('');
  });

  test('FR-120-458 it has six to eight steps, on screens there are, each with words and something to outline', () => {
    expect(tourSteps.length).toBeGreaterThanOrEqual(6);
    expect(tourSteps.length).toBeLessThanOrEqual(8);
    const paths = new Set<string | null>([null, ...screens.map(({ path }) => path)]);
    expect(tourSteps.filter(({ path }) => !paths.has(path))).toEqual([]);
    expect(tourSteps.map(({ id }) => id)).toEqual(Object.keys(english.tour.steps));
    expect(tourSteps.every(({ anchors }) => anchors.length > 0)).toBe(true);
  });

  test('FR-120-458 it shows the selected rack, else the first by name, and does without one', () => {
    const held = new Map(
      [rack('B01'), rack('A01'), rack('crac', 'crac')].map((entity) => [entity.id, entity]),
    );
    expect(tourRack(held, null)).toBe('rack-A01');
    expect(tourRack(held, 'rack-B01' as EntityId)).toBe('rack-B01');
    expect(tourRack(held, 'crac-crac' as EntityId)).toBe('rack-A01');
    expect(tourRack(new Map(), null)).toBeNull();
  });

  test('FR-120-574 each step outlines a real part of its screen: the mark stands in that screen’s own code', () => {
    const marks = new Map(
      tourSteps.map(({ id, anchors }) => [id, /^\[data-tour="([a-z]+)"\]$/.exec(anchors.join())?.[1] ?? '']),
    );
    expect(Object.fromEntries(marks)).toMatchObject({
      floor: 'floor',
      inspector: 'inspector',
      alarms: 'alarms',
    });
    const home = {
      '/': 'features/overview',
      '/floor': 'features/floor',
      '/alarms': 'features/alarms',
    } as const;
    for (const { id, path } of tourSteps) {
      const own = path === null ? ['app'] : [home[path as keyof typeof home], 'app'];
      const code = own.map((folder) => codeIn(join(import.meta.dirname, '../..', folder))).join('\n');
      expect(code, `the mark of ${id}`).toContain(`data-tour="${marks.get(id)}"`);
    }
  });
});

const codeIn = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
