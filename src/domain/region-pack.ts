import type { County, Township } from './administrative';
import type { BaseFeature } from './base-layer';
import type { Belt } from './belt';
import type { Claim } from './claim';
import type { Figure } from './figure';
import type { BoundingBox } from './lng-lat';
import type { PlanTable } from './plan-table';
import type { Project } from './project';
import type { RelocationProgramme } from './relocation';
import type { Rule } from './rule';
import type { Source } from './source';
import type { NamedList, Relation, Statement } from './statement';
import type { StoryScene } from './storyline';
import type { Target } from './target';
import type { TimelineYear } from './timeline';
import type { Village } from './village';

/** 区域数据包: immutable, versioned data of one region. Arrays are in file order, which is code order for areas. */
export interface RegionPack {
  readonly id: string;
  readonly name: string;
  readonly planTitle: string;
  /** What the plan calls its belts together, e.g. 一区五带; 产业带 where it has no word of its own. */
  readonly beltsWord: string;
  readonly version: string;
  /** ISO date of the build's newest input. */
  readonly date: string;
  readonly bbox: BoundingBox;
  readonly years: readonly [first: number, last: number];
  readonly counties: readonly County[];
  readonly townships: readonly Township[];
  readonly villages: readonly Village[];
  readonly baseFeatures: readonly BaseFeature[];
  readonly belts: readonly Belt[];
  readonly projects: readonly Project[];
  readonly relocations: readonly RelocationProgramme[];
  readonly tables: readonly PlanTable[];
  /** Typed figures derived from `tables`, body rows with a matched area only. */
  readonly figures: readonly Figure[];
  readonly timeline: readonly TimelineYear[];
  readonly claims: readonly Claim[];
  /** Empty where the pack has no rules.json. */
  readonly rules: readonly Rule[];
  /** Scenes that the pack comes with; empty where it has no storyline.json. */
  readonly storyline: readonly StoryScene[];
  /** What the running text states, how it ties figures together, and what it lists by name; for the audit. */
  readonly statements: readonly Statement[];
  readonly relations: readonly Relation[];
  readonly lists: readonly NamedList[];
  readonly targets: readonly Target[];
  readonly sources: readonly Source[];
}
