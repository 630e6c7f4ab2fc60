/** A lab with one UPS and its battery, and a NUT server that answers for it. */
import { dial, facedLab, type FacedLab, type Line } from '../faced-lab.fixture.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Face } from '../face.ts';
import { createNutFace } from './nut-face.ts';

export const ups = 'ups-1' as EntityId;
export const battery = 'battery-1' as EntityId;

export type NutBench = FacedLab & {
  readonly face: Face;
  readonly port: number;
  readonly dialIn: () => Promise<Line>;
  readonly close: () => Promise<void>;
};

export function furnish(lab: FacedLab): void {
  lab.put({ id: 'site-1', kind: 'site', name: 'Graz' });
  lab.put({ id: 'room-1', kind: 'room', name: 'Hall', parent: 'site-1' });
  lab.put({ id: ups, kind: 'ups', name: 'ups-01', parent: 'room-1' });
  lab.put({ id: battery, kind: 'battery', parent: ups });
  lab.says(ups, 'state', 1);
  lab.says(ups, 'load', 43.26);
  lab.says(ups, 'power', 41.5);
  lab.says(ups, 'runtime', 13);
  lab.says(ups, 'input-voltage', 400);
  lab.says(ups, 'output-voltage', 400);
  lab.says(ups, 'frequency', 50);
  lab.says(battery, 'state', 0);
  lab.says(battery, 'charge', 97.4);
  lab.says(battery, 'voltage', 540.25);
  lab.says(battery, 'current', -1);
  lab.says(battery, 'temperature', 25.3);
  lab.says(battery, 'health', 96);
}

export async function openBench(): Promise<NutBench> {
  const lab = facedLab();
  furnish(lab);
  lab.tell({ nut: { state: 'on', port: 0 } });
  const face = createNutFace(lab.deps);
  await face.settled();
  const port = Number(face.state().address.split(':')[1]);
  const lines: Line[] = [];
  return {
    ...lab,
    face,
    port,
    dialIn: async () => {
      const line = await dial(port);
      lines.push(line);
      return line;
    },
    close: async () => {
      for (const { socket } of lines) socket.destroy();
      await face.close();
    },
  };
}

/** One line in, one line out. */
export async function ask(line: Line, question: string): Promise<string> {
  line.send(`${question}\n`);
  return line.line();
}

/** The lines between BEGIN and END. */
export async function list(line: Line, what: string): Promise<string[]> {
  const first = await ask(line, `LIST ${what}`);
  if (first !== `BEGIN LIST ${what}`) throw new Error(first);
  const said: string[] = [];
  for (let next = await line.line(); next !== `END LIST ${what}`; next = await line.line()) said.push(next);
  return said;
}

export async function logIn(line: Line): Promise<void> {
  for (const said of ['USERNAME admin', 'PASSWORD private']) {
    const answer = await ask(line, said);
    if (answer !== 'OK') throw new Error(answer);
  }
}
