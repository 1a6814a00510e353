// Draws a hull around the members of each open group, below the edges, and names it.
import type Sigma from 'sigma';

import type { Position } from '../../core/exploration/exploration';
import { type Group, mostNodes, type Scene } from '../../core/exploration/scene';
import { hull, hullPath } from '../../core/hull';
import { groupColours } from '../../core/kinds';
import type { Drawn, DrawnTie } from './picture';

const radius = 22;

/** A hull as it stands in the frame. */
export interface Hull {
  label: string;
  colour: string;
  path: string;
  /** Where its name stands. */
  at: Position;
}

/** The groups that have a hull: as many as there are colours, the largest. */
export function hulled({ groups, nodes }: Scene): Group[] {
  return nodes.size > mostNodes ? [] : groups.filter(({ closed }) => !closed).slice(0, groupColours.light.length);
}

/** The hulls of a scene in a frame, now and whenever it is drawn. The corners are computed when a node moved, and only set
 * down anew when the camera did. */
export class Hulls {
  private groups: readonly Group[] = [];
  private colours: readonly string[] = [];
  private corners: Position[][] = [];
  private readonly context;

  constructor(private readonly sigma: Sigma<Drawn, DrawnTie>) {
    // Sigma takes this option here too; its types do not tell.
    sigma.createCanvasContext('hulls', { beforeLayer: 'edges' } as object);
    sigma.resize(true); // gives the new canvas the size of the others
    this.context = sigma.getCanvases().hulls!.getContext('2d')!;
    sigma.on('afterProcess', () => this.compute());
    sigma.on('afterRender', () => this.draw());
  }

  /** Takes another scene. */
  set(scene: Scene, dark: boolean) {
    this.groups = hulled(scene);
    this.colours = groupColours[dark ? 'dark' : 'light'];
  }

  /** The hulls as they stand. */
  now(): Hull[] {
    return this.groups.map(({ label, members }, i) => {
      const points = (this.corners[i] ?? []).map(([x, y]): Position => {
        const at = this.sigma.framedGraphToViewport({ x, y });
        return [at.x, at.y];
      });
      const top = points.reduce((high, one) => (one[1] < high[1] ? one : high), points[0] ?? [0, 0]);
      return { label: `${label} (${members.length})`, colour: this.colours[i]!, path: hullPath(points, radius), at: [top[0], top[1] - radius - 5] };
    });
  }

  private compute() {
    this.corners = this.groups.map(({ members }) =>
      hull(
        members.flatMap((id): Position[] => {
          const at = this.sigma.getNodeDisplayData(id);
          return at ? [[at.x, at.y]] : [];
        }),
      ),
    );
  }

  private draw() {
    const { context } = this;
    const { width, height } = this.sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    for (const { label, colour, path, at } of this.now()) {
      const shape = new Path2D(path);
      context.fillStyle = context.strokeStyle = colour;
      context.globalAlpha = 0.1;
      context.fill(shape);
      context.globalAlpha = 0.55;
      context.lineWidth = 1.5;
      context.stroke(shape);
      context.globalAlpha = 1;
      context.font = `600 13px ${this.sigma.getSetting('labelFont')}`;
      context.textAlign = 'center';
      context.fillText(label, at[0], at[1]);
    }
  }
}
