import { LineCounter, parseDocument } from 'yaml';
import { alarmRuleSchema, type AlarmRule } from '../../../sim/contract/alarms.ts';
import { createCatalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { text } from '../flags.ts';
import { labTime } from '../lab-time.ts';
import { ruleListing } from '../listings/rules.ts';
import { done, misused, notFound, type Outcome } from '../outcome.ts';
import { brokenIn, faultIn } from '../place-in-yaml.ts';
import { asFormat, outputFlag, showList, yamlText } from '../show.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Branch, type Call } from '../verb.ts';

const file = text({
  label: 'FILE',
  short: 'f',
  completes: 'file',
  help: 'A rule in YAML or JSON; - reads standard input',
});

const list = leaf({
  name: 'list',
  summary: 'List the alarm rules in force',
  examples: ['dvm rule list', 'dvm rule list -o wide'],
  flags: { output: outputFlag },
  run: async (call, { output }) => {
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    const listed = await ruleListing.load({ client: client.value, catalogue }, {});
    if (!listed.ok) return listed;
    showList(call.console, ruleListing, { listed: listed.value, format: asFormat(output) });
    return done;
  },
});

const show = leaf({
  name: 'show',
  summary: 'Print one rule as a file that `put` takes',
  examples: ['dvm rule show inlet-warning > warm.yaml'],
  operands: [{ label: 'ID', times: 'once', completes: 'get rules', help: 'Its id' }],
  run: async (call, _flags, [id = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const rules = await rulesCalled(client.value, [id]);
    if (!rules.ok) return rules;
    // Through the schema, for the order in which it names the fields.
    for (const rule of rules.value) call.console.data(yamlText(alarmRuleSchema.parse(rule)));
    return done;
  },
});

const put = leaf({
  name: 'put',
  summary: 'Add a rule, or replace the one with its id',
  examples: ['dvm rule put -f warm.yaml'],
  flags: { file },
  run: async (call, flags) => {
    const rule = await ruleIn(call, flags.file);
    if (!rule.ok) return rule;
    const client = await call.host();
    if (!client.ok) return client;
    const receipt = await client.value.command({ type: 'rule.put', rule: rule.value });
    if (!receipt.ok) return receipt;
    call.console.words(`Wrote ${rule.value.id}.`);
    return done;
  },
});

const shownExamples = 10;

const preview = leaf({
  name: 'preview',
  summary: 'How often a rule would have rung over the last week',
  about:
    'Nothing is changed. The rule is held against the readings that were kept, with the code that judges live ones.',
  examples: ['dvm rule preview -f warm.yaml'],
  flags: { file },
  run: async (call, flags) => {
    const rule = await ruleIn(call, flags.file);
    if (!rule.ok) return rule;
    const client = await call.host();
    if (!client.ok) return client;
    const status = await client.value.query('status', {});
    if (!status.ok) return status;
    const from = status.value.at - 7 * 86_400_000;
    const shown = await client.value.query('rule-preview', { rule: JSON.stringify(rule.value), from });
    if (!shown.ok) return shown;
    const { fired, sensors, watched, judged, examples } = shown.value;
    const sample = judged < watched ? ` (${judged} of them were looked at)` : '';
    call.console.data(
      `would have rung ${fired} times on ${sensors} of ${watched} sensors${sample} since ${labTime(shown.value.from)}`,
    );
    const catalogue = createCatalogue(client.value);
    const named = examples.length === 0 ? undefined : await catalogue.all('sensor');
    if (named?.ok === false) return named;
    for (const { sensor, at, message } of examples.slice(0, shownExamples)) {
      const known = catalogue.byId(sensor);
      const name = known === undefined ? sensor : catalogue.referenceOf(known);
      call.console.data(`  ${labTime(at)}  ${name}: ${message}`);
    }
    return done;
  },
});

const remove = leaf({
  name: 'remove',
  summary: 'Remove a rule',
  examples: ['dvm rule remove warm'],
  operands: [{ label: 'ID', times: 'some', completes: 'get rules', help: 'Its id' }],
  run: async (call, _flags, ids) => {
    const client = await call.host();
    if (!client.ok) return client;
    const known = await rulesCalled(client.value, ids);
    if (!known.ok) return known;
    for (const { id } of known.value) {
      const receipt = await client.value.command({ type: 'rule.remove', id });
      if (!receipt.ok) return receipt;
      call.console.words(`Removed ${id}.`);
    }
    return done;
  },
});

const reset = leaf({
  name: 'reset',
  summary: 'All rules as they came',
  examples: ['dvm rule reset'],
  run: async (call) => {
    const client = await call.host();
    if (!client.ok) return client;
    const receipt = await client.value.command({ type: 'rule.reset' });
    if (!receipt.ok) return receipt;
    call.console.words('The alarm rules are as they came.');
    return done;
  },
});

/** All of them, or the first that there is not. */
async function rulesCalled(client: Client, ids: readonly string[]): Promise<Outcome<readonly AlarmRule[]>> {
  const rules = await client.query('rules', {});
  if (!rules.ok) return rules;
  const { items } = rules.value;
  const called = ids.map((id) => items.find((one) => one.id === id));
  const missing = ids[called.indexOf(undefined)];
  if (missing !== undefined) {
    const known = items.map((one) => one.id);
    return notFound(`There is no alarm rule ${missing}`, didYouMean(missing, known) ?? 'dvm rule list');
  }
  return { ok: true, value: called.filter((rule) => rule !== undefined) };
}

async function ruleIn(call: Call, file: string | undefined): Promise<Outcome<AlarmRule>> {
  if (file === undefined) return misused('Which file? Say it with --file');
  const source = await call.read(file);
  if (!source.ok) return source;
  const lines = new LineCounter();
  const written = { file, document: parseDocument(source.value, { lineCounter: lines }), lines };
  const broken = brokenIn(written);
  if (broken !== undefined) return broken;
  // A field that nobody knows is most likely one that was mistyped.
  const rule = alarmRuleSchema.strict().safeParse(written.document.toJS());
  return rule.success ? { ok: true, value: rule.data } : faultIn(written, rule.error);
}

export const ruleVerb: Branch = {
  kind: 'branch',
  name: 'rule',
  summary: 'List, write and try alarm rules',
  leaves: [list, show, put, preview, remove, reset],
};
