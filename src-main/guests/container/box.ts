/** One container of one machine. Nothing here knows when; boxes.ts does. */
import type Docker from 'dockerode';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { createOptions, endpointOf, filterOf, imageFacts, labels, labelsOf, limitsOf } from './box-plan.ts';
import type { BoxPlan, Card, Owner } from './box-plan.ts';
import { refusalOf, statusOf, trying, unlessMissing, unlessSo } from './engine.ts';
import type { Engine } from './engine.ts';

export type Box = {
  readonly container: Docker.Container;
  readonly engine: Engine;
  readonly image: string;
  readonly init: 'systemd' | 'supervised';
  /** It was made just now: nothing of its machine is in it yet. */
  readonly isNew: boolean;
};

/** The container of that machine, made where there is none of that image. */
export async function obtainBox(engine: Engine, plan: BoxPlan): Promise<Result<Box>> {
  const known = await findBox(engine, plan);
  if (known !== null && known.image === plan.image) return accepted(known);
  if (known !== null) await removeBox(known);
  return makeBox(engine, plan);
}

export async function findBox(engine: Engine, plan: Pick<BoxPlan, 'owner' | 'machine'>): Promise<Box | null> {
  const filters = { label: [...filterOf(plan.owner).label, `${labels.machine}=${plan.machine}`] };
  const [found] = await engine.docker.listContainers({ all: true, filters });
  if (found === undefined) return null;
  return {
    container: engine.docker.getContainer(found.Id),
    engine,
    image: found.Labels[labels.image] ?? '',
    init: found.Labels[labels.init] === 'systemd' ? 'systemd' : 'supervised',
    isNew: false,
  };
}

async function makeBox(engine: Engine, plan: BoxPlan): Promise<Result<Box>> {
  const inspected = await trying(`The image ${plan.from}`, () => engine.docker.getImage(plan.from).inspect());
  if (!inspected.ok) return missing(plan, inspected);
  const facts = imageFacts(inspected.value);
  const networks = await networksFor(engine, plan);
  if (!networks.ok) return networks;
  const options = createOptions(plan, facts, engine);
  const made = await trying(`The container of ${plan.name}`, () => engine.docker.createContainer(options));
  if (!made.ok) return made;
  const box = { container: made.value, engine, image: plan.image, init: facts.init, isNew: true };
  const plugged = await plug(box, plan);
  return plugged.ok ? accepted(box) : plugged;
}

const missing = (plan: BoxPlan, { refusal }: Extract<Result<never>, { ok: false }>): Result<never> => ({
  ok: false,
  refusal: {
    ...refusal,
    hint: `Nothing is pulled from elsewhere: load ${plan.from} from a file, or build one on this computer: see docs/containers.md.`,
  },
});

async function networksFor({ docker }: Engine, { cards, owner, name }: BoxPlan): Promise<Result<null>> {
  for (const { network, subnet } of cards) {
    try {
      await docker.getNetwork(network).inspect();
    } catch (error) {
      if (statusOf(error) !== 404) return refusalOf(error, `The network of ${name}`);
      const made = await trying(`The network ${subnet} of ${name}`, () =>
        docker.createNetwork({
          Name: network,
          Driver: 'bridge',
          // Nothing leads out of it: what is in the lab stays in the lab.
          Internal: true,
          Labels: { ...labelsOf(owner) },
          IPAM: {
            Config: [
              {
                Subnet: subnet,
                Gateway: gatewayOf(
                  subnet,
                  cards.map(({ address }) => address),
                ),
              },
            ],
          },
        }),
      );
      // Another machine of the lab made it at the same moment.
      if (!made.ok && made.refusal.code !== 'wrong-state') return unlessTaken(made, subnet);
    }
  }
  return accepted(null);
}

/** Bridges of an engine outlive it: another one finds their addresses taken. */
const unlessTaken = (made: Extract<Result<never>, { ok: false }>, subnet: string): Result<never> =>
  /already used|overlap/i.test(made.refusal.message)
    ? {
        ok: false,
        refusal: {
          ...made.refusal,
          hint: `A network of this computer has addresses of ${subnet}, perhaps one that another engine left: ip -brief addr shows it, docker network prune or ip link delete removes it.`,
        },
      }
    : made;

