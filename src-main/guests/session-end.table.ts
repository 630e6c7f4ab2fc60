import type { TerminalEnd } from '../../sim/contract/terminal.ts';
import type { SessionEnd } from './live-guest.ts';

/** Said to whoever was logged in. */
export const sessionEndText: Readonly<Record<SessionEnd, string>> = {
  'machine-off': 'The machine is off.',
  'machine-suspended': 'The machine is suspended.',
  'machine-removed': 'The machine was removed.',
  rewound: 'The lab went back in time, and this session with it.',
  'lab-changed': 'Another lab was opened.',
  lost: 'The lab could not keep what this machine did: it starts anew from what is kept.',
  'host-closes': 'Coldaisle is about to end.',
};

export const endOf = (reason: SessionEnd): TerminalEnd => {
  switch (reason) {
    case 'machine-suspended':
      return 'machine-off';
    case 'lost':
      return 'ended';
    default:
      return reason;
  }
};
