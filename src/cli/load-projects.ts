import { basename } from 'node:path';
import type { Outcome, Problem } from '../domain/problem';
import type { Crs } from '../io/crs';
import { type ProjectFeature, readProjects } from '../io/read-projects';
import { openPack, PACK_PREFIX } from './open-pack';
import { readInput } from './read-input';

function problem(code: string, text: string, mend: string): Problem {
  return { code, severity: 'error', where: {}, text, mend };
}

async function projectsOfPack(name: string): Promise<Outcome<readonly ProjectFeature[]>> {
  const outcome = await openPack(name);
  if (!outcome.ok) return outcome;
  const { projects } = outcome.value;
  const placed = projects.flatMap(
    ({ id, name: title, geometry, alignmentAccuracyMetres }): ProjectFeature[] =>
      geometry === null
        ? []
        : [{ id, name: title, geometry, accuracyMetres: alignmentAccuracyMetres ?? 0 }],
  );
  const skipped = projects.length - placed.length;
  const note: Problem = {
    ...problem(
      'projects-scope-only',
      `数据包「${name}」有 ${skipped} 个项目没有公布线位和地点，不能计算，已略过。`,
      '在软件里标绘或导入线位后，导出 GeoJSON 再用。',
    ),
    severity: 'warning',
  };
  return { ok: true, value: placed, notes: skipped > 0 ? [note] : [] };
}

/** Keeps the projects named in `ids` (id or name), in the file's order. */
function only(
  projects: readonly ProjectFeature[],
  ids: readonly string[],
): Outcome<readonly ProjectFeature[]> {
  const unknown = ids.filter((id) => !projects.some((each) => each.id === id || each.name === id));
  if (unknown.length > 0) {
    const known = projects.map(({ id }) => id).join('、');
    const text = `没有可计算的项目「${unknown.join('、')}」。`;
    return { ok: false, problems: [problem('projects-unknown', text, `可选：${known}。`)] };
  }
  const kept = projects.filter(({ id, name }) => ids.includes(id) || ids.includes(name));
  return { ok: true, value: kept, notes: [] };
}

/** Projects of `source`: "pack:…" or a .geojson, .json, .kml, .kmz or .zip file; only those of `ids` unless empty. */
export async function loadProjects(
  source: string,
  crs: Crs,
  defaultAccuracyMetres: number,
  ids: readonly string[],
): Promise<Outcome<readonly ProjectFeature[]>> {
  let outcome: Outcome<readonly ProjectFeature[]>;
  if (source.startsWith(PACK_PREFIX)) {
    outcome = await projectsOfPack(source.slice(PACK_PREFIX.length));
  } else {
    const input = await readInput(source);
    if (!input.ok) return input;
    const options = { fileName: basename(source), crs, defaultAccuracyMetres };
    outcome = await readProjects(input.value, options);
  }
  if (!outcome.ok || ids.length === 0) return outcome;
  return only(outcome.value, ids);
}
