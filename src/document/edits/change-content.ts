import { type PlanContent, type PlanDocument, openScenario } from '../plan-document';

/** The document with its open scenario's content changed; the same document when nothing changes or it is locked. */
export function changeContent(
  doc: PlanDocument,
  change: (content: PlanContent) => PlanContent,
): PlanDocument {
  const scenario = openScenario(doc);
  const content = scenario.isLocked ? scenario.content : change(scenario.content);
  if (content === scenario.content) return doc;
  return {
    ...doc,
    scenarios: new Map(doc.scenarios).set(scenario.id, { ...scenario, content }),
  };
}

/** `map` with an entry put; the same map when it is there already. */
export function put<T>(map: ReadonlyMap<string, T>, id: string, value: T): ReadonlyMap<string, T> {
  return map.get(id) === value ? map : new Map(map).set(id, value);
}

/** `map` without an entry; the same map when it has none. */
export function without<T>(map: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
  if (!map.has(id)) return map;
  const rest = new Map(map);
  rest.delete(id);
  return rest;
}

/** The content with one of its maps replaced; the same content when it is the same map. */
export function withPart<Part extends keyof PlanContent>(
  content: PlanContent,
  part: Part,
  map: PlanContent[Part],
): PlanContent {
  return content[part] === map ? content : { ...content, [part]: map };
}
