/** The power screen in all its faces, from its props alone. */
import './power.css';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, ErrorState, Skeleton, StaleNote } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { FloorFaceState } from '../floor/floor-face.ts';
import { powerTabs } from './power-state.ts';
import type { PowerTab } from './power-state.ts';

export type PowerViewProps = {
  readonly state: FloorFaceState;
  /** Nothing in this lab gives or spreads power. */
  readonly isEmpty: boolean;
  readonly tab: PowerTab;
  readonly onTab: (tab: PowerTab) => void;
  readonly sites: readonly { readonly id: EntityId; readonly name: string }[];
  readonly site: EntityId | null;
  readonly onSite: (site: EntityId) => void;
  /** Of the tab that is shown. */
  readonly tools: ReactNode;
  readonly children: ReactNode;
  /** Racks over capacity, beside the tab's name. */
  readonly over: number;
  readonly onLabs: () => void;
  readonly onRetry: () => void;
};

function Face({ state, isEmpty, onLabs, onRetry, children }: PowerViewProps): ReactNode {
  const words = useText().power.faces;
  if (state.face === 'loading') return <Skeleton className="m-3 flex-1" label={words.loading} />;
  if (state.face === 'error')
    return <ErrorState what={words.failed} refusal={state.refusal} still={words.still} onRetry={onRetry} />;
  if (isEmpty)
    return <EmptyState text={words.empty} action={<Button onClick={onLabs}>{words.openLab}</Button>} />;
  return (
    <>
      {state.isLost && <StaleNote text={words.stale} onRetry={onRetry} />}
      {children}
    </>
  );
}

export function PowerView(props: PowerViewProps): ReactNode {
  const { tab, onTab, sites, site, onSite, tools, over } = props;
  const words = useText().power;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{words.title}</h1>
      <Tabs
        label={words.tabsLabel}
        value={tab}
        onChange={(next) => onTab(powerTabs.find((one) => one === next) ?? 'diagram')}
        tools={
          <>
            {sites.length > 1 && site !== null && (
              <Select
                label={words.site}
                value={site}
                options={sites.map(({ id, name }) => ({ value: id, title: name }))}
                onChange={onSite}
              />
            )}
            {tools}
          </>
        }
        tabs={powerTabs.map((one) => ({
          id: one,
          title: words.tabs[one],
          ...(one === 'racks' && over > 0 ? { count: over } : {}),
          content: one === tab ? <Face {...props} /> : null,
        }))}
      />
    </div>
  );
}
