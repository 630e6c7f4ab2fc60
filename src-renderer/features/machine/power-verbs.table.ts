import { LogIn, LogOut, Pause, Play, Power, PowerOff, RotateCcw, RotateCw, SkipForward, SunMoon } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { PowerVerb } from '../../../sim/contract/machine-commands.ts';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';

export type Verb = PowerVerb | 'enter' | 'leave';

type VerbLook = {
  readonly icon: LucideIcon;
  readonly asks: 'never' | 'always';
};

export const verbTable = {
  on: { icon: Play, asks: 'never' },
  shutdown: { icon: PowerOff, asks: 'always' },
  reboot: { icon: RotateCw, asks: 'always' },
  suspend: { icon: SunMoon, asks: 'always' },
  resume: { icon: Play, asks: 'never' },
  pause: { icon: Pause, asks: 'never' },
  unpause: { icon: SkipForward, asks: 'never' },
  reset: { icon: RotateCcw, asks: 'always' },
  off: { icon: Power, asks: 'always' },
  enter: { icon: LogIn, asks: 'always' },
  leave: { icon: LogOut, asks: 'never' },
} as const satisfies Record<Verb, VerbLook>;

/** In the order of their buttons. */
export const machineVerbs: Readonly<Record<MachineRow['kind'], readonly Verb[]>> = {
  vm: ['on', 'shutdown', 'reboot', 'suspend', 'resume', 'pause', 'unpause', 'reset', 'off'],
  blade: ['on', 'shutdown', 'reboot', 'reset', 'off'],
  host: ['on', 'reboot', 'off', 'enter', 'leave'],
};
