/** What can be done on the power screen, for the palette, the menus and the shortcuts. */
import { ChartPie, ChevronsDownUp, FlaskConical, Maximize, Printer, X, Zap } from 'lucide-react';
import { always } from '../../app/actions.ts';
import type { Action } from '../../app/actions.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { fitDiagram, foldAll, powerTabs, usePower } from './power-state.ts';
import { canBeLost } from './use-what-if.ts';
import { isPreviewing, wayWith } from './power-way.ts';

function refusesPreview(): string | null {
  const words = text().power;
  const { selected } = useSelection.getState();
  const entity = selected === null ? undefined : useWorld.getState().entities.get(selected);
  if (entity === undefined) return words.actions.nothingSelected;
  return canBeLost(entity.kind) ? null : words.selected.cannotLose;
}

export const powerActions = (): readonly Action[] => {
  const words = text().power;
  const elsewhere = (): string | null => (usePower.getState().isShown ? null : words.actions.elsewhere);
  const common = { section: words.actions.section, shortcut: null } as const;
  return [
    ...powerTabs.map((tab): Action => ({
      ...common,
      id: `power.${tab}`,
      title: words.actions.tab(words.tabs[tab]),
      icon: tab === 'energy' ? ChartPie : Zap,
      disabled: always,
      run: () => goTo(tab === 'diagram' ? '/power' : `/power?tab=${tab}`),
    })),
    {
      ...common,
      id: 'power.what-if',
      title: words.actions.whatIf,
      shortcut: 'w',
      icon: FlaskConical,
      disabled: refusesPreview,
      run: () => goTo(wayWith(useSelection.getState().selected)),
    },
    {
      ...common,
      id: 'power.leave-preview',
      title: words.actions.leave,
      icon: X,
      disabled: () => (isPreviewing() ? null : words.actions.notPreviewing),
      run: () => goTo(wayWith(null)),
    },
    {
      ...common,
      id: 'power.fit',
      title: words.diagram.fit,
      icon: Maximize,
      disabled: elsewhere,
      run: fitDiagram,
    },
    {
      ...common,
      id: 'power.fold',
      title: words.diagram.foldAll,
      icon: ChevronsDownUp,
      disabled: elsewhere,
      run: foldAll,
    },
    {
      ...common,
      id: 'power.print',
      title: words.diagram.print,
      icon: Printer,
      disabled: elsewhere,
      run: () => window.print(),
    },
  ];
};
