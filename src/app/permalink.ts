// The address bar's hash, readable and short: only what differs from the default is written.
// Anything unknown or out of range in a link is ignored, so that old and hand-edited links still open.
import { INDICATOR_IDS } from '../analysis/indicators';
import { OVERLAP_CLASSES } from '../analysis/overlap-summary';
import {
  CHOSEN_WEIGHTS,
  type IndicatorChoice,
  type IndicatorSettings,
  withChoice,
} from '../features/claims/indicator-settings';
import type { Inspected } from '../features/inspect/inspected';
import {
  THEMATIC_LEVELS,
  THEMATIC_MEASURES,
  type ThematicMethod,
  type ThematicSettings,
} from '../features/thematic/thematic-settings';
import { type LayerSetting, type LayerState, isLayerId } from '../map/layer-catalog';
import type { MapCamera } from '../map/map-types';
import { RAMP_NAMES } from '../map/style/ramps';
import { FIRST_REGION_ID } from './region-offers';
import {
  DEFAULT_SESSION,
  type LeftTab,
  MAX_DISTANCE_METRES,
  type RightTab,
  type SessionState,
} from './session-state';

const METHODS: readonly ThematicMethod[] = ['quantile', 'natural', 'equal', 'custom'];
const LEFT_TABS: readonly LeftTab[] = ['layers', 'thematic', 'objects', 'plan', 'scenes'];
const RIGHT_TABS: readonly RightTab[] = ['coverage', 'gap', 'inspect'];
const CODED = ['village', 'township', 'county'] as const;
const NAMED = ['project', 'belt', 'base-feature', 'relocation', 'imported', 'plan-object'] as const;

function oneOf<T extends string>(allowed: readonly T[], text: string | undefined): T | null {
  return allowed.find((candidate) => candidate === text) ?? null;
}

