import type { Edit } from '../edit';
import { changeContent, put, withPart, without } from './change-content';

/** Sets a belt's half-width or margin in metres; null goes back to the pack's default. Throws RangeError unless ≥ 0. */
export function setBeltWidth(args: {
  readonly beltId: string;
  readonly beltName: string;
  readonly widthMetres: number | null;
}): Edit {
  const { beltId, beltName, widthMetres } = args;
  if (widthMetres !== null && !(Number.isFinite(widthMetres) && widthMetres >= 0)) {
    throw new RangeError(`widthMetres must be finite and ≥ 0, got ${widthMetres}`);
  }
  return {
    label:
      widthMetres === null
        ? `「${beltName}」恢复默认宽度`
        : `「${beltName}」宽度改为 ${Number((widthMetres / 1000).toFixed(3))} 公里`,
    apply: (doc) =>
      changeContent(doc, (content) => {
        const { beltWidths } = content;
        const changed =
          widthMetres === null ? without(beltWidths, beltId) : put(beltWidths, beltId, widthMetres);
        return withPart(content, 'beltWidths', changed);
      }),
  };
}
