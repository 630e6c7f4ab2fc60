import { resolve } from 'node:path';
import type { TypeImport } from '../../../sim/contract/device-types.ts';
import { toggle } from '../flags.ts';
import { done, failed } from '../outcome.ts';
import { runDesk } from '../run-desk.ts';
import { documentFlag, jsonText, yamlText } from '../show.ts';
import { leaf, type Call } from '../verb.ts';

export const deviceTypesVerb = leaf({
  name: 'device-types',
  summary: 'Take device types into this machine’s library, from a folder, a ZIP or a YAML file',
  about:
    'In the form of the public device-type library. What was left out and what is doubtful is told file by file. Ends with code 1 if a file was left out.',
  examples: ['dvm device-types devicetype-library/device-types --dry-run', 'dvm device-types library.zip'],
  operands: [
    { label: 'FILE', times: 'once', completes: 'file', help: 'A folder, a ZIP of one, or one YAML file' },
  ],
  flags: { 'dry-run': toggle('Tell what would be taken, and take nothing'), output: documentFlag },
  run: async (call, flags, [name = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const file = resolve(call.directory, name);
    const mode = flags['dry-run'] ? 'check' : 'import';
    const receipt = await runDesk(call, client.value, { type: 'desk.import-device-types', file, mode });
    if (!receipt.ok) return receipt;
    const report = receipt.value.deviceTypes;
    if (report === undefined) return done;
    tell(call, report, flags);
    if (report.wrong === 0) return done;
    const message = report.wrong === 1 ? '1 file was left out' : `${report.wrong} files were left out`;
    return failed({ kind: 'refused', refusal: { code: 'invalid-input', message } });
  },
});

type Said = { readonly 'dry-run': boolean; readonly output: string | undefined };

function tell({ console }: Call, report: TypeImport, said: Said): void {
  const { added, replaced, wrong, remarks, remarkCount } = report;
  if (said.output === 'json') console.data(jsonText(report));
  else if (said.output === 'yaml') console.data(yamlText(report));
  else for (const each of remarks) console.data(`${each.level}: ${each.file}: ${each.message}`);
  if (remarkCount > remarks.length) console.words(`and ${remarkCount - remarks.length} more remarks`);
  const would = said['dry-run'] ? 'Nothing was taken; there would be ' : '';
  console.words(`${would}${added} new, ${replaced} replaced, ${wrong} left out`);
}
