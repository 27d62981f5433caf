// The form that gives a project its place, as plain data and one reducer: three ways to a candidate geometry, then accuracy
// and note, then confirm. Nothing is applied before the user confirms.
import type { Geometry } from 'geojson';
import type { AlignmentOrigin } from '../../document/plan-document';
import type { BoundingBox } from '../../domain/lng-lat';
import type { Outcome, Problem } from '../../domain/problem';
import { readGeojson } from '../../io/read-geojson';
import type { DrawMode, DrawProgress } from '../../map/draw/drawn-shape';
import type { AlignmentDraft } from './alignment-panel-props';
import { parseCoordinates } from './parse-coordinates';

export type AlignmentMethod = 'draw' | 'type' | 'import';

export const ORIGIN_OF_METHOD: Readonly<Record<AlignmentMethod, AlignmentOrigin>> = {
  draw: 'drawn',
  type: 'typed',
  import: 'imported',
};

/** Beyond this an alignment says nothing about villages; metres. */
export const MAX_ACCURACY_METRES = 50_000;

interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface AlignmentForm {
  readonly bbox: BoundingBox;
  readonly method: AlignmentMethod;
  readonly shape: DrawMode;
  /** Typed coordinates. */
  readonly text: string;
  /** The file read last; kept so that it can be read again with the axes exchanged. */
  readonly file: ChosenFile | null;
  /** Progress on the map; null when nothing is being drawn. */
  readonly drawing: DrawProgress | null;
  /** What would become the alignment. */
  readonly geometry: Geometry | null;
  readonly problems: readonly Problem[];
  readonly isOutsideConfirmed: boolean;
  readonly accuracyText: string;
  readonly note: string;
}

export type AlignmentAction =
  | { readonly type: 'method'; readonly method: AlignmentMethod }
  | { readonly type: 'shape'; readonly shape: DrawMode }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'read-text'; readonly swapAxes: boolean }
  | { readonly type: 'file'; readonly file: ChosenFile }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'swap-axes' }
  | { readonly type: 'drawing'; readonly progress: DrawProgress }
  | { readonly type: 'drawn'; readonly geometry: Geometry }
  | { readonly type: 'draw-cancelled' }
  | { readonly type: 'confirm-outside'; readonly confirmed: boolean }
  | { readonly type: 'accuracy'; readonly text: string }
  | { readonly type: 'note'; readonly note: string };

export function startForm(bbox: BoundingBox): AlignmentForm {
  return {
    bbox,
    method: 'draw',
    shape: 'linestring',
    text: '',
    file: null,
    drawing: null,
    geometry: null,
    problems: [],
    isOutsideConfirmed: false,
    accuracyText: '',
    note: '',
  };
}

function withoutCandidate(form: AlignmentForm): AlignmentForm {
  return { ...form, geometry: null, problems: [], isOutsideConfirmed: false };
}

function withOutcome(form: AlignmentForm, outcome: Outcome<Geometry>): AlignmentForm {
  const blank = withoutCandidate(form);
  return outcome.ok
    ? { ...blank, geometry: outcome.value, problems: outcome.notes }
    : { ...blank, problems: outcome.problems };
}

function readFile(form: AlignmentForm, file: ChosenFile, swapAxes: boolean): AlignmentForm {
  const { name: fileName, bytes } = file;
  const outcome = readGeojson({ fileName, bytes, bbox: form.bbox, swapAxes });
  const read = withOutcome(
    { ...form, file },
    outcome.ok ? { ...outcome, value: outcome.value.geometry } : outcome,
  );
  const note = outcome.ok && form.note === '' ? `文件 ${fileName}` : form.note;
  return { ...read, note };
}

function readText(form: AlignmentForm, swapAxes: boolean): AlignmentForm {
  const { shape: mode, bbox } = form;
  return withOutcome(form, parseCoordinates(form.text, { mode, bbox, swapAxes }));
}

export function reduceForm(form: AlignmentForm, action: AlignmentAction): AlignmentForm {
  switch (action.type) {
    case 'method':
      return { ...withoutCandidate(form), method: action.method, file: null };
    case 'shape':
      return { ...withoutCandidate(form), shape: action.shape };
    case 'text':
      return { ...withoutCandidate(form), text: action.text };
    case 'read-text':
      return readText(form, action.swapAxes);
    case 'file':
      return readFile(form, action.file, false);
    case 'refused':
      return { ...withoutCandidate(form), file: null, drawing: null, problems: [action.problem] };
    case 'swap-axes':
      if (form.method === 'import' && form.file) return readFile(form, form.file, true);
      return readText(form, true);
    case 'drawing':
      return { ...withoutCandidate(form), drawing: action.progress };
    case 'drawn':
      return { ...withoutCandidate(form), drawing: null, geometry: action.geometry };
    case 'draw-cancelled':
      return { ...form, drawing: null };
    case 'confirm-outside':
      return { ...form, isOutsideConfirmed: action.confirmed };
    case 'accuracy':
      return { ...form, accuracyText: action.text };
    case 'note':
      return { ...form, note: action.note };
  }
}

export const hasProblem = (form: AlignmentForm, code: string): boolean =>
  form.problems.some((problem) => problem.code === code);

/** "50", "50 米", "５０" → 50; null for anything that is no length in metres up to MAX_ACCURACY_METRES. */
export function parseAccuracyMetres(text: string): number | null {
  const digits = /^(\d+(?:\.\d+)?)\s*(?:米|m)?$/iu.exec(text.normalize('NFKC').trim())?.[1];
  const metres = Number(digits);
  return digits !== undefined && metres <= MAX_ACCURACY_METRES ? metres : null;
}

/** Why the form cannot be confirmed yet, the first thing to do first; null when it can. */
export function formBlocker(form: AlignmentForm): string | null {
  if (form.drawing) return '正在标绘，请先完成或取消';
  if (!form.geometry) return '还没有位置：请先标绘、录入或导入';
  if (hasProblem(form, 'position-outside') && !form.isOutsideConfirmed) {
    return '请确认区域外的点无误';
  }
  if (form.accuracyText.trim() === '') return '请填写位置精度';
  if (parseAccuracyMetres(form.accuracyText) === null) return '位置精度应为 0 到 50,000 米的数';
  return null;
}

/** The draft to confirm; null exactly when `formBlocker` says why. */
export function formDraft(form: AlignmentForm): AlignmentDraft | null {
  const accuracyMetres = parseAccuracyMetres(form.accuracyText);
  if (formBlocker(form) !== null || !form.geometry || accuracyMetres === null) return null;
  const { geometry, note } = form;
  return { geometry, accuracyMetres, origin: ORIGIN_OF_METHOD[form.method], note: note.trim() };
}
