import type { RegionPack } from '../domain/region-pack';

/** What the checks read; a region pack is one. */
export type AuditInput = Pick<
  RegionPack,
  | 'name'
  | 'years'
  | 'bbox'
  | 'counties'
  | 'townships'
  | 'villages'
  | 'tables'
  | 'statements'
  | 'relations'
  | 'lists'
  | 'targets'
  | 'claims'
  | 'rules'
  | 'belts'
  | 'projects'
  | 'relocations'
  | 'baseFeatures'
  | 'timeline'
>;
