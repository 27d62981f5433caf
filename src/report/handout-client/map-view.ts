// The vector map: areas, waters, reach, projects and villages in map units under one transform, names above in pixels.
// Villages of one state are one path of points without length: round caps of constant width draw the dots.
import type { HandoutArea, HandoutLine, HandoutModel, HandoutScene } from '../handout-model';
import { type Camera, type CameraControl, cameraControl } from './camera';
import { svg } from './dom';
import { type Label, drawLabels, labelsOf } from './map-labels';
import { type Projection, projectionOf } from './projection';

const GROUND = '#FFFFFF';
/** Rings from the outside in, as shares of a dot's width; the ground shows between. By state 0..3. */
const RINGS: readonly (readonly number[])[] = [[0.45], [1, 0.66], [1, 0.66, 0.36], [1]];
const HIT_PIXELS = 10;
const FILL_OPACITY = 0.78;
/** CSS pixels a map unit. */
const SCALE_LIMITS = [0.2, 400] as const;
const VILLAGE_SCALE = 6;

export interface HandoutMap {
  readonly element: SVGSVGElement;
  readonly showScene: (scene: HandoutScene) => void;
  /** Marks the village and brings it into view. */
  readonly showVillage: (at: number) => void;
  readonly home: () => void;
  readonly zoomBy: (factor: number) => void;
}

function areaPaths(
  areas: readonly HandoutArea[],
  projection: Projection,
  kind: string,
): readonly SVGPathElement[] {
  return areas.map(({ rings }) =>
    svg('path', { d: projection.path(rings, true), class: kind, 'fill-rule': 'evenodd' }),
  );
}

function linePaths(line: HandoutLine, projection: Projection): readonly SVGElement[] {
  const { colour, width, isArea, isDashed, paths, points } = line;
  const strokes = { stroke: colour, 'stroke-width': width, 'vector-effect': 'non-scaling-stroke' };
  const drawn =
    paths.length === 0
      ? []
      : [
          svg('path', {
            d: projection.path(paths, isArea),
            fill: isArea ? colour : 'none',
            'fill-opacity': 0.5,
            ...strokes,
            ...(isDashed ? { 'stroke-dasharray': '6 4' } : {}),
          }),
        ];
  const rings = Array.from({ length: points.length / 2 }, (_, at) => {
    const [x, y] = projection.place(points[at * 2] as number, points[at * 2 + 1] as number);
    return `M${x.toFixed(2)} ${y.toFixed(2)}h0`;
  }).join('');
  const dot = (stroke: string, size: number) =>
    svg('path', { d: rings, class: 'dot', stroke, 'stroke-width': size });
  return rings === '' ? drawn : [...drawn, dot(colour, 12), dot(GROUND, 7)];
}

/** Outlines of the areas that a scene points at. */
function highlightPath(
  model: HandoutModel,
  codes: readonly string[],
  projection: Projection,
): string {
  const areas = [...model.counties, ...model.townships].filter(({ code }) => codes.includes(code));
  return areas.map(({ rings }) => projection.path(rings, true)).join('');
}

/** Fills of a scene laid on the areas of its level; the other level keeps none. */
function paintAreas(
  paths: readonly SVGPathElement[],
  fills: HandoutScene['fills'],
  isLevel: boolean,
): void {
  paths.forEach((path, at) => {
    const place = isLevel ? fills?.classes[at] : undefined;
    const fill = place === null ? 'url(#no-data)' : (fills?.colours[place ?? -1] ?? 'none');
    path.setAttribute('fill', fill);
    path.setAttribute('fill-opacity', String(place === null ? 1 : FILL_OPACITY));
  });
}

function noDataPattern(): SVGElement {
  const line = svg('path', { d: 'M0 5L5 0', stroke: '#9AA5B1', 'stroke-width': 0.7 });
  const size = { width: 5, height: 5, patternUnits: 'userSpaceOnUse' };
  return svg('defs', {}, [svg('pattern', { id: 'no-data', ...size }, [line])]);
}

