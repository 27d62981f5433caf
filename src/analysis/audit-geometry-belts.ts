// Belts and projects against the counties that they name. A belt reaches as far as its width and the accuracy of its line;
// only what lies beyond both is missed.
import type { Geometry } from 'geojson';
import type { AuditFinding } from '../domain/audit-finding';
import type { Belt } from '../domain/belt';
import type { Project } from '../domain/project';
import { geometryDistanceMetres } from '../geo/geometry-distance';
import { finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';
import { figureText } from './audit-number';

interface Reaching {
  readonly layer: 'belts' | 'projects';
  readonly id: string;
  readonly name: string;
  readonly chapter: string;
  readonly geometry: Geometry;
  readonly countyCodes: readonly string[];
  /** Metres that it reaches beyond its geometry. */
  readonly reachMetres: number;
  readonly reachWords: string;
}

function beltReach({
  id,
  name,
  chapter,
  shape,
  countyCodes,
  shapeAccuracyMetres,
}: Belt): Reaching[] {
  if (shape.kind === 'zone') return [];
  const [geometry, width] =
    shape.kind === 'corridor'
      ? [shape.centreline, shape.defaultHalfWidthMetres]
      : [shape.outline, shape.defaultMarginMetres];
  const reachWords = `宽度${figureText(width)}米、线位精度${figureText(shapeAccuracyMetres)}米`;
  const reachMetres = width + shapeAccuracyMetres;
  return [{ layer: 'belts', id, name, chapter, geometry, countyCodes, reachMetres, reachWords }];
}

/** Only a line or area that a source gives whole can miss a county; places are no more than some of it. */
function projectReach(project: Project): Reaching[] {
  const { id, name, chapter, geometry, countyCodes, alignmentAccuracyMetres, alignment } = project;
  const isWhole = alignment === 'surveyed' || alignment === 'digitised' || alignment === 'user';
  if (geometry === null || !isWhole) return [];
  const reachMetres = alignmentAccuracyMetres ?? 0;
  const reachWords = `线位精度${figureText(reachMetres)}米`;
  return [{ layer: 'projects', id, name, chapter, geometry, countyCodes, reachMetres, reachWords }];
}

export function* beltGeometryFindings({
  belts,
  projects,
  counties,
}: AuditInput): Generator<void, AuditFinding[]> {
  const found: AuditFinding[] = [];
  const byCode = new Map(counties.map((county) => [county.code, county]));
  for (const each of [...belts.flatMap(beltReach), ...projects.flatMap(projectReach)]) {
    for (const code of each.countyCodes) {
      const county = byCode.get(code);
      if (county === undefined) continue;
      yield;
      const metres = geometryDistanceMetres(each.geometry, county.geometry);
      if (metres <= each.reachMetres) continue;
      const away = figureText(Math.round(metres));
      found.push(
        finding({
          kind: 'missed-area',
          severity: 'warning',
          where: { layer: each.layer, code: each.id, chapter: each.chapter },
          against: [{ layer: 'counties', code }],
          stated: county.name,
          computed: Math.round(metres),
          unit: '米',
          arithmetic: `到${county.name}最近${away}米，大于${each.reachWords}之和`,
          cause: '所列的县有误，或画出的线位、范围不全。',
          text: `${each.name}写明涉及${county.name}，但按所画的位置离${county.name}最近还有${away}米。`,
          mend: '请核对所列的县，或补画到该县的部分。',
          canUseComputed: false,
          mark: code,
        }),
      );
    }
  }
  return found;
}

/** Places of projects that lie outside every county which the project names. */
export function projectPlaceFindings({ projects, counties }: AuditInput): readonly AuditFinding[] {
  return projects.flatMap(({ id, name, chapter, places, countyCodes }) => {
    const named = counties.filter(({ code }) => countyCodes.includes(code));
    if (named.length === 0) return [];
    return places.flatMap((place, at) => {
      const { position, accuracyMetres, name: placeName, inferred } = place;
      if (position === null || inferred) return [];
      const point: Geometry = { type: 'Point', coordinates: [...position] };
      const metres = Math.min(
        ...named.map(({ geometry }) => geometryDistanceMetres(point, geometry)),
      );
      if (metres <= (accuracyMetres ?? 0)) return [];
      return finding({
        kind: 'outside-parent',
        severity: 'note',
        where: { layer: 'projects', code: id, row: at + 1, chapter },
        against: [],
        stated: placeName,
        computed: named.map((county) => county.name).join('、'),
        unit: '',
        arithmetic: `“${placeName}”到所列各县最近${figureText(Math.round(metres))}米`,
        cause: '所列的县不全，或地点不属本项目。',
        text: `${name}的“${placeName}”在所列的${named.map((county) => county.name).join('、')}之外约${figureText(Math.round(metres))}米。`,
        mend: '请核对项目涉及的县和地点。',
        canUseComputed: false,
      });
    });
  });
}
