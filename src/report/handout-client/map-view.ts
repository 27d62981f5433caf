// The vector map: areas, waters, reach, projects and villages in map units under one transform, names above in pixels.
// Villages of one state are one path of points without length: round caps of constant width draw the dots.
import type { HandoutArea, HandoutLine, HandoutModel, HandoutScene } from '../handout-model';
import { type CameraControl, cameraControl } from './camera';
import { svg } from './dom';
import { drawLabels, labelsOf } from './map-labels';
import { type Projection, projectionOf } from './projection';

const GROUND = '#FFFFFF';
/** Rings from the outside in, as shares of a dot's width; the ground shows between. By state 0..3. */
const RINGS: readonly (readonly number[])[] = [[0.45], [1, 0.66], [1, 0.66, 0.36], [1]];
const HIT_PIXELS = 10;
const FILL_OPACITY = 0.78;

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
  const runs: [string, string, string, string] = ['', '', '', ''];
  places.forEach(([x, y], at) => {
    const state = Number(states?.[at] ?? 0) as 0 | 1 | 2 | 3;
    runs[state] += `M${x.toFixed(2)} ${y.toFixed(2)}h0`;
  });
  return runs.flatMap((d, state) => {
    const rings = RINGS[state] ?? [];
    if (d === '') return [];
    return rings.map((share, at) =>
      svg('path', {
        d,
        class: 'dot',
        'data-share': share,
        stroke: at % 2 === 1 ? GROUND : (model.stateColours[state] ?? '#000'),
      }),
    );
  });
}

export function handoutMap(model: HandoutModel, onVillage: (at: number) => void): HandoutMap {
  const projection = projectionOf(model.counties);
  const labels = labelsOf(model, projection);
  const { positions, names } = model.villages;
  const places = names.map((_, at) =>
    projection.place(positions[at * 2] as number, positions[at * 2 + 1] as number),
  );
  const counties = areaPaths(model.counties, projection, 'county');
  const townships = areaPaths(model.townships, projection, 'township');
  const layer = (name: string, children: readonly SVGElement[] = []): SVGGElement =>
    svg('g', { 'data-layer': name }, children);
  const [reach, projects, villages, names_] = ['reach', 'projects', 'villages', 'names'].map(
    (name) => layer(name),
  ) as [SVGGElement, SVGGElement, SVGGElement, SVGGElement];
  const mark = svg('path', { class: 'mark', d: '' });
  const world = svg('g', {}, [
    layer('townships', townships),
    layer(
      'base',
      model.base.flatMap((line) => linePaths(line, projection)),
    ),
    layer('counties', counties),
    reach,
    projects,
    villages,
    mark,
  ]);
  const element = svg(
    'svg',
    {
      class: 'map',
      tabindex: 0,
      role: 'application',
      'aria-label': `${model.region}地图：方向键平移，加减号缩放，0 回到全图`,
    },
    [noDataPattern(), world, names_],
  );
  let frame = 0;
  const control: CameraControl = cameraControl(element, [0.2, 400], {
    onChange: ({ scale, x, y }) => {
      world.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
      const dot = Math.min(16, 4 + Math.sqrt(scale) * 2.2);
      for (const path of villages.querySelectorAll<SVGPathElement>('[data-share]')) {
        path.setAttribute('stroke-width', String(dot * Number(path.dataset.share)));
      }
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        drawLabels(names_, labels, control.now(), element.clientWidth, element.clientHeight),
      );
    },
    onClick: (x, y) => {
      const camera = control.now();
      let [best, least] = [-1, HIT_PIXELS];
      places.forEach(([px, py], at) => {
        const away = Math.hypot(camera.x + px * camera.scale - x, camera.y + py * camera.scale - y);
        if (away < least) [best, least] = [at, away];
      });
      if (best >= 0) onVillage(best);
    },
    onHome: () => home(),
  });
  const home = (): void => control.fit(-20, -20, projection.width + 40, projection.height + 40);
  return {
    element,
    home,
    zoomBy: control.zoomBy,
    showScene: (scene) => {
      paintAreas(counties, scene.fills, scene.fills?.level === 'county');
      paintAreas(townships, scene.fills, scene.fills?.level === 'township');
      reach.replaceChildren(
        ...scene.reach.map((path) =>
          svg('path', { class: 'reach', d: projection.path([path], true) }),
        ),
      );
      projects.replaceChildren(...scene.lines.flatMap((line) => linePaths(line, projection)));
      villages.replaceChildren(...villagePaths(model, scene, places));
      mark.setAttribute('d', '');
      if (scene.view === null) return home();
      const { center, worldWidth, worldHeight } = scene.view;
      const [x, y] = projection.place(center[0], center[1]);
      const [width, height] = [worldWidth, worldHeight].map(
        (share) => share * projection.unitsPerWorld,
      ) as [number, number];
      control.fit(x - width / 2, y - height / 2, width, height);
    },
    showVillage: (at) => {
      const [x, y] = places[at] as readonly [number, number];
      mark.setAttribute('d', `M${x.toFixed(2)} ${y.toFixed(2)}h0`);
      const scale = Math.max(control.now().scale, 6);
      control.set({
        scale,
        x: element.clientWidth / 2 - x * scale,
        y: element.clientHeight / 2 - y * scale,
      });
    },
  };
}
