import type { ReactNode } from 'react';
import type { PanelName } from '../../app/panels.ts';
import { ExportPanel } from './export-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { NewLabPanel } from './new-lab-panel.tsx';
import { SaveAsPanel } from './save-as-panel.tsx';

type LabPanel = Extract<PanelName, 'new-lab' | 'save-as' | 'export' | 'import'>;

const panels = {
  'new-lab': NewLabPanel,
  'save-as': SaveAsPanel,
  export: ExportPanel,
  import: ImportPanel,
} as const satisfies Record<LabPanel, () => ReactNode>;

export function LabPanels({ panel }: { readonly panel: LabPanel }): ReactNode {
  const Panel = panels[panel];
  return <Panel />;
}
