/** The steps of the tour: where each happens, and what it outlines. Their words stand in the catalogue. */
import type { Catalogue } from '../../text/catalogue.ts';

export type TourStep = {
  readonly id: keyof Catalogue['tour']['steps'];
  /** Null: wherever one is. */
  readonly path: string | null;
  /** CSS; the first that is in sight is outlined. */
  readonly anchors: readonly string[];
  /** Where the card stands, so that it does not lie over what it speaks of. */
  readonly corner: 'left' | 'right';
  readonly does: 'nothing' | 'select-rack' | 'offer-failure';
};

export const tourSteps: readonly TourStep[] = [
  { id: 'clock', path: null, anchors: ['[data-tour="clock"]'], corner: 'right', does: 'nothing' },
  { id: 'navigation', path: null, anchors: ['[data-tour="navigation"]'], corner: 'right', does: 'nothing' },
  {
    id: 'score',
    path: '/',
    anchors: ['[data-tour="score"]'],
    corner: 'right',
    does: 'nothing',
  },
  { id: 'floor', path: '/floor', anchors: ['[data-tour="floor"]'], corner: 'right', does: 'nothing' },
  { id: 'inspector', path: '/floor', anchors: ['[data-tour="inspector"]'], corner: 'left', does: 'select-rack' },
  { id: 'alarms', path: '/alarms', anchors: ['[data-tour="alarms"]'], corner: 'right', does: 'nothing' },
  {
    id: 'scenario',
    path: '/floor',
    anchors: ['[data-tour="scenario"]'],
    corner: 'left',
    does: 'offer-failure',
  },
  { id: 'undo', path: null, anchors: ['[data-tour="edits"]'], corner: 'right', does: 'nothing' },
];
