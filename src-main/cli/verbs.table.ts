/** Every verb: a file in verbs/ and its line here. Help and completion follow by themselves. */
import type { Verb } from './verb.ts';
import { alarmVerb } from './verbs/alarm.ts';
import { apiVerb } from './verbs/api.ts';
import { changeVerb } from './verbs/change.ts';
import { clockVerb } from './verbs/clock.ts';
import { completionVerb } from './verbs/completion.ts';
import { createVerb } from './verbs/create.ts';
import { describeVerb } from './verbs/describe.ts';
import { getVerb } from './verbs/get.ts';
import { helpVerb } from './verbs/help.ts';
import { labVerb } from './verbs/lab.ts';
import { moveVerb } from './verbs/move.ts';
import { removeVerb } from './verbs/remove.ts';
import { scenarioVerb } from './verbs/scenario.ts';
import { statusVerb } from './verbs/status.ts';
import { versionVerb } from './verbs/version.ts';

export const verbs: readonly Verb[] = [
  statusVerb,
  getVerb,
  describeVerb,
  createVerb,
  changeVerb,
  moveVerb,
  removeVerb,
  alarmVerb,
  scenarioVerb,
  clockVerb,
  labVerb,
  apiVerb,
  completionVerb,
  helpVerb,
  versionVerb,
];
