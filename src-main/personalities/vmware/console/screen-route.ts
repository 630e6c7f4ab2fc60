/** `/screen?id=vm-12`: what stands on the screen of a machine, as PNG. */
import { callerOf } from '../files/caller-of.ts';
import { ownVersion } from '../schema/version.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from '../server/routes.ts';
import type { Caller, Vc } from '../vc.ts';
import type { Ref } from '../wire/value.ts';
import { captureOf } from './capture.ts';
import type { Wanted } from './capture.ts';

export const screenRoute = (vc: Vc): Route => ({
  prefix: '/screen',
  dialect: 'text',
  handle: (request, answer) => answerScreen(vc, request, answer),
});

const say = (answer: Outgoing, status: number, text: string): Promise<void> =>
  answer.send(status, 'text/plain; charset=utf-8', `${text}\n`);

async function answerScreen(vc: Vc, request: Incoming, answer: Outgoing): Promise<void> {
  const caller = await callerOf(vc, request);
  if (caller === null) {
    answer.header('www-authenticate', 'Basic realm="VMware HTTP server"');
    return say(answer, 401, 'Log in first: a session, a ticket, or a name and a password is needed.');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return say(answer, 405, 'A screen is only looked at: GET.');
  const query = request.query();
  const ref = machineAsked(vc, query);
  answer.note({ method: 'GET screen', object: ref.value, user: caller.user });
  const vm = vc.refs.entity(ref);
  if (vm?.kind !== 'vm') return say(answer, 404, `There is no machine ${ref.value}.`);
  const problem = mayNot(vc, caller, ref);
  if (problem !== null) return say(answer, 403, problem);
  if (vm.spec.power === 'off') return say(answer, 409, `${vm.name} is off: its screen is dark.`);
  const wanted = wantedOf(query);
  if (wanted === 'wrong') return say(answer, 400, 'w and h are whole numbers from 1 to 4096.');
  const png = await captureOf(vc, vm.id, wanted);
  if (!png.ok) return say(answer, 409, png.refusal.message);
  await answer.send(200, 'image/png', png.value);
}

function machineAsked({ names }: Vc, query: URLSearchParams): Ref {
  const asked: Ref = { _ref: 'VirtualMachine', value: query.get('id') ?? '' };
  return names?.ref(asked) ?? asked;
}

function mayNot(vc: Vc, caller: Caller, ref: Ref): string | null {
  const version = ownVersion(vc.schema, vc.about.apiVersion);
  const asking = { vc, caller, version };
  return vc.access.refusal(asking, ref, ['VirtualMachine.Interact.CreateScreenshot'])?.message ?? null;
}

function wantedOf(query: URLSearchParams): Wanted | 'wrong' {
  const [width, height] = ['w', 'h'].map((name) => query.get(name));
  if (width === null && height === null) return null;
  const numbers = [Number(width), Number(height)] as const;
  const fits = numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 4096);
  return fits ? { width: numbers[0], height: numbers[1] } : 'wrong';
}
