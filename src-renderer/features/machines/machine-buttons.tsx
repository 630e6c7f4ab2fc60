import { ListChecks, MonitorUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { openPanel } from '../../app/panels.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';

/** Wherever machines are listed. */
export function MachineButtons(): ReactNode {
  const words = useText().machines;
  return (
    <>
      <IconButton icon={ListChecks} label={words.actions.tasks} onClick={() => openPanel('machine-tasks')} />
      <Button icon={MonitorUp} onClick={() => openPanel('machine-create')}>
        {words.create.title}
      </Button>
    </>
  );
}
