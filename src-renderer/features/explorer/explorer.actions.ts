import { ListTree, Search } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { always } from '../../app/actions.ts';
import { goTo } from '../../app/way.ts';
import { text } from '../../text/text.ts';
import { press, verbRefusal } from '../machine/power-deeds.ts';
import { verbTable } from '../machine/power-verbs.table.ts';
import { bulkVerbs, fitting } from './explorer-bar.tsx';
import { useExplorer } from './explorer-state.ts';

const ways = ['vendor', 'place'] as const;

export function explorerActions(): readonly Action[] {
  const { explorer, machine } = text();
  const { actions: words } = explorer;
  const common = { section: words.section, shortcut: null } as const;
  const ticked = () => [...useExplorer.getState().ticked.values()];
  return [
    ...ways.map((way): Action => ({
      ...common,
      id: `explorer.${way}`,
      title: words.way(explorer.ways[way]),
      icon: ListTree,
      disabled: always,
      run: () => goTo(`/explorer?by=${way}`),
    })),
    {
      ...common,
      id: 'explorer.find',
      title: words.find,
      icon: Search,
      disabled: () => (useExplorer.getState().isShown ? null : words.notHere),
      // A palette that closes gives the focus back first.
      run: () => void requestAnimationFrame(() => document.getElementById('explorer-find')?.focus()),
    },
    ...bulkVerbs.map((verb): Action => ({
      ...common,
      id: `explorer.${verb}`,
      title: words.bulk(machine.verbs[verb]),
      icon: verbTable[verb].icon,
      disabled: () => {
        const [first] = ticked();
        if (first === undefined) return words.noneTicked;
        return fitting(verb, ticked()).length > 0 ? null : verbRefusal(verb, first);
      },
      run: () => press(verb, fitting(verb, ticked())),
    })),
  ];
}
