/** Racks as tinted particles. The only file that touches PixiJS, which loads with it and not before. */
import 'pixi.js/unsafe-eval'; // draws without eval, which our CSP forbids
import { Container, Particle, ParticleContainer, Texture, Ticker, WebGLRenderer } from 'pixi.js';
import type { RackSpot } from './floor-plan.ts';
import { cornerRadius, type Frame, type RackLayer, styleLayer } from './rack-layer.ts';
import { isSoftwareRenderer } from './software-renderer.ts';

/** The rack's shape is a white picture that the tint colours; a pixel of clear margin smooths its edges. */
const pictureSize = 128;

type Picture = { readonly texture: Texture; readonly shape: (widthPx: number, heightPx: number) => void };

/** Throws where the browser has no WebGL; the stage then takes the plain layer. */
export async function createWebglRackLayer(onLost: () => void): Promise<RackLayer> {
  // Pixi would run a frame loop for its housekeeping, and with it keep the page from ever being idle.
  Ticker.system.autoStart = false;
  Ticker.system.stop();
  const canvas = styleLayer(document.createElement('canvas'));
  const renderer = new WebGLRenderer();
  await renderer.init({
    canvas,
    backgroundAlpha: 0,
    antialias: false,
    autoDensity: false,
    resolution: 1,
    // Events, accessibility and HTML layers are ours.
    skipExtensionImports: true,
  });
  const picture = createPicture();
  const stage = new Container();
  let racks = createParticles([], picture.texture);
  let unit = { width: 0.6, depth: 1.2 };
  stage.addChild(racks);
  const handleLoss = (event: Event): void => {
    event.preventDefault();
    onLost();
  };
  canvas.addEventListener('webglcontextlost', handleLoss);

  return {
    canvas,
    kind: 'webgl',
    isSoftware: isSoftwareRenderer(renderer.gl),
    setRacks: (spots) => {
      stage.removeChild(racks);
      racks.destroy();
      racks = createParticles(spots, picture.texture);
      stage.addChild(racks);
      unit = spots[0] ?? unit;
    },
    setColours: (colours) => recolour(racks, colours),
    draw: (frame) => {
      const scale = frame.view.scale * frame.pixelRatio;
      fitRenderer(renderer, frame);
      picture.shape(unit.width * scale, unit.depth * scale);
      racks.scale.set(scale);
      racks.position.set(frame.view.x * frame.pixelRatio, frame.view.y * frame.pixelRatio);
      renderer.render({ container: stage });
    },
    dispose: () => {
      canvas.removeEventListener('webglcontextlost', handleLoss);
      stage.destroy({ children: true });
      // The renderer first: its shader still holds the picture.
      renderer.destroy({ removeView: true });
      picture.texture.destroy(true);
    },
  };
}

function fitRenderer(renderer: WebGLRenderer, { size, pixelRatio }: Frame): void {
  const width = Math.max(1, Math.round(size.width * pixelRatio));
  const height = Math.max(1, Math.round(size.height * pixelRatio));
  if (renderer.width !== width || renderer.height !== height) renderer.resize(width, height);
}

/** Places are in metres and never uploaded again; only colours change. */
function createParticles(spots: readonly RackSpot[], texture: Texture): ParticleContainer {
  const particles = spots.map(
    (spot) =>
      new Particle({
        texture,
        x: spot.x,
        y: spot.y,
        anchorX: 0.5,
        anchorY: 0.5,
        scaleX: spot.width / (pictureSize - 2),
        scaleY: spot.depth / (pictureSize - 2),
      }),
  );
  const container = new ParticleContainer({
    texture,
    particles,
    dynamicProperties: { position: false, vertex: false, rotation: false, uvs: false, color: true },
  });
  // Particles given at birth are not uploaded by themselves.
  container.update();
  return container;
}

/** `color` is written, not `tint`: a tint would be parsed as a colour ten thousand times. */
function recolour(racks: ParticleContainer, colours: Uint32Array): void {
  const children = racks.particleChildren;
  for (let index = 0; index < children.length; index += 1) {
    const particle = children[index];
    if (particle !== undefined) particle.color = colours[index] ?? 0;
  }
}

function createPicture(): Picture {
  const canvas = document.createElement('canvas');
  canvas.width = pictureSize;
  canvas.height = pictureSize;
  const context = canvas.getContext('2d');
  const texture = Texture.from(canvas);
  let drawn = '';
  const shape = (widthPx: number, heightPx: number): void => {
    const radius = cornerRadius(Math.min(widthPx, heightPx));
    const radiusX = Math.round((radius / widthPx) * pictureSize * 2) / 2;
    const radiusY = Math.round((radius / heightPx) * pictureSize * 2) / 2;
    const key = `${radiusX}:${radiusY}`;
    if (key === drawn || context === null) return;
    drawn = key;
    context.clearRect(0, 0, pictureSize, pictureSize);
    context.fillStyle = '#fff';
    context.beginPath();
    context.roundRect(1, 1, pictureSize - 2, pictureSize - 2, [{ x: radiusX, y: radiusY }]);
    context.fill();
    texture.source.update();
  };
  shape(60, 120);
  return { texture, shape };
}
