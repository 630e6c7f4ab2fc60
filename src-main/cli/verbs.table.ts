/** Every verb: a file in verbs/ and its line here. Help and completion follow by themselves. */
import type { Verb } from './verb.ts';
import { alarmVerb } from './verbs/alarm.ts';
import { apiVerb } from './verbs/api.ts';
import { changeVerb } from './verbs/change.ts';
import { clockVerb } from './verbs/clock.ts';
import { completionVerb } from './verbs/completion.ts';
import { createVerb } from './verbs/create.ts';
import { describeVerb } from './verbs/describe.ts';
import { exportReadingsVerb } from './verbs/export-readings.ts';
import { drillVerb } from './verbs/drill.ts';
import { getVerb } from './verbs/get.ts';
import { helpVerb } from './verbs/help.ts';
import { labVerb } from './verbs/lab.ts';
import { moveVerb } from './verbs/move.ts';
import { orderVerb } from './verbs/order.ts';
import { removeVerb } from './verbs/remove.ts';
import { ruleVerb } from './verbs/rule.ts';
import { scenarioVerb } from './verbs/scenario.ts';
import { settingsVerb } from './verbs/settings.ts';
import { statusVerb } from './verbs/status.ts';
import { versionVerb } from './verbs/version.ts';
import { whatIfVerb } from './verbs/what-if.ts';

export const verbs: readonly Verb[] = [
  statusVerb,
  getVerb,
  describeVerb,
  createVerb,
  changeVerb,
  moveVerb,
  removeVerb,
  alarmVerb,
  ruleVerb,
  scenarioVerb,
  drillVerb,
  orderVerb,
  whatIfVerb,
  clockVerb,
  labVerb,
  settingsVerb,
  exportReadingsVerb,
  apiVerb,
  completionVerb,
  helpVerb,
  versionVerb,
];
