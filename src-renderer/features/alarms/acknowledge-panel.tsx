import { useState } from 'react';
import type { ReactNode } from 'react';
import { AcknowledgeForm } from './acknowledge-form.tsx';
import { taskInHand } from './alarm-task.ts';
import type { AlarmTask } from './alarm-task.ts';
import { alarmsInHand } from './alarms.actions.ts';
import { AnnotateForm } from './annotate-form.tsx';
import { AssignForm } from './assign-form.tsx';
import { OutOfServiceForm } from './out-of-service-form.tsx';
import { ShelveForm } from './shelve-form.tsx';

/** Opened without saying for what, it acknowledges what is in hand. */
export function AcknowledgePanel(): ReactNode {
  const [task] = useState((): AlarmTask => taskInHand() ?? { name: 'acknowledge', alarms: alarmsInHand() });
  switch (task.name) {
    case 'acknowledge':
      return <AcknowledgeForm alarms={task.alarms} />;
    case 'shelve':
      return <ShelveForm alarms={task.alarms} />;
    case 'annotate':
      return <AnnotateForm alarms={task.alarms} />;
    case 'assign':
      return <AssignForm alarms={task.alarms} />;
    case 'out-of-service':
      return <OutOfServiceForm alarms={task.alarms} />;
    default:
      return task.name satisfies never;
  }
}
