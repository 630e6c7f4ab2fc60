import { metricTable } from '../../../../sim/contract/metrics.table.ts';
import { topicRoot } from '../../../../sim/contract/topics.ts';
import type { Log } from '../../../host/log.ts';
import type { MappedDevice, MappedSensor, Mapper, MapperPlan, Source } from '../mapper.ts';
import { openEdgeLink } from './edge-link.ts';
import type { EdgeLink } from './edge-link.ts';
import { createEdgeNode } from './edge-node.ts';
import type { EdgeDevice, EdgeNode } from './edge-node.ts';
import { edgeTopic } from './edge-speaker.ts';
import type { EdgeMetric } from './edge-speaker.ts';

export type SparkplugDeps = {
  readonly brokerUrl: () => string;
  readonly source: Source;
  /** Wall milliseconds. */
  readonly now: () => number;
  readonly log: Log;
};

type Edge = { readonly node: EdgeNode; readonly link: EdgeLink };
/** Where the readings of a sensor go. */
type Place = { readonly edge: Edge; readonly device: string };

/** A site is a group, a room an edge node, and what has sensors a device. */
export function createSparkplug(deps: SparkplugDeps): Mapper {
  const edges = new Map<string, Edge>();
  const closing = new Set<Promise<void>>();
  const nextNumber = createNumbers();
  let places: readonly (Place | undefined)[] = [];
  let sensors: MapperPlan['sensors'] = [];
  const closeEdge = ({ node, link }: Edge): void => {
    node.close();
    const closed = link.close().finally(() => closing.delete(closed));
    closing.add(closed);
  };
  return {
    arrange: (plan) => {
      const wanted = Map.groupBy(plan.devices.entries(), ([, device]) => edgeKey(device));
      for (const [key, edge] of edges) {
        if (wanted.has(key)) continue;
        edges.delete(key);
        closeEdge(edge);
      }
      const next: Place[] = [];
      for (const [key, entries] of wanted) {
        const edge = edges.get(key) ?? openEdge(deps, key, () => nextNumber(key));
        edges.set(key, edge);
        for (const [at, device] of entries) next[at] = { edge, device: deviceId(device) };
        edge.node.arrange(entries.map(([at, device]) => edgeDevice(plan, device, lifeOf(deps.source, at))));
      }
      places = next;
      ({ sensors } = plan);
    },
    reading: (sensor) => {
      const place = places[sensors[sensor]?.device ?? -1];
      place?.edge.node.reading(place.device, sensor);
    },
    deviceState: (device, state) => {
      const place = places[device];
      place?.edge.node.live(place.device, state === 'lost' ? 'dead' : 'alive');
    },
    // Its nodes have connections of their own, and are born anew with each.
    repeat: () => {},
    close: async () => {
      for (const edge of edges.values()) closeEdge(edge);
      edges.clear();
      places = [];
      await Promise.all(closing);
    },
  };
}

/** Of each edge node's connections. One that goes and comes back counts on: its last death may still be on its way. */
function createNumbers(): (key: string) => number {
  const next = new Map<string, number>();
  return (key) => {
    const number = next.get(key) ?? 0;
    next.set(key, number === lastNumber ? 0 : number + 1);
    return number;
  };
}

const lastNumber = 255;

function openEdge(
  { brokerUrl, source, now, log }: SparkplugDeps,
  key: string,
  nextNumber: () => number,
): Edge {
  const [group = '', name = ''] = key.split('/');
  const node = createEdgeNode({
    group,
    node: name,
    source,
    now,
    send: (message) => link.send(message),
    isReady: () => link.state() === 'up',
  });
  const link = openEdgeLink({
    url: brokerUrl,
    clientId: `coldaisle-edge-${group}-${name}`,
    nextNumber,
    commandTopic: edgeTopic({ group, node: name }, 'NCMD'),
    session: node.session,
    log: log.child('sparkplug'),
  });
  return { node, link };
}

const lifeOf = ({ stateOf }: Source, device: number): EdgeDevice['life'] =>
  stateOf(device) === 'lost' ? 'dead' : 'alive';

/** What stands in no room is kept by an edge node of the site's own. */
const edgeKey = ({ site, room }: MappedDevice): string => `${site}/${room ?? 'facility'}`;

/** Its topic without site and room, which group and edge node say already: `rack-A01:pdu-a`. */
function deviceId({ kind, topic, site, room }: MappedDevice): string {
  if (kind === 'site' || kind === 'room') return kind;
  const levels = topic.slice(`${topicRoot}/${site}/`.length).split('/');
  return (levels[0] === room ? levels.slice(1) : levels).join(':');
}

function edgeDevice(plan: MapperPlan, device: MappedDevice, life: EdgeDevice['life']): EdgeDevice {
  const metrics = device.sensors.flatMap((index): EdgeMetric[] => {
    const sensor = plan.sensors[index];
    return sensor === undefined ? [] : [edgeMetric(sensor, index)];
  });
  return { id: deviceId(device), metrics, life };
}

function edgeMetric({ levels, metric, words }: MappedSensor, sensor: number): EdgeMetric {
  const type = words === null ? 'Double' : words.length === 2 && metric !== 'state' ? 'Boolean' : 'String';
  const unit = words === null ? metricTable[metric].symbol : '';
  return { name: levels, sensor, type, words: words ?? [], unit };
}