/** The engine wants an address of its own there: the last, which machines of labs do not have. */
function gatewayOf(subnet: string, taken: readonly string[]): string {
  const [first = '', prefix = '24'] = subnet.split('/');
  const start = first.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const text = (number: number): string =>
    [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
  const last = start + 2 ** (32 - Number(prefix)) - 2;
  const one = text(last);
  return taken.includes(one) ? text(last - 1) : one;
}

/** Takes out what the lab took out, and puts in what it put in. */
export async function plug({ container, engine }: Box, plan: BoxPlan): Promise<Result<null>> {
  const made = await networksFor(engine, plan);
  if (!made.ok) return made;
  const seen = await trying(`The networks of ${plan.name}`, () => container.inspect());
  if (!seen.ok) return seen;
  const standing = Object.keys(seen.value.NetworkSettings.Networks);
  const wanted = new Map(plan.cards.map((card) => [card.network, card]));
  const leaving = standing.filter(
    (network) => !wanted.has(network) && (network !== 'none' || wanted.size > 0),
  );
  const coming = plan.cards.filter(({ network }) => !standing.includes(network));
  return trying(`The networks of ${plan.name}`, async () => {
    for (const network of leaving)
      await unlessMissing(() => engine.docker.getNetwork(network).disconnect({ Container: container.id }));
    for (const card of coming) await connect(engine, container, card);
    return null;
  });
}

const connect = ({ docker }: Engine, container: Docker.Container, card: Card): Promise<unknown> =>
  docker.getNetwork(card.network).connect({ Container: container.id, EndpointConfig: endpointOf(card) });

export const startBox = ({ container }: Box): Promise<void> => unlessSo(() => container.start());

/** Seconds that its programs have to end by themselves. */
const patience = 2;
export const stopBox = ({ container }: Box): Promise<void> => unlessSo(() => container.stop({ t: patience }));

export async function removeBox({ container }: Box): Promise<void> {
  await unlessMissing(() => container.remove({ force: true, v: true }));
}

type BoxState = 'running' | 'paused' | 'stopped' | 'gone';

export async function stateOf({ container }: Box): Promise<BoxState> {
  try {
    const { State } = await container.inspect();
    if (State.Paused) return 'paused';
    return State.Running ? 'running' : 'stopped';
  } catch (error) {
    if (statusOf(error) === 404) return 'gone';
    throw error;
  }
}

/** While it runs. Podman has no such call of Docker's, and one of its own. */
export function limitBox({ container, engine }: Box, plan: BoxPlan): Promise<Result<null>> {
  const limits = limitsOf(plan, engine);
  return trying(`The limits of ${plan.name}`, async () => {
    if (engine.kind === 'docker') await container.update(limits);
    else await podmanUpdate(engine, container.id, limits);
    return null;
  });
}

function podmanUpdate(
  { docker }: Engine,
  id: string,
  { NanoCpus, Memory }: ReturnType<typeof limitsOf>,
): Promise<void> {
  const period = 100_000;
  const options = {
    memory: { limit: Memory, swap: Memory },
    cpu: { period, quota: Math.round((NanoCpus / 1_000_000_000) * period) },
  };
  return new Promise((resolve, reject) => {
    docker.modem.dial(
      {
        path: `/v4.0.0/libpod/containers/${id}/update`,
        method: 'POST',
        options,
        statusCodes: {
          200: true,
          201: true,
          400: 'bad parameter',
          404: 'no such container',
          500: 'server error',
        },
      },
      (error: unknown) => {
        if (error === null || error === undefined) resolve();
        else reject(error);
      },
    );
  });
}

type NamedBox = readonly [machine: string, box: Box];

/** All containers of that lab that are here. */
export const boxesOf = (engine: Engine, owner: Owner): Promise<readonly NamedBox[]> =>
  listed(engine, filterOf(owner), () => true);

/** Those of this Coldaisle's other labs. */
export const strangersOf = (engine: Engine, { home, lab }: Owner): Promise<readonly NamedBox[]> =>
  listed(engine, { label: [`${labels.home}=${home}`] }, (other) => other !== lab);

async function listed(
  engine: Engine,
  filters: { readonly label: string[] },
  isMeant: (lab: string) => boolean,
): Promise<readonly NamedBox[]> {
  const all = await engine.docker.listContainers({ all: true, filters });
  const found = all.filter(({ Labels }) => isMeant(Labels[labels.lab] ?? ''));
  return found.map((one) => [
    one.Labels[labels.machine] ?? one.Id,
    {
      container: engine.docker.getContainer(one.Id),
      engine,
      image: one.Labels[labels.image] ?? '',
      init: one.Labels[labels.init] === 'systemd' ? 'systemd' : 'supervised',
      isNew: false,
    },
  ]);
}
