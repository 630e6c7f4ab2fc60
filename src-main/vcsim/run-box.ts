/** The container of one machine of vcsim, as vcsim names it and with our labels. Nothing here knows when; runs.ts does. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { removeBox } from '../guests/container/box.ts';
import type { Box } from '../guests/container/box.ts';
import { labels, labelsOf } from '../guests/container/box-plan.ts';
import type { Owner } from '../guests/container/box-plan.ts';
import { trying, unlessMissing } from '../guests/container/engine.ts';
import type { Engine } from '../guests/container/engine.ts';
import { tarOf } from '../guests/container/tar.ts';
import { dmiOf } from './run-dmi.ts';
import type { RunWish } from './run-options.ts';

export type RunPlan = {
  readonly owner: Owner;
  readonly machine: EntityId;
  /** Of the container and of its volume. */
  readonly name: string;
  readonly uuid: string;
  /** Of its first card. */
  readonly hardware: string | null;
  readonly wish: RunWish;
};

/** Where the engine's own computer has no such firmware, nothing can be put in its place. */
export type Firmware = 'shown' | 'hidden';

/** Made, not started. */
export async function makeRun(engine: Engine, plan: RunPlan, shown: Firmware): Promise<Result<Box>> {
  const { docker } = engine;
  const { Image } = plan.wish;
  const there = await trying(`The image ${Image}`, () => docker.getImage(Image).inspect());
  if (!there.ok) {
    const hint = `Nothing is pulled: docker pull ${Image}, or docker load a file that has it.`;
    return { ok: false, refusal: { ...there.refusal, hint } };
  }
  if (shown === 'shown') {
    const filled = await trying(`The volume ${plan.name}`, () => fillVolume(engine, plan));
    if (!filled.ok) return filled;
  }
  const made = await trying(`The container ${plan.name}`, () =>
    docker.createContainer(optionsOf(plan, shown)),
  );
  if (made.ok)
    return accepted({ container: made.value, engine, image: Image, init: 'supervised', isNew: true });
  // One that somebody else's container holds, the engine keeps.
  await trying(plan.name, () => docker.getVolume(plan.name).remove());
  return made;
}

const labelled = ({ owner, machine, wish }: RunPlan): Record<string, string> => ({
  ...labelsOf(owner),
  [labels.machine]: machine,
  [labels.image]: wish.Image,
  [labels.init]: 'supervised',
});

const firmware = '/sys/class/dmi/id';

export const isFirmwareLost = (message: string): boolean => message.includes(firmware);

/** What the machine must not write is written from beside it. */
async function fillVolume({ docker }: Engine, plan: RunPlan): Promise<void> {
  await docker.createVolume({ Name: plan.name, Labels: labelled(plan) });
  const writer = await docker.createContainer({
    Image: plan.wish.Image,
    Cmd: ['true'],
    Labels: labelled(plan),
    HostConfig: { Binds: [`${plan.name}:/dmi`], NetworkMode: 'none' },
  });
  const modifiedAt = 0;
  const files = Object.entries(dmiOf(plan.uuid)).map(
    ([path, text]) =>
      ({ path, kind: 'file', mode: 0o444, uid: 0, gid: 0, modifiedAt, content: `${text}\n` }) as const,
  );
  try {
    await writer.putArchive(tarOf(files), { path: '/dmi' });
  } finally {
    await writer.remove({ force: true });
  }
}

function optionsOf(plan: RunPlan, shown: Firmware): RunWish & { readonly name: string } {
  const { wish, name, hardware } = plan;
  return {
    ...wish,
    name,
    Labels: { ...wish.Labels, ...labelled(plan) },
    HostConfig: {
      ...wish.HostConfig,
      Binds: [...(shown === 'shown' ? [`${name}:${firmware}:ro`] : []), ...(wish.HostConfig?.Binds ?? [])],
      LogConfig: { Type: 'json-file', Config: { 'max-size': '5m' } },
    },
    ...(hardware === null || isWithoutCard(wish) ? {} : cardOf(wish, hardware)),
  };
}

const isWithoutCard = ({ HostConfig }: RunWish): boolean =>
  /^(?:host|none|container:.*)$/.test(HostConfig?.NetworkMode ?? '');

/** Older engines of Docker read the number of the card beside it, Podman and newer ones in its network. */
const cardOf = (
  { NetworkingConfig }: RunWish,
  MacAddress: string,
): Pick<RunWish, 'MacAddress' | 'NetworkingConfig'> => ({
  MacAddress,
  NetworkingConfig: {
    EndpointsConfig: Object.fromEntries(
      Object.entries(NetworkingConfig?.EndpointsConfig ?? {}).map(([network, end]) => [
        network,
        { ...end, MacAddress },
      ]),
    ),
  },
});

export async function removeRun(box: Box, name: string): Promise<void> {
  await removeBox(box);
  await unlessMissing(() => box.engine.docker.getVolume(name).remove());
}

type Address = { readonly address: string; readonly prefix: number };
export type Insight = { readonly hostname: string; readonly addresses: readonly Address[] };

export async function insightInto({ container }: Box): Promise<Insight> {
  const { Config, NetworkSettings } = await container.inspect();
  const [first] = Object.values(NetworkSettings.Networks).filter(({ IPAddress }) => IPAddress !== '');
  return {
    hostname: Config.Hostname,
    addresses: first === undefined ? [] : [{ address: first.IPAddress, prefix: first.IPPrefixLen }],
  };
}

/** What a vcsim of this computer left here that was ended before it could take it away. */
export async function sweep(
  { docker }: Engine,
  owner: Owner,
  isAlive: (lab: string) => boolean,
): Promise<void> {
  const label = [`${labels.home}=${owner.home}`];
  const isLeft = (lab: string | undefined): boolean =>
    lab !== undefined && lab !== owner.lab && !isAlive(lab);
  for (const { Id, Labels } of await docker.listContainers({ all: true, filters: { label } }))
    if (isLeft(Labels[labels.lab]))
      await unlessMissing(() => docker.getContainer(Id).remove({ force: true, v: true }));
  const { Volumes } = await docker.listVolumes({ filters: { label } });
  for (const { Name, Labels } of Volumes ?? [])
    if (isLeft(Labels?.[labels.lab])) await unlessMissing(() => docker.getVolume(Name).remove());
}
