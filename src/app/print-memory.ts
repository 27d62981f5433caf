// What was chosen for the last sheet. Title and 审图号 belong to one map and are not kept.
import * as z from 'zod/mini';
import { DEFAULT_PRINT_SETTINGS, type PrintSettings } from '../features/print/print-settings';
import { PAGE_SIZES } from '../report/page-size';

const STORE_KEY = 'cuntu.print';

const kept = z.object({
  size: z.enum(PAGE_SIZES),
  orientation: z.enum(['landscape', 'portrait']),
  scale: z.union([z.literal('fit'), z.number().check(z.minimum(500), z.maximum(10_000_000))]),
  parts: z.object({
    legend: z.boolean(),
    locator: z.boolean(),
    scaleBar: z.boolean(),
    north: z.boolean(),
    graticule: z.boolean(),
  }),
  secrecy: z.string(),
  organisation: z.string(),
  atlasLevel: z.enum(['county', 'township']),
});

/** The defaults where nothing readable is kept. */
export function rememberedPrint(storage: Storage | null): PrintSettings {
  try {
    const read = kept.safeParse(JSON.parse(storage?.getItem(STORE_KEY) ?? 'null'));
    return { ...DEFAULT_PRINT_SETTINGS, ...(read.success ? read.data : {}) };
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof DOMException)
      return DEFAULT_PRINT_SETTINGS;
    throw cause;
  }
}

/** A full or blocked storage only means to choose again. */
export function rememberPrint(storage: Storage | null, settings: PrintSettings): void {
  try {
    storage?.setItem(STORE_KEY, JSON.stringify(kept.parse(settings)));
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
  }
}
