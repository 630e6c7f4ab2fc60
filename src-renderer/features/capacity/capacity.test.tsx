import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, test } from 'vitest';
import { commandSchema } from '../../../sim/contract/commands.ts';
import { capacityQueries } from '../../../sim/contract/capacity.ts';
import { faceNames } from '../states/samples.ts';
import { CapacityFace } from './capacity-faces.tsx';
import { samplePlan } from './capacity-samples.ts';
import { askedIn, isWrong, usualPlacement } from './placement-draft.ts';
import { plannedItems, reserveCommands } from './reserve.ts';

describe('where machines would fit', () => {
  test('FR-120-365 what is typed is asked as the contract says, and nothing is asked that is wrong', () => {
    const asked = askedIn({ ...usualPlacement, weight: '12,5', psus: '1' }, 'room-1' as never);
    expect(capacityQueries.placement.params.parse(asked)).toMatchObject({
      count: 12,
      units: 2,
      watts: 700,
      weight: 12.5,
      psus: 1,
      within: 'room-1',
    });
    expect(askedIn(usualPlacement, null)).not.toHaveProperty('weight');
    expect(askedIn({ ...usualPlacement, count: '0' }, null)).toBeNull();
    expect(isWrong({ ...usualPlacement, units: '1.5' }, 'units')).toBe(true);
    expect(isWrong(usualPlacement, 'weight')).toBe(false);
  });

  test('FR-120-366 a plan becomes planned devices in its racks, as many commands as it takes', () => {
    const asked = askedIn(usualPlacement, null);
    if (asked === null) throw new Error('not asked');
    const items = plannedItems(samplePlan, asked, 'new');
    const [command] = reserveCommands(items);
    const parsed = commandSchema.parse(command);
    expect(parsed).toMatchObject({
      type: 'inventory.create-many',
      items: [
        {
          name: 'new-A01-U27',
          parent: 'rack-1',
          spec: { lifecycle: 'planned', slot: { position: 27, height: 2, face: 'both' }, ratedPower: 700 },
        },
        { name: 'new-A01-U29' },
      ],
    });
    const first = items[0];
    if (first === undefined) throw new Error('no item');
    const many = Array.from({ length: 4500 }, () => first);
    expect(reserveCommands(many).map((one) => one.items.length)).toEqual([2000, 2000, 500]);
    const oneFeed = plannedItems(
      { ...samplePlan, proposals: samplePlan.proposals.map((rack) => ({ ...rack, feed: 'B' as const })) },
      { ...asked, psus: 1 },
      'new',
    );
    expect(oneFeed[0]?.spec).toMatchObject({ feed: 'B', psus: 1 });
  });
});

describe('faces', () => {
  test.each(faceNames)('FR-120-367 the capacity screen has its %s face', (face) => {
    const page = renderToStaticMarkup(
      <MemoryRouter>
        <CapacityFace face={face} />
      </MemoryRouter>,
    );
    const says = {
      full: 'Over the limit',
      empty: 'no racks',
      loading: 'Loading',
      stale: 'last known state',
      error: 'could not be read',
    };
    expect(page).toContain(says[face]);
  });

  test('FR-120-368 a place over a limit says so in words, and reserved is told from used', () => {
    const page = renderToStaticMarkup(
      <MemoryRouter>
        <CapacityFace face="full" />
      </MemoryRouter>,
    );
    expect(page).toContain('1 rack over a limit');
    expect(page).toContain('Space: 26 used, 4 reserved.');
    expect(page).toContain('4 U, 0.0 kW');
    expect(page).toContain('Power runs out');
    expect(page).toContain('Reserve 2 as planned');
  });
});
