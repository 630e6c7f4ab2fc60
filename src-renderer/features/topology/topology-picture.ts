/** The scene as a file: drawn by our own hand, saved by the browser. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { type Impact, sideOf } from '../../canvas/topology/impact.ts';
import { type DrawnPicture, drawPicture, type PictureInks } from '../../canvas/topology/topology-svg.ts';
import { text } from '../../text/text.ts';
import { labMoment } from '../../ui/numbers.ts';
import { showDone, showToast } from '../../ui/toasts.ts';
import { nodeSize } from './thing-node.tsx';
import type { Scene } from './use-scene.ts';

export type PictureOrder = {
  readonly scene: Scene;
  readonly marks: ReadonlyMap<EntityId, RackMark>;
  readonly impact: Impact | null;
  readonly lab: string;
  readonly at: number;
};

/** Ink on paper: the same in either theme. */
const inks: PictureInks = {
  ground: '#ffffff',
  box: '#ffffff',
  line: '#8a9099',
  text: '#1b1f24',
  quiet: '#5b626b',
};
const severityInks = { critical: '#b3140b', major: '#9a4b00', minor: '#6b6100', info: '#1f5fa8' } as const;

export function pictureOf({ scene, marks, impact, lab, at }: PictureOrder): DrawnPicture {
  const { topology, severities } = text();
  return drawPicture({
    title: `${topology.title}: ${topology.layers[scene.layer]}`,
    caption: topology.export.caption(lab, labMoment(at)),
    size: nodeSize,
    inks,
    nodes: scene.nodes.map(({ entity, contents }) => {
      const place = scene.places.get(entity.id) ?? { x: 0, y: 0 };
      const mark = marks.get(entity.id) ?? null;
      const side = impact === null ? null : sideOf(impact, entity.id);
      return {
        id: entity.id,
        ...place,
        name: entity.name,
        note: contents ?? '',
        mark: mark === null ? null : { word: severities[mark.severity], ink: severityInks[mark.severity] },
        weight: side === 'self' ? 'strong' : side === 'apart' ? 'faint' : 'normal',
      };
    }),
    lines: scene.edges.map(({ from, to, kind }) => ({
      from,
      to,
      dashes: kind === 'power' && scene.laid === null,
    })),
  });
}

function save(blob: Blob, file: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  showDone(text().topology.export.done(file));
}

const fileOf = ({ scene, lab }: PictureOrder, ending: 'svg' | 'png'): string =>
  `${lab.replaceAll(/[^\w-]+/g, '-')}-${scene.layer}.${ending}`;

export function saveSvg(order: PictureOrder): void {
  save(new Blob([pictureOf(order).svg], { type: 'image/svg+xml' }), fileOf(order, 'svg'));
}

/** Browsers draw no canvas beyond this; a picture that is too large is drawn smaller, down to half its size. */
const mostPixels = 16_384;

const refuse = (): void => showToast({ kind: 'refused', title: text().topology.export.tooLarge, hint: null });

export async function savePng(order: PictureOrder): Promise<void> {
  const { svg, width, height } = pictureOf(order);
  const scale = Math.min(2, mostPixels / Math.max(width, height));
  if (scale < 0.5) return refuse();
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null) return refuse();
    return save(blob, fileOf(order, 'png'));
  } catch {
    return refuse();
  } finally {
    URL.revokeObjectURL(address);
  }
}
