import {
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  ValidateNotSelfIntersecting,
} from 'terra-draw';
import type { DrawMode } from './drawn-shape';

/** A click this near to the last vertex finishes, CSS pixels. */
const POINTER_DISTANCE_PIXELS = 12;
/** Keys are ours (draw-keys.ts): they must work wherever the focus is. */
const NO_KEYS = { cancel: null, finish: null };

type TerraMode = TerraDrawLineStringMode | TerraDrawPointMode | TerraDrawPolygonMode;
type HexColour = `#${string}`;

const WHITE: HexColour = '#ffffff';

function hexColour(colour: string): HexColour {
  if (!/^#[0-9a-f]{6}$/iu.test(colour)) throw new Error(`colour must be #rrggbb, got ${colour}`);
  return colour as HexColour;
}

/** Exactly one drawing mode of the library; `accent` is the map theme's, #rrggbb. */
export function terraMode(mode: DrawMode, accent: string): TerraMode {
  const colour = hexColour(accent);
  const points = {
    closingPointColor: WHITE,
    closingPointWidth: 6,
    closingPointOutlineColor: colour,
    closingPointOutlineWidth: 2,
    coordinatePointColor: WHITE,
    coordinatePointWidth: 4,
    coordinatePointOutlineColor: colour,
    coordinatePointOutlineWidth: 2,
  };
  const common = {
    keyEvents: NO_KEYS,
    pointerDistance: POINTER_DISTANCE_PIXELS,
    showCoordinatePoints: true,
  };
  if (mode === 'linestring') {
    const styles = { ...points, lineStringColor: colour, lineStringWidth: 3 };
    return new TerraDrawLineStringMode({ ...common, styles });
  }
  if (mode === 'polygon') {
    const styles = {
      ...points,
      fillColor: colour,
      fillOpacity: 0.12,
      outlineColor: colour,
      outlineWidth: 3,
    };
    return new TerraDrawPolygonMode({
      ...common,
      styles,
      // Refuses the vertex that would make the outline cross itself, when it is set.
      validation: (feature, { updateType }) =>
        updateType === 'commit' || updateType === 'finish'
          ? ValidateNotSelfIntersecting(feature)
          : { valid: true },
    });
  }
  return new TerraDrawPointMode({
    styles: {
      pointColor: colour,
      pointWidth: 7,
      pointOutlineColor: WHITE,
      pointOutlineWidth: 2,
    },
  });
}
