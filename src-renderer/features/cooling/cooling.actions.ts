import { Fan } from 'lucide-react';
import type { AdvisorMode } from '../../../sim/contract/advisor.ts';
import type { Action } from '../../app/actions.ts';
import { query } from '../../data/client.ts';
import { worldNow } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { showDone } from '../../ui/toasts.ts';
import { useCoolingState } from './cooling-state.ts';
import { applyAdvice, setMode } from './do-cooling.ts';
import { sitesOf } from './plant-of.ts';

const modes: readonly AdvisorMode[] = ['off', 'advise', 'act'];

const firstSite = () => sitesOf(worldNow())[0]?.id ?? null;

export function coolingActions(): readonly Action[] {
  const words = text().cooling.actions;
  const common = { section: words.section, shortcut: null, icon: Fan };
  const noSite = (): string | null => (firstSite() === null ? words.nextSite : null);
  return [
    ...modes.map((mode): Action => ({
      ...common,
      id: `cooling.mode-${mode}`,
      title: words.mode[mode],
      disabled: noSite,
      run: () => setMode(firstSite(), mode),
    })),
    {
      ...common,
      id: 'cooling.apply',
      title: words.applyAll,
      shortcut: 'Shift+o',
      disabled: () => (useCoolingState.getState().isShown ? noSite() : words.elsewhere),
      run: async () => {
        const answer = await query('advice', {});
        const open = answer.ok ? answer.value.items.filter(({ state }) => state === 'open') : [];
        const first = open.at(-1);
        if (first === undefined) showDone(words.noAdvice);
        else await applyAdvice(first);
      },
    },
  ];
}
