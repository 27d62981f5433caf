import type { PackIndex } from '../../domain/pack-index';
import type { ThematicSettings } from './thematic-settings';

/** The panel shows the legend of `thematicMap(index, settings)`; the shell gives the same map to the canvas. */
export interface ThematicPanelProps {
  readonly index: PackIndex;
  readonly settings: ThematicSettings;
  readonly onChange: (next: ThematicSettings) => void;
}
