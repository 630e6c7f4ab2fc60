import { randomUUID } from 'node:crypto';
import type { HardwareSource } from '../../../sim/contract/settings.ts';
import { topicRoot } from '../../../sim/contract/topics.ts';
import { readBrokerUrl } from '../../mqtt/broker-url.ts';
import { createFilterTrie } from '../../mqtt/filter-trie.ts';
import { fewestFilters } from '../../mqtt/topic-filters.ts';
import { levelsHeard } from './mqtt-filter.ts';
import { openMqttLink } from './mqtt-link.ts';
import type { Arrived } from './mqtt-link.ts';
import type { Runner, RunnerDeps } from './runner.ts';

type MqttConfig = Extract<HardwareSource, { kind: 'mqtt' }>;

const everything = '#';

export function runMqtt(source: MqttConfig, deps: RunnerDeps): Runner {
  const filters = filtersOf(source, deps);
  const hear = hearing(source, deps);
  return source.url === undefined
    ? onOwnBroker(filters, hear, deps)
    : onForeignBroker({ source, url: source.url, filters, hear, deps });
}

/** Each message once, however many points it is for; a look around hears all there is. */
function filtersOf(source: MqttConfig, { intake, purpose }: RunnerDeps): readonly string[] {
  if (source.points.length === 0) return purpose === 'look' ? [everything] : [];
  return [...fewestFilters(intake.usable.map((index) => source.points[index]?.from ?? ''))];
}

type Hear = (message: Arrived) => void;

function hearing(source: MqttConfig, { intake, tally, isEcho }: RunnerDeps): Hear {
  const isOwn = source.url === undefined;
  const points = createFilterTrie<number>();
  for (const index of intake.usable) points.add(source.points[index]?.from ?? '', index);
  return ({ topic, payload, isRetained }) => {
    const text = Buffer.from(payload).toString('utf8');
    if (isEcho(topic, text)) return;
    if (source.points.length === 0 && !(isOwn && topic.startsWith(`${topicRoot}/`))) {
      tally.heard({ from: topic, raw: text });
    }
    for (const index of points.match(topic)) {
      const levels = levelsHeard(source.points[index]?.from ?? '', topic) ?? [];
      intake.take(index, { from: topic, text, levels, quality: isRetained ? 'stale' : 'good' });
    }
  };
}

function onOwnBroker(filters: readonly string[], hear: Hear, { broker, tally }: RunnerDeps): Runner {
  const disposes = filters.map((filter) =>
    broker.subscribe(filter, (topic, payload) => hear({ topic, payload, isRetained: false })),
  );
  const refresh = (): void => {
    const { state, detail } = broker.state();
    if (state === 'up') tally.link('up', "Listens on the lab's own broker");
    else tally.link('failing', `The lab's own broker: ${detail}`);
  };
  refresh();
  return {
    refresh,
    end: () => {
      for (const dispose of disposes) dispose();
      return Promise.resolve();
    },
  };
}

type Abroad = {
  readonly source: MqttConfig;
  readonly url: string;
  readonly filters: readonly string[];
  readonly hear: Hear;
  readonly deps: RunnerDeps;
};

function onForeignBroker({ source, url, filters, hear, deps }: Abroad): Runner {
  const { tally, limits, clientId, purpose, intake } = deps;
  const target = readBrokerUrl(url);
  if (!target.ok) {
    tally.missed();
    tally.link('failing', `${target.refusal.message} ${target.refusal.hint ?? ''}`.trim());
    return { end: () => Promise.resolve() };
  }
  let refusal: string | null = null;
  const link = openMqttLink({
    target: target.value,
    limits,
    filters,
    clientId: purpose === 'run' ? clientId : `coldaisle-look-${randomUUID().slice(0, 8)}`,
    session: purpose === 'run' ? 'kept' : 'clean',
    onMessage: hear,
    onUp: () =>
      tally.link(
        'up',
        refusal ?? (filters.length === 0 ? 'Connected, but there is no point to read yet' : ''),
      ),
    onDown: (reason) => {
      if (tally.linkState() !== 'failing') tally.missed();
      tally.link('failing', reason);
    },
    onFilterRefused: (refused) => {
      refusal = `The broker does not let us listen to ${refused}`;
      for (const index of intake.usable) {
        const from = source.points[index]?.from ?? '';
        if (levelsHeard(refused, from) !== null) intake.fail(index, from, refusal);
      }
    },
  });
  return {
    end: async (next) => {
      const isSame = next?.kind === 'mqtt' && next.state === 'on' && next.url === url;
      const wanted = isSame ? fewestFilters(next.points.map(({ from }) => from)) : new Set<string>();
      await (await link).end(wanted);
    },
  };
}
