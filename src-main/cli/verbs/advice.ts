import type { Advice, AdviceAnswer, AdvisorMode } from '../../../sim/contract/advisor.ts';
import { createCatalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { findUnit } from '../find-unit.ts';
import { text } from '../flags.ts';
import { adviceListing } from '../listings/advice.ts';
import { done, notFound, type Outcome } from '../outcome.ts';
import { asFormat, outputFlag, showList } from '../show.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Branch, type Call } from '../verb.ts';

const modes: readonly AdvisorMode[] = ['off', 'advise', 'act'];

const list = leaf({
  name: 'list',
  summary: 'What the advisor recommends, what was applied, and what it saved',
  about: 'Expected and measured savings stand apart; the totals are told below the list.',
  examples: ['dvm advice', 'dvm advice list -o wide'],
  flags: { output: outputFlag },
  run: async (call, { output }) => {
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    const listed = await adviceListing.load({ client: client.value, catalogue }, {});
    if (!listed.ok) return listed;
    showList(call.console, adviceListing, { listed: listed.value, format: asFormat(output) });
    const answer = await client.value.query('advice', {});
    if (!answer.ok) return answer;
    call.console.words(totalsOf(answer.value));
    return done;
  },
});

const kilowattHours = (value: number): string => `${value.toFixed(2)} kWh`;

function totalsOf({ mode, saved, savingNow, unmeasured }: AdviceAnswer): string {
  const { today, month } = saved;
  const say = (of: typeof today): string =>
    `${kilowattHours(of.measured + of.projected)} (${kilowattHours(of.measured)} measured)`;
  const note = unmeasured === null ? '' : `\n${unmeasured}`;
  return `Mode: ${mode}. Saved today ${say(today)}, this month ${say(month)}; ${savingNow.toFixed(2)} kW now.${note}`;
}

const id = { label: 'ID', times: 'once', help: 'Its id, as `dvm advice` shows it' } as const;

const apply = leaf({
  name: 'apply',
  summary: 'Do what was recommended',
  examples: ['dvm advice apply advice-3'],
  operands: [id],
  run: async (call, _flags, [wanted = '']) =>
    withAdvice(call, wanted, async (client, advice) => {
      const receipt = await client.command({ type: 'advisor.apply', id: advice.id });
      if (!receipt.ok) return receipt;
      call.console.words(`Applied ${advice.id}.`);
      return done;
    }),
});

const reason = text({ label: 'TEXT', help: 'Why' });

const dismiss = leaf({
  name: 'dismiss',
  summary: 'Do not do it, and do not say it again today',
  examples: ["dvm advice dismiss advice-3 --reason 'Serviced today'"],
  operands: [id],
  flags: { reason },
  run: async (call, flags, [wanted = '']) =>
    withAdvice(call, wanted, async (client, advice) => {
      const command = { type: 'advisor.dismiss', id: advice.id, reason: flags.reason ?? '' } as const;
      const receipt = await client.command(command);
      if (!receipt.ok) return receipt;
      call.console.words(`Dismissed ${advice.id}.`);
      return done;
    }),
});

const undo = leaf({
  name: 'undo',
  summary: 'Put back what an applied advice changed',
  examples: ['dvm advice undo advice-3'],
  operands: [id],
  flags: { reason },
  run: async (call, flags, [wanted = '']) =>
    withAdvice(call, wanted, async (client, advice) => {
      const why = flags.reason ?? 'Taken back by hand';
      const receipt = await client.command({ type: 'advisor.undo', id: advice.id, reason: why });
      if (!receipt.ok) return receipt;
      call.console.words(`Took back ${advice.id}.`);
      return done;
    }),
});

const mode = leaf({
  name: 'mode',
  summary: 'Switch the advisor: off, advise or act',
  about: 'In act it does what keeps every inlet within its guard, measures it, and takes back what does not.',
  examples: ['dvm advice mode act', 'dvm advice mode off site1'],
  operands: [
    { label: 'MODE', times: 'once', choices: [...modes], help: 'What it may do' },
    { label: 'SITE', times: 'maybe', completes: 'get sites', help: 'Where; the first site where left out' },
  ],
  run: async (call, _flags, [wanted = '', name]) => {
    const chosen = modes.find((one) => one === wanted);
    if (chosen === undefined)
      return notFound(`There is no mode ${wanted}`, `The modes are ${modes.join(', ')}`);
    const client = await call.host();
    if (!client.ok) return client;
    const site = await siteCalled(client.value, name);
    if (!site.ok) return site;
    const receipt = await client.value.command({ type: 'advisor.switch', site: site.value.id, mode: chosen });
    if (!receipt.ok) return receipt;
    call.console.words(`The advisor of ${site.value.name}: ${chosen}.`);
    return done;
  },
});

type Site = { readonly id: Advice['site']; readonly name: string };

async function siteCalled(client: Client, name: string | undefined): Promise<Outcome<Site>> {
  const catalogue = createCatalogue(client);
  if (name !== undefined) {
    return findUnit(catalogue, {
      name,
      kinds: ['site'],
      otherwise: (found) => ({
        message: `${found.name} is a ${found.kind}, not a site`,
        hint: 'dvm get sites',
      }),
    });
  }
  const sites = await catalogue.all('site');
  if (!sites.ok) return sites;
  const [first] = sites.value;
  return first === undefined
    ? notFound('This lab has no site', 'dvm create site makes one')
    : { ok: true, value: first };
}

async function withAdvice(
  call: Call,
  wanted: string,
  work: (client: Client, advice: Advice) => Promise<Outcome<undefined>>,
): Promise<Outcome<undefined>> {
  const client = await call.host();
  if (!client.ok) return client;
  const answer = await client.value.query('advice', { limit: 500 });
  if (!answer.ok) return answer;
  const { items } = answer.value;
  const advice = items.find((one) => one.id === wanted);
  if (advice !== undefined) return work(client.value, advice);
  const known = items.map((one) => one.id);
  return notFound(`There is no ${wanted}`, didYouMean(wanted, known) ?? 'dvm advice lists what there is');
}

export const adviceVerb: Branch = {
  kind: 'branch',
  name: 'advice',
  summary: 'Cool for less: what the advisor recommends, and what it saved',
  leaves: [list, apply, dismiss, undo, mode],
  fallback: 'list',
};
