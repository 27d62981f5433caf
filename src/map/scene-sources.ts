// Which GeoJSON each source shows. A source is rebuilt only when one of the scene's parts it reads changed.
import { villagesIn } from './label-box';
import type { MapScene } from './map-scene';
import {
  countyFeatures,
  outlineFeatures,
  townshipFeatures,
  veilFeatures,
} from './sources/area-features';
import { regionOutline } from './sources/region-outline';
import { baseFeatures } from './sources/base-features';
import { importFeatures } from './sources/import-features';
import { NO_FEATURES, sameFeatures, type MapFeatures } from './sources/feature-shape';
import { placeLabelFeatures, villageLabelFeatures } from './sources/label-features';
import { pickFeatures } from './sources/pick-features';
import { flowFeatures, planObjectFeatures } from './sources/plan-object-features';
import {
  beltFeatures,
  beltLabelFeatures,
  projectFeatures,
  projectLabelFeatures,
  reachFeatures,
  relocationFeatures,
  scopeFeatures,
} from './sources/plan-features';
import { mapPalette } from './style/palette';
import type { SourceId } from './style/source-ids';

interface SourceRecipe {
  /** Parts of the scene and of its pack: an import gives a new pack with the same areas. */
  readonly reads: readonly (keyof MapScene | 'areas' | 'baseFeatures')[];
  readonly build: (scene: MapScene) => MapFeatures;
}

const chosenOf = (scene: MapScene): ReadonlySet<string> => new Set(scene.chosenProjectIds);
const countiesOf = (scene: MapScene) => scene.index?.pack.counties ?? [];

function inputsOf(scene: MapScene, reads: SourceRecipe['reads']): readonly unknown[] {
  return reads.flatMap((part): readonly unknown[] => {
    if (part === 'areas') return [scene.index?.pack.counties, scene.index?.pack.townships];
    if (part === 'baseFeatures') return [scene.index?.pack.baseFeatures];
    return [scene[part]];
  });
}

const RECIPES: Readonly<Record<SourceId, SourceRecipe>> = {
  counties: { reads: ['areas'], build: (scene) => countyFeatures(countiesOf(scene)) },
  townships: {
    reads: ['areas'],
    build: (scene) => townshipFeatures(scene.index?.pack.townships ?? []),
  },
  veil: { reads: ['areas'], build: (scene) => veilFeatures(regionOutline(countiesOf(scene))) },
  outline: {
    reads: ['areas'],
    build: (scene) => outlineFeatures(regionOutline(countiesOf(scene))),
  },
  base: {
    reads: ['baseFeatures'],
    build: (scene) => baseFeatures(scene.index?.pack.baseFeatures ?? []),
  },
  'place-labels': {
    reads: ['areas', 'baseFeatures'],
    build: (scene) => (scene.index ? placeLabelFeatures(scene.index.pack) : NO_FEATURES),
  },
  'village-labels': {
    reads: ['index', 'labelBox'],
    build: ({ index, labelBox }) =>
      index && labelBox
        ? villageLabelFeatures(villagesIn(index.pack.villages, labelBox))
        : NO_FEATURES,
  },
  belts: {
    reads: ['belts'],
    build: (scene) => beltFeatures(scene.belts, mapPalette(scene.theme).belts.length),
  },
  imports: { reads: ['imports'], build: (scene) => importFeatures(scene.imports) },
  'plan-objects': {
    reads: ['planObjects'],
    build: (scene) => planObjectFeatures(scene.planObjects),
  },
  'plan-flows': { reads: ['flows'], build: (scene) => flowFeatures(scene.flows) },
  'belt-labels': { reads: ['belts'], build: (scene) => beltLabelFeatures(scene.belts) },
  relocations: {
    reads: ['areas', 'relocations'],
    build: (scene) => relocationFeatures(scene.relocations, countiesOf(scene)),
  },
  'project-scope': {
    reads: ['areas', 'projects', 'chosenProjectIds'],
    build: (scene) =>
      scene.index ? scopeFeatures(scene.projects, chosenOf(scene), scene.index.pack) : NO_FEATURES,
  },
  projects: {
    reads: ['projects', 'chosenProjectIds'],
    build: (scene) => projectFeatures(scene.projects, chosenOf(scene)),
  },
  'project-labels': {
    reads: ['projects', 'chosenProjectIds'],
    build: (scene) => projectLabelFeatures(scene.projects, chosenOf(scene)),
  },
  changes: { reads: ['changes'], build: (scene) => scene.changes },
  reach: { reads: ['reach'], build: (scene) => reachFeatures(scene.reach) },
  hover: {
    reads: ['hovered', 'highlight', 'index', 'projects', 'belts', 'imports', 'planObjects'],
    build: (scene) =>
      pickFeatures(
        scene.highlight ? [scene.highlight] : scene.hovered ? [scene.hovered] : [],
        scene,
      ),
  },
  selection: {
    reads: ['selection', 'index', 'projects', 'belts', 'imports', 'planObjects'],
    build: (scene) => pickFeatures(scene.selection, scene),
  },
};

/** What a source was built from, and what it shows. */
interface SentSource {
  readonly inputs: readonly unknown[];
  readonly data: MapFeatures;
}

/** By source, what was sent last. */
export type SentSources = Map<SourceId, SentSource>;

/**
 * Sources to send, newest data. `sent` remembers what each source was built from and is updated. A source that would
 * show the same features is left out: the map paints itself anew for each that it is given.
 */
export function sceneSources(
  scene: MapScene,
  sent: SentSources,
): readonly (readonly [SourceId, MapFeatures])[] {
  const updates: [SourceId, MapFeatures][] = [];
  for (const [id, recipe] of Object.entries(RECIPES) as [SourceId, SourceRecipe][]) {
    const inputs = inputsOf(scene, recipe.reads);
    const before = sent.get(id);
    if (before && inputs.every((input, at) => input === before.inputs[at])) continue;
    const data = recipe.build(scene);
    sent.set(id, { inputs, data });
    if (!before || !sameFeatures(before.data, data)) updates.push([id, data]);
  }
  return updates;
}
