import type { CoverageResult } from '../../analysis/coverage-result';
import type { VillagePovertyEstimate } from '../../analysis/poverty-estimate';
import type { VillageReach } from '../../analysis/village-reach';
import type { OwnFigures } from '../../document/effective-region';
import { findImportedThing } from '../../domain/imported-things';
import type { ImportRecord } from '../../domain/imported';
import type { PackIndex } from '../../domain/pack-index';
import { describeCounty, describeTownship, describeVillage } from './describe-area';
import {
  describeBaseFeature,
  describeBelt,
  describeProject,
  describeRelocation,
} from './describe-object';
import { describeImported } from './describe-imported';
import { ownFiguresOf } from './describe-own-figures';
import { reachSections } from './describe-reach';
import type { Inspected } from './inspected';
import type { InspectView } from './inspect-view';

export interface DescribeInput {
  readonly index: PackIndex;
  readonly coverage: CoverageResult | null;
  /** Estimate of a village by its place in the pack. */
  readonly estimateAt: (villageIndex: number) => VillagePovertyEstimate;
  /** Every project with a place as seen from the village, nearest first; null before the answer and for other things. */
  readonly villageReach: readonly VillageReach[] | null;
  /** Villages' own figures by code, and the imports that they come from. */
  readonly ownFigures: ReadonlyMap<string, OwnFigures>;
  readonly imports: ReadonlyMap<string, ImportRecord>;
  /** Projects in the coverage analysis. */
  readonly chosenIds: readonly string[];
}

function describeArea(
  input: DescribeInput,
  thing: Extract<Inspected, { code: string }>,
): InspectView | null {
  const { index, coverage, estimateAt } = input;
  if (thing.kind === 'county') {
    const county = index.countyByCode.get(thing.code);
    return county ? describeCounty(index, county, coverage) : null;
  }
  if (thing.kind === 'township') {
    const township = index.townshipByCode.get(thing.code);
    return township ? describeTownship(index, township, coverage) : null;
  }
  const village = index.villageByCode.get(thing.code);
  const place = index.villageIndexByCode.get(thing.code);
  if (village === undefined || place === undefined) return null;
  const projects = reachSections(index, input.villageReach ?? [], new Set(input.chosenIds));
  const own = ownFiguresOf(input, village.code);
  return describeVillage({ index, village, estimate: estimateAt(place), own, coverage, projects });
}

/** What to show of a thing; null when the pack has no such thing (an old permalink). */
export function describe(input: DescribeInput, thing: Inspected): InspectView | null {
  const { index, coverage } = input;
  switch (thing.kind) {
    case 'village':
    case 'township':
    case 'county':
      return describeArea(input, thing);
    case 'project': {
      const project = index.projectById.get(thing.id);
      return project ? describeProject(index, project, coverage) : null;
    }
    case 'belt': {
      const belt = index.pack.belts.find((each) => each.id === thing.id);
      return belt ? describeBelt(index, belt) : null;
    }
    case 'relocation': {
      const programme = index.pack.relocations.find((each) => each.id === thing.id);
      return programme ? describeRelocation(index, programme) : null;
    }
    case 'base-feature': {
      const feature = index.pack.baseFeatures.find((each) => each.id === thing.id);
      return feature ? describeBaseFeature(feature) : null;
    }
    case 'imported': {
      const found = findImportedThing(input.imports.values(), thing.id);
      return found ? describeImported(found) : null;
    }
    case 'plan-object':
      return null;
  }
}
