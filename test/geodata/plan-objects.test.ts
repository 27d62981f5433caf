import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { plainPositions } from '../../src/packs/make/plain-positions';
import type { Claim } from '../../src/domain/claim';
import type { Project } from '../../src/domain/project';
import type { RelocationProgramme } from '../../src/domain/relocation';
import type { Source } from '../../src/domain/source';
import type { TimelineYear } from '../../src/domain/timeline';
import { type PackFeature, PackFolder } from './read-pack';

const pack = new PackFolder('yuncheng');

interface BeltProperties {
  readonly id: string;
  readonly shapeKind: string;
  readonly widthMetres: number;
  readonly countyCodes: string[];
  readonly claimIds: string[];
  readonly sourceIds: string[];
}

const projects = pack.readFeatures<Omit<Project, 'geometry'>>('projects.geojson');
const belts = pack.readFeatures<BeltProperties>('belts.geojson');
const claims = pack.readRecords<Claim>('claims.json');
const relocations = pack.readRecords<RelocationProgramme>('relocations.json');
const timeline = pack.readRecords<TimelineYear>('timeline.json');
const sourceIds = new Set(pack.readRecords<Source>('sources.json').map(({ id }) => id));
const countyCodes = new Set(pack.counties().map((f) => f.properties.code));
const townshipCodes = new Set(pack.townships().map((f) => f.properties.code));

function project(id: string): PackFeature<Omit<Project, 'geometry'>> {
  const found = projects.find((f) => f.properties.id === id);
  if (found === undefined) throw new Error(`no project ${id}`);
  return found;
}

const key = (position: Position | readonly number[] | null): string => (position ?? []).join();

function linesOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'LineString') return [geometry.coordinates];
  if (geometry?.type === 'GeometryCollection') return geometry.geometries.flatMap(linesOf);
  return [];
}

describe('projects', () => {
  it('has the nine 三引六扩 and 37 in all', () => {
    const group = (name: string) => projects.filter((f) => f.properties.group === name).length;
    expect([group('三引'), group('六扩'), projects.length]).toEqual([3, 6, 37]);
    expect(project('dayudu').properties.name).toBe('大禹渡灌区扩建工程');
  });

  it('draws lines for two projects only, the ones whose order a source gives', () => {
    const drawn = projects.filter((f) => linesOf(f.geometry).length > 0);
    expect(drawn.map((f) => f.properties.id)).toEqual(['dayudu', 'yaoxianqu']);
    expect(drawn.every((f) => f.properties.alignment === 'schematic')).toBe(true);
  });

  it('joins the stations of 大禹渡 by their numbers and leaves two as points', () => {
    const { properties, geometry } = project('dayudu');
    const nameAt = new Map(properties.places.map(({ name, position }) => [key(position), name]));
    const names = linesOf(geometry).map((line) => line.map((at) => nameAt.get(key(at))));
    const stations = (branch: string, numbers: string) =>
      [...numbers].map((n) => `${branch}${n}级泵站沉砂池`);
    expect(names).toEqual([
      stations('西干', '一二'),
      stations('北一干', '一二三四'),
      stations('北二干', '一二三'),
    ]);
    expect(plainPositions(geometry).length).toBe(11);
  });

  it('never draws an inferred place, and draws every sourced place that has a position', () => {
    for (const { properties, geometry } of projects) {
      if (properties.alignment !== 'places') continue;
      const drawn = plainPositions(geometry).map(key).toSorted();
      const sourced = properties.places.filter((p) => p.position !== null && !p.inferred);
      expect(drawn, properties.id).toEqual(sourced.map((p) => key(p.position)).toSorted());
    }
  });

  it('has geometry and accuracy exactly where it is not scope-only', () => {
    for (const { properties, geometry } of projects) {
      const scopeOnly = properties.alignment === 'scope-only';
      expect(geometry === null, properties.id).toBe(scopeOnly);
      expect(properties.alignmentAccuracyMetres === null).toBe(scopeOnly);
      expect(properties.scopeNote).not.toBe('');
    }
    const power = projects.filter((f) => f.properties.kind === 'power');
    expect(power.every((f) => f.geometry === null)).toBe(true);
    expect(power.every((f) => f.properties.scopeNote.includes('只有县级范围'))).toBe(true);
  });

  it('is at least as uncertain as each place it draws', () => {
    for (const { properties } of projects) {
      for (const place of properties.places) {
        if (place.inferred || properties.alignmentAccuracyMetres === null) continue;
        // The canal is drawn from a base layer with an accuracy of its own, not through these places.
        if (properties.id === 'yaoxianqu') continue;
        expect(properties.alignmentAccuracyMetres).toBeGreaterThanOrEqual(
          place.accuracyMetres ?? 0,
        );
      }
    }
  });
});

