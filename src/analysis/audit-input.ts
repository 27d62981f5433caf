import type { ImportRecord } from '../domain/imported';
import type { PlanObject } from '../domain/plan-object';
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
  | 'sources'
> & {
  /** What the user brought in, and what he planned; a document has them. */
  readonly imports?: Iterable<ImportRecord> | undefined;
  readonly objects?: Iterable<PlanObject> | undefined;
};
