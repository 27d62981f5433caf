import type { Scene } from '../../domain/scene';
import { inOrder } from '../diff';
import type { Edit } from '../edit';

/**
 * Puts scenes as one step: one whose id is known is replaced where it stands, new ones come in before place `at` (from 0),
 * without it at the end.
 */
export function putScenes(args: {
  readonly scenes: readonly Scene[];
  readonly at?: number;
  readonly label: string;
}): Edit {
  return {
    label: args.label,
    apply: (doc) => {
      if (args.scenes.every((scene) => doc.scenes.get(scene.id) === scene)) return doc;
      const scenes = new Map(doc.scenes);
      for (const scene of args.scenes) scenes.set(scene.id, scene);
      const added = [...scenes.keys()].slice(doc.scenes.size);
      const order = [...doc.scenes.keys()].toSpliced(args.at ?? doc.scenes.size, 0, ...added);
      return { ...doc, scenes: inOrder(scenes, order) };
    },
  };
}

/** Changes parts of a scene as it is when this is applied; nothing where it is gone. */
export function changeScene(args: {
  readonly id: string;
  readonly parts: Partial<Omit<Scene, 'id'>>;
  readonly label: string;
}): Edit {
  return {
    label: args.label,
    apply: (doc) => {
      const scene = doc.scenes.get(args.id);
      if (!scene) return doc;
      const changed = { ...scene, ...args.parts };
      const keys = Object.keys(args.parts) as (keyof typeof args.parts)[];
      if (keys.every((key) => changed[key] === scene[key])) return doc;
      return { ...doc, scenes: new Map(doc.scenes).set(args.id, changed) };
    },
  };
}

export function removeScenes(args: {
  readonly ids: readonly string[];
  readonly label: string;
}): Edit {
  return {
    label: args.label,
    apply: (doc) => {
      const gone = new Set(args.ids);
      const kept = [...doc.scenes].filter(([id]) => !gone.has(id));
      return kept.length === doc.scenes.size ? doc : { ...doc, scenes: new Map(kept) };
    },
  };
}

/** Moves a scene to place `to` (from 0) among all; beyond either end it stays at the end. */
export function moveScene(args: {
  readonly id: string;
  readonly title: string;
  readonly to: number;
}): Edit {
  return {
    label: `移动场景「${args.title}」`,
    apply: (doc) => {
      const ids = [...doc.scenes.keys()];
      const at = ids.indexOf(args.id);
      const to = Math.min(Math.max(args.to, 0), ids.length - 1);
      if (at < 0 || to === at) return doc;
      const order = ids.toSpliced(at, 1).toSpliced(to, 0, args.id);
      return { ...doc, scenes: inOrder(doc.scenes, order) };
    },
  };
}
