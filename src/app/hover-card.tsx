import type { CoverageResult, CoverageStateCode } from '../analysis/coverage-result';
import { COVERAGE_STATE_WORDS } from '../analysis/coverage-words';
import { findImportedThing } from '../domain/imported-things';
import type { ImportRecord } from '../domain/imported';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
import { ALIGNMENT_WORDS, PLAN_OBJECT_KIND_WORDS } from '../domain/wording';
import type { MapPick, MapPointerEvent } from '../map/map-types';
import { formatDistance } from '../ui/format';

interface Props {
  readonly event: MapPointerEvent;
  readonly pick: MapPick;
  readonly index: PackIndex;
  readonly result: CoverageResult | null;
  readonly imports: ReadonlyMap<string, ImportRecord>;
  readonly objects: ReadonlyMap<string, PlanObject>;
}

interface Lines {
  readonly title: string;
  readonly details: readonly string[];
}

function villageLines(index: PackIndex, code: string, result: CoverageResult | null): Lines | null {
  const village = index.villageByCode.get(code);
  const place = index.villageIndexByCode.get(code);
  if (!village || place === undefined) return null;
  const township = index.townshipByCode.get(village.townshipCode)?.name ?? '';
  const county = index.countyByCode.get(village.countyCode)?.name ?? '';
  const details = [`${county} · ${township}`];
  const distanceMetres = result?.nearestDistanceMetres[place];
  if (result && distanceMetres !== undefined) {
    const state = (result.states[place] ?? 0) as CoverageStateCode;
    const distance = Number.isNaN(distanceMetres) ? '距离待算' : formatDistance(distanceMetres);
    details.push(`${COVERAGE_STATE_WORDS[state]} · ${distance}`);
  }
  details.push(`位置精度 ±${formatDistance(village.positionAccuracyMetres)}`);
  return { title: village.name, details };
}

function linesOf({ pick, index, result, imports, objects }: Props): Lines | null {
  const { pack } = index;
  switch (pick.kind) {
    case 'village':
      return villageLines(index, pick.id, result);
    case 'township': {
      const township = index.townshipByCode.get(pick.id);
      const county = township && index.countyByCode.get(township.countyCode);
      return township ? { title: township.name, details: [county?.name ?? ''] } : null;
    }
    case 'county': {
      const county = index.countyByCode.get(pick.id);
      return county ? { title: county.name, details: [] } : null;
    }
    case 'project': {
      const project = index.projectById.get(pick.id);
      return project
        ? { title: project.name, details: [ALIGNMENT_WORDS[project.alignment]] }
        : null;
    }
    case 'belt': {
      const belt = pack.belts.find((candidate) => candidate.id === pick.id);
      return belt ? { title: belt.name, details: [pack.beltsWord] } : null;
    }
    case 'base': {
      const feature = pack.baseFeatures.find((candidate) => candidate.id === pick.id);
      return feature ? { title: feature.name, details: feature.schematic ? ['示意'] : [] } : null;
    }
    case 'plan-object': {
      const object = objects.get(pick.id);
      return object ? { title: object.name, details: [PLAN_OBJECT_KIND_WORDS[object.kind]] } : null;
    }
    case 'imported': {
      const found = findImportedThing(imports.values(), pick.id);
      if (!found) return null;
      const { record, feature } = found;
      return feature.name === ''
        ? { title: record.title, details: [`第 ${feature.row} 行`] }
        : { title: feature.name, details: [record.title] };
    }
  }
}

/** What is under the pointer, beside it; everything more is in the inspector after a click. */
export function HoverCard(props: Props) {
  const lines = linesOf(props);
  if (!lines) return null;
  const [x, y] = props.event.pixel;
  return (
    <div className="hover-card" style={{ left: x + 14, top: y + 14 }} aria-hidden>
      <strong>{lines.title}</strong>
      {lines.details.map((detail) => (
        <div key={detail}>{detail}</div>
      ))}
    </div>
  );
}
