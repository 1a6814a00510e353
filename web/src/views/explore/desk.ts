// What stays of the canvas for as long as the exploration is open: the picture with the place of each node. Another view, or a
// moment in which nothing can be shown, does not undo it.
import type { TFunction } from 'i18next';
import type { CameraState } from 'sigma/types';

import type { Position } from '../../core/exploration/exploration';
import type { Scene } from '../../core/exploration/scene';
import { emptyPicture, type Picture } from './picture';

/** The picture, and how far it is. */
export interface Desk {
  readonly picture: Picture;
  /** What the picture was last brought up to. */
  drawn?: { scene: Scene; of: readonly string[]; dark: boolean; t: TFunction };
  /** By what it was laid out, and whether all that the address asked for was there by then. */
  laid: { by?: string; whole: boolean };
  /** The nodes that the forces may move, for as long as they do. */
  free?: ReadonlySet<string>;
  /** Where the camera was. */
  camera?: CameraState;
  /** Why nothing can be drawn, if nothing can. */
  trouble?: string;
}

/** An empty desk. */
export function newDesk(): Desk {
  return { picture: emptyPicture(), laid: { whole: false } };
}

/** Where a node stands, if it was drawn. */
export function placeOn({ picture }: Desk, node: string): Position | undefined {
  if (!picture.hasNode(node)) return undefined;
  const { x, y } = picture.getNodeAttributes(node);
  return [x, y];
}
