import type { Option } from '../../ui/select.tsx';
import type { Severity } from '../../../sim/contract/alarms.ts';
import { text } from '../../text/text.ts';
import { severities } from './alarm-order.ts';

/** The least severe that someone is told of. */
export const severityChoices = (): readonly Option<Severity>[] =>
  severities.map((value) => ({ value, title: text().notifications.form.severities[value] }));
