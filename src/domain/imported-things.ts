// Things of an import that are drawn as they are: they become no project and no village.
import type { ImportContent, ImportRecord, ImportedFeature, ImportedVillage } from './imported';

/** Id of one feature among all imports, for picking and selection. */
export function importedThingId(importId: string, featureId: string): string {
  return `${importId}:${featureId}`;
}

/** Things with a place; none in villages and terrain. */
export function featuresOf(content: ImportContent): readonly ImportedFeature[] {
  return 'features' in content ? content.features : [];
}

/** Rows about villages; of a terrain those that were sampled with it. */
export function villageRowsOf(content: ImportContent): readonly ImportedVillage[] {
  return 'villages' in content ? content.villages : [];
}

/** Features that the map draws as a layer of their own: zones and reference layers; none for anything else. */
export function drawnFeatures({ content }: ImportRecord): readonly ImportedFeature[] {
  return content.kind === 'zones' || content.kind === 'reference' ? content.features : [];
}

/** True for zones and reference layers, which can be hidden; all else is part of the region itself. */
export function isDrawnImport({ content }: ImportRecord): boolean {
  return content.kind === 'zones' || content.kind === 'reference';
}

export interface ImportedThing {
  readonly record: ImportRecord;
  readonly feature: ImportedFeature;
}

/** The drawn feature with this id; null when its import is gone. */
export function findImportedThing(
  records: Iterable<ImportRecord>,
  id: string,
): ImportedThing | null {
  for (const record of records) {
    if (!id.startsWith(importedThingId(record.id, ''))) continue;
    const feature = drawnFeatures(record).find(
      (each) => importedThingId(record.id, each.id) === id,
    );
    if (feature) return { record, feature };
  }
  return null;
}
