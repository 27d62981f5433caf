import type { ExportStamp } from '../report/export-footer';
import { localStamp } from './download';
import { ENGINE_VERSION } from './engine-version';

/** Now and this build, for a file that is made now. */
export function exportStamp(): ExportStamp {
  return { madeAt: localStamp(new Date()), engineVersion: ENGINE_VERSION };
}
