import type { Edit } from '../edit';
import { type PlanContent, type PlanDocument, type Scenario, openScenario } from '../plan-document';

function withScenario(doc: PlanDocument, scenario: Scenario): PlanDocument {
  return { ...doc, scenarios: new Map(doc.scenarios).set(scenario.id, scenario) };
}

function retitled(title: string): string {
  const trimmed = title.trim();
  if (trimmed === '') throw new RangeError('a scenario needs a title, got blank');
  return trimmed;
}

/** A new scenario that begins as the open one, and is open afterwards. Its id must be new. */
export function branchScenario(args: { readonly id: string; readonly title: string }): Edit {
  const title = retitled(args.title);
  return {
    label: `新建情景「${title}」`,
    apply: (doc) => {
      if (doc.scenarios.has(args.id)) return doc;
      const { content } = openScenario(doc);
      const branched = withScenario(doc, { id: args.id, title, isLocked: false, content });
      return { ...branched, scenarioId: args.id };
    },
  };
}

/** A scenario with a content from elsewhere (another file); the open one stays open. Its id must be new. */
export function addScenario(args: {
  readonly id: string;
  readonly title: string;
  readonly content: PlanContent;
}): Edit {
  const title = retitled(args.title);
  return {
    label: `并入情景「${title}」`,
    apply: (doc) =>
      doc.scenarios.has(args.id)
        ? doc
        : withScenario(doc, { id: args.id, title, isLocked: false, content: args.content }),
  };
}

export function switchScenario(args: { readonly id: string; readonly title: string }): Edit {
  return {
    label: `切换到情景「${args.title}」`,
    apply: (doc) =>
      doc.scenarioId === args.id || !doc.scenarios.has(args.id)
        ? doc
        : { ...doc, scenarioId: args.id },
  };
}

export function renameScenario(args: { readonly id: string; readonly title: string }): Edit {
  const title = retitled(args.title);
  return {
    label: `情景改名为「${title}」`,
    apply: (doc) => {
      const scenario = doc.scenarios.get(args.id);
      return !scenario || scenario.title === title
        ? doc
        : withScenario(doc, { ...scenario, title });
    },
  };
}

export function lockScenario(args: {
  readonly id: string;
  readonly title: string;
  readonly isLocked: boolean;
}): Edit {
  const { id, isLocked } = args;
  return {
    label: `${isLocked ? '锁定' : '解锁'}情景「${args.title}」`,
    apply: (doc) => {
      const scenario = doc.scenarios.get(id);
      return !scenario || scenario.isLocked === isLocked
        ? doc
        : withScenario(doc, { ...scenario, isLocked });
    },
  };
}

/** Takes a scenario away; the last one and a locked one stay. Of the open one its neighbour before it is opened. */
export function removeScenario(args: { readonly id: string; readonly title: string }): Edit {
  return {
    label: `删除情景「${args.title}」`,
    apply: (doc) => {
      const scenario = doc.scenarios.get(args.id);
      if (!scenario || scenario.isLocked || doc.scenarios.size === 1) return doc;
      const ids = [...doc.scenarios.keys()];
      const place = ids.indexOf(args.id);
      const scenarios = new Map(doc.scenarios);
      scenarios.delete(args.id);
      const neighbour = ids[place === 0 ? 1 : place - 1] ?? args.id;
      return {
        ...doc,
        scenarios,
        scenarioId: doc.scenarioId === args.id ? neighbour : doc.scenarioId,
      };
    },
  };
}
