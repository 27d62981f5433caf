// What can be found: areas, villages, projects, belts and base features, each with the line that tells it apart.
import type { ImportRecord } from '../../domain/imported';
import { drawnFeatures, importedThingId } from '../../domain/imported-things';
import type { Project } from '../../domain/project';
import type { RegionPack } from '../../domain/region-pack';
import {
  BASE_FEATURE_WORDS,
  POVERTY_CLASS_WORDS,
  PROJECT_KIND_WORDS,
  VILLAGE_KIND_WORDS,
} from '../../domain/wording';
import type { SearchKind, SearchResult } from './search-box-props';

export interface SearchItem extends SearchResult {
  /** Text code of an area or village; empty for objects, whose ids nobody types. */
  readonly code: string;
  /** Names of the areas around it, so that 芮城 上庄 finds the right village. */
  readonly context: string;
}

/** Order of kinds where two results match a query equally well. */
export const KIND_ORDER: readonly SearchKind[] = [
  'county',
  'project',
  'township',
  'belt',
  'imported',
  'base-feature',
  'village',
];

export const SEARCH_KIND_WORDS: Readonly<Record<SearchKind, string>> = {
  county: '县',
  township: '乡镇',
  village: '村',
  project: '项目',
  belt: '产业带',
  'base-feature': '地物',
  imported: '导入',
};

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

function areaItems(pack: RegionPack): SearchItem[] {
  const countyName = new Map(pack.counties.map((county) => [county.code, county.name]));
  const townshipName = new Map(pack.townships.map((township) => [township.code, township.name]));
  const nameOf = (names: ReadonlyMap<string, string>, code: string): string =>
    names.get(code) ?? '';
  return [
    ...pack.counties.map((county): SearchItem => ({
      kind: 'county',
      id: county.code,
      code: county.code,
      title: county.name,
      subtitle: joined([pack.name, POVERTY_CLASS_WORDS[county.povertyClass]]),
      context: pack.name,
    })),
    ...pack.townships.map((township): SearchItem => {
      const county = nameOf(countyName, township.countyCode);
      return {
        kind: 'township',
        id: township.code,
        code: township.code,
        title: township.name,
        subtitle: county,
        context: county,
      };
    }),
    ...pack.villages.map((village): SearchItem => {
      const county = nameOf(countyName, village.countyCode);
      const township = nameOf(townshipName, village.townshipCode);
      return {
        kind: 'village',
        id: village.code,
        code: village.code,
        title: village.name,
        subtitle: joined([county, township, VILLAGE_KIND_WORDS[village.kind]]),
        context: `${county} ${township}`,
      };
    }),
  ];
}

function objectItems(pack: RegionPack, projects: readonly Project[]): SearchItem[] {
  const countyName = new Map(pack.counties.map((county) => [county.code, county.name]));
  const countiesOf = (codes: readonly string[]): string =>
    codes.map((code) => countyName.get(code) ?? '').join(' ');
  return [
    ...projects.map((project): SearchItem => ({
      kind: 'project',
      id: project.id,
      code: '',
      title: project.name,
      subtitle: joined([PROJECT_KIND_WORDS[project.kind], project.group]),
      context: `${project.group} ${countiesOf(project.countyCodes)}`,
    })),
    ...pack.belts.map((belt): SearchItem => ({
      kind: 'belt',
      id: belt.id,
      code: '',
      title: belt.name,
      subtitle: `涉及${belt.countyCodes.length}个县（市、区）`,
      context: countiesOf(belt.countyCodes),
    })),
    ...pack.baseFeatures.map((feature): SearchItem => ({
      kind: 'base-feature',
      id: feature.id,
      code: '',
      title: feature.name,
      subtitle: joined([BASE_FEATURE_WORDS[feature.kind], feature.schematic ? '示意' : '']),
      context: '',
    })),
  ];
}

function importItems(imports: ReadonlyMap<string, ImportRecord>): SearchItem[] {
  return [...imports.values()].flatMap((record) =>
    drawnFeatures(record).map(({ id, name }): SearchItem => ({
      kind: 'imported',
      id: importedThingId(record.id, id),
      code: '',
      title: name,
      subtitle: joined([record.content.kind === 'zones' ? '片区' : '参考图层', record.title]),
      context: record.title,
    })),
  );
}

/** Everything findable; features without a name are left out. O(records). */
export function searchItems(
  pack: RegionPack,
  projects: readonly Project[],
  imports: ReadonlyMap<string, ImportRecord>,
): SearchItem[] {
  return [...areaItems(pack), ...objectItems(pack, projects), ...importItems(imports)].filter(
    (item) => item.title !== '',
  );
}