function numberIn(text: string | undefined, low: number, high: number): number | null {
  if (text === undefined || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= low && value <= high ? value : null;
}

function encodeCamera(camera: MapCamera): string {
  const [lng, lat] = camera.center;
  const parts = [lng.toFixed(5), lat.toFixed(5), camera.zoom.toFixed(2)];
  if (camera.bearing !== 0 || camera.pitch !== 0)
    parts.push(camera.bearing.toFixed(1), camera.pitch.toFixed(1));
  return parts.join(',');
}

function decodeCamera(text: string): MapCamera | null {
  const parts = text.split(',');
  const lng = numberIn(parts[0], -180, 180);
  const lat = numberIn(parts[1], -85, 85);
  const zoom = numberIn(parts[2], 0, 24);
  if (lng === null || lat === null || zoom === null) return null;
  const bearing = numberIn(parts[3], -180, 360) ?? 0;
  const pitch = numberIn(parts[4], 0, 85) ?? 0;
  return { center: [lng, lat], zoom, bearing, pitch };
}

function encodeSelection(selection: Inspected): string {
  return `${selection.kind}:${'code' in selection ? selection.code : selection.id}`;
}

function decodeSelection(text: string): Inspected | null {
  // Ids of imported things hold colons of their own.
  const [kind, ...rest] = text.split(':');
  const id = rest.join(':');
  if (id === '') return null;
  const coded = oneOf(CODED, kind);
  if (coded) return { kind: coded, code: id };
  const named = oneOf(NAMED, kind);
  return named ? { kind: named, id } : null;
}

function encodeLayers(layers: LayerState): string {
  return layers
    .map((layer) => `${layer.visible ? '' : '-'}${layer.id}~${Math.round(layer.opacity * 100)}`)
    .join(',');
}

/** Layers that a link does not name (written by another version) are put where the defaults have them. */
function decodeLayers(text: string): LayerState {
  const named: LayerSetting[] = [];
  for (const part of text.split(',')) {
    const [name = '', percent] = part.replace(/^-/, '').split('~');
    if (!isLayerId(name) || named.some((layer) => layer.id === name)) continue;
    const opacity = (numberIn(percent, 0, 100) ?? 100) / 100;
    named.push({ id: name, visible: !part.startsWith('-'), opacity });
  }
  const missing = DEFAULT_SESSION.layers.filter(
    (layer) => !named.some((candidate) => candidate.id === layer.id),
  );
  return [...named, ...missing];
}

function encodeThematic(settings: ThematicSettings): string {
  const { measure, level, method, classCount, ramp, customBreaks } = settings;
  return [measure, level, method, classCount, ramp, ...customBreaks].join(',');
}

function decodeThematic(text: string): ThematicSettings {
  const fallback = DEFAULT_SESSION.thematic;
  const [measure, level, method, classCount, ramp, ...breaks] = text.split(',');
  return {
    measure: oneOf(THEMATIC_MEASURES, measure) ?? fallback.measure,
    level: oneOf(THEMATIC_LEVELS, level) ?? fallback.level,
    method: oneOf(METHODS, method) ?? fallback.method,
    classCount: Math.round(numberIn(classCount, 3, 7) ?? fallback.classCount),
    ramp: oneOf(RAMP_NAMES, ramp) ?? fallback.ramp,
    customBreaks: breaks.map(Number).filter(Number.isFinite),
  };
}

/** A distance, then the projects that were chosen by hand, if any were. */
function encodeChoice({ distanceMetres, projectIds }: IndicatorChoice): string {
  return [distanceMetres, ...(projectIds ? [projectIds.join(',')] : [])].join(',');
}

function decodeChoice(text: string): Partial<IndicatorChoice> {
  const [metres, ...ids] = text.split(',');
  const distanceMetres = numberIn(metres, 0, MAX_DISTANCE_METRES);
  return {
    ...(distanceMetres === null ? {} : { distanceMetres }),
    projectIds: ids.length > 0 ? ids.filter((id) => id !== '') : null,
  };
}

function encodeIndicators(settings: IndicatorSettings, query: URLSearchParams): void {
  const start = DEFAULT_SESSION.indicators;
  if (settings.weights !== start.weights) query.set('w', settings.weights);
  for (const id of INDICATOR_IDS) {
    const choice = settings.choices[id];
    if (choice !== start.choices[id]) query.set(id, encodeChoice(choice));
  }
}

function decodeIndicators(query: URLSearchParams): IndicatorSettings {
  const start = DEFAULT_SESSION.indicators;
  const weights = oneOf(CHOSEN_WEIGHTS, query.get('w') ?? undefined) ?? start.weights;
  return INDICATOR_IDS.filter((id) => query.has(id)).reduce(
    (settings, id) => withChoice(settings, id, decodeChoice(query.get(id) ?? '')),
    weights === start.weights ? start : { ...start, weights },
  );
}

/** Session → hash without the leading "#"; empty when everything is as at the start. */
export function writePermalink(session: SessionState): string {
  const query = new URLSearchParams();
  const start = DEFAULT_SESSION;
  if (session.camera) query.set('c', encodeCamera(session.camera));
  if (session.chosenProjectIds.length > 0) query.set('p', session.chosenProjectIds.join(','));
  if (session.distanceMetres !== start.distanceMetres)
    query.set('d', String(session.distanceMetres));
  if (session.coverageMode === 'each') query.set('each', session.focusedProjectId ?? '1');
  if (session.showsOverlap) query.set('overlap', '1');
  if (session.selection) query.set('s', encodeSelection(session.selection));
  if (session.areaCode) query.set('a', session.areaCode);
  if (session.overlapClass !== null) query.set('n', String(session.overlapClass));
  encodeIndicators(session.indicators, query);
  if (session.year !== null) query.set('y', String(session.year));
  if (session.shownBeltIds) query.set('b', session.shownBeltIds.join(','));
  if (session.hiddenImportIds.length > 0) query.set('h', session.hiddenImportIds.join(','));
  if (session.thematic !== start.thematic) query.set('t', encodeThematic(session.thematic));
  if (session.layers !== start.layers) query.set('l', encodeLayers(session.layers));
  if (session.theme !== start.theme) query.set('theme', session.theme);
  const tabs = `${session.leftTab},${session.rightTab}`;
  if (tabs !== `${start.leftTab},${start.rightTab}`) query.set('tab', tabs);
  const closed = [
    session.leftOpen ? '' : 'left',
    session.rightOpen ? '' : 'right',
    session.tableOpen ? '' : 'table',
  ].filter(Boolean);
  if (closed.length > 0) query.set('closed', closed.join(','));
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%7E', '~');
}

const list = (text: string | null): readonly string[] => (text ? text.split(',') : []);

/** Hash → the fields that it sets. Ids are checked against the pack later, since the pack loads after the link. */
export function readPermalink(hash: string): Partial<SessionState> {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const patch: { -readonly [K in keyof SessionState]?: SessionState[K] } = {};
  const set = <K extends keyof SessionState>(key: K, value: SessionState[K] | null): void => {
    if (value !== null) patch[key] = value;
  };
  set('camera', decodeCamera(query.get('c') ?? ''));
  if (query.has('p')) patch.chosenProjectIds = list(query.get('p'));
  set('distanceMetres', numberIn(query.get('d') ?? undefined, 0, MAX_DISTANCE_METRES));
  const each = query.get('each');
  if (each) {
    patch.coverageMode = 'each';
    patch.focusedProjectId = each === '1' ? null : each;
  }
  if (query.get('overlap') === '1') patch.showsOverlap = true;
  set('selection', decodeSelection(query.get('s') ?? ''));
  set('areaCode', query.get('a'));
  set('overlapClass', OVERLAP_CLASSES.find((each) => String(each) === query.get('n')) ?? null);
  const indicators = decodeIndicators(query);
  if (indicators !== DEFAULT_SESSION.indicators) patch.indicators = indicators;
  set('year', numberIn(query.get('y') ?? undefined, 1900, 2200));
  if (query.has('b')) patch.shownBeltIds = list(query.get('b'));
  if (query.has('h')) patch.hiddenImportIds = list(query.get('h'));
  if (query.has('t')) patch.thematic = decodeThematic(query.get('t') ?? '');
  if (query.has('l')) patch.layers = decodeLayers(query.get('l') ?? '');
  set('theme', oneOf(['standard', 'projector'] as const, query.get('theme') ?? undefined));
  const [left, right] = list(query.get('tab'));
  set('leftTab', oneOf(LEFT_TABS, left));
  set('rightTab', oneOf(RIGHT_TABS, right));
  const closed = list(query.get('closed'));
  if (closed.includes('left')) patch.leftOpen = false;
  if (closed.includes('right')) patch.rightOpen = false;
  if (closed.includes('table')) patch.tableOpen = false;
  return patch;
}

/** The same link with the region that it is of. Only the first region needs no name. */
export function withRegion(hash: string, regionId: string): string {
  const rest = hash.replace(/(^|&)r=[^&]*/, '').replace(/^&/, '');
  if (regionId === FIRST_REGION_ID && rest !== '') return rest;
  return rest === '' ? `r=${regionId}` : `r=${regionId}&${rest}`;
}

/** The region of a link; null where it says nothing at all. */
export function regionOfLink(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  return text === '' ? null : (new URLSearchParams(text).get('r') ?? FIRST_REGION_ID);
}
