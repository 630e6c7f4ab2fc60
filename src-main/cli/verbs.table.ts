/** Every verb: a file in verbs/ and its line here. Help and completion follow by themselves. */
import type { Verb } from './verb.ts';
import { adviceVerb } from './verbs/advice.ts';
import { alarmVerb } from './verbs/alarm.ts';
import { apiVerb } from './verbs/api.ts';
import { changeVerb } from './verbs/change.ts';
import { capacityVerb } from './verbs/capacity.ts';
import { clockVerb } from './verbs/clock.ts';
import { completionVerb } from './verbs/completion.ts';
import { containerVerb } from './verbs/container.ts';
import { createVerb } from './verbs/create.ts';
import { describeVerb } from './verbs/describe.ts';
import { editsVerb, redoVerb, undoVerb } from './verbs/edit.ts';
import { exportReadingsVerb } from './verbs/export-readings.ts';
import { deviceTypesVerb } from './verbs/device-types.ts';
import { hostVerb, taskVerb } from './verbs/host.ts';
import { imageVerb } from './verbs/image.ts';
import { inventoryVerb } from './verbs/inventory.ts';
import { importCsvVerb } from './verbs/import-csv.ts';
import { drillVerb } from './verbs/drill.ts';
import { fitsVerb } from './verbs/fits.ts';
import { getVerb } from './verbs/get.ts';
import { helpVerb } from './verbs/help.ts';
import { labVerb } from './verbs/lab.ts';
import { moveVerb } from './verbs/move.ts';
import { orderVerb } from './verbs/order.ts';
import { removeVerb } from './verbs/remove.ts';
import { reportVerb } from './verbs/report.ts';
import { ruleVerb } from './verbs/rule.ts';
import { scenarioVerb } from './verbs/scenario.ts';
import { settingsVerb } from './verbs/settings.ts';
import { attachVerb, execVerb, sshConfigVerb } from './verbs/ssh.ts';
import { sourceVerb } from './verbs/source.ts';
import { statusVerb } from './verbs/status.ts';
import { versionVerb } from './verbs/version.ts';
import { vmVerb } from './verbs/vm.ts';
import { whatIfVerb } from './verbs/what-if.ts';

export const verbs: readonly Verb[] = [
  statusVerb,
  getVerb,
  describeVerb,
  createVerb,
  changeVerb,
  moveVerb,
  removeVerb,
  undoVerb,
  redoVerb,
  editsVerb,
  alarmVerb,
  ruleVerb,
  scenarioVerb,
  drillVerb,
  adviceVerb,
  orderVerb,
  whatIfVerb,
  capacityVerb,
  fitsVerb,
  importCsvVerb,
  deviceTypesVerb,
  reportVerb,
  sourceVerb,
  clockVerb,
  vmVerb,
  hostVerb,
  taskVerb,
  attachVerb,
  execVerb,
  sshConfigVerb,
  containerVerb,
  imageVerb,
  inventoryVerb,
  labVerb,
  settingsVerb,
  exportReadingsVerb,
  apiVerb,
  completionVerb,
  helpVerb,
  versionVerb,
];
