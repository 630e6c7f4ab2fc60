import { severities } from './alarm-order.ts';

const words = {
  critical: 'Critical only',
  major: 'Major',
  minor: 'Minor',
  info: 'Info: everything',
} as const;

/** The least severe that someone is told of. */
export const severityChoices = severities.map((value) => ({ value, title: words[value] }));
