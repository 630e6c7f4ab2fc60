/** Who speaks for the sensors at or below a thing: changed in one go, after a yes. */
import { Bot, Unplug } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { create } from 'zustand';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Action } from '../../app/actions.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { nameOfEntity } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { sensorsBelow } from './sensors-below.ts';

export type Speaker = 'bot' | 'hardware';
export type SourceAsked = { readonly within: EntityId; readonly source: Speaker };

/** What waits for a yes; the inspector asks it. */
export const useSourceAsked = create<{ readonly asked: SourceAsked | null }>(() => ({ asked: null }));
export const dropSourceAsked = (): void => useSourceAsked.setState({ asked: null });

export async function giveSource({ within, source }: SourceAsked, count: number): Promise<void> {
  const done = text().inspector.sources.done(source, nameOfEntity(within), count);
  await perform({ type: 'sensor.source', within, source }, done);
}

function askSource(asked: SourceAsked): void {
  // Asked where the thing is seen: a menu on the floor may be about another one.
  if (useSelection.getState().selected !== asked.within) useSelection.getState().select(asked.within);
  useSourceAsked.setState({ asked });
}

const icons = { hardware: Unplug, bot: Bot } as const satisfies Record<Speaker, LucideIcon>;

/** None for what nothing measures. */
export function sourceActions({ id, kind }: Entity, inventory: Inventory): readonly Action[] {
  const sensors = sensorsBelow(inventory, id);
  if (sensors.length === 0) return [];
  const words = text().inspector;
  return (['hardware', 'bot'] as const).map((source): Action => {
    const turned = sensors.filter(({ spec }) => spec.source !== source).length;
    return {
      id: `thing.source-${source}`,
      title: words.sources.action({ source, kind, count: turned }),
      section: words.actions.section,
      shortcut: null,
      icon: icons[source],
      disabled: () => (turned === 0 ? words.sources.already[source] : null),
      run: () => askSource({ within: id, source }),
    };
  });
}
