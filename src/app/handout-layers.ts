// Which layers the hand-out's page draws, so that its key lists no other: no peaks, roads, reserves, columns, scopes or imports.
import type { LayerId } from '../map/layer-catalog';
import { type MapScene, layerSetting } from '../map/map-scene';
import { mapPalette } from '../map/style/palette';
import type { ReportLegend } from '../report/report-model';
import { formatInteger } from '../ui/format';

const isShown = ({ layers }: MapScene, id: LayerId): boolean => layerSetting(layers, id).visible;

/** What the page draws beside the one fill and plain villages. */
const PAGE_LAYERS: readonly LayerId[] = [
  'coverage',
  'plan-objects',
  'projects',
  'reach',
  'belts',
  'counties',
  'townships',
  'rivers',
  'relief',
];

/** The layer that `fillsOf` takes. */
function fillLayer(scene: MapScene): LayerId {
  if (isShown(scene, 'timeline')) return 'timeline';
  return scene.thematic !== null && isShown(scene, 'thematic') ? 'thematic' : 'relocations';
}

/** The scene as the page draws it: its key lists nothing else. */
export function pageScene(scene: MapScene): MapScene {
  const drawn = new Set([...PAGE_LAYERS, fillLayer(scene)]);
  return { ...scene, layers: scene.layers.filter(({ id }) => drawn.has(id)) };
}

/** Villages without an answer: one dot for all, wherever their place comes from. */
export function villageDots(count: number): ReportLegend {
  const swatch = {
    kind: 'symbol',
    variant: 'dot',
    color: mapPalette('standard').notCovered,
  } as const;
  return {
    title: '',
    items: [{ swatch, label: '行政村', count: formatInteger(count) }],
    notes: [],
  };
}
