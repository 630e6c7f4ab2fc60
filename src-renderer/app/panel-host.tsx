import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Action } from './actions.ts';
import { usePowerAsk } from '../features/machine/power-deeds.ts';
import { usePanels } from './panels.ts';

type Found = { readonly draw: (actions: readonly Action[]) => ReactNode };

/** Each comes with its first opening. */
const HelpSheet = lazy(async () => ({ default: (await import('./help-sheet.tsx')).HelpSheet }));
const ScenarioDialog = lazy(async () => ({
  default: (await import('../features/scenarios/scenario-dialog.tsx')).ScenarioDialog,
}));
const LabPanels = lazy(async () => ({
  default: (await import('../features/labs/lab-panels.tsx')).LabPanels,
}));
const AcknowledgePanel = lazy(async () => ({
  default: (await import('../features/alarms/acknowledge-panel.tsx')).AcknowledgePanel,
}));
const EditsPanel = lazy(async () => ({
  default: (await import('../features/edits/edits-panel.tsx')).EditsPanel,
}));
const MachinePanels = lazy(async () => ({
  default: (await import('../features/machines/machine-panels.tsx')).MachinePanels,
}));
const AskPower = lazy(async () => ({
  default: (await import('../features/machine/ask-power.tsx')).AskPower,
}));

/**
 * Who presses Ctrl K types on at once, so the palette is fetched while the page has nothing else to do,
 * and not through `lazy`, which would hold it back for another 300 ms.
 */
function usePalette(isAsked: boolean): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let live = true;
    const load = async () => {
      const { Palette } = await import('./palette.tsx');
      if (live) setFound({ draw: (actions) => <Palette actions={actions} /> });
    };
    const idle = requestIdleCallback(() => void load(), { timeout: isAsked ? 1 : 1500 });
    return () => {
      live = false;
      cancelIdleCallback(idle);
    };
  }, [isAsked]);
  return found;
}

function Panel(): ReactNode {
  const open = usePanels((state) => state.open);
  switch (open) {
    case 'scenario':
      return <ScenarioDialog />;
    case 'acknowledge':
      return <AcknowledgePanel />;
    case 'edits':
      return <EditsPanel />;
    case 'new-lab':
    case 'save-as':
    case 'export':
    case 'import':
      return <LabPanels panel={open} />;
    case 'machine-create':
    case 'machine-clone':
    case 'machine-migrate':
    case 'machine-tasks':
      return <MachinePanels panel={open} />;
    case 'palette':
    case 'help':
    case null:
      return null;
    default:
      return open satisfies never;
  }
}

export function PanelHost({ actions }: { readonly actions: readonly Action[] }): ReactNode {
  const open = usePanels((state) => state.open);
  const asksPower = usePowerAsk((state) => state.asking !== null);
  const palette = usePalette(open === 'palette');
  return (
    <>
      {open === 'palette' && palette?.draw(actions)}
      <Suspense fallback={null}>
        {open === 'help' && <HelpSheet actions={actions} />}
        <Panel />
        {asksPower && <AskPower />}
      </Suspense>
    </>
  );
}