function villagePaths(
  model: HandoutModel,
  scene: HandoutScene,
  places: readonly (readonly [number, number])[],
): readonly SVGPathElement[] {
  const states = scene.answer?.states ?? null;
  if (states === null && !scene.showsVillages) return [];
  const { dotShares } = model;
  // Sizes as on the map: where an answer leaves a village out, by its poor households.
  const sizes = states === null ? null : model.villages.dotSizes;
  /** By state, and for those that are sized by size. */
  const runs = new Map<
    string,
    { readonly rings: readonly number[]; readonly state: number; d: string }
  >();
  places.forEach(([x, y], at) => {
    const state = Number(states?.[at] ?? 0);
    const size = state === 0 ? (sizes?.[at] ?? '') : '';
    const key = `${state}${size}`;
    const rings = size === '' ? RINGS[state] : [dotShares[Number(size)] ?? 1];
    const run = runs.get(key) ?? { rings: rings ?? [], state, d: '' };
    run.d += `M${x.toFixed(2)} ${y.toFixed(2)}h0`;
    runs.set(key, run);
  });
  return [...runs.values()]
    .toSorted((a, b) => a.state - b.state || (b.rings[0] ?? 0) - (a.rings[0] ?? 0))
    .flatMap(({ rings, state, d }) =>
      rings.map((share, at) =>
        svg('path', {
          d,
          class: 'dot',
          'data-share': share,
          stroke: at % 2 === 1 ? GROUND : (model.stateColours[state] ?? '#000'),
        }),
      ),
    );
}

interface MapParts {
  readonly element: SVGSVGElement;
  readonly world: SVGGElement;
  readonly counties: readonly SVGPathElement[];
  readonly townships: readonly SVGPathElement[];
  readonly townshipLayer: SVGGElement;
  readonly relief: SVGGElement;
  /** Lakes below the townships, rivers above. */
  readonly waters: readonly SVGGElement[];
  readonly reach: SVGGElement;
  readonly projects: SVGGElement;
  readonly villages: SVGGElement;
  readonly highlight: SVGPathElement;
  readonly mark: SVGPathElement;
  readonly labels: SVGGElement;
}

function mapParts(model: HandoutModel, projection: Projection): MapParts {
  const layer = (name: string, children: readonly SVGElement[] = []): SVGGElement =>
    svg('g', { 'data-layer': name }, children);
  const counties = areaPaths(model.counties, projection, 'county');
  const townships = areaPaths(model.townships, projection, 'township');
  const [reach, projects, villages, labels] = [
    layer('reach'),
    layer('projects'),
    layer('villages'),
    layer('labels'),
  ];
  const mark = svg('path', { class: 'mark', d: '' });
  const highlight = svg('path', { class: 'highlight', d: '' });
  const townshipLayer = layer('townships', townships);
  const drawn = (lines: readonly HandoutLine[]): readonly SVGElement[] =>
    lines.flatMap((line) => linePaths(line, projection));
  const relief = layer('relief', drawn(model.relief));
  const lakes = layer('waters', drawn(model.waters.filter(({ isArea }) => isArea)));
  const rivers = layer('waters', drawn(model.waters.filter(({ isArea }) => !isArea)));
  const world = svg('g', {}, [
    relief,
    lakes,
    townshipLayer,
    rivers,
    layer('counties', counties),
    highlight,
    reach,
    projects,
    villages,
    mark,
  ]);
  const name = `${model.region}地图：方向键平移，加减号缩放，0 回到全图`;
  const element = svg(
    'svg',
    { class: 'map', tabindex: 0, role: 'application', 'aria-label': name },
    [noDataPattern(), world, labels],
  );
  return {
    element,
    world,
    counties,
    townships,
    townshipLayer,
    relief,
    waters: [lakes, rivers],
    reach,
    projects,
    villages,
    highlight,
    mark,
    labels,
  };
}