describe('belts', () => {
  it('names the counties of the plan', () => {
    const sizes = belts.map((f) => [f.properties.id, f.properties.countyCodes.length]);
    expect(Object.fromEntries(sizes)).toEqual({
      'belt-yanlinxia': 3,
      'belt-huanghe': 8,
      'belt-fenhe': 4,
      'belt-sushuihe': 6,
      'belt-emeiling': 6,
      'belt-zhongtiao': 7,
    });
  });

  it('has a shape that fits its kind', () => {
    for (const { properties, geometry } of belts) {
      const type = geometry?.type ?? 'none';
      const fits = { zone: /^none$/, corridor: /LineString$/, upland: /Polygon$/ };
      expect(type).toMatch(fits[properties.shapeKind as keyof typeof fits]);
    }
  });
});

describe('references', () => {
  it('mentions only what exists', () => {
    const objects = [...projects, ...belts].map((f) => f.properties.id);
    const ids = new Set([...objects, ...relocations.map(({ id }) => id)]);
    expect(ids.size).toBe(objects.length + relocations.length);
    const claimIds = new Set(claims.map(({ id }) => id));
    expect(claimIds.size).toBe(claims.length);
    const missing = (wanted: readonly string[], all: ReadonlySet<string>) =>
      wanted.filter((one) => !all.has(one));
    expect(
      missing(
        claims.flatMap((c) => c.objectIds),
        ids,
      ),
    ).toEqual([]);
    expect(
      missing(
        belts.flatMap((f) => f.properties.claimIds),
        claimIds,
      ),
    ).toEqual([]);
    const areas = [...projects, ...belts].flatMap((f) => f.properties.countyCodes);
    expect(missing([...areas, ...relocations.flatMap((r) => r.countyCodes)], countyCodes)).toEqual(
      [],
    );
    expect(
      missing(
        projects.flatMap((f) => f.properties.townshipCodes),
        townshipCodes,
      ),
    ).toEqual([]);
    const cited = [
      ...projects.flatMap(({ properties: p }) => [
        ...p.sourceIds,
        ...p.places.flatMap((place) => place.sourceIds),
        ...p.figures.flatMap((figure) => figure.sourceIds),
      ]),
      ...belts.flatMap((f) => f.properties.sourceIds),
      ...pack
        .readFeatures<{ sourceIds: string[] }>('base.geojson')
        .flatMap((f) => f.properties.sourceIds),
      ...pack.townships().flatMap((f) => (f.properties as unknown as BeltProperties).sourceIds),
      ...relocations.flatMap((r) => r.sourceIds),
      ...pack.readRecords<{ documentId: string }>('targets.json').map((t) => t.documentId),
    ];
    expect(missing(cited, sourceIds)).toEqual([]);
    expect(missing([...sourceIds], new Set([...cited, 'ECHARTS']))).toEqual([]);
  });
});

describe('claims, timeline and relocation', () => {
  it('has the poverty-village claims of chapters 4, 5, 8 and 11', () => {
    const counts = claims
      .filter(({ measure }) => measure === 'povertyVillages')
      .map(({ value }) => value)
      .toSorted((a, b) => a - b);
    expect(counts).toEqual([20, 21, 30, 32, 39, 46, 46, 50, 78, 102, 157, 169, 195, 319, 371, 550]);
    const six = claims.find(({ value }) => value === 169);
    expect(six?.objectIds.length).toBe(6);
  });

  it('moves each poor county out once, in the year that ends its stage', () => {
    expect(timeline.map((t) => [t.year, t.exitingCountyCodes])).toEqual([
      [2016, []],
      [2017, ['140823', '140828']],
      [2018, ['140822', '140827']],
      [2019, ['140829']],
      [2020, []],
    ]);
    for (const { statusByCounty, exitingCountyCodes } of timeline) {
      expect(new Set(Object.keys(statusByCounty))).toEqual(countyCodes);
      for (const code of exitingCountyCodes) expect(statusByCounty[code]).toBe('exiting');
    }
  });

  it('gives relocation as printed: 69 sites, ten counties, 5.3 and 4 万人, 17.1 亿元', () => {
    const [programme] = relocations;
    expect(programme).toMatchObject({
      siteCount: 69,
      persons: 53_000,
      registeredPoorPersons: 40_000,
      investmentYuan: 1_710_000_000,
    });
    const outside = [...countyCodes].filter((code) => !programme?.countyCodes.includes(code));
    expect(outside).toEqual(['140802', '140825', '140881']);
  });
});
