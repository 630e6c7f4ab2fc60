import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import type { OrderVerb } from '../../../sim/contract/orders.ts';
import { createCatalogue } from '../catalogue.ts';
import { findUnit } from '../find-unit.ts';
import { quantity } from '../flags.ts';
import { done, misused, notFound, type Outcome } from '../outcome.ts';
import { didYouMean } from '../suggest.ts';
import { leaf } from '../verb.ts';

const orderVerbs = Object.keys(orderTable) as OrderVerb[];
const kindsOf = (verb: OrderVerb): readonly Kind[] => orderTable[verb].kinds;
const obeyedBy = (kind: Kind): readonly OrderVerb[] =>
  orderVerbs.filter((verb) => kindsOf(verb).includes(kind));

export const orderVerb = leaf({
  name: 'order',
  summary: 'Do what a hand does to a unit: switch, start, close, replace',
  about:
    'The next second of the lab obeys. What each word may be said to:\n' +
    orderVerbs.map((verb) => `  ${verb.padEnd(15)}${kindsOf(verb).join(', ')}`).join('\n'),
  examples: [
    'dvm order genset-start genset-01',
    'dvm order breaker-close A01/pdu-a',
    'dvm order cell-replace string-01 --value 17',
  ],
  operands: [
    { label: 'WHAT', times: 'once', choices: orderVerbs, help: 'What shall be done' },
    { label: 'NAME', times: 'once', completes: 'get $ORDER', help: 'The unit: its name, id or path' },
  ],
  flags: { value: quantity({ label: 'NUMBER', help: 'Which cell, for cell-replace' }) },
  run: async (call, { value }, [word = '', name = '']) => {
    const verb = orderVerbs.find((each) => each === word);
    if (verb === undefined) return notFound(`There is no order ${word}`, didYouMean(word, orderVerbs));
    const fits = valueFits(verb, value);
    if (!fits.ok) return fits;
    const client = await call.host();
    if (!client.ok) return client;
    const target = await findUnit(createCatalogue(client.value), {
      name,
      kinds: kindsOf(verb),
      otherwise: (found) => deaf(verb, found),
    });
    if (!target.ok) return target;
    const command: CommandInput = {
      type: 'plant.order',
      target: target.value.id,
      verb,
      ...(value === undefined ? {} : { value }),
    };
    const receipt = await client.value.command(command);
    if (!receipt.ok) return receipt;
    call.console.words(`${orderTable[verb].title}: ${target.value.name}.`);
    return done;
  },
});

function valueFits(verb: OrderVerb, value: number | undefined): Outcome<undefined> {
  const takes = orderTable[verb].value;
  if (takes === 'number' && value === undefined)
    return misused(`Which one? ${verb} needs a --value`, `dvm order ${verb} NAME --value 17`);
  if (takes === 'none' && value !== undefined) return misused(`${verb} takes no --value`);
  return done;
}

function deaf(verb: OrderVerb, { name, kind }: Entity): { readonly message: string; readonly hint: string } {
  const own = obeyedBy(kind);
  return {
    message: `${verb} is said to a ${kindsOf(verb).join(' or ')}; ${name} is a ${kind}`,
    hint: own.length === 0 ? `A ${kind} obeys no orders` : `A ${kind} obeys ${own.join(', ')}`,
  };
}