type Place = readonly [x: number, y: number];

/** The village under a place of the screen; −1 where there is none. */
function villageAt(places: readonly Place[], { scale, x, y }: Camera, at: Place): number {
  let [best, least] = [-1, HIT_PIXELS];
  places.forEach(([px, py], place) => {
    const away = Math.hypot(x + px * scale - at[0], y + py * scale - at[1]);
    if (away < least) [best, least] = [place, away];
  });
  return best;
}

/** Moves the world and keeps dots and names at their size. */
function follow(parts: MapParts, labels: readonly Label[]): (camera: Camera) => void {
  const { element, world, villages } = parts;
  let frame = 0;
  return (camera) => {
    const { scale, x, y } = camera;
    const { clientWidth, clientHeight } = element;
    // In print the box has another size: the same part of the map is scaled into it.
    element.setAttribute('viewBox', `0 0 ${clientWidth} ${clientHeight}`);
    world.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
    const dot = Math.min(16, 4 + Math.sqrt(scale) * 2.2);
    for (const path of villages.querySelectorAll<SVGPathElement>('[data-share]')) {
      path.setAttribute('stroke-width', String(dot * Number(path.dataset.share)));
    }
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() =>
      drawLabels(parts.labels, labels, camera, clientWidth, clientHeight),
    );
  };
}

export function handoutMap(model: HandoutModel, onVillage: (at: number) => void): HandoutMap {
  const projection = projectionOf(model.counties);
  const { positions, names } = model.villages;
  const places = names.map((_, at) =>
    projection.place(positions[at * 2] as number, positions[at * 2 + 1] as number),
  );
  const parts = mapParts(model, projection);
  const { element, mark } = parts;
  const control: CameraControl = cameraControl(element, SCALE_LIMITS, {
    onChange: follow(parts, labelsOf(model, projection)),
    onClick: (x, y) => {
      const found = villageAt(places, control.now(), [x, y]);
      if (found >= 0) onVillage(found);
    },
    onHome: () => home(),
  });
  const home = (): void => control.fit(-20, -20, projection.width + 40, projection.height + 40);
  window.addEventListener('resize', () => control.set(control.now()));
  return {
    element,
    home,
    zoomBy: control.zoomBy,
    showScene: (scene) => {
      paintAreas(parts.counties, scene.fills, scene.fills?.level === 'county');
      paintAreas(parts.townships, scene.fills, scene.fills?.level === 'township');
      parts.reach.replaceChildren(
        ...scene.reach.map((path) =>
          svg('path', { class: 'reach', d: projection.path([path], true) }),
        ),
      );
      parts.projects.replaceChildren(...scene.lines.flatMap((line) => linePaths(line, projection)));
      parts.villages.replaceChildren(...villagePaths(model, scene, places));
      parts.highlight.setAttribute('d', highlightPath(model, scene.highlightCodes, projection));
      parts.townshipLayer.toggleAttribute('data-bare', !scene.showsTownships);
      parts.relief.setAttribute('display', scene.showsRelief ? 'inline' : 'none');
      for (const waters of parts.waters)
        waters.setAttribute('display', scene.showsWaters ? 'inline' : 'none');
      mark.setAttribute('d', '');
      if (scene.view === null) return home();
      const { center, worldWidth, worldHeight } = scene.view;
      const [x, y] = projection.place(center[0], center[1]);
      const width = worldWidth * projection.unitsPerWorld;
      const height = worldHeight * projection.unitsPerWorld;
      control.fit(x - width / 2, y - height / 2, width, height);
    },
    showVillage: (at) => {
      const [x, y] = places[at] as Place;
      mark.setAttribute('d', `M${x.toFixed(2)} ${y.toFixed(2)}h0`);
      const scale = Math.max(control.now().scale, VILLAGE_SCALE);
      const [width, height] = [element.clientWidth, element.clientHeight];
      control.set({ scale, x: width / 2 - x * scale, y: height / 2 - y * scale });
    },
  };
}
