import type { Edit } from '../edit';

/** The document is from now on made with another version of its pack. */
export function adoptPack(packVersion: string): Edit {
  return {
    label: `采用数据包 ${packVersion}`,
    apply: (doc) => (doc.packVersion === packVersion ? doc : { ...doc, packVersion }),
  };
}
