/** Which scenario was asked for, by a command of the palette or on the screen. */
import { create } from 'zustand';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioName } from '../../../sim/contract/scenarios.ts';
import { openPanel } from '../../app/panels.ts';

type Pick = { readonly name: ScenarioName | null };

export const useScenarioPick = create<Pick>(() => ({ name: null }));

export function openScenario(target: EntityId | null, name: ScenarioName | null): void {
  useScenarioPick.setState({ name });
  openPanel('scenario', target === null ? {} : { target });
}
