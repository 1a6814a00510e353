// What the map, the matrix, the table and the timeline are given by the exploration.
import type { Look } from '../../core/exploration/look';
import type { Network } from '../../core/exploration/network';
import type { Actions } from './useActions';

/** The network, what of it is selected, and what can be done; and how the view looks, as its address has it. */
export interface ViewProps {
  network: Network;
  selected: readonly string[];
  actions: Actions;
  look: Look;
  changeLook(to: Look): void;
}
