import type { ReactNode } from 'react';
import { closePanel, usePanels } from '../../app/panels.ts';
import { CloneDialog, CreateMachineDialog } from './create-dialog.tsx';
import { MigrateDialog } from './migrate-dialog.tsx';
import { TasksPanel } from './tasks-panel.tsx';

export type MachinePanel = 'machine-create' | 'machine-clone' | 'machine-migrate' | 'machine-tasks';

export function MachinePanels({ panel }: { readonly panel: MachinePanel }): ReactNode {
  const target = usePanels((state) => state.target);
  const onto = usePanels((state) => state.onto);
  switch (panel) {
    case 'machine-create':
      return <CreateMachineDialog onClose={closePanel} />;
    case 'machine-clone':
      return target === null ? null : <CloneDialog id={target} onClose={closePanel} />;
    case 'machine-migrate':
      return target === null ? null : <MigrateDialog id={target} onto={onto} onClose={closePanel} />;
    case 'machine-tasks':
      return <TasksPanel target={target} />;
    default:
      return panel satisfies never;
  }
}
