/** Commands of esxcli, asked as clients ask: over the executer of a host. */
import { expect } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { problemsInAnswer } from '../wire/answer-check.fixture.ts';
import { escaped } from '../wire/escape.ts';
import { defaultLimits, readXml } from '../wire/xml.ts';
import type { XmlElement } from '../wire/xml.ts';

type Args = Readonly<Record<string, string>>;
export type EsxcliAnswer = { readonly answer?: XmlElement; readonly fault: string };

const argumentsOf = (args: Args): string =>
  Object.entries(args)
    .map(
      ([name, value]) =>
        `<argument><name>${name}</name><val>${escaped(`<${name}>${value}</${name}>`)}</val></argument>`,
    )
    .join('');

type Executer = { readonly lab: VmwareLab; readonly client: SoapClient; readonly host: EntityId };
type Asked = { readonly moid: string; readonly method: string; readonly args?: Args };

export async function executed(
  { lab, client, host }: Executer,
  { moid, method, args = {} }: Asked,
): Promise<EsxcliAnswer> {
  const inner = `<moid>${moid}</moid><version>urn:vim25/5.0</version><method>${method}</method>${argumentsOf(args)}`;
  const self = `ReflectManagedMethodExecuter:methodExecuter-${host}`;
  const { values, fault, body } = await client.call('ExecuteSoap', self, inner);
  expect(problemsInAnswer(lab.vc.schema, '8.0.2.0', body)).toEqual([]);
  const text = textIn(values[0], 'response');
  if (text === undefined) return { fault: textIn(values[0], 'fault.faultMsg') ?? fault };
  const root = readXml(Buffer.from(text), defaultLimits);
  if (!root.ok) throw new Error(root.refusal.message);
  return { answer: root.value, fault: '' };
}

/** The command by its name space and its full name: `network vm list`. */
export function esxcliOn(executer: Executer, words: string, args: Args = {}): Promise<EsxcliAnswer> {
  const path = words.replaceAll(' ', '.');
  const space = path.slice(0, path.lastIndexOf('.'));
  const moid = `ha-cli-handler-${space.replaceAll('.', '-')}`;
  return executed(executer, { moid, method: `vim.EsxCLI.${path}`, args });
}

export const rowsIn = ({ answer }: EsxcliAnswer): readonly Record<string, string>[] =>
  (answer?.children ?? []).map((row) =>
    Object.fromEntries(row.children.map(({ name, text }) => [name, text])),
  );
