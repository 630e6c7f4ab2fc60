import { messageOf } from '../../answer.ts';
import type { ProcessFacts } from '../../kernel/program.ts';
import { accountsOf, uidOf } from '../files/accounts.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf, complain } from '../files/command.ts';
import { has, valueOf } from '../files/options.ts';
import { named } from '../files/quote.ts';

export const renice = commandOf({
  version: 'from util-linux 2.38.1',
  short: 'n:pgu',
  long: { priority: 'n', pid: 'p', pgrp: 'g', user: 'u' },
  usage: '[-n] <priority> [-p|--pid] <pid>...',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const { system, options } = call;
    const given = valueOf(options, 'n');
    const [first = '', ...others] = call.operands;
    const text = given ?? first;
    const targets = given === null ? others : call.operands;
    if (!/^[-+]?\d+$/.test(text)) {
      complain(call, `invalid priority ${named(text)}`);
      return;
    }
    const kind = kindOf(options);
    const accounts = accountsOf(system);
    const processes = system.processes.list();
    for (const target of targets) {
      const number = has(options, 'u') ? (uidOf(accounts, target) ?? -1) : Number(target);
      const said = `${number} (${kind.name})`;
      const meant = processes.filter((facts) => kind.numberOf(facts) === number);
      if (meant.length === 0) complain(call, `failed to get priority for ${said}: No such process`);
      for (const facts of meant) change(call, facts, { said, nice: Number(text) });
    }
  },
});

type Kind = { readonly name: string; readonly numberOf: (facts: ProcessFacts) => number };

/** What the targets' numbers are. */
function kindOf(options: Call['options']): Kind {
  if (has(options, 'g')) return { name: 'process group ID', numberOf: ({ group }) => group };
  if (has(options, 'u')) return { name: 'user ID', numberOf: ({ who }) => who.uid };
  return { name: 'process ID', numberOf: ({ pid }) => pid };
}

type Change = { readonly said: string; readonly nice: number };

function change(call: Call, { pid, nice: old }: ProcessFacts, { said, nice }: Change): void {
  const changed = call.system.processes.renice(pid, nice);
  if (!changed.ok) complain(call, `failed to set priority for ${said}: ${messageOf(changed.errno)}`);
  else {
    const now = Math.max(-20, Math.min(19, nice));
    call.output += `${said} old priority ${old}, new priority ${now}\n`;
  }
}
